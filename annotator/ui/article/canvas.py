"""The sheet with annotations and zones painted on it. Says nothing of hands: see the view for those.

Each change repaints the lines it touches, and a repaint looks at what is visible only.
"""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.core.records import Annotation, Span
from annotator.text.graphemes import snap
from annotator.ui.article.arcs import Arc
from annotator.ui.article.geometry import Line
from annotator.ui.article.invisibles import paint_invisibles
from annotator.ui.article.margin import paint_margin
from annotator.ui.article.overlay import Picture, paint_over, paint_under
from annotator.ui.article.scene import Scene, ZoneMark, joined_zones
from annotator.ui.article.sheet import Sheet
from annotator.ui.article.styles import LabelStyle

_HANDLE_REACH = 5.0  # pixels from a handle that still take hold of it
_TITLE_SIZE = 0.62  # of the text's size: the titles of zones


class Canvas(Sheet):
    """A text with its annotations and zones."""

    annotation_hovered = Signal(object)
    """int | None: the annotation under the pointer, by id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._scene = Scene()
        self._ghost: Span | None = None
        self._invisibles = False
        super().__init__(parent)

    def selection(self) -> Span | None:
        """What is selected, on whole graphemes; None if nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start, end = self.to_offset(cursor.selectionStart()), self.to_offset(cursor.selectionEnd())
        return Span(*snap(self.text, start, end))

    # What is shown

    def clear_scene(self) -> None:
        """Show no annotations and no zones."""
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
        self._refresh(self._scene.affected_by(annotation.span))

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
        self._refresh(area)

    def replace_annotation(self, annotation: Annotation) -> None:
        """Show an annotation as it is now."""
        before = self._scene.span_of(annotation.id)
        if before is not None:
            self._refresh(self._scene.affected_by(before))
        self.add_annotation(annotation)

    def set_zones(self, zones: Iterable[tuple[Span, str, str]]) -> None:
        """Show these zones: the span, the name of the kind, the title to write in the margin."""
        self._scene.zones = joined_zones([ZoneMark(*zone) for zone in zones], self.text)
        self._refresh_all()

    def set_links(self, links: Iterable[tuple[int, int]]) -> None:
        """Draw these relations, source and target by id, as arcs while one of their ends is selected."""
        self._scene.links = list(links)
        self._refresh_all()

    def set_styles(self, styles: Mapping[int, LabelStyle]) -> None:
        """Draw labels, by their ids, in these ways."""
        self._scene.set_styles(dict(styles))
        self._refresh_all()

    def shows_invisibles(self) -> bool:
        """Whether characters that cannot be seen have badges."""
        return self._invisibles

    def set_invisibles(self, shown: bool) -> None:  # noqa: FBT001  a slot of a checkable action
        """Draw badges for NBSP, tatweel, joiners and bidi controls, or none."""
        self._invisibles = shown
        self.viewport().update()

    def span_of(self, annotation_id: int) -> Span | None:
        """The span of a shown annotation."""
        return self._scene.span_of(annotation_id)

    def annotations_at(self, point: QPointF) -> list[int]:
        """The annotations under a point of the viewport, the innermost first."""
        offset = self.offset_at(point)
        return [] if offset is None else self._scene.stack_at(offset)

    # The selected and the hovered annotation

    def selected_annotation(self) -> int | None:
        """The annotation that is drawn stronger and has handles."""
        return self._scene.selected

    def select_annotation(self, annotation_id: int | None) -> None:
        """Draw one annotation stronger, or none."""
        if annotation_id is not None and annotation_id not in self._scene.annotations:
            annotation_id = None
        had_links = bool(self._scene.active_links())
        before, self._scene.selected = self._scene.selected, annotation_id
        self._refresh_annotations(before, annotation_id)
        if had_links or self._scene.active_links():  # arcs cross the whole view
            self.viewport().update()

    def hover(self, annotation_id: int | None) -> None:
        """Light up all pieces of an annotation, or of none."""
        before = self._scene.hovered
        if annotation_id == before:
            return
        self._scene.hovered = annotation_id
        self._refresh_annotations(before, annotation_id)
        self.annotation_hovered.emit(annotation_id)

    def show_ghost(self, span: Span | None) -> None:
        """Outline where a dragged end would put the selected annotation."""
        if span != self._ghost:
            self._ghost = span
            self.viewport().update()

    # Handles

    def handle_at(self, point: QPointF) -> tuple[int, bool, Span] | None:
        """The handle at a point of the viewport: the annotation, whether it is its start, its span."""
        span = self._scene.span_of(self._scene.selected)
        if span is None or self._scene.selected is None:
            return None
        here = self.to_sheet(point)
        for handle, at_start in zip(self._handles(), (True, False), strict=False):
            low, high = sorted((handle.y1(), handle.y2()))
            reach = _HANDLE_REACH
            if abs(here.x() - handle.x1()) <= reach and low - reach <= here.y() <= high + reach:
                return self._scene.selected, at_start, span
        return None

    def _handles(self) -> list[QLineF]:
        """The handles of the selected annotation, start and end; the knob is at the line's first point."""
        span = self._scene.span_of(self._scene.selected)
        if span is None:
            return []
        start, end = self.to_position(span.start), self.to_position(span.end)
        first, last = self._geometry.line_of(start), self._geometry.line_of(max(end - 1, start))
        if first is None or last is None:
            return []
        above, below = self.metrics.above, self.metrics.below
        x, y = first.edge(start, trailing=False), first.baseline
        begin = QLineF(x, y - above, x, y + below)
        x, y = last.edge(end, trailing=True), last.baseline
        return [begin, QLineF(x, y + below, x, y - above)]

    # Painting

    def event(self, event: QEvent) -> bool:
        """Paint the margins, which are not the viewport's."""
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint:
            self._paint_margins()
        return handled

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll the margins with the text."""
        super().scrollContentsBy(dx, dy)
        # Parts of letters at the old edge were not drawn: have the edge drawn anew.
        self.viewport().update()
        if self._scene.zones:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tints and lanes, then Qt's text, then what lies over it."""
        picture = self._picture(self.visible_lines(QRectF(event.rect())))
        self._paint(paint_under, picture)
        # Letters reach out of the box Qt gives a line: have the neighbours drawn too.
        reach = round(self.metrics.pitch)
        super().paintEvent(QPaintEvent(event.rect().adjusted(0, -reach, 0, reach)))
        self._paint(paint_over, picture)
        if self._invisibles:
            self._paint(self._paint_invisibles, picture)

    def _paint(self, paint: Callable[[QPainter, Picture], None], picture: Picture) -> None:
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        paint(painter, picture)
        painter.end()

    def _paint_invisibles(self, painter: QPainter, picture: Picture) -> None:
        span = self._span_of_lines(picture.lines)
        paint_invisibles(painter, picture, span.quote(self.text), span.start)

    def _picture(self, lines: list[Line]) -> Picture:
        span = self._span_of_lines(lines)
        return Picture(
            lines=lines,
            marks=self._scene.marks(span),
            zones=self._scene.zones_in(span),
            selection=self.selection() or Span(0, 0),
            to_position=self.to_position,
            paper=self.paper,
            metrics=self.metrics,
            column=self.column(),
            rtl=self.rtl,
            handles=self._handles(),
            arcs=self._arcs(),
            ghost=self._ghost,
        )

    def _arcs(self) -> list[Arc]:
        links = self._scene.active_links()
        if not links:
            return []
        lines = self.visible_lines(QRectF(self.viewport().rect()))
        return [self._arc(source, target, lines) for source, target in links]

    def _arc(self, source: int, target: int, lines: list[Line]) -> Arc:
        first, second = self._scene.annotations[source], self._scene.annotations[target]
        colour = self._scene.style_of(first).on(self.paper)
        return Arc(self._arc_end(first.span, lines), self._arc_end(second.span, lines), colour)

    def _arc_end(self, span: Span, lines: list[Line]) -> QPointF:
        """The middle of a span's top edge; beyond the view's edge if it is not in view."""
        start, end = self.to_position(span.start), self.to_position(span.end)
        for line in lines:
            pieces = line.pieces(start, end)
            if pieces:
                left, right = pieces[-1 if self.rtl else 0]
                return QPointF((left + right) / 2, line.baseline - self.metrics.above)
        scroll, height, middle = self.verticalScrollBar().value(), self.viewport().height(), self.width() / 2
        above = bool(lines) and start < lines[0].start
        return QPointF(min(middle, self.column()[1]), scroll - 40 if above else scroll + height + 40)

    def _span_of_lines(self, lines: list[Line]) -> Span:
        if not lines:
            return Span(0, 0)
        end = min(self.to_offset(lines[-1].end) + 1, len(self.text))
        return Span(self.to_offset(lines[0].start), end)

    def _paint_margins(self) -> None:
        if not self._scene.zones:
            return
        picture = self._picture(self.visible_lines(QRectF(self.viewport().rect())))
        origin = self.viewport().geometry()
        left = QRectF(0, 0, origin.left(), origin.height())
        right = QRectF(origin.right() + 1, 0, self.width() - origin.right() - 1, origin.height())
        margin = (right if self.rtl else left).translated(0, self.verticalScrollBar().value())
        painter = QPainter(self)
        painter.translate(0, origin.top() - self.verticalScrollBar().value())
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _TITLE_SIZE)
        painter.setFont(font)
        paint_margin(painter, picture, margin)
        painter.end()

    def _refresh_all(self) -> None:
        self.viewport().update()
        self.update()

    def _refresh_annotations(self, *ids: int | None) -> None:
        for annotation_id in ids:
            span = self._scene.span_of(annotation_id)
            if span is not None:
                self._refresh(span)

    def _refresh(self, span: Span) -> None:
        """Repaint the visible lines of a span, over the whole width: its bracket stands beside the text."""
        start, end = self.to_position(span.start), self.to_position(span.end)
        lines = self.visible_lines(QRectF(self.viewport().rect()))
        touched = [line for line in lines if start <= line.end and line.start < end]
        if not touched:
            return
        scroll, pitch = self.verticalScrollBar().value(), self.metrics.pitch
        top = touched[0].baseline - pitch - scroll
        bottom = touched[-1].baseline + pitch - scroll
        self.viewport().update(QRect(0, int(top), self.viewport().width(), int(bottom - top) + 1))
