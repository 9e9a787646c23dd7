"""Searching all articles, in the background: hits come in parts, the first as soon as there are any."""

from pathlib import Path
from time import monotonic

import sqlite_utils
from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from annotator.core.errors import UserError
from annotator.store import queries
from annotator.store.reading import reading
from annotator.store.search import Hit, Query, search
from annotator.ui.models.concordance import Line
from annotator.ui.models.documents import title_of
from annotator.ui.tasks import Task, Tasks, Watch

MOST = 20_000
"""Hits; further ones are not looked for."""
_FIRST_PART = 30
"""Hits that are handed over as soon as they are there: about a screenful."""
_PART = 0.08
"""Seconds until the next part is handed over."""


class Part(Struct, frozen=True):
    """Some hits of a search, in order."""

    search: int
    lines: list[Line]


class Outcome(Struct, frozen=True):
    """How a search ended."""

    search: int
    more: bool = False
    """Whether there are more hits than :data:`MOST`."""
    refused: UserError | None = None


class ProjectSearching(QObject):
    """One search at a time: a new one ends the one before it."""

    found = Signal(object)
    """list[Line]: more hits of the search last begun."""
    progressed = Signal(object)
    """(articles looked through, articles)."""
    ended = Signal(object)
    """Outcome: of the search last begun, unless it was stopped."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._search = 0

    @property
    def running(self) -> bool:
        """Whether a search is under way."""
        return self._task is not None

    def look_for(self, path: Path, query: Query) -> None:
        """Search the project at a path."""
        self.stop()
        self._search += 1
        self._task = task = self._tasks.prepare()
        task.delivered.connect(self._take)
        task.progressed.connect(self._pass_on)
        task.succeeded.connect(self._end)
        task.failed.connect(self._tasks.raise_bug)
        self._tasks.start(task, _Search(self._search, path, query).run)

    def stop(self) -> None:
        """Let the search be; what it has found stays."""
        if self._task is not None:
            self._task.cancel()
            self._task.progressed.disconnect(self._pass_on)
            self._task = None

    def _take(self, part: Part) -> None:
        if self._task is not None and part.search == self._search:
            self.found.emit(part.lines)

    def _pass_on(self, step: tuple[int, int]) -> None:
        self.progressed.emit(step)

    def _end(self, outcome: Outcome) -> None:
        if self._task is not None and outcome.search == self._search:
            self._task = None
            self.ended.emit(outcome)


class _Search:
    def __init__(self, number: int, path: Path, query: Query) -> None:
        self._number = number
        self._path = path
        self._query = query
        self._lines: list[Line] = []
        self._found = 0
        self._due = 0.0

    def run(self, watch: Watch) -> Outcome:
        """Search in a worker."""
        try:
            with reading(self._path) as database:
                return self._run(database, watch)
        except UserError as error:
            self._hand_over(watch)
            return Outcome(self._number, refused=error)

    def _run(self, database: sqlite_utils.Database, watch: Watch) -> Outcome:
        make = LineMaker(database)
        for hit in search(database, self._query, watch.cancelled, watch.progress):
            if watch.cancelled():
                break
            if self._found == MOST:
                self._hand_over(watch)
                return Outcome(self._number, more=True)
            self._lines.append(make.line(hit))
            self._found += 1
            if self._found == _FIRST_PART or (self._found > _FIRST_PART and monotonic() > self._due):
                self._hand_over(watch)
        self._hand_over(watch)
        return Outcome(self._number)

    def _hand_over(self, watch: Watch) -> None:
        if self._lines:
            watch.deliver(Part(self._number, self._lines))
            self._lines = []
        self._due = monotonic() + _PART


class LineMaker:
    """Makes lines of a concordance of what is found; it reads each article's name once."""

    def __init__(self, database: sqlite_utils.Database) -> None:
        self._database = database
        self._document_id: int | None = None
        self._name = ""
        self._right_to_left = True

    def line(self, hit: Hit) -> Line:
        """A hit as a line, with the colour of the annotation it lies in."""
        name, right_to_left = self.article(hit.document_id)
        return Line(
            document_id=hit.document_id,
            name=name,
            span=hit.span,
            quote=hit.quote,
            before=hit.before,
            after=hit.after,
            right_to_left=right_to_left,
            annotation_id=hit.annotation_id,
            label_id=self._label_of(hit.annotation_id),
        )

    def article(self, document_id: int) -> tuple[str, bool]:
        """What the list calls an article, and whether it reads from right to left."""
        if document_id != self._document_id:
            summary = queries.summary(self._database, 0, document_id)
            self._document_id = document_id
            self._name = title_of(summary) if summary is not None else ""
            self._right_to_left = summary is None or summary.document.direction == "rtl"
        return self._name, self._right_to_left

    def _label_of(self, annotation_id: int | None) -> int | None:
        found = queries.annotation(self._database, annotation_id) if annotation_id is not None else None
        return found.label_id if found is not None else None
