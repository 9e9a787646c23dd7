"""GATE XML: a document with one annotation set for each reviewer. Reading is in :mod:`gate_reading`.

The label is the annotation's type, its attributes are features with their Java classes. What GATE has no word
for stands in features that begin with ``sanad.``.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from annotator.core.errors import Phrase
from annotator.core.records import Value
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleEntity, BundleLayer
from annotator.formats.file_names import FileNames
from annotator.formats.format import Format, Part, Writing
from annotator.formats.gate.reading import OWN, GateReading, read
from annotator.formats.losing import Loss
from annotator.formats.options import Options
from annotator.formats.xml_text import attribute, content, with_legal_text
from annotator.text.utf16 import Utf16Map

_DOCUMENT = ("uuid", "name", "title", "source", "published", "language", "direction")


def write(bundles: Iterable[Bundle], writing: Writing[Options]) -> Iterator[Part]:
    """A file for each document, with all its layers."""
    names = FileNames()
    entities: dict[str, BundleEntity] = {}
    for _, group in groupby(bundles, lambda item: (item.document.uuid, item.document.text_sha256)):
        layers = [with_legal_text(item, writing) for item in group]
        entities |= {item.uuid: item for bundle in layers for item in bundle.entities}
        name = names.give(layers[0].document.name.removesuffix(".txt"), ".xml")
        yield Part(name, "".join(_lines(layers, entities)).encode())


def _lines(bundles: list[Bundle], entities: dict[str, BundleEntity]) -> Iterator[str]:
    document = bundles[0].document
    layers: dict[str, BundleLayer] = {}
    for bundle in bundles:
        if bundle.layer:
            layers[_set_name(bundle.layer, layers)] = bundle.layer
    units = Utf16Map(document.text)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<GateDocument version="3">\n<GateDocumentFeatures>\n'
    yield from _features(
        {"gate.SourceURL": document.source or "created from String", "MimeType": "text/plain"}
    )
    yield from _features({f"{OWN}{field}": str(getattr(document, field)) for field in _DOCUMENT})
    yield from _features({f"{OWN}layers": _json({name: _about(layer) for name, layer in layers.items()})})
    yield from _features({f"{OWN}entities": _json(_mentioned(layers.values(), entities))})
    yield "</GateDocumentFeatures>\n"
    text = "".join(_text_with_nodes(document.text, layers.values(), units))
    yield f"<TextWithNodes>{text}</TextWithNodes>\n"
    ids = _Ids()
    for name, layer in layers.items():
        yield from _set(name, layer, units, ids)
    yield "</GateDocument>\n"


def _set_name(layer: BundleLayer, taken: Iterable[str]) -> str:
    """The reviewer's name; another, if the document has a set of that name already."""
    base = layer.reviewers[0] or "annotations"
    name = base = f"{base} (adjudicated)" if layer.kind == "adjudicated" else base
    number = 2
    while name in taken:
        name, number = f"{base} ({number})", number + 1
    return name


def _about(layer: BundleLayer) -> dict[str, object]:
    return {
        "kind": layer.kind,
        "reviewers": layer.reviewers,
        "status": layer.status,
        "updated": layer.updated,
    }


def _mentioned(layers: Iterable[BundleLayer], entities: dict[str, BundleEntity]) -> list[dict[str, object]]:
    used = dict.fromkeys(item.entity for layer in layers for item in layer.annotations if item.entity)
    return [
        {"id": item.uuid, "kind": item.label, "name": item.name, "aliases": item.aliases}
        for item in (entities[uuid] for uuid in used if uuid in entities)
    ]


def _text_with_nodes(text: str, layers: Iterable[BundleLayer], units: Utf16Map) -> Iterator[str]:
    """The text, with a node wherever a span or zone begins or ends."""
    places: set[int] = set()
    for layer in layers:
        spans = [(item.start, item.end) for item in layer.annotations]
        places.update(*spans, *((zone.start, zone.end) for zone in layer.zones))
    position = 0
    for place in sorted(places):
        yield f'{content(text[position:place])}<Node id="{units.to_utf16(place)}"/>'
        position = place
    yield content(text[position:])


