"""A concordance: passages with what stands around them, in an order and in groups a person chooses.

Lines come in while a search is under way, so a line keeps its number: that of its arrival.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import regex
from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.records import Span
from annotator.text.folding import Fold, fold
from annotator.ui import phrases

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
NUMBER = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_MANY = 200
"""Lines: for so many all rows are drawn again."""

Order = Literal["place", "before", "after", "form"]
"""By place in the project, by the words before the passage, by those after it, by the passage itself."""
Grouping = Literal["none", "document", "form"]

_WORD = regex.compile(r"[\p{L}\p{M}\p{Nd}]+")
_TAIL = regex.compile(r"(?r)[\p{L}\p{M}\p{Nd}\u200C\u200Dـ]+$")
_HEAD = regex.compile(r"[\p{L}\p{M}\p{Nd}\u200C\u200Dـ]*")
_NEXT = "\0"
"""Between words where they are compared: before any letter."""
_COMPARED = 32
"""Code points of context that are compared: a few words."""
_SAME_FORM = Fold.MARKS | Fold.TATWEEL | Fold.INVISIBLE | Fold.FORMS | Fold.PUNCTUATION


class Line(Struct, frozen=True, kw_only=True):
    """One passage in its context."""

    document_id: int
    name: str
    """What the article is called."""
    span: Span
    quote: str
    before: str
    after: str
    right_to_left: bool = True
    annotation_id: int | None = None
    label_id: int | None = None
    """The label whose colour it shows."""
    details: str = ""
    """What more there is to say about it, in the window's language."""

    @property
    def form(self) -> str:
        """The passage with the rest of the words it begins and ends in: ``بالعراق`` where ``العراق`` is."""
        head = _TAIL.search(self.before)
        tail = _HEAD.match(self.after)
        return " ".join(f"{head[0] if head else ''}{self.quote}{tail[0] if tail else ''}".split())


class Group(Struct):
    """The heading of a group."""

    key: object
    title: str
    document_id: int | None
    """The article, if the lines are grouped by article."""
    lines: list[int]
    collapsed: bool = False
    note: str = ""
    """What else there is to say about all of them."""


