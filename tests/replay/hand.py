"""A reviewer's hand: real key and mouse events into the window, each counted and timed.

One key press, one click, one drag, one turn of the wheel is one action. A chord such as Ctrl+Enter is one key
press; a modifier held while the mouse works is one more. An action takes as long as the window needs until
all it asked for is on disk and painted.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
_APART = 1000  # milliseconds, so that two clicks are never taken for a double one


@dataclass(frozen=True)
class Action:
    """One thing the hand did."""

    what: str
    """selection, label, attributes, entity, note, relation, zone, scroll or finish."""
    label: str
    """The label of the annotation it was for; empty if it was for none."""
    device: str
    """key, letter (of what is typed freely), click, drag or wheel."""
    milliseconds: float


class Hand:
    """Presses, clicks, drags and turns the wheel in one window."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.actions: list[Action] = []
        self._what, self._label, self._counting = "", "", True

    @contextmanager
    def doing(self, what: str, label: str | None = None) -> Iterator[None]:
        """Count what is done inside as this."""
        before = self._what, self._label
        self._what = what
        if label is not None:
            self._label = label
        yield
        self._what, self._label = before

    @contextmanager
    def trying(self) -> Iterator[None]:
        """Do not count what is done inside."""
        before, self._counting = self._counting, False
        yield
        self._counting = before

    def taken(self) -> Counter[tuple[str, str]]:
        """The number of actions, by what and label."""
        return Counter(
            ("letters" if action.device == "letter" else action.what, action.label) for action in self.actions
        )

    # ---- the keyboard --------------------------------------------------------------------------

    def key(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = NONE,
        text: str | None = None,
        device: str = "key",
    ) -> None:
        """Press a key where the focus is."""
        target = QApplication.focusWidget() or self.window
        begun = perf_counter()
        if text is None:
            QTest.keyClick(target, key, modifiers)
        else:
            QTest.sendKeyEvent(QTest.KeyAction.Click, target, key, text, modifiers)
        self._note(device, begun)

    def chord(self, name: str) -> None:
        """Press a key by its name in the table of actions: ``R``, ``Shift+[``, ``Ctrl+Return``, ``.``."""
        *held, last = name.split("+")
        modifiers = NONE
        for each in held:
            modifiers |= {"Shift": SHIFT, "Alt": ALT, "Ctrl": CTRL}[each]
        code = _NAMED.get(last)
        if code is not None:
            self.key(code, modifiers)
        elif last in "[]":
            shifted = {"[": "{", "]": "}"}[last] if "Shift" in held else last
            self.key(Qt.Key(ord(shifted)), modifiers, shifted)
        else:
            self.key(Qt.Key(ord(last.upper())), modifiers)

    def type(self, text: str) -> None:
        """Type letter by letter."""
        for letter in text:
            plain = letter.isascii() and letter.isalnum()
            self.key(Qt.Key(ord(letter.upper())) if plain else Qt.Key.Key_unknown, NONE, letter, "letter")

    # ---- the mouse -----------------------------------------------------------------------------

    def click(self, widget: QWidget, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Click once."""
        self._hold(modifiers)
        begun = perf_counter()
        QTest.mouseClick(widget, LEFT, modifiers, point, _APART)
        self._note("click", begun)

    def drag(
        self, widget: QWidget, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE
    ) -> None:
        """Press, move, let go."""
        self._hold(modifiers)
        QTest.mousePress(widget, LEFT, modifiers, start, _APART)
        for point in ((start + end) / 2, end):
            self._move(widget, point, modifiers)
        begun = perf_counter()
        QTest.mouseRelease(widget, LEFT, modifiers, end)
        self._note("drag", begun)

    def wheel(self, widget: QWidget, pixels: int) -> None:
        """Turn the wheel so that the text moves up by so many pixels."""
        centre = QPointF(widget.rect().center())
        per_notch = QApplication.wheelScrollLines() * _line_step(widget)
        begun = perf_counter()
        event = QWheelEvent(
            centre,
            widget.mapToGlobal(centre),
            QPoint(),
            QPoint(0, -round(pixels * 120 / per_notch)),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QGuiApplication.sendEvent(widget, event)
        self._note("wheel", begun)

    def _move(self, widget: QWidget, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """A move with the button held, which QTest cannot make."""
        place = QPointF(point)
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            place,
            widget.mapToGlobal(place),
            Qt.MouseButton.NoButton,
            LEFT,
            modifiers,
        )
        QGuiApplication.sendEvent(widget, event)

    def _hold(self, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers != NONE and self._counting:
            self.actions.append(Action(self._what, self._label, "key", 0.0))

    def _note(self, device: str, begun: float) -> None:
        settle()
        if self._counting:
            took = (perf_counter() - begun) * 1000
            self.actions.append(Action(self._what, self._label, device, took))


def settle() -> None:
    """Let the window paint what has changed."""
    QApplication.processEvents()
    QApplication.processEvents()


def _line_step(widget: QWidget) -> int:
    area = widget.parent()
    return max(area.verticalScrollBar().singleStep(), 1)


_NAMED = {
    "Return": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Tab": Qt.Key.Key_Tab,
    "Backtab": Qt.Key.Key_Backtab,
    "Space": Qt.Key.Key_Space,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
    "Del": Qt.Key.Key_Delete,
}
