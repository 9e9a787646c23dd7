"""W3C Web Annotation: JSON-LD that viewers, libraries and Hypothes.is exchange.

The model annotates a resource and does not hold it. So a document is two files: its text, and beside it an
AnnotationCollection whose annotations have that file for their source. Offsets count code points, as the
model says. What the model has no word for stands in properties of our own, which others ignore.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote
from uuid import NAMESPACE_URL, uuid5

from annotator.core.errors import Phrase
from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleDocument,
    BundleEntity,
    BundleLayer,
    BundleRelation,
    BundleZone,
)
from annotator.formats.format import Format, Part, Writing
from annotator.formats.json_records import SUFFIXES, to_line
from annotator.formats.layer_files import LayerFiles
from annotator.formats.losing import Loss
from annotator.formats.options import Options
from annotator.formats.web_annotation.reading import CONTEXT, iri, read

_AROUND = 32
"""Characters of context on either side of a quote, as Hypothes.is has it."""
_SOURCES = re.compile(rb'"(?:source|id|@id|hasSource)"\s*:\s*"([^"\\/:]{1,200}\.txt)"')
_GLIMPSE = 65536


def write(bundles: Iterable[Bundle], writing: Writing[Options]) -> Iterator[Part]:
    """The text, and a collection of what one layer says of it."""
    files = LayerFiles(writing)
    entities: dict[str, BundleEntity] = {}
    for bundle in bundles:
        entities |= {item.uuid: item for item in bundle.entities}
        document = bundle.document
        path = files.give(bundle, ".jsonld", document.name.removesuffix(".txt"))
        text = f"{path.removesuffix('.jsonld')}.txt"
        source = quote(text.rpartition("/")[2])
        yield Part(text, document.text.encode())
        yield Part(path, to_line(_collection(document, bundle.layer, source, entities)))


def _collection(
    document: BundleDocument, layer: BundleLayer | None, source: str, entities: dict[str, BundleEntity]
) -> dict[str, Any]:
    items = list(_items(document, layer, source, entities)) if layer else []
    who = (layer.kind, *layer.reviewers) if layer else ()
    key = uuid5(NAMESPACE_URL, "\n".join((document.uuid or document.text_sha256, *who)))
    value: dict[str, Any] = {
        "@context": CONTEXT,
        "id": f"urn:uuid:{key}",
        "type": "AnnotationCollection",
        "label": document.name,
        "total": len(items),
        "sanad:source": _source(document, source),
        "first": {"id": f"urn:uuid:{key}#1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    if layer:
        value |= {
            "creator": _person(layer.reviewers[0]),
            "modified": layer.updated,
            "sanad:kind": layer.kind,
            "sanad:reviewers": layer.reviewers,
            "sanad:status": layer.status,
        }
    return value


def _source(document: BundleDocument, source: str) -> dict[str, str]:
    return {
        "id": source,
        "type": "Text",
        "format": "text/plain",
        "language": document.language,
        "textDirection": document.direction,
        "dc:title": document.title,
        "dc:source": document.source,
        "dcterms:issued": document.published,
        "sanad:document": document.uuid,
        "sanad:sha256": document.text_sha256,
    }


def _items(
    document: BundleDocument, layer: BundleLayer, source: str, entities: dict[str, BundleEntity]
) -> Iterator[dict[str, Any]]:
    text = document.text
    for item in sorted(layer.annotations, key=lambda item: (item.start, -item.end)):
        value: dict[str, Any] = {
            "id": iri(item.uuid),
            "type": "Annotation",
            "motivation": "tagging",
            "body": list(_bodies(item, entities)),
            "target": _target(source, text, item.start, item.end),
            "sanad:origin": item.origin,
            "sanad:schemeVersion": item.scheme_version,
        }
        if item.reviewer not in ("", layer.reviewers[0]):
            value["creator"] = _person(item.reviewer)
        yield value
    yield from map(_relation, layer.relations)
    yield from (_zone(zone, source, text) for zone in layer.zones)


def _bodies(item: BundleAnnotation, entities: dict[str, BundleEntity]) -> Iterator[dict[str, Any]]:
    yield _body("tagging", item.label)
    for name, value in item.attributes.items():
        body = {**_body("describing", str(value)), "sanad:attribute": name}
        yield body if isinstance(value, str) else {**body, "sanad:number": value}
    if item.note:
        yield _body("commenting", item.note)
    if item.entity:
        entity = entities.get(item.entity)
        known: dict[str, Any] = {"id": iri(item.entity)}
        if entity:
            known |= {"sanad:label": entity.label, "sanad:name": entity.name}
            known |= {"sanad:aliases": entity.aliases} if entity.aliases else {}
        yield {"type": "SpecificResource", "purpose": "identifying", "source": known}


def _body(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _target(source: str, text: str, start: int, end: int) -> dict[str, Any]:
    around = {"prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]}
    return {
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {"type": "TextQuoteSelector", "exact": text[start:end], **around},
        ],
    }


def _relation(link: BundleRelation) -> dict[str, Any]:
    """A link from the first target to the second, as Recogito has relations."""
    return {
        "id": iri(link.uuid),
        "type": "Annotation",
        "motivation": "linking",
        "body": [_body("tagging", link.type)],
        "target": [{"id": iri(link.source)}, {"id": iri(link.target)}],
    }


def _zone(zone: BundleZone, source: str, text: str) -> dict[str, Any]:
    return {
        "id": f"{source}#char={zone.start},{zone.end};{quote(zone.kind)}",
        "type": ["Annotation", "sanad:Zone"],
        "motivation": "classifying",
        "body": [_body("classifying", zone.kind)],
        "target": _target(source, text, zone.start, zone.end),
    }


def _person(name: str) -> dict[str, str]:
    return {"type": "Person", "name": name}


def _claims(path: Path, head: bytes) -> bool:
    if path.suffix.lower() == ".jsonld":
        return True
    known = b"ns/anno.jsonld" in head or b"TextPositionSelector" in head or b"TextQuoteSelector" in head
    return path.suffix.lower() in SUFFIXES and known


def _companions(path: Path) -> tuple[Path, ...]:
    """The texts that a file speaks of, as far as its beginning tells."""
    try:
        with path.open("rb") as file:
            head = file.read(_GLIMPSE)
    except OSError:
        head = b""
    names = (unquote(name.decode("utf-8", "ignore")) for name in _SOURCES.findall(head))
    safe = [name for name in dict.fromkeys(names) if "/" not in name and "\0" not in name]
    return (path.with_suffix(".txt"), *(path.parent / name for name in safe))


WEB_ANNOTATION = Format(
    name="web-annotation",
    title=Phrase("W3C Web Annotation"),
    suffixes=(".jsonld",),
    claims=_claims,
    companions=_companions,
    read=read,
    write=write,
    one_file=False,
    loses=frozenset({Loss.FILE, Loss.COMPARISONS}),
    kept_aside=frozenset(
        {
            *(Loss.DOCUMENT_ID, Loss.METADATA, Loss.LANGUAGE, Loss.DIRECTION, Loss.LAYER_KIND),
            *(
                Loss.STATUS,
                Loss.ATTRIBUTES,
                Loss.ENTITY_DETAILS,
                Loss.ORIGIN,
                Loss.SCHEME_VERSION,
                Loss.ZONES,
            ),
        }
    ),
)
