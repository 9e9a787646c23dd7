"""Small questions. Each is a function, so that a test can answer in the person's place."""

from pathlib import Path

from PySide6.QtCore import QPoint, QStandardPaths, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)


def ask_text(parent: QWidget, title: str, prompt: str, value: str = "") -> str | None:
    """A line of text, or ``None`` if the person thought better of it."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    label = QLabel(prompt)
    label.setTextFormat(Qt.TextFormat.PlainText)
    field = QLineEdit(value)
    field.setAccessibleName(prompt)
    field.setMinimumWidth(320)
    label.setBuddy(field)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    agree = buttons.button(QDialogButtonBox.StandardButton.Ok)
    agree.setEnabled(bool(value.strip()))
    field.textChanged.connect(lambda text: agree.setEnabled(bool(text.strip())))
    column = QVBoxLayout(dialog)
    column.setContentsMargins(22, 20, 22, 18)
    column.setSpacing(12)
    column.addWidget(label)
    column.addWidget(field)
    column.addWidget(buttons)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    text = field.text().strip()
    dialog.deleteLater()
    return text if accepted and text else None


def ask_choice(parent: QWidget, title: str, sentence: str, choices: list[str]) -> int | None:
    """The number of the button pressed, or ``None`` if the person cancelled. Plain text throughout."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    buttons = [
        box.addButton(choice.replace("&", "&&"), QMessageBox.ButtonRole.ActionRole) for choice in choices
    ]
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(buttons[0])
    box.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    return next((number for number, button in enumerate(buttons) if button is pressed), None)


def ask_files(parent: QWidget, title: str, folder: str, kinds: str) -> list[Path]:
    """Files that are there; none if the person cancelled."""
    found, _ = QFileDialog.getOpenFileNames(parent, title, folder or documents_folder(), kinds)
    return [Path(name) for name in found]


def ask_file(parent: QWidget, title: str, folder: str, kinds: str) -> Path | None:
    """A file that is there."""
    found, _ = QFileDialog.getOpenFileName(parent, title, folder or documents_folder(), kinds)
    return Path(found) if found else None


def ask_new_file(parent: QWidget, title: str, path: str, kinds: str) -> Path | None:
    """A file to make. It must not be there yet, so nothing is asked about overwriting."""
    found, _ = QFileDialog.getSaveFileName(
        parent, title, path, kinds, options=QFileDialog.Option.DontConfirmOverwrite
    )
    return Path(found) if found else None


def ask_target(parent: QWidget, title: str, path: str, kinds: str) -> Path | None:
    """A file to write; whether one that is there may go has been asked."""
    found, _ = QFileDialog.getSaveFileName(parent, title, path, kinds)
    return Path(found) if found else None


def ask_folder(parent: QWidget, title: str, folder: str) -> Path | None:
    """A folder."""
    found = QFileDialog.getExistingDirectory(parent, title, folder or documents_folder())
    return Path(found) if found else None


def ask_row(menu: QMenu, window: QWidget) -> QAction | None:
    """The row chosen of a menu that comes up near the head of a window, or ``None``."""
    chosen: QAction | None = menu.exec(window.mapToGlobal(QPoint(window.width() // 3, 60)))
    return chosen


def documents_folder() -> str:
    """Where people keep their documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
