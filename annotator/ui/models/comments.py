"""The comments on the open article, or on all of them, one row each."""

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.records import Annotation, Comment
from annotator.store import queries
from annotator.ui import phrases
from annotator.ui.moments import local_time
from annotator.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
REMARK = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()

Shown = Literal["open", "resolved", "all"]


class Remark(Struct, frozen=True):
    """A comment, and what a row says of it."""

    comment: Comment
    who: str
    subject: str
    """The quote it is about; else the article, where several are listed; else empty."""
    label_id: int | None
    """The label of the annotation it is about."""


class CommentsModel(QAbstractListModel):
    """The newest last, as in a conversation; made again by :meth:`refresh` alone."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._remarks: list[Remark] = []
        self.shown: Shown = "open"
        self.everywhere = False
        """Whether the comments on all articles are listed."""

    def refresh(self) -> None:
        """Read the comments again."""
        project = self._workspace.project
        self.beginResetModel()
        self._remarks = []
        if project is not None:
            names = {person.id: person.name for person in self._workspace.reviewers()}
            self._remarks = [
                self._remark(comment, names.get(comment.reviewer_id, ""))
                for comment in self._comments()
                if self.shown == "all" or comment.resolved == (self.shown == "resolved")
            ]
        self.endResetModel()

    def remark(self, row: int) -> Remark | None:
        """The comment at a row."""
        return self._remarks[row] if 0 <= row < len(self._remarks) else None

    def row_of(self, comment_id: int) -> int | None:
        """Where a comment stands."""
        return next((row for row, item in enumerate(self._remarks) if item.comment.id == comment_id), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Comments."""
        return 0 if parent.isValid() else len(self._remarks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The comment, and what a screen reader says."""
        remark = self.remark(index.row()) if index.isValid() else None
        if remark is None:
            return None
        comment = remark.comment
        if role == REMARK:
            return remark
        if role == Qt.ItemDataRole.ToolTipRole:
            return phrases.tooltip(comment.text)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            about = f" ({phrases.isolated(remark.subject)})" if remark.subject else ""
            resolved = self.tr("resolved")
            state = f", {resolved}" if comment.resolved else ""
            text = phrases.isolated(comment.text)
            return f"{phrases.isolated(remark.who)}, {local_time(comment.at)}{state}: {text}{about}"
        return None

    def _comments(self) -> list[Comment]:
        opened = self._workspace.opened
        if self.everywhere:
            return queries.comments(self._workspace.require().database)
        return sorted(opened.comments.values(), key=_by_id) if opened is not None else []

    def _remark(self, comment: Comment, who: str) -> Remark:
        annotation = self.annotation_of(comment)
        if annotation is not None:
            return Remark(comment, who, phrases.shortened(annotation.quote), annotation.label_id)
        return Remark(comment, who, self._article(comment) if self.everywhere else "", None)

    def annotation_of(self, comment: Comment) -> Annotation | None:
        """The annotation a comment is about, in whatever layer."""
        if comment.annotation_id is None:
            return None
        opened = self._workspace.opened
        found = opened.annotations.get(comment.annotation_id) if opened is not None else None
        return found or queries.annotation(self._workspace.require().database, comment.annotation_id)

    def _article(self, comment: Comment) -> str:
        document = queries.document(self._workspace.require().database, comment.document_id)
        return phrases.shortened(document.title or document.name, 60) if document is not None else ""


def _by_id(comment: Comment) -> int:
    return comment.id
