"""Many changes as one undo step, while they are being made; and how far back it can be gone within it."""

import sqlite3
import threading

from msgspec import Struct

from annotator.core.change import Transaction
from annotator.store.writing import Unindexed, Writer


class _Saved(Struct, frozen=True):
    """What is remembered of a savepoint, beside what SQLite remembers."""

    step: int
    unindexed: Unindexed


class BulkStep:
    """A bulk step that is being made: its header, and its number once there is something to undo."""

    def __init__(self, header: Transaction, *, fixed: bool) -> None:
        self.header = header
        self.fixed = fixed
        self.thread = threading.get_ident()
        self.step = 0
        self.spoilt = False
        """Whether something has failed half-way, since the savepoint: it must be gone back to that."""
        self._saved: _Saved | None = None

    def save(self, connection: sqlite3.Connection, writer: Writer) -> None:
        """Make a savepoint, in place of the one before."""
        if self._saved is not None:
            connection.execute("RELEASE part")
        connection.execute("SAVEPOINT part")
        self._saved = _Saved(self.step, writer.unindexed())

    def go_back(self, connection: sqlite3.Connection, writer: Writer) -> None:
        """Take back what has been written since the savepoint, which is gone then."""
        saved, self._saved = self._saved, None
        if saved is None:
            raise RuntimeError("there is no savepoint to go back to")
        connection.execute("ROLLBACK TO part")
        connection.execute("RELEASE part")
        writer.forget(saved.unindexed)
        self.step, self.spoilt = saved.step, False

    def fail(self, connection: sqlite3.Connection) -> None:
        """Something failed half-way: all is taken back, unless there is a savepoint to go back to."""
        if self._saved is not None and connection.in_transaction:
            self.spoilt = True
        else:
            connection.rollback()
