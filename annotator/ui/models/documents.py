"""The list of articles, read from the project a page at a time."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.change import Transaction
from annotator.core.records import Document, Layer, Status
from annotator.store import queries
from annotator.store.project import Event
from annotator.store.queries import DocumentSummary
from annotator.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
SUMMARY = Qt.ItemDataRole.UserRole
_PAGE = 200
_NOWHERE = QModelIndex()


class DocumentsModel(QAbstractListModel):
    """Documents with the reviewer's own status and count, filtered by name and status."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._summaries: list[DocumentSummary] = []
        self._rows: dict[int, int] = {}
        self._complete = True
        self._contains = ""
        self._status: Status | None = None
        workspace.project_changed.connect(self.refresh)
        workspace.reviewer_changed.connect(self.refresh)
        workspace.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Read again from the start."""
        self.beginResetModel()
        self._summaries = self._read(0)
        self._complete = len(self._summaries) < _PAGE
        self._number(0)
        self.endResetModel()

    def filter(self, contains: str, status: Status | None) -> None:
        """Show only documents whose name or title contains a text, and of one status."""
        if (contains, status) != (self._contains, self._status):
            self._contains, self._status = contains, status
            self.refresh()

    @property
    def filtered(self) -> bool:
        """Whether anything may be left out."""
        return bool(self._contains) or self._status is not None

    def row_of(self, document_id: int) -> int | None:
        """Where a document stands, reading on until it is found."""
        while document_id not in self._rows and not self._complete:
            self.fetchMore(_NOWHERE)
        return self._rows.get(document_id)

    def summary(self, row: int) -> DocumentSummary | None:
        """The document at a row, reading on if need be; ``None`` past the end."""
        while row >= len(self._summaries) and not self._complete:
            self.fetchMore(_NOWHERE)
        return self._summaries[row] if 0 <= row < len(self._summaries) else None

    def next_unfinished(self, row: int) -> DocumentSummary | None:
        """The first document after a row, and then from the start, that is not done."""
        for start in (row + 1, 0):
            at = start
            while (found := self.summary(at)) is not None:
                if found.status != "done":
                    return found
                at += 1
        return None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows read so far."""
        return 0 if parent.isValid() else len(self._summaries)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are more than those read."""
        return not parent.isValid() and not self._complete

    def fetchMore(self, _parent: Index) -> None:
        """Read the next page."""
        first = len(self._summaries)
        more = self._read(first)
        self._complete = len(more) < _PAGE
        if more:
            self.beginInsertRows(_NOWHERE, first, first + len(more) - 1)
            self._summaries += more
            self._number(first)
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The summary, and what a screen reader says."""
        if not index.isValid():
            return None
        summary = self._summaries[index.row()]
        if role == SUMMARY:
            return summary
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return title_of(summary)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{self.status_name(summary.status)}, {self.count_name(summary.annotations)}"
        return None

    def status_name(self, status: Status) -> str:
        """A status in words."""
        return {"new": self.tr("new"), "started": self.tr("started"), "done": self.tr("done")}[status]

    def count_name(self, annotations: int) -> str:
        """A number of annotations in words."""
        return self.tr("%n annotation(s)", "", annotations)

    def _read(self, offset: int) -> list[DocumentSummary]:
        project, reviewer = self._workspace.project, self._workspace.reviewer
        if project is None or reviewer is None:
            return []
        return queries.summaries(
            project.database,
            reviewer.id,
            offset=offset,
            limit=_PAGE,
            contains=self._contains,
            status=self._status,
        )

    def _number(self, first: int) -> None:
        if first == 0:
            self._rows.clear()
        for row in range(first, len(self._summaries)):
            self._rows[self._summaries[row].document.id] = row

    def _follow(self, event: Event) -> None:
        if not isinstance(event, Transaction):
            self.refresh()
            return
        if any(before is None or after is None for before, after in event.of(Document)):
            self.refresh()
            return
        for before, after in event.of(Layer):
            layer = after or before
            if layer is not None:
                self._read_again(layer.document_id)

    def _read_again(self, document_id: int) -> None:
        """One document has changed. It keeps its row even if the filter would now leave it out."""
        project, reviewer = self._workspace.project, self._workspace.reviewer
        row = self._rows.get(document_id)
        if row is None or project is None or reviewer is None:
            return
        summary = queries.summary(project.database, reviewer.id, document_id)
        if summary is not None:
            self._summaries[row] = summary
            at = self.index(row)
            self.dataChanged.emit(at, at)


def title_of(summary: DocumentSummary) -> str:
    """What the list calls a document: its title, or else how it begins, or else its name."""
    return summary.document.title or summary.opening or summary.document.name
