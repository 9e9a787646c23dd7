"""The label in a person's hand: the one that is armed for painting, and the one given last."""

from PySide6.QtCore import QObject, Signal

from annotator.core.errors import UserError
from annotator.core.records import Label, Span
from annotator.ui.article.view import ArticleView
from annotator.ui.workspace import Workspace


class Hand(QObject):
    """Arms the article with a label, and tags what is painted with it."""

    changed = Signal()
    """Another label is armed, or none."""

    def __init__(self, view: ArticleView, workspace: Workspace) -> None:
        super().__init__(view)
        self._view = view
        self._workspace = workspace
        self._armed: int | None = None
        self._last: int | None = None
        view.painted.connect(self._paint)
        view.disarmed.connect(self.disarm)
        view.label_bar.label_chosen.connect(self._choose)
        workspace.project_changed.connect(self._start)
        workspace.label_set_changed.connect(self._follow)

    @property
    def armed(self) -> Label | None:
        """The label the mouse paints with."""
        return self._label(self._armed)

    @property
    def last(self) -> Label | None:
        """The label that was given last in this project, since it was opened."""
        return self._label(self._last)

    def arm(self, label: Label) -> None:
        """Let the mouse paint with a label."""
        self._hold(label.id)

    def disarm(self) -> None:
        """Let the mouse select again."""
        self._hold(None)

    def note(self, label: Label) -> None:
        """Remember the label that was given."""
        self._last = label.id

    def _hold(self, label_id: int | None) -> None:
        if label_id != self._armed:
            self._armed = label_id
            self._view.arm(label_id)
            self.changed.emit()

    def _label(self, label_id: int | None) -> Label | None:
        return next((label for label in self._workspace.labels if label.id == label_id), None)

    def _paint(self, span: Span) -> None:
        if self.armed is not None:
            self._tag(span, self.armed)

    def _choose(self, label_id: int) -> None:
        """A label of the bar beside the selection."""
        label, span = self._label(label_id), self._workspace.selection
        if label is not None and span is not None:
            self._tag(span, label)

    def _tag(self, span: Span, label: Label) -> None:
        self.note(label)
        try:
            self._workspace.tag(span, label)
        except UserError as error:
            self._workspace.refused.emit(error)

    def _start(self) -> None:
        self._last = None
        self.disarm()

    def _follow(self) -> None:
        if self._armed is not None and self.armed is None:
            self.disarm()  # the label has been retired or is gone
