"""The arcs that show the relations of an annotation: a quiet curve, an arrow, a small title.

Curves leave and arrive between the lines, and titles stand there, so that no letter is covered.
"""

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

_ARROW = 7.0  # pixels
_SPREAD = pi / 6.5  # half the angle of an arrow's head
_UNDER = 4.0  # pixels between the lower edge of a tint and an end there: room for its lane
_APART = 84.0  # pixels: ends nearer than this in width are moved apart where the source has the room
_STEEP = 0.5  # of the height between the ends: how far a curve keeps its first direction
_LIFT = 0.16  # of the width between ends on one line: how far the curve rises
_LOWEST, _HIGHEST = 8.0, 34.0  # pixels
_REACH = 9.0  # pixels across an arc that still take hold of it
_TITLE_SIZE = 0.56  # of the text's size
_PADDING = 4.0  # pixels around a title
_SAMPLES = 24  # points of a curve that are tried for its title


@dataclass(frozen=True, slots=True)
class Arc:
    """A relation between two annotations, in the document's coordinates."""

    link: tuple[int, int]
    """Source and target, by id."""
    source: QPointF
    target: QPointF
    leaving: float
    """How far down the curve goes on leaving the source; negative if it goes up."""
    arriving: float
    """How far below the target the curve comes from; negative if it comes from above."""
    colour: QColor
    title: str
    """Empty where none is to be written."""
    strong: bool
    """Whether it belongs to the selected annotation; else to the one under the pointer."""

    @classmethod
    def between(
        cls,
        link: tuple[int, int],
        source: list[QRectF],
        target: list[QRectF],
        colour: QColor,
        title: str,
        *,
        strong: bool,
    ) -> "Arc":
        """An arc between two annotations, each given by the visual runs of it, from the top down."""
        if source[-1].bottom() <= target[0].top():
            first, last = source[-1], target[0]
            start, end = first.bottom() + _UNDER, last.top()
        elif target[-1].bottom() <= source[0].top():
            first, last = source[0], target[-1]
            start, end = first.top(), last.bottom() + _UNDER
        else:
            last = target[0]
            first = min(source, key=lambda run: abs(run.top() - last.top()))
            start, end = first.top(), last.top()
        x = last.center().x()
        one, other = QPointF(_apart(first, x), start), QPointF(x, end)
        leaving, arriving = _bend(one, other, level=first.top() == last.top())
        return cls(link, one, other, leaving, arriving, colour, title, strong)

    def path(self) -> QPainterPath:
        """The curve, from the source to the foot of the arrow."""
        foot = self.target + QPointF(0, _ARROW * 0.7 * (1 if self.arriving > 0 else -1))
        path = QPainterPath(self.source)
        path.cubicTo(
            self.source + QPointF(0, self.leaving),
            self.target + QPointF(0, self.arriving),
            foot,
        )
        return path


def _apart(run: QRectF, x: float) -> float:
    """A place in the width of a run that is not right above or below x."""
    middle = run.center().x()
    if abs(middle - x) >= _APART:
        return middle
    wanted = x - _APART if x - run.left() > run.right() - x else x + _APART
    return min(max(wanted, run.left() + 6), run.right() - 6) if run.width() > _APART else middle


def _bend(source: QPointF, target: QPointF, *, level: bool) -> tuple[float, float]:
    height = target.y() - source.y()
    if level:
        rise = min(_LOWEST + abs(target.x() - source.x()) * _LIFT, _HIGHEST)
        return -rise, -rise
    steep = max(min(abs(height) * _STEEP, _HIGHEST * 2), 3.0)
    return (steep, -steep) if height > 0 else (-steep, steep)


def arc_at(arcs: list[Arc], point: QPointF) -> Arc | None:
    """The arc at a point, the one drawn last first."""
    stroker = QPainterPathStroker()
    stroker.setWidth(_REACH)
    return next((arc for arc in reversed(arcs) if stroker.createStroke(arc.path()).contains(point)), None)


def paint_arcs(painter: QPainter, arcs: list[Arc], paper: Paper, gaps: list[float]) -> None:
    """Draw relations; titles last, so that no curve crosses them. ``gaps`` are heights between lines."""
    for arc in arcs:
        _paint_arc(painter, arc)
    small = QFont(painter.font())
    small.setPointSizeF(small.pointSizeF() * _TITLE_SIZE)
    painter.setFont(small)
    placed: list[QRectF] = []
    for arc in arcs:
        if arc.title:
            _paint_title(painter, arc, paper, gaps, placed)


def _paint_arc(painter: QPainter, arc: Arc) -> None:
    colour = QColor(arc.colour)
    colour.setAlphaF(0.9 if arc.strong else 0.55)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.5 if arc.strong else 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(arc.path())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(_head(arc.target, arc.target + QPointF(0, arc.arriving)))
    painter.drawEllipse(arc.source, 2.2, 2.2)


def _paint_title(painter: QPainter, arc: Arc, paper: Paper, gaps: list[float], placed: list[QRectF]) -> None:
    metrics = QFontMetricsF(painter.font())
    box = QRectF(0, 0, metrics.horizontalAdvance(arc.title) + 2 * _PADDING, metrics.height() * 0.9)
    path = arc.path()
    samples = [path.pointAtPercent(0.2 + 0.45 * i / _SAMPLES) for i in range(_SAMPLES + 1)]
    free = [at for at in samples if not any(_centred(box, at).intersects(other) for other in placed)]
    if not free:
        return
    box = _centred(box, min(free, key=lambda at: min((abs(at.y() - gap) for gap in gaps), default=0.0)))
    placed.append(box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paper.paper)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(arc.colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, arc.title)


def _centred(box: QRectF, point: QPointF) -> QRectF:
    result = QRectF(box)
    result.moveCenter(point)
    return result


def _head(tip: QPointF, behind: QPointF) -> QPolygonF:
    """An arrow's head whose shaft comes from a point behind."""
    angle = atan2(behind.y() - tip.y(), behind.x() - tip.x())
    corners = [
        tip + QPointF(cos(angle + turn) * _ARROW, sin(angle + turn) * _ARROW) for turn in (-_SPREAD, _SPREAD)
    ]
    return QPolygonF([tip, *corners])
