"""The words of the project's articles, gathered in the background: they tell proclitics from first letters.

The texts are read here, a few at a time, and taken apart in a worker. Of a huge project only a part is read:
it is the common words that matter, and those are in any few million characters.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import UserError
from annotator.lexicon import whole_names, whole_words
from annotator.store import queries
from annotator.text.proclitics import Vocabulary, vocabulary, vocabulary_of
from annotator.ui.opened import OpenDocument
from annotator.ui.tasks import Task, Tasks, Watch
from annotator.ui.workspace import Workspace

_BATCH = 200_000
"""Code points taken apart at a time."""
_MOST = 8_000_000
"""Code points; what a project has beyond these adds little."""
_PAUSE = 20
"""Milliseconds between two batches."""


class ProjectVocabulary(QObject):
    """Grows from the listed words alone to those of all articles; follows what is imported."""

    changed = Signal(object)
    """The :class:`Vocabulary` as it is now."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._vocabulary = vocabulary(whole_words(), whole_names())
        self._seen: set[str] = set()
        """The hashes of the texts read."""
        self._last = 0
        """The row id of the last document looked at."""
        self._read = 0
        self._project = ""
        self._running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._go_on)
        workspace.project_changed.connect(self._start)
        workspace.document_changed.connect(self._look_at)
        workspace.changed.connect(self._wake)
        workspace.busy_changed.connect(self._wake)

    @property
    def current(self) -> Vocabulary:
        """The vocabulary as it is now."""
        return self._vocabulary

    @property
    def complete(self) -> bool:
        """Whether nothing is being read."""
        return not self._running and not self._timer.isActive()

    def _start(self) -> None:
        self._seen, self._last, self._read = set(), 0, 0
        self._project = self._workspace.project.uuid if self._workspace.project is not None else ""
        self._vocabulary = self._vocabulary._replace(attested=frozenset())
        self.changed.emit(self._vocabulary)
        self._wake()

    def _look_at(self, opened: OpenDocument | None) -> None:
        """Read the article that is shown first; its words are the ones that matter next."""
        if opened is not None and opened.document.text_sha256 not in self._seen and not self._running:
            self._seen.add(opened.document.text_sha256)
            self._take_apart([opened.text])

    def _wake(self) -> None:
        project = self._workspace.project
        if project is None or self._workspace.busy or not self.complete:
            return
        if queries.last_document_id(project.database) > self._last:
            self._timer.start()

    def _go_on(self) -> None:
        workspace = self._workspace
        if workspace.project is None or workspace.busy or self._running or self._read >= _MOST:
            return
        texts = self._next_texts()
        if texts:
            self._take_apart(texts)

    def _next_texts(self) -> list[str]:
        database = self._workspace.require().database
        texts: list[str] = []
        length = 0
        while length < _BATCH and (found := queries.texts_after(database, self._last)):
            for self._last, sha256 in found:
                if sha256 in self._seen:
                    continue
                self._seen.add(sha256)
                try:
                    texts.append(queries.text(database, sha256))
                except UserError:
                    continue  # told when someone opens it
                length += len(texts[-1])
                if length >= _BATCH:
                    break
        return texts

    def _take_apart(self, texts: list[str]) -> None:
        self._running = True
        self._read += sum(map(len, texts))
        task = self._tasks.prepare()
        task.succeeded.connect(self._take)
        task.failed.connect(self._tasks.raise_bug)
        task.ended.connect(self._end)
        self._tasks.start(task, _Words(self._project, self._vocabulary.attested, texts).run)

    def _take(self, result: tuple[str, frozenset[str]]) -> None:
        project, attested = result
        if project == self._project:
            self._vocabulary = self._vocabulary._replace(attested=attested)
            self.changed.emit(self._vocabulary)

    def _end(self, _task: Task) -> None:
        self._running = False
        self._timer.start()


class _Words:
    def __init__(self, project: str, known: frozenset[str], texts: list[str]) -> None:
        self._project = project
        self._known = known
        self._texts = texts

    def run(self, _watch: Watch) -> tuple[str, frozenset[str]]:
        """Take texts apart in a worker."""
        return self._project, self._known | vocabulary_of(self._texts)
