"""The only threads: whatever takes longer than a tenth of a second runs here, with progress and Cancel.

A task's signals belong to an object of the main thread, so slots run there whoever emits them. Work gets no
Qt object and touches no widget.
"""

import threading
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from annotator.ui.garbage import hold_back, let_go


class Cancelled(Exception):  # noqa: N818  # not an error: the person asked for it
    """The person pressed Cancel."""


class Watch(Protocol):
    """What work may say and ask while it runs."""

    def progress(self, done: int, total: int) -> None:
        """Tell how far it is."""

    def deliver(self, part: object) -> None:
        """Hand over a part of the result before the rest is there."""

    def cancelled(self) -> bool:
        """Whether it should stop."""


Work = Callable[[Watch], Any]


def go_on(watch: Watch, done: int, total: int) -> None:
    """Tell how far work is.

    Raises:
        Cancelled: it should stop.
    """
    if watch.cancelled():
        raise Cancelled
    watch.progress(done, total)


class Task(QObject):
    """One piece of work under way."""

    progressed = Signal(object)
    """(done, total)."""
    delivered = Signal(object)
    """A part of the result, as soon as it is there."""
    succeeded = Signal(object)
    """What the work returned."""
    failed = Signal(object)
    """The exception it raised; :class:`Cancelled` if it was stopped."""
    ended = Signal(object)
    """The task itself, after either."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._percent = -1
        self._left = threading.Event()

    def leave(self) -> None:
        """Note that its thread will not touch it any more."""
        self._left.set()

    def wait_until_left(self) -> None:
        """Wait for its thread, which has told that it ended."""
        self._left.wait()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._stop.set()

    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def deliver(self, part: object) -> None:
        """Hand over a part of the result; one that was cancelled delivers nothing."""
        if not self._stop.is_set():
            self.delivered.emit(part)

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is; only whole percents are passed on."""
        percent = done * 100 // total if total else 0
        if percent != self._percent:
            self._percent = percent
            self.progressed.emit((done, total))


class _Runner(QRunnable):
    def __init__(self, task: Task, work: Work) -> None:
        super().__init__()
        self._task = task
        self._work = work

    def run(self) -> None:
        try:
            result = self._work(self._task)
        except Exception as error:  # noqa: BLE001  # handed to the main thread, which tells bugs from the rest
            self._task.failed.emit(error)
        else:
            self._task.succeeded.emit(result)
        self._task.ended.emit(self._task)
        self._task.leave()


class Tasks(QObject):
    """The pool of threads of one window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: list[Task] = []
        self._working: list[Task] = []
        """Those that have a thread."""
        self._closed = False

    def prepare(self) -> Task:
        """A task to connect to before it starts."""
        task = Task(self)
        task.ended.connect(self._forget)
        self._running.append(task)
        return task

    def start(self, task: Task, work: Work) -> None:
        """Let work run in the background; no garbage is collected meanwhile, which its thread might do."""
        if not self._closed:  # what begins in a window that goes may end when nobody hears of it
            hold_back()
            self._working.append(task)
        self._pool.start(_Runner(task, work))

    def raise_bug(self, error: Exception) -> None:
        """For work that nothing a person does can make fail: what it raises is a bug, to be told as such."""
        raise error

    def close(self) -> None:
        """Stop everything and wait until it has stopped."""
        for task in self._running:
            task.cancel()
        self._pool.waitForDone()
        self._closed = True
        for task in list(self._working):
            self._rest(task)

    def _forget(self, task: Task) -> None:
        self._running.remove(task)
        task.wait_until_left()  # some microseconds: until then its thread might still collect garbage
        self._rest(task)
        task.deleteLater()  # once all that it told has been heard

    def _rest(self, task: Task) -> None:
        if task in self._working:
            self._working.remove(task)
            let_go()
