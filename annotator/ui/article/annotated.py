"""The sheet with what lies on its text: annotations, zones, relations, hits, findings. Paints nothing.

Each change asks for a repaint of the lines it touches, no more.
"""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.records import Annotation, Span
from annotator.text.graphemes import snap
from annotator.ui.article.picture import Ghost
from annotator.ui.article.scene import Link, Passages, Scene, ZoneMark, joined_zones
from annotator.ui.article.styles import LabelStyle
from annotator.ui.article.suggested import Suggested
from annotator.ui.article.surface import Surface


class AnnotatedSheet(Surface):
    """A text and what is known of it."""

    annotation_hovered = Signal(object)
    """int | None: the annotation under the pointer, by id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._scene = Scene()
        self._ghost: Ghost | None = None
        super().__init__(parent)

    def selection(self) -> Span | None:
        """What is selected, on whole graphemes; None if nothing is."""
        return self.selected_range() or None

    def selected_range(self) -> Span:
        """What is selected, on whole graphemes; empty and at the caret if nothing is."""
        cursor = self.textCursor()
        start, end = self.to_offset(cursor.selectionStart()), self.to_offset(cursor.selectionEnd())
        return Span(*snap(self.text, start, end)) if cursor.hasSelection() else Span(start, start)

    # Annotations

    def clear_scene(self) -> None:
        """Show nothing on the text."""
        self._scene.clear()
        self._ghost = None
        self.hover(None)
        self._refresh_all()

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Show these annotations and no others."""
        self._scene.set_annotations(annotations)
        self._refresh_all()

    def add_annotation(self, annotation: Annotation) -> None:
        """Show one more annotation."""
        self._scene.add(annotation)
        self.refresh(self._scene.affected_by(annotation.span))

    def remove_annotation(self, annotation_id: int) -> None:
        """Show an annotation no longer; an unknown id is no matter."""
        span = self._scene.span_of(annotation_id)
        if span is None:
            return
        area = self._scene.affected_by(span)
        self._scene.remove(annotation_id)
        if self._scene.selected == annotation_id:
            self._scene.selected = None
        if self._scene.hovered == annotation_id:
            self.hover(None)
        self.refresh(area)

    def replace_annotation(self, annotation: Annotation) -> None:
        """Show an annotation as it is now."""
        before = self._scene.span_of(annotation.id)
        if before is not None:
            self.refresh(self._scene.affected_by(before))
        self.add_annotation(annotation)

    def set_styles(self, styles: Mapping[int, LabelStyle]) -> None:
        """Draw labels, by their ids, in these ways."""
        self._scene.set_styles(dict(styles))
        self._refresh_all()

    def span_of(self, annotation_id: int) -> Span | None:
        """The span of a shown annotation."""
        return self._scene.span_of(annotation_id)

    def annotations_at(self, point: QPointF) -> list[int]:
        """The annotations under a point of the viewport, the innermost first.

        While a target is being picked, only those that may be picked.
        """
        offset = self.offset_at(point)
        return [] if offset is None else self._scene.stack_at(offset)

    # What else lies on the text

    def set_zones(self, zones: Iterable[tuple[Span, str, str]]) -> None:
        """Show these zones: the span, the name of the kind, the title to write in the margin."""
        joined = joined_zones([ZoneMark(*zone) for zone in zones], self.text)
        if joined != self._scene.zones:
            self._scene.zones = joined
            self._refresh_all()

    def set_links(self, links: Iterable[tuple[int, int] | tuple[int, int, str]]) -> None:
        """Know these relations: source and target by id, and the title of the type.

        Those of the selected and of the hovered annotation are drawn as arcs.
        """
        had_any = bool(self._scene.active_links())
        self._scene.set_links(Link(*link) for link in links)
        if had_any or self._scene.active_links():
            self.viewport().update()

    def set_hits(self, hits: Iterable[Span], current: int | None = None) -> None:
        """Mark what a search has found, and strongly the current one, by its number in the list."""
        self._scene.hits = Passages(hits)
        self._scene.hit = None if current is None else self._scene.hits.spans[current]
        self.viewport().update()

    def set_marks(self, findings: Iterable[Span]) -> None:
        """Underline what the lint has found."""
        self._scene.findings = Passages(findings)
        self.viewport().update()

    def set_suggestions(self, suggestions: Iterable[tuple[Span, int]]) -> None:
        """Outline what could be annotated: spans, each with the row id of its label."""
        found = Suggested(suggestions)
        changed = set(found.all).symmetric_difference(self._scene.suggested.all)
        self._scene.suggested = found
        for span, _label_id in changed:
            self.refresh(span)

    def show_suggestion(self, span: Span | None) -> None:
        """Show that the hand is at one of the suggestions, or at none."""
        before, self._scene.suggestion = self._scene.suggestion, span
        for changed in {before, span}:
            if changed is not None:
                self.refresh(changed)

    def suggestion_at(self, point: QPointF) -> int | None:
        """The number of the suggestion under a point of the viewport."""
        offset = self.offset_at(point)
        return None if offset is None else self._scene.suggested.at(offset)

    def set_commented(self, annotation_ids: Iterable[int]) -> None:
        """Put a dot beside the lines of annotations that have a note or an open comment."""
        self._scene.commented = frozenset(annotation_ids)
        self.viewport().update()

    # The selected and the hovered annotation

    def selected_annotation(self) -> int | None:
        """The annotation that is drawn stronger and has handles."""
        return self._scene.selected

    def select_annotation(self, annotation_id: int | None) -> None:
        """Draw one annotation stronger, or none."""
        if annotation_id is not None and annotation_id not in self._scene.annotations:
            annotation_id = None
        before = self._scene.selected
        with_arcs = self._has_links(before, annotation_id)
        self._scene.selected = annotation_id
        self._refresh_changed(before, annotation_id, everything=with_arcs)

    def hover(self, annotation_id: int | None) -> None:
        """Light up all pieces of an annotation, or of none."""
        before = self._scene.hovered
        if annotation_id == before:
            return
        self._scene.hovered = annotation_id
        self._refresh_changed(before, annotation_id, everything=self._has_links(before, annotation_id))
        self.annotation_hovered.emit(annotation_id)

    def show_ghost(self, ghost: Ghost | None) -> None:
        """Show a span that is not there yet."""
        if ghost == self._ghost:
            return
        for changed in (self._ghost, ghost):
            if changed is not None:
                self.refresh(changed.span)
        self._ghost = ghost

    def limit_to(self, allowed: Callable[[int], bool] | None) -> None:
        """Light the annotations a target may be picked from and let the others stand back; None ends it."""
        self._scene.allowed = allowed
        self.hover(None)
        self.viewport().update()

    def _has_links(self, *ids: int | None) -> bool:
        return any(i in self._scene.links for i in ids if i is not None)

    # Repainting

    def _refresh_all(self) -> None:
        self.viewport().update()
        self.update()

    def _refresh_changed(self, *ids: int | None, everything: bool) -> None:
        if everything:  # arcs cross the whole view
            self.viewport().update()
            return
        for annotation_id in ids:
            span = self._scene.span_of(annotation_id)
            if span is not None:
                self.refresh(span)
