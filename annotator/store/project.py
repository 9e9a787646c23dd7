"""The project: one file, changed by one function, :meth:`Project.apply`."""

import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlite_utils

from annotator.core.change import EditContext, Transaction
from annotator.core.errors import UserError
from annotator.core.records import Attribute, Label, RelationType, Scheme, ZoneKind
from annotator.core.schema import LabelSet, SchemeDefinition
from annotator.store import history, queries, search_index
from annotator.store.bulk import BulkStep
from annotator.store.connecting import (
    connect_checked,
    make,
    new_uuid,
    now,
    roll_back_crash,
    take_lock,
    take_new_lock,
)
from annotator.store.copying import copy
from annotator.store.failures import NOT_SAVED, ConflictError, explained
from annotator.store.history import Step
from annotator.store.recovery import Owner, ProjectLock, refuse_foreign_file
from annotator.store.telling import Bulk, Event, Listener, Listeners
from annotator.store.writing import Writer

__all__ = ["Bulk", "Event", "Project", "Step"]

_SCHEME_TYPES = (Scheme, Label, Attribute, RelationType, ZoneKind)
_NOT_TEXT = "This cannot be kept: the text holds half a character ({character}). Take it out and try again."

_FAILED = "a part of this change has failed, and the whole change with it"

_open_here: Counter[Path] = Counter()
"""Projects this process has connections to: their files must not be opened by other means (see recovery)."""


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
        self.owner = owner.words() if owner else None
        self.database = sqlite_utils.Database(connection, execute_plugins=False)
        self._connection = connection
        self._lock = lock
        self._listeners = Listeners()
        self._bulk: BulkStep | None = None
        self._passed_over: dict[int, set[int]] = {}
        self._copying = threading.Lock()
        self._closed = False
        self._writer = Writer(self.database)
        self._label_set: LabelSet | None = None
        self.uuid: str
        self.revision: int
        """How many times the project has been changed, counting undo and redo."""
        self._next_id: int
        self.uuid, self.revision, self._next_id = connection.execute(
            "SELECT uuid, revision, next_id FROM project"
        ).fetchone()
        _open_here[path] += 1

    @classmethod
    def create(cls, path: Path, definition: SchemeDefinition, reviewer: str) -> Self:
        """Make a new project with a label set and its first reviewer, and open it.

        Raises:
            UserError: something is at ``path`` already, it cannot be written, or the reviewer has no name.
        """
        path = path.resolve()
        if not reviewer.strip():
            raise UserError("A reviewer needs a name; type one.")
        lock = take_new_lock(path)
        try:
            return cls(path, make(path, definition, reviewer.strip()), lock, None)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open a project; read-only if it is asked for, if another window has it, or if its medium is.

        Raises:
            UserError: there is no project at ``path``, it is damaged, or a newer Sanad made it.
        """
        path = path.resolve()
        if not _open_here[path]:
            refuse_foreign_file(path)
        if read_only:
            roll_back_crash(path)
        lock, owner = (None, None) if read_only else take_lock(path)
        try:
            return cls(path, connect_checked(path, writable=lock is not None), lock, owner)
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    def close(self) -> None:
        """Close the file, after a copy that is being made; harmless if it is closed."""
        if self._closed:
            return
        self._closed = True
        with self._copying:
            self._connection.close()
        _open_here[self.path] -= 1
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
            self._label_set = queries.label_set(self.database)
        return self._label_set

    def context(self, reviewer_id: int) -> EditContext:
        """What an edit by a reviewer needs, at this moment."""
        return EditContext(reviewer_id, now(), self._new_id, new_uuid)

    def undoable(self, reviewer_id: int) -> Step | None:
        """The step that :meth:`undo` would take back."""
        return history.undoable(self.database, reviewer_id, self._passed_over.get(reviewer_id, ()))

    def redoable(self, reviewer_id: int) -> Step | None:
        """The step that :meth:`redo` would bring back."""
        return history.redoable(self.database, reviewer_id, self._passed_over.get(reviewer_id, ()))

    def history(self, limit: int = 200) -> list[Step]:
        """The newest steps of all reviewers, newest first."""
        return history.steps(self.database, limit)

    def snapshot(
        self,
        path: Path,
        progress: Callable[[int, int], None] | None = None,
        *,
        check: bool = False,
        durable: bool = True,
    ) -> None:
        """Copy the project as it is at one moment to another file, in steps between which it can change.

        May be called from a worker: SQLite serialises the connection, and a step that meets an open
        transaction waits for it. ``progress`` is told the pages done and the pages there are; what it raises
        ends the copy. ``check`` proves the copy whole; ``durable`` has it on the drive before this returns.

        Raises:
            UserError: ``path`` cannot be written, or is a project that is open; or this one has been closed.
        """
        path = path.resolve()
        if _open_here[path]:
            raise UserError("“{path}” is open; choose another name for the copy.", path=path)
        with self._copying:
            if self._closed:
                raise UserError("“{path}” was closed before it was copied.", path=self.path)
            copy(self._connection, path, progress, check=check, durable=durable)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have a function called after each change is on disk; returns what ends that."""
        return self._listeners.add(listener)

    def apply(self, transaction: Transaction, texts: Iterable[str] = ()) -> None:
        """Make a change: on disk when this returns, or not at all.

        ``texts`` are the texts of the documents that it adds; a text stays when its document goes, so that
        undo and redo need not carry it.

        Raises:
            UserError: the project is read-only, the disk refused, or what is to change has changed since.
        """
        self._refuse_meanwhile()
        if self._bulk is not None:
            self._apply_in_bulk(transaction, texts, self._bulk)
            return
        with self._transaction():
            self._write(transaction, texts)
            history.record(self.database, transaction)
        self._passed_over.clear()
        self._tell(transaction)

    @contextmanager
    def bulk(self, name: str, subject: str, reviewer_id: int, *, fixed: bool = False) -> Iterator[None]:
        """Make every :meth:`apply` inside one undo step and one commit, all or nothing.

        Each is written as it comes and forgotten, so memory does not grow. Nobody is told until the end. The
        step is the given reviewer's; without any :meth:`apply` there is none. ``fixed``: it belongs to the
        making of the project, and cannot be undone.

        Raises:
            UserError: as :meth:`apply`.
        """
        bulk = BulkStep(Transaction(name, (), reviewer_id, now(), subject), fixed=fixed)
        with self._transaction():
            self._bulk = bulk
            try:
                yield
                self._refuse_rolled_back()
            finally:
                self._bulk = None
        if bulk.step:
            self._passed_over.clear()
            self._tell(Bulk(name, subject))

    def savepoint(self) -> None:
        """Inside a bulk: what is applied from here on can be taken back alone. Replaces the savepoint before.

        Raises:
            RuntimeError: this is not inside a bulk, or a part of it has failed.
        """
        self._refuse_rolled_back()
        self._require_bulk().save(self._connection, self._writer)

    def back_to_savepoint(self) -> None:
        """Take back what has been applied since the savepoint, which is gone then; the bulk goes on.

        The ids handed out since are not handed out again.

        Raises:
            RuntimeError: there is no savepoint, or all of the bulk has been taken back.
        """
        bulk = self._require_bulk()
        if not self._connection.in_transaction:
            raise RuntimeError(_FAILED)
        bulk.go_back(self._connection, self._writer)
        self._label_set = None

    def rebuild_index(self) -> None:
        """Make the search index anew from the texts.

        Raises:
            UserError: as :meth:`apply`.
        """
        with self._transaction():
            search_index.rebuild(self.database)

    def undo(self, reviewer_id: int) -> Event | None:
        """Take back a reviewer's last step; what was done, inverted, or ``None`` if there is none.

        A step on which later work of others stands is refused, and passed over by the next call, until
        something changes that could make it possible: no step keeps those before it from being undone.

        Raises:
            UserError: as :meth:`apply`.
        """
        return self._travel(
            self.undoable(reviewer_id),
            "“{name}” ({subject}) cannot be undone: later work stands on what it did. Nothing was changed;"
            " Undo goes on to the step before it.",
            undone=True,
        )

    def redo(self, reviewer_id: int) -> Event | None:
        """Bring back the step a reviewer took back last; what was done, or ``None`` if there is none.

        Raises:
            UserError: as :meth:`apply`; the step is then passed over as in :meth:`undo`.
        """
        return self._travel(
            self.redoable(reviewer_id),
            "“{name}” ({subject}) cannot be redone: what it stands on has changed since. Nothing was changed;"
            " Redo goes on to the step after it.",
            undone=False,
        )

    def _travel(self, step: Step | None, refusal: str, *, undone: bool) -> Event | None:
        if step is None:
            return None
        try:
            with self._transaction():
                event = self._write_step(step, undone=undone)
        except (ConflictError, sqlite3.IntegrityError) as error:
            self._passed_over.setdefault(step.reviewer_id, set()).add(step.number)
            raise UserError(refusal, name=step.name, subject=step.subject) from error
        own = self._passed_over.get(step.reviewer_id, set())
        self._passed_over = {step.reviewer_id: own}
        self._tell(event)
        return event

    def _write_step(self, step: Step, *, undone: bool) -> Event:
        travel = history.take_back if undone else history.bring_back
        bulk = Bulk(step.name, step.subject)
        event: Event | None = None
        for transaction, fits in travel(self.database, step):
            self._writer.write(transaction, fits=fits)
            event = bulk if event else transaction
        history.mark(self.database, step, undone=undone)
        return event or bulk

    def _apply_in_bulk(self, transaction: Transaction, texts: Iterable[str], bulk: BulkStep) -> None:
        self._refuse_rolled_back()
        try:
            if not bulk.step:
                bulk.step = history.record(self.database, bulk.header, fixed=bulk.fixed)
            self._write(transaction, texts)
            history.record_part(self.database, bulk.step, transaction.changes)
        except BaseException:
            bulk.fail(self._connection)
            raise

    def _require_bulk(self) -> BulkStep:
        self._refuse_meanwhile()
        if self._bulk is None:
            raise RuntimeError("only a bulk change has savepoints")
        return self._bulk

    def _refuse_meanwhile(self) -> None:
        """Keep what a person does out of a bulk change that a worker makes: it would not be on disk."""
        if self._bulk is not None and self._bulk.thread != threading.get_ident():
            raise UserError(
                "“{name}” is still running; do this again when it is done.", name=self._bulk.header.name
            )

    def _refuse_rolled_back(self) -> None:
        if not self._connection.in_transaction or (self._bulk is not None and self._bulk.spoilt):
            raise RuntimeError(_FAILED)

    def _write(self, transaction: Transaction, texts: Iterable[str]) -> None:
        for text in texts:
            self._writer.write_text(text)
        self._writer.write(transaction)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """One SQLite transaction, committed at the end; the drive's refusals become sentences."""
        if self.read_only:
            raise UserError("This project is open read-only; changes cannot be saved.")
        self._refuse_meanwhile()
        if self._connection.in_transaction:
            raise RuntimeError("a change is being made already")
        with explained(NOT_SAVED, self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._refuse_rolled_back()
                self._writer.index_texts()
                self._commit()
            except BaseException as error:
                self._connection.rollback()
                self._writer.forget()
                self._label_set = None
                if isinstance(error, UnicodeEncodeError):
                    raise UserError(_NOT_TEXT, character=f"U+{ord(error.object[error.start]):04X}") from error
                raise

    def _commit(self) -> None:
        revision = self.revision + 1
        self._connection.execute("UPDATE project SET next_id = ?, revision = ?", (self._next_id, revision))
        try:
            self._connection.commit()
        except sqlite3.OperationalError:
            # A drive may fail after the change has come into force, in the sync of the folder: to say that it
            # was not saved would then be wrong.
            self._connection.rollback()
            ((found,),) = self._connection.execute("SELECT revision FROM project").fetchall()
            if found != revision:
                raise
        self.revision = revision

    def _tell(self, event: Event) -> None:
        if isinstance(event, Bulk) or any(
            isinstance(change.record, _SCHEME_TYPES) for change in event.changes
        ):
            self._label_set = None
        self._listeners.tell(event)

    def _new_id(self) -> int:
        row_id = self._next_id
        self._next_id += 1
        return row_id
