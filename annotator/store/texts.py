"""Reading the texts of documents one after another, beside the window that writes the project.

No statement is left unread while the caller works: that would hold up the next tag.
"""

from collections.abc import Collection, Iterator

import msgspec
import sqlite_utils

from annotator.store import queries

_BATCH = 64
_FEW = 500
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
    sql = (
        "SELECT document.id, text_sha256 FROM text JOIN document ON text_sha256 = sha256"
        " WHERE number IN (SELECT value FROM json_each(?)) ORDER BY position, document.id"
    )
    rows = database.execute(sql, (msgspec.json.encode(sorted(numbers)).decode(),)).fetchall()
    for start in range(0, len(rows), _BATCH):
        yield rows[start : start + _BATCH]


def document_texts(database: sqlite_utils.Database) -> Iterator[tuple[int, str]]:
    """The row id and the text of every document, in the order of the list.

    Raises:
        UserError: a text is missing or damaged.
    """
    for batch in documents_in_order(database):
        for document_id, text_sha256 in batch:
            yield document_id, queries.text(database, text_sha256)
