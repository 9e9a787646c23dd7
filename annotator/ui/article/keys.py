"""What a key press means in the article. Keys that mean nothing here are the window's."""

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from annotator.core.records import Direction
from annotator.ui.article.selection import Unit

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_Move = QTextCursor.MoveOperation


@dataclass(frozen=True, slots=True)
class Step:
    """Move the caret along the text."""

    unit: Unit
    forward: bool
    extend: bool


@dataclass(frozen=True, slots=True)
class Jump:
    """Move the caret on the screen, by Qt's own operation."""

    operation: QTextCursor.MoveOperation
    extend: bool
    exact: bool = False
    """Whether a selection ends right where the caret goes, not with the word there."""


@dataclass(frozen=True, slots=True)
class Page:
    """Move the caret by a screenful."""

    down: bool
    extend: bool
    exact: bool = False


Command = Literal["grow", "shrink", "clear", "copy", "select_all"]
Intent = Step | Jump | Page | Command

_JUMPS = {
    _Key.Key_Up: _Move.Up,
    _Key.Key_Down: _Move.Down,
    _Key.Key_Home: _Move.StartOfLine,
    _Key.Key_End: _Move.EndOfLine,
}
_FAR_JUMPS = {_Key.Key_Home: _Move.Start, _Key.Key_End: _Move.End}
_COMMANDS: dict[tuple[int, bool, bool], Command] = {
    (_Key.Key_Space, False, False): "grow",
    (_Key.Key_Space, False, True): "shrink",
    (_Key.Key_Escape, False, False): "clear",
}


def intent_of(event: QKeyEvent, direction: Direction) -> Intent | None:
    """What a key press asks for in a text of that direction; None if it is not for the article."""
    if event.matches(QKeySequence.StandardKey.Copy):
        return "copy"
    if event.matches(QKeySequence.StandardKey.SelectAll):
        return "select_all"
    modifiers = event.modifiers() & ~_Modifier.KeypadModifier
    if modifiers & _Modifier.MetaModifier:
        return None
    ctrl, alt, shift = (
        bool(modifiers & each)
        for each in (_Modifier.ControlModifier, _Modifier.AltModifier, _Modifier.ShiftModifier)
    )
    key = event.key()
    if key in (_Key.Key_Left, _Key.Key_Right):
        forward = (key == _Key.Key_Left) == (direction == "rtl")
        return None if ctrl and alt else Step(_unit(ctrl=ctrl, alt=alt), forward, shift)
    if alt:
        return _exact(_vertical(key, ctrl=ctrl, shift=True)) if shift else None
    return _vertical(key, ctrl=ctrl, shift=shift) or _COMMANDS.get((key, ctrl, shift))


def _unit(*, ctrl: bool, alt: bool) -> Unit:
    if alt:
        return "grapheme"
    return "sentence" if ctrl else "word"


def _vertical(key: int, *, ctrl: bool, shift: bool) -> Intent | None:
    if ctrl:
        return Jump(_FAR_JUMPS[_Key(key)], shift) if key in _FAR_JUMPS else _paragraph(key, shift=shift)
    if key in (_Key.Key_PageUp, _Key.Key_PageDown):
        return Page(key == _Key.Key_PageDown, shift)
    return Jump(_JUMPS[_Key(key)], shift) if key in _JUMPS else None


def _exact(intent: Intent | None) -> Intent | None:
    return replace(intent, exact=True) if isinstance(intent, Jump | Page) else None


def _paragraph(key: int, *, shift: bool) -> Intent | None:
    if key in (_Key.Key_Up, _Key.Key_Down):
        return Step("paragraph", key == _Key.Key_Down, shift)
    return None
