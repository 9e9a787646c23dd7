"""The field in which a person says why a finding may stand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from annotator.core.errors import UserError
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain


class ReasonField(QFrame):
    """Asks, and tells what is wrong with the answer."""

    given = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Why may this stand?"))
        self.problem = plain("", "problem")
        self.problem.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 14, 0)
        column.addWidget(self.field)
        column.addWidget(self.problem)
        self.field.returnPressed.connect(self._give)
        self.field.textEdited.connect(self.problem.hide)
        self.hide()

    def ask(self, about: str) -> None:
        """Ask about a finding."""
        self.field.clear()
        self.field.setAccessibleName(self.tr("Why may this stand?"))
        self.field.setAccessibleDescription(about)
        self.problem.hide()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def complain(self, error: UserError) -> None:
        """Say why that will not do."""
        self.problem.setText(phrases.sentence_of(error))
        self.problem.show()

    def _give(self) -> None:
        self.given.emit(self.field.text())
