"""The suggestions of the open article, one row each."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.conventions import COUNTED
from annotator.core.suggestions import Suggestion
from annotator.ui import phrases

Index = QModelIndex | QPersistentModelIndex
SUGGESTION = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class SuggestionsModel(QAbstractListModel):
    """Suggestions by place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Suggestion] = []

    def show(self, suggestions: list[Suggestion]) -> None:
        """Show these."""
        if suggestions == self._items:
            return
        self.beginResetModel()
        self._items = list(suggestions)
        self.endResetModel()

    def row_of(self, suggestion: Suggestion | None) -> int | None:
        """Where a suggestion stands."""
        return self._items.index(suggestion) if suggestion in self._items else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The suggestion, and what a screen reader says."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == SUGGESTION:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{phrases.isolated(item.quote)}: {details(item)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return phrases.tooltip(phrases.sentence_of(item.reason))
        return None


def details(suggestion: Suggestion) -> str:
    """Why it is suggested, which tells the number, and what is counted."""
    counted = suggestion.attributes.get(COUNTED, "")
    said = [phrases.sentence_of(suggestion.reason)]
    if counted:
        said.append(phrases.isolated(str(counted)))
    return " · ".join(said)
