"""What came of something: a sentence, and a list of what needs a look."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from annotator.ui import phrases
from annotator.ui.dialogs.base import Dialog

_SHOWN = 1000


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
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(phrases.isolated(text))
                item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
                table.setItem(row, column, item)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.resizeRowsToContents()
        header.sectionResized.connect(table.resizeRowsToContents)
        return table
