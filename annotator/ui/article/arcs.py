"""The arcs that show the relations of the selected annotation."""

from dataclasses import dataclass
from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

_ARROW = 7.0  # pixels
_SPREAD = pi / 7  # half the angle of an arrow's head
_LIFT = 0.28  # of the distance between the ends: how far an arc rises
_HIGHEST = 28.0  # pixels: an arc stays below the letters of the line above


@dataclass(frozen=True, slots=True)
class Arc:
    """A relation between two annotations, in the document's coordinates."""

    source: QPointF
    target: QPointF
    colour: QColor


def paint_arc(painter: QPainter, arc: Arc) -> None:
    """Draw one relation, with an arrow at its target."""
    distance = (arc.target - arc.source).manhattanLength()
    lift = QPointF(0, min(distance * _LIFT + 8, _HIGHEST))
    path = QPainterPath(arc.source)
    path.cubicTo(arc.source - lift, arc.target - lift, arc.target)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(arc.colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(arc.colour)
    painter.drawPolygon(_head(arc.target, arc.target - lift))
    painter.drawEllipse(arc.source, 2.4, 2.4)


def _head(tip: QPointF, behind: QPointF) -> QPolygonF:
    """An arrow's head whose shaft comes from a point behind."""
    angle = atan2(behind.y() - tip.y(), behind.x() - tip.x())
    corners = [
        tip + QPointF(cos(angle + turn) * _ARROW, sin(angle + turn) * _ARROW) for turn in (-_SPREAD, _SPREAD)
    ]
    return QPolygonF([tip, *corners])
