"""The panel of the project's history: who did what when, and the way back."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import UserError
from annotator.store.project import Step
from annotator.ui import phrases, theme
from annotator.ui.dialogs.base import plain
from annotator.ui.models.steps import STEP, Index, Standing, StepsModel, said
from annotator.ui.moments import local_time
from annotator.ui.panels.quiet import quieten
from annotator.ui.panels.rows import draw_ground
from annotator.ui.travel import Travel
from annotator.ui.workspace import Workspace

_RAIL = 20
"""Where the line that joins the steps runs, from the start of the row."""


class HistoryPanel(QFrame):
    """The steps, the newest first. Read only while it is seen."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._workspace = workspace
        self.travel = Travel(workspace, self)
        self.model = StepsModel(workspace, self)
        self.list = self._make_list()
        self.hint = plain(
            self.tr("Enter or a double-click on a step of yours goes back or forward to it."), "muted"
        )
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(14, 4, 14, 8)
        self.stop = QPushButton(self.tr("Stop here"))
        self.stop.hide()
        self.stop.clicked.connect(self.travel.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.stop)
        layout.addWidget(self.hint)
        self.travel.began.connect(self._show_stop)
        self.travel.ended.connect(self._arrive)
        workspace.changed.connect(self.refresh)
        workspace.project_changed.connect(self.refresh)
        workspace.reviewer_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Read the steps again, if they are seen and the way is not still going on."""
        if not self.isVisible() or self.travel.under_way:
            return
        self.model.refresh()
        here = self.model.row_here()
        if here is not None:
            index = self.model.index(here)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self.refresh()

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self.model)
        made.setItemDelegate(_StepRow(self.model, made))
        made.setAccessibleName(self.tr("History"))
        made.setObjectName("rows")
        made.setUniformItemSizes(True)
        quieten(made)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.activated.connect(self._go)
        return made

    def _go(self, index: QModelIndex) -> None:
        step = self.model.step(index.row())
        if step is None:
            return
        try:
            self._check(step)
            self.travel.to(step)
        except UserError as error:
            self._workspace.refused.emit(error)

    def _check(self, step: Step) -> None:
        if not self._workspace.writable:
            raise UserError("This project is open read-only; changes cannot be saved.")
        if self.model.standing(step) == "others":
            raise UserError(
                "This step is {reviewer}'s; each reviewer undoes their own.", reviewer=self.model.who(step)
            )

    def _show_stop(self) -> None:
        self.stop.show()

    def _arrive(self) -> None:
        self.stop.hide()
        self.refresh()


class _StepRow(QStyledItemDelegate):
    """What was done, and below who did it when; a dot on the line that joins all says how it stands."""

    def __init__(self, model: StepsModel, parent: QListView) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(80, theme.pitch(option.font) * 2 + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        step = index.data(STEP)
        if not isinstance(step, Step):
            return
        standing = self._model.standing(step)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, option, picked=picked, current=theme.colours().picked)
        self._rail(painter, option, standing)
        self._write(painter, option, step, standing)
        painter.restore()

    def _rail(self, painter: QPainter, option: QStyleOptionViewItem, standing: Standing) -> None:
        chosen, row = theme.colours(), option.rect
        spot = QRect(row.left() + _RAIL - 5, row.top() + 6 + (theme.pitch(option.font) - 10) // 2, 10, 10)
        box = QRectF(QStyle.visualRect(option.direction, row, spot))
        painter.setPen(QPen(QColor(chosen.line), 1.4))
        middle = round(box.center().x())
        painter.drawLine(QPoint(middle, row.top()), QPoint(middle, row.bottom() + 1))
        if standing == "others":
            return
        colour = QColor(chosen.accent if standing == "here" else chosen.muted)
        inset = 0 if standing == "here" else 2
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(QColor(chosen.paper) if standing == "undone" else colour)
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, step: Step, standing: Standing) -> None:
        chosen, row, pitch = theme.colours(), option.rect, theme.pitch(option.font)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        left = _RAIL + 16
        room = QStyle.visualRect(
            option.direction, row, QRect(row.left() + left, row.top() + 6, row.width() - left - 14, pitch)
        )
        font = QFont(option.font)
        font.setBold(standing == "here")
        painter.setFont(font)
        painter.setPen(QColor(chosen.ink if standing in ("here", "done") else chosen.muted))
        shown = QFontMetrics(font).elidedText(said(step), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align, shown)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        painter.setFont(small)
        painter.setPen(QColor(chosen.muted))
        below = f"{phrases.isolated(self._model.who(step))} · {local_time(step.at)}"
        painter.drawText(room.translated(0, pitch), align, below)
