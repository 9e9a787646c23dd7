"""The names of keys."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

from annotator.ui import keys
from tests.ui.keyboard.steps import (
    ALT,
    CTRL,
    NONE,
    SHIFT,
    Key,
)


@pytest.mark.parametrize(
    ("text", "scan", "modifiers", "name"),
    [
        ("1", 10, NONE, "1"),
        ("١", 10, NONE, "1"),
        ("&", 10, NONE, "1"),
        ("!", 10, SHIFT, "Shift+1"),
        ("1", 10, SHIFT, "1"),
        ("١", 10, ALT, "Alt+1"),
        ("n", 57, NONE, "N"),
        ("N", 57, SHIFT, "Shift+N"),
        ("ى", 57, NONE, "N"),
        ("ج", 34, NONE, "["),
        ("{", 0, SHIFT, "Shift+["),
        ("]", 0, NONE, "]"),
        ("\x1b", 34, CTRL, "Ctrl+["),
        ("؟", 61, SHIFT, "?"),
        ("", 0, NONE, ""),
    ],
)
def test_a_key_has_one_name_on_all_layouts(text, scan, modifiers, name):
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_unknown, modifiers, scan, 0, 0, text)

    assert keys.pressed(event) == name
