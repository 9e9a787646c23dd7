"""Which ids of annotations and relations a project has, so that none comes in twice."""

import json
from collections.abc import Collection, Iterable
from itertools import groupby
from operator import attrgetter

import sqlite_utils

from annotator.core.records import Annotation, AnyRecord, Relation
from annotator.store.tables import table_of

MOST_MET = 500_000
"""Ids that are kept in memory, a hundred bytes each."""

_uuid_of = attrgetter("uuid")

Identified = type[Annotation] | type[Relation]


class KnownIds:
    """Asks the project. Where it had none at first, what has come in is remembered, as long as it is little.

    For one import, in which nobody else changes the project.
    """

    def __init__(self, database: sqlite_utils.Database) -> None:
        self._database = database
        kinds: tuple[Identified, ...] = (Annotation, Relation)
        self._met: dict[type[AnyRecord], set[str]] = {kind: set() for kind in kinds if self._has_none(kind)}

    def of(self, kind: Identified, uuids: Collection[str]) -> set[str]:
        """Those of some ids that the project has."""
        if not uuids:
            return set()
        if kind in self._met:
            return self._met[kind].intersection(uuids)
        sql = f"SELECT uuid FROM {table_of(kind).name} WHERE uuid IN (SELECT value FROM json_each(?))"
        return {uuid for (uuid,) in self._database.execute(sql, (json.dumps(list(uuids)),)).fetchall()}

    def add(self, records: Iterable[AnyRecord]) -> None:
        """Note what has come into the project."""
        for kind, added in groupby(records, type):
            met = self._met.get(kind)
            if met is None:
                continue
            met.update(map(_uuid_of, added))
            if len(met) > MOST_MET:
                del self._met[kind]

    def forget(self) -> None:
        """Remember nothing any more: some of what has come in was taken back."""
        self._met.clear()

    def _has_none(self, kind: Identified) -> bool:
        sql = f"SELECT 1 FROM {table_of(kind).name} LIMIT 1"
        return self._database.execute(sql).fetchone() is None
