"""What came of something: a sentence, and a list of what needs a look."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from annotator.ui import phrases, theme
from annotator.ui.dialogs.base import Dialog

_SHOWN = 1000
_NAME_WIDTH = 220
"""Pixels for a name at most; a longer one takes several lines, and leaves room for the remark."""
_PADDING = QSize(24, 14)
"""What the style sheet lets stand about the words of a cell, which Qt does not count in."""


class ReportDialog(Dialog):
    """Rows of (name, what about it)."""

    OFFERED = 2

    def __init__(self, title: str, sentence: str, rows: list[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(title, parent)
        self.add_heading(title)
        self.add_sentence(sentence)
        if rows:
            self.table = self._table(rows[:_SHOWN])
            self.column.addWidget(self.table)
            self.resize(620, 420)
        else:
            self.setMinimumWidth(460)
        self.buttons = self.add_buttons(QDialogButtonBox.StandardButton.Close)

    def offer(self, text: str) -> None:
        """One more button, which ends the dialog with ``OFFERED``."""
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(self._offered)

    def _offered(self) -> None:
        self.done(self.OFFERED)

    def _table(self, rows: list[tuple[str, str]]) -> QTableWidget:
        table = QTableWidget(len(rows), 2)
        table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Remark")])
        table.setAccessibleName(self.windowTitle())
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTextElideMode(Qt.TextElideMode.ElideNone)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(phrases.isolated(text))
                item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
                table.setItem(row, column, item)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        names = (table.fontMetrics().horizontalAdvance(name) for name, _remark in rows)
        header.resizeSection(0, min(max(names) + 2 * _PADDING.width(), _NAME_WIDTH))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.resizeRowsToContents()
        # Not at once: when this is told, the column does not have its new width yet.
        header.sectionResized.connect(table.resizeRowsToContents, Qt.ConnectionType.QueuedConnection)
        table.setItemDelegate(_Wrapped(table))
        return table


class _Wrapped(QStyledItemDelegate):
    """Gives a row the height that its words need in the columns as they are."""

    def __init__(self, table: QTableWidget) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The size of the words when they are wrapped."""
        width = max(self._table.columnWidth(index.column()) - _PADDING.width(), 80)
        room = QRect(0, 0, width, 10_000)
        metrics = self._table.fontMetrics()
        words = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, index.data())
        lines = round(words.height() / metrics.lineSpacing())
        return QSize(width, lines * theme.pitch(self._table.font()) + _PADDING.height())
