"""What a record of another tool has no field for, kept in it as one JSON object under the key ``sanad``.

Tools keep what they do not know, as metadata of the document, and give it back with their own export. There
annotations may have other ids, and some are gone, new or moved; so each is known again by its label and its
id if that stayed, else where it stands, else where it begins or ends.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import asdict, replace

from annotator.core.errors import Phrase, UserError
from annotator.core.records import Direction, LayerKind, Origin, Status, Value
from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleDocument,
    BundleEntity,
    BundleLayer,
    BundleRelation,
    BundleZone,
)
from annotator.formats.format import Reading
from annotator.formats.losing import Loss
from annotator.formats.values import MAX_INTEGER, is_uuid

KEY = "sanad"
T = TypeVar("T")


class Document(Struct, frozen=True, omit_defaults=True):
    """A document, its text aside."""

    uuid: str = msgspec.field(name="id", default="")
    name: str = ""
    title: str = ""
    source: str = ""
    published: str = ""
    language: str = "ar"
    direction: Direction = "rtl"
    encoding: str = "utf-8"
    bytes_sha256: str = ""


class Layer(Struct, frozen=True, omit_defaults=True):
    """A layer, what is in it aside."""

    reviewers: tuple[str, ...]
    kind: LayerKind = "reviewer"
    status: Status = "started"
    updated: str = ""


class Annotation(Struct, frozen=True, omit_defaults=True):
    """An annotation: where it stands, and the rest."""

    start: int
    end: int
    label: str
    uuid: str = msgspec.field(name="id", default="")
    attributes: dict[str, Value] | UnsetType = UNSET
    """Unset where the record has a place of its own for them."""
    entity: str | None = None
    note: str | UnsetType = UNSET
    reviewer: str = ""
    origin: Origin = "imported"
    scheme_version: int = 1


class Aside(Struct, frozen=True, omit_defaults=True):
    """All of it; each part may be missing."""

    document: Document | None = None
    layer: Layer | None = None
    annotations: tuple[Annotation, ...] = ()
    relations: tuple[BundleRelation, ...] = ()
    zones: tuple[BundleZone, ...] = ()
    entities: tuple[BundleEntity, ...] = ()
    layers: tuple["Aside", ...] = ()
    """Where one record holds several layers: what belongs to each of them."""


class Entities:
    """The entities seen so far; a record brings those it mentions, for it may be read alone."""

    def __init__(self) -> None:
        self._known: dict[str, BundleEntity] = {}

    def of(self, bundle: Bundle) -> tuple[BundleEntity, ...]:
        """Those that a bundle's annotations mention."""
        for entity in bundle.entities:
            self._known[entity.uuid] = entity
        mentioned = {
            item.entity for item in (bundle.layer.annotations if bundle.layer else ()) if item.entity
        }
        return tuple(self._known[uuid] for uuid in sorted(mentioned) if uuid in self._known)

    def fresh(self, bundle: Bundle) -> Bundle:
        """A bundle that was read, with those entities alone that no bundle before it brought."""
        fresh = tuple(item for item in bundle.entities if item.uuid not in self._known)
        self._known |= {item.uuid: item for item in fresh}
        return bundle if len(fresh) == len(bundle.entities) else replace(bundle, entities=fresh)


def bundles_of(
    found: Iterable[T], make: Callable[[T], Iterable[Bundle]], reading: Reading[Any]
) -> Iterator[Bundle]:
    """What is made of each record of a file; one that cannot be used is told, and left out with all in it."""
    entities = Entities()
    for record in found:
        try:
            bundles = list(make(record))
        except UserError as error:
            reading.fault(error)
        else:
            yield from map(entities.fresh, bundles)


def document_aside(document: BundleDocument) -> Document:
    """A document's part."""
    return Document(
        uuid=document.uuid,
        name=document.name,
        title=document.title,
        source=document.source,
        published=document.published,
        language=document.language,
        direction=document.direction,
        encoding=document.encoding,
        bytes_sha256=document.bytes_sha256,
    )


