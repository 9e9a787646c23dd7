"""What tests of the window do again and again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def key(window, *arguments):
    QTest.keyClick(window.focusWidget(), *arguments)


def open_row(window, row):
    window.workspace.open_document(window.documents.model.summary(row).document.id)
