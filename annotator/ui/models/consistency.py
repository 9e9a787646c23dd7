"""The findings of all articles as they are listed: by rule, then by what they have in common.

A row is told by numbers alone; words are read when they are shown.
"""

from collections import OrderedDict
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.errors import UserError
from annotator.core.records import Span
from annotator.review.consistency import RULES, Group, GroupKey, Row
from annotator.store import queries
from annotator.store.search import CONTEXT
from annotator.text.opening import opening
from annotator.ui import phrases
from annotator.ui.consistency.words import label_title, sentence_of, title_of
from annotator.ui.models.concordance import Line
from annotator.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_TEXTS = 64
"""Texts kept at hand."""
_OPEN_TO = 3
"""Groups of so many rows are shown unfolded, unless a person folds them."""

_ORDER = {rule.name: place for place, rule in enumerate(RULES)}


class RuleHead(NamedTuple):
    """The heading of a rule."""

    rule: str
    findings: int
    is_open: bool


class GroupHead(NamedTuple):
    """The heading of what belongs together."""

    group: Group
    rows: tuple[Row, ...]
    """Those of its rows that are listed."""
    is_open: bool


class Finding(NamedTuple):
    """One row."""

    group: Group
    row: Row


Item = RuleHead | GroupHead | Finding


@dataclass(frozen=True)
class _Article:
    text: str
    title: str
    right_to_left: bool


