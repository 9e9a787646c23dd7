"""Reading the texts of documents one after another, beside the window that writes the project.

No statement is left unread while the caller works: that would hold up the next tag.
"""

import sys
from collections.abc import Collection, Iterable, Iterator

import msgspec
import sqlite_utils
from msgspec import Struct

from annotator.store import queries, search_index

_BATCH = 64
_MOST = 4096
_FEW = 1000
"""Texts that are looked up one by one; with more it is quicker to go through all documents."""


def documents_in_order(
    database: sqlite_utils.Database, numbers: Collection[int] | None = None
) -> Iterator[list[tuple[int, str]]]:
    """The row id of every document, and the hash of its text, in the order of the list; some at a time.

    With ``numbers``: of those alone whose texts have these row ids.
    """
    if numbers is not None and len(numbers) <= _FEW:
        yield from _documents_of(database, numbers)
        return
    sql = (
        "SELECT position, document.id, text_sha256, number FROM document JOIN text ON sha256 = text_sha256"
        " WHERE (position, document.id) > (?, ?) ORDER BY position, document.id LIMIT ?"
    )
    last = (-(1 << 63), 0)
    while rows := database.execute(sql, (*last, _BATCH)).fetchall():
        yield [
            (row_id, text_sha256)
            for _position, row_id, text_sha256, number in rows
            if numbers is None or number in numbers
        ]
        last = rows[-1][:2]


def _documents_of(
    database: sqlite_utils.Database, numbers: Collection[int]
) -> Iterator[list[tuple[int, str]]]:
    rows = [(row_id, text_sha256) for row_id, _number, text_sha256 in _rows_of(database, numbers)]
    for start in range(0, len(rows), _BATCH):
        yield rows[start : start + _BATCH]


class Batch(Struct, frozen=True):
    """Some documents that follow one another, and how many of the list are done with them."""

    documents: list[tuple[int, int, str]]
    """The row id, the number of the text and its hash of each that may hold what was asked for."""
    passed: int


def count_and_batches(
    database: sqlite_utils.Database, asked: str | None, *, late: bool
) -> tuple[int, Iterator[Batch]]:
    """How many documents are to be gone through, and those that the search index names, in order.

    ``None`` asks nothing and names all. ``late``: go through the first few without asking.
    """
    if asked is None or late:
        return queries.document_count(database), _batches(database, asked, None, late=late)
    first = search_index.matching(database, asked, limit=_FEW + 1)
    if first is None or len(first) > _FEW:
        return queries.document_count(database), _batches(database, asked, first, late=False)
    rows = _rows_of(database, first)
    return len(rows), iter((Batch(rows, len(rows)),))


def _batches(
    database: sqlite_utils.Database, asked: str | None, first: list[int] | None, *, late: bool
) -> Iterator[Batch]:
    named = _Named(database, asked, first or [])
    sql = (
        "SELECT document.id, number, text_sha256, position FROM document JOIN text ON sha256 = text_sha256"
        " WHERE (position, document.id) > (?, ?) ORDER BY position, document.id LIMIT ?"
    )
    place, passed, size = (-(1 << 63), 0), 0, _BATCH
    while rows := database.execute(sql, (*place, size)).fetchall():
        passed += len(rows)
        place = rows[-1][3], rows[-1][0]
        yield Batch([row[:3] for row in rows if late or row[1] in named], passed)
        late, size = False, min(4 * size, _MOST)


class _Named:
    """The texts that the index names: first some of them, all when one beyond these is asked for."""

    def __init__(self, database: sqlite_utils.Database, asked: str | None, first: list[int]) -> None:
        self._database = database
        self._asked = asked
        self._numbers = set(first)
        self._known_to = first[-1] if first else 0
        self._any_may = asked is None

    def __contains__(self, number: int) -> bool:
        if number > self._known_to and not self._any_may:
            self._ask()
        return self._any_may or number in self._numbers

    def _ask(self) -> None:
        rest = search_index.matching(self._database, self._asked or "", after=self._known_to)
        self._any_may = rest is None
        self._numbers.update(rest or ())
        self._known_to = sys.maxsize


def _rows_of(database: sqlite_utils.Database, numbers: Collection[int]) -> list[tuple[int, int, str]]:
    sql = (
        "SELECT document.id, number, text_sha256 FROM text JOIN document ON text_sha256 = sha256"
        " WHERE number IN (SELECT value FROM json_each(?)) ORDER BY position, document.id"
    )
    return database.execute(sql, (_json(sorted(numbers)),)).fetchall()


def contents(database: sqlite_utils.Database, numbers: Iterable[int]) -> dict[int, bytes]:
    """The texts with these numbers as they are kept, UTF-8, not proved; a missing one is left out."""
    sql = "SELECT number, CAST(content AS BLOB) FROM text WHERE number IN (SELECT value FROM json_each(?))"
    return dict(database.execute(sql, (_json(list(numbers)),)).fetchall())


def _json(numbers: list[int]) -> str:
    return msgspec.json.encode(numbers).decode()


def document_texts(database: sqlite_utils.Database) -> Iterator[tuple[int, str]]:
    """The row id and the text of every document, in the order of the list.

    Raises:
        UserError: a text is missing or damaged.
    """
    for batch in documents_in_order(database):
        for document_id, text_sha256 in batch:
            yield document_id, queries.text(database, text_sha256)


def one_document(database: sqlite_utils.Database, document_id: int) -> list[tuple[int, int, str]]:
    """The row id of a document, the number of its text and its hash; nothing if there is no such document."""
    sql = (
        "SELECT document.id, number, text_sha256 FROM document JOIN text ON text_sha256 = sha256"
        " WHERE document.id = ?"
    )
    return database.execute(sql, (document_id,)).fetchall()
