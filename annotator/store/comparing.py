"""Reading what is compared across documents."""

from collections.abc import Iterable

import msgspec
import sqlite_utils

from annotator.core.records import Comparison
from annotator.store.tables import COMPARISONS


def comparisons(database: sqlite_utils.Database, reviewer_id: int | None = None) -> list[Comparison]:
    """What a reviewer, or everybody, holds of pairs of annotations, in the order it was first said."""
    if reviewer_id is None:
        return COMPARISONS.read(database, "ORDER BY id")
    return COMPARISONS.read(database, "WHERE reviewer_id = ? ORDER BY id", (reviewer_id,))


def comparisons_of(database: sqlite_utils.Database, annotation_ids: Iterable[int]) -> list[Comparison]:
    """The comparisons that any of these annotations is in."""
    given = "(SELECT value FROM json_each(?1))"
    where = f"WHERE source_id IN {given} OR target_id IN {given} ORDER BY id"
    return COMPARISONS.read(database, where, (msgspec.json.encode(list(annotation_ids)).decode(),))


def with_uuids(database: sqlite_utils.Database) -> list[tuple[Comparison, str, str]]:
    """All comparisons, each with the UUIDs of its two annotations."""
    columns = ", ".join(f"comparison.{column}" for column in COMPARISONS.columns)
    sql = (
        f"SELECT source.uuid, target.uuid, {columns} FROM comparison"
        " JOIN annotation AS source ON source.id = source_id"
        " JOIN annotation AS target ON target.id = target_id"
    )
    rows = database.execute(sql).fetchall()
    return [(COMPARISONS.from_row(row), one, other) for one, other, *row in rows]