class ConsistencyModel(QAbstractListModel):
    """What is listed of the findings, under headings that fold."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.rule = ""
        """The only rule to list; empty for all."""
        self.here_only = False
        """Whether only the open article is listed."""
        self.with_dismissed = False
        self.counts: dict[str, int] = {}
        """Open findings by rule, within the articles listed."""
        self._folded: dict[object, bool] = {}
        """What a person has folded or unfolded, by rule or key of the group."""
        self._listed: list[tuple[str, GroupKey | None, int]] = []
        self._heads: dict[GroupKey, GroupHead] = {}
        self._made: dict[GroupKey, tuple[Group, GroupHead | None, int]] = {}
        """Headings made before, with their groups and how many rows are open: most stay as they are."""
        self._made_for: tuple[bool, int] = (False, 0)
        """Whether what is dismissed was listed then, and which article alone."""
        self._articles: OrderedDict[int, _Article] = OrderedDict()

    def show(self, groups: dict[GroupKey, Group]) -> None:
        """List these."""
        self.beginResetModel()
        self._heads = {}
        self.counts = {}
        self._made = self._make(groups)
        by_rule: dict[str, list[GroupHead]] = {}
        for key, (_, head, still_open) in self._made.items():
            if head is None:
                continue
            rule = key[0]
            self.counts[rule] = self.counts.get(rule, 0) + still_open
            if self.rule in ("", rule):
                self._heads[key] = head
                by_rule.setdefault(rule, []).append(head)
        self._listed = []
        for rule in sorted(by_rule, key=_ORDER.__getitem__):
            self._list(rule, sorted(by_rule[rule], key=_urgency))
        self.endResetModel()

    def forget(self) -> None:
        """List nothing: another project, another reviewer."""
        self._articles.clear()
        self._folded.clear()
        self.show({})

    def toggle(self, item: RuleHead | GroupHead) -> None:
        """Note that a heading is to be folded, or unfolded; ``show`` again."""
        key = item.rule if isinstance(item, RuleHead) else item.group.key
        self._folded[key] = item.is_open
        if isinstance(item, GroupHead):
            self._made.pop(item.group.key, None)

    def item(self, row: int) -> Item | None:
        """What is at a row."""
        if not 0 <= row < len(self._listed):
            return None
        rule, key, place = self._listed[row]
        if key is None:
            return RuleHead(rule, self.counts[rule], place == 0)
        head = self._heads[key]
        return head if place < 0 else Finding(head.group, head.rows[place])

    def row_of(self, item: Item | None) -> int | None:
        """Where the same is listed now."""
        if isinstance(item, RuleHead):
            return next(
                (n for n, (rule, key, _) in enumerate(self._listed) if (rule, key) == (item.rule, None)), None
            )
        if item is None or item.group.key not in self._heads:
            return None
        key, number = item.group.key, -1
        if isinstance(item, Finding):
            rows = self._heads[key].rows
            number = next((place for place, row in enumerate(rows) if _same(row, item.row)), -2)
        return next(
            (n for n, (_, listed, place) in enumerate(self._listed) if (listed, place) == (key, number)), None
        )

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows."""
        return 0 if parent.isValid() else len(self._listed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The item, and what a screen reader says."""
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        if role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(item)
        if role == Qt.ItemDataRole.ToolTipRole:
            return phrases.tooltip(self.words(item))
        return None

    # ---- words ---------------------------------------------------------------------------------

    def words(self, item: Item) -> str:
        """A row in words."""
        if isinstance(item, RuleHead):
            return phrases.counted(f"{title_of(item.rule)}: {item.findings}")
        if isinstance(item, GroupHead):
            places = phrases.counted(self.tr("%n place(s)", "", len(item.rows)))
            return f"{phrases.isolated(self.common(item.group))}, {places}"
        line = self.line(item.group, item.row)
        said = sentence_of(
            item.group, item.row, line.quote, self.common(item.group), self.workspace.label_set
        )
        if line.name:
            said = f"{said} {phrases.isolated(phrases.shortened(line.name, 60))}"
        if item.row.dismissal is None:
            return said
        return self.tr("{finding} Dismissed: {reason}").format(
            finding=said, reason=phrases.isolated(item.row.dismissal.reason)
        )

    def common(self, group: Group) -> str:
        """What the findings of a group have in common, as it is written."""
        article = self._article(group.place[0])
        if group.place[1] == group.place[2]:
            return article.title
        return article.text[group.place[1] : group.place[2]]

    def line(self, group: Group, row: Row) -> Line:
        """A row with what stands around it."""
        article = self._article(row.document_id)
        text = article.text
        return Line(
            document_id=row.document_id,
            name=article.title,
            span=Span(row.start, row.end),
            quote=text[row.start : row.end],
            before=_last_line(text[max(row.start - CONTEXT, 0) : row.start]),
            after=text[row.end : row.end + CONTEXT].partition("\n")[0],
            right_to_left=article.right_to_left,
            annotation_id=row.annotation_id or None,
            label_id=row.label_id or group.label_id or None,
            details=label_title(self.workspace.label_set, group.label_id) if group.label_id else "",
        )

    def _article(self, document_id: int) -> _Article:
        found = self._articles.get(document_id)
        if found is None:
            found = self._articles[document_id] = self._read(document_id)
            while len(self._articles) > _TEXTS:
                self._articles.popitem(last=False)
        self._articles.move_to_end(document_id)
        return found

    def _read(self, document_id: int) -> _Article:
        database = self.workspace.require().database
        document = queries.document(database, document_id)
        if document is None:
            return _Article("", "", right_to_left=True)
        try:
            text = queries.text(database, document.text_sha256)
        except UserError:  # told when someone opens it
            text = ""
        title = document.title or opening(text) or document.name
        return _Article(text, title, document.direction == "rtl")

    # ---- listing -------------------------------------------------------------------------------

    def _make(self, groups: dict[GroupKey, Group]) -> dict[GroupKey, tuple[Group, GroupHead | None, int]]:
        """The headings of groups, and how many of their rows are open."""
        opened = self.workspace.opened
        here = 0 if not self.here_only else opened.document.id if opened is not None else -1
        known = self._made if self._made_for == (self.with_dismissed, here) else {}
        self._made_for = (self.with_dismissed, here)
        made: dict[GroupKey, tuple[Group, GroupHead | None, int]] = {}
        for key, group in groups.items():
            before = known.get(key)
            if before is not None and before[0] is group:
                made[key] = before
                continue
            head = self._head(group, here)
            rows = head.rows if head is not None else ()
            made[key] = group, head, sum(row.dismissal is None for row in rows)
        return made

    def _head(self, group: Group, here: int) -> GroupHead | None:
        rows = group.rows if self.with_dismissed else group.open
        if here:
            rows = tuple(row for row in rows if row.document_id == here)
        if not rows:
            return None
        folded = self._folded.get(group.key)
        return GroupHead(group, rows, len(rows) <= _OPEN_TO if folded is None else not folded)

    def _list(self, rule: str, heads: list[GroupHead]) -> None:
        is_open = not self._folded.get(rule, False)
        self._listed.append((rule, None, 0 if is_open else 1))
        for head in heads if is_open else ():
            self._listed.append((rule, head.group.key, -1))
            if head.is_open:
                self._listed += [(rule, head.group.key, place) for place in range(len(head.rows))]


def _urgency(head: GroupHead) -> tuple[bool, int, GroupKey]:
    """What looks most like a slip comes first, then what concerns most places."""
    return head.group.severity != "warning", -len(head.rows), head.group.key


def _same(one: Row, other: Row) -> bool:
    return (one.document_id, one.subject) == (other.document_id, other.subject)


def _last_line(text: str) -> str:
    return text.rpartition("\n")[2]
