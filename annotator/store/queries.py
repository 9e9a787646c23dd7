"""Reading a project: plain functions ``(database, …) -> records``."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

import msgspec
import sqlite_utils

from annotator.core.errors import UserError
from annotator.core.records import (
    Annotation,
    Comment,
    Dismissal,
    Document,
    Entity,
    Layer,
    Prediction,
    Relation,
    Reviewer,
    Status,
    Zone,
)
from annotator.core.schema import LabelSet
from annotator.store.tables import (
    ANNOTATIONS,
    ATTRIBUTES,
    COMMENTS,
    DISMISSALS,
    DOCUMENTS,
    ENTITIES,
    LABELS,
    LAYERS,
    PREDICTIONS,
    RELATION_TYPES,
    RELATIONS,
    REVIEWERS,
    SCHEMES,
    ZONE_KINDS,
    ZONES,
)
from annotator.text.opening import HEAD, opening

_BATCH = 32

_HEAD = (
    "CASE document.title WHEN '' THEN (SELECT CAST(substr(content, 1, "
    f"{HEAD}) AS BLOB) FROM text WHERE sha256 = document.text_sha256) END"
)
"""The beginning of the text of a document without a title; as bytes, for damage may have left no UTF-8."""


class DocumentSummary(msgspec.Struct, frozen=True):
    """A document as one reviewer's list of documents shows it."""

    document: Document
    status: Status
    annotations: int
    opening: str = ""
    """How its text begins, if it has no title."""


class Mention(msgspec.Struct, frozen=True):
    """An annotation that mentions an entity, and where it stands."""

    document: Document
    reviewer_id: int
    """Whose layer it stands in."""
    annotation: Annotation


def label_set(database: sqlite_utils.Database) -> LabelSet:
    """The label set, as it is now."""
    return LabelSet(
        SCHEMES.read(database)[0],
        LABELS.read(database),
        ATTRIBUTES.read(database),
        RELATION_TYPES.read(database),
        ZONE_KINDS.read(database),
    )


def reviewers(database: sqlite_utils.Database) -> list[Reviewer]:
    """All reviewers, in the order they joined."""
    return REVIEWERS.read(database, "ORDER BY id")


def document(database: sqlite_utils.Database, document_id: int) -> Document | None:
    """The document with a row id, if it is there."""
    return DOCUMENTS.get(database, document_id)


def documents(database: sqlite_utils.Database) -> list[Document]:
    """All documents, in the order of the list."""
    return DOCUMENTS.read(database, "ORDER BY position, id")


def document_by_uuid(database: sqlite_utils.Database, uuid: str) -> Document | None:
    """The document with a UUID, if it is there."""
    found = DOCUMENTS.read(database, "WHERE uuid = ?", (uuid,))
    return found[0] if found else None


def texts_in_use(database: sqlite_utils.Database, hashes: Iterable[str]) -> set[str]:
    """Which of some texts documents have, by their hashes."""
    sql = "SELECT value FROM json_each(?) WHERE value IN (SELECT text_sha256 FROM document)"
    return {
        text for (text,) in database.execute(sql, (msgspec.json.encode(list(hashes)).decode(),)).fetchall()
    }


def documents_with_text(database: sqlite_utils.Database, text_sha256: str) -> list[Document]:
    """The documents whose text has this hash."""
    return DOCUMENTS.read(database, "WHERE text_sha256 = ? ORDER BY position, id", (text_sha256,))


def document_count(database: sqlite_utils.Database) -> int:
    """How many documents there are."""
    return int(database.execute("SELECT count(*) FROM document").fetchone()[0])


def last_document_id(database: sqlite_utils.Database) -> int:
    """The greatest row id of a document, 0 if there is none."""
    return int(database.execute("SELECT coalesce(max(id), 0) FROM document").fetchone()[0])


def texts_after(database: sqlite_utils.Database, document_id: int, limit: int = 64) -> list[tuple[int, str]]:
    """The row ids of the documents added after one, and the hashes of their texts, a few at a time."""
    sql = "SELECT id, text_sha256 FROM document WHERE id > ? ORDER BY id LIMIT ?"
    return list(database.execute(sql, (document_id, limit)).fetchall())


def last_position(database: sqlite_utils.Database) -> int:
    """The greatest position of a document, 0 if there is none."""
    return int(database.execute("SELECT coalesce(max(position), 0) FROM document").fetchone()[0])


def text(database: sqlite_utils.Database, text_sha256: str) -> str:
    """A text, proved by its hash: SQLite's own check does not see a changed letter.

    Raises:
        UserError: it is missing or damaged.
    """
    sql = "SELECT CAST(content AS BLOB) FROM text WHERE sha256 = ?"  # damage may have left no UTF-8
    row = database.execute(sql, (text_sha256,)).fetchone()
    return proved(row and row[0], text_sha256)