def aside(
    bundle: Bundle, entities: tuple[BundleEntity, ...], *, own: Collection[Loss] = (), document: bool = True
) -> Aside:
    """What to write of a bundle; ``own`` names what the record has places of its own for."""
    layer = bundle.layer
    return Aside(
        document=document_aside(bundle.document) if document else None,
        layer=Layer(layer.reviewers, layer.kind, layer.status, layer.updated) if layer else None,
        annotations=tuple(_annotation(item, own) for item in (layer.annotations if layer else ())),
        relations=layer.relations if layer else (),
        zones=layer.zones if layer else (),
        entities=entities,
    )


def found_aside(value: object, place: str, reading: Reading[Any]) -> Aside:
    """What stands under the key; nothing of it where that is not ours."""
    if value is None:
        return Aside()
    try:
        found: Aside = msgspec.convert(value, Aside)
        _prove(found)
    except (msgspec.ValidationError, ValueError, RecursionError) as error:
        reading.fault(
            UserError(
                "{place}: what stands under “{key}” cannot be used: {reason}.",
                place=place,
                key=KEY,
                reason=error,
            )
        )
        return Aside()
    return found


def restored(bundle: Bundle, kept: Aside, *, linked: bool = True) -> Bundle:
    """A bundle as it was read, with what was kept put back where its annotation is still there.

    ``linked`` says that the record itself tells which relations there are; else what was kept says so.
    """
    bundle = replace(bundle, document=_document(bundle.document, kept), entities=kept.entities)
    layer = bundle.layer
    if layer is None and kept.layer is None:
        return bundle
    layer = _with_layer(layer, kept.layer)
    annotations, renamed = _annotations(layer.annotations, kept.annotations)
    ids = {item.uuid for item in annotations}
    there = [link for link in kept.relations if {link.source, link.target} <= ids]
    relations = _relations(layer.relations, renamed, there) if linked else tuple(there)
    length = len(bundle.document.text)
    zones = tuple(zone for zone in kept.zones if 0 <= zone.start < zone.end <= length)
    return replace(
        bundle, layer=replace(layer, annotations=annotations, relations=relations, zones=layer.zones or zones)
    )


def _annotation(item: BundleAnnotation, own: Collection[Loss]) -> Annotation:
    return Annotation(
        start=item.start,
        end=item.end,
        label=item.label,
        uuid=item.uuid,
        attributes=UNSET if Loss.ATTRIBUTES in own or not item.attributes else item.attributes,
        entity=item.entity,
        note=UNSET if Loss.NOTES in own or not item.note else item.note,
        reviewer=item.reviewer,
        origin=item.origin,
        scheme_version=item.scheme_version,
    )


def _prove(found: Aside) -> None:
    """Refuse what no bundle may hold; the reasons end a sentence."""
    for item in found.annotations:
        values = item.attributes.values() if item.attributes else ()
        if any(isinstance(value, int) and abs(value) > MAX_INTEGER for value in values):
            raise ValueError(Phrase("an integer beyond 64 bits"))
        if not 1 <= item.scheme_version <= MAX_INTEGER:
            raise ValueError(Phrase("a version below 1"))
    if found.document and found.document.uuid and not is_uuid(found.document.uuid):
        raise ValueError(Phrase("the id of a document is not a UUID"))
    if found.layer:
        _prove_reviewers(found.layer)
    for inner in found.layers:
        _prove(inner)
    if any(link.source == link.target for link in found.relations):
        raise ValueError(Phrase("a relation of an annotation to itself"))
    for ids in (found.relations, found.entities):
        if len({item.uuid for item in ids}) != len(ids):
            raise ValueError(Phrase("an id that stands there twice"))
    names = [name for link in found.relations for name in (link.uuid, link.type)]
    names += [name for entity in found.entities for name in (entity.uuid, entity.name, entity.label)]
    names += [zone.kind for zone in found.zones]
    if not all(map(str.strip, names)):
        raise ValueError(Phrase("something without a name"))


