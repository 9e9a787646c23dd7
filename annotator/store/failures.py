"""What the database refuses, as sentences. What is not listed here is a bug and is not caught."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.core.errors import Phrase, UserError, why

NOT_SAVED = "Your last action was not saved: {reason}. “{path}” is as it was before; try again."
NOT_OPENED = "Cannot open “{path}”: {reason}."
NOT_COPIED = "Cannot write a copy to “{path}”: {reason}."
DAMAGED = "“{path}” is damaged ({reason}). Keep it as it is and open a backup of it."

_MOVED = 1032  # SQLITE_READONLY_DBMOVED
_HOT_JOURNAL = 776  # SQLITE_READONLY_ROLLBACK
_CORRUPT, _NOT_A_DATABASE = 11, 26
_REASONS = {
    5: Phrase("another program is using it; wait a moment"),
    6: Phrase("another program is using it; wait a moment"),
    7: Phrase("the computer is out of memory; close some programs"),
    8: Phrase("it cannot be written; check who may write it and its folder"),
    9: Phrase("it was interrupted"),
    10: Phrase("the drive failed; check that it is there and works"),
    _CORRUPT: Phrase("what was read from the drive is damaged; check the drive"),
    13: Phrase("the drive is full; make some space"),
    14: Phrase("the drive or folder cannot be used; check that it is there"),
    15: Phrase("the drive does not support locking; copy the project to another one"),
    _NOT_A_DATABASE: Phrase("what was read from the drive is damaged; check the drive"),
    _MOVED: Phrase("the file was moved, renamed or deleted while it was open; put it back, or save a copy"),
    _HOT_JOURNAL: Phrase(
        "its last change was cut off and must be taken back, but it cannot be written;"
        " copy it and the “-journal” file beside it to a folder that can be written"
    ),
}
"""By SQLite's result code, extended or primary: https://sqlite.org/rescode.html"""


class ConflictError(UserError):
    """What a transaction changes is no longer as the transaction knows it."""


def conflict(name: str) -> ConflictError:
    """The refusal of a transaction that comes too late."""
    return ConflictError(
        "“{name}” cannot be done: what it changes has been changed since. Open the document again and look.",
        name=Phrase(name),
    )


def reason(error: sqlite3.Error) -> Phrase | None:
    """Why the drive or the file refused, in plain words; ``None`` if it did not and the error is a bug."""
    code = getattr(error, "sqlite_errorcode", 0)  # absent where Python itself raises
    return _REASONS.get(code) or _REASONS.get(code & 0xFF)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the error says that the file itself is not whole."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (_CORRUPT, _NOT_A_DATABASE)


@contextmanager
def explained(sentence: str, path: Path) -> Iterator[None]:
    """Turn the refusals of drive and file into a :class:`UserError` with this sentence."""
    try:
        yield
    except sqlite3.Error as error:
        words = reason(error)
        if words is None:
            raise
        raise UserError(sentence, path=path, reason=words) from error
    except OSError as error:
        raise UserError(sentence, path=path, reason=why(error)) from error
