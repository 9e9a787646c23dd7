"""The places where something could be marked, and what the person has said of each."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject

from annotator.core.records import Span, Value
from annotator.suggest.mentions import Mention
from annotator.ui.models.concordance import ConcordanceModel, Line

Usual = tuple[int | None, dict[str, Value]]
"""The entity and the attributes that the words have under a label elsewhere."""


class _Place(NamedTuple):
    """Where a line stands, whatever its number."""

    document_id: int
    span: Span


class _Said(NamedTuple):
    ticked: bool
    out: bool
    label_id: int


class PlacesModel(ConcordanceModel):
    """A concordance that is ticked; what is said of a place stays said when it is looked for again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, ticks=True)
        self.marked: set[int] = set()
        """The numbers of the lines that have been marked."""
        self.out: set[int] = set()
        """The numbers of those that are left out."""
        self.usual: Callable[[int], Usual] = _nothing
        """What the words are elsewhere under a label, by its row id: for places that get another one."""
        self._mentions: list[Mention] = []
        self._said: dict[_Place, _Said] = {}

    def clear(self) -> None:
        """Show nothing."""
        self._mentions = []
        self.usual = _nothing
        self.marked, self.out = set(), set()
        super().clear()

    def forget(self) -> None:
        """Forget what was said too."""
        self._said = {}
        self.clear()

    def take(self, found: Iterable[tuple[Mention, Line]]) -> None:
        """Take in more places: ticked where they are likely, or where the person said so."""
        lines = []
        for number, (mention, line) in enumerate(found, start=len(self._mentions)):
            said = self._said.get(_Place(mention.document_id, mention.span))
            self._mentions.append(mention)
            lines.append(replace(line, label_id=said.label_id) if said is not None else line)
            if said.ticked if said is not None else mention.ticked:
                self.ticked.add(number)
            if said is not None and said.out:
                self.out.add(number)
        self.append(lines)

    def place_of(self, number: int) -> tuple[int, Span]:
        """The article of a line and its span: what it is known by when it is found again."""
        return _Place(self.lines[number].document_id, self.lines[number].span)

    def suggestion(self, number: int) -> Mention:
        """What would be marked: with another label than was looked for, what the words are elsewhere."""
        mention, label_id = self._mentions[number], self.lines[number].label_id
        if label_id is None or label_id == mention.label_id:
            return mention
        entity_id, attributes = self.usual(label_id)
        return replace(mention, label_id=label_id, entity_id=entity_id, attributes=attributes)

    def dealt_with(self) -> set[int]:
        """The numbers of the lines there is nothing left to say of."""
        return self.out | self.marked

    def open_ones(self) -> list[int]:
        """The numbers of the other lines."""
        dealt_with = self.dealt_with()
        return [number for number in range(len(self.lines)) if number not in dealt_with]

    def after(self, number: int) -> int | None:
        """The next line, as they are shown, that is not dealt with."""
        order, dealt_with = self.shown_lines(), self.dealt_with()
        following = order[order.index(number) + 1 :]
        return next((other for other in following if other not in dealt_with), None)

    def set_label(self, numbers: Iterable[int], label_id: int) -> None:
        """Give lines another label; they are then meant to be marked."""
        changed = [number for number in numbers if number not in self.marked]
        for number in changed:
            self.lines[number] = replace(self.lines[number], label_id=label_id)
        self.out.difference_update(changed)
        self.ticked.update(changed)
        self.note(changed)

    def leave_out(self, numbers: Iterable[int]) -> bool:
        """Leave lines out, or if all are already, take them in again. Whether they are out now."""
        changed = {number for number in numbers if number not in self.marked}
        if changed <= self.out:
            self.out -= changed
        else:
            self.out |= changed
            self.ticked -= changed
        self.note(changed)
        return bool(changed & self.out)

    def mark(self, numbers: Iterable[int]) -> None:
        """Note that lines have been marked."""
        numbers = list(numbers)
        self.marked.update(numbers)
        self.ticked.difference_update(numbers)
        self.touch(numbers)

    def note(self, numbers: Iterable[int]) -> None:
        """Remember what has been said of lines."""
        numbers = list(numbers)
        for number in numbers:
            line = self.lines[number]
            ticked = number in self.ticked
            if ticked:
                self.out.discard(number)
            said = _Said(ticked, number in self.out, line.label_id or 0)
            self._said[_Place(line.document_id, line.span)] = said
        self.touch(numbers)


def _nothing(_label_id: int) -> Usual:
    return None, {}
