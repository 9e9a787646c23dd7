r"""Gold JSONL, version 1: one document with one layer a line. The one format that holds all a reviewer said.

The same bundles give the same bytes: keys in a fixed order, annotations by (start, -end, label, id),
relations by where they start and lead, and no line separator but ``\n`` (U+0085, U+2028 and U+2029 are
escaped, for readers that use ``splitlines``). Reading is in :mod:`annotator.formats.gold_reading`.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from annotator.core.errors import Phrase
from annotator.core.records import LayerKind, Origin, Status, Value
from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleComparison,
    BundleDocument,
    BundleEntity,
    BundleLayer,
    BundleRelation,
    BundleZone,
)
from annotator.formats.format import Format, Part, Writing
from annotator.formats.gold_reading import COMPARISONS_NAME, ENTITIES_NAME, read
from annotator.formats.gold_shape import NAME, OFFSET_UNIT, VERSION
from annotator.formats.losing import Loss
from annotator.formats.options import Options
from annotator.text.words import word_at

_GLIMPSE = 256
_BESIDE = ("scheme.json", "manifest.json", "README.md")
"""What else a dataset holds; not read with the lines, and no article either."""
_SEPARATORS = tuple(
    (letter.encode()[0], letter.encode(), f"\\u{ord(letter):04x}".encode()) for letter in "\u0085\u2028\u2029"
)
"""Each with its first byte, which is rare in Arabic and found at once."""
_encode = msgspec.json.Encoder().encode


def write(bundles: Iterable[Bundle], _writing: Writing[Options]) -> Iterator[Part]:
    """One line for each bundle that has a layer. What stands beside the lines is the dataset's business."""
    for bundle in bundles:
        if bundle.layer is not None:
            yield Part("", write_line(bundle.document, bundle.layer))


def write_line(document: BundleDocument, layer: BundleLayer) -> bytes:
    """The line of one document and layer, with its line end."""
    text, writer = document.text, layer.reviewers[0]
    annotations = sorted(layer.annotations, key=_place)
    line = _Line(
        NAME,
        VERSION,
        document.uuid,
        document.name,
        text,
        document.text_sha256,
        OFFSET_UNIT,
        _Metadata(document.title, document.source, document.published, document.language),
        _Layer(layer.kind, layer.reviewers, layer.status, layer.updated),
        [_annotation(item, text, writer) for item in annotations],
        _in_order(layer.relations, annotations) if layer.relations else (),
        sorted(layer.zones, key=lambda item: (item.start, -item.end, item.kind)),
    )
    return _to_bytes(line)


def write_entities(entities: Iterable[BundleEntity]) -> Iterator[bytes]:
    """The lines of ``entities.jsonl``, by (name, id)."""
    for entity in sorted(entities, key=lambda item: (item.name, item.uuid)):
        yield _to_bytes(entity)


def write_comparisons(comparisons: Iterable[BundleComparison]) -> Iterator[bytes]:
    """The lines of ``comparisons.jsonl``, by (annotations, id); the annotations of a line in order too."""
    lines = [replace(item, annotations=tuple(sorted(item.annotations))) for item in comparisons]
    for line in sorted(lines, key=lambda line: (line.annotations, line.uuid)):
        yield _to_bytes(line)


# What a line looks like. The order of the fields is that of the keys; relations, zones, entities and
# comparisons have the order of the bundle's own structs. Encoded as structs they take a tenth of the time.


class _Metadata(Struct, gc=False):
    title: str
    source: str
    published: str
    language: str


class _Layer(Struct):
    kind: LayerKind
    reviewers: tuple[str, ...]
    status: Status
    updated: str


class _Annotation(Struct, gc=False):
    id: str
    start: int
    end: int
    label: str
    quote: str
    word_start: int
    word_end: int
    attributes: dict[str, Value]
    entity: str | None
    note: str
    reviewer: str
    origin: Origin
    scheme_version: int


class _Line(Struct):
    format: str
    version: int
    id: str
    name: str
    text: str
    text_sha256: str
    offset_unit: str
    metadata: _Metadata
    layer: _Layer
    annotations: list[_Annotation]
    relations: Sequence[BundleRelation]
    zones: Sequence[BundleZone]


def _place(item: BundleAnnotation) -> tuple[int, int, str, str]:
    return item.start, -item.end, item.label, item.uuid


def _annotation(item: BundleAnnotation, text: str, writer: str) -> _Annotation:
    start, end = item.start, item.end  # mostly between two blanks, where there is nothing to look up
    word_start = start if start and text[start - 1] == " " else _word_start(text, start)
    word_end = end if text[end : end + 1] == " " else _word_end(text, end)
    return _Annotation(
        item.uuid,
        start,
        end,
        item.label,
        item.quote,
        word_start,
        word_end,
        item.attributes,
        item.entity,
        item.note,
        item.reviewer or writer,
        item.origin,
        item.scheme_version,
    )


# Together these are `words.whole_words`. Most spans begin and end where no word is cut: beside white
# space, or one mark of punctuation away from it. Looking words up only elsewhere halves the export's time.
_OPENING = frozenset("\"'«“‘([")
_CLOSING = frozenset("\"'»”’)].,:;!?…،؛؟")


def _word_start(text: str, start: int) -> int:
    if start == 0 or text[start - 1].isspace():
        return start
    if text[start - 1] in _OPENING and (start == 1 or text[start - 2].isspace()):
        return start
    word = word_at(text, start)
    return word[0] if word and word[0] < start < word[1] else start


def _word_end(text: str, end: int) -> int:
    if end == len(text) or text[end].isspace():
        return end
    if text[end] in _CLOSING and (end + 1 == len(text) or text[end + 1].isspace()):
        return end
    word = word_at(text, end)
    return word[1] if word and word[0] < end < word[1] else end


def _in_order(
    relations: Iterable[BundleRelation], annotations: Iterable[BundleAnnotation]
) -> list[BundleRelation]:
    place = {item.uuid: index for index, item in enumerate(annotations)}
    return sorted(relations, key=lambda item: (place[item.source], item.type, place[item.target], item.uuid))


def _to_bytes(line: Struct) -> bytes:
    data = _encode(line)
    for first, separator, escape in _SEPARATORS:
        if first in data and separator in data:
            data = data.replace(separator, escape)
    return data + b"\n"


def _claims(path: Path, head: bytes) -> bool:
    if path.suffix.lower() == ".txt":
        return False
    return f'"{NAME}"'.encode() in head[:_GLIMPSE] or path.name in (ENTITIES_NAME, COMPARISONS_NAME)


def _companions(path: Path) -> tuple[Path, ...]:
    return tuple(map(path.with_name, (ENTITIES_NAME, COMPARISONS_NAME, *_BESIDE)))


GOLD = Format(
    name="gold",
    title=Phrase("Sanad gold"),
    suffixes=(".jsonl",),
    claims=_claims,
    companions=_companions,
    read=read,
    write=write,
    loses=frozenset({Loss.DIRECTION, Loss.FILE}),
)
