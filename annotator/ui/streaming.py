"""Work in the background that hands over what it finds in parts, the first as soon as there are any."""

from time import monotonic

from PySide6.QtCore import QObject, Signal

from annotator.ui.tasks import Task, Tasks, Watch, Work

MOST = 10_000
"""Things found; further ones are not looked for."""
_FIRST_PART = 30
"""What is handed over as soon as it is there: about a screenful."""
_PART = 0.08
"""Seconds until the next part is handed over."""
_SHARE = 6
"""Of what was found before, the next part is at least one of so many: taking it in may mean sorting all."""
_LONGEST = 1.0
"""Seconds after which a smaller part is handed over too."""


class Streaming(QObject):
    """One piece of work at a time: a new one ends the one before it, of which nothing more is heard."""

    delivered = Signal(object)
    """A part of what is found."""
    progressed = Signal(object)
    """(done, total)."""
    ended = Signal(object)
    """What the work returned, unless it was stopped."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._number = 0

    @property
    def running(self) -> bool:
        """Whether work is under way."""
        return self._task is not None

    def begin(self, work: Work) -> None:
        """Let work run."""
        self.stop()
        self._number += 1
        self._task = task = self._tasks.prepare()
        task.delivered.connect(self._take)
        task.progressed.connect(self._pass_on)
        task.succeeded.connect(self._end)
        task.failed.connect(self._tasks.raise_bug)
        self._tasks.start(task, _Numbered(self._number, work).run)

    def stop(self) -> None:
        """Let the work be; what it has found stays."""
        if self._task is not None:
            self._task.cancel()
            self._task.progressed.disconnect(self._pass_on)
            self._task = None

    def _take(self, numbered: tuple[int, object]) -> None:
        if self._task is not None and numbered[0] == self._number:
            self.delivered.emit(numbered[1])

    def _pass_on(self, step: tuple[int, int]) -> None:
        self.progressed.emit(step)

    def _end(self, numbered: tuple[int, object]) -> None:
        if self._task is not None and numbered[0] == self._number:
            self._task = None
            self.ended.emit(numbered[1])


class _Numbered:
    """Work whose parts and result carry its number."""

    def __init__(self, number: int, work: Work) -> None:
        self._number = number
        self._work = work
        self._watch: Watch | None = None

    def run(self, watch: Watch) -> tuple[int, object]:
        """Do the work."""
        self._watch = watch
        return self._number, self._work(self)

    def progress(self, done: int, total: int) -> None:
        """Pass it on."""
        if self._watch is not None:
            self._watch.progress(done, total)

    def deliver(self, part: object) -> None:
        """Pass it on with the number."""
        if self._watch is not None:
            self._watch.deliver((self._number, part))

    def cancelled(self) -> bool:
        """Pass it on."""
        return self._watch is not None and self._watch.cancelled()


class Parts:
    """What work has found and not handed over yet."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._found: list[object] = []
        self._due = 0.0
        self.count = 0
        """How many there were."""

    def add(self, item: object) -> None:
        """Take in one more; a part is handed over when it is time."""
        self._found.append(item)
        self.count += 1
        if self.count == _FIRST_PART or (self.count > _FIRST_PART and self._is_due()):
            self.hand_over()

    def hand_over(self) -> None:
        """Hand over what there is."""
        if self._found:
            self._watch.deliver(self._found)
            self._found = []
        self._due = monotonic() + _PART

    def _is_due(self) -> bool:
        late = monotonic() - self._due
        return late > 0 and (len(self._found) * _SHARE >= self.count or late > _LONGEST)
