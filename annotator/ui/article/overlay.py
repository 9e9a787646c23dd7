"""Painting annotations and zones around the text, never in it: no format is set, so no letter is re-shaped.

``paint_under`` draws before the text and ``paint_over`` after it. Coordinates are the document's.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.core.records import Span
from annotator.ui.article.arcs import Arc, paint_arc
from annotator.ui.article.geometry import Line, Piece, gaps
from annotator.ui.article.lanes import lane_rect, paint_lane
from annotator.ui.article.scene import Mark, ZoneMark
from annotator.ui.article.styles import Metrics, Paper

_CORNER = 2.5
_INSET = 0.75  # pixels left free at each end of a lane, so that neighbours do not run together


@dataclass(slots=True)
class Picture:
    """All that is to be drawn in one paint event."""

    lines: list[Line]
    marks: list[Mark]
    zones: list[ZoneMark]
    selection: Span
    to_position: Callable[[int], int]
    """From code points to the document's positions."""
    paper: Paper
    metrics: Metrics
    column: Piece
    """The left and right edge of the text column."""
    rtl: bool
    handles: list[QLineF] = field(default_factory=list)
    arcs: list[Arc] = field(default_factory=list)
    ghost: Span | None = None
    """Where a dragged boundary would put the selected annotation."""

    def pieces(self, line: Line, span: Span) -> list[Piece]:
        """The visual runs of a span on a line."""
        return line.pieces(self.to_position(span.start), self.to_position(span.end))

    def touches(self, line: Line, span: Span) -> bool:
        """Whether a span has anything on a line, a line break included."""
        return self.to_position(span.start) < line.after and line.start < self.to_position(span.end)

    def band(self, line: Line, piece: Piece) -> QRectF:
        """The rectangle of a tint behind a visual run."""
        top, bottom = line.baseline - self.metrics.above, line.baseline + self.metrics.below
        return QRectF(QPointF(piece[0], top), QPointF(piece[1], bottom))


def paint_under(painter: QPainter, picture: Picture) -> None:
    """Everything that lies beneath the letters: tints, the selection, lanes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for mark in picture.marks:
        opacity = _opacity(mark, picture.paper)
        if opacity:
            _fill(painter, picture, mark.span, _faded(mark.style.on(picture.paper), opacity))
    if len(picture.selection):
        _fill(painter, picture, picture.selection, picture.paper.selection)
    for mark in picture.marks:
        _paint_lanes(painter, picture, mark)


def paint_over(painter: QPainter, picture: Picture) -> None:
    """Everything that lies above the letters: veils, connectors, the handles of the selected annotation."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for zone in picture.zones:
        if zone.kind not in CLEAR_ZONES:
            _paint_veil(painter, picture, zone)
    for mark in picture.marks:
        if mark.selected or mark.hovered:
            _paint_bracket(painter, picture, mark)
    for mark in picture.marks:
        if mark.selected:
            _paint_handles(painter, picture, mark.style.on(picture.paper))
    for arc in picture.arcs:
        paint_arc(painter, arc)
    if picture.ghost:
        _paint_ghost(painter, picture, picture.ghost)


CLEAR_ZONES = frozenset({"headline"})
"""Zones that are marked in the margin and whose text is not dimmed, because it is read as text."""


def _opacity(mark: Mark, paper: Paper) -> float:
    if mark.selected:
        return paper.wash_selected
    if mark.hovered:
        return paper.wash_hovered
    return paper.wash if mark.tinted else 0.0


def _faded(colour: QColor, opacity: float) -> QColor:
    result = QColor(colour)
    result.setAlphaF(opacity)
    return result


def _fill(painter: QPainter, picture: Picture, span: Span, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for line in picture.lines:
        for piece in picture.pieces(line, span):
            painter.drawRoundedRect(picture.band(line, piece), _CORNER, _CORNER)


def _paint_lanes(painter: QPainter, picture: Picture, mark: Mark) -> None:
    colour = mark.style.on(picture.paper)
    for line in picture.lines:
        pieces = picture.pieces(line, mark.span)
        for left, right in pieces if mark.lane is not None else ():
            rect = lane_rect(picture.metrics, line.baseline, mark.lane or 0, max(mark.lanes, 1))
            inset = min(_INSET, (right - left) / 4)
            rect.setLeft(left + inset)
            rect.setRight(right - inset)
            paint_lane(painter, rect, mark.style.pattern, colour)
        if mark.selected or mark.hovered:
            _paint_connectors(painter, picture, mark, line, pieces)


def _paint_connectors(
    painter: QPainter, picture: Picture, mark: Mark, line: Line, pieces: list[Piece]
) -> None:
    """A thin thread across what interrupts a broken span on one line."""
    rect = lane_rect(picture.metrics, line.baseline, mark.lane or 0, max(mark.lanes, 1))
    painter.setPen(QPen(mark.style.on(picture.paper), 1, Qt.PenStyle.DotLine))
    for left, right in gaps(pieces):
        painter.drawLine(QLineF(left, rect.center().y(), right, rect.center().y()))


def _paint_bracket(painter: QPainter, picture: Picture, mark: Mark) -> None:
    """A thin bracket beside the column that holds the lines of a span together."""
    lines = [line for line in picture.lines if picture.touches(line, mark.span)]
    whole = (picture.to_position(mark.span.start), picture.to_position(mark.span.end))
    if not lines or (len(lines) == 1 and lines[0].start <= whole[0] and whole[1] <= lines[0].after):
        return
    outward = 1 if picture.rtl else -1
    x = (picture.column[1] if picture.rtl else picture.column[0]) + outward * picture.metrics.em * 0.45
    hook = -outward * picture.metrics.em * 0.22
    top, bottom = lines[0].baseline - picture.metrics.above, lines[-1].baseline + picture.metrics.below
    painter.setPen(QPen(_faded(mark.style.on(picture.paper), 0.8), 1.5))
    painter.drawLine(QLineF(x, top, x, bottom))
    if lines[0].start <= whole[0]:
        painter.drawLine(QLineF(x, top, x + hook, top))
    if whole[1] <= lines[-1].after:
        painter.drawLine(QLineF(x, bottom, x + hook, bottom))


def _paint_handles(painter: QPainter, picture: Picture, colour: QColor) -> None:
    for handle in picture.handles:
        painter.setPen(QPen(colour, 1.6))
        painter.drawLine(handle)
        painter.setPen(QPen(picture.paper.paper, 1.2))
        painter.setBrush(colour)
        painter.drawEllipse(handle.p1(), 3.6, 3.6)


def _paint_ghost(painter: QPainter, picture: Picture, ghost: Span) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(picture.paper.caret, 1.2, Qt.PenStyle.DashLine))
    for line in picture.lines:
        for piece in picture.pieces(line, ghost):
            painter.drawRoundedRect(picture.band(line, piece), _CORNER, _CORNER)


def _paint_veil(painter: QPainter, picture: Picture, zone: ZoneMark) -> None:
    for line in picture.lines:
        if line.end > line.start and picture.touches(line, zone.span):
            top = line.baseline - picture.metrics.above - 1
            rect = QRectF(
                picture.column[0], top, picture.column[1] - picture.column[0], picture.metrics.pitch
            )
            painter.fillRect(rect, _faded(picture.paper.paper, picture.paper.veil))
