"""Filling in the inspector: its form by Tab and keys, its questions by number, typing or a click."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.conventions import ATTRIBUTION
from annotator.core.records import Value
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.choice_keys import ChoiceKeys
from annotator.ui.panels.fields import ListField, TextField
from annotator.ui.panels.picker import Answer
from tests.replay.hand import CTRL, NONE, SHIFT, Hand

_ANSWER = Qt.ItemDataRole.UserRole
_LONGEST_PREFIX = 6
_MOST_TABS = 16
NO_WAY = 1000


class CannotBeMadeError(Exception):
    """The window offers no way that was found."""


@dataclass
class Inspector:
    """The inspector of a window, worked by a hand."""

    window: MainWindow
    hand: Hand
    mouse: bool
    """Whether the hand may use the mouse where that is cheaper."""

    # ---- going there and back ------------------------------------------------------------------

    def back_to_article(self) -> None:
        """Return to the article, if the focus is elsewhere."""
        if self.window.article.hasFocus():
            return
        if self.window.inspector.note.hasFocus():
            self.hand.chord("Esc")
        else:
            self.hand.chord("Return")
        if not self.window.article.hasFocus():
            raise CannotBeMadeError(f"no way back from {QApplication.focusWidget()}")

    # ---- attributes and note -------------------------------------------------------------------

    def fill(self, values: dict[str, Value | None], note: str | None) -> None:
        """Give the selected annotation values, or with None take them away, and a note if there is one."""
        fields = dict(self._fields())
        missing = [name for name in values if name not in fields]
        if missing:
            raise CannotBeMadeError(f"the form has no field for {', '.join(missing)}")
        with self.hand.doing("attributes"):
            for name, field in fields.items():
                if name in values:
                    self._give(field, values[name])
        if note is not None:
            with self.hand.doing("note"):
                self._reach(self.window.inspector.note)
                self.hand.type(note)

    def _fields(self) -> list[tuple[str, QWidget]]:
        inspector = self.window.inspector
        found: list[tuple[str, QWidget]] = []
        if inspector.sources.keys is not None and inspector.sources.isVisible():
            found.append((ATTRIBUTION, inspector.sources.keys))
        return [*found, *((field.attribute.name, field) for field in inspector.form.fields)]

    def _take_away(self, field: QWidget) -> None:
        self._reach(field)
        if isinstance(field, TextField) and not field.hasSelectedText():
            self.hand.key(Qt.Key.Key_A, CTRL)
        self.hand.chord("Del")

    def _give(self, field: QWidget, value: Value | None) -> None:
        if value is None:
            self._take_away(field)
            return
        if isinstance(field, ChoiceKeys):
            self._choose_key(field, str(value))
            return
        self._reach(field)
        if isinstance(field, ListField):
            self._choose_from_list(field, str(value))
        elif isinstance(field, TextField):
            if field.text() and not field.hasSelectedText():
                self.hand.key(Qt.Key.Key_A, CTRL)
            self.hand.type(_typed(value))

    def _choose_key(self, row: ChoiceKeys, value: str) -> None:
        place = row.choices.index(value)
        chip = row.keys[place]
        if self.mouse and self._tabs(row) > 0 and _seen(chip):
            self.hand.click(chip, chip.rect().center())
            return
        self._reach(row)
        self.hand.chord(str(place + 1))

    def _choose_from_list(self, field: ListField, value: str) -> None:
        place = field.attribute.choices.index(value)
        if place < 9:
            self.hand.chord(str(place + 1))
            return
        self.hand.key(Qt.Key(ord(value[0].upper())), text=value[0])
        self.answer(lambda answer: answer.value == value)

    def _reach(self, field: QWidget) -> None:
        inspector, article = self.window.inspector, self.window.article
        if self.mouse and self._tabs(field) > 1 and _seen(field) and not article.hasFocus():
            middle = field.rect().center()
            inner = field.childAt(middle) or field
            self.hand.click(inner, inner.mapFrom(field, middle))
            return
        if field is inspector.note and (article.hasFocus() or self._tabs(field) > 2):
            self.back_to_article()
            self.hand.chord("N")
        elif article.hasFocus():
            self.hand.chord("Return")
        self._tab_to(field)

    def _tabs(self, field: QWidget) -> int:
        """The keys it takes to go to a field."""
        here = QApplication.focusWidget()
        if here is not self.window.article:
            return abs(self._steps(here, field))
        steps = self._steps(self.window.inspector.first_field(), field)
        here.setFocus()
        return 1 + abs(steps)

    def _steps(self, start: QWidget, end: QWidget) -> int:
        """Tabs from one widget to another, negative with Shift, found by trying; ``NO_WAY`` if there is none.

        (Asking a widget for the next in the chain would let PySide take that for its child.)
        """
        if start is end:
            return 0
        ways = [steps for forward in (True, False) if (steps := self._walk(start, end, forward=forward))]
        return min(ways, key=abs, default=NO_WAY)

    def _walk(self, start: QWidget, end: QWidget, *, forward: bool) -> int:
        walls = (self.window.article, self.window.annotations.list)  # they use Tab for something else
        start.setFocus(Qt.FocusReason.TabFocusReason)
        found = 0
        for count in range(1, _MOST_TABS):
            here = QApplication.focusWidget()
            QTest.keyClick(
                here, Qt.Key.Key_Tab if forward else Qt.Key.Key_Backtab, NONE if forward else SHIFT
            )
            if end.hasFocus():
                found = count if forward else -count
                break
            if QApplication.focusWidget() in (*walls, start):
                break
        start.setFocus(Qt.FocusReason.TabFocusReason)
        return found

    def _tab_to(self, field: QWidget) -> None:
        steps = self._steps(QApplication.focusWidget(), field)
        for _ in range(abs(steps) if steps != NO_WAY else 0):
            self.hand.chord("Tab" if steps > 0 else "Shift+Backtab")
        if not field.hasFocus():
            raise CannotBeMadeError(f"Tab does not lead to {field.accessibleName()}")

    # ---- questions -----------------------------------------------------------------------------

    def answer(
        self, fits: Callable[[Answer], bool], point: QPoint | None = None, typed: tuple[str, ...] = ()
    ) -> None:
        """Take the answer that fits by the fewest actions: its key, arrows, letters, a click.

        ``point`` is where in the article a click takes it too; ``typed`` what else may be typed for it.
        """
        inspector, picker = self.window.inspector, self.window.inspector.picker
        question = inspector._question
        if question is None:
            raise CannotBeMadeError("nothing is asked")
        begun = picker.field.text()
        ways = [way for way in self._ways(begun, fits, typed) if way is not None]
        row = next((i for i in range(picker.list.count()) if fits(_answer_of(picker, i))), None)
        if self.mouse and row is not None:
            room: QRect = picker.list.viewport().rect()
            if room.contains(picker.list.visualItemRect(picker.list.item(row)).center()):
                ways.append((1.1, "click", row))
        if self.mouse and point is not None:
            ways.append((1.2, "point", point))
        if not ways:
            raise CannotBeMadeError(f"“{question.title}” does not offer it")
        _, how, what = min(ways, key=lambda way: way[0])
        if how == "click":
            self.hand.click(
                picker.list.viewport(), picker.list.visualItemRect(picker.list.item(what)).center()
            )
        elif how == "point":
            self.hand.click(self.window.article.viewport(), what)
        elif how == "key":
            self.hand.chord(what) if what not in "?." else self.hand.key(Qt.Key(ord(what)), text=what)
        else:
            text, steps = what
            self.hand.type(text)
            for _ in range(abs(steps)):
                self.hand.chord("Down" if steps > 0 else "Up")
            self.hand.chord("Return")

    def _ways(self, begun: str, fits: Callable[[Answer], bool], typed: tuple[str, ...]):
        picker = self.window.inspector.picker
        rows = [picker.list.item(i) for i in range(picker.list.count())]
        keys = {row.data(_ANSWER + 1) for row in rows}
        for place, row in enumerate(rows):
            answer = row.data(_ANSWER)
            if not fits(answer):
                continue
            if row.data(_ANSWER + 1) and not begun:
                yield 1, "key", row.data(_ANSWER + 1)
            yield self._stepped("", place, len(rows))
            for prefix in _prefixes(answer) if not begun else ():
                if prefix[0] not in keys:
                    yield self._way_by(prefix, fits)
        for text in typed:
            yield self._way_by(text, fits)

    def _way_by(self, text: str, fits: Callable[[Answer], bool]):
        answers = self.window.inspector._question.answers(text)
        ordered = [item for item in answers if not item.key] + [item for item in answers if item.key]
        place = next((i for i, item in enumerate(ordered) if fits(item)), None)
        return None if place is None else self._stepped(text, place, len(ordered))

    def _stepped(self, text: str, place: int, count: int):
        steps = place if place <= count - place else place - count
        return len(text) + abs(steps) + 1, "typed", (text, steps)


def _seen(widget: QWidget) -> bool:
    """Whether the middle of a widget can be clicked, and is not scrolled away."""
    middle = widget.rect().center()
    return widget.isVisible() and widget.visibleRegion().contains(middle)


def _answer_of(picker: QWidget, row: int) -> Answer:
    return picker.list.item(row).data(_ANSWER)


def _prefixes(answer: Answer) -> set[str]:
    words = {word for line in (answer.text, *answer.words.split("\n")) for word in line.split()}
    return {word[:length] for word in words for length in range(1, min(len(word), _LONGEST_PREFIX) + 1)}


def _typed(value: Value) -> str:
    return str(value)
