"""What files hold, read in the background, a little ahead of who takes it and no further."""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from annotator.core.errors import UserError
from annotator.formats.bundle import Bundle
from annotator.ui.tasks import Task, Tasks, Watch

_MOST_BUNDLES = 200
_MOST_LETTERS = 4_000_000
"""Of all texts that are read and not taken yet; one longer text is held too."""
_TURN = 0.1
"""Seconds after which reading that waits looks whether it is still wanted."""


class Fed(Struct, frozen=True, kw_only=True):
    """One thing that was read: a bundle, why the file is refused, or, with neither, the end of the file."""

    path: Path
    bundle: Bundle | None = None
    refusal: UserError | None = None


class Feed:
    """Reads files one after the other; whoever takes keeps it going.

    ``failed`` gets what reading raises that no file may make it raise.
    """

    def __init__(
        self,
        tasks: Tasks,
        files: Iterable[Path],
        read: Callable[[Path], Iterator[Bundle]],
        failed: Callable[[Exception], None],
    ) -> None:
        self._files = tuple(files)
        self._read = read
        self._held: deque[Fed] = deque()
        self._letters = 0
        self._changed = threading.Condition()
        self._over = False
        self._skipped: Path | None = None
        self._task: Task = tasks.prepare()
        self._task.failed.connect(failed)
        tasks.start(self._task, self._work)

    def take(self) -> Fed | None:
        """The next thing, or ``None`` if there is none yet."""
        with self._changed:
            if not self._held:
                return None
            taken = self._held.popleft()
            self._letters -= _letters(taken)
            self._changed.notify_all()
            return taken

    def ready(self) -> bool:
        """Whether there is something to take."""
        return bool(self._held)

    def over(self) -> bool:
        """Whether everything is read and taken."""
        return self._over and not self._held

    def skip(self, path: Path) -> None:
        """Read no further in the file that was taken last."""
        self._skipped = path
        with self._changed:
            while self._held and self._held[0].path == path:
                self._letters -= _letters(self._held.popleft())
            self._changed.notify_all()

    def stop(self) -> None:
        """Read no further."""
        self._task.cancel()
        with self._changed:
            self._held.clear()
            self._letters = 0
            self._changed.notify_all()

    # ---- in the worker -------------------------------------------------------------------------

    def _work(self, watch: Watch) -> None:
        for path in self._files:
            try:
                for bundle in self._read(path):
                    self._put(Fed(path=path, bundle=bundle), watch)
                    if watch.cancelled():
                        return
                    if path == self._skipped:
                        break
            except UserError as error:
                self._put(Fed(path=path, refusal=error), watch)
            except Exception:
                if watch.cancelled():  # what was unpacked may be gone by now
                    return
                raise
            else:
                self._put(Fed(path=path), watch)
            if watch.cancelled():
                return
        self._over = True

    def _put(self, fed: Fed, watch: Watch) -> None:
        with self._changed:
            while self._full() and not watch.cancelled():
                self._changed.wait(_TURN)
            if not watch.cancelled():
                self._held.append(fed)
                self._letters += _letters(fed)

    def _full(self) -> bool:
        return bool(self._held) and (len(self._held) >= _MOST_BUNDLES or self._letters >= _MOST_LETTERS)


def _letters(fed: Fed) -> int:
    return len(fed.bundle.document.text) if fed.bundle is not None else 0
