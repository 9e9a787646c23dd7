"""Record type <-> table and columns, in one place.

A record's fields are its table's columns, in the same order and under the same names. Fields that hold
neither a number nor a string are kept as JSON.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, Generic, TypeVar, get_args

import msgspec
import sqlite_utils

from annotator.core import records
from annotator.core.records import AnyRecord, Record

R = TypeVar("R", bound=Record)
_encode_lines = msgspec.json.Encoder().encode_lines
Row = Sequence[Any]

# Choices are written with OR: SQLite builds a table for each row that a CHECK with IN looks at.
SCHEMA: dict[str, str] = {
    "project": """
        id INTEGER PRIMARY KEY CHECK (id = 1),
        uuid TEXT NOT NULL,
        created TEXT NOT NULL,
        revision INTEGER NOT NULL,
        next_id INTEGER NOT NULL CHECK (next_id > 0),
        folding TEXT NOT NULL""",
    "text": """
        number INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
        content TEXT NOT NULL""",
    "reviewer": """
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL UNIQUE CHECK (name <> '')""",
    "document": """
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL CHECK (name <> ''),
        position INTEGER NOT NULL,
        text_sha256 TEXT NOT NULL REFERENCES text (sha256) DEFERRABLE INITIALLY DEFERRED,
        length INTEGER NOT NULL CHECK (length > 0),
        title TEXT NOT NULL,
        source TEXT NOT NULL,
        published TEXT NOT NULL,
        language TEXT NOT NULL,
        direction TEXT NOT NULL CHECK (direction = 'rtl' OR direction = 'ltr'),
        encoding TEXT NOT NULL,
        bytes_sha256 TEXT NOT NULL""",
    "scheme": """
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        proclitics TEXT NOT NULL CHECK (proclitics = 'cut' OR proclitics = 'whole')""",
    "label": """
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE CHECK (name <> ''),
        titles TEXT NOT NULL,
        colour TEXT NOT NULL,
        colour_dark TEXT NOT NULL,
        key TEXT NOT NULL,
        pattern TEXT NOT NULL,
        position INTEGER NOT NULL,
        description TEXT NOT NULL,
        retired INTEGER NOT NULL CHECK (retired = 0 OR retired = 1),
        has_entities INTEGER NOT NULL CHECK (has_entities = 0 OR has_entities = 1)""",
    "attribute": """
        id INTEGER PRIMARY KEY,
        label_id INTEGER NOT NULL REFERENCES label (id) DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL CHECK (name <> ''),
        titles TEXT NOT NULL,
        type TEXT NOT NULL,
        choices TEXT NOT NULL,
        position INTEGER NOT NULL,
        required INTEGER NOT NULL CHECK (required = 0 OR required = 1),
        UNIQUE (label_id, name)""",
    "relation_type": """
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE CHECK (name <> ''),
        titles TEXT NOT NULL,
        source_label_ids TEXT NOT NULL,
        target_label_ids TEXT NOT NULL,
        position INTEGER NOT NULL""",
    "zone_kind": """
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE CHECK (name <> ''),
        titles TEXT NOT NULL,
        position INTEGER NOT NULL""",
    "layer": """
        id INTEGER PRIMARY KEY,
        document_id INTEGER NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
        reviewer_id INTEGER NOT NULL REFERENCES reviewer (id) DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL CHECK (kind = 'reviewer' OR kind = 'adjudicated'),
        status TEXT NOT NULL CHECK (status = 'new' OR status = 'started' OR status = 'done'),
        updated TEXT NOT NULL,
        contributors TEXT NOT NULL,
        UNIQUE (document_id, reviewer_id, kind)""",
    "entity": """
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        label_id INTEGER NOT NULL REFERENCES label (id) DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL CHECK (name <> ''),
        aliases TEXT NOT NULL""",
    "annotation": """
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        layer_id INTEGER NOT NULL REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,
        label_id INTEGER NOT NULL REFERENCES label (id) DEFERRABLE INITIALLY DEFERRED,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" > start),
        quote TEXT NOT NULL CHECK (length(quote) = "end" - start),
        attributes TEXT NOT NULL,
        entity_id INTEGER REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
        note TEXT NOT NULL,
        reviewer_id INTEGER NOT NULL REFERENCES reviewer (id) DEFERRABLE INITIALLY DEFERRED,
        origin TEXT NOT NULL CHECK (
            origin = 'manual' OR origin = 'suggested' OR origin = 'imported' OR origin = 'propagated'),
        scheme_version INTEGER NOT NULL CHECK (scheme_version > 0)""",
    "relation": """
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        layer_id INTEGER NOT NULL REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,
        type_id INTEGER NOT NULL REFERENCES relation_type (id) DEFERRABLE INITIALLY DEFERRED,
        source_id INTEGER NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
        target_id INTEGER NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
        CHECK (source_id <> target_id)""",
    "zone": """
        id INTEGER PRIMARY KEY,
        layer_id INTEGER NOT NULL REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" > start),
        kind_id INTEGER NOT NULL REFERENCES zone_kind (id) DEFERRABLE INITIALLY DEFERRED""",
    "comment": """
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        document_id INTEGER NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
        annotation_id INTEGER REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
        reviewer_id INTEGER NOT NULL REFERENCES reviewer (id) DEFERRABLE INITIALLY DEFERRED,
        at TEXT NOT NULL,
        text TEXT NOT NULL CHECK (text <> ''),
        resolved INTEGER NOT NULL CHECK (resolved = 0 OR resolved = 1)""",
    "dismissal": """
        id INTEGER PRIMARY KEY,
        layer_id INTEGER NOT NULL REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,
        rule TEXT NOT NULL,
        subject TEXT NOT NULL,
        reason TEXT NOT NULL,
        reviewer_id INTEGER NOT NULL REFERENCES reviewer (id) DEFERRABLE INITIALLY DEFERRED,
        at TEXT NOT NULL,
        UNIQUE (layer_id, rule, subject)""",
    "comparison": """
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        source_id INTEGER NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
        target_id INTEGER NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
        verdict TEXT NOT NULL CHECK (verdict = 'agreement' OR verdict = 'conflict' OR verdict = 'scope'),
        note TEXT NOT NULL,
        reviewer_id INTEGER NOT NULL REFERENCES reviewer (id) DEFERRABLE INITIALLY DEFERRED,
        at TEXT NOT NULL,
        UNIQUE (source_id, target_id),
        CHECK (source_id < target_id)""",
    "prediction": """
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        document_id INTEGER NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
        label_id INTEGER NOT NULL REFERENCES label (id) DEFERRABLE INITIALLY DEFERRED,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" > start),
        quote TEXT NOT NULL CHECK (length(quote) = "end" - start),
        attributes TEXT NOT NULL,
        score REAL CHECK (score >= 0 AND score <= 1),
        source TEXT NOT NULL""",
    "history": """
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        subject TEXT NOT NULL,
        reviewer_id INTEGER NOT NULL,
        at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (
            state = 'fixed' OR state = 'done' OR state = 'undone' OR state = 'dropped'),
        changes TEXT NOT NULL""",
    "history_part": """
        number INTEGER PRIMARY KEY,
        step INTEGER NOT NULL REFERENCES history (number) DEFERRABLE INITIALLY DEFERRED,
        changes TEXT NOT NULL""",
}
"""Every table of a project file, with its columns."""

INDEXES: dict[str, str] = {
    "document_position": "document (position)",
    "document_text": "document (text_sha256)",
    "layer_reviewer": "layer (reviewer_id)",
    "annotation_layer": "annotation (layer_id, start)",
    "annotation_label": "annotation (label_id)",
    "annotation_entity": "annotation (entity_id) WHERE entity_id IS NOT NULL",
    "relation_layer": "relation (layer_id)",
    "relation_source": "relation (source_id)",
    "relation_target": "relation (target_id)",
    "zone_layer": "zone (layer_id)",
    "comment_document": "comment (document_id)",
    "comment_annotation": "comment (annotation_id) WHERE annotation_id IS NOT NULL",
    "comparison_target": "comparison (target_id)",
    "comparison_reviewer": "comparison (reviewer_id)",
    "prediction_document": "prediction (document_id, start)",
    "prediction_label": "prediction (label_id)",
    "history_state": "history (reviewer_id, state, number)",
    "history_part_step": "history_part (step)",
}
"""Every index of a project file. Those on what a foreign key comes from keep removals quick."""


def create_statements() -> list[str]:
    """The statements that make an empty project file's schema."""
    tables = [f"CREATE TABLE {name} ({columns}) STRICT" for name, columns in SCHEMA.items()]
    return tables + [f"CREATE INDEX {name} ON {columns}" for name, columns in INDEXES.items()]


