"""Keys by their place on the keyboard: labels and single-letter actions work on any layout.

An Arabic layout types ى where a Latin one types N; some type ١ for 1, and a French one &. The character
decides when it is a digit or a Latin letter, otherwise the place of the key does.
"""

import sys
import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

# Scan codes as Windows and evdev number them; X11 and Wayland add 8.
_ROWS = ((2, "1234567890"), (16, "qwertyuiop[]"), (30, "asdfghjkl;'"), (44, "zxcvbnm,./"))
_PLACES = {first + step: key for first, row in _ROWS for step, key in enumerate(row)}
_MAC_PLACES = dict(
    zip(
        (18, 19, 20, 21, 23, 22, 26, 28, 25, 29, 12, 13, 14, 15, 17, 16, 32, 34, 31, 35, 33, 30),
        "1234567890qwertyuiop[]",
        strict=True,
    )
) | dict(
    zip(
        (0, 1, 2, 3, 5, 4, 38, 40, 37, 6, 7, 8, 9, 11, 45, 46, 44),
        "asdfghjklzxcvbnm/",
        strict=True,
    )
)
_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl+"),
    (Qt.KeyboardModifier.AltModifier, "Alt+"),
)
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_SIGNS = {"[": "[", "]": "]", "{": "Shift+[", "}": "Shift+]"}


def pressed(event: QKeyEvent) -> str:
    """The key as rows of actions write it: ``N``, ``Shift+1``, ``Ctrl+[``; empty if it has no such name.

    A sign that takes Shift to type on the layout in use is the sign, without Shift.
    """
    if event.modifiers() & Qt.KeyboardModifier.MetaModifier:
        return ""
    held = "".join(name for modifier, name in _MODIFIERS if event.modifiers() & modifier)
    shift = "Shift+" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else ""
    typed = _typed(event.text())
    if typed:
        return held + (shift + typed.upper() if typed.isalpha() else typed)
    by_place = place(event.nativeScanCode(), event.nativeVirtualKey())
    if by_place:
        return held + shift + by_place.upper()
    sign = _SIGNS.get(event.text(), "")
    return held + sign if sign else ""


def plain_key(event: QKeyEvent) -> str:
    """The Latin letter, digit or sign a key without Ctrl, Alt or Meta stands for; empty if none."""
    if event.modifiers() & _HELD:
        return ""
    return _typed(event.text()) or place(event.nativeScanCode(), event.nativeVirtualKey())


def digit(event: QKeyEvent) -> str:
    """The digit ``0`` to ``9`` a key stands for, with whatever is held; empty if none."""
    key = pressed(event).rpartition("+")[2]
    return key if key.isdigit() else ""


def _typed(text: str) -> str:
    if len(text) != 1:
        return ""
    if unicodedata.category(text) == "Nd":
        return str(unicodedata.digit(text))
    if text in "?؟":
        return "?"
    return text.lower() if text.isascii() and (text.isalpha() or text in ",.") else ""


def place(scan_code: int, virtual_key: int, platform: str = sys.platform) -> str:
    """What a key types on a plain US keyboard; empty where the system does not say which key it was."""
    if platform == "darwin":
        return _MAC_PLACES.get(virtual_key, "")
    if not scan_code:
        return ""
    return _PLACES.get(scan_code if platform == "win32" else scan_code - 8, "")
