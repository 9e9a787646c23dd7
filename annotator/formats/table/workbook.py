"""Rows of a sheet of an Excel workbook, read as they are asked for; of formulas the values last shown.

A sheet and the texts its cells share may be larger than memory, so both are parsed as they are read. How the
workbook hangs together, and what a cell says, is left to openpyxl.
"""

import io
import warnings
import zipfile
from array import array
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, Final, cast
from xml.etree.ElementTree import Element, tostring

from annotator.core.errors import Phrase, UserError, place_in
from annotator.formats import markup, zipped
from annotator.formats.article_file import document_name
from annotator.formats.columns import written

_MAX_ROWS: Final = 1_048_576
_MAX_COLUMNS: Final = 16_384
_MAX_CELLS: Final = 20_000_000
_MAX_PART_BYTES: Final = 16 * 1024 * 1024
"""Of one row or one text: parsed, it takes ten to forty times as much."""
_LARGE: Final = ("worksheet", "sst", "pivotCacheRecords")
"""The roots of parts that grow with what is in the workbook."""


def workbook_rows(path: Path, sheet: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows with their numbers. ``sheet``: a name, a number from 1, or empty for the first.

    Raises:
        UserError: the file is no workbook that can be read, or lacks the sheet.
    """
    name = document_name(path)
    try:
        with zipped.opened(path) as archive:
            yield from _rows(archive, sheet, name)
    except UserError:
        raise
    except Exception as error:  # openpyxl takes much for granted
        raise UserError("{file} is no Excel workbook that can be read.", file=name) from error


def _rows(archive: zipped.Archive, sheet: str, name: str) -> Iterator[tuple[int, Sequence[str]]]:
    from openpyxl.worksheet._reader import ROW_TAG
    from openpyxl.xml.constants import SHARED_STRINGS

    reader = _reader(archive)
    book = reader.wb
    found = _sheet(book, sheet, name)
    shared = reader.package.find(SHARED_STRINGS)
    cells = 0
    with _SharedTexts(archive, shared.PartName[1:] if shared else "") as texts:
        parser = _cell_reader(book, texts)
        for element in _elements(archive, found._worksheet_path, "row"):  # noqa: SLF001  # it has no other
            if element.tag != ROW_TAG:
                continue  # the place of a drawing has rows too
            if len(element) > _MAX_COLUMNS:
                raise UserError(
                    "{place}: there are more than {limit} columns.",
                    place=place_in(name, Phrase("row {number}", number=element.get("r", "?"))),
                    limit=_MAX_COLUMNS,
                )
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # a date beyond all dates
                number, row = parser.parse_row(element)
            parser.row_dimensions.clear()
            cells += (width := max((_column(cell) for cell in row), default=0))
            if cells > _MAX_CELLS:
                raise UserError("{file} has more than {limit} cells.", file=name, limit=_MAX_CELLS)
            if 0 < number <= _MAX_ROWS and any(cell["value"] is not None for cell in row):
                yield number, _filled(row, width)


def _cell_reader(book: Any, texts: "_SharedTexts") -> Any:  # noqa: ANN401  # openpyxl's types are private
    """What makes values of the cells of a row that it is given."""
    from openpyxl.worksheet._reader import WorkSheetParser

    nothing: Any = None
    return WorkSheetParser(
        nothing,
        texts,
        data_only=True,
        epoch=book.epoch,
        date_formats=book._date_formats,  # noqa: SLF001  # which numbers are dates is told nowhere else
        timedelta_formats=book._timedelta_formats,  # noqa: SLF001  # the same
    )


def _column(cell: dict[str, Any]) -> int:
    """The number of a cell's column, from 1."""
    return int(cell["column"])


def _filled(row: Sequence[dict[str, Any]], width: int) -> list[str]:
    """The cells as text, with those between that a file leaves out."""
    texts = [""] * width
    for cell in row:
        texts[_column(cell) - 1] = written(cell["value"])
    return texts


class _SharedTexts:
    """The texts that cells share, read as far as they are asked for, and kept in a temporary file."""

    def __init__(self, archive: zipped.Archive, member: str) -> None:
        self._file = TemporaryFile()  # noqa: SIM115  # closed when this is left
        self._ends = array("Q", [0])
        self._texts = self._parsed(archive, member)

    def __enter__(self) -> "_SharedTexts":
        """To be left when no cell is read any more."""
        return self

    def __exit__(self, *_why: object) -> None:
        """Let go of the file, and of the archive, which what is raised would keep open."""
        self._texts.close()
        self._file.close()

    def __getitem__(self, index: int) -> str:
        """The text of a number, from 0; IndexError if there is none."""
        if index < 0:
            raise IndexError(index)
        while len(self._ends) <= index + 1:
            self._keep(next(self._texts, None), index)
        start, end = self._ends[index], self._ends[index + 1]
        self._file.seek(start)
        return self._file.read(end - start).decode()

    def _keep(self, text: str | None, index: int) -> None:
        if text is None:
            raise IndexError(index)
        self._file.seek(self._ends[-1])
        self._ends.append(self._ends[-1] + self._file.write(text.encode()))

    @staticmethod
    def _parsed(archive: zipped.Archive, member: str) -> Generator[str, None, None]:
        from openpyxl.cell.text import Text

        if not member:
            return
        text: Any = Text
        for element in _elements(archive, member, "si"):
            yield text.from_tree(element).content.replace("x005F_", "")


def _elements(archive: zipped.Archive, member: str, wanted: str) -> Iterator[Element]:
    """The parts of a member with a local name, each whole."""
    name = f"{archive.name}, {member}"
    with archive.stream(member) as file:
        measured = _Measured(file, place_in(name, wanted))
        found = markup.parts(cast("IO[bytes]", measured), name, (wanted,))
        next(found)  # the root
        for element in found:
            measured.begin()
            yield element


class _Measured:
    """A file to read on, in which nothing that has to be whole may be too long for memory."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self._file = file
        self._name = name
        self.begin()

    def begin(self) -> None:
        """Another part begins, somewhere in what was read last."""
        self._left = _MAX_PART_BYTES

    def read(self, size: int) -> bytes:
        piece = self._file.read(size)
        self._left -= len(piece)
        if self._left < 0:
            limit = _MAX_PART_BYTES // 2**20
            raise UserError(
                "{file} unpacks to more than {limit} MB; it is refused.", file=self._name, limit=limit
            )
        return piece


def _sheet(book: Any, wanted: str, name: str) -> Any:  # noqa: ANN401  # the same
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


def _reader(archive: zipped.Archive) -> Any:  # noqa: ANN401  # the same
    """What openpyxl knows of a workbook whose sheets are empty."""
    from openpyxl.reader.excel import ExcelReader

    with TemporaryFile() as packed, warnings.catch_warnings():
        _copy_small(archive, packed)
        warnings.simplefilter("ignore")  # of what it leaves aside, nothing is text
        reader = ExcelReader(packed, read_only=True, data_only=True, keep_links=False)
        reader.read()
    return reader


def _copy_small(archive: zipped.Archive, packed: IO[bytes]) -> None:
    """Copy the parts that are XML, the large ones empty, the others proved: openpyxl sets no limits."""
    with zipfile.ZipFile(packed, "w") as copy:
        for member in archive.members:
            if not member.endswith((".xml", ".rels")):
                continue
            name = f"{archive.name}, {member}"
            with archive.stream(member) as file:
                root = next(markup.parts(file, name, ()))
            if markup.local_name(root) in _LARGE:
                copy.writestr(member, tostring(Element(root.tag)))
                continue
            data = archive.read(member)
            for _ in markup.parts(io.BytesIO(data), name, ()):
                pass  # all there is to know is that it can be parsed
            copy.writestr(member, data)
    packed.seek(0)