def proved(content: bytes | None, text_sha256: str) -> str:
    """The text that the file holds under a hash.

    Raises:
        UserError: it is missing or damaged.
    """
    if content is None or sha256(content).hexdigest() != text_sha256:
        raise UserError(
            "The text of this document is damaged in the project file; open a backup of the project."
        )
    return content.decode()


def summaries(
    database: sqlite_utils.Database,
    reviewer_id: int,
    *,
    offset: int = 0,
    limit: int | None = None,
    contains: str = "",
    status: Status | None = None,
) -> list[DocumentSummary]:
    """Documents as a reviewer's list shows them, a page at a time.

    ``contains`` filters by name, title, and how a text without a title begins; ``status`` by the reviewer's
    own status.
    """
    columns = ", ".join(f"document.{column}" for column in DOCUMENTS.columns)
    sql = (
        f"SELECT {columns}, coalesce(layer.status, 'new') AS layer_status,"
        f" (SELECT count(*) FROM annotation WHERE annotation.layer_id = layer.id), {_HEAD} AS head"
        " FROM document LEFT JOIN layer ON layer.document_id = document.id"
        " AND layer.reviewer_id = ? AND layer.kind = 'reviewer'"
        " WHERE (? = '' OR instr(document.name, ?) OR instr(document.title, ?)"
        " OR instr(head, CAST(? AS BLOB)))"
        " AND (? IS NULL OR layer_status = ?)"
        " ORDER BY document.position, document.id LIMIT ? OFFSET ?"
    )
    values = (
        reviewer_id,
        contains,
        contains,
        contains,
        contains,
        status,
        status,
        -1 if limit is None else limit,
        offset,
    )
    return [_summary(row) for row in database.execute(sql, values).fetchall()]


def summary(database: sqlite_utils.Database, reviewer_id: int, document_id: int) -> DocumentSummary | None:
    """One document as a reviewer's list shows it."""
    found = document(database, document_id)
    if found is None:
        return None
    head = database.execute(f"SELECT {_HEAD} FROM document WHERE id = ?", (document_id,)).fetchone()[0]
    own = layer(database, document_id, reviewer_id)
    if own is None:
        return DocumentSummary(found, "new", 0, _opening(head))
    count = database.execute("SELECT count(*) FROM annotation WHERE layer_id = ?", (own.id,)).fetchone()[0]
    return DocumentSummary(found, own.status, count, _opening(head))


def progress(database: sqlite_utils.Database, reviewer_id: int) -> tuple[int, int]:
    """How many documents a reviewer has done, of how many."""
    done = database.execute(
        "SELECT count(*) FROM layer WHERE reviewer_id = ? AND kind = 'reviewer' AND status = 'done'",
        (reviewer_id,),
    ).fetchone()[0]
    return int(done), document_count(database)


def layers(database: sqlite_utils.Database, document_id: int) -> list[Layer]:
    """All layers of a document."""
    return LAYERS.read(database, "WHERE document_id = ? ORDER BY kind, reviewer_id", (document_id,))


def layer(database: sqlite_utils.Database, document_id: int, reviewer_id: int) -> Layer | None:
    """A reviewer's own layer of a document, if there is one yet."""
    where = "WHERE document_id = ? AND reviewer_id = ? AND kind = 'reviewer'"
    found = LAYERS.read(database, where, (document_id, reviewer_id))
    return found[0] if found else None


def all_layers(database: sqlite_utils.Database) -> Iterator[Layer]:
    """All layers, by place of the document, kind, and the reviewer's name; a few at a time."""
    sql = (
        "SELECT layer.id FROM layer JOIN document ON document.id = layer.document_id"
        " JOIN reviewer ON reviewer.id = layer.reviewer_id"
        " ORDER BY document.position, document.id, layer.kind, reviewer.name"
    )
    ids = [row_id for (row_id,) in database.execute(sql)]
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        where = "WHERE id IN (SELECT value FROM json_each(?))"
        found = {
            item.id: item for item in LAYERS.read(database, where, (msgspec.json.encode(batch).decode(),))
        }
        yield from (found[row_id] for row_id in batch if row_id in found)


def annotations(database: sqlite_utils.Database, layer_id: int) -> list[Annotation]:
    """The annotations of a layer by (start, -end, label's name, UUID)."""
    columns = ", ".join(f"annotation.{column}" for column in ANNOTATIONS.columns)
    sql = (
        f"SELECT {columns} FROM annotation JOIN label ON label.id = annotation.label_id WHERE layer_id = ?"
        ' ORDER BY start, "end" DESC, label.name, annotation.uuid'
    )
    return list(map(ANNOTATIONS.from_row, database.execute(sql, (layer_id,)).fetchall()))


