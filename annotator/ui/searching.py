"""Finding in the text of the article, in the background: a long text and a short word take their time."""

from itertools import islice

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from annotator.core.records import Span
from annotator.text.folding import SEARCH, Fold, Folded
from annotator.ui.tasks import Task, Tasks, Watch

MOST = 10_000
"""Hits; further ones are not looked for."""


class Query(Struct, frozen=True):
    """What to look for."""

    text: str
    needle: str
    exact: bool = False
    """Letter by letter; otherwise hamzas, alefs, marks, digits and capitals do not matter."""
    whole_word: bool = False
    """Only where a word begins and ends, or begins after its proclitics."""


class Searching(QObject):
    """One search at a time; of those asked for meanwhile, only the last is made."""

    found = Signal(object, object)
    """(Query, list[Span]): the hits in order, at most :data:`MOST` and one more."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wanted: Query | None = None
        self._running = False
        self._folded: Folded | None = None
        """The text looked through last, folded."""

    def look_for(self, query: Query) -> None:
        """Search; ``found`` tells."""
        self._wanted = query
        if not self._running:
            self._begin(query)

    def forget(self) -> None:
        """Want nothing any more."""
        self._wanted = None

    def _begin(self, query: Query) -> None:
        self._running = True
        task = self._tasks.prepare()
        task.succeeded.connect(self._take)
        task.failed.connect(self._tasks.raise_bug)
        task.ended.connect(self._end)
        self._tasks.start(task, _Search(query, self._folded).run)

    def _take(self, result: tuple[Query, Folded, list[Span]]) -> None:
        query, self._folded, hits = result
        if query == self._wanted:
            self._wanted = None
            self.found.emit(query, hits)

    def _end(self, _task: Task) -> None:
        self._running = False
        if self._wanted is not None:
            self._begin(self._wanted)


class _Search:
    def __init__(self, query: Query, folded: Folded | None) -> None:
        self._query = query
        self._folded = folded

    def run(self, _watch: Watch) -> tuple[Query, Folded, list[Span]]:
        """Search in a worker."""
        query, folded = self._query, self._folded
        folds = Fold(0) if query.exact else SEARCH
        if folded is None or folded.original != query.text or folded.folds != folds:
            folded = Folded(query.text, folds)
        hits = folded.find(query.needle, whole_word=query.whole_word, proclitics=query.whole_word)
        return query, folded, [Span(*hit) for hit in islice(hits, MOST + 1)]
