"""Connections to a project file, and how the file is made."""

import os
import sqlite3
import uuid as uuids
from datetime import UTC, datetime
from pathlib import Path

import sqlite_utils

from annotator.core.change import Change, Transaction
from annotator.core.errors import UserError, why
from annotator.core.records import Reviewer
from annotator.core.schema import SchemeDefinition, instantiate
from annotator.store import history, migrations, search_index
from annotator.store.copying import copy_before_migration
from annotator.store.failures import NOT_OPENED, explained
from annotator.store.recovery import (
    Owner,
    ProjectLock,
    has_hot_journal,
    refuse,
    refuse_damaged,
    refuse_foreign_schema,
    refuse_unknown_version,
)
from annotator.store.writing import Writer

# A rollback journal, not WAL: projects live in synced folders and on USB sticks, where WAL's side files get
# lost. EXTRA also syncs the folder after a commit. No other SQL than ours can have a say (trusted_schema).
# SQLite's 2 MB of cache hold too little of the index of UUIDs: a big import would read pages again and again,
# and write them; that of 400,000 annotations takes 25 MB.
_PRAGMAS = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "cache_size = -32768",
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
    """A connection to a file that is there, with the settings every project needs.

    It may be used from several threads, one at a time: SQLite is built to serialise them.
    """
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode={'ro' if read_only else 'rw'}",
        uri=True,
        timeout=_BUSY_SECONDS,
        check_same_thread=False,
        isolation_level=None,
        cached_statements=256,
    )
    try:
        # The journal mode is a property of the file; asking for it would write to a file opened for reading.
        for pragma in _PRAGMAS[1:] if read_only else _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_checked(path: Path, *, writable: bool) -> sqlite3.Connection:
    """A connection to a project that has been found whole, and brought to the newest version.

    Raises:
        UserError: the file is damaged or cannot be read, or is of an older version and may not be written.
    """
    try:
        connection = connect(path, read_only=not writable)
    except sqlite3.DatabaseError as error:
        refuse(error, path)
    try:
        refuse_damaged(connection, path)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        refuse_unknown_version(path, version)
        if version < migrations.VERSION:
            _bring_up_to_date(connection, path, version, writable=writable)
        refuse_foreign_schema(connection, path)
        if writable:
            _remove_cold_journal(connection)
            search_index.heal(sqlite_utils.Database(connection, execute_plugins=False))
    except BaseException:
        connection.close()
        raise
    return connection


def _remove_cold_journal(connection: sqlite3.Connection) -> None:
    """Remove what a crash before the first write left of a journal: SQLite ignores it, but a copy would not.

    SQLite does it itself, and under its own lock, when the journal mode changes from one that keeps the file.
    """
    for mode in ("PERSIST", "DELETE"):
        connection.execute(f"PRAGMA journal_mode = {mode}").fetchone()


def take_lock(path: Path) -> tuple[ProjectLock | None, Owner | None]:
    """The lock on a project; or ``None`` with who has it, or with nobody if the medium is read-only."""
    lock = ProjectLock(path)
    try:
        owner = lock.take()
    except OSError:
        return None, None
    if owner is None and not os.access(path, os.W_OK):
        lock.release()
        return None, None
    return (lock, None) if owner is None else (None, owner)


def take_new_lock(path: Path) -> ProjectLock:
    """The lock on a project that is about to be made.

    Raises:
        UserError: its folder cannot be written, or another window is making it.
    """
    if not path.parent.is_dir():  # taking the lock would make it
        raise UserError("There is no folder “{folder}”; make it first.", folder=path.parent)
    lock = ProjectLock(path)
    try:
        owner = lock.take()
    except OSError as error:
        raise UserError("Cannot write “{path}”: {reason}.", path=path, reason=why(error)) from error
    if owner is not None:
        raise UserError("“{path}” is being made by {owner}.", path=path, owner=owner.words())
    return lock


def roll_back_crash(path: Path) -> None:
    """Let SQLite roll back a write that was cut off: a read-only connection could not, and would fail."""
    if not has_hot_journal(path):
        return
    lock, _owner = take_lock(path)
    if lock is None:
        return  # someone is writing this moment, or nobody can
    try:
        with explained(NOT_OPENED, path):
            connection = connect(path)
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            connection.close()
    finally:
        lock.release()


def make(path: Path, definition: SchemeDefinition, reviewer: str) -> sqlite3.Connection:
    """Make a project with a label set and its first reviewer; its connection. The caller has its lock.

    Raises:
        UserError: something is at ``path`` already, or it cannot be written. Nothing is left there then.
    """
    try:
        path.open("xb").close()  # whoever made a file in the meantime keeps it
    except FileExistsError as error:
        raise UserError("“{path}” exists already; choose another name.", path=path) from error
    except OSError as error:
        raise UserError("Cannot write “{path}”: {reason}.", path=path, reason=why(error)) from error
    try:
        with explained("Cannot write “{path}”: {reason}.", path):
            connection = connect(path)
            try:
                _initialise(connection, definition, reviewer)
            except BaseException:
                connection.close()
                raise
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return connection


def _initialise(connection: sqlite3.Connection, definition: SchemeDefinition, reviewer: str) -> None:
    database = sqlite_utils.Database(connection, execute_plugins=False)
    ids = iter(range(1, 1 << 62))
    first = Reviewer(id=next(ids), uuid=new_uuid(), name=reviewer)
    changes = (Change(None, first), *instantiate(definition, ids.__next__))
    transaction = Transaction("create", changes, first.id, now(), definition.name)
    connection.execute("BEGIN IMMEDIATE")
    migrations.create_schema(database)
    connection.execute("INSERT INTO project VALUES (1, ?, ?, 1, ?, '')", (new_uuid(), now(), next(ids)))
    search_index.create(database)
    Writer(database).write(transaction)
    history.record(database, transaction, fixed=True)
    connection.commit()


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, version: int, *, writable: bool) -> None:
    if not writable:
        raise UserError(
            "“{path}” is of an older file version ({found}) and must be opened for writing once.",
            path=path,
            found=version,
        )
    copy_before_migration(connection, path, version)
    database = sqlite_utils.Database(connection, execute_plugins=False)
    with explained(NOT_OPENED, path):
        connection.execute("PRAGMA foreign_keys = OFF")  # not possible inside a transaction
        connection.execute("BEGIN IMMEDIATE")
        try:
            migrations.migrate(database, version)
            connection.commit()
        except BaseException:
            connection.rollback()
            raise
        connection.execute("PRAGMA foreign_keys = ON")
