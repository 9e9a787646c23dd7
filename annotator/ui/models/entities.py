"""The entities of the project, and where one of them is mentioned."""

from collections import OrderedDict

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.change import Transaction
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Entity, Span
from annotator.store import queries
from annotator.store.project import Event
from annotator.store.queries import Mention
from annotator.text.folding import fold
from annotator.ui import phrases
from annotator.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
MENTION = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_TEXTS = 16
"""Texts kept for the lines around mentions: rows that are seen together are of few articles."""
_BEFORE, _AFTER = 18, 60
"""Code points of context on each side."""


class Entry(Struct, frozen=True):
    """An entity as the list shows it."""

    entity: Entity
    mentions: int


def touches_entities(event: Event) -> bool:
    """Whether entities or what mentions them may be others after an event."""
    if not isinstance(event, Transaction):
        return True
    if any(True for _ in event.of(Entity)):
        return True
    return any(_entity_of(before) != _entity_of(after) for before, after in event.of(Annotation))


def _entity_of(annotation: Annotation | None) -> int | None:
    return annotation.entity_id if annotation is not None else None


class EntitiesModel(QAbstractListModel):
    """All entities by name, or those that fit what is typed however it is spelt."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._all: list[Entry] = []
        self._rows: list[Entry] = []
        self._typed = ""

    def refresh(self) -> None:
        """Read again."""
        project = self._workspace.project
        counts = queries.entity_counts(project.database) if project is not None else {}
        found = queries.entities(project.database) if project is not None else []
        self._all = [Entry(entity, counts.get(entity.id, 0)) for entity in found]
        self._fill()

    def narrow(self, typed: str) -> None:
        """Show those that fit."""
        self._typed = typed
        self._fill()

    def entry(self, row: int) -> Entry:
        """The entity in a row."""
        return self._rows[row]

    def row_of(self, entity_id: int) -> int | None:
        """Where an entity is shown."""
        return next((row for row, item in enumerate(self._rows) if item.entity.id == entity_id), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry itself; its name, and for a screen reader its mentions."""
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.entity.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.entity.name}, {entry.mentions}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return phrases.tooltip("، ".join((entry.entity.name, *entry.entity.aliases)))
        return None

    def _fill(self) -> None:
        words = fold(self._typed).split()
        self.beginResetModel()
        self._rows = [item for item in self._all if _fits(item.entity, words)]
        self.endResetModel()


def _fits(entity: Entity, words: list[str]) -> bool:
    if not words:
        return True
    names = fold("\n".join((entity.name, *entity.aliases)))
    return all(word in names for word in words)


class MentionsModel(QAbstractListModel):
    """The annotations of all articles and reviewers that mention one entity."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows: list[Mention] = []
        self._texts: OrderedDict[str, str] = OrderedDict()

    def show_mentions(self, mentions: list[Mention]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = mentions
        self.endResetModel()

    def mention(self, row: int) -> Mention:
        """The mention in a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The mention itself; its quote, and the line it stands in."""
        if not index.isValid():
            return None
        mention = self._rows[index.row()]
        if role == MENTION:
            return mention
        if role == Qt.ItemDataRole.DisplayRole:
            return mention.annotation.quote
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = f"{mention.annotation.quote}: {self.context(index.row())}"
            return said if role == Qt.ItemDataRole.AccessibleTextRole else phrases.tooltip(said)
        return None

    def context(self, row: int) -> str:
        """The text around a mention, on one line; what is damaged has none."""
        mention = self._rows[row]
        text = self._text(mention.document.text_sha256)
        start, end = mention.annotation.start, mention.annotation.end
        around = Span(max(start - _BEFORE, 0), min(end + _AFTER, len(text)))
        line = " ".join(around.quote(text).split())
        return f"{'…' if around.start else ''}{line}{'…' if around.end < len(text) else ''}"

    def reads_right_to_left(self, row: int) -> bool:
        """Whether the article of a mention does."""
        return self._rows[row].document.direction == "rtl"

    def _text(self, sha256: str) -> str:
        if sha256 not in self._texts:
            try:
                self._texts[sha256] = queries.text(self._workspace.require().database, sha256)
            except UserError:
                self._texts[sha256] = ""
            while len(self._texts) > _TEXTS:
                self._texts.popitem(last=False)
        self._texts.move_to_end(sha256)
        return self._texts[sha256]
