"""What an export leaves out on request: annotations inside zones of chosen kinds, with what hangs on them."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.core.records import Span
from annotator.core.schema import LabelSet
from annotator.formats.bundle import Bundle, BundleComparison, BundleZone


class Leaving:
    """Takes annotations out of bundles, and counts them. The zones themselves stay.

    Raises:
        UserError: the label set lacks one of the kinds.
    """

    def __init__(self, kinds: tuple[str, ...], label_set: LabelSet) -> None:
        for kind in kinds:
            if kind not in label_set.zone_kind_by_name:
                raise UserError(
                    "The label set has no zone “{kind}”; there are: {known}.",
                    kind=kind,
                    known=", ".join(label_set.zone_kind_by_name),
                )
        self.annotations = 0
        self._kinds = tuple(dict.fromkeys(kinds))
        self._relations = 0
        self._comparisons = 0
        self._gone: set[str] = set()
        self._layers: list[dict[str, Any]] = []

    def of(self, bundle: Bundle) -> Bundle:
        """The bundle without what is to be left out."""
        layer = bundle.layer
        if layer is None or not self._kinds:
            return bundle
        places = _joined(bundle.document.text, (zone for zone in layer.zones if zone.kind in self._kinds))
        gone = {
            item.uuid
            for item in layer.annotations
            if any(place.contains(Span(item.start, item.end)) for place in places)
        }
        if not gone:
            return bundle
        relations = tuple(
            item for item in layer.relations if item.source not in gone and item.target not in gone
        )
        self._gone |= gone
        self._count(bundle, layer.reviewers[0], len(gone), len(layer.relations) - len(relations))
        annotations = tuple(item for item in layer.annotations if item.uuid not in gone)
        return replace(bundle, layer=replace(layer, annotations=annotations, relations=relations))

    def compared(self, comparisons: Iterable[BundleComparison]) -> list[BundleComparison]:
        """The comparisons of what stays; for when all bundles have been gone through."""
        given = list(comparisons)
        kept = [item for item in given if not self._gone.intersection(item.annotations)]
        self._comparisons += len(given) - len(kept)
        return kept

    def summary(self) -> dict[str, Any]:
        """What was left out, for the manifest."""
        return {
            "kinds": list(self._kinds),
            "annotations": self.annotations,
            "relations": self._relations,
            "comparisons": self._comparisons,
            "layers": self._layers,
        }

    def _count(self, bundle: Bundle, reviewer: str, annotations: int, relations: int) -> None:
        self.annotations += annotations
        self._relations += relations
        self._layers.append(
            {
                "id": bundle.document.uuid,
                "name": bundle.document.name,
                "reviewer": reviewer,
                "annotations": annotations,
                "relations": relations,
            }
        )


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
