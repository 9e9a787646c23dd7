r"""Gold JSONL, version 1: one document with one layer a line. The one format that holds all a reviewer said.

The same bundles give the same bytes: keys in a fixed order, annotations by (start, -end, label, id),
relations by where they start and lead, and no line separator but ``\n`` (U+0085, U+2028 and U+2029 are
escaped, for readers that use ``splitlines``). Reading is in :mod:`annotator.formats.gold_reading`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from annotator.core.errors import Phrase
from annotator.core.records import Value
from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleComparison,
    BundleDocument,
    BundleEntity,
    BundleLayer,
    BundleRelation,
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
_SEPARATORS = {"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_string = json.encoder.encode_basestring


def write(bundles: Iterable[Bundle], _writing: Writing[Options]) -> Iterator[Part]:
    """One line for each bundle that has a layer. What stands beside the lines is the dataset's business."""
    for bundle in bundles:
        if bundle.layer is not None:
            yield Part("", write_line(bundle.document, bundle.layer))


def write_line(document: BundleDocument, layer: BundleLayer) -> bytes:
    """The line of one document and layer, with its line end."""
    text = document.text
    annotations = sorted(layer.annotations, key=lambda item: (item.start, -item.end, item.label, item.uuid))
    head = {
        "format": NAME,
        "version": VERSION,
        "id": document.uuid,
        "name": document.name,
        "text": text,
        "text_sha256": document.text_sha256,
        "offset_unit": OFFSET_UNIT,
        "metadata": {
            "title": document.title,
            "source": document.source,
            "published": document.published,
            "language": document.language,
        },
        "layer": {
            "kind": layer.kind,
            "reviewers": layer.reviewers,
            "status": layer.status,
            "updated": layer.updated,
        },
    }
    tail = {
        "relations": [
            {"id": item.uuid, "type": item.type, "from": item.source, "to": item.target}
            for item in _in_order(layer.relations, annotations)
        ],
        "zones": [
            {"start": zone.start, "end": zone.end, "kind": zone.kind}
            for zone in sorted(layer.zones, key=lambda item: (item.start, -item.end, item.kind))
        ],
    }
    middle = ", ".join([_annotation(item, text, layer) for item in annotations])
    return _to_bytes(f'{_encode(head)[:-1]}, "annotations": [{middle}], {_encode(tail)[1:]}')


def write_entities(entities: Iterable[BundleEntity]) -> Iterator[bytes]:
    """The lines of ``entities.jsonl``, by (name, id)."""
    for entity in sorted(entities, key=lambda item: (item.name, item.uuid)):
        line = {"id": entity.uuid, "kind": entity.label, "name": entity.name, "aliases": entity.aliases}
        yield _to_bytes(_encode(line))


def write_comparisons(comparisons: Iterable[BundleComparison]) -> Iterator[bytes]:
    """The lines of ``comparisons.jsonl``, by (annotations, id); the annotations of a line in order too."""
    lines = [
        {
            "id": item.uuid,
            "verdict": item.verdict,
            "annotations": sorted(item.annotations),
            "note": item.note,
            "reviewer": item.reviewer,
            "at": item.at,
        }
        for item in comparisons
    ]
    for line in sorted(lines, key=lambda line: (line["annotations"], line["id"])):
        yield _to_bytes(_encode(line))


def _annotation(item: BundleAnnotation, text: str, layer: BundleLayer) -> str:
    """One annotation. Put together by hand: there are many, and this takes half of ``json``'s time."""
    return (
        f'{{"id": {_string(item.uuid)}, "start": {item.start}, "end": {item.end},'
        f' "label": {_string(item.label)}, "quote": {_string(item.quote)},'
        f' "word_start": {_word_start(text, item.start)}, "word_end": {_word_end(text, item.end)},'
        f' "attributes": {_attributes(item.attributes) if item.attributes else "{}"},'
        f' "entity": {"null" if item.entity is None else _string(item.entity)},'
        f' "note": {_string(item.note)}, "reviewer": {_string(item.reviewer or layer.reviewers[0])},'
        f' "origin": {_string(item.origin)}, "scheme_version": {item.scheme_version}}}'
    )


def _attributes(attributes: Mapping[str, Value]) -> str:
    pairs = [f"{_string(name)}: {_value(value)}" for name, value in attributes.items()]
    return f"{{{', '.join(pairs)}}}"


def _value(value: Value) -> str:
    if isinstance(value, str):
        return _string(value)
    return str(value) if type(value) is int else _encode(value)


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


def _to_bytes(line: str) -> bytes:
    for separator, escape in _SEPARATORS.items():
        if separator in line:
            line = line.replace(separator, escape)
    return line.encode() + b"\n"


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
