"""The history of a project: its undo steps and its audit trail, kept in the file.

A step is *done*, *undone* (can be redone) or *dropped* (undone, then overtaken by a new step); the creation,
and what belongs to it, is *fixed*. The changes of a plain step stand in its own row. Those of a bulk step
stand in parts, one for each transaction, so that neither making nor undoing it needs more than one of them in
memory.

A part that only adds names what it added, with a hash of its content; the records themselves are in their
tables, and come into the part when it is undone. So an import does not fill the file with everything twice.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from hashlib import sha256
from itertools import groupby
from typing import Any

import sqlite_utils
from msgspec import Struct, json

from annotator.core.change import Change, Transaction
from annotator.core.records import Annotation
from annotator.store.failures import conflict
from annotator.store.tables import table_named

Changes = tuple[Change, ...]


class Step(Struct, frozen=True):
    """One undo step, as the history panel and the Undo command name it."""

    number: int
    name: str
    subject: str
    reviewer_id: int
    at: str
    undone: bool


class Added(Struct, frozen=True, forbid_unknown_fields=True):
    """Changes that only add: the runs of what they added, and the SHA-256 of the changes in full."""

    added: tuple[tuple[str, int, int], ...]
    """Type of record, first row id, last row id, in the order of the changes."""
    sha256: str


class Made(Struct, frozen=True):
    """Row ids of annotations, be they still there or not, and the number of the last step looked at."""

    ids: frozenset[int]
    last: int


_ANNOTATING = ("tag", "accept proposal", "accept suggestion", "mark all")
"""The steps by which a person annotates."""

_STEP = "SELECT number, name, subject, reviewer_id, at, state = 'undone' FROM history"
_encode = json.Encoder().encode
_decode_changes = json.Decoder(Changes).decode
_decode_part = json.Decoder(Changes | Added).decode


def record(database: sqlite_utils.Database, transaction: Transaction, *, fixed: bool = False) -> int:
    """Write a step, and return its number; what its reviewer had undone can no longer be redone."""
    database.execute(
        "UPDATE history SET state = 'dropped' WHERE reviewer_id = ? AND state = 'undone'",
        (transaction.reviewer_id,),
    )
    cursor = database.execute(
        "INSERT INTO history (name, subject, reviewer_id, at, state, changes) VALUES (?, ?, ?, ?, ?, ?)",
        (
            transaction.name,
            transaction.subject,
            transaction.reviewer_id,
            transaction.at,
            "fixed" if fixed else "done",
            json.encode(transaction.changes).decode(),
        ),
    )
    return int(cursor.lastrowid or 0)


def record_part(database: sqlite_utils.Database, step: int, changes: Changes) -> None:
    """Write some of the changes of a bulk step, which are in their tables by now."""
    database.execute("INSERT INTO history_part (step, changes) VALUES (?, ?)", (step, _folded(changes)))


def undoable(
    database: sqlite_utils.Database, reviewer_id: int, passed_over: Iterable[int] = ()
) -> Step | None:
    """The step that Undo would take back for a reviewer: the newest that is not passed over."""
    return _first(database, "state = 'done' ORDER BY number DESC", reviewer_id, passed_over)


def redoable(
    database: sqlite_utils.Database, reviewer_id: int, passed_over: Iterable[int] = ()
) -> Step | None:
    """The step that Redo would bring back for a reviewer: the oldest that is not passed over."""
    return _first(database, "state = 'undone' ORDER BY number", reviewer_id, passed_over)


def steps(database: sqlite_utils.Database, limit: int) -> list[Step]:
    """The newest steps that stand or could be redone, newest first."""
    rows = database.execute(f"{_STEP} WHERE state <> 'dropped' ORDER BY number DESC LIMIT ?", (limit,))
    return [_step(row) for row in rows.fetchall()]


def made_since(database: sqlite_utils.Database, reviewer_id: int, at: str, after: int = 0) -> Made:
    """What a reviewer has annotated since a time, by their own hand or by accepting it; imports are not.

    ``after`` is the step up to which this is known already.
    """
    found: set[int] = set()
    last = after
    sql = "SELECT number, name, reviewer_id, at FROM history WHERE number > ? ORDER BY number DESC"
    with closing(database.execute(sql, (after,))) as rows:
        for number, name, author, done in rows:
            if done < at:
                break
            last = max(last, number)
            if author == reviewer_id and name in _ANNOTATING:
                found |= _annotated(database, number)
    return Made(frozenset(found), last)


def count_there(database: sqlite_utils.Database, annotation_ids: Iterable[int]) -> int:
    """How many of some annotations, by row id, are there."""
    ids = json.encode(sorted(annotation_ids)).decode()
    sql = "SELECT count(*) FROM json_each(?) AS given JOIN annotation ON annotation.id = given.value"
    return int(database.execute(sql, (ids,)).fetchone()[0])


def take_back(database: sqlite_utils.Database, step: Step) -> Iterator[tuple[Transaction, bool]]:
    """The transactions that undo a step, newest first, and whether each is known to fit.

    Each must be written before the next is asked for.

    Raises:
        ConflictError: what a part added is no longer there as it was added.
    """
    for number, stored in _parts(database, step, "DESC"):
        part = _decode_part(stored)
        if isinstance(part, Added):
            changes = _unfolded(database, part, step.name)
            _rewrite(database, number, json.encode(changes).decode())
            yield _transaction(step, changes).inverse(), True
        else:
            yield _transaction(step, part).inverse(), False
    own = _own_changes(database, step)
    if own:
        yield _transaction(step, own).inverse(), False


def bring_back(database: sqlite_utils.Database, step: Step) -> Iterator[tuple[Transaction, bool]]:
    """The transactions that redo a step, oldest first; as :func:`take_back`."""
    own = _own_changes(database, step)
    if own:
        yield _transaction(step, own), False
    for number, stored in _parts(database, step, "ASC"):
        changes = _decode_changes(stored)
        _rewrite(database, number, _folded(changes))
        yield _transaction(step, changes), False


def mark(database: sqlite_utils.Database, step: Step, *, undone: bool) -> None:
    """Note that a step has been taken back or brought back."""
    state = "undone" if undone else "done"
    database.execute("UPDATE history SET state = ? WHERE number = ?", (state, step.number))


def problem(stored: str) -> str | None:
    """Why the stored changes of a step or part cannot be read, or ``None`` if they can."""
    try:
        _decode_part(stored)
    except ValueError as error:
        return str(error)
    return None


def _first(
    database: sqlite_utils.Database, where: str, reviewer_id: int, passed_over: Iterable[int]
) -> Step | None:
    passed = set(passed_over)
    sql = f"{_STEP} WHERE reviewer_id = ? AND {where} LIMIT ?"
    rows = database.execute(sql, (reviewer_id, len(passed) + 1)).fetchall()
    return next((_step(row) for row in rows if row[0] not in passed), None)


def _step(row: tuple[int, str, str, int, str, int]) -> Step:
    number, name, subject, reviewer_id, at, undone = row
    return Step(number, name, subject, reviewer_id, at, bool(undone))


def _transaction(step: Step, changes: Changes) -> Transaction:
    return Transaction(step.name, changes, step.reviewer_id, step.at, step.subject)


def _own_changes(database: sqlite_utils.Database, step: Step) -> Changes:
    row = database.execute("SELECT changes FROM history WHERE number = ?", (step.number,)).fetchone()
    return _decode_changes(row[0])


def _annotated(database: sqlite_utils.Database, number: int) -> set[int]:
    """The row ids of the annotations that a step added."""
    sql = (
        "SELECT changes FROM history WHERE number = ?"
        " UNION ALL SELECT changes FROM history_part WHERE step = ?"
    )
    found: set[int] = set()
    for (stored,) in database.execute(sql, (number, number)).fetchall():
        if problem(stored) is not None:
            continue  # the check of the project says so
        part = _decode_part(stored)
        if isinstance(part, Added):
            runs = [range(first, last + 1) for kind, first, last in part.added if kind == Annotation.__name__]
            found.update(*runs)
        else:
            found |= {
                item.after.id for item in part if item.before is None and isinstance(item.after, Annotation)
            }
    return found


def _parts(database: sqlite_utils.Database, step: Step, order: str) -> Iterator[tuple[int, str]]:
    """The numbers and stored changes of a step's parts, read one at a time."""
    sql = f"SELECT number FROM history_part WHERE step = ? ORDER BY number {order}"
    for (number,) in database.execute(sql, (step.number,)).fetchall():
        row = database.execute("SELECT changes FROM history_part WHERE number = ?", (number,)).fetchone()
        yield number, row[0]


