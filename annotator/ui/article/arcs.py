"""The arcs that show the relations of an annotation: a quiet curve, an arrow, a small title."""

from dataclasses import dataclass
from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPolygonF,
)

from annotator.ui.article.styles import Paper

_ARROW = 7.5  # pixels
_SPREAD = pi / 7.5  # half the angle of an arrow's head
_LIFT = 0.22  # of the distance between the ends: how far an arc rises
_LOWEST, _HIGHEST = 9.0, 30.0  # pixels: an arc stays below the letters of the line above
_REACH = 9.0  # pixels across an arc that still take hold of it
_TITLE_SIZE = 0.56  # of the text's size
_PADDING = 4.0  # pixels around a title
_NEAREST_TITLE = 30.0  # pixels between the ends without which no title is written


@dataclass(frozen=True, slots=True)
class Arc:
    """A relation between two annotations, in the document's coordinates."""

    link: tuple[int, int]
    """Source and target, by id."""
    source: QPointF
    target: QPointF
    colour: QColor
    title: str
    """Empty where none is to be written."""
    strong: bool
    """Whether it belongs to the selected annotation; else to the one under the pointer."""

    @property
    def lift(self) -> QPointF:
        """From an end to the point the curve makes for."""
        distance = (self.target - self.source).manhattanLength()
        return QPointF(0, -min(distance * _LIFT + _LOWEST, _HIGHEST))

    def path(self) -> QPainterPath:
        """The curve, from the source to the foot of the arrow."""
        foot = self.target + self.lift * (_ARROW * 0.8 / -self.lift.y())
        path = QPainterPath(self.source)
        path.cubicTo(self.source + self.lift, self.target + self.lift, foot)
        return path


def arc_at(arcs: list[Arc], point: QPointF) -> Arc | None:
    """The arc at a point, the one drawn last first."""
    stroker = QPainterPathStroker()
    stroker.setWidth(_REACH)
    return next((arc for arc in reversed(arcs) if stroker.createStroke(arc.path()).contains(point)), None)


def paint_arcs(painter: QPainter, arcs: list[Arc], paper: Paper, font: QFont) -> None:
    """Draw relations; titles last, so that no curve crosses them."""
    for arc in arcs:
        _paint_arc(painter, arc, paper)
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _TITLE_SIZE)
    painter.setFont(small)
    placed: list[QRectF] = []
    for arc in arcs:
        if arc.title and (arc.target - arc.source).manhattanLength() >= _NEAREST_TITLE:
            _paint_title(painter, arc, paper, placed)


def _paint_arc(painter: QPainter, arc: Arc, paper: Paper) -> None:
    colour = QColor(arc.colour)
    colour.setAlphaF(0.95 if arc.strong else 0.6)
    path = arc.path()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    halo = QColor(paper.paper)
    halo.setAlphaF(0.8)
    painter.setPen(QPen(halo, 4.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(path)
    painter.setPen(QPen(colour, 1.5 if arc.strong else 1.1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(_head(arc.target, arc.target + arc.lift))
    painter.drawEllipse(arc.source, 2.2, 2.2)


def _paint_title(painter: QPainter, arc: Arc, paper: Paper, placed: list[QRectF]) -> None:
    metrics = QFontMetricsF(painter.font())
    middle = arc.path().pointAtPercent(0.5)
    box = QRectF(0, 0, metrics.horizontalAdvance(arc.title) + 2 * _PADDING, metrics.height())
    box.moveCenter(middle)
    while any(box.intersects(other) for other in placed):
        box.translate(0, box.height() + 1)
    placed.append(box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paper.paper)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(arc.colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, arc.title)


def _head(tip: QPointF, behind: QPointF) -> QPolygonF:
    """An arrow's head whose shaft comes from a point behind."""
    angle = atan2(behind.y() - tip.y(), behind.x() - tip.x())
    corners = [
        tip + QPointF(cos(angle + turn) * _ARROW, sin(angle + turn) * _ARROW) for turn in (-_SPREAD, _SPREAD)
    ]
    return QPolygonF([tip, *corners])
