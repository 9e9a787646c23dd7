"""Guarding a project file: who has it, whether it is one at all, whether it is whole.

Rules and their reasons: https://sqlite.org/howtocorrupt.html (never open a database file by other means while
a connection to it lives in the process), https://sqlite.org/security.html (files are hostile until proven).
"""

import getpass
import os
import socket
import sqlite3
from datetime import datetime
from pathlib import Path

import filelock
import msgspec
import sqlite_utils

from annotator.core.errors import UserError
from annotator.store.migrations import APPLICATION_ID, VERSION
from annotator.store.tables import create_statements

_HEADER = 100
_MAGIC = b"SQLite format 3\x00"
_QUICK_CHECK_LIMIT = 64 * 1024 * 1024
"""Bytes up to which a project is checked at every opening; checking takes about a second per gigabyte."""


class Owner(msgspec.Struct, frozen=True):
    """Who has a project open for writing."""

    name: str
    host: str
    process: int
    since: str

    def __str__(self) -> str:
        """For people."""
        return f"{self.name} on {self.host} (process {self.process}) since {self.since}"


HERE = Owner("this window", "this computer", os.getpid(), "its opening")
"""The owner of a project that this very process has open."""


class ProjectLock:
    """Makes one window the only writer of a project. Released by the system when its process ends."""

    def __init__(self, project: Path) -> None:
        self._file = project.with_name(f".{project.name}.lock")
        # thread_local: closing may happen on another thread than opening; the lock is the process's.
        self._lock = filelock.FileLock(self._file, thread_local=False)

    def take(self) -> Owner | None:
        """Take the lock, and return ``None``; or, if another has it, who that is."""
        try:
            self._lock.acquire(blocking=False)
        except filelock.Timeout:
            return self._read_owner()
        now = datetime.now().astimezone().isoformat(timespec="minutes")
        owner = Owner(getpass.getuser(), socket.gethostname(), os.getpid(), now)
        self._file.write_bytes(msgspec.json.encode(owner))
        return None

    def release(self) -> None:
        """Give the lock back; harmless if it was never taken."""
        self._lock.release()
        self._file.unlink(missing_ok=True)

    def _read_owner(self) -> Owner:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=Owner)
        except (OSError, msgspec.MsgspecError):
            return Owner("another window", "this computer", 0, "?")


def has_hot_journal(path: Path) -> bool:
    """Whether a write to the project was cut off, so that its next opening must roll it back."""
    try:
        with path.with_name(f"{path.name}-journal").open("rb") as journal:
            return any(journal.read(8))
    except OSError:
        return False


def read_version(path: Path) -> int:
    """The version of the project file at ``path``, from its header alone.

    Only for files that this process has no connection to.

    Raises:
        UserError: there is no file, or it is no project, or a newer program made it.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise UserError("Cannot open “{path}”: {reason}.", path=path, reason=error.strerror) from error
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise UserError("“{path}” is not a Sanad project; choose a file that Sanad has made.", path=path)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise UserError("“{path}” is a database of another program, not a Sanad project.", path=path)
    version = int.from_bytes(header[60:64], "big")
    if version > VERSION:
        raise UserError(
            "“{path}” was made by a newer Sanad (file version {found}, not {known}); update Sanad.",
            path=path,
            found=version,
            known=VERSION,
        )
    return version


def refuse_damaged(database: sqlite_utils.Database, path: Path, size: int) -> None:
    """Check that the file is whole and holds the tables of a project and nothing that acts by itself.

    Raises:
        UserError: it is damaged, or has a foreign table, a view or a trigger.
    """
    try:
        _refuse_foreign_schema(database, path)
        if size <= _QUICK_CHECK_LIMIT:
            problems = [row[0] for row in database.execute("PRAGMA quick_check(1)").fetchall()]
            if problems != ["ok"]:
                raise UserError(_DAMAGED, path=path, reason=problems[0])
    except sqlite3.DatabaseError as error:
        raise UserError(_DAMAGED, path=path, reason=error) from error


_DAMAGED = "“{path}” is damaged ({reason}). Keep it as it is and open a backup of it."


def _refuse_foreign_schema(database: sqlite_utils.Database, path: Path) -> None:
    rows = database.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    )
    found = {sql: (kind, name) for kind, name, sql in rows.fetchall()}
    expected = set(create_statements())
    foreign = [f"{kind} {name}" for sql, (kind, name) in found.items() if sql not in expected]
    if foreign:
        raise UserError(
            "“{path}” holds a {what} that Sanad did not make; it was not opened.", path=path, what=foreign[0]
        )
    if len(found) < len(expected):
        raise UserError(_DAMAGED, path=path, reason="a table is missing")


def back_up(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy a project beside itself before it is migrated; the copy's path."""
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    copy = path.with_name(f"{path.stem}.v{version}-{stamp}{path.suffix}")
    target = sqlite3.connect(copy)
    try:
        connection.backup(target)
    finally:
        target.close()
    return copy
