"""How a figure is drawn in the plot, and what joins figures that have been compared."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF

from annotator.core.records import Comparison, Verdict
from annotator.review.board import Figure
from annotator.review.bounds import Bounds
from annotator.ui import theme
from annotator.ui.board.colours import of_verdict
from annotator.ui.board.saying import reading

Place = tuple[Callable[[float], float], int, QRectF]
"""Where a number stands on the axis, the height of the line, and the axis."""

_DOT = 5.0
_ARROW = 7.0
_INFINITE = float("inf")
_STROKES: dict[Verdict, tuple[tuple[tuple[float, float], tuple[float, float]], ...]] = {
    "agreement": (((-3, -1.6), (3, -1.6)), ((-3, 1.8), (3, 1.8))),
    "conflict": (((0, -3.6), (0, 0.9)), ((0, 3.6), (0, 3.7))),
    "scope": (((-2.2, 3.2), (2.2, -3.2)),),
}
"""The signs of the verdicts as strokes around the middle of a dot."""


def draw_mark(
    painter: QPainter,
    figure: Figure,
    place: Place,
    *,
    verdict: Verdict | None,
    selected: bool,
    focused: bool,
) -> None:
    """A dot at the number said, a bar over what it may mean, an arrow where that has no end."""
    bounds = figure.bounds
    if bounds is None:
        return
    ink = QColor(theme.colours().ink) if verdict is None else of_verdict(verdict)
    x, middle, _axis = place
    left, right = _draw_extent(painter, bounds, place, ink)
    if bounds.value is not None:
        spot = QPointF(x(bounds.value), middle)
        hollow = bounds.low_open or bounds.high_open
        _draw_dot(painter, spot, ink, hollow=hollow, verdict=verdict)
        left, right = min(left, spot.x() - _DOT), max(right, spot.x() + _DOT)
    if selected or focused:
        _draw_ring(painter, QPointF(x(bounds.middle), middle), focused=focused)
    _write_value(painter, figure, place, (left, right), ink if verdict else None)


def draw_links(
    painter: QPainter, links: Sequence[tuple[Comparison, QPointF, QPointF]], selected: Collection[int]
) -> None:
    """A curve between each two that have been compared; those of what is selected stand out."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for comparison, start, end in links:
        is_chosen = not selected.isdisjoint(comparison.pair) if isinstance(selected, frozenset) else False
        colour = of_verdict(comparison.verdict)
        colour.setAlphaF(0.95 if is_chosen else 0.4)
        pen = QPen(colour, 1.8 if is_chosen else 1.3)
        if comparison.verdict == "scope":
            pen.setStyle(Qt.PenStyle.DashLine)
        elif comparison.verdict == "conflict":
            pen.setStyle(Qt.PenStyle.DashDotLine)
        painter.setPen(pen)
        path = QPainterPath(start)
        bend = 26 + abs(start.y() - end.y()) * 0.12
        path.cubicTo(QPointF(start.x() - bend, start.y()), QPointF(end.x() - bend, end.y()), end)
        painter.drawPath(path)


def _draw_dot(
    painter: QPainter, spot: QPointF, ink: QColor, *, hollow: bool, verdict: Verdict | None
) -> None:
    """The number said, with the sign of what was said of it inside."""
    paper = QColor(theme.colours().paper)
    size = _DOT - 0.5 if verdict is None else _DOT + 2
    painter.setPen(QPen(ink, 2))
    painter.setBrush(paper if hollow else ink)
    painter.drawEllipse(spot, size, size)
    painter.setPen(QPen(ink if hollow else paper, 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for start, end in _STROKES.get(verdict, ()) if verdict is not None else ():
        painter.drawLine(spot + QPointF(*start), spot + QPointF(*end))


def _draw_extent(painter: QPainter, bounds: Bounds, place: Place, ink: QColor) -> tuple[float, float]:
    """The bar between the bounds; returns how far it goes to either side."""
    x, middle, axis = place
    low = axis.left() if bounds.low == -_INFINITE else x(bounds.low)
    high = axis.right() if bounds.high == _INFINITE else x(bounds.high)
    low, high = max(low, axis.left() - 10), min(high, axis.right() + 10)
    if high <= low:
        return low, low
    pale = QColor(ink)
    open_ended = _INFINITE in (bounds.high, -bounds.low)
    if bounds.value is None or not open_ended:
        pale.setAlphaF(0.24)
        tall = 12.0 if bounds.value is None else 8.0
        box = QRectF(low, middle - tall / 2, max(high - low, 2.0), tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pale)
        painter.drawRoundedRect(box, 3, 3)
        if bounds.value is None:
            painter.setPen(QPen(ink, 1.6))
            for end in (low, high):
                painter.drawLine(QPointF(end, middle - 6), QPointF(end, middle + 6))
        return low, high
    return _draw_arrow(painter, bounds, place, ink)


def _draw_arrow(painter: QPainter, bounds: Bounds, place: Place, ink: QColor) -> tuple[float, float]:
    x, middle, axis = place
    start = x(bounds.middle)
    upward = bounds.high == _INFINITE
    tip = min(start + 46, axis.right() + 14) if upward else max(start - 46, axis.left() - 14)
    back = -_ARROW if upward else _ARROW
    painter.setPen(QPen(ink, 1.8))
    painter.drawLine(QPointF(start, middle), QPointF(tip + back * 0.7, middle))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(
        QPolygonF([QPointF(tip, middle), QPointF(tip + back, middle - 4), QPointF(tip + back, middle + 4)])
    )
    return min(tip, start), max(tip, start)


def _draw_ring(painter: QPainter, spot: QPointF, *, focused: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.colours().accent), 2.2 if focused else 1.4))
    painter.drawEllipse(spot, _DOT + 5, _DOT + 5)


def _write_value(
    painter: QPainter, figure: Figure, place: Place, span: tuple[float, float], ink: QColor | None
) -> None:
    """The number beside its mark, on the side where there is room."""
    _x, middle, axis = place
    said = reading(figure)
    font = QFont(painter.font())
    painter.setFont(font)
    wide = QFontMetrics(font).horizontalAdvance(said) + 4
    left = span[1] + 11
    if left + wide > axis.right() + 22:
        left = span[0] - wide - 11
    painter.setPen(QColor(theme.colours().muted) if ink is None else ink)
    room = QRectF(left, middle - 11, wide, 22)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)
