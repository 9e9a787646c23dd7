"""The history of a project: its undo steps and its audit trail, kept in the file.

A step is one or more transactions under one number: many only where a bulk change streams. A step is *done*,
*undone* (can be redone) or *dropped* (undone, then overtaken by a new step); the creation is *fixed*.
"""

from collections.abc import Iterator

import sqlite_utils
from msgspec import Struct, json

from annotator.core.change import Change, Transaction

_changes = json.Decoder(tuple[Change, ...])


class Step(Struct, frozen=True):
    """One undo step, as the history panel and the Undo command name it."""

    number: int
    name: str
    subject: str
    reviewer_id: int
    at: str
    undone: bool


_STEP = "SELECT step, name, subject, reviewer_id, at, state <> 'done' AND state <> 'fixed' FROM history"


def last_step(database: sqlite_utils.Database) -> int:
    """The number of the newest step."""
    return int(database.execute("SELECT coalesce(max(step), 0) FROM history").fetchone()[0])


def record(
    database: sqlite_utils.Database, step: int, transaction: Transaction, *, fixed: bool = False
) -> None:
    """Write a transaction under a step's number; what its reviewer had undone can no longer be redone."""
    database.execute(
        "UPDATE history SET state = 'dropped' WHERE reviewer_id = ? AND state = 'undone'",
        (transaction.reviewer_id,),
    )
    database.execute(
        "INSERT INTO history (step, name, subject, reviewer_id, at, state, changes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            step,
            transaction.name,
            transaction.subject,
            transaction.reviewer_id,
            transaction.at,
            "fixed" if fixed else "done",
            json.encode(transaction.changes).decode(),
        ),
    )


def undoable(database: sqlite_utils.Database, reviewer_id: int) -> Step | None:
    """The step that Undo would take back for a reviewer."""
    return _first(
        database, "WHERE reviewer_id = ? AND state = 'done' ORDER BY step DESC, number LIMIT 1", reviewer_id
    )


def redoable(database: sqlite_utils.Database, reviewer_id: int) -> Step | None:
    """The step that Redo would bring back for a reviewer."""
    return _first(
        database, "WHERE reviewer_id = ? AND state = 'undone' ORDER BY step, number LIMIT 1", reviewer_id
    )


def steps(database: sqlite_utils.Database, limit: int) -> list[Step]:
    """The newest steps that stand or could be redone, newest first."""
    where = (
        "WHERE number IN (SELECT min(number) FROM history WHERE state <> 'dropped' GROUP BY step)"
        " ORDER BY step DESC LIMIT ?"
    )
    return [_step(row) for row in database.execute(f"{_STEP} {where}", (limit,)).fetchall()]


def transactions(database: sqlite_utils.Database, step: int, *, newest_first: bool) -> Iterator[Transaction]:
    """The transactions of a step, read one at a time."""
    order = "DESC" if newest_first else "ASC"
    numbers = database.execute(f"SELECT number FROM history WHERE step = ? ORDER BY number {order}", (step,))
    for (number,) in numbers.fetchall():
        row = database.execute(
            "SELECT name, changes, reviewer_id, at, subject FROM history WHERE number = ?", (number,)
        ).fetchone()
        yield Transaction(row[0], _changes.decode(row[1]), *row[2:])


def mark(database: sqlite_utils.Database, step: int, *, undone: bool) -> None:
    """Note that a step has been taken back or brought back."""
    database.execute("UPDATE history SET state = ? WHERE step = ?", ("undone" if undone else "done", step))


def _first(database: sqlite_utils.Database, where: str, reviewer_id: int) -> Step | None:
    row = database.execute(f"{_STEP} {where}", (reviewer_id,)).fetchone()
    return _step(row) if row else None


def _step(row: tuple[int, str, str, int, str, int]) -> Step:
    number, name, subject, reviewer_id, at, undone = row
    return Step(number, name, subject, reviewer_id, at, bool(undone))
