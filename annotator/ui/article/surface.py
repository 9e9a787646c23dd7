"""The sheet as a surface: what is where on it, in pixels of the viewport, and which lines to paint anew."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QTextCursor

from annotator.core.records import Span
from annotator.text.graphemes import grapheme_ceil, grapheme_floor
from annotator.text.words import word_at
from annotator.ui.article.geometry import Line
from annotator.ui.article.sheet import BESIDE, Sheet


class Surface(Sheet):
    """A text whose points and lines are known."""

    def put_cursor(self, cursor: QTextCursor) -> None:
        """Put Qt's cursor somewhere without scrolling; the lines it leaves and comes to are painted anew."""
        before = self.textCursor()
        super().put_cursor(cursor)
        for each in (before, cursor):
            self.refresh_positions(each.selectionStart(), each.selectionEnd())

    def to_sheet(self, point: QPointF) -> QPointF:
        """A point of the viewport in the document's coordinates."""
        return QPointF(point.x(), point.y() + self.verticalScrollBar().value())

    def line_at(self, point: QPointF) -> Line | None:
        """The line at a point of the viewport, or the nearest."""
        return self._geometry.line_at(self.to_sheet(point).y(), self._metrics.above)

    def offset_at(self, point: QPointF) -> int | None:
        """The code point whose glyph is under a point of the viewport; None beside the text."""
        line = self.line_at(point)
        if (
            line is None
            or self.to_sheet(point).y() > line.baseline - self._metrics.above + self._metrics.pitch
        ):
            return None
        unit = line.unit_at(point.x())
        return None if unit is None else self.to_offset(unit)

    def caret_at(self, point: QPointF) -> int:
        """The offset between graphemes nearest to a point of the viewport."""
        line = self.line_at(point)
        if line is None:
            return 0
        position = line.caret_at(point.x(), rightward=not self.rtl)
        offset = self.to_offset(min(position, line.end))
        leading = position < line.end and line.unit_at(point.x()) == position
        return grapheme_floor(self._text, offset) if leading else grapheme_ceil(self._text, offset)

    def boundary_at(self, point: QPointF) -> int:
        """Where an end dragged here by its handle is: in a word against the base direction, mirrored.

        A handle stands at the outer edge of what is painted, which of such a word is its other end.
        """
        position, line, unit = self.caret_at(point), self.line_at(point), self.offset_at(point)
        word = word_at(self._text, unit) if unit is not None else None
        if line is None or unit is None or word is None or not word[0] <= unit < word[1]:
            return position
        return sum(word) - position if line.runs_rightward(self.to_position(unit)) == self.rtl else position

    def visible_lines(self, area: QRectF) -> list[Line]:
        """The lines that have anything in an area of the viewport."""
        top = area.top() + self.verticalScrollBar().value()
        reach = self._metrics.pitch
        return self._geometry.lines_between(top - reach, top + area.height() + reach)

    def column(self) -> tuple[float, float]:
        """The left and right edge of the text, in the viewport's coordinates."""
        return float(BESIDE), float(self.viewport().width() - BESIDE)

    def rectangles(self, span: Span) -> list[QRectF]:
        """The visual runs of a span, line by line, in viewport coordinates; only those in view."""
        start, end = self.to_position(span.start), self.to_position(span.end)
        scroll = self.verticalScrollBar().value()
        result: list[QRectF] = []
        for line in self.visible_lines(QRectF(self.viewport().rect())):
            top = line.baseline - self._metrics.above - scroll
            height = self._metrics.above + self._metrics.below
            result += [QRectF(x, top, right - x, height) for x, right in line.pieces(start, end)]
        return result

    # Repainting

    def refresh(self, span: Span) -> None:
        """Repaint the visible lines of a span, over the whole width: its bracket stands beside the text.

        A span of a text that was shown before may reach out of this one.
        """
        start, end = (min(offset, len(self.text)) for offset in (span.start, span.end))
        self.refresh_positions(self.to_position(start), self.to_position(end))

    def refresh_positions(self, start: int, end: int) -> None:
        """Repaint the visible lines between two of Qt's positions, and those right above and below."""
        lines = self.visible_lines(QRectF(self.viewport().rect()))
        touched = [line for line in lines if start <= line.end and line.start < max(end, start + 1)]
        if not touched:
            return
        scroll, pitch = self.verticalScrollBar().value(), self.metrics.pitch
        top = touched[0].baseline - pitch - scroll
        bottom = touched[-1].baseline + pitch - scroll
        self.viewport().update(QRect(0, int(top), self.viewport().width(), int(bottom - top) + 1))
