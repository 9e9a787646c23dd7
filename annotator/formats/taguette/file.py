"""SQLite files of others, read with nothing in them able to do harm.

Read only and unchangeable; plain tables alone, no views, triggers, functions or attached files; each step
of SQLite's counted, so that no file keeps it busy without end.
"""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.core.errors import UserError, why

MAGIC = b"SQLite format 3\0"
_SIDE_FILES = ("-journal", "-wal")
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 64 * 1024 * 1024,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1024 * 1024,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
_PRAGMAS = ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "query_only = ON")
_STEPS = 1_000_000
_MOST = 1000
"""How many times so many steps one file may take."""


@contextmanager
def opened(path: Path, tables: Collection[str]) -> Iterator[sqlite3.Connection]:
    """A connection that reads these tables alone, and gives texts as bytes.

    Raises:
        UserError: the file cannot be read, is in use, damaged (also while it is open), or lacks a table.
    """
    _refuse(path)
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        _harden(connection)
        known = {
            name
            for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master")
            if kind == b"table" and isinstance(sql, bytes) and sql.upper().startswith(b"CREATE TABLE")
        }
        missing = next((name for name in tables if name.encode() not in known), None)
        if missing is not None:
            raise UserError(
                "{file} is no project of Taguette: it lacks the table “{table}”.",
                file=path.name,
                table=missing,
            )
        _allow(connection, tables)
        yield connection
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise UserError("{file} is damaged: {reason}.", file=path.name, reason=error) from error
    finally:
        if connection is not None:
            connection.close()


def columns(connection: sqlite3.Connection, table: str) -> set[str]:
    """The names of a table's columns; the table's name is one of ours."""
    described = connection.execute(f"SELECT * FROM {table} LIMIT 0").description
    return {str(column[0]) for column in described}


def _refuse(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
        busy = any(
            side.exists() and side.stat().st_size
            for side in (path.with_name(path.name + suffix) for suffix in _SIDE_FILES)
        )
    except OSError as error:
        raise UserError("{file} cannot be read: {reason}.", file=path.name, reason=why(error)) from error
    if head != MAGIC:
        raise UserError("{file} is no SQLite file.", file=path.name)
    if busy:
        raise UserError("{file} is in use; close the program that has it open first.", file=path.name)


def _harden(connection: sqlite3.Connection) -> None:
    connection.text_factory = bytes  # what is not UTF-8 is told with its place
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    steps = iter(range(_MOST))
    connection.set_progress_handler(lambda: next(steps, None) is None, _STEPS)


def _allow(connection: sqlite3.Connection, tables: Collection[str]) -> None:
    def judge(action: int, name: str | None, _second: str | None, _base: str | None, by: str | None) -> int:
        allowed = action == sqlite3.SQLITE_SELECT or (action == sqlite3.SQLITE_READ and name in tables)
        return sqlite3.SQLITE_OK if allowed and by is None else sqlite3.SQLITE_DENY

    connection.set_authorizer(judge)
