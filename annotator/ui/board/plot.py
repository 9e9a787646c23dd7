"""The plot of the board: the values of some figures on one axis, article by article."""

from bisect import bisect_right
from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from annotator.core.records import Comparison
from annotator.review.board import Figure
from annotator.ui import phrases, theme
from annotator.ui.board.colours import weightiest
from annotator.ui.board.lanes import LINE, Lane, Lanes, lanes
from annotator.ui.board.marks import draw_links, draw_mark
from annotator.ui.board.saying import Words

_AXIS = 30
"""Pixels of height for the axis at the foot."""
_NAMES = 210
"""Pixels at most for the names of the articles."""
_SIDE = 26
"""Pixels left free beside the axis."""


class Plot(QAbstractScrollArea):
    """A dot for each number, with what it may mean besides; lines join what has been compared."""

    picked = Signal(object, object)
    """A figure's row id, and whether it is added to what is selected."""
    entered = Signal(object)
    """The figure on which Enter was pressed."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lanes: Lanes = lanes(())
        self._tops: list[int] = []
        self._said: dict[int, list[Comparison]] = {}
        self._selected: frozenset[int] = frozenset()
        self.current: int | None = None
        """The figure the keys are at."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("plot")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Plot of the values"))
        self.setMinimumHeight(110)

    # ---- what it shows -------------------------------------------------------------------------

    def show_said(self, said: dict[int, list[Comparison]]) -> None:
        """Show what was said of the figures, by their row ids."""
        self._said = said
        self.viewport().update()

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show figures."""
        self._lanes = lanes(figures)
        self._tops = [lane.top for lane in self._lanes.lanes]
        if self.current not in self._lanes.spots:
            self.current = None
        left_out = len(figures) - len(self._lanes.spots)
        described = self._words.figures(len(self._lanes.spots))
        if left_out:
            described += " · " + phrases.counted(self.tr("%n without a number", "", left_out))
        self.setAccessibleDescription(described)
        self._fit()
        self.viewport().update()

    def show_selected(self, ids: Collection[int]) -> None:
        """Ring what is selected, and bring it into view."""
        self._selected = frozenset(ids)
        first = next((row_id for row_id in ids if row_id in self._lanes.spots), None)
        if first is not None:
            self.current = first
            self._reveal(first)
        self.viewport().update()

    def spot(self, row_id: int) -> QPoint | None:
        """Where in the viewport the dot of a figure is."""
        found = self._lanes.spots.get(row_id)
        if found is None:
            return None
        figure, middle = found
        at = figure.bounds.middle if figure.bounds is not None else 0.0
        return QPoint(round(self._x(at)), middle - self.verticalScrollBar().value())

    def sizeHint(self) -> QSize:
        """Room for a few articles."""
        return QSize(400, 220)

    # ---- drawing -------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is in view."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), QColor(theme.colours().paper))
        if not self._lanes.lanes:
            self._write_empty(painter)
        else:
            self._draw_axis(painter)
            area = QRect(0, 0, self.viewport().width(), self.viewport().height() - _AXIS)
            painter.setClipRect(area)
            painter.translate(0, -self.verticalScrollBar().value())
            shown = self._shown_lanes()
            for lane in shown:
                self._draw_lane(painter, lane)
                self._draw_grounds(painter, lane)
            draw_links(painter, self._links(shown), self._selected)
            for lane in shown:
                self._draw_figures(painter, lane)
        painter.end()

    def _write_empty(self, painter: QPainter) -> None:
        painter.setPen(QColor(theme.colours().muted))
        room = self.viewport().rect().adjusted(30, 0, -30, 0)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, self.tr("None of these figures has a number yet."))

    def _draw_axis(self, painter: QPainter) -> None:
        chosen, axis = theme.colours(), self._axis()
        foot = self.viewport().height() - _AXIS
        painter.setFont(self._small())
        metrics = QFontMetrics(painter.font())
        free = -1000.0
        for tick in self._lanes.scale.ticks(max(2, round(axis.width()) // 76)):
            x = self._x(tick)
            painter.setPen(QPen(QColor(chosen.line), 1))
            painter.drawLine(QPointF(x, 4), QPointF(x, foot + 5))
            text = self._words.short(tick)
            half = metrics.horizontalAdvance(text) / 2
            if x - half > free:
                painter.setPen(QColor(chosen.muted))
                room = QRectF(x - half - 2, foot + 6, half * 2 + 4, _AXIS - 8)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
                free = x + half + 8
        painter.setPen(QPen(QColor(chosen.edge), 1))
        painter.drawLine(QPointF(axis.left(), foot + 0.5), QPointF(axis.right(), foot + 0.5))

    def _draw_lane(self, painter: QPainter, lane: Lane) -> None:
        chosen, width = theme.colours(), self.viewport().width()
        painter.setPen(QPen(QColor(chosen.line), 1))
        bottom = lane.top + lane.height - 0.5
        painter.drawLine(QPointF(8, bottom), QPointF(width - 8, bottom))
        mirrored = phrases.mirrored()
        names = self._names()
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        left = width - names - 12 if mirrored else 12
        painter.setFont(self._small())
        metrics = QFontMetrics(painter.font())
        room = QRect(left, lane.middle(0) - LINE // 2, names, LINE)
        article = lane.article
        date = self._words.date(article) if article.published else ""
        taken = metrics.horizontalAdvance(date) + 10 if date else 0
        painter.setPen(QColor(chosen.ink))
        name = article.source or article.title
        shown = metrics.elidedText(phrases.isolated(name), Qt.TextElideMode.ElideRight, room.width() - taken)
        painter.drawText(room, align, shown)
        if date:
            other = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
            painter.setPen(QColor(chosen.muted))
            painter.drawText(
                room, other | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, date
            )

    def _draw_grounds(self, painter: QPainter, lane: Lane) -> None:
        axis, ground = self._axis(), QColor(theme.colours().picked)
        ground.setAlphaF(0.75)
        for place, figure in enumerate(lane.figures):
            if figure.id in self._selected:
                box = QRectF(axis.left() - 12, lane.middle(place) - 11, axis.width() + 24, 22)
                painter.fillRect(box, ground)

    def _draw_figures(self, painter: QPainter, lane: Lane) -> None:
        axis = self._axis()
        for place, figure in enumerate(lane.figures):
            draw_mark(
                painter,
                figure,
                (self._x, lane.middle(place), axis),
                verdict=weightiest(self._said.get(figure.id, [])),
                selected=figure.id in self._selected,
                focused=figure.id == self.current and self.hasFocus(),
            )

    def _links(self, shown: Sequence[Lane]) -> list[tuple[Comparison, QPointF, QPointF]]:
        """The comparisons of which an end is in view, with where their ends are."""
        found: dict[int, Comparison] = {}
        for lane in shown:
            for figure in lane.figures:
                found |= {item.id: item for item in self._said.get(figure.id, ())}
        spots = self._lanes.spots
        return [
            (item, self._point(item.source_id), self._point(item.target_id))
            for item in found.values()
            if item.source_id in spots and item.target_id in spots
        ]

    def _point(self, row_id: int) -> QPointF:
        figure, middle = self._lanes.spots[row_id]
        return QPointF(self._x(figure.bounds.middle if figure.bounds is not None else 0.0), middle)

    def _shown_lanes(self) -> Sequence[Lane]:
        top = self.verticalScrollBar().value()
        first = max(bisect_right(self._tops, top) - 1, 0)
        last = bisect_right(self._tops, top + self.viewport().height())
        return self._lanes.lanes[first:last]

    def _x(self, value: float) -> float:
        axis = self._axis()
        return axis.left() + axis.width() * self._lanes.scale.place(value)

    def _names(self) -> int:
        return min(_NAMES, self.viewport().width() // 3)

    def _axis(self) -> QRectF:
        width, names = self.viewport().width(), self._names() + 12
        left = _SIDE if phrases.mirrored() else names + _SIDE
        return QRectF(left, 0, max(40, width - names - 2 * _SIDE), self.viewport().height() - _AXIS)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(self.font().pointSizeF() * 0.92)
        return font

    # ---- hand ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from figure to figure, with Shift or Space they are added; Enter goes there."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        key = Qt.Key(event.key())
        if key in steps and self._lanes.spots:
            adds = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(steps[key], adds=adds)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current in self._lanes.spots:
            self.entered.emit(self._lanes.spots[self.current][0])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is clicked, or add it with Ctrl or Shift."""
        figure = self._at(event.position().toPoint())
        if figure is not None:
            held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            self._pick(figure, adds=bool(event.modifiers() & held))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to what is clicked."""
        figure = self._at(event.position().toPoint())
        if figure is not None:
            self.entered.emit(figure)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        under = self._at(event.position().toPoint())
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if under is not None else Qt.CursorShape.ArrowCursor
        )

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            figure = self._at(event.pos())
            QToolTip.showText(event.globalPos(), phrases.tooltip(self.said(figure)) if figure else "")
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll as far as there is something."""
        super().resizeEvent(event)
        self._fit()

    def said(self, figure: Figure) -> str:
        """A figure in words."""
        quote, article = self._words.quote(figure.annotation.quote), phrases.isolated(figure.article.title)
        return f"{quote}: {self._words.value(figure)} · {article}"

    def _step(self, step: int, *, adds: bool) -> None:
        ids = list(self._lanes.spots)
        at = ids.index(self.current) + step if self.current in self._lanes.spots else 0
        if 0 <= at < len(ids):
            self._pick(self._lanes.spots[ids[at]][0], adds=adds)

    def _pick(self, figure: Figure, *, adds: bool) -> None:
        self.current = figure.id
        self.picked.emit(figure.id, adds)
        self.current = figure.id
        self._reveal(figure.id)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.said(figure)))
        self.viewport().update()

    def _at(self, point: QPoint) -> Figure | None:
        """The figure whose line is under a point, if the point is near its mark."""
        if point.y() > self.viewport().height() - _AXIS:
            return None
        y = point.y() + self.verticalScrollBar().value()
        number_of = bisect_right(self._tops, y) - 1
        if number_of < 0:
            return None
        lane = self._lanes.lanes[number_of]
        for place, figure in enumerate(lane.figures):
            if abs(lane.middle(place) - y) <= LINE // 2:
                return figure
        return None

    def _reveal(self, row_id: int) -> None:
        _figure, middle = self._lanes.spots[row_id]
        bar, room = self.verticalScrollBar(), self.viewport().height() - _AXIS
        if middle - LINE < bar.value():
            bar.setValue(middle - LINE)
        elif middle + LINE > bar.value() + room:
            bar.setValue(middle + LINE - room)

    def _fit(self) -> None:
        room = self.viewport().height() - _AXIS
        self.verticalScrollBar().setRange(0, max(0, self._lanes.height - room))
        self.verticalScrollBar().setPageStep(max(1, room))
        self.verticalScrollBar().setSingleStep(LINE)