class _Ids:
    """Whole numbers, each given once in a document."""

    def __init__(self) -> None:
        self._last = -1

    def next(self) -> int:
        self._last += 1
        return self._last


def _set(name: str, layer: BundleLayer, units: Utf16Map, ids: _Ids) -> Iterator[str]:
    yield f"<AnnotationSet Name={attribute(name)}>\n"
    known: dict[str, int] = {}
    for item in sorted(layer.annotations, key=lambda item: (item.start, -item.end)):
        known[item.uuid] = ids.next()
        yield from _annotation(
            known[item.uuid], item.label, (item.start, item.end), _values(item, layer), units
        )
    for zone in layer.zones:
        span = (zone.start, zone.end)
        yield from _annotation(ids.next(), f"{OWN}Zone", span, {"kind": zone.kind}, units)
    yield "</AnnotationSet>\n"
    if layer.relations:
        yield f"<RelationSet Name={attribute(name)}>\n"
        for link in layer.relations:
            members = f"{known[link.source]};{known[link.target]}"
            yield f'<Relation Id="{ids.next()}" Type={attribute(link.type)} Members="{members}">\n'
            yield "<UserData/>\n"
            yield from _features({f"{OWN}id": link.uuid})
            yield "</Relation>\n"
        yield "</RelationSet>\n"


def _annotation(
    key: int, kind: str, span: tuple[int, int], values: dict[str, Value], units: Utf16Map
) -> Iterator[str]:
    start, end = map(units.to_utf16, span)
    yield f'<Annotation Id="{key}" Type={attribute(kind)} StartNode="{start}" EndNode="{end}">\n'
    yield from _features(values)
    yield "</Annotation>\n"


def _values(item: BundleAnnotation, layer: BundleLayer) -> dict[str, Value]:
    own: dict[str, Value] = {"id": item.uuid, "origin": item.origin, "schemeVersion": item.scheme_version}
    own |= {"note": item.note} if item.note else {}
    own |= {"entity": item.entity} if item.entity else {}
    if item.reviewer not in ("", layer.reviewers[0]):
        own["reviewer"] = item.reviewer
    return {**item.attributes, **{f"{OWN}{name}": value for name, value in own.items()}}


def _features(values: dict[str, Value]) -> Iterator[str]:
    for name, value in values.items():
        kind = "String" if isinstance(value, str) else "Long" if isinstance(value, int) else "Double"
        yield (
            f'<Feature>\n  <Name className="java.lang.String">{content(name)}</Name>\n'
            f'  <Value className="java.lang.{kind}">{content(str(value))}</Value>\n</Feature>\n'
        )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _claims(path: Path, head: bytes) -> bool:
    return b"<GateDocument" in head and path.suffix.lower() != ".txt"


GATE = Format(
    name="gate",
    title=Phrase("GATE XML"),
    suffixes=(".xml",),
    claims=_claims,
    read=read,
    write=write,
    shape=with_legal_text,
    one_file=False,
    reading=GateReading,
    loses=frozenset({Loss.FILE, Loss.COMPARISONS}),
    kept_aside=frozenset(
        {
            *(Loss.DOCUMENT_ID, Loss.NAME, Loss.METADATA, Loss.LANGUAGE, Loss.DIRECTION),
            *(Loss.LAYER_KIND, Loss.REVIEWER, Loss.MAKER, Loss.STATUS, Loss.UPDATED),
            *(
                Loss.ANNOTATION_IDS,
                Loss.ENTITIES,
                Loss.NOTES,
                Loss.ORIGIN,
                Loss.SCHEME_VERSION,
                Loss.RELATION_IDS,
            ),
        }
    ),
)
