"""The quotes of a project's annotations: what the same words were said to be before.

Read some at a time, beside the window that writes the project.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec
import sqlite_utils

from annotator.core.records import Annotation, Layer, Value
from annotator.store import queries
from annotator.store.tables import ANNOTATIONS, LAYERS

_BATCH = 2000


class Quoted(NamedTuple):
    """The words of an annotation, and what is said of them."""

    annotation_id: int
    layer_id: int
    quote: str
    label_id: int
    entity_id: int | None
    attributes: dict[str, Value]


def quoted(
    database: sqlite_utils.Database, wanted: Callable[[str], bool] = lambda _quote: True
) -> Iterator[list[Quoted]]:
    """The annotations of all layers whose quote is wanted, by row id; those of some thousand at a time."""
    sql = (
        "SELECT id, layer_id, quote, label_id, entity_id, attributes FROM annotation"
        " WHERE id > ? ORDER BY id LIMIT ?"
    )
    last = 0
    while rows := database.execute(sql, (last, _BATCH)).fetchall():
        yield [_quoted(*row) for row in rows if wanted(row[2])]
        last = rows[-1][0]


def annotated_texts(
    database: sqlite_utils.Database, annotation_ids: list[int]
) -> Iterator[tuple[str, list[Annotation]]]:
    """The texts that annotations stand in, each with those of them that stand in one layer of it.

    Raises:
        UserError: a text is missing or damaged.
    """
    among = "WHERE id IN (SELECT value FROM json_each(?))"
    found = ANNOTATIONS.read(database, among, (msgspec.json.encode(annotation_ids).decode(),))
    by_layer: dict[int, list[Annotation]] = {}
    for annotation in found:
        by_layer.setdefault(annotation.layer_id, []).append(annotation)
    for layer_id, annotations in by_layer.items():
        layer: Layer | None = LAYERS.get(database, layer_id)
        document = None if layer is None else queries.document(database, layer.document_id)
        if document is not None:
            yield queries.text(database, document.text_sha256), annotations


def _quoted(  # one parameter for each column
    annotation_id: int, layer_id: int, quote: str, label_id: int, entity_id: int | None, attributes: bytes
) -> Quoted:
    values = msgspec.json.decode(attributes, type=dict[str, Value])
    return Quoted(annotation_id, layer_id, quote, label_id, entity_id, values)
