"""Reading the texts of documents one after another, beside the window that writes the project.

No statement is left unread while the caller works: that would hold up the next tag.
"""

from collections.abc import Iterator

import sqlite_utils

from annotator.store import queries

_BATCH = 64


def documents_in_order(database: sqlite_utils.Database) -> Iterator[list[tuple[int, str]]]:
    """The row id of every document, and the hash of its text, in the order of the list; some at a time."""
    sql = (
        "SELECT position, id, text_sha256 FROM document WHERE (position, id) > (?, ?)"
        " ORDER BY position, id LIMIT ?"
    )
    last = (-(1 << 63), 0)
    while rows := database.execute(sql, (*last, _BATCH)).fetchall():
        yield [(row_id, text_sha256) for _position, row_id, text_sha256 in rows]
        last = rows[-1][:2]


def document_texts(database: sqlite_utils.Database) -> Iterator[tuple[int, str]]:
    """The row id and the text of every document, in the order of the list.

    Raises:
        UserError: a text is missing or damaged.
    """
    for batch in documents_in_order(database):
        for document_id, text_sha256 in batch:
            yield document_id, queries.text(database, text_sha256)
