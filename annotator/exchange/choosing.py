"""What of a project goes out: which documents, which layers of them, which annotations.

Relations follow what is left: one goes out if both its ends do; comparisons and entities likewise.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.core.records import Document, Layer, Span, Status
from annotator.core.schema import LabelSet
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleComparison, BundleEntity, BundleZone

Layers = Literal["all", "reviewers", "adjudicated", "best"]
"""Everybody's; reviewers'; adjudicated ones; or of each document the adjudicated one, else the reviewers'."""
Empty = Literal["none", "begun", "all"]
"""What goes out without an annotation: nothing; layers that are begun; documents without a layer as well."""
Reason = Literal["no layer", "status", "layers", "no annotations"]
"""Why a document is left out: nobody has begun it; none of its layers has the status; none is of those
chosen; nothing chosen is annotated in it."""


class Selection(Struct, frozen=True, kw_only=True):
    """What a person chooses to go out. By default that is every layer there is."""

    statuses: tuple[Status, ...] = ()
    """Layers go out that have one of these; empty: whatever they have."""
    layers: Layers = "all"
    reviewers: tuple[str, ...] = ()
    """With ``reviewers`` and ``best``: names of those whose layers go out; empty: everybody's."""
    labels: tuple[str, ...] = ()
    """Names of the labels whose annotations go out; empty: all."""
    without_zones: tuple[str, ...] = ()
    """Kinds of zones; annotations inside them are left out. The zones themselves stay."""
    empty: Empty = "begun"

    @property
    def everything(self) -> bool:
        """Whether nothing is left out by choice, but for documents that nobody has begun."""
        return replace(self, empty="all") == Selection(empty="all") and self.empty != "none"


class LeftOut(Struct, frozen=True):
    """A document that does not go out."""

    uuid: str
    document: str
    reason: Reason


class Chosen(NamedTuple):
    """A document with the layers of it that go out; without any if it goes out bare."""

    document: Document
    layers: tuple[Layer, ...]


