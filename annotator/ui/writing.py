"""Bundles going into the project, a few at a time so that the window goes on answering."""

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import UserError
from annotator.exchange.importing import Duplicates, Found, Importer, ImportReport, Refusal
from annotator.ui import phrases
from annotator.ui.tasks import Cancelled
from annotator.ui.workspace import Workspace

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from annotator.formats.bundle import Bundle

_SLICE = 0.02
"""Seconds of writing before the window gets to answer again."""


class Imported(Struct, frozen=True):
    """What came of an import."""

    report: ImportReport
    refused: tuple[Refusal, ...]


class _NothingNewError(Exception):
    """Nothing was imported, so there is to be no undo step."""


class Writing(QObject):
    """An import under way. A file goes in whole or not at all; its signals are those of a task."""

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal(object)

    def __init__(
        self, workspace: Workspace, found: list[Found], duplicates: Duplicates, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._project = workspace.require()
        self._reviewer_id = workspace.reviewer.id if workspace.reviewer is not None else 0
        self._duplicates: Duplicates = duplicates
        self._refused = [item.refusal for item in found if item.refusal is not None]
        self._files = [item for item in found if item.bundles]
        self._queue: list[tuple[Path, Bundle]] = []
        self._done = 0
        self._transaction: AbstractContextManager[None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    def start(self) -> None:
        """Begin, or begin again without a file that spoilt it."""
        self._workspace.set_busy(True)
        self._queue = [(item.path, bundle) for item in self._files for bundle in item.bundles]
        self._done = 0
        self._importer = Importer(self._project, self._reviewer_id, duplicates=self._duplicates)
        names = [item.path.name for item in self._files]
        subject = names[0] if len(names) == 1 else str(len(names))
        self._transaction = self._project.bulk("import", subject, self._reviewer_id)
        try:
            self._transaction.__enter__()
        except UserError as error:
            self._transaction = None
            self._end(error)
            return
        self._timer.start()

    def cancel(self) -> None:
        """Stop and take back what has been written."""
        self._leave(Cancelled())
        self._end(Cancelled())

    def _slice(self) -> None:
        until = monotonic() + _SLICE
        while self._done < len(self._queue):
            path, bundle = self._queue[self._done]
            try:
                self._importer.add(bundle)
            except UserError as error:
                self._spoilt(path, error)
                return
            except Exception as error:  # noqa: BLE001  # a bug: told once, and nothing of it stays
                self._leave(error)
                self._end(error)
                return
            self._done += 1
            if monotonic() > until:
                self.progressed.emit((self._done, len(self._queue)))
                return
        self._finish()

    def _spoilt(self, path: Path, error: UserError) -> None:
        self._leave(error)
        self._refused.append(Refusal(str(path), phrases.sentence_of(error)))
        self._files = [item for item in self._files if item.path != path]
        self.start()

    def _finish(self) -> None:
        report = self._importer.report
        try:
            self._importer.finish()
            self._leave(None if report.changes else _NothingNewError())
        except UserError as error:  # the disk refused
            self._leave(error)
            self._end(error)
            return
        self._end(Imported(report, tuple(self._refused)))

    def _leave(self, error: Exception | None) -> None:
        """Close the transaction: with an error, all of it is taken back."""
        self._timer.stop()
        transaction, self._transaction = self._transaction, None
        if transaction is None:
            return
        try:
            transaction.__exit__(type(error) if error else None, error, None)
        except Exception as raised:
            if raised is not error:
                raise

    def _end(self, outcome: object) -> None:
        self._workspace.set_busy(False)
        if isinstance(outcome, Exception):
            self.failed.emit(outcome)
        else:
            self.succeeded.emit(outcome)
        self.ended.emit(self)
        self.deleteLater()
