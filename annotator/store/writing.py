"""Writing a transaction's changes as rows, each checked against what is there."""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import Any

import sqlite_utils

from annotator.core.change import Change, Transaction
from annotator.core.records import Annotation, Document, Layer, Prediction, Record, Zone
from annotator.store import queries, search_index
from annotator.store.failures import conflict
from annotator.store.tables import table_of


def _misquoted(records: Iterable[Any], text: str) -> list[Any]:
    return [record for record in records if text[record.start : record.end] != record.quote]


_MISFITS: dict[type[Record], Callable[[Iterable[Any], str], list[Any]]] = {
    Document: lambda records, text: [record for record in records if record.length != len(text)],
    Annotation: _misquoted,
    Zone: lambda records, text: [record for record in records if record.end > len(text)],
    Prediction: _misquoted,
}
"""Those of some records that do not fit their text."""

_OWNERS: dict[type[Record], Callable[[Any], Any]] = {
    Document: attrgetter("text_sha256"),
    Annotation: attrgetter("layer_id"),
    Zone: attrgetter("layer_id"),
    Prediction: attrgetter("document_id"),
}
"""What says whose text it is."""

Unindexed = tuple[tuple[int, str], ...]
"""Numbers and contents of texts."""

_MOST_UNINDEXED = 100_000
"""Code points of texts that are kept in memory for the search index."""


class Writer:
    """Writes changes within the caller's transaction. Remembers the last text, to prove quotes quickly."""

    def __init__(self, database: sqlite_utils.Database) -> None:
        self._database = database
        self.forget()

    def forget(self, unindexed: Unindexed = ()) -> None:
        """Forget what is remembered: after a rollback it may not be in the file.

        ``unindexed`` are the texts that are in the file still, and not in the search index.
        """
        self._unindexed = list(unindexed)
        self._unindexed_length = sum(len(text) for _number, text in unindexed)
        self._layer_id = 0
        self._text_sha256 = ""
        self._content = ""

    def unindexed(self) -> Unindexed:
        """The texts that are in the file and not yet in the search index."""
        return tuple(self._unindexed)

    def write_text(self, text: str) -> None:
        """Keep a text under its hash, and what the search index says of it; harmless if it is there."""
        data = text.encode()
        self._text_sha256, self._content = sha256(data).hexdigest(), text
        self._layer_id = 0
        sql = "INSERT OR IGNORE INTO text (sha256, content) VALUES (?, ?)"
        added = self._database.execute(sql, (self._text_sha256, text))
        if added.rowcount:
            self._unindexed.append((added.lastrowid or 0, text))
            self._unindexed_length += len(text)
            if self._unindexed_length >= _MOST_UNINDEXED:
                self.index_texts()

    def index_texts(self) -> None:
        """Bring new texts into the search index; before every commit.

        Many at a time: FTS5 writes what it has gathered whenever another statement could be rolled back.
        """
        for number, text in self._unindexed:
            search_index.add(self._database, number, text)
        self._unindexed.clear()
        self._unindexed_length = 0

    def write(self, transaction: Transaction, *, fits: bool = False) -> None:
        """Write all changes. ``fits``: what is to be removed is known to be there as it should be.

        Raises:
            ConflictError: a record to replace or remove is no longer as the transaction knows it, or the
                layer it writes in is gone.
            UserError: a text is damaged.
            ValueError: an annotation's quote is not what its document's text has there: a bug.
        """
        new = [change.after for change in transaction.changes if change.before is None]
        if len(new) == len(transaction.changes):
            self._add(new, transaction.name)
            return
        groups = [(shape, tuple(group)) for shape, group in groupby(transaction.changes, _kind_and_direction)]
        for (kind, added, removed), changes in groups:
            if added:
                self._insert(kind, [change.after for change in changes])
            elif removed and fits:
                self._remove(kind, changes)
            else:
                for change in changes:
                    self._replace_or_remove(kind, change, transaction.name)
        for (kind, _added, removed), changes in groups:
            if not removed:
                self._prove(kind, [change.after for change in changes], transaction.name)

    def _add(self, records: list[Any], name: str) -> None:
        """Write records that are added, as those of an import are: no more is done for each than must be."""
        groups = [(kind, list(group)) for kind, group in groupby(records, type)]
        for kind, added in groups:
            self._insert(kind, added)
        self._note_layer(groups)
        for kind, added in groups:
            self._prove(kind, added, name)

    def _note_layer(self, groups: list[tuple[type[Record], list[Any]]]) -> None:
        """Know a layer that has come with the document of the text in hand, without asking the file."""
        owners: set[int] = set()
        for kind, added in groups:
            if kind is Document:
                owners.update(item.id for item in added if item.text_sha256 == self._text_sha256)
            elif kind is Layer:
                self._layer_id = next(
                    (item.id for item in added if item.document_id in owners), self._layer_id
                )

    def _insert(self, kind: type[Record], records: Sequence[Any]) -> None:
        table = table_of(kind)
        self._database.conn.executemany(table.insert, table.to_rows(records))

    def _remove(self, kind: type[Record], changes: tuple[Change, ...]) -> None:
        self._database.conn.executemany(table_of(kind).delete, ((change.record.id,) for change in changes))

    def _replace_or_remove(self, kind: type[Record], change: Change, name: str) -> None:
        table = table_of(kind)
        row_id = change.record.id
        if table.get(self._database, row_id) != change.before:
            raise conflict(name)
        if change.after is None:
            self._database.execute(table.delete, (row_id,))
        else:
            self._database.execute(table.update, (*table.to_row(change.after), row_id))

    def _prove(self, kind: type[Record], records: Iterable[Any], name: str) -> None:
        """Check that what now stands fits its text."""
        misfits, owner_of = _MISFITS.get(kind), _OWNERS.get(kind)
        if misfits is None or owner_of is None:
            return
        for owner, owned in groupby(records, owner_of):
            if kind is Document:
                text = self._text(owner)
            elif kind is Prediction:
                text = self._text_of_document(owner, name)
            else:
                text = self._text_of(owner, name)
            for record in misfits(owned, text):
                raise ValueError(f"{kind.__name__.lower()} {record.id} does not fit its text")

    def _text_of(self, layer_id: int, name: str) -> str:
        if layer_id != self._layer_id:
            row = self._database.execute(
                "SELECT document.text_sha256 FROM layer JOIN document ON document.id = layer.document_id"
                " WHERE layer.id = ?",
                (layer_id,),
            ).fetchone()
            if row is None:
                raise conflict(name)
            self._text(row[0])
            self._layer_id = layer_id
        return self._content

    def _text_of_document(self, document_id: int, name: str) -> str:
        found = queries.document(self._database, document_id)
        if found is None:
            raise conflict(name)
        return self._text(found.text_sha256)

    def _text(self, text_sha256: str) -> str:
        if text_sha256 != self._text_sha256:
            self._content = queries.text(self._database, text_sha256)
            self._text_sha256, self._layer_id = text_sha256, 0
        return self._content


def _kind_and_direction(change: Change) -> tuple[type[Record], bool, bool]:
    return type(change.record), change.before is None, change.after is None