class Table(Generic[R]):
    """How one type of record is kept."""

    def __init__(self, kind: type[R], name: str) -> None:
        self.kind = kind
        self.name = name
        fields = msgspec.structs.fields(kind)
        self.columns = tuple(f'"{field.name}"' for field in fields)
        self._names = tuple(field.name for field in fields)
        self._json = {index: field.type for index, field in enumerate(fields) if _is_json(field.type)}
        self._flags = tuple(field.name for field in fields if field.type is bool)
        columns = ", ".join(self.columns)
        self.select = f"SELECT {columns} FROM {name}"
        self.insert = f"INSERT INTO {name} ({columns}) VALUES ({', '.join('?' * len(fields))})"
        assignments = ", ".join(f"{column} = ?" for column in self.columns)
        self.update = f"UPDATE {name} SET {assignments} WHERE id = ?"
        self.delete = f"DELETE FROM {name} WHERE id = ?"
        self.from_row: Callable[[Row], R] = self._reader()
        self.to_rows: Callable[[Sequence[R]], list[Row]] = self._writer()
        """The values of each record, in the order of :attr:`columns`."""

    def read(self, database: sqlite_utils.Database, where: str = "", values: Iterable[Any] = ()) -> list[R]:
        """The records that ``where`` (everything after the table's name) selects."""
        return list(map(self.from_row, database.execute(f"{self.select} {where}", tuple(values)).fetchall()))

    def get(self, database: sqlite_utils.Database, row_id: int) -> R | None:
        """The record with a row id, or ``None``."""
        found = self.read(database, "WHERE id = ?", (row_id,))
        return found[0] if found else None

    def to_row(self, record: R) -> Row:
        """The values of a record, in the order of :attr:`columns`."""
        return self.to_rows((record,))[0]

    def _reader(self) -> Callable[[Row], R]:
        """What makes a record of a row: a function that names each field, as one would write it by hand.

        Written out it takes a third of the time of ``kind(**values)``, and reading is mostly this.
        """
        readers: dict[str, Any] = {
            name: msgspec.json.Decoder(self._json[index]).decode if index in self._json else bool
            for index, name in enumerate(self._names)
            if index in self._json or name in self._flags
        }
        fields = ", ".join(
            f"{name}=read_{name}(row[{index}])" if name in readers else f"{name}=row[{index}]"
            for index, name in enumerate(self._names)
        )
        known = {"kind": self.kind} | {f"read_{name}": read for name, read in readers.items()}
        made: Callable[[Row], R] = eval(f"lambda row: kind({fields})", known)  # noqa: S307  # our own names
        return made

    def _writer(self) -> Callable[[Sequence[R]], list[Row]]:
        """What makes rows of records, written out as :meth:`_reader` is: an import is much of this."""
        encoded = [name for index, name in enumerate(self._names) if index in self._json]
        values = ", ".join(name if name in encoded else f"record.{name}" for name in self._names)
        given = ", ".join(("record", *encoded))
        columns = ", ".join(("records", *(f"encode([item.{name} for item in records])" for name in encoded)))
        made: Callable[[Sequence[R]], list[Row]] = eval(  # noqa: S307  # our own names
            f"lambda records: [({values},) for {given} in zip({columns})]"
            if encoded
            else f"lambda records: [({values},) for record in records]",
            {"encode": _encoded},
        )
        return made


