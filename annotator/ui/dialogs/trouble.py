"""The one dialog about an error nobody expected."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QWidget

from annotator.ui.dialogs.base import Dialog


class TroubleDialog(Dialog):
    """Says what it means for the work, and gives details to copy."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.add_heading(self.tr("Something went wrong"))
        self.add_sentence(
            self.tr(
                "This is a fault in Sanad. Everything you annotated is saved; you can go on. "
                "The details below hold no text of yours: please copy them into a report."
            )
        )
        self.details = QPlainTextEdit()
        self.details.setPlainText(details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.column.addWidget(self.details)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy the details"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        copy.clicked.connect(self._copy)
        self.resize(620, 380)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
