"""Connections to a project file, and how the file is made."""

import os
import sqlite3
import uuid as uuids
from datetime import UTC, datetime
from pathlib import Path

import sqlite_utils

from annotator.core.change import Change, Transaction
from annotator.core.errors import UserError
from annotator.core.records import Reviewer
from annotator.core.schema import SchemeDefinition, instantiate
from annotator.store import history
from annotator.store.migrations import VERSION, create_schema, migrate
from annotator.store.recovery import Owner, ProjectLock, back_up, has_hot_journal, refuse_damaged
from annotator.store.writing import Writer

# A rollback journal, not WAL: projects live in synced folders and on USB sticks, where WAL's side files get
# lost. EXTRA also syncs the folder after a commit. No other SQL than ours can have a say (trusted_schema).
_PRAGMAS = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",
)
_BUSY_SECONDS = 2.0


def now() -> str:
    """The time, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def new_uuid() -> str:
    """A fresh random UUID."""
    return str(uuids.uuid4())


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection with the settings every project needs.

    It may be used from several threads, one at a time: SQLite is built to serialise them.
    """
    mode = "ro" if read_only else "rwc"
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode={mode}",
        uri=True,
        timeout=_BUSY_SECONDS,
        check_same_thread=False,
        isolation_level=None,
        cached_statements=256,
    )
    # The journal mode is a property of the file; asking for it would write to a file opened for reading.
    for pragma in _PRAGMAS[1:] if read_only else _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def connect_checked(path: Path, version: int, *, writable: bool) -> sqlite3.Connection:
    """A connection to a project that has been found whole, brought to the newest version first.

    Raises:
        UserError: the file is damaged, or is of an older version and may not be written.
    """
    try:
        connection = connect(path, read_only=not writable)
    except sqlite3.OperationalError as error:
        raise UserError("Cannot open “{path}”: {reason}.", path=path, reason=error) from error
    try:
        if version < VERSION:
            _bring_up_to_date(connection, path, version, writable=writable)
        refuse_damaged(sqlite_utils.Database(connection, execute_plugins=False), path, path.stat().st_size)
    except BaseException:
        connection.close()
        raise
    return connection


def take_lock(path: Path) -> tuple[ProjectLock | None, Owner | None]:
    """The lock on a project; or ``None`` with who has it, or with nobody if the medium is read-only."""
    lock = ProjectLock(path)
    try:
        owner = lock.take()
    except OSError:
        return None, None
    if owner is None and not _is_writable(path):
        lock.release()
        return None, None
    return (lock, None) if owner is None else (None, owner)


def take_new_lock(path: Path) -> ProjectLock:
    """The lock on a project that is about to be made.

    Raises:
        UserError: its folder cannot be written, or another window is making it.
    """
    lock = ProjectLock(path)
    try:
        owner = lock.take()
    except OSError as error:
        raise UserError("Cannot write “{path}”: {reason}.", path=path, reason=error.strerror) from error
    if owner is not None:
        raise UserError("“{path}” is being made by {owner}.", path=path, owner=owner)
    return lock


def roll_back_crash(path: Path) -> None:
    """Let SQLite roll back a write that was cut off: a read-only connection could not, and would fail."""
    if not has_hot_journal(path):
        return
    lock, _owner = take_lock(path)
    if lock is None:
        return  # someone is writing this moment, or nobody can
    try:
        connection = connect(path)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        connection.close()
    finally:
        lock.release()


def initialise(connection: sqlite3.Connection, definition: SchemeDefinition, reviewer: str) -> None:
    """Make an empty file a project with a label set and its first reviewer, in one commit."""
    database = sqlite_utils.Database(connection, execute_plugins=False)
    ids = iter(range(1, 1 << 62))
    first = Reviewer(id=next(ids), uuid=new_uuid(), name=reviewer)
    changes = (Change(None, first), *instantiate(definition, ids.__next__))
    transaction = Transaction("create", changes, first.id, now(), definition.name)
    connection.execute("BEGIN IMMEDIATE")
    create_schema(database)
    connection.execute("INSERT INTO project VALUES (1, ?, ?, ?)", (new_uuid(), now(), next(ids)))
    Writer(database).write(transaction)
    history.record(database, 1, transaction, fixed=True)
    connection.commit()


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, version: int, *, writable: bool) -> None:
    if not writable:
        raise UserError(
            "“{path}” is of an older file version ({found}) and must be opened for writing once.",
            path=path,
            found=version,
        )
    back_up(connection, path, version)
    database = sqlite_utils.Database(connection, execute_plugins=False)
    connection.execute("PRAGMA foreign_keys = OFF")  # not possible inside a transaction
    connection.execute("BEGIN IMMEDIATE")
    try:
        migrate(database, version)
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
    connection.execute("PRAGMA foreign_keys = ON")


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK)
