"""Parquet as Hugging Face ``datasets`` reads it: a row for each document and layer, columns named as in gold.

A value of an attribute is in one of three columns, for text, whole numbers and fractions, so that no type is
lost. Row groups are written one after the other, and read a few rows at a time.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core.errors import Phrase, UserError, place_in, why
from annotator.core.records import Value
from annotator.formats.aside import Aside, Entities, bundles_of, found_aside, restored
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleEntity
from annotator.formats.draft import Draft
from annotator.formats.format import Format, Part, Reading, Writing, needs
from annotator.formats.json_records import Record, prove_strings
from annotator.formats.losing import Loss
from annotator.formats.options import Options
from annotator.formats.record_article import Strays, article
from annotator.formats.values import identifier, listed, mapped
from annotator.text.words import whole_words

if TYPE_CHECKING:
    import pyarrow as pa

_TITLE = Phrase("Parquet (Hugging Face datasets)")
_EXTRA = "parquet"
_GROUP_ROWS = 1000
_GROUP_CHARACTERS = 1_000_000
_BATCH = 32
_MAX_GROUP_BYTES = 1024 * 1024 * 1024
_SPANS = ("annotations", "spans", "entities", "ents", "label", "labels")
_FIELDS = (
    *("text", "text_sha256", "metadata", "layer", "relations", "zones", "entities", "annotations"),
    *("direction", "encoding", "bytes_sha256"),
)
_METADATA = ("title", "source", "published", "language", "direction", "encoding", "bytes_sha256")


def write(bundles: Iterable[Bundle], _writing: Writing[Options]) -> Iterator[Part]:
    """The file, a part for each row group; a document with no layer is a row with none."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise needs(_EXTRA, _TITLE) from error
    schema, sink, entities = _schema(), _Sink(), Entities()
    with pq.ParquetWriter(pa.PythonFile(sink, mode="w"), schema, compression="zstd") as writer:
        for rows in _groups(bundles, entities):
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))
            yield Part("", sink.take())
    yield Part("", sink.take())


class _Sink:
    """Where the library writes; what it wrote is taken away part by part."""

    closed = False

    def __init__(self) -> None:
        self._written: list[bytes] = []
        self._length = 0

    def write(self, data: bytes) -> int:
        self._written.append(bytes(data))
        self._length += len(data)
        return len(data)

    def tell(self) -> int:
        return self._length

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        self.closed = True

    def take(self) -> bytes:
        data = b"".join(self._written)
        self._written.clear()
        return data


def _schema() -> "pa.Schema":
    import pyarrow as pa

    text, number = pa.string(), pa.int64()
    value = pa.struct(
        [("name", text), ("text", text), ("integer", number), ("number", pa.float64())],
    )
    annotation = pa.struct(
        [
            *(("id", text), ("start", number), ("end", number), ("label", text), ("quote", text)),
            *(("word_start", number), ("word_end", number), ("attributes", pa.list_(value))),
            *(("entity", text), ("note", text), ("reviewer", text), ("origin", text)),
            ("scheme_version", number),
        ]
    )
    relation = pa.struct([("id", text), ("type", text), ("from", text), ("to", text)])
    zone = pa.struct([("start", number), ("end", number), ("kind", text)])
    entity = pa.struct([("id", text), ("kind", text), ("name", text), ("aliases", pa.list_(text))])
    layer = pa.struct([("kind", text), ("reviewers", pa.list_(text)), ("status", text), ("updated", text)])
    return pa.schema(
        [
            *(("id", text), ("name", text), ("text", text), ("text_sha256", text)),
            *(("metadata", pa.struct([(name, text) for name in _METADATA])), ("layer", layer)),
            *(("annotations", pa.list_(annotation)), ("relations", pa.list_(relation))),
            *(("zones", pa.list_(zone)), ("entities", pa.list_(entity))),
        ]
    )


def _groups(bundles: Iterable[Bundle], entities: Entities) -> Iterator[list[dict[str, Any]]]:
    rows: list[dict[str, Any]] = []
    characters = 0
    for bundle in bundles:
        rows.append(_row(bundle, entities.of(bundle)))
        characters += len(bundle.document.text)
        if len(rows) >= _GROUP_ROWS or characters >= _GROUP_CHARACTERS:
            yield rows
            rows, characters = [], 0
    if rows:
        yield rows


def _row(bundle: Bundle, entities: Iterable[BundleEntity]) -> dict[str, Any]:
    document, layer = bundle.document, bundle.layer
    annotations = layer.annotations if layer else ()
    return {
        "id": document.uuid,
        "name": document.name,
        "text": document.text,
        "text_sha256": document.text_sha256,
        "metadata": {name: getattr(document, name) for name in _METADATA},
        "layer": {
            "kind": layer.kind,
            "reviewers": list(layer.reviewers),
            "status": layer.status,
            "updated": layer.updated,
        }
        if layer
        else None,
        "annotations": [_annotation(item, document.text) for item in annotations],
        "relations": [
            {"id": item.uuid, "type": item.type, "from": item.source, "to": item.target}
            for item in (layer.relations if layer else ())
        ],
        "zones": [
            {"start": zone.start, "end": zone.end, "kind": zone.kind}
            for zone in (layer.zones if layer else ())
        ],
        "entities": [
            {"id": item.uuid, "kind": item.label, "name": item.name, "aliases": list(item.aliases)}
            for item in entities
        ],
    }


