"""Plans for the label set: what is within their reach, counted or changed as one undo step."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

import sqlite_utils
from msgspec import Struct, json

from annotator.core.errors import UserError
from annotator.core.label_edits import Plan, Reach
from annotator.core.records import AnyRecord
from annotator.store.project import Project
from annotator.store.tables import (
    ANNOTATIONS,
    COMMENTS,
    COMPARISONS,
    ENTITIES,
    PREDICTIONS,
    RELATIONS,
    ZONES,
    Table,
)

_BATCH = 256

_OF_LABEL = (
    "WHERE label_id IN (SELECT value FROM json_each(:labels))"
    " AND (:attribute IS NULL OR EXISTS (SELECT 1 FROM json_each(attributes) AS given"
    " WHERE given.key = :attribute AND (:value IS NULL OR given.value = :value)))"
)
_LABELLED = (
    f"SELECT id FROM annotation {_OF_LABEL} AND (:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))"
)
_PREDICTED = f"SELECT id FROM prediction {_OF_LABEL} AND :ids IS NULL"
_NAMED = "SELECT id FROM entity WHERE :entities AND label_id IN (SELECT value FROM json_each(:labels))"

_REACH: tuple[tuple[Table[Any], str], ...] = (
    (
        RELATIONS,
        (
            "SELECT id FROM relation WHERE type_id IN (SELECT value FROM json_each(:types)) UNION"
            f" SELECT id FROM relation WHERE :attached AND source_id IN ({_LABELLED}) UNION"
            f" SELECT id FROM relation WHERE :attached AND target_id IN ({_LABELLED})"
        ),
    ),
    (COMMENTS, f"SELECT id FROM comment WHERE :attached AND annotation_id IN ({_LABELLED})"),
    (
        COMPARISONS,
        (
            f"SELECT id FROM comparison WHERE :attached AND source_id IN ({_LABELLED}) UNION"
            f" SELECT id FROM comparison WHERE :attached AND target_id IN ({_LABELLED})"
        ),
    ),
    (ANNOTATIONS, f"{_LABELLED} UNION SELECT id FROM annotation WHERE entity_id IN ({_NAMED})"),
    (PREDICTIONS, _PREDICTED),
    (ENTITIES, _NAMED),
    (ZONES, "SELECT id FROM zone WHERE kind_id IN (SELECT value FROM json_each(:zones))"),
)
"""In which order records come, each type with what selects the row ids of those within reach."""


class Preview(Struct, frozen=True):
    """How many records are within a plan's reach."""

    relations: int
    comments: int
    annotations: int
    entities: int
    zones: int
    comparisons: int
    documents: int
    """Those that hold any of these annotations, relations and zones."""
    predictions: int = 0


def preview(database: sqlite_utils.Database, plan: Plan) -> Preview:
    """What a plan would change."""
    values = _values(plan.reach)
    counts = {
        table.name: database.execute(f"SELECT count(*) FROM ({sql})", values).fetchone()[0]
        for table, sql in _REACH
    }
    layers = " UNION ".join(
        f"SELECT layer_id FROM {table.name} WHERE id IN ({sql})"
        for table, sql in _REACH
        if table in (RELATIONS, ANNOTATIONS, ZONES)
    )
    documents = f"SELECT count(DISTINCT document_id) FROM layer WHERE id IN ({layers})"
    return Preview(
        relations=counts["relation"],
        comments=counts["comment"],
        annotations=counts["annotation"],
        entities=counts["entity"],
        zones=counts["zone"],
        comparisons=counts["comparison"],
        documents=database.execute(documents, values).fetchone()[0],
        predictions=counts["prediction"],
    )


def carry_out(project: Project, reviewer_id: int, plan: Plan) -> None:
    """Do what a plan says, as one undo step; memory does not grow with what it changes.

    Raises:
        UserError: as ``Project.apply``; or the number of annotations is not the one that was confirmed.
    """
    count = preview(project.database, plan).annotations
    if plan.confirmed is not None and plan.confirmed != count:
        raise UserError(
            "{count} annotations would change now, not {confirmed}; look again before you confirm.",
            count=count,
            confirmed=plan.confirmed,
        )
    transactions = plan.transactions(project.context(reviewer_id), records(project.database, plan.reach))
    first, second = next(transactions), next(transactions, None)
    if second is None:
        project.apply(first)
        return
    with project.bulk(plan.name, first.subject, reviewer_id):
        for transaction in chain((first, second), transactions):
            project.apply(transaction)


def records(database: sqlite_utils.Database, reach: Reach) -> Iterator[AnyRecord]:
    """The records within reach as they are when they are asked for; which ones, is decided at once."""
    values = _values(reach)
    found = [(table, [row for (row,) in database.execute(sql, values).fetchall()]) for table, sql in _REACH]
    return chain.from_iterable(_read(database, table, ids) for table, ids in found)


def _read(database: sqlite_utils.Database, table: Table[Any], ids: list[int]) -> Iterator[AnyRecord]:
    for start in range(0, len(ids), _BATCH):
        batch = json.encode(ids[start : start + _BATCH]).decode()
        where = "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
        yield from table.read(database, where, (batch,))


def _values(reach: Reach) -> dict[str, str | bool | None]:
    ids = reach.annotation_ids
    return {
        "labels": json.encode(reach.label_ids).decode(),
        "ids": None if ids is None else json.encode(ids).decode(),
        "attribute": reach.attribute,
        "value": reach.value,
        "attached": reach.with_attached,
        "entities": reach.with_entities,
        "types": json.encode(reach.relation_type_ids).decode(),
        "zones": json.encode(reach.zone_kind_ids).decode(),
    }
