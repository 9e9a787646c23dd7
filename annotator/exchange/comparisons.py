"""Comparisons out of a dataset into a project, once the annotations they are about are there."""

from collections.abc import Collection, Iterator

import sqlite_utils
from msgspec import json

from annotator.core.change import EditContext
from annotator.core.records import Comparison, Reviewer
from annotator.formats.bundle import BundleComparison
from annotator.store import comparing


class Joining:
    """Comparisons as records of a project that has what they need.

    Left out are those that are there already, those of annotations the project lacks, and those of a pair
    that something else has been said of.
    """

    def __init__(
        self, database: sqlite_utils.Database, context: EditContext, reviewers: dict[str, int]
    ) -> None:
        self.reviewers: list[Reviewer] = []
        """Those who are new to the project."""
        self.comparisons: list[Comparison] = []
        self.incomplete = 0
        """How many were left out although they were not there already."""
        self._database = database
        self._context = context
        self._known = dict(reviewers)

    def add(self, given: Collection[BundleComparison]) -> None:
        """Take what fits."""
        ids = self._ids(given)
        known = comparing.comparisons_of(self._database, ids.values())
        uuids, pairs = {item.uuid for item in known}, {item.pair for item in known}
        for item in given:
            one, other = sorted(ids.get(uuid, 0) for uuid in item.annotations)
            if item.uuid in uuids:
                continue
            if not one or (one, other) in pairs:
                self.incomplete += 1
                continue
            pairs.add((one, other))
            self.comparisons.append(self._record(item, one, other))

    def _record(self, item: BundleComparison, one: int, other: int) -> Comparison:
        return Comparison(
            id=self._context.new_id(),
            uuid=item.uuid,
            source_id=one,
            target_id=other,
            verdict=item.verdict,
            note=item.note,
            reviewer_id=self._reviewer(item.reviewer),
            at=item.at or self._context.at,
        )

    def _reviewer(self, name: str) -> int:
        if name not in self._known:
            made = Reviewer(id=self._context.new_id(), uuid=self._context.new_uuid(), name=name)
            self.reviewers.append(made)
            self._known[name] = made.id
        return self._known[name]

    def _ids(self, given: Collection[BundleComparison]) -> dict[str, int]:
        """The row ids of the annotations that are in the project."""
        wanted = json.encode([uuid for item in given for uuid in item.annotations]).decode()
        sql = "SELECT uuid, id FROM annotation WHERE uuid IN (SELECT value FROM json_each(?))"
        return dict(self._rows(sql, wanted))

    def _rows(self, sql: str, value: str) -> Iterator[tuple[str, int]]:
        yield from self._database.execute(sql, (value,)).fetchall()
