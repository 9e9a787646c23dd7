"""Where an article has no room for another annotation: what is annotated, zones that are not the article."""

from annotator.core.change import Transaction
from annotator.core.conventions import NOT_THE_ARTICLE
from annotator.core.edits import is_marked
from annotator.core.records import Annotation, Zone
from annotator.core.schema import LabelSet
from annotator.core.suggestions import Suggestion
from annotator.suggest.prefilling import is_figure
from annotator.ui.article.index import SpanIndex
from annotator.ui.opened import OpenDocument


class Occupied:
    """Kept in step change by change: looking at it costs no more in an article full of annotations."""

    def __init__(self, opened: OpenDocument, labels: LabelSet) -> None:
        self._opened = opened
        self._labels = {label.id for label in labels.labels if is_figure(label.id, labels)}
        self._kinds = {kind.id for kind in labels.zone_kinds if kind.name in NOT_THE_ARTICLE}
        self._figures = SpanIndex()
        self._annotated = SpanIndex()
        self._zones = SpanIndex()
        for annotation in opened.annotations.values():
            self._take_in(annotation)
        self._read_zones()

    def follow(self, transaction: Transaction) -> None:
        """Take in a change of the article."""
        for before, after in transaction.of(Annotation):
            if before is not None and before.id in self._figures:
                self._figures.remove(before.id)
            if before is not None and before.id in self._annotated:
                self._annotated.remove(before.id)
            if after is not None and after.layer_id == self._opened.layer.id:
                self._take_in(after)
        if any(True for _ in transaction.of(Zone)):
            self._read_zones()

    def has_room(self, suggestion: Suggestion) -> bool:
        """Whether what is suggested could be annotated there."""
        span = suggestion.span
        if self._zones.overlapping(span):
            return False
        if suggestion.kind == "figure":
            return not self._figures.overlapping(span)
        there = self._annotated.overlapping(span)
        if span in there.values():
            return False  # somebody has said what these words are
        annotations = self._opened.annotations
        return not is_marked(suggestion.label_id, span, (annotations[row] for row in there))

    def _take_in(self, annotation: Annotation) -> None:
        self._annotated.add(annotation.id, annotation.span)
        if annotation.label_id in self._labels:
            self._figures.add(annotation.id, annotation.span)

    def _read_zones(self) -> None:
        self._zones.clear()
        for zone in self._opened.zones:
            if zone.kind_id in self._kinds:
                self._zones.add(zone.id, zone.span)