def _rewrite(database: sqlite_utils.Database, number: int, stored: str) -> None:
    database.execute("UPDATE history_part SET changes = ? WHERE number = ?", (stored, number))


def _folded(changes: Changes) -> str:
    """Changes as a part keeps them while they are in effect."""
    full = _encode(changes)
    records: list[Any] = [change.after for change in changes if change.before is None]
    if len(records) < len(changes):
        return full.decode()
    runs = [
        (kind.__name__, *run)
        for kind, added in groupby(records, type)
        for run in _runs([item.id for item in added])
    ]
    return json.encode(Added(tuple(runs), sha256(full).hexdigest())).decode()


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """The first and last of each run of numbers that follow one another."""
    if numbers == list(range(numbers[0], numbers[0] + len(numbers))):  # as an import makes them
        return [(numbers[0], numbers[-1])]
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _unfolded(database: sqlite_utils.Database, part: Added, name: str) -> Changes:
    """The changes in full, from the records as they are in their tables now."""
    changes = tuple(
        Change(None, found)
        for kind, first, last in part.added
        for found in table_named(kind).read(database, "WHERE id BETWEEN ? AND ? ORDER BY id", (first, last))
    )
    if sha256(json.encode(changes)).hexdigest() != part.sha256:
        raise conflict(name)
    return changes
