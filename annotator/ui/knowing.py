"""What proposals are made from: the word lists, the entities, and what was said of the same words before.

The project is read in the background and followed from then on; until it is read, less is proposed.
"""

from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from annotator import lexicon
from annotator.core.change import Transaction
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Entity, Value
from annotator.exchange.lexica import history, names, spelling
from annotator.store import queries
from annotator.store.project import Event
from annotator.store.reading import reading
from annotator.suggest import figures
from annotator.suggest.entities import EntityIndex
from annotator.suggest.history import History
from annotator.suggest.proposing import Known
from annotator.suggest.speech import Speech, compile_speech
from annotator.text.figures import FigureLexicon, compile_lexicon, parse
from annotator.ui.tasks import Tasks, Watch
from annotator.ui.workspace import Workspace

_PAUSE = 400
"""Milliseconds until what changed while it was read is read again."""


@cache
def figure_words() -> FigureLexicon:
    """The words of figures."""
    return compile_lexicon(lexicon.figure_tables())


@cache
def speech_words() -> Speech:
    """The words that tell who says something."""
    whole = (*lexicon.whole_words(), *lexicon.whole_names())
    return compile_speech(lexicon.speech_verbs(), lexicon.speech_words(), whole)


class Knowing(QObject):
    """Reads the project once and follows it."""

    changed = Signal()
    """The project has been read."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._history, self._index = _nothing()
        self._asked = 0
        self._revision = 0
        self.complete = True
        """Whether the project as it is has been read."""
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_PAUSE)
        self._again.timeout.connect(self._read)
        workspace.project_changed.connect(self._start)
        workspace.changed.connect(self._follow)
        self._start()

    @property
    def known(self) -> Known:
        """All of it, as it is now."""
        return Known(self.read_figure, speech_words(), self._index, self._history)

    def read_figure(self, quote: str) -> dict[str, Value]:
        """What the words of a figure say."""
        figure = parse(quote, figure_words())
        return {} if figure is None else figures.values(figure)

    def _start(self) -> None:
        self._history, self._index = _nothing()
        self._asked += 1
        self._again.stop()
        self._read()

    def _follow(self, event: Event) -> None:
        if not isinstance(event, Transaction):
            self._read()
            return
        for before, after in event.of(Annotation):
            self._history.follow(before, after)
        for entity_before, entity_after in event.of(Entity):
            self._index.follow(entity_before, entity_after)

    def _read(self) -> None:
        project = self._workspace.project
        self.complete = project is None
        if project is None:
            return
        if self._workspace.busy:
            self._again.start()
            return
        self._asked += 1
        self._revision = project.revision
        task = self._tasks.prepare()
        task.succeeded.connect(self._take)
        task.failed.connect(self._fail)
        self._tasks.start(task, partial(_read_in_background, self._asked, project.path))

    def _take(self, answer: tuple[int, History, EntityIndex]) -> None:
        """Use what was read, if nothing has changed meanwhile; else it is read again."""
        number, told, index = answer
        project = self._workspace.project
        if number != self._asked or project is None:
            return
        if project.revision != self._revision:
            self._again.start()
            return
        self._history, self._index = told, index
        self.complete = True
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        """A file that cannot be read any more is told by who works on it; here less is proposed."""
        if not isinstance(error, UserError):
            self._tasks.raise_bug(error)
        if self._workspace.busy:
            self._again.start()


def _nothing() -> tuple[History, EntityIndex]:
    """What is known of a project that has not been read."""
    return History(spelling()), EntityIndex((), names())


def _read_in_background(number: int, path: Path, _watch: Watch) -> tuple[int, History, EntityIndex]:
    """Work for a thread, which also makes the word lists ready so that the first key need not wait."""
    figure_words()
    speech_words()
    with reading(path) as database:
        return number, history(database), EntityIndex(queries.entities(database), names())
