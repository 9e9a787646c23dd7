"""What tells whether a layer has changed since it was read, without reading it.

The time a layer notes is to the second, and undo brings old times back, so it does not tell by itself.
"""

import sqlite_utils

from annotator.store.search_index import candidates

_LAYERS = (
    "SELECT document_id, layer.id || ' ' || status || ' ' || updated || ' ' || (SELECT count(*) || ' ' ||"
    ' cast(total(3 * id + 5 * start + 7 * "end" + 11 * label_id + 13 * coalesce(entity_id, 0)'
    " + length(attributes)) AS integer) FROM annotation WHERE layer_id = layer.id)"
    " || ' ' || (SELECT count(*) || ' ' || total(id) FROM relation WHERE layer_id = layer.id)"
    " || ' ' || (SELECT count(*) || ' ' || total(id) FROM zone WHERE layer_id = layer.id)"
    " || ' ' || (SELECT count(*) || ' ' || total(id) FROM dismissal WHERE layer_id = layer.id)"
    " FROM layer WHERE kind = 'reviewer' AND document_id IN"
    " (SELECT document_id FROM layer WHERE reviewer_id = :reviewer AND kind = 'reviewer'"
    " AND document_id > :after ORDER BY document_id LIMIT :limit)"
    " AND (:all OR reviewer_id = :reviewer) ORDER BY document_id, layer.id"
)


def fingerprints(
    database: sqlite_utils.Database, reviewer_id: int, after: int, limit: int, *, others: bool = False
) -> dict[int, str]:
    """Of the documents after one that a reviewer has begun, what their layers are like, by row id.

    ``others``: of the layers of all reviewers.
    """
    values = {"reviewer": reviewer_id, "after": after, "limit": limit, "all": others}
    found: dict[int, str] = {}
    for document_id, told in database.execute(_LAYERS, values).fetchall():
        found[document_id] = f"{found.get(document_id, '')}|{told}"
    return found


def documents_of(database: sqlite_utils.Database, layer_ids: list[int]) -> set[int]:
    """The documents of layers, by row ids."""
    marks = ", ".join("?" * len(layer_ids))
    rows = database.execute(f"SELECT document_id FROM layer WHERE id IN ({marks})", layer_ids).fetchall()
    return {row[0] for row in rows}


def documents_that_may_hold(database: sqlite_utils.Database, word: str) -> set[int] | None:
    """The documents in whose texts a word may be, with or without what is attached to it; ``None``: any."""
    numbers = candidates(database, word, elided=True)
    if numbers is None:
        return None
    marks = ", ".join(map(str, numbers))
    sql = f"SELECT id FROM document WHERE text_sha256 IN (SELECT sha256 FROM text WHERE number IN ({marks}))"
    return {row[0] for row in database.execute(sql).fetchall()}