class Choosing:
    """Takes out of a project what a selection leaves out, and counts it.

    Raises:
        UserError: the selection names a reviewer, a label or a kind of zone that is not there.
    """

    def __init__(self, selection: Selection, label_set: LabelSet, reviewers: Mapping[int, str]) -> None:
        _refuse_unknown(_NO_REVIEWER, selection.reviewers, reviewers.values())
        _refuse_unknown(_NO_LABEL, selection.labels, label_set.label_by_name)
        _refuse_unknown(_NO_ZONE, selection.without_zones, label_set.zone_kind_by_name)
        self.in_zones = 0
        """Annotations left out because they lie inside zones."""
        self.of_other_labels = 0
        """Annotations left out because of their labels."""
        self.left_out: list[LeftOut] = []
        self._selection = selection
        self._kinds = tuple(dict.fromkeys(selection.without_zones))
        self._labels = frozenset(selection.labels)
        self._reviewers = {row for row, name in reviewers.items() if name in selection.reviewers}
        self._all = selection.everything
        self._relations = 0
        self._comparisons = 0
        self._layers: list[dict[str, Any]] = []
        self._compared: frozenset[str] = frozenset()
        self._kept: set[str] = set()
        self._mentioned: set[str] = set()

    def documents(self, documents: Iterable[Document], layers: Iterable[Layer]) -> Iterator[Chosen]:
        """What goes out of each document; both are given in the order of the documents."""
        groups = groupby(layers, key=lambda layer: layer.document_id)
        group = next(groups, None)
        for document in documents:
            own: tuple[Layer, ...] = ()
            if group is not None and group[0] == document.id:
                own, group = tuple(group[1]), next(groups, None)
            chosen, reason = self._of(own)
            if reason is None:
                yield Chosen(document, chosen)
            else:
                self.left_out.append(LeftOut(document.uuid, document.name, reason))

    def compare(self, comparisons: Iterable[BundleComparison]) -> None:
        """Tell which comparisons there are; before the bundles come."""
        if not self._all:
            self._compared = frozenset(uuid for item in comparisons for uuid in item.annotations)

    def of(self, bundle: Bundle) -> Bundle | None:
        """The bundle without what is to be left out; ``None`` if nothing of it goes out."""
        layer = bundle.layer
        if layer is None or self._all:
            return bundle
        annotations: Collection[BundleAnnotation] = layer.annotations
        if self._labels:
            annotations = [item for item in annotations if item.label in self._labels]
            self.of_other_labels += len(layer.annotations) - len(annotations)
        if self._kinds:
            annotations = self._outside(bundle, annotations)
        if not annotations and self._selection.empty == "none":
            return None
        if len(annotations) != len(layer.annotations):
            kept = {item.uuid for item in annotations}
            relations = tuple(item for item in layer.relations if item.source in kept and item.target in kept)
            layer = replace(layer, annotations=tuple(annotations), relations=relations)
        self._kept.update(item.uuid for item in annotations if item.uuid in self._compared)
        self._mentioned.update(item.entity for item in annotations if item.entity is not None)
        return replace(bundle, layer=layer)

    def nothing_of(self, document: Document) -> None:
        """Tell that no layer of a document was left with anything that goes out."""
        self.left_out.append(LeftOut(document.uuid, document.name, "no annotations"))

    def compared(self, comparisons: Iterable[BundleComparison]) -> list[BundleComparison]:
        """The comparisons of what stays; for when all bundles have been gone through."""
        given = list(comparisons)
        kept = given if self._all else [item for item in given if self._kept.issuperset(item.annotations)]
        self._comparisons = len(given) - len(kept)
        return kept

    def mentioned(self, entities: Iterable[BundleEntity]) -> list[BundleEntity]:
        """The entities to go along: all, or those that what was chosen mentions."""
        return [item for item in entities if self._all or item.uuid in self._mentioned]

    def in_zones_summary(self) -> dict[str, Any]:
        """What was left out because it lies inside zones, for the manifest."""
        return {
            "kinds": list(self._kinds),
            "annotations": self.in_zones,
            "relations": self._relations,
            "comparisons": self._comparisons if self._kinds else 0,
            "layers": self._layers,
        }

    def _of(self, layers: tuple[Layer, ...]) -> tuple[tuple[Layer, ...], Reason | None]:
        """Which of a document's layers go out, or why the document does not."""
        chosen = self._selection
        if not layers:
            bare = chosen.empty == "all" and (not chosen.statuses or "new" in chosen.statuses)
            return (), None if bare else "no layer"
        whose = [layer for layer in layers if self._whose(layer)]
        kept = [layer for layer in whose if not chosen.statuses or layer.status in chosen.statuses]
        if chosen.layers == "best" and any(layer.kind == "adjudicated" for layer in kept):
            kept = [layer for layer in kept if layer.kind == "adjudicated"]
        return tuple(kept), None if kept else "status" if whose else "layers"

    def _whose(self, layer: Layer) -> bool:
        chosen = self._selection
        if chosen.layers == "all":
            return True
        if layer.kind == "adjudicated":
            return chosen.layers != "reviewers"
        return chosen.layers != "adjudicated" and (
            not chosen.reviewers or layer.reviewer_id in self._reviewers
        )

    def _outside(self, bundle: Bundle, given: Collection[BundleAnnotation]) -> Collection[BundleAnnotation]:
        """The annotations that lie inside no zone of the chosen kinds; the others are counted."""
        if bundle.layer is None:
            return given
        zones = (zone for zone in bundle.layer.zones if zone.kind in self._kinds)
        places = _joined(bundle.document.text, zones)
        gone = {
            item.uuid for item in given if any(place.contains(Span(item.start, item.end)) for place in places)
        }
        if not gone:
            return given
        relations = sum(item.source in gone or item.target in gone for item in bundle.layer.relations)
        self.in_zones += len(gone)
        self._relations += relations
        self._layers.append(
            {
                "id": bundle.document.uuid,
                "name": bundle.document.name,
                "reviewer": bundle.layer.reviewers[0],
                "annotations": len(gone),
                "relations": relations,
            }
        )
        return [item for item in given if item.uuid not in gone]


_NO_REVIEWER = "There is no reviewer “{name}” in this project; there are: {known}."
_NO_LABEL = "The label set has no label “{name}”; there are: {known}."
_NO_ZONE = "The label set has no zone “{name}”; there are: {known}."


def _refuse_unknown(sentence: str, names: Iterable[str], known: Iterable[str]) -> None:
    there = list(known)
    for name in names:
        if name not in there:
            raise UserError(sentence, name=name, known=", ".join(there))


def _joined(text: str, zones: Iterable[BundleZone]) -> list[Span]:
    """The parts of a text that zones cover; those with nothing but blanks between them are one."""
    joined: list[Span] = []
    for zone in sorted(zones, key=lambda zone: (zone.start, zone.end)):
        if joined and not text[joined[-1].end : zone.start].strip():
            last = joined.pop()
            joined.append(Span(last.start, max(last.end, zone.end)))
        else:
            joined.append(Span(zone.start, zone.end))
    return joined
