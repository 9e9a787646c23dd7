"""Where lanes lie under a line, and the line patterns that tell labels apart without colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from annotator.core.records import LinePattern
from annotator.ui.article.styles import Metrics

_FIRST = 0.135  # ems: thickness of the lane nearest the text
_OTHER = 0.1  # ems: thickness of the others
_GAP = 0.085  # ems between lanes
_STROKE = 0.5  # of a lane's thickness: one of the two lines of a double lane, which is a pixel thicker


def lane_rect(metrics: Metrics, baseline: float, lane: int, lanes: int) -> QRectF:
    """The vertical extent of a lane (0 is nearest the text) of a stack of so many; its width is 0.

    The deeper the stack, the closer its lanes, so that all of them stay above the next line's text.
    """
    needed = (_FIRST + (lanes - 1) * (_OTHER + _GAP)) * metrics.em
    squeeze = min(1.0, metrics.room / needed)
    unit = metrics.em * squeeze
    top = 0.0 if lane == 0 else (_FIRST + _GAP + (lane - 1) * (_OTHER + _GAP)) * unit
    thickness = (_FIRST if lane == 0 else _OTHER) * unit
    y = baseline + metrics.below + top
    if squeeze == 1.0:
        y, thickness = float(round(y)), max(float(round(thickness)), 1.0)
    return QRectF(QPointF(0, y), QPointF(0, y + thickness))


def paint_lane(painter: QPainter, rect: QRectF, pattern: LinePattern, colour: QColor) -> None:
    """Fill one piece of a lane with a pattern."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if pattern == "dashed":
        _paint_dashes(painter, rect, rect.height() * 3.2, rect.height() * 1.1)
    elif pattern == "dotted":
        _paint_dots(painter, rect)
    elif pattern == "double":
        stroke = rect.height() * _STROKE
        painter.drawRect(QRectF(rect.left(), rect.top(), rect.width(), stroke))
        painter.drawRect(QRectF(rect.left(), rect.bottom() + 1 - stroke, rect.width(), stroke))
    else:
        painter.drawRect(rect)


def _paint_dashes(painter: QPainter, rect: QRectF, dash: float, gap: float) -> None:
    """Whole dashes only, stretched to fill the piece, so that both its ends are exact."""
    count = max(round((rect.width() + gap) / (dash + gap)), 1)
    dash = (rect.width() - (count - 1) * gap) / count
    for i in range(count):
        painter.drawRect(QRectF(rect.left() + i * (dash + gap), rect.top(), dash, rect.height()))


def _paint_dots(painter: QPainter, rect: QRectF) -> None:
    size = rect.height()
    count = max(round(rect.width() / (size * 2)), 1)
    step = (rect.width() - size) / max(count - 1, 1)
    for i in range(count):
        painter.drawEllipse(QRectF(rect.left() + i * step, rect.top(), size, size))
