"""What the board shows, kept up as the project changes: read in the background, then layer by layer."""

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from annotator.core.change import Transaction
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Comparison, Document, Entity, Layer, Relation, Scheme
from annotator.exchange.board import all_contents, contents, reading_of
from annotator.review.board import Board, Reading
from annotator.review.tables import pairs
from annotator.store import board as rows
from annotator.store import comparing, queries
from annotator.store.project import Bulk, Event
from annotator.store.reading import reading
from annotator.ui import phrases
from annotator.ui.garbage import none_collected
from annotator.ui.tasks import Cancelled, Task, Tasks, Watch
from annotator.ui.workspace import Workspace

_FEW = 20
"""Layers that are read again at once; more are read in the background."""


class BoardFeed(QObject):
    """The board of the active reviewer. It reads nothing as long as nobody looks."""

    changed = Signal()
    """There is something else to show."""
    progressed = Signal(object)
    """(done, total) layers while they are read, ``None`` when all are."""
    refused = Signal(object)
    """A UserError: the project cannot be read any more."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board = Board()
        self.comparisons: dict[int, Comparison] = {}
        """By row id."""
        self.said: dict[int, list[Comparison]] = {}
        """By the row id of either annotation."""
        self._workspace = workspace
        self._tasks = tasks
        self._task: Task | None = None
        self._reading: Reading | None = None
        """How layers are read; as long as labels and entities stay as they are."""
        self._late: set[int] = set()
        """Layers that changed while all were being read."""
        self._compared_late = False
        """Whether something was compared meanwhile."""
        self._live = False
        workspace.changed.connect(self._follow)
        workspace.project_changed.connect(self._begin_again)
        workspace.reviewer_changed.connect(self._begin_again)

    def start(self) -> None:
        """Somebody looks."""
        if not self._live:
            self._live = True
            self._begin_again()

    def stop(self) -> None:
        """Nobody looks any more."""
        self._live = False
        self._leave_task()

    @property
    def loading(self) -> bool:
        """Whether layers are being read in the background."""
        return self._task is not None

    def _begin_again(self) -> None:
        self.board = Board()
        self.comparisons, self.said = {}, {}
        self._leave_task()
        if self._live and self._workspace.project is not None and self._workspace.reviewer is not None:
            self._load()
        self.changed.emit()

    def _load(self) -> None:
        self._leave_task()
        project, reviewer = self._workspace.require(), self._workspace.reviewer
        self._late, self._compared_late = set(), False
        self._task = task = self._tasks.prepare()
        task.progressed.connect(self.progressed)
        task.succeeded.connect(self._arrive)
        task.failed.connect(self._fail)
        work = _Loading(project.path, reviewer.id if reviewer is not None else 0)
        self._tasks.start(task, work.run)

    def _leave_task(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.progressed.disconnect(self.progressed)
            task.succeeded.disconnect(self._arrive)
            task.failed.disconnect(self._fail)
            task.cancel()
            self.progressed.emit(None)

    def _arrive(self, found: "_Found") -> None:
        if self._task is None:
            return
        self._task = None
        self.board, self._reading, late = found.board, found.reading, self._late
        self._read_layers(late)
        self._read_comparisons(None if late or self._compared_late else found.comparisons)
        self.progressed.emit(None)
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._task = None
        self.progressed.emit(None)
        if isinstance(error, UserError):
            running = phrases.still_running(self._workspace.busy_with)
            self.refused.emit(running if self._workspace.busy else error)
        elif not isinstance(error, Cancelled):
            raise error

    def _follow(self, event: Event) -> None:
        if not self._live:
            return
        if isinstance(event, Bulk) or any(_any(event, kind) for kind in (Scheme, Entity, Document)):
            self._load()
            return
        touched = _layers(event)
        compared = _any(event, Comparison)
        if not touched and not compared:
            return
        if self.loading:
            self._late |= touched
            self._compared_late |= compared
        elif len(touched) > _FEW:
            self._load()
            return
        self._read_layers(touched)
        if compared:
            self._read_comparisons(None)
        self.changed.emit()

    def _read_layers(self, layer_ids: set[int]) -> None:
        workspace = self._workspace
        if not layer_ids or workspace.project is None or workspace.reviewer is None or not self._reading:
            return
        database = workspace.project.database
        own = rows.own_layers(database, workspace.reviewer.id, layer_ids)
        for layer in contents(database, own, self._reading):
            self.board.put(*layer)
        for gone in layer_ids.difference(own):
            self.board.put(gone, [], [])

    def _read_comparisons(self, found: list[Comparison] | None) -> None:
        workspace = self._workspace
        if found is None and workspace.project is not None and workspace.reviewer is not None:
            found = comparing.comparisons(workspace.project.database, workspace.reviewer.id)
        self.comparisons = {item.id: item for item in found or ()}
        self.said = pairs(self.comparisons.values())


class _Found(Struct, frozen=True):
    """What a worker has read."""

    board: Board
    reading: Reading
    comparisons: list[Comparison]


class _Loading:
    def __init__(self, path: Path, reviewer_id: int) -> None:
        self._path = path
        self._reviewer_id = reviewer_id

    def run(self, watch: Watch) -> _Found:
        """Read in a worker, and count what is to be counted."""
        board = Board()
        # Many records come in and form no cycles; each collection would only hold the window up.
        with none_collected(), reading(self._path) as database:
            how = reading_of(database, queries.label_set(database))
            for part in all_contents(database, self._reviewer_id, how, watch.progress):
                if watch.cancelled():
                    raise Cancelled
                for layer in part:
                    board.put(*layer)
            comparisons = comparing.comparisons(database, self._reviewer_id)
        board.groups()  # it remembers the counts
        board.speakers()
        return _Found(board, how, comparisons)


def _any(event: Transaction, kind: type[Scheme | Entity | Document | Comparison]) -> bool:
    return any(isinstance(change.record, kind) for change in event.changes)


def _layers(event: Transaction) -> set[int]:
    """The layers whose annotations or relations an event touches, and those it adds or takes away."""
    found: set[int] = set()
    for change in event.changes:
        record = change.record
        if isinstance(record, Annotation | Relation):
            found.add(record.layer_id)
        elif isinstance(record, Layer) and (change.before is None or change.after is None):
            found.add(record.id)
    return found
