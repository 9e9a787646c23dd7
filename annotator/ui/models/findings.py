"""What looks wrong in the open article, one row each; what is let stand lies folded at the end."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from annotator.core.lint import Finding
from annotator.ui import phrases
from annotator.ui.linting import sentence_of
from annotator.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
FINDING = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
SHOWN = 500
"""So many findings are shown at most; the others follow when these are dealt with."""


@dataclass(frozen=True)
class Fold:
    """The row above what is let stand."""

    count: int
    is_open: bool


@dataclass(frozen=True)
class Unmarked:
    """The row that tells of figures nobody has annotated."""

    count: int


class FindingsModel(QAbstractListModel):
    """Open findings in text order, figures not annotated, the fold, and those let stand if it is open."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.count = 0
        """How many findings are open, shown or not."""
        self.unmarked: Unmarked | None = None
        self.open: list[Finding] = []
        self.dismissed: list[Finding] = []
        self._unfolded = False

    def show(self, findings: list[Finding]) -> None:
        """Show these."""
        self.beginResetModel()
        still_open = [item for item in findings if item.dismissal is None]
        self.count = len(still_open)
        self.open = still_open[:SHOWN]
        self.dismissed = [item for item in findings if item.dismissal is not None][:SHOWN]
        self.endResetModel()

    def tell_unmarked(self, count: int) -> bool:
        """Tell how many figures are not annotated. Whether that is news."""
        told = Unmarked(count) if count else None
        if told == self.unmarked:
            return False
        self.beginResetModel()
        self.unmarked = told
        self.endResetModel()
        return True

    def toggle(self) -> None:
        """Fold or unfold what is let stand."""
        self.beginResetModel()
        self._unfolded = not self._unfolded
        self.endResetModel()

    def item(self, row: int) -> Finding | Unmarked | Fold | None:
        """What is at a row."""
        if 0 <= row < len(self.open):
            return self.open[row]
        place = row - len(self.open) - 1
        if self.unmarked is not None:
            if place == -1:
                return self.unmarked
            place -= 1
        if not self.dismissed:
            return None
        if place == -1:
            return Fold(len(self.dismissed), self._unfolded)
        return self.dismissed[place] if self._unfolded and 0 <= place < len(self.dismissed) else None

    def row_of(self, key: tuple[str, str]) -> int | None:
        """Where the finding of a rule about a subject stands."""
        for row in range(self.rowCount()):
            item = self.item(row)
            if isinstance(item, Finding) and key_of(item) == key:
                return row
        return None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows."""
        if parent.isValid():
            return 0
        folded = 1 + (len(self.dismissed) if self._unfolded else 0) if self.dismissed else 0
        return len(self.open) + (self.unmarked is not None) + folded

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The finding or fold, and what a screen reader says."""
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        if role == FINDING:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(item)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(item, Finding):
            return phrases.tooltip(self.words(item))
        return None

    def words(self, item: Finding | Unmarked | Fold) -> str:
        """A row in words."""
        if isinstance(item, Unmarked):
            told = QCoreApplication.translate(
                "SuggestionsPanel", "%n figure(s) not annotated yet", "", item.count
            )
            return phrases.counted(told)
        if isinstance(item, Fold):
            return phrases.counted(self.tr("%n dismissed", "", item.count))
        said = sentence_of(item, self._workspace.label_set)
        if item.dismissal is None:
            return said
        return self.tr("{finding} Dismissed: {reason}").format(
            finding=said, reason=phrases.isolated(item.dismissal.reason)
        )


def key_of(finding: Finding) -> tuple[str, str]:
    """What makes a finding the same as one found before."""
    return (finding.rule, finding.subject)
