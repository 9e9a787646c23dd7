"""Writing a transaction's changes as rows, each checked against what is there."""

from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby

import sqlite_utils

from annotator.core.change import Change, Transaction
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Record, Zone
from annotator.store.tables import table_of

_CONFLICT = (
    "“{name}” cannot be done: what it changes has been changed since. Open the document again and look."
)


class Writer:
    """Writes changes within the caller's transaction. Remembers the last text, to prove quotes quickly."""

    def __init__(self, database: sqlite_utils.Database) -> None:
        self._database = database
        self._layer_id: int | None = None
        self._text = ""

    def forget(self) -> None:
        """Forget the remembered text: its layer may not exist any more."""
        self._layer_id = None

    def write_text(self, text: str) -> None:
        """Keep a text under its hash; harmless if it is there."""
        data = text.encode()
        self._database.execute("INSERT OR IGNORE INTO text VALUES (?, ?)", (sha256(data).hexdigest(), text))

    def write(self, transaction: Transaction) -> None:
        """Write all changes.

        Raises:
            UserError: a record to replace or remove is no longer as the transaction knows it.
            ValueError: an annotation's quote is not what its document's text has there: a bug.
        """
        for (kind, adds), group in groupby(transaction.changes, _kind_and_whether_added):
            if adds:
                self._add(kind, group)
            else:
                for change in group:
                    self._replace_or_remove(kind, change, transaction.name)
        self._prove(transaction)

    def _add(self, kind: type[Record], changes: Iterator[Change]) -> None:
        table = table_of(kind)
        self._database.conn.executemany(table.insert, [table.to_row(change.record) for change in changes])

    def _replace_or_remove(self, kind: type[Record], change: Change, name: str) -> None:
        table = table_of(kind)
        row_id = change.record.id
        if table.get(self._database, row_id) != change.before:
            raise UserError(_CONFLICT, name=name)
        if change.after is None:
            self._database.execute(table.delete, (row_id,))
        else:
            self._database.execute(table.update, (*table.to_row(change.after), row_id))

    def _prove(self, transaction: Transaction) -> None:
        """Check ``text[start:end] == quote`` for all that now stands, and that zones lie inside the text."""
        for change in transaction.changes:
            record = change.after
            if isinstance(record, Annotation):
                if record.span.quote(self._text_of(record.layer_id)) != record.quote:
                    raise ValueError(f"annotation {record.id} quotes another text than its span covers")
            elif isinstance(record, Zone) and record.end > len(self._text_of(record.layer_id)):
                raise ValueError(f"zone {record.id} ends after its text")

    def _text_of(self, layer_id: int) -> str:
        if layer_id != self._layer_id:
            row = self._database.execute(
                "SELECT text.content FROM layer JOIN document ON document.id = layer.document_id"
                " JOIN text ON text.sha256 = document.text_sha256 WHERE layer.id = ?",
                (layer_id,),
            ).fetchone()
            if row is None:
                raise ValueError(f"layer {layer_id} has no text")
            self._layer_id, self._text = layer_id, row[0]
        return self._text


def _kind_and_whether_added(change: Change) -> tuple[type[Record], bool]:
    return type(change.record), change.before is None