class ConcordanceModel(QAbstractListModel):
    """The lines as they are shown, under the headings of their groups."""

    def __init__(self, parent: QObject | None = None, *, ticks: bool = False) -> None:
        super().__init__(parent)
        self.ticks = ticks
        """Whether lines can be ticked."""
        self.lines: list[Line] = []
        self.order: Order = "place"
        self.grouping: Grouping = "none"
        self.ticked: set[int] = set()
        """The numbers of the lines that are ticked."""
        self.note_of: Callable[[Group], str] = _nothing
        """What a heading says besides its title and the count."""
        self._groups: dict[object, Group] = {}
        self._collapsed: set[object] = set()
        self._rows: list[Group | int] = []
        self._keys: dict[Order, list[str]] = {}
        self._in_order: list[int] = []
        """The numbers of the lines as they were last sorted."""
        self._forms: list[str] = []
        """What lines of one form have in common, by number; as far as it has been needed."""
        self._folded: dict[str, str] = {}
        """The same by form as it is written: many lines have few forms."""

    # ---- lines ---------------------------------------------------------------------------------

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self.lines, self._rows = [], []
        self._groups, self._collapsed, self._keys = {}, set(), {}
        self._in_order, self._forms, self._folded = [], [], {}
        self.ticked = set()
        self.endResetModel()

    def append(self, lines: Sequence[Line]) -> None:
        """Take in more lines, which come in the order of their places."""
        first = len(self.lines)
        self.lines.extend(lines)
        if self.order == "place" and self.grouping == "none":
            self._insert(list(range(first, len(self.lines))))
        elif self.order == "place" and self.grouping == "document":
            self._append_to_documents(first)
        else:
            self._arrange()

    def arrange(self, order: Order, grouping: Grouping) -> None:
        """Show the lines in another order or in other groups."""
        if (order, grouping) != (self.order, self.grouping):
            if grouping != self.grouping:
                self._collapsed.clear()
            if order != self.order:
                self._in_order = []
            self.order, self.grouping = order, grouping
            self._arrange()

    def touch(self, numbers: Iterable[int]) -> None:
        """Show lines, and the headings above them, as they are now."""
        wanted = set(numbers)
        if not wanted:
            return
        if len(wanted) > _MANY:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
            return
        for row, item in enumerate(self._rows):
            if item in wanted if isinstance(item, int) else not wanted.isdisjoint(item.lines):
                self.dataChanged.emit(self.index(row), self.index(row))

    # ---- rows ----------------------------------------------------------------------------------

    def item(self, row: int) -> Group | int | None:
        """The heading, or the number of the line, in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def line_at(self, row: int) -> Line | None:
        """The line in a row; None for a heading."""
        item = self.item(row)
        return self.lines[item] if isinstance(item, int) else None

    def row_of(self, number: int) -> int | None:
        """Where a line is shown; None if its group is collapsed."""
        return next((row for row, item in enumerate(self._rows) if item == number), None)

    def row_of_group(self, key: object) -> int | None:
        """Where a group's heading stands."""
        return next(
            (row for row, item in enumerate(self._rows) if isinstance(item, Group) and item.key == key), None
        )

    def group_of(self, number: int) -> Group | None:
        """The group of a line; None where there are no groups."""
        return None if self.grouping == "none" else self._groups.get(self._group_key(number))

    def shown_lines(self) -> list[int]:
        """The numbers of all lines in the order shown, those of collapsed groups too."""
        found: list[int] = []
        for item in self._rows:
            if isinstance(item, int):
                found.append(item)
            elif item.collapsed:
                found.extend(item.lines)
        return found

    def toggle_group(self, group: Group, *, collapsed: bool | None = None) -> None:
        """Hide the lines of a group, or show them again."""
        wanted = not group.collapsed if collapsed is None else collapsed
        row = self.row_of_group(group.key)
        if wanted == group.collapsed or row is None:
            return
        group.collapsed = wanted
        (self._collapsed.add if wanted else self._collapsed.discard)(group.key)
        if wanted:
            self.beginRemoveRows(_NOWHERE, row + 1, row + len(group.lines))
            del self._rows[row + 1 : row + 1 + len(group.lines)]
            self.endRemoveRows()
        else:
            self.beginInsertRows(_NOWHERE, row + 1, row + len(group.lines))
            self._rows[row + 1 : row + 1] = group.lines
            self.endInsertRows()
        self.dataChanged.emit(self.index(row), self.index(row))

    def tick(self, numbers: Iterable[int], *, on: bool) -> None:
        """Tick lines, or take the ticks away."""
        changed = {number for number in numbers if (number in self.ticked) != on}
        self.ticked = self.ticked | changed if on else self.ticked - changed
        self.touch(changed)

    # ---- as Qt asks ----------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line or heading itself; its words for a screen reader."""
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        if role == ROW:
            return self.lines[item] if isinstance(item, int) else item
        if role == NUMBER:
            return item if isinstance(item, int) else -1
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(item)
        if role == Qt.ItemDataRole.CheckStateRole and self.ticks:
            return self._check_state(item).value
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(item, int):
            return self._tip(self.lines[item])
        return None

    def _spoken(self, item: Group | int) -> str:
        if isinstance(item, Group):
            words = f"{item.title}, {len(item.lines)}"
            return f"{words}, {item.note}" if item.note else words
        line = self.lines[item]
        words = " ".join(f"{line.before}{line.quote}{line.after}".split())
        parts = [line.quote, words, line.name, line.details]
        return ". ".join(part for part in parts if part)

    def _tip(self, line: Line) -> str | None:
        shown = [line.details] if line.details else []
        if self.grouping != "document":
            shown.append(phrases.isolated(line.name))
        return phrases.tooltip("\n".join(shown)) if shown else None

    def _check_state(self, item: Group | int) -> Qt.CheckState:
        if isinstance(item, int):
            return Qt.CheckState.Checked if item in self.ticked else Qt.CheckState.Unchecked
        ticked = sum(number in self.ticked for number in item.lines)
        if ticked == 0:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if ticked == len(item.lines) else Qt.CheckState.PartiallyChecked

    # ---- inside --------------------------------------------------------------------------------

    def _group_key(self, number: int) -> object:
        if self.grouping == "document":
            return self.lines[number].document_id
        for line in self.lines[len(self._forms) : number + 1]:
            form = line.form
            if form not in self._folded:
                self._folded[form] = fold(form, _SAME_FORM)
            self._forms.append(self._folded[form])
        return self._forms[number]

    def _insert(self, rows: Sequence[Group | int]) -> None:
        if rows:
            at = len(self._rows)
            self.beginInsertRows(_NOWHERE, at, at + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def _append_to_documents(self, first: int) -> None:
        last = next((item for item in reversed(self._rows) if isinstance(item, Group)), None)
        open_ones = {last.key} if last is not None else set()
        rows: list[Group | int] = []
        for number in range(first, len(self.lines)):
            key = self._group_key(number)
            group = self._groups.get(key)
            if group is None:
                group = self._make_group(key, number)
                open_ones = {key}
                rows.append(group)
            elif key not in open_ones:  # not in order after all
                self._arrange()
                return
            group.lines.append(number)
            if not group.collapsed:
                rows.append(number)
        self._insert(rows)
        if last is not None and (row := self.row_of_group(last.key)) is not None:
            self._note([last])
            self.dataChanged.emit(self.index(row), self.index(row))
        self._note(item for item in rows if isinstance(item, Group))

    def _make_group(self, key: object, number: int) -> Group:
        line = self.lines[number]
        by_document = self.grouping == "document"
        group = Group(
            key=key,
            title=line.name if by_document else line.form,
            document_id=line.document_id if by_document else None,
            lines=[],
            collapsed=key in self._collapsed,
        )
        self._groups[key] = group
        return group

    def _arrange(self) -> None:
        """Make all rows again."""
        self.beginResetModel()
        numbers = self._sorted()
        self._groups = {}
        if self.grouping == "none":
            self._rows = list(numbers)
        else:
            for number in numbers:
                key = self._group_key(number)
                (self._groups.get(key) or self._make_group(key, number)).lines.append(number)
            groups = list(self._groups.values())
            if self.grouping == "form":
                groups.sort(key=_most_first)
            self._note(groups)
            self._rows = [row for group in groups for row in _rows_of(group)]
        self.endResetModel()

    def _note(self, groups: Iterable[Group]) -> None:
        for group in groups:
            group.note = self.note_of(group)

    def _sorted(self) -> Sequence[int]:
        if self.order == "place":
            return range(len(self.lines))
        keys = self._keys.setdefault(self.order, [])
        make = _SORT_KEYS[self.order]
        keys.extend(make(line) for line in self.lines[len(keys) :])
        self._in_order.extend(range(len(self._in_order), len(self.lines)))
        self._in_order.sort(key=keys.__getitem__)  # what was sorted before costs little
        return self._in_order


def _nothing(_group: Group) -> str:
    return ""


def _rows_of(group: Group) -> list[Group | int]:
    return [group] if group.collapsed else [group, *group.lines]


def _most_first(group: Group) -> tuple[int, str]:
    return (-len(group.lines), group.title)


def _words_before(line: Line) -> str:
    """The nearest word first; what is joined to the passage is of its form."""
    joined = _TAIL.search(line.before)
    before = line.before[: joined.start()] if joined else line.before
    return _NEXT.join(_WORD.findall(fold(before[-_COMPARED:]))[::-1])


def _words_after(line: Line) -> str:
    joined = _HEAD.match(line.after)
    after = line.after[joined.end() :] if joined else line.after
    return _NEXT.join(_WORD.findall(fold(after[:_COMPARED])))


def _words_of_form(line: Line) -> str:
    return _NEXT.join(_WORD.findall(fold(line.form)))


_SORT_KEYS: dict[Order, Callable[[Line], str]] = {
    "before": _words_before,
    "after": _words_after,
    "form": _words_of_form,
}
