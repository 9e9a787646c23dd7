"""A table with an article in each row: CSV, TSV, or a sheet of an Excel workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Final, NamedTuple

from annotator.core.errors import Phrase, UserError, place_in
from annotator.formats import columns as choosing
from annotator.formats.article_file import About, article_bundle, document_name
from annotator.formats.bundle import Bundle
from annotator.formats.columns import Column, Roles
from annotator.formats.format import Format, Reading
from annotator.formats.losing import Loss
from annotator.formats.options import Options, option
from annotator.formats.table.separated import DELIMITERS, separated_rows
from annotator.formats.table.workbook import workbook_rows
from annotator.formats.word import OLD_OFFICE

_BOOKS: Final = (".xlsx", ".xlsm")
_LOOKED_AT: Final = 20
_EXPLAINED = Phrase("Its heading or number; empty to let Sanad propose one, - for none.")


@dataclass(frozen=True)
class SheetReading(Options):
    """What may be chosen about a table."""

    text: str = option("", Phrase("Column of the text"), explanation=_EXPLAINED)
    title: str = option("", Phrase("Column of the title"), explanation=_EXPLAINED)
    source: str = option("", Phrase("Column of the source"), explanation=_EXPLAINED)
    date: str = option("", Phrase("Column of the date"), explanation=_EXPLAINED)
    id: str = option("", Phrase("Column of the id or name"), explanation=_EXPLAINED)
    heading: str = option(
        "auto",
        Phrase("The first row holds headings"),
        {"auto": Phrase("Find out"), "yes": Phrase("Yes"), "no": Phrase("No")},
    )
    delimiter: str = option(
        "auto",
        Phrase("Columns are separated by"),
        {"auto": Phrase("Find out"), **{name: phrase for name, (_sign, phrase) in DELIMITERS.items()}},
    )
    sheet: str = option("", Phrase("Sheet"), explanation=Phrase("Its name or number; empty for the first."))


class EmptySheetError(UserError):
    """The sheet of a workbook holds no rows; another one may."""

    def __init__(self, file: str) -> None:
        super().__init__("{file} holds no rows.", file=file)


class _Table(NamedTuple):
    columns: tuple[Column, ...]
    rows: Iterator[tuple[int, Sequence[str]]]
    """Each with its number, from 1, as a spreadsheet counts."""
    encoding: str


def read(path: Path, reading: Reading[SheetReading]) -> Iterator[Bundle]:
    """An article for each row; a row whose text is empty is a fault, an empty row is passed over.

    Raises:
        UnclearEncodingError: the encoding was not given and cannot be told for certain.
        UserError: the file is no table that can be read, or lacks a column.
    """
    options, name = reading.options, document_name(path)
    table = _table(path, options, reading.encoding)
    given = {role: str(getattr(options, role)).strip() for role in Roles._fields}
    roles = choosing.chosen(name, table.columns, given, lambda written: _find(table.columns, written))
    places = {role: _place(table.columns, column) for role, column in roles._asdict().items()}
    share = max(1, path.stat().st_size)
    for number, row in table.rows:
        if not any(cell.strip() for cell in row):
            continue
        values = {role: row[place] if 0 <= place < len(row) else "" for role, place in places.items()}
        try:
            yield _article(path, number, values, table.encoding, min(share, len("".join(row)) * 2))
        except UserError as error:
            reading.fault(error)


def columns(
    path: Path,
    encoding: str | None = None,
    options: SheetReading = SheetReading(),
) -> tuple[Column, ...]:
    """The columns of a table, each with what its first row holds.

    Raises:
        UnclearEncodingError: the encoding was not given and cannot be told for certain.
        UserError: the file is no table that can be read.
    """
    return _table(path, options, encoding).columns


def _article(path: Path, number: int, values: dict[str, str], encoding: str, size: int) -> Bundle:
    name = document_name(path)
    uuid, given = choosing.identity(values["id"].strip())
    return article_bundle(
        path,
        values["text"],
        place=place_in(name, Phrase("row {number}", number=number)),
        name=given or f"{name}:{number}",
        uuid=uuid,
        about=About(values["title"], values["source"], choosing.published(values["date"])),
        encoding=encoding,
        size=size,
    )


def _table(path: Path, options: SheetReading, encoding: str | None) -> _Table:
    name, is_book = document_name(path), _is_book(path)
    if is_book:
        rows, found = workbook_rows(path, options.sheet.strip()), "utf-8"
    else:
        sign = DELIMITERS[options.delimiter][0] if options.delimiter in DELIMITERS else ""
        rows, found = separated_rows(path, encoding, sign)
    first = list(islice(rows, _LOOKED_AT))
    start = next(
        (index for index, (_, row) in enumerate(first) if any(cell.strip() for cell in row)), len(first)
    )
    first = first[start:]
    if not first:
        raise EmptySheetError(name) if is_book else UserError("{file} holds no rows.", file=name)
    headed = options.heading == "yes" or (
        options.heading == "auto" and _has_heading([row for _, row in first])
    )
    heading = first.pop(0)[1] if headed else ()
    width = max(len(heading), *(len(row) for _, row in first)) if first else len(heading)
    return _Table(_columns(heading, [row for _, row in first], width), chain(first, rows), found)


def _has_heading(rows: list[Sequence[str]]) -> bool:
    """Whether the first row names what stands below it."""
    first = [cell.strip() for cell in rows[0]]
    if any(map(choosing.is_known, first)):
        return True
    if len(rows) < 2 or not all(first) or len(set(first)) < len(first):
        return False
    return max(map(len, first)) * 3 < max((len(cell) for row in rows[1:] for cell in row), default=0)


def _columns(heading: Sequence[str], rows: list[Sequence[str]], width: int) -> tuple[Column, ...]:
    """The columns; one without a heading is called by its number."""
    given = [cell.strip() for cell in heading]
    examples = [
        next((row[index] for row in rows if index < len(row) and row[index].strip()), "")
        for index in range(width)
    ]
    names: dict[str, None] = {}
    for index in range(width):
        name = given[index] if index < len(given) else ""
        names[name if name and name not in names else str(index + 1)] = None
    return tuple(Column(name, choosing.example(text)) for name, text in zip(names, examples, strict=False))


def _find(columns: Sequence[Column], written: str) -> str:
    """The column of a name, or of a number from 1."""
    names = [column.name for column in columns]
    same = [name for name in names if name.casefold() == written.casefold()]
    if same:
        return same[0]
    number = int(written) if written.isdecimal() and len(written) < 6 else 0
    return names[number - 1] if 0 < number <= len(names) else ""


def _place(columns: Sequence[Column], name: str) -> int:
    return next((index for index, column in enumerate(columns) if column.name == name), -1)


def _is_book(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(8)
    except OSError:
        return False  # whose reader says what is wrong
    if head.startswith(OLD_OFFICE):
        raise UserError(
            "{file} is an old Excel workbook, or locked with a password; save it as .xlsx, unlocked.",
            file=document_name(path),
        )
    return head.startswith(b"PK") or path.suffix.lower() in _BOOKS


def _claims(path: Path, head: bytes) -> bool:
    suffix = path.suffix.lower()
    if head.startswith((b"PK", OLD_OFFICE)):
        return suffix in (*_BOOKS, ".xls")
    return suffix in (".csv", ".tsv", ".tab")


SHEET = Format(
    name="table",
    title=Phrase("Table of articles (CSV, TSV, Excel)"),
    suffixes=(".csv", ".tsv", ".tab", *_BOOKS),
    claims=_claims,
    read=read,
    reading=SheetReading,
    articles_only=True,
    loses=frozenset(Loss) - {Loss.TEXT, Loss.NAME, Loss.FILE, Loss.METADATA, Loss.DOCUMENT_ID},
)
