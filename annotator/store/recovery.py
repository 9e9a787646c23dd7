"""Guarding a project file: who has it, whether it is one at all, whether it is whole.

Rules and their reasons: https://sqlite.org/howtocorrupt.html (never open a database file by other means while
a connection to it lives in the process), https://sqlite.org/security.html (files are hostile until proven).
"""

import getpass
import os
import re
import socket
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import filelock
import msgspec

from annotator.core.errors import Phrase, UserError
from annotator.store import migrations, search_index
from annotator.store.failures import DAMAGED, NOT_OPENED, explained, is_damage
from annotator.store.tables import create_statements

_HEADER = 100
_MAGIC = b"SQLite format 3\x00"
_QUICK_CHECK_LIMIT = 64 * 1024 * 1024
"""Bytes up to which a project is checked at every opening; checking takes about a second per gigabyte."""

_KINDS = {
    "index": Phrase("index"),
    "table": Phrase("table"),
    "trigger": Phrase("trigger"),
    "view": Phrase("view"),
}
"""What a database file may hold."""


class Owner(msgspec.Struct, frozen=True):
    """Who has a project open for writing."""

    name: str
    host: str
    process: int
    since: str

    def words(self) -> Phrase:
        """For people."""
        if not self.process:
            return Phrase("another window on this computer")
        return Phrase(
            "{name} on {host} (process {process}) since {since}",
            name=self.name,
            host=self.host,
            process=str(self.process),
            since=self.since,
        )


class ProjectLock:
    """Makes one window the only writer of a project. Released by the system when its process ends."""

    def __init__(self, project: Path) -> None:
        self._file = project.with_name(f".{project.name}.lock")
        # thread_local: closing may happen on another thread than opening; the lock is the process's.
        self._lock = filelock.FileLock(self._file, thread_local=False)

    def take(self) -> Owner | None:
        """Take the lock, and return ``None``; or, if another has it, who that is.

        Raises:
            OSError: the folder cannot be written.
        """
        try:
            self._lock.acquire(blocking=False)
        except filelock.Timeout:
            return self._read_owner()
        with suppress(OSError):  # a full drive: the lock holds without its owner's name
            self._file.write_bytes(msgspec.json.encode(_myself()))
        return None

    def release(self) -> None:
        """Give the lock back; harmless if it was never taken."""
        if not self._lock.is_locked:
            return
        # The file goes first: once the lock is free, the file at this path may be another window's. Where an
        # open file cannot be removed, it stays behind and the next opening takes it.
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
        self._lock.release()

    def _read_owner(self) -> Owner:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=Owner)
        except (OSError, msgspec.MsgspecError):
            return Owner("", "", 0, "")


def _myself() -> Owner:
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):  # a process whose user has no name
        name = "someone"
    return Owner(
        name, socket.gethostname(), os.getpid(), datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    )


def has_hot_journal(path: Path) -> bool:
    """Whether a write to the project was cut off, so that its next opening must roll it back."""
    try:
        with path.with_name(f"{path.name}-journal").open("rb") as journal:
            return any(journal.read(8))
    except OSError:
        return False


def refuse_foreign_file(path: Path) -> None:
    """Check by its header alone that the file at ``path`` is a project this program knows.

    Only for files that this process has no connection to.

    Raises:
        UserError: there is no file, or it is no project, or a newer program made it.
    """
    with explained(NOT_OPENED, path):
        if path.exists() and not path.is_file():
            raise UserError("“{path}” is not a file; choose a project file.", path=path)
        with path.open("rb") as file:
            header = file.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise UserError("“{path}” is not a Sanad project; choose a file that Sanad has made.", path=path)
    if int.from_bytes(header[68:72], "big") != migrations.APPLICATION_ID:
        raise UserError("“{path}” is a database of another program, not a Sanad project.", path=path)
    refuse_unknown_version(path, int.from_bytes(header[60:64], "big"))


def refuse_unknown_version(path: Path, version: int) -> None:
    """Refuse a project that this program cannot read.

    Raises:
        UserError: its version is newer than this program, or there has never been such a version.
    """
    if version > migrations.VERSION:
        raise UserError(
            "“{path}” was made by a newer Sanad (file version {found}, not {known}); update Sanad.",
            path=path,
            found=version,
            known=migrations.VERSION,
        )
    if version < migrations.VERSION and version not in migrations.MIGRATIONS:
        raise UserError(DAMAGED, path=path, reason=Phrase("file version {version}", version=version))


def refuse_damaged(connection: sqlite3.Connection, path: Path) -> None:
    """Check that the file is whole, unless it is so big that this would hold up its opening.

    Raises:
        UserError: it is damaged, or cannot be read.
    """
    try:
        pages, size = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size")
        )
        if pages * size <= _QUICK_CHECK_LIMIT:
            problem = first_problem(connection)
            if problem:
                raise UserError(DAMAGED, path=path, reason=problem)
    except sqlite3.DatabaseError as error:
        refuse(error, path)


def first_problem(connection: sqlite3.Connection) -> str:
    """What SQLite's quick check finds first in a file, but for the search index; empty if it is whole."""
    found = connection.execute("PRAGMA quick_check(2)").fetchall()
    problems = [row[0] for row in found if row[0] != "ok" and not search_index.is_of_index(row[0])]
    return problems[0] if problems else ""


def refuse_foreign_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Check that a project of the newest version holds its tables and nothing that acts by itself.

    Raises:
        UserError: it lacks a table, or has a foreign one, a view or a trigger.
    """
    try:
        # Nothing but an index that SQLite made for a UNIQUE or PRIMARY KEY has no SQL of its own.
        rows = connection.execute(
            "SELECT type, name, sql FROM sqlite_schema WHERE NOT (type = 'index' AND sql IS NULL)"
        ).fetchall()
    except sqlite3.DatabaseError as error:
        refuse(error, path)
    expected = {_plain(statement) for statement in create_statements()}
    index = {_plain(statement) for statement in search_index.INDEX_STATEMENTS}
    found = {_plain(sql or ""): (_KINDS.get(kind, kind), name) for kind, name, sql in rows}
    for sql, (kind, name) in found.items():
        if sql not in expected | index:
            raise UserError(
                "“{path}” holds a {kind} {name} that Sanad did not make; it was not opened.",
                path=path,
                kind=kind,
                name=name,
            )
    # A SQLite without FTS5 makes a project without an index.
    if expected - found.keys() or index & found.keys() not in (index, set()) or not _has_core(connection):
        raise UserError(DAMAGED, path=path, reason=Phrase("a part is missing"))


def _has_core(connection: sqlite3.Connection) -> bool:
    counts = connection.execute("SELECT (SELECT count(*) FROM project), (SELECT count(*) FROM scheme)")
    return bool(counts.fetchone() == (1, 1))


def _plain(sql: str) -> str:
    """SQL without what a migration's ALTER TABLE changes in its wording."""
    return re.sub(r'^(CREATE TABLE )"(\w+)"', r"\1\2", " ".join(sql.split()))


def refuse(error: sqlite3.DatabaseError, path: Path) -> NoReturn:
    """Say why a project cannot be opened: it is damaged, or what holds it failed.

    Raises:
        UserError: always, unless the error is a bug.
    """
    if is_damage(error):
        raise UserError(DAMAGED, path=path, reason=error) from error
    with explained(NOT_OPENED, path):
        raise error
    raise AssertionError  # explained() lets nothing pass
