"""Rows of text files whose columns are separated by a sign: CSV, as Excel and others write it, and TSV."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Final

from annotator.core.errors import Phrase, UserError, place_in, why
from annotator.formats.article import read_bytes, told_encoding
from annotator.formats.article_file import MAX_TEXT_BYTES, document_name

DELIMITERS: Final = {
    "comma": (",", Phrase("Comma")),
    "semicolon": (";", Phrase("Semicolon")),
    "tab": ("\t", Phrase("Tab")),
    "bar": ("|", Phrase("Vertical bar")),
}
"""The signs that separate columns, by what the option calls them."""

_HEAD: Final = 1024 * 1024
"""How much of a file tells its encoding."""

_SAMPLE: Final = 64 * 1024
_SAMPLE_ROWS: Final = 50
_MAX_COLUMNS: Final = 16_384


def separated_rows(
    path: Path, encoding: str | None, delimiter: str
) -> tuple[Iterator[tuple[int, Sequence[str]]], str]:
    """The rows with their numbers, read as they are asked for, and the file's encoding.

    Raises:
        UnclearEncodingError: the encoding was not given and cannot be told for certain.
        UserError: the file cannot be read, or is no text.
    """
    name = document_name(path)
    head = _head(path)
    encoding = told_encoding(name, head, encoding)
    sample = head[:_SAMPLE].decode(encoding, errors="ignore")
    told, skipped = _told(sample)
    sign = delimiter or told or _sniffed(sample, path.suffix.lower())
    return _rows(path, encoding, sign, skipped), encoding


def _rows(path: Path, encoding: str, delimiter: str, skipped: int) -> Iterator[tuple[int, Sequence[str]]]:
    name = document_name(path)
    csv.field_size_limit(MAX_TEXT_BYTES)
    number = 0
    try:
        with path.open(encoding=encoding, newline="") as file:
            for number, row in enumerate(csv.reader(file, delimiter=delimiter), 1):
                if len(row) > _MAX_COLUMNS:
                    raise UserError(
                        "{place}: there are more than {limit} columns.",
                        place=_row(name, number),
                        limit=_MAX_COLUMNS,
                    )
                if number > skipped:
                    yield number, row
    except UnicodeDecodeError as error:
        raise UserError(
            "{place} is not {encoding}; say which encoding it is in.",
            place=_row(name, number + 1),
            encoding=encoding,
        ) from error
    except csv.Error as error:
        place = _row(name, number + 1)
        raise UserError("{place} is no row of a table: {reason}.", place=place, reason=error) from error
    except OSError as error:
        raise UserError("{file} cannot be read: {reason}.", file=name, reason=why(error)) from error


def _row(file: str, number: int) -> str:
    return place_in(file, Phrase("row {number}", number=number))


def _head(path: Path) -> bytes:
    """The file, or of a long one its beginning, up to a line's end."""
    data = read_bytes(path, _HEAD)
    if len(data) <= _HEAD:
        return data
    if b"\0" in data[:_SAMPLE]:
        return data[:_HEAD]  # a whole number of units in any encoding
    return data[: data.rfind(b"\n", 0, _HEAD) + 1] or data[:_HEAD]


def _told(sample: str) -> tuple[str, int]:
    """The sign a first line ``sep=;`` names, as Excel has it, and how many lines to pass over."""
    line = sample.split("\n", 1)[0].strip("\r\n")
    if line.lower().startswith("sep=") and len(line) == len("sep=;"):
        return line[-1], 1
    return "", 0


def _sniffed(sample: str, suffix: str) -> str:
    """The sign that divides the most rows into the same number of columns, above one."""
    signs = [sign for sign, _ in DELIMITERS.values()]
    if suffix in (".tsv", ".tab"):
        signs.insert(0, "\t")
    scores = [_evenness(sample, sign) for sign in signs]
    return signs[scores.index(max(scores))]


def _evenness(sample: str, sign: str) -> tuple[float, int]:
    try:
        rows = [
            row
            for row, _ in zip(
                csv.reader(StringIO(sample, newline=""), delimiter=sign), range(_SAMPLE_ROWS), strict=False
            )
        ]
    except csv.Error:
        return 0.0, 0
    widths = [len(row) for row in rows if row][: max(1, len(rows) - 1)]  # the last may be cut off
    usual = max(set(widths), key=widths.count, default=0)
    return (widths.count(usual) / len(widths), usual) if usual > 1 else (0.0, 0)
