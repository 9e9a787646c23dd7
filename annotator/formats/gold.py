r"""Gold JSONL, version 1: one document with one layer a line. The one format that holds all a reviewer said.

The same bundles give the same bytes: keys in a fixed order, annotations by (start, -end, label, id),
relations by where they start and lead, and no line separator but ``\n`` (U+0085, U+2028 and U+2029 are
escaped, for readers that use ``splitlines``). Reading is in :mod:`annotator.formats.gold_reading`.
"""

import json
from collections.abc import Iterable, Iterator

from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleDocument,
    BundleEntity,
    BundleLayer,
    BundleRelation,
    Format,
)
from annotator.formats.gold_reading import read
from annotator.formats.gold_shape import NAME, OFFSET_UNIT, VERSION
from annotator.text.words import word_at

_SEPARATORS = {"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write(bundles: Iterable[Bundle]) -> Iterator[bytes]:
    """One line for each bundle that has a layer."""
    for bundle in bundles:
        if bundle.layer is not None:
            yield write_line(bundle.document, bundle.layer)


def write_line(document: BundleDocument, layer: BundleLayer) -> bytes:
    """The line of one document and layer, with its line end."""
    text = document.text
    annotations = sorted(layer.annotations, key=lambda item: (item.start, -item.end, item.label, item.uuid))
    line = {
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
        "annotations": [_annotation(item, text, layer) for item in annotations],
        "relations": [
            {"id": item.uuid, "type": item.type, "from": item.source, "to": item.target}
            for item in _in_order(layer.relations, annotations)
        ],
        "zones": [
            {"start": zone.start, "end": zone.end, "kind": zone.kind}
            for zone in sorted(layer.zones, key=lambda item: (item.start, -item.end, item.kind))
        ],
    }
    return _to_bytes(line)


def write_entities(entities: Iterable[BundleEntity]) -> Iterator[bytes]:
    """The lines of ``entities.jsonl``, by (name, id)."""
    for entity in sorted(entities, key=lambda item: (item.name, item.uuid)):
        yield _to_bytes(
            {"id": entity.uuid, "kind": entity.label, "name": entity.name, "aliases": entity.aliases}
        )


def _annotation(item: BundleAnnotation, text: str, layer: BundleLayer) -> dict[str, object]:
    return {
        "id": item.uuid,
        "start": item.start,
        "end": item.end,
        "label": item.label,
        "quote": item.quote,
        "word_start": _word_start(text, item.start),
        "word_end": _word_end(text, item.end),
        "attributes": item.attributes,
        "entity": item.entity,
        "note": item.note,
        "reviewer": item.reviewer or layer.reviewers[0],
        "origin": item.origin,
        "scheme_version": item.scheme_version,
    }


# Together these are `boundaries.whole_words`, but most spans begin after white space and end before it, where no
# word can be cut: looking words up only elsewhere halves the time of an export.


def _word_start(text: str, start: int) -> int:
    if start == 0 or text[start - 1].isspace():
        return start
    word = word_at(text, start)
    return word[0] if word and word[0] < start < word[1] else start


def _word_end(text: str, end: int) -> int:
    if end == len(text) or text[end].isspace():
        return end
    word = word_at(text, end)
    return word[1] if word and word[0] < end < word[1] else end


def _in_order(
    relations: Iterable[BundleRelation], annotations: Iterable[BundleAnnotation]
) -> list[BundleRelation]:
    place = {item.uuid: index for index, item in enumerate(annotations)}
    return sorted(relations, key=lambda item: (place[item.source], item.type, place[item.target], item.uuid))


def _to_bytes(line: dict[str, object]) -> bytes:
    encoded = _encode(line)
    for separator, escape in _SEPARATORS.items():
        if separator in encoded:
            encoded = encoded.replace(separator, escape)
    return encoded.encode() + b"\n"


GOLD = Format(
    name="gold",
    title="Gold JSONL",
    suffixes=(".jsonl",),
    read=read,
    write=write,
    loses=("the base direction of a document", "the encoding and hash of the file an article came from"),
)
