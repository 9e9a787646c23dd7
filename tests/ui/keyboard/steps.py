"""What is done by key in the article, again and again."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from annotator.core.records import Span

Key = Qt.Key

NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)

# Scan codes of X11.
SCAN_1, SCAN_LEFT_BRACKET, SCAN_RIGHT_BRACKET, SCAN_C = 10, 34, 35, 54


def press(window, key, modifiers=NONE):
    QTest.keyClick(window.article, key, modifiers)


def type_at(window, scan, text="", modifiers=NONE):
    """Press the key at a place of the keyboard, whatever the layout types there."""
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_unknown, modifiers, scan, 0, 0, text)
    QGuiApplication.sendEvent(window.article, event)


def select(window, quote):
    start = window.article.text.index(quote)
    window.article.select(Span(start, start + len(quote)))


def caret(window, quote, inside=2):
    window.workspace.select(None)
    window.article.set_caret(window.article.text.index(quote) + inside)


def quotes(workspace):
    return [item.quote for item in workspace.opened.in_order()]


def label(workspace, name):
    return workspace.label_set.label_by_name[name]
