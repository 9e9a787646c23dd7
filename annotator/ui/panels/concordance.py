"""The list of a concordance: it is gone through by keys, and keeps its place while lines come in."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QWidget

from annotator.ui import phrases, theme
from annotator.ui.dialogs.base import plain
from annotator.ui.models.concordance import NUMBER, ROW, ConcordanceModel, Group, Index
from annotator.ui.panels.concordance_rows import ROOM, Columns, ConcordanceRow
from annotator.ui.panels.quiet import quieten
from annotator.ui.workspace import Workspace

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST = 96
"""Pixels of height the list keeps, however low its panel is."""


class ConcordanceList(QTableView):
    """Rows of a concordance. Arrows go through them, Enter chooses, Space ticks.

    A table of one column: unlike a list, it asks for nothing but the rows that are seen.
    """

    chosen = Signal(object)
    """The number of the line that was clicked or on which Enter was pressed."""
    entered_line = Signal(object)
    """The number of the line on which Enter was pressed, after ``chosen``."""
    moved = Signal()
    """Another row is the current one."""
    ticked = Signal(object)
    """The numbers of the lines that were ticked, or not any more."""
    left = Signal()
    """Escape was pressed."""

    def __init__(self, model: ConcordanceModel, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.setModel(model)
        self.row_delegate = ConcordanceRow(workspace, self)
        self.setItemDelegate(self.row_delegate)
        self.setObjectName("rows")
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_height()
        quieten(self)
        self.setMinimumHeight(_LEAST)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._kept: tuple[object, object, int] = (None, None, 0)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._find_place)

    # ---- where it stands -----------------------------------------------------------------------

    def number(self) -> int | None:
        """The number of the current line."""
        found = self.currentIndex().data(NUMBER)
        return found if isinstance(found, int) and found >= 0 else None

    def group(self) -> Group | None:
        """The current heading."""
        found = self.currentIndex().data(ROW)
        return found if isinstance(found, Group) else None

    def numbers(self) -> list[int]:
        """The current line, or all lines of the current group."""
        group, number = self.group(), self.number()
        if group is not None:
            return list(group.lines)
        return [] if number is None else [number]

    def go_to(self, number: int) -> None:
        """Stand on a line; its group is opened."""
        group = self.rows.group_of(number)
        if group is not None:
            self.rows.toggle_group(group, collapsed=False)
        row = self.rows.row_of(number)
        if row is not None:
            self.setCurrentIndex(self.rows.index(row))

    def go_to_first(self) -> None:
        """Stand on the first line."""
        row = next((row for row in range(self.rows.rowCount()) if self.rows.line_at(row) is not None), 0)
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(row))

    def column_of(self, row: int) -> QRect:
        """Where the passage and its context stand in a row, in the viewport."""
        return self._places(row).passage

    # ---- events --------------------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another row is current."""
        super().currentChanged(current, previous)
        self.moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Let the rows be as high as the letters want."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Space, Escape, and the arrows that open and close groups."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and plain:
            self._enter()
        elif event.key() == Qt.Key.Key_Space and plain and self.rows.ticks:
            self.toggle_ticks(self.numbers())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and plain:
            inward = Qt.Key.Key_Left if phrases.mirrored() else Qt.Key.Key_Right
            self._fold(outward=event.key() != inward)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain:
            last = self.rows.rowCount() - 1
            self.setCurrentIndex(self.rows.index(0 if event.key() == Qt.Key.Key_Home else last))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a tick changes it; elsewhere it chooses the line, or opens or closes the group."""
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCurrentIndex(index)
        if self.rows.ticks and self._is_on_tick(index, event.position().toPoint()):
            self.toggle_ticks(self.numbers())
        elif (group := self.group()) is not None:
            self.rows.toggle_group(group)
        elif (number := self.number()) is not None:
            self.chosen.emit(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of two is a click."""
        self.mousePressEvent(event)

    def toggle_ticks(self, numbers: list[int]) -> None:
        """Tick lines; where all are ticked, take the ticks away."""
        self.rows.tick(numbers, on=not set(numbers) <= self.rows.ticked)
        self.ticked.emit(numbers)

    # ---- inside --------------------------------------------------------------------------------

    def _set_height(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.pitch(self.font()) + ROOM)

    def _enter(self) -> None:
        group, number = self.group(), self.number()
        if group is not None:
            self.rows.toggle_group(group)
        elif number is not None:
            self.chosen.emit(number)
            self.entered_line.emit(number)

    def _fold(self, *, outward: bool) -> None:
        group, number = self.group(), self.number()
        if group is None and number is not None and outward:
            above = self.rows.group_of(number)
            row = self.rows.row_of_group(above.key) if above is not None else None
            if row is not None:
                self.setCurrentIndex(self.rows.index(row))
        elif group is not None:
            self.rows.toggle_group(group, collapsed=outward)

    def _is_on_tick(self, index: QModelIndex, point: QPoint) -> bool:
        rect = self.visualRect(index)
        if self.group() is not None:
            place = self.row_delegate.heading_tick(rect, self.layoutDirection())
        else:
            place = self._places(index.row()).tick
        return place.adjusted(-6, 0, 6, 0).contains(point)

    def _places(self, row: int) -> Columns:
        rect = self.visualRect(self.rows.index(row))
        return self.row_delegate.columns(rect, self.rows, self.layoutDirection())

    def _keep_place(self) -> None:
        """Note what the list stands on, and what is at the top."""
        top = self.indexAt(QPoint(4, 4))
        offset = self.visualRect(top).top() if top.isValid() else 0
        self._kept = (_identity(self.currentIndex()), _identity(top), offset)

    def _find_place(self) -> None:
        current, top, offset = self._kept
        row = self._row_of(current)
        if row is not None:
            self.setCurrentIndex(self.rows.index(row))
        row = self._row_of(top)
        if row is not None:
            self.scrollTo(self.rows.index(row), QAbstractItemView.ScrollHint.PositionAtTop)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - offset)

    def _row_of(self, identity: object) -> int | None:
        if isinstance(identity, int):
            return self.rows.row_of(identity)
        return self.rows.row_of_group(identity[0]) if isinstance(identity, tuple) else None


def message_in_place() -> QLabel:
    """What is read where the lines would be, as long as there are none."""
    message = plain("", "muted")
    message.setWordWrap(True)
    message.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    message.setContentsMargins(24, 26, 24, 0)
    message.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return message


def _identity(index: QModelIndex) -> object:
    """The number of a line, or the key of a group in a tuple."""
    item = index.data(ROW)
    if isinstance(item, Group):
        return (item.key,)
    number = index.data(NUMBER)
    return number if isinstance(number, int) and number >= 0 else None
