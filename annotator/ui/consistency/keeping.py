"""What is not of a piece over all articles, kept up to date while somebody looks at it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.change import Transaction
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Dismissal, Document, Layer, Relation, Zone
from annotator.store.project import Event
from annotator.ui.consistency.reading import Keeper, Part
from annotator.ui.tasks import Task, Tasks
from annotator.ui.workspace import Workspace

if TYPE_CHECKING:
    from annotator.review.consistency import Group, GroupKey

_PAUSE = 12
"""Milliseconds between two slices of reading: the window's time."""


class Consistency(QObject):
    """The findings, by group. Nothing is read before somebody asks."""

    changed = Signal(object)
    """dict[GroupKey, Group | None]: the groups that have changed; ``None`` for those gone."""
    restarted = Signal()
    """Nothing is known yet: another project, reviewer or label set."""
    progressed = Signal(object)
    """(done, total) documents, or ``None`` when all are known."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        without_title: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.groups: dict[GroupKey, Group] = {}
        self.others = False
        """Whether the layers of other reviewers are read for comparison."""
        self._workspace = workspace
        self._tasks = tasks
        self._without_title = without_title
        self._keeper: Keeper | None = None
        self._wanted = False
        self._running: Keeper | None = None
        """Whose slice runs; one that is not asked any more may still be at it."""
        self._complete = True
        self._interrupted = False
        """Whether an import kept the file from being read; it is read again once that is in."""
        self._orders: list[Event] = []
        """What happened while a slice ran, which must not be disturbed."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._go_on)
        workspace.project_changed.connect(self._restart)
        workspace.reviewer_changed.connect(self._restart)
        workspace.changed.connect(self._follow)
        workspace.busy_changed.connect(self._wake)

    @property
    def complete(self) -> bool:
        """Whether the findings are those of the project as it is."""
        return self._complete and not self._running and not self._orders and not self._timer.isActive()

    def want(self) -> None:
        """Begin, if nobody has asked before; it then goes on by itself."""
        if not self._wanted:
            self._wanted = True
            self._restart()

    def compare(self, *, others: bool) -> None:
        """Read the layers of other reviewers too, for comparison, or leave them."""
        if others != self.others:
            self.others = others
            self._restart()

    def _restart(self) -> None:
        self._keeper, self._orders, self.groups = None, [], {}
        self._complete = True
        workspace = self._workspace
        self.restarted.emit()
        if not self._wanted or workspace.project is None or workspace.reviewer is None:
            self.progressed.emit(None)
            return
        self._keeper = Keeper(
            workspace.project.path,
            workspace.reviewer.id,
            workspace.project.label_set,
            self._without_title,
            others=self.others,
        )
        self._complete = False
        self._wake()

    def _follow(self, event: Event) -> None:
        if self._keeper is None:
            return
        if self._workspace.label_set.scheme.version != self._keeper.label_set.scheme.version:
            self._restart()
            return
        self._orders.append(event)
        self._wake()

    def _wake(self) -> None:
        if self._interrupted and not self._workspace.busy:
            self._interrupted = False
            self._restart()
        elif self._keeper is not None and not self._running and not self._workspace.busy:
            self._timer.start()

    def _go_on(self) -> None:
        keeper = self._keeper
        if keeper is None or self._running or self._workspace.busy:
            return
        orders, self._orders = self._orders, []
        for event in orders:
            self._complete = False
            if isinstance(event, Transaction):
                _order(keeper, event)
            else:
                keeper.compare_all()
        if self._complete:
            return
        self._running = keeper
        task = self._tasks.prepare()
        task.succeeded.connect(self._take)
        task.failed.connect(self._give_up)
        task.ended.connect(self._end)
        self._tasks.start(task, keeper.run)

    def _take(self, part: Part) -> None:
        if part.keeper is not self._keeper:
            return
        self._complete = part.complete
        for key, group in part.groups.items():
            if group is None:
                self.groups.pop(key, None)
            else:
                self.groups[key] = group
        if part.groups:
            self.changed.emit(part.groups)
        self.progressed.emit(None if part.complete else (part.done, part.total))

    def _give_up(self, error: Exception) -> None:
        """The file may be gone, or closing, or written by an import; whatever else is a bug."""
        if self._running is self._keeper:
            self._keeper = None
            self._interrupted = self._workspace.busy
            self.progressed.emit(None)
        if not isinstance(error, UserError):
            self._tasks.raise_bug(error)

    def _end(self, _task: Task) -> None:
        self._running = None
        if self._keeper is not None and (not self._complete or self._orders):
            self._wake()


def _order(keeper: Keeper, transaction: Transaction) -> None:
    """Tell a keeper what a transaction has touched."""
    documents: set[int] = set()
    layers: set[int] = set()
    for change in transaction.changes:
        record = change.record
        if isinstance(record, Layer):
            documents.add(record.document_id)
        elif isinstance(record, Document):
            documents.add(record.id)
        elif isinstance(record, Annotation | Relation | Zone | Dismissal):
            layers.add(record.layer_id)
    keeper.read_again(documents, layers)
