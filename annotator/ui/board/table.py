"""The tables of the board: quiet rows, several of which can be selected, sorted by a column."""

from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.ui import keys, theme
from annotator.ui.board.rows_model import Index, RowsModel

_PAD = 9


class BoardTable(QTableView):
    """Rows of a model; which are selected is known by their row ids, through every change of the rows."""

    chosen = Signal()
    """Other rows are selected."""
    entered = Signal(object)
    """The row on which Enter was pressed, or that was double-clicked."""

    def __init__(self, model: RowsModel, name: str, parent: QWidget | None = None) -> None:  # type: ignore[type-arg]
        super().__init__(parent)
        self.rows = model
        self.hovered = -1
        """The row the mouse is on."""
        self.setModel(model)
        self.setObjectName("boardTable")
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.pitch(self.font()) + 13)
        self._lay_out_columns()
        self.selectionModel().selectionChanged.connect(self._tell)
        self.doubleClicked.connect(self._enter)

    def selected_ids(self) -> list[int]:
        """The row ids of what is selected, in the order of the rows."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.identity(place) for place in places]

    def select_ids(self, ids: Collection[int], current: int | None = None) -> None:
        """Select rows, and bring the current one into view."""
        places = [place for row_id in ids if (place := self.rows.place_of(row_id)) is not None]
        chosen = QItemSelection()
        for place in places:
            chosen.select(self.rows.index(place, 0), self.rows.index(place, len(self.rows.columns) - 1))
        at = self.rows.place_of(current) if current is not None else None
        if at is None and places:
            at = places[0]
        flags = QItemSelectionModel.SelectionFlag
        with QSignalBlocker(self.selectionModel()):
            if at is not None:
                self.selectionModel().setCurrentIndex(self.rows.index(at, 0), flags.NoUpdate)
            self.selectionModel().select(chosen, flags.ClearAndSelect)
        if at is not None:
            self.scrollTo(self.rows.index(at, 0))
        self.viewport().update()
        self.chosen.emit()

    def show_rows(self, rows: Iterable[object]) -> None:
        """Show other rows, with those still selected that were."""
        ids, current = self.selected_ids(), self.current_id()
        scrolled = self.verticalScrollBar().value()
        with QSignalBlocker(self.selectionModel()):
            self.rows.show(list(rows))
        self.select_ids(ids, current)
        if ids:
            self.verticalScrollBar().setValue(scrolled)

    def current_id(self) -> int | None:
        """The row id of the current row."""
        place = self.currentIndex().row()
        return self.rows.identity(place) if place >= 0 else None

    def sort_by_key(self, number: int) -> bool:
        """Sort by the column with a number, or the other way round if that is so already."""
        column = number - 1
        if not 0 <= column < len(self.rows.columns):
            return False
        rising, falling = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        turned = column == self.rows.sorted_by and self.rows.order == rising
        self.sort_by(column, falling if turned else rising)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the row, a digit sorts by a column."""
        digit = keys.digit(event) if not event.modifiers() & Qt.KeyboardModifier.ControlModifier else ""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self.currentIndex())
        elif not (digit and self.sort_by_key(int(digit))):
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which row the mouse is on."""
        super().mouseMoveEvent(event)
        row = self.rowAt(event.position().toPoint().y())
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is on no row."""
        super().leaveEvent(event)
        self.hovered = -1
        self.viewport().update()

    def _lay_out_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(self.rows.sorted_by, self.rows.order)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(60)
        for place, column in enumerate(self.rows.columns):
            if column.width:
                header.resizeSection(place, column.width)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        header.sortIndicatorChanged.connect(self.sort_by)

    def sort_by(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        if (column, order) == (self.rows.sorted_by, self.rows.order):
            return
        ids, current = self.selected_ids(), self.current_id()
        with QSignalBlocker(self.selectionModel()):
            self.rows.sort(column, order)
        with QSignalBlocker(self.horizontalHeader()):
            self.horizontalHeader().setSortIndicator(column, order)
        self.select_ids(ids, current)

    def _tell(self) -> None:
        self.chosen.emit()

    def _enter(self, index: Index) -> None:
        row = self.rows.row(index.row())
        if row is not None:
            self.entered.emit(row)


class CellPainter(QStyledItemDelegate):
    """A cell: its ground, and its text from where the window begins to read."""

    def __init__(self, table: BoardTable, edge: Callable[[object], QColor | None], parent: QWidget) -> None:
        """``edge`` says the colour that stands at the beginning of a row, if any does."""
        super().__init__(parent)
        self._table = table
        self._edge = edge

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(60, theme.pitch(option.font) + 13)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw_ground(painter, option, index)
        self.draw_inside(painter, option, index)
        painter.restore()

    def draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Behind the text: what is selected or hovered over, the line below, the colour at the beginning."""
        chosen, box = theme.colours(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(chosen.picked))
        elif index.row() == self._table.hovered:
            painter.fillRect(box, QColor(chosen.hover))
        painter.setPen(QPen(QColor(chosen.line), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if index.row() == self._table.currentIndex().row() and self._table.hasFocus():
            painter.setPen(QPen(QColor(chosen.accent), 1))
            painter.drawLine(box.topLeft(), box.topRight())
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        colour = self._edge(index.data(Qt.ItemDataRole.UserRole)) if index.column() == 0 else None
        if colour is not None:
            bar = QRect(box.left() + 1, box.top() + 4, 4, box.height() - 8)
            painter.fillRect(QStyle.visualRect(option.direction, box, bar), colour)

    def draw_inside(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The text."""
        text = str(index.data() or "")
        room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        chosen = theme.colours()
        painter.setPen(QColor(chosen.muted if text == "–" else chosen.ink))
        metrics = QFontMetrics(option.font)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)
