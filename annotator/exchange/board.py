"""The board of a project: read from its file, and written as CSV."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import sqlite_utils

from annotator import lexicon
from annotator.core.errors import UserError, why
from annotator.core.records import Comparison
from annotator.core.schema import LabelSet
from annotator.review.board import Article, Board, Claim, Figure, Reading
from annotator.review.counted import CountedNouns
from annotator.review.tables import Cell
from annotator.store import board as rows
from annotator.store import comparing, queries

Contents = tuple[int, list[Figure], list[Claim]]
"""A layer's row id, its figures, its claims."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@cache
def nouns() -> CountedNouns:
    """The table of counted nouns, compiled once."""
    return CountedNouns(lexicon.broken_plurals())


def reading_of(database: sqlite_utils.Database, label_set: LabelSet) -> Reading:
    """How layers of a project are read, with its entities as they are now."""
    names = {item.id: item.name for item in queries.entities(database)}
    return Reading(label_set, nouns(), names)


def contents(database: sqlite_utils.Database, layer_ids: Iterable[int], reading: Reading) -> list[Contents]:
    """The figures and claims of some layers; of one that is gone, none."""
    wanted = list(layer_ids)
    labels = reading.figure_labels | reading.claim_labels
    found = {
        sheet.layer_id: reading.read(_article(sheet), sheet.annotations, sheet.relations)
        for sheet in rows.sheets(database, wanted, labels, reading.relation_type)
    }
    return [(layer_id, *found.get(layer_id, ([], []))) for layer_id in wanted]


def all_contents(
    database: sqlite_utils.Database,
    reviewer_id: int,
    reading: Reading,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[list[Contents]]:
    """The same for all layers of a reviewer, a few at a time. ``progress`` is told layers read and in all."""
    ids = rows.layer_ids(database, reviewer_id)
    for start in range(0, len(ids), rows.BATCH):
        yield contents(database, ids[start : start + rows.BATCH], reading)
        if progress is not None:
            progress(min(start + rows.BATCH, len(ids)), len(ids))


def load(
    database: sqlite_utils.Database,
    reviewer_id: int,
    label_set: LabelSet,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Board, list[Comparison]]:
    """The board of a reviewer, and what they hold of pairs on it; ``progress`` as above."""
    board = Board()
    for part in all_contents(database, reviewer_id, reading_of(database, label_set), progress):
        for layer in part:
            board.put(*layer)
    return board, comparing.comparisons(database, reviewer_id)


def write_csv(path: Path, table: Iterable[Sequence[Cell]]) -> int:
    """Write a table for spreadsheets, and return how many rows it has under that of the column names.

    Raises:
        UserError: the file cannot be written.
    """
    content, rows = csv_of(table)
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_bytes(content)
        partial.replace(path)  # whole, or as it was
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise UserError(
            "“{file}” cannot be written: {reason}. Choose another place.", file=path, reason=why(error)
        ) from error
    return rows


def csv_of(table: Iterable[Sequence[Cell]]) -> tuple[bytes, int]:
    """A table as CSV: UTF-8 with a byte order mark, so that spreadsheets read Arabic right; and its rows.

    Numbers stay numbers. Text that a spreadsheet would take for a formula gets an apostrophe before it; a
    sign alone, such as the operator ``=``, is none.
    """
    lines, count = io.StringIO(), -1  # the first row has the names of the columns
    writer = csv.writer(lines, lineterminator="\r\n")
    for row in table:
        writer.writerow([_safe(cell) for cell in row])
        count += 1
    return b"\xef\xbb\xbf" + lines.getvalue().encode(), count


def _safe(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    risky = isinstance(cell, str) and len(cell) > 1 and cell.startswith(_FORMULA)
    return f"'{cell}" if risky else cell


def _article(sheet: rows.Sheet) -> Article:
    document = sheet.document
    return Article(
        document_id=document.id,
        uuid=document.uuid,
        name=document.name,
        title=document.title or sheet.opening or document.name,
        source=document.source,
        published=document.published,
        position=document.position,
    )