def _annotation(item: BundleAnnotation, text: str) -> dict[str, Any]:
    word_start, word_end = whole_words(text, item.start, item.end)
    return {
        "id": item.uuid,
        "start": item.start,
        "end": item.end,
        "label": item.label,
        "quote": item.quote,
        "word_start": word_start,
        "word_end": word_end,
        "attributes": [{"name": name, _column(value): value} for name, value in item.attributes.items()],
        "entity": item.entity,
        "note": item.note,
        "reviewer": item.reviewer,
        "origin": item.origin,
        "scheme_version": item.scheme_version,
    }


def _column(value: Value) -> str:
    if isinstance(value, str):
        return "text"
    return "integer" if isinstance(value, int) else "number"


def read(path: Path, reading: Reading[Options]) -> Iterator[Bundle]:
    """The documents of a file Sanad wrote, or of one with a column ``text`` and one of spans.

    Raises:
        UserError: the file cannot be read, is damaged or has no texts, or at the first fault if faults stop.
    """
    strays = Strays(*_SPANS, *_FIELDS)
    found = (
        Record(
            place_in(path.name, Phrase("row {number}", number=number)), row, len(str(row.get("text"))), number
        )
        for number, row in enumerate(_rows(path), 1)
    )
    yield from bundles_of(found, lambda record: [_bundle(record, reading, strays)], reading)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise needs(_EXTRA, _TITLE) from error
    try:
        with pq.ParquetFile(path) as file:
            _prove(file, path.name)
            for batch in file.iter_batches(batch_size=_BATCH):
                yield from batch.to_pylist()
    except (pa.ArrowException, ValueError, TypeError, KeyError, OverflowError, MemoryError) as error:
        raise UserError("{file} is no Parquet file, or is damaged.", file=path.name) from error
    except OSError as error:
        if error.errno is None:
            raise UserError("{file} is no Parquet file, or is damaged.", file=path.name) from error
        raise UserError("{file} cannot be read: {reason}.", file=path.name, reason=why(error)) from error


def _prove(file: Any, name: str) -> None:  # noqa: ANN401  # the library has no types
    """Refuse what has no texts, and what would not fit into memory."""
    if "text" not in file.schema_arrow.names:
        raise UserError("{file} has no column “text”.", file=name)
    for number in range(file.metadata.num_row_groups):
        if file.metadata.row_group(number).total_byte_size > _MAX_GROUP_BYTES:
            raise UserError(
                "{file} unpacks to more than {limit} MB; it is refused.",
                file=name,
                limit=_MAX_GROUP_BYTES // 2**20,
            )


def _bundle(record: Record, reading: Reading[Options], strays: Strays) -> Bundle:
    row = record.value
    prove_strings(record.place, row)
    metadata = mapped(row.get("metadata"))
    document = article(record, row.get("text"), row, metadata)
    draft = Draft(document.text, reading, place=record.place)
    strays.tell(draft, row, metadata)
    spans = next((found for key in _SPANS if (found := _listed(row.get(key)))), [])
    for span in spans:
        item = mapped(span) or dict(zip(("start", "end", "label"), listed(span), strict=False))
        draft.annotate(
            item.get("start", item.get("start_offset")),
            item.get("end", item.get("end_offset")),
            item.get("label", item.get("type")),
            uuid=item.get("id"),
            quote=item.get("quote"),
            attributes=_attributes(item.get("attributes")),
        )
    for link in map(mapped, _listed(row.get("relations"))):
        source, target = (identifier(link.get(end)) for end in ("from", "to"))
        draft.relate(source, target, link.get("type"), uuid=link.get("id"))
    return restored(draft.bundle(document, record), _kept(row, metadata, record, reading))


def _kept(row: dict[str, Any], metadata: dict[str, Any], record: Record, reading: Reading[Options]) -> Aside:
    """What Sanad itself wrote of the row."""
    if not {"annotations", "layer", "text_sha256"} <= set(row):
        return Aside()
    ids = {"id": row.get("id"), "name": row.get("name")}
    found = {
        "document": _without_gaps({**metadata, **ids}),
        "layer": row.get("layer"),
        "annotations": [
            {key: value for key, value in item.items() if key != "attributes" and value is not None}
            for item in map(mapped, listed(row.get("annotations")))
        ],
        "relations": row.get("relations"),
        "zones": row.get("zones"),
        "entities": row.get("entities"),
    }
    return found_aside(_without_gaps(found), record.place, reading)


def _without_gaps(found: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if value is not None}


def _listed(value: object) -> list[Any]:
    """A list of objects, also where a column for each of their fields was made of it."""
    if not isinstance(value, dict):
        return listed(value)
    columns = {key: listed(column) for key, column in value.items()}
    count = max(map(len, columns.values()), default=0)
    return [{key: column[i] for key, column in columns.items() if i < len(column)} for i in range(count)]


def _attributes(found: object) -> dict[str, object]:
    if isinstance(found, dict):
        return found
    values: dict[str, object] = {}
    for item in map(mapped, listed(found)):
        known = (item.get(column) for column in ("text", "integer", "number"))
        values[identifier(item.get("name"))] = next((value for value in known if value is not None), None)
    return values


PARQUET = Format(
    name="parquet",
    title=_TITLE,
    suffixes=(".parquet",),
    read=read,
    write=write,
    loses=frozenset({Loss.COMPARISONS}),
    extra=_EXTRA,
)
