"""What a format cannot hold: named once, so that it can be told beforehand, counted and tested.

``without(bundle, losses)`` is the bundle as it is once all of that is lost; reading what a format wrote gives
exactly that, and a test of every format says so.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from enum import StrEnum

from msgspec.structs import replace

from annotator.core.errors import Phrase
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleDocument, BundleLayer


class Loss(StrEnum):
    """One thing a project holds and a format may not."""

    DOCUMENT_ID = "document id"
    NAME = "name"
    METADATA = "metadata"
    LANGUAGE = "language"
    DIRECTION = "direction"
    FILE = "file"
    TEXT = "text"
    LAYER_KIND = "layer kind"
    REVIEWER = "reviewer"
    MAKER = "maker"
    STATUS = "status"
    UPDATED = "updated"
    ANNOTATIONS = "annotations"
    ANNOTATION_IDS = "annotation ids"
    WORD_PARTS = "word parts"
    LINE_ENDS = "line ends"
    NESTING = "nesting"
    LABELS = "labels"
    COINCIDENCE = "coincidence"
    ATTRIBUTES = "attributes"
    ATTRIBUTE_TYPES = "attribute types"
    ENTITIES = "entities"
    ENTITY_DETAILS = "entity details"
    NOTES = "notes"
    ORIGIN = "origin"
    SCHEME_VERSION = "scheme version"
    RELATIONS = "relations"
    RELATION_IDS = "relation ids"
    ZONES = "zones"
    COMPARISONS = "comparisons"


SENTENCES = {
    Loss.DOCUMENT_ID: Phrase("the id of a document"),
    Loss.NAME: Phrase("the name of a document"),
    Loss.METADATA: Phrase("title, source and date of an article"),
    Loss.LANGUAGE: Phrase("the language of an article"),
    Loss.DIRECTION: Phrase("the base direction of an article"),
    Loss.FILE: Phrase("encoding and hash of the file an article came from"),
    Loss.TEXT: Phrase("the text to its last blank: all of it, or its exact white space"),
    Loss.LAYER_KIND: Phrase("whether a layer is adjudicated, and from whose layers"),
    Loss.REVIEWER: Phrase("who annotated"),
    Loss.MAKER: Phrase("who made one annotation, where it is not the layer's reviewer"),
    Loss.STATUS: Phrase("whether a document is done"),
    Loss.UPDATED: Phrase("when a layer last changed"),
    Loss.ANNOTATIONS: Phrase("all annotations"),
    Loss.ANNOTATION_IDS: Phrase("the ids of annotations"),
    Loss.WORD_PARTS: Phrase("spans that begin or end inside a word or at white space: fitted to words"),
    Loss.LINE_ENDS: Phrase("spans that go over a line end"),
    Loss.NESTING: Phrase("spans that overlap others"),
    Loss.COINCIDENCE: Phrase("several annotations on the same span"),
    Loss.LABELS: Phrase("labels in whose place something else is written"),
    Loss.ATTRIBUTES: Phrase("attributes"),
    Loss.ATTRIBUTE_TYPES: Phrase("whether a value is a number or text"),
    Loss.ENTITIES: Phrase("entities, and which annotation mentions which"),
    Loss.ENTITY_DETAILS: Phrase("names and aliases of entities; which annotations share one is kept"),
    Loss.NOTES: Phrase("notes"),
    Loss.ORIGIN: Phrase("how an annotation came to be: by hand, suggested, imported"),
    Loss.SCHEME_VERSION: Phrase("the version of the label set an annotation was made under"),
    Loss.RELATIONS: Phrase("relations"),
    Loss.RELATION_IDS: Phrase("the ids of relations"),
    Loss.ZONES: Phrase("zones"),
    Loss.COMPARISONS: Phrase("comparisons of annotations"),
}
"""Each loss as a person reads it."""

OF_FORM = frozenset(
    {
        *(Loss.TEXT, Loss.WORD_PARTS, Loss.LINE_ENDS, Loss.NESTING, Loss.COINCIDENCE),
        *(Loss.LABELS, Loss.ATTRIBUTE_TYPES),
    }
)
"""Losses that depend on how the text or the spans lie, or on values. Only the format knows them: it makes
them in its ``shape``, before it writes, and tells each one to ``Writing.lost``."""


UNCOUNTED = frozenset(
    {
        Loss.DOCUMENT_ID,
        Loss.NAME,
        Loss.LANGUAGE,
        Loss.DIRECTION,
        Loss.FILE,
        Loss.REVIEWER,
        Loss.STATUS,
        Loss.UPDATED,
        Loss.ANNOTATION_IDS,
        Loss.ORIGIN,
        Loss.SCHEME_VERSION,
        Loss.RELATION_IDS,
    }
)
"""Losses that are not counted: every document has such things, and a list of all would say nothing."""


def uncounted(losses: Collection[Loss]) -> tuple[Loss, ...]:
    """Those of some losses that are told without a number, in order."""
    return tuple(loss for loss in Loss if loss in UNCOUNTED and loss in losses)


def without(bundle: Bundle, losses: Collection[Loss]) -> Bundle:
    """The bundle as a format that has these losses leaves it, those of form aside."""
    document = _document(bundle.document, losses)
    layer = bundle.layer
    if layer is not None:
        layer = BundleLayer(
            kind="reviewer" if Loss.LAYER_KIND in losses else layer.kind,
            reviewers=_reviewers(layer, losses),
            status="started" if Loss.STATUS in losses else layer.status,
            updated="" if Loss.UPDATED in losses else layer.updated,
            annotations=()
            if Loss.ANNOTATIONS in losses
            else tuple(_annotation(item, layer, losses) for item in layer.annotations),
            relations=() if {Loss.RELATIONS, Loss.ANNOTATIONS} & set(losses) else layer.relations,
            zones=() if Loss.ZONES in losses else layer.zones,
        )
    return replace(
        bundle,
        document=document,
        layer=layer,
        entities=() if {Loss.ENTITIES, Loss.ENTITY_DETAILS} & set(losses) else bundle.entities,
        comparisons=() if Loss.COMPARISONS in losses else bundle.comparisons,
    )


def _document(document: BundleDocument, losses: Collection[Loss]) -> BundleDocument:
    changes: dict[str, object] = {}
    if Loss.DOCUMENT_ID in losses:
        changes["uuid"] = ""
    if Loss.NAME in losses:
        changes["name"] = ""
    if Loss.METADATA in losses:
        changes |= {"title": "", "source": "", "published": ""}
    if Loss.LANGUAGE in losses:
        changes["language"] = "ar"
    if Loss.DIRECTION in losses:
        changes["direction"] = "rtl"
    if Loss.FILE in losses:
        changes |= {"encoding": "utf-8", "bytes_sha256": ""}
    return replace(document, **changes)


def _reviewers(layer: BundleLayer, losses: Collection[Loss]) -> tuple[str, ...]:
    writer = "" if Loss.REVIEWER in losses else layer.reviewers[0]
    return (writer,) if Loss.LAYER_KIND in losses else (writer, *layer.reviewers[1:])


def _annotation(item: BundleAnnotation, layer: BundleLayer, losses: Collection[Loss]) -> BundleAnnotation:
    maker_lost = Loss.MAKER in losses or Loss.REVIEWER in losses or item.reviewer == layer.reviewers[0]
    changes: dict[str, object] = {"reviewer": ""} if maker_lost else {}
    if Loss.ATTRIBUTES in losses:
        changes["attributes"] = {}
    if Loss.ENTITIES in losses:
        changes["entity"] = None
    if Loss.NOTES in losses:
        changes["note"] = ""
    if Loss.ORIGIN in losses:
        changes["origin"] = "imported"
    if Loss.SCHEME_VERSION in losses:
        changes["scheme_version"] = 1
    return replace(item, **changes)


def counted(bundle: Bundle, losses: Collection[Loss]) -> Counter[Loss]:
    """How many things a bundle has that are lost, those of form and the ``UNCOUNTED`` aside."""
    return Counter({loss: count for loss, count in _counts(bundle) if loss in losses and count})


def _counts(bundle: Bundle) -> Iterator[tuple[Loss, int]]:
    document, layer = bundle.document, bundle.layer
    yield Loss.METADATA, int(bool(document.title or document.source or document.published))
    yield Loss.COMPARISONS, len(bundle.comparisons)
    if layer is None:
        return
    annotations = layer.annotations
    yield Loss.LAYER_KIND, int(layer.kind == "adjudicated")
    yield Loss.MAKER, sum(item.reviewer not in ("", layer.reviewers[0]) for item in annotations)
    yield Loss.ANNOTATIONS, len(annotations)
    yield Loss.ATTRIBUTES, sum(bool(item.attributes) for item in annotations)
    yield Loss.ENTITIES, sum(item.entity is not None for item in annotations)
    yield Loss.ENTITY_DETAILS, sum(item.entity is not None for item in annotations)
    yield Loss.NOTES, sum(bool(item.note) for item in annotations)
    yield Loss.RELATIONS, len(layer.relations)
    yield Loss.ZONES, len(layer.zones)