def _encoded(values: list[Any]) -> list[str]:
    """Each value as JSON, and an empty string at the end: one call for all, not one for each."""
    return _encode_lines(values).decode().split("\n")


def _is_json(field_type: Any) -> bool:  # noqa: ANN401  # a type form: no narrower type exists
    origin = getattr(field_type, "__origin__", None)
    return origin in (dict, tuple)


REVIEWERS = Table(records.Reviewer, "reviewer")
DOCUMENTS = Table(records.Document, "document")
SCHEMES = Table(records.Scheme, "scheme")
LABELS = Table(records.Label, "label")
ATTRIBUTES = Table(records.Attribute, "attribute")
RELATION_TYPES = Table(records.RelationType, "relation_type")
ZONE_KINDS = Table(records.ZoneKind, "zone_kind")
LAYERS = Table(records.Layer, "layer")
ANNOTATIONS = Table(records.Annotation, "annotation")
RELATIONS = Table(records.Relation, "relation")
ZONES = Table(records.Zone, "zone")
ENTITIES = Table(records.Entity, "entity")
COMMENTS = Table(records.Comment, "comment")
DISMISSALS = Table(records.Dismissal, "dismissal")
COMPARISONS = Table(records.Comparison, "comparison")
PREDICTIONS = Table(records.Prediction, "prediction")

_TABLES: dict[type[Record], Table[Any]] = {
    table.kind: table
    for table in (
        REVIEWERS,
        DOCUMENTS,
        SCHEMES,
        LABELS,
        ATTRIBUTES,
        RELATION_TYPES,
        ZONE_KINDS,
        LAYERS,
        ENTITIES,
        ANNOTATIONS,
        RELATIONS,
        ZONES,
        COMMENTS,
        DISMISSALS,
        COMPARISONS,
        PREDICTIONS,
    )
}


@cache
def table_of(kind: type[Record]) -> Table[Any]:
    """Where records of a type are kept."""
    return _TABLES[kind]


@cache
def table_named(record: str) -> Table[Any]:
    """Where records of a type are kept, by the type's name."""
    return next(table for kind, table in _TABLES.items() if kind.__name__ == record)


def record_types() -> tuple[type[Record], ...]:
    """Every type of record a project keeps."""
    return get_args(AnyRecord)