def annotation(database: sqlite_utils.Database, annotation_id: int) -> Annotation | None:
    """The annotation with a row id, in whatever layer, if it is there."""
    return ANNOTATIONS.get(database, annotation_id)


def relations(database: sqlite_utils.Database, layer_id: int) -> list[Relation]:
    """The relations of a layer, in the order they were made."""
    return RELATIONS.read(database, "WHERE layer_id = ? ORDER BY id", (layer_id,))


def zones(database: sqlite_utils.Database, layer_id: int) -> list[Zone]:
    """The zones of a layer, in text order."""
    return ZONES.read(database, 'WHERE layer_id = ? ORDER BY start, "end" DESC, kind_id, id', (layer_id,))


def layers_with_relations(database: sqlite_utils.Database) -> set[int]:
    """The row ids of the layers that have a relation; asking each of many layers takes longer."""
    return {row_id for (row_id,) in database.execute("SELECT DISTINCT layer_id FROM relation")}


def layers_with_zones(database: sqlite_utils.Database) -> set[int]:
    """The row ids of the layers that have a zone."""
    return {row_id for (row_id,) in database.execute("SELECT DISTINCT layer_id FROM zone")}


def entities(database: sqlite_utils.Database) -> list[Entity]:
    """All entities, by name."""
    return ENTITIES.read(database, "ORDER BY name, uuid")


def comments(database: sqlite_utils.Database, document_id: int | None = None) -> list[Comment]:
    """The comments on a document and on its annotations, or all there are, in the order they were written."""
    if document_id is None:
        return COMMENTS.read(database, "ORDER BY id")
    return COMMENTS.read(database, "WHERE document_id = ? ORDER BY id", (document_id,))


def dismissals(database: sqlite_utils.Database, layer_id: int) -> list[Dismissal]:
    """The findings that the writer of a layer lets stand, in the order they were dismissed."""
    return DISMISSALS.read(database, "WHERE layer_id = ? ORDER BY id", (layer_id,))


def predictions(
    database: sqlite_utils.Database, document_id: int, limit: int | None = None
) -> list[Prediction]:
    """What machines hold parts of a document to be, in text order; the first of them."""
    where = 'WHERE document_id = ? ORDER BY start, "end" DESC, label_id, id LIMIT ?'
    return PREDICTIONS.read(database, where, (document_id, -1 if limit is None else limit))


def mentions(database: sqlite_utils.Database, entity_id: int) -> list[Mention]:
    """The annotations that mention an entity, in all layers, by place of the document and in the text."""
    columns = ", ".join(f"annotation.{column}" for column in ANNOTATIONS.columns)
    sql = (
        f"SELECT layer.document_id, layer.reviewer_id, {columns} FROM annotation"
        " JOIN layer ON layer.id = layer_id JOIN document ON document.id = layer.document_id"
        " WHERE entity_id = ? ORDER BY document.position, document.id, annotation.start, annotation.id"
    )
    rows = database.execute(sql, (entity_id,)).fetchall()
    found = {row[0]: document(database, row[0]) for row in rows}
    return [
        Mention(place, reviewer_id, ANNOTATIONS.from_row(row))
        for document_id, reviewer_id, *row in rows
        if (place := found[document_id]) is not None
    ]


def entity_counts(database: sqlite_utils.Database) -> dict[int, int]:
    """How many annotations mention each entity that is mentioned, by the entity's row id."""
    sql = "SELECT entity_id, count(*) FROM annotation WHERE entity_id IS NOT NULL GROUP BY entity_id"
    return dict(database.execute(sql).fetchall())


def entities_of_quote(database: sqlite_utils.Database, label_id: int, quote: str) -> set[int]:
    """What annotations of a label with exactly these words mention, in all layers, by the entity's row id."""
    sql = "SELECT DISTINCT entity_id FROM annotation WHERE quote = ? AND label_id = ?"
    return {row[0] for row in database.execute(sql, (quote, label_id)) if row[0] is not None}


def label_counts(database: sqlite_utils.Database) -> dict[str, int]:
    """How many annotations each label has in the whole project, in the order of the label set."""
    sql = (
        "SELECT label.name, count(annotation.id)"
        " FROM label LEFT JOIN annotation ON annotation.label_id = label.id"
        " GROUP BY label.id ORDER BY label.position, label.id"
    )
    return dict(database.execute(sql).fetchall())


def _summary(row: tuple[object, ...]) -> DocumentSummary:
    *columns, status, count, head = row
    return DocumentSummary(DOCUMENTS.from_row(columns), status, count, _opening(head))  # type: ignore[arg-type]  # the CHECK says so


def _opening(head: object) -> str:
    return opening(head.decode(errors="replace")) if isinstance(head, bytes) else ""