def _prove_reviewers(layer: Layer) -> None:
    if not layer.reviewers or len(set(layer.reviewers)) != len(layer.reviewers):
        raise ValueError(Phrase("reviewers without names"))
    if layer.kind == "reviewer" and len(layer.reviewers) > 1:
        raise ValueError(Phrase("several reviewers of one layer"))


def _document(document: BundleDocument, kept: Aside) -> BundleDocument:
    if kept.document is None:
        return document
    return replace(document, **{name: value for name, value in asdict(kept.document).items() if value})


def _with_layer(layer: BundleLayer | None, kept: Layer | None) -> BundleLayer:
    if layer is None:
        layer = BundleLayer(reviewers=("",))
    if kept is None:
        return layer
    writer = layer.reviewers[0] or kept.reviewers[0]
    others = tuple(name for name in kept.reviewers[1:] if name != writer)
    return replace(
        layer,
        kind=kept.kind,
        reviewers=(writer, *others),
        status=kept.status,
        updated=layer.updated or kept.updated,
    )


def _annotations(
    found: Iterable[BundleAnnotation], kept: Iterable[Annotation]
) -> tuple[tuple[BundleAnnotation, ...], dict[str, str]]:
    """The annotations with their own ids and the rest; and which id became which."""
    there = tuple(found)
    known = _known_again(there, kept)
    taken: set[str] = set()
    renamed: dict[str, str] = {}
    annotations = []
    for place, item in enumerate(there):
        again = _again(item, known[place]) if place in known else item
        again = replace(again, uuid=_free(taken, again.uuid, item.uuid))
        renamed[item.uuid] = again.uuid
        annotations.append(again)
    return tuple(annotations), renamed


_SIGNS: tuple[Callable[[Annotation | BundleAnnotation], Hashable], ...] = (
    lambda item: item.uuid if is_uuid(item.uuid) else None,  # tools number theirs anew
    lambda item: (item.start, item.end),
    lambda item: item.start,
    lambda item: item.end,
)
"""By what an annotation is known again beside its label, the surest first; nothing is known by ``None``."""


def _known_again(found: Sequence[BundleAnnotation], kept: Iterable[Annotation]) -> dict[int, Annotation]:
    """What was kept of the annotations found, by their places among these."""
    known: dict[int, Annotation] = {}
    left = dict(enumerate(kept))
    for sign in _SIGNS:
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for number, item in left.items():
            waiting[item.label, sign(item)].append(number)
        for place, other in enumerate(found):
            by = sign(other)
            if place not in known and by is not None and (queue := waiting.get((other.label, by))):
                known[place] = left.pop(queue.popleft())
    return known


def _again(item: BundleAnnotation, kept: Annotation) -> BundleAnnotation:
    return replace(
        item,
        uuid=kept.uuid or item.uuid,
        attributes=item.attributes if kept.attributes is UNSET else kept.attributes,
        entity=kept.entity,
        note=item.note if kept.note is UNSET else kept.note,
        reviewer=kept.reviewer,
        origin=kept.origin,
        scheme_version=kept.scheme_version,
    )


def _free(taken: set[str], *wanted: str) -> str:
    """The first id wanted that is free, or one made of it."""
    found = next((uuid for uuid in wanted if uuid not in taken), "")
    number = len(taken)
    while not found or found in taken:
        number += 1
        found = f"{wanted[-1]}-{number}"
    taken.add(found)
    return found


def _relations(
    found: Iterable[BundleRelation], renamed: dict[str, str], kept: Iterable[BundleRelation]
) -> tuple[BundleRelation, ...]:
    waiting: dict[tuple[str, str, str], deque[str]] = defaultdict(deque)
    for known in kept:
        waiting[known.type, known.source, known.target].append(known.uuid)
    taken: set[str] = set()
    relations = []
    for item in found:
        source, target = renamed[item.source], renamed[item.target]
        queue = waiting.get((item.type, source, target))
        wanted = (queue.popleft(), item.uuid) if queue else (item.uuid,)
        relations.append(replace(item, uuid=_free(taken, *wanted), source=source, target=target))
    return tuple(relations)
