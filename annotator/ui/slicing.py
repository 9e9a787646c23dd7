"""Changing the project in one step that takes a while: a little at a time, so that the window answers."""

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import UserError
from annotator.ui.tasks import Cancelled
from annotator.ui.workspace import Workspace

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

_SLICE = 0.02
"""Seconds of writing before the window gets to answer again."""
_PATIENCE = 5
"""Milliseconds until it is looked again whether the next part is there."""


class _NothingNewError(Exception):
    """Nothing was changed, so there is to be no undo step."""


class Sliced(QObject):
    """One undo step under way, all or nothing. Its signals are those of a task.

    A subclass says what there is to do with ``total`` and ``do``, and what came of it with
    ``has_changes`` and ``outcome``.
    """

    progressed = Signal(object)
    """(done, total)."""
    succeeded = Signal(object)
    """What ``outcome`` says."""
    failed = Signal(object)
    """The exception that ended it; everything has been taken back."""
    ended = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._project = workspace.require()
        self._reviewer_id = workspace.reviewer.id if workspace.reviewer is not None else 0
        self._done = 0
        self._transaction: AbstractContextManager[None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    # ---- what a subclass says ------------------------------------------------------------------

    def total(self) -> int:
        """How many parts there are."""
        raise NotImplementedError

    def ready(self) -> bool:
        """Whether the next part is there; if not, it is asked again soon."""
        return True

    def step(self) -> tuple[int, int]:
        """How far it is, as (done, total)."""
        return self._done, self.total()

    def do(self, number: int) -> None:
        """Write one part.

        Raises:
            UserError: it may not be written.
        """
        raise NotImplementedError

    def has_changes(self) -> bool:
        """Whether anything was changed; otherwise there is to be no step."""
        raise NotImplementedError

    def outcome(self) -> object:
        """What came of it all."""
        raise NotImplementedError

    def refuse(self, _number: int, error: UserError) -> None:
        """Deal with a part that may not be written: by giving up, unless a subclass knows better."""
        self.give_up(error)

    # ---- what others ask -----------------------------------------------------------------------

    def begin(self, name: str, subject: str) -> None:
        """Begin the step, or begin again."""
        self._workspace.set_busy(busy=True, name=name)
        self._done = 0
        self._transaction = self._project.bulk(name, subject, self._reviewer_id)
        try:
            self._transaction.__enter__()
        except UserError as error:
            self._transaction = None
            self._end(error)
            return
        self._timer.start()

    def cancel(self) -> None:
        """Stop and take back what has been written."""
        self.give_up(Cancelled())

    def give_up(self, error: Exception) -> None:
        """Take back what has been written, and say why."""
        try:
            self.leave(error)
        except UserError as explained:  # the drive's refusal, as a sentence
            error = explained
        self._end(error)

    def leave(self, error: Exception | None) -> None:
        """Close the step: with an error, all of it is taken back."""
        self._timer.stop()
        transaction, self._transaction = self._transaction, None
        if transaction is None:
            return
        try:
            transaction.__exit__(type(error) if error else None, error, None)
        except Exception as raised:
            if raised is not error:
                raise

    # ---- inside --------------------------------------------------------------------------------

    def _slice(self) -> None:
        until = monotonic() + _SLICE
        while self._done < self.total():
            if not self.ready():
                self._timer.setInterval(_PATIENCE)
                self.progressed.emit(self.step())
                return
            try:
                self.do(self._done)
            except UserError as error:
                self.refuse(self._done, error)
                return
            except Exception as error:  # noqa: BLE001  # a bug: told once, and nothing of it stays
                self.give_up(error)
                return
            self._done += 1
            if monotonic() > until:
                self._timer.setInterval(0)
                self.progressed.emit(self.step())
                return
        self._finish()

    def _finish(self) -> None:
        try:
            self.leave(None if self.has_changes() else _NothingNewError())
        except UserError as error:  # the disk refused the commit
            self._end(error)
            return
        self._end(self.outcome())

    def _end(self, outcome: object) -> None:
        self._workspace.set_busy(busy=False)
        if isinstance(outcome, Exception):
            self.failed.emit(outcome)
        else:
            self.succeeded.emit(outcome)
        self.ended.emit(self)
        self.deleteLater()
