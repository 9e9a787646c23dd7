"""Rows of a sheet of an Excel workbook, read as they are asked for; of formulas the values last shown."""

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, Final

from annotator.core.errors import UserError
from annotator.formats import markup, zipped
from annotator.formats.article_file import document_name
from annotator.formats.columns import written

_MAX_ROWS: Final = 1_048_576
_MAX_CELLS: Final = 20_000_000
_MAX_BOOK_BYTES: Final = 512 * 1024 * 1024


def workbook_rows(path: Path, sheet: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows with their numbers. ``sheet``: a name, a number from 1, or empty for the first with rows.

    Raises:
        UserError: the file is no workbook that can be read, or lacks the sheet.
    """
    name = document_name(path)
    try:
        with TemporaryFile() as packed:
            _copy_checked(path, packed)
            yield from _rows(packed, sheet, name)
    except UserError:
        raise
    except Exception as error:  # openpyxl takes much for granted
        raise UserError("{file} is no Excel workbook that can be read.", file=name) from error


def _rows(packed: IO[bytes], sheet: str, name: str) -> Iterator[tuple[int, Sequence[str]]]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it leaves aside, nothing is text
        book = load_workbook(packed, read_only=True, data_only=True, keep_links=False)
    found = _sheet(book, sheet, name)
    found.reset_dimensions()  # what a file says of its size is a claim
    cells = 0
    for number, row in enumerate(islice(found.iter_rows(values_only=True), _MAX_ROWS), 1):
        cells += len(row)
        if cells > _MAX_CELLS:
            raise UserError("{file} has more than {limit} cells.", file=name, limit=_MAX_CELLS)
        if any(cell is not None for cell in row):
            yield number, [written(cell) for cell in row]


def _sheet(book: Any, wanted: str, name: str) -> Any:  # noqa: ANN401  # openpyxl's types are private
    sheets = book.worksheets
    names = [item.title for item in sheets]
    if not wanted and sheets:
        return sheets[0]
    if wanted in names:
        return sheets[names.index(wanted)]
    number = int(wanted) if wanted.isdecimal() and len(wanted) < 4 else 0
    if 0 < number <= len(sheets):
        return sheets[number - 1]
    raise UserError(
        "{file} has no sheet “{name}”; there are: {known}.", file=name, name=wanted, known=", ".join(names)
    )


def _copy_checked(path: Path, packed: IO[bytes]) -> None:
    """Copy the workbook's parts that are XML, each proved to be harmless, for openpyxl sets no limits."""
    total = 0
    with zipped.opened(path) as archive, zipfile.ZipFile(packed, "w") as copy:
        for member in archive.members:
            if not member.endswith((".xml", ".rels")):
                continue
            data = archive.read(member, _MAX_BOOK_BYTES)
            total += len(data)
            if total > _MAX_BOOK_BYTES:
                limit = _MAX_BOOK_BYTES // 2**20
                raise UserError("{file} unpacks to more than {limit} MB.", file=archive.name, limit=limit)
            for _ in markup.parts(io.BytesIO(data), f"{archive.name}, {member}", ()):
                pass  # all there is to know is that it can be parsed
            copy.writestr(member, data)
    packed.seek(0)
