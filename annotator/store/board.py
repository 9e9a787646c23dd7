"""Reading what the board shows: annotations of some labels in the layers of one reviewer, a few at a time."""

from collections.abc import Collection, Iterable

import sqlite_utils
from msgspec import Struct, json

from annotator.core.records import Annotation, Document, Layer, Relation
from annotator.store.tables import ANNOTATIONS, DOCUMENTS, LAYERS, RELATIONS
from annotator.text.opening import HEAD, opening

BATCH = 50
"""Layers to ask for at once."""

_GIVEN = "(SELECT value FROM json_each(?))"


class Sheet(Struct, frozen=True):
    """What one layer has to show."""

    layer_id: int
    document: Document
    opening: str
    """How its text begins, if it has no title."""
    annotations: list[Annotation]
    relations: list[Relation]


def layer_ids(database: sqlite_utils.Database, reviewer_id: int) -> list[int]:
    """The row ids of a reviewer's own layers, by place of the document."""
    sql = (
        "SELECT layer.id FROM layer JOIN document ON document.id = document_id"
        " WHERE reviewer_id = ? AND kind = 'reviewer' ORDER BY position, document.id"
    )
    return [row_id for (row_id,) in database.execute(sql, (reviewer_id,)).fetchall()]


def own_layers(database: sqlite_utils.Database, reviewer_id: int, ids: Iterable[int]) -> list[int]:
    """Those of some layers that are a reviewer's own."""
    sql = f"SELECT id FROM layer WHERE id IN {_GIVEN} AND reviewer_id = ? AND kind = 'reviewer'"
    given = json.encode(list(ids)).decode()
    return [row_id for (row_id,) in database.execute(sql, (given, reviewer_id)).fetchall()]


def layer_with_id(database: sqlite_utils.Database, layer_id: int) -> Layer:
    """The layer with a row id, which is there."""
    found = LAYERS.get(database, layer_id)
    if found is None:
        raise KeyError(layer_id)
    return found


def sheets(
    database: sqlite_utils.Database, layers: Iterable[int], labels: Collection[int], relation_type: int
) -> list[Sheet]:
    """What some layers have: annotations of some labels, relations of a type, and what those lead to."""
    ids, label_ids = json.encode(list(layers)).decode(), json.encode(sorted(labels)).decode()
    links: dict[int, list[Relation]] = {}
    where = f"WHERE layer_id IN {_GIVEN} AND type_id = ? ORDER BY id"
    for link in RELATIONS.read(database, where, (ids, relation_type)):
        links.setdefault(link.layer_id, []).append(link)
    targets = json.encode([link.target_id for found in links.values() for link in found]).decode()
    marked: dict[int, list[Annotation]] = {}
    where = f"WHERE layer_id IN {_GIVEN} AND (label_id IN {_GIVEN} OR id IN {_GIVEN}) ORDER BY id"
    for item in ANNOTATIONS.read(database, where, (ids, label_ids, targets)):
        marked.setdefault(item.layer_id, []).append(item)
    return [
        Sheet(layer_id, document, head, marked.get(layer_id, []), links.get(layer_id, []))
        for layer_id, document, head in _documents(database, ids)
    ]


def _documents(database: sqlite_utils.Database, ids: str) -> list[tuple[int, Document, str]]:
    columns = ", ".join(f"document.{column}" for column in DOCUMENTS.columns)
    sql = (
        "SELECT layer.id, CASE document.title WHEN '' THEN (SELECT CAST(substr(content, 1, "
        f"{HEAD}) AS BLOB) FROM text WHERE sha256 = document.text_sha256) END, {columns}"
        f" FROM layer JOIN document ON document.id = document_id WHERE layer.id IN {_GIVEN}"
        " ORDER BY position, document.id"
    )
    return [
        (layer_id, DOCUMENTS.from_row(row), opening(head.decode(errors="replace")) if head else "")
        for layer_id, head, *row in database.execute(sql, (ids,)).fetchall()
    ]
