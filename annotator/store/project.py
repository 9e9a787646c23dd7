"""The project: one file, changed by one function, :meth:`Project.apply`."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
import sqlite_utils

from annotator.core.change import EditContext, Transaction
from annotator.core.errors import UserError
from annotator.core.records import Attribute, Label, RelationType, Scheme, ZoneKind
from annotator.core.schema import LabelSet, SchemeDefinition
from annotator.store import history, tables
from annotator.store.connecting import (
    connect,
    connect_checked,
    initialise,
    new_uuid,
    now,
    roll_back_crash,
    take_lock,
    take_new_lock,
)
from annotator.store.history import Step
from annotator.store.recovery import HERE, Owner, ProjectLock, read_version
from annotator.store.writing import Writer


class Bulk(msgspec.Struct, frozen=True):
    """Told instead of a transaction when too much changed to list: read again what is shown."""

    name: str
    subject: str


Event = Transaction | Bulk
Listener = Callable[[Event], None]

_SCHEME_TYPES = (Scheme, Label, Attribute, RelationType, ZoneKind)
_BACKUP_PAGES = 256
"""Pages copied at a time by :meth:`Project.snapshot`: about 1 MB, a millisecond."""

_open_here: set[Path] = set()
"""Projects this process has a connection to: their files must not be opened by other means (see recovery)."""


class Project:
    """A project file, open.

    All changes go through :meth:`apply`. Reading is done by the functions of
    :mod:`annotator.store.queries` with :attr:`database`. Only :meth:`snapshot` may be called from another
    thread than the one that opened it.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, lock: ProjectLock | None, owner: Owner | None
    ) -> None:
        self.path = path
        self.read_only = lock is None
        self.owner = str(owner) if owner else None
        self.database = sqlite_utils.Database(connection, execute_plugins=False)
        self._connection = connection
        self._lock = lock
        self._listeners: list[Listener] = []
        self._bulk_step: int | None = None
        self._writer = Writer(self.database)
        self._label_set: LabelSet | None = None
        self.uuid, self._next_id = self._read_identity()
        _open_here.add(path)

    @classmethod
    def create(cls, path: Path, definition: SchemeDefinition, reviewer: str) -> Self:
        """Make a new project with a label set and its first reviewer, and open it.

        Raises:
            UserError: something is at ``path`` already, it cannot be written, or the reviewer has no name.
        """
        path = path.resolve()
        if not reviewer.strip():
            raise UserError("A reviewer needs a name; type one.")
        if path.exists():
            raise UserError("“{path}” exists already; choose another name.", path=path)
        lock = take_new_lock(path)
        try:
            connection = connect(path)
            try:
                initialise(connection, definition, reviewer.strip())
            except BaseException:
                connection.close()
                path.unlink(missing_ok=True)
                raise
        except BaseException:
            lock.release()
            raise
        return cls(path, connection, lock, None)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open a project; read-only if it is asked for, if another window has it, or if its medium is.

        Raises:
            UserError: there is no project at ``path``, it is damaged, or a newer Sanad made it.
        """
        path = path.resolve()
        if path in _open_here:
            return cls(path, connect(path, read_only=True), None, HERE)
        version = read_version(path)
        if read_only:
            roll_back_crash(path)
        lock, owner = (None, None) if read_only else take_lock(path)
        try:
            connection = connect_checked(path, version, writable=lock is not None)
            return cls(path, connection, lock, owner)
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    def close(self) -> None:
        """Close the file; harmless if it is closed."""
        self._connection.close()
        _open_here.discard(self.path)
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def label_set(self) -> LabelSet:
        """The label set as it is now."""
        if self._label_set is None:
            database = self.database
            self._label_set = LabelSet(
                tables.SCHEMES.read(database)[0],
                tables.LABELS.read(database),
                tables.ATTRIBUTES.read(database),
                tables.RELATION_TYPES.read(database),
                tables.ZONE_KINDS.read(database),
            )
        return self._label_set

    def context(self, reviewer_id: int) -> EditContext:
        """What an edit by a reviewer needs, at this moment."""
        return EditContext(reviewer_id, now(), self._new_id, new_uuid)

    def undoable(self, reviewer_id: int) -> Step | None:
        """The step that :meth:`undo` would take back."""
        return history.undoable(self.database, reviewer_id)

    def redoable(self, reviewer_id: int) -> Step | None:
        """The step that :meth:`redo` would bring back."""
        return history.redoable(self.database, reviewer_id)

    def history(self, limit: int = 200) -> list[Step]:
        """The newest steps of all reviewers, newest first."""
        return history.steps(self.database, limit)

    def snapshot(self, path: Path, progress: Callable[[int, int], None] | None = None) -> None:
        """Copy the project as it is at one moment to a new file, in short steps between which it can change.

        May be called from a worker: SQLite serialises the connection, and a step that meets an open
        transaction waits for it. ``progress`` is told the pages done and the pages there are.

        Raises:
            UserError: ``path`` cannot be written.
        """

        def report(_status: int, remaining: int, total: int) -> None:
            if progress is not None:
                progress(total - remaining, total)

        try:
            target = sqlite3.connect(path)
            try:
                self._connection.backup(target, pages=_BACKUP_PAGES, progress=report, sleep=0.01)
            finally:
                target.close()
        except sqlite3.OperationalError as error:
            raise UserError("Cannot write a copy to “{path}”: {reason}.", path=path, reason=error) from error

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have a function called after each change is on disk; returns what ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return unsubscribe

    def apply(self, transaction: Transaction, texts: Iterable[str] = ()) -> None:
        """Make a change: on disk when this returns, or not at all.

        ``texts`` are the texts of the documents that it adds; a text stays when its document goes, so that
        undo and redo need not carry it.

        Raises:
            UserError: the project is read-only, the disk refused, or what is to change has changed since.
        """
        step = self._bulk_step
        if step is not None:
            self._write(transaction, texts, step)
            return
        with self._transaction():
            self._write(transaction, texts, history.last_step(self.database) + 1)
        self._tell(transaction)

    @contextmanager
    def bulk(self, name: str, subject: str, reviewer_id: int) -> Iterator[None]:
        """Make every :meth:`apply` inside one undo step and one commit, all or nothing.

        Each is written as it comes and forgotten, so memory does not grow. Nobody is told until the end.

        Raises:
            UserError: as :meth:`apply`.
        """
        with self._transaction():
            self._bulk_step = history.last_step(self.database) + 1
            try:
                header = Transaction(name, (), reviewer_id, now(), subject)
                history.record(self.database, self._bulk_step, header)
                yield
            finally:
                self._bulk_step = None
        self._tell(Bulk(name, subject))

    def undo(self, reviewer_id: int) -> Event | None:
        """Take back a reviewer's last step; what was done, inverted, or ``None`` if there is none.

        Raises:
            UserError: as :meth:`apply`.
        """
        return self._travel(self.undoable(reviewer_id), undone=True)

    def redo(self, reviewer_id: int) -> Event | None:
        """Bring back the step a reviewer took back last; what was done, or ``None`` if there is none.

        Raises:
            UserError: as :meth:`apply`.
        """
        return self._travel(self.redoable(reviewer_id), undone=False)

    def _travel(self, step: Step | None, *, undone: bool) -> Event | None:
        if step is None:
            return None
        event: Event = Bulk(step.name, step.subject)
        with self._transaction():
            count = 0
            for transaction in history.transactions(self.database, step.number, newest_first=undone):
                applied = transaction.inverse() if undone else transaction
                self._writer.write(applied)
                count += 1
            if count == 1:
                event = applied
            history.mark(self.database, step.number, undone=undone)
        self._tell(event)
        return event

    def _write(self, transaction: Transaction, texts: Iterable[str], step: int) -> None:
        for text in texts:
            self._writer.write_text(text)
        self._writer.write(transaction)
        history.record(self.database, step, transaction)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """One SQLite transaction, committed at the end; the disk's refusals become sentences."""
        if self.read_only:
            raise UserError("This project is open read-only; changes cannot be saved.")
        try:
            self.database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.database.execute("UPDATE project SET next_id = ?", (self._next_id,))
                self._connection.commit()
            except BaseException:
                self._connection.rollback()
                self._writer.forget()
                raise
        except sqlite3.OperationalError as error:
            raise UserError(
                "Your last action was not saved: {reason}. Check the drive and its space; try again.",
                reason=error,
            ) from error

    def _tell(self, event: Event) -> None:
        if isinstance(event, Bulk) or any(
            isinstance(change.record, _SCHEME_TYPES) for change in event.changes
        ):
            self._label_set = None
        for listener in tuple(self._listeners):
            listener(event)

    def _read_identity(self) -> tuple[str, int]:
        uuid, next_id = self.database.execute("SELECT uuid, next_id FROM project").fetchone()
        return uuid, next_id

    def _new_id(self) -> int:
        row_id = self._next_id
        self._next_id += 1
        return row_id
