"""What would change if a whole group of findings was mended: each place in its context, ticked."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from annotator.review.consistency import Row
from annotator.ui import phrases
from annotator.ui.consistency.words import label_title, title_of
from annotator.ui.dialogs.base import Dialog
from annotator.ui.models.concordance import ConcordanceModel
from annotator.ui.models.consistency import ConsistencyModel, GroupHead
from annotator.ui.panels.concordance import ConcordanceList

_PART = 100
"""Lines read before the dialog gets to answer."""


class MendingDialog(Dialog):
    """Space ticks, Enter mends what is ticked."""

    def __init__(self, head: GroupHead, model: ConsistencyModel, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setWindowTitle(title_of(head.group.rule))
        self._head = head
        self._model = model
        self._rows = [row for row in head.rows if row.dismissal is None]
        words = phrases.shortened(model.common(head.group), 80)
        self.add_heading(phrases.directed(phrases.isolated(words)))
        self.add_sentence(self._what())
        self.lines = ConcordanceModel(self, ticks=True)
        self.list = ConcordanceList(self.lines, model.workspace)
        self.list.setAccessibleName(self.tr("Places to mend"))
        self.list.setAccessibleDescription(self.tr("Space ticks, Enter mends what is ticked."))
        self.list.setMinimumSize(640, 320)
        self.list.ticked.connect(self._follow)
        self.list.entered_line.connect(self._accept)
        self.list.left.connect(self.reject)
        self.column.addWidget(self.list, 1)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.ok: QPushButton = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read)
        self._timer.start()
        self._read()
        self.list.setFocus()
        if self.lines.rowCount():
            self.list.setCurrentIndex(self.lines.index(0))

    def chosen(self) -> list[Row]:
        """The rows that are ticked; those not read yet are."""
        read = len(self.lines.lines)
        return [row for number, row in enumerate(self._rows) if number >= read or number in self.lines.ticked]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+A ticks all, or none."""
        if event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.list.toggle_ticks(list(range(len(self.lines.lines))))
        else:
            super().keyPressEvent(event)

    def _what(self) -> str:
        labels, group = self._model.workspace.label_set, self._head.group
        most = label_title(labels, group.label_id)
        return {
            "labels": self.tr("Each of these becomes {label}, as most are. Undo takes it back.").format(
                label=most
            ),
            "boundaries": self.tr("Each of these is marked as above, as most are. Undo takes it back."),
            "unmarked": self.tr("Each of these is marked as {label}. Undo takes it back.").format(label=most),
            "twins": self.tr(
                "Each of these gets the annotations it lacks, as the same sentence has them elsewhere."
                " Undo takes it back."
            ),
        }[group.rule]

    def _read(self) -> None:
        first = len(self.lines.lines)
        some = self._rows[first : first + _PART]
        self.lines.append([self._model.line(self._head.group, _as_mended(row)) for row in some])
        self.lines.tick(range(first, first + len(some)), on=True)
        if first + len(some) == len(self._rows):
            self._timer.stop()
        self._follow()

    def _follow(self) -> None:
        count = len(self.chosen())
        self.ok.setText(phrases.counted(self.tr("Mend %n", "", count)))
        self.ok.setEnabled(count > 0)

    def _accept(self) -> None:
        if self.ok.isEnabled():
            self.accept()


def _as_mended(row: Row) -> Row:
    """A row where its boundaries would be."""
    return row if row.target is None else replace(row, start=row.target[0], end=row.target[1])
