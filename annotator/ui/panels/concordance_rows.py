"""How the rows of a concordance are drawn: headings, and lines whose passages stand in one column."""

from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui import phrases, theme
from annotator.ui.models.concordance import NUMBER, ROW, ConcordanceModel, Group, Index, Line
from annotator.ui.panels.chip import colour_of
from annotator.ui.panels.kwic import Kwic, Look, lay_out
from annotator.ui.panels.rows import draw_ground
from annotator.ui.workspace import Workspace

ROOM = 8
"""Pixels a row is higher than its line of text."""
_PAD = 14
_TICK = 15
_ARROW = 10
_CHIP = 9
_GAP = 9
_NAME_SHARE, _NAME_MOST, _NAME_LEAST = 0.17, 210, 100
"""Of the width, and pixels: the column of names; narrower than the least there is none."""
_KEPT = 400
"""Lines that stay laid out."""
_SMALL = 0.9


class Columns(NamedTuple):
    """Where the parts of a line stand; a part that is not shown has no width."""

    tick: QRect
    chip: QRect
    name: QRect
    passage: QRect


class ConcordanceRow(QStyledItemDelegate):
    """Tick, colour, name of the article, and the passage in its context."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._laid_out: OrderedDict[object, Kwic] = OrderedDict()
        self.faded: frozenset[int] | set[int] = frozenset()
        """The numbers of the lines that are dealt with."""
        self.done: frozenset[int] | set[int] = frozenset()
        """Those of them that have been done, and have a sign for a tick."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(120, theme.pitch(option.font) + ROOM)

    def columns(self, rect: QRect, model: ConcordanceModel, direction: Qt.LayoutDirection) -> Columns:
        """Where the parts of a line in this row stand."""
        left, right = rect.left() + _PAD, rect.right() + 1 - _PAD
        if model.grouping != "none":
            left += 6
        name = min(round(rect.width() * _NAME_SHARE), _NAME_MOST)
        if model.grouping == "document" or name < _NAME_LEAST:
            name = 0
        places = []
        for width in (_TICK if model.ticks else 0, _CHIP, name):
            places.append(QRect(left, rect.top(), width, rect.height()))
            left += width + _GAP if width else 0
        places.append(QRect(left, rect.top(), max(right - left, 0), rect.height()))
        tick, chip, title, passage = (QStyle.visualRect(direction, rect, place) for place in places)
        return Columns(tick, chip, title, passage)

    def heading_tick(self, rect: QRect, direction: Qt.LayoutDirection) -> QRect:
        """Where the tick of a heading in this row stands."""
        box = QRect(rect.left() + _PAD + _ARROW + _GAP, rect.top(), _TICK, rect.height())
        return QStyle.visualRect(direction, rect, box)

    def kwic(self, line: Line, font: QFont, width: int) -> Kwic:
        """A line laid out; those seen last are kept."""
        key = (line.before, line.quote, line.after, line.right_to_left, width, font.key())
        found = self._laid_out.get(key)
        if found is None:
            found = self._laid_out[key] = lay_out(line, font, width)
            if len(self._laid_out) > _KEPT:
                self._laid_out.popitem(last=False)
        else:
            self._laid_out.move_to_end(key)
        return found

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        model, item = index.model(), index.data(ROW)
        if not isinstance(model, ConcordanceModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, option, picked=picked, current=theme.colours().picked)
        if isinstance(item, Group):
            self._heading(painter, option, index, item)
        elif isinstance(item, Line):
            self._line(painter, option, index, item)
        painter.restore()

    # ---- inside --------------------------------------------------------------------------------

    def _line(self, painter: QPainter, view: QStyleOptionViewItem, index: Index, line: Line) -> None:
        model, chosen = index.model(), theme.colours()
        if not isinstance(model, ConcordanceModel):
            return
        places = self.columns(view.rect, model, view.direction)
        number = index.data(NUMBER)
        if model.ticks and number in self.done:
            draw_done(painter, _middle(places.tick, _TICK))
        if number in self.faded:
            painter.setOpacity(0.4)
        if model.ticks and number not in self.done:
            draw_tick(painter, _middle(places.tick, _TICK), Qt.CheckState(index.data(_CHECK)))
        known = self._workspace.label_set.label_by_id if self._workspace.project is not None else {}
        label = known.get(line.label_id or 0)
        colour = colour_of(label) if label is not None else chosen.accent
        if label is not None:
            shape = QPainterPath()
            shape.addRoundedRect(_middle(places.chip, _CHIP), 2.5, 2.5)
            painter.fillPath(shape, QColor(colour))
        baseline = _baseline(view)
        if places.name.width():
            self._name(painter, view, places.name, line.name)
        look = Look(
            QColor(chosen.ink),
            theme.mixed(colour, chosen.paper, 0.3 if chosen.dark else 0.2),
            theme.mixed(chosen.ink, chosen.paper, 0.72),
        )
        kwic = self.kwic(line, view.font, places.passage.width())
        kwic.paint(painter, QRectF(places.passage), baseline, look)

    def _name(self, painter: QPainter, view: QStyleOptionViewItem, place: QRect, name: str) -> None:
        small = _smaller(view.font)
        painter.setFont(small)
        painter.setPen(QColor(theme.colours().muted))
        shown = QFontMetrics(small).elidedText(
            phrases.shortened(name, 200), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, _side(view), phrases.isolated(shown))

    def _heading(self, painter: QPainter, view: QStyleOptionViewItem, index: Index, group: Group) -> None:
        chosen, mirrored = theme.colours(), view.direction == Qt.LayoutDirection.RightToLeft
        model = index.model()
        left = view.rect.left() + _PAD
        arrow = QStyle.visualRect(
            view.direction, view.rect, QRect(left, view.rect.top(), _ARROW, view.rect.height())
        )
        _draw_arrow(painter, QRectF(arrow).center(), closed=group.collapsed, mirrored=mirrored)
        left += _ARROW + _GAP
        if isinstance(model, ConcordanceModel) and model.ticks:
            place = self.heading_tick(view.rect, view.direction)
            draw_tick(painter, _middle(place, _TICK), Qt.CheckState(index.data(_CHECK)))
            left += _TICK + _GAP
        bold = QFont(view.font)
        bold.setBold(True)
        room = view.rect.right() - _PAD - left
        count = phrases.counted(str(len(group.lines)))
        more = f"{count}  {group.note}" if group.note else count
        small = _smaller(view.font)
        more_width = min(QFontMetrics(small).horizontalAdvance(more) + 14, room // 2)
        title = phrases.shortened(group.title, 200)
        metrics = QFontMetrics(bold)
        title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room - more_width)
        width = min(metrics.horizontalAdvance(title) + 2, room - more_width)
        for text, font, colour, at, wide in (
            (phrases.isolated(title), bold, chosen.ink, left, width),
            (more, small, chosen.muted, left + width + 12, room - width - 12),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            box = QRect(at, view.rect.top(), wide, view.rect.height())
            painter.drawText(QStyle.visualRect(view.direction, view.rect, box), _side(view), text)


_CHECK = Qt.ItemDataRole.CheckStateRole


def draw_tick(painter: QPainter, box: QRectF, state: Qt.CheckState) -> None:
    """A box that is ticked, partly ticked or empty."""
    chosen = theme.colours()
    shape = QPainterPath()
    shape.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if state == Qt.CheckState.Unchecked:
        painter.setPen(QPen(QColor(chosen.muted), 1))
        painter.drawPath(shape)
        return
    painter.fillPath(shape, QColor(chosen.accent))
    painter.setPen(_tick_pen(chosen.on_accent))
    middle = box.center()
    if state == Qt.CheckState.PartiallyChecked:
        painter.drawLine(middle - QPointF(3, 0), middle + QPointF(3, 0))
    else:
        painter.drawPolyline(_tick_shape(box))


def draw_done(painter: QPainter, box: QRectF) -> None:
    """The sign of what has been done."""
    painter.setPen(_tick_pen(theme.colours().done))
    painter.drawPolyline(_tick_shape(box))


def _tick_pen(colour: str) -> QPen:
    return QPen(QColor(colour), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def _tick_shape(box: QRectF) -> QPolygonF:
    middle = box.center()
    return QPolygonF([middle + QPointF(*point) for point in ((-3.2, 0.2), (-0.9, 2.6), (3.4, -2.4))])


def _draw_arrow(painter: QPainter, middle: QPointF, *, closed: bool, mirrored: bool) -> None:
    painter.setPen(QPen(QColor(theme.colours().muted), 1.6))
    if closed:
        side = -1 if mirrored else 1
        points = [QPointF(-1.5 * side, -3.5), QPointF(2 * side, 0), QPointF(-1.5 * side, 3.5)]
    else:
        points = [QPointF(-3.5, -1.5), QPointF(0, 2), QPointF(3.5, -1.5)]
    painter.drawPolyline(QPolygonF([middle + point for point in points]))


def _middle(place: QRect, size: int) -> QRectF:
    """A square in the middle of the height of a place."""
    return QRectF(place.left(), place.top() + (place.height() - size) / 2, size, size)


def _baseline(view: QStyleOptionViewItem) -> float:
    metrics, rect = QFontMetricsF(view.font), QRectF(view.rect)
    return round(rect.center().y() + (metrics.ascent() - metrics.descent()) / 2)


def _smaller(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small


def _side(view: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    start = QStyle.visualAlignment(view.direction, Qt.AlignmentFlag.AlignLeft)
    return start | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
