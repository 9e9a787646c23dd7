"""What tests of imports do again and again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

ARABIC = "قال الرئيس الأميركي إن نحو 2500 جندي وصلوا إلى بغداد يوم الثلاثاء."
WORD = "خبر"


def write(folder, name, text=ARABIC, encoding="utf-8"):
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def agree(dialog):
    press(dialog.go)


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(box, title):
    """Choose in a box as a hand does that goes down its list."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    while box.currentText().strip("\u2066\u2068\u2069") != title:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() != before, f"{title} is not offered"


def bare(text):
    """A sentence without the marks that keep its parts apart."""
    return text.translate({ord(mark): None for mark in "\u2066\u2067\u2068\u2069\u200f"})
