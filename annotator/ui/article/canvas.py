"""The annotated sheet as it is painted. Says nothing of hands: see the view for those.

A repaint looks at what is visible only.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.core.records import Span
from annotator.ui.article.annotated import AnnotatedSheet
from annotator.ui.article.arcs import Arc, arc_at
from annotator.ui.article.geometry import Line
from annotator.ui.article.invisibles import paint_invisibles
from annotator.ui.article.margin import paint_margin
from annotator.ui.article.overlay import paint_over, paint_under
from annotator.ui.article.picture import Picture
from annotator.ui.article.scene import Link
from annotator.ui.article.snapping import left_out

_HANDLE_REACH = 5.0  # pixels from a handle that still take hold of it
_TITLE_SIZE = 0.62  # of the text's size: the titles of zones
_BEYOND = 40.0  # pixels outside the view where an arc to what is not in view ends


class Canvas(AnnotatedSheet):
    """A text with its annotations, painted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._invisibles = False
        super().__init__(parent)

    def shows_invisibles(self) -> bool:
        """Whether characters that cannot be seen have badges."""
        return self._invisibles

    def set_invisibles(self, shown: bool) -> None:  # noqa: FBT001  a slot of a checkable action
        """Draw badges for NBSP, tatweel, joiners and bidi controls, or none."""
        self._invisibles = shown
        self.viewport().update()

    # Handles

    def handle_at(self, point: QPointF) -> tuple[int, bool, Span] | None:
        """The handle at a point of the viewport: the annotation, whether it is its start, its span."""
        span = self._scene.span_of(self._scene.selected)
        if span is None or self._scene.selected is None or self._scene.allowed:
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
        if span is None or self._scene.allowed:
            return []
        if self._ghost is not None and self._ghost.moving:
            span = self._ghost.span
        start, end = self.to_position(span.start), self.to_position(span.end)
        first, last = self._geometry.line_of(start), self._geometry.line_of(max(end - 1, start))
        if first is None or last is None:
            return []
        above, below = self.metrics.above, self.metrics.below
        x, y = first.outer_edge(start, end, after=False, rightward=not self.rtl), first.baseline
        begin = QLineF(x, y - above, x, y + below)
        x, y = last.outer_edge(start, end, after=True, rightward=not self.rtl), last.baseline
        return [begin, QLineF(x, y + below, x, y - above)]

    # Painting

    def event(self, event: QEvent) -> bool:
        """Paint the margins, which are not the viewport's."""
        handled = super().event(event)
        if isinstance(event, QPaintEvent) and not self.viewport().geometry().contains(event.rect()):
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
        span, scene = self._span_of_lines(lines), self._scene
        selection = self.selection()
        marks = scene.marks(span)
        if self._is_moving():  # its ghost stands for it
            marks = [replace(mark, selected=False, hovered=False) for mark in marks]
        return Picture(
            lines=lines,
            marks=marks,
            zones=scene.zones_in(span),
            selection=selection or Span(0, 0),
            to_position=self.to_position,
            paper=self.paper,
            metrics=self.metrics,
            column=self.column(),
            rtl=self.rtl,
            handles=self._handles(),
            handle_colour=self.colour_of(scene.selected),
            arcs=self._arcs(),
            ghost=self._ghost,
            cuts=self._cuts(selection),
            hits=scene.hits.within(span),
            hit=scene.hit,
            findings=scene.findings.within(span),
            suggestions=[
                (place, scene.style_of_label(label_id).on(self.paper))
                for place, label_id in scene.suggested.within(span)
            ],
            suggestion=scene.suggestion,
            dots={a.start: self.colour_of(a.id) for a in scene.commented_in(span)},
        )

    def _is_moving(self) -> bool:
        return self._ghost is not None and self._ghost.moving

    def colour_of(self, annotation_id: int | None) -> QColor:
        """The colour of a shown annotation's label on this paper."""
        annotation = None if annotation_id is None else self._scene.annotations.get(annotation_id)
        return QColor() if annotation is None else self._scene.style_of(annotation).on(self.paper)

    def _cuts(self, selection: Span | None) -> list[tuple[Span, QColor]]:
        """The proclitics left out of the selection, of the selected annotation and of the ghost."""
        chosen = None if self._is_moving() else self._scene.span_of(self._scene.selected)
        shown = [
            (selection, self.paper.caret),
            (chosen, self.colour_of(self._scene.selected)),
            (self._ghost and self._ghost.span, self._ghost.colour if self._ghost else QColor()),
        ]
        found = [(left_out(self.text, span), colour) for span, colour in shown if span]
        return [(span, colour) for span, colour in found if span]

    def _span_of_lines(self, lines: list[Line]) -> Span:
        if not lines:
            return Span(0, 0)
        end = min(self.to_offset(lines[-1].end) + 1, len(self.text))
        return Span(self.to_offset(lines[0].start), end)

    # Arcs

    def link_at(self, point: QPointF) -> tuple[int, int] | None:
        """The relation whose arc is at a point of the viewport: its source and target, by id."""
        arc = arc_at(self._arcs(), self.to_sheet(point))
        return arc.link if arc else None

    def _arcs(self) -> list[Arc]:
        links = self._scene.active_links()
        if not links:
            return []
        lines = self.visible_lines(QRectF(self.viewport().rect()))
        return [self._arc(link, lines) for link in links]

    def _arc(self, link: Link, lines: list[Line]) -> Arc:
        source, target, title = link
        strong = self._scene.selected in (source, target)
        first, second = self._scene.annotations[source].span, self._scene.annotations[target].span
        ends = self._runs(first, lines), self._runs(second, lines)
        colour = self.colour_of(source)
        return Arc.between((source, target), *ends, colour, title if strong else "", strong=strong)

    def _runs(self, span: Span, lines: list[Line]) -> list[QRectF]:
        """The visual runs of a span that are in view; where none is, a place beyond the view's edge."""
        start, end = self.to_position(span.start), self.to_position(span.end)
        above, height = self.metrics.above, self.metrics.above + self.metrics.below
        found = [
            QRectF(left, line.baseline - above, right - left, height)
            for line in lines
            for left, right in line.pieces(start, end)
        ]
        if found:
            return found
        left, right = self.column()
        before = bool(lines) and start < lines[0].start
        y = -_BEYOND if before else self.viewport().height() + _BEYOND
        return [QRectF(left, self.verticalScrollBar().value() + y, right - left, 0)]

    # The margins

    def _paint_margins(self) -> None:
        if not self._scene.zones:
            return
        lines = self.visible_lines(QRectF(self.viewport().rect()))
        origin = self.viewport().geometry()
        left = QRectF(0, 0, origin.left(), origin.height())
        right = QRectF(origin.right() + 1, 0, self.width() - origin.right() - 1, origin.height())
        margin = (right if self.rtl else left).translated(0, self.verticalScrollBar().value())
        painter = QPainter(self)
        painter.translate(0, origin.top() - self.verticalScrollBar().value())
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _TITLE_SIZE)
        painter.setFont(font)
        paint_margin(painter, self._picture(lines), margin)
        painter.end()
