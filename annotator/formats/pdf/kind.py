"""A PDF with a text layer as an article.

The order of the letters is made from their places on the page (``pdf_lines``), for that of the file is often
that of the drawing. A file whose Arabic reads backwards on the page itself is turned round or refused.
"""

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from threading import Lock
from typing import Any, Final

from annotator.core.errors import Phrase, UserError, Worded
from annotator.formats.article_file import (
    MAX_TEXT_BYTES,
    About,
    article_bundle,
    day,
    document_name,
    file_bytes,
)
from annotator.formats.bundle import Bundle
from annotator.formats.format import Format, Reading
from annotator.formats.losing import Loss
from annotator.formats.options import Options, option
from annotator.formats.pdf.lines import UNKNOWN, Letter, Line, lines_of

_MAX_PAGES: Final = 5000
_MAX_PAGE_LETTERS: Final = 200_000
_MAX_UNKNOWN: Final = 0.2
_SOFT_HYPHENS: Final = ("\u00ad", "\ufffe", "\x02")
_FORMS = re.compile("[\ufb50-\ufbff\ufe70-\ufefc]")
_WORDS = re.compile("[\u0621-\u064a]{3,}")
_FULL: Final = 3.0
_SPACED: Final = 1.35
_one_at_a_time = Lock()  # PDFium serves one thread at a time


@dataclass(frozen=True)
class PdfReading(Options):
    """What may be chosen about a PDF."""

    lines: str = option(
        "join",
        Phrase("Lines"),
        {"join": Phrase("Those of a paragraph joined"), "keep": Phrase("As on the page")},
    )
    backwards: str = option(
        "repair",
        Phrase("Arabic that reads backwards"),
        {"repair": Phrase("Turn it round, and warn"), "refuse": Phrase("Refuse the file")},
    )


def read(path: Path, reading: Reading[PdfReading]) -> Iterator[Bundle]:
    """The one article of a file.

    Raises:
        UserError: the file is damaged or locked, has no text layer or one that cannot be read.
    """
    name, data = document_name(path), file_bytes(path)
    try:
        with _one_at_a_time:
            pages, about = _content(name, data)
    except UserError:
        raise
    except Exception as error:  # PDFium's binding tells everything in errors of its own
        raise UserError("{file} is no PDF that can be read.", file=name) from error
    letters = [letter for page in pages for letter in page if not letter.text.isspace()]
    if not letters:
        raise UserError(
            "{file} holds pictures of pages and no text; run text recognition on it first.", file=name
        )
    warnings = [
        Worded("The text of a PDF is put together from the places of its letters; compare it with the pages.")
    ]
    warnings += _unknown(name, letters)
    lines = [lines_of(page) for page in pages]
    if _reads_backwards("\n".join(line.text for page in lines for line in page)):
        if reading.options.backwards == "refuse":
            raise UserError(
                "{file} holds Arabic that reads backwards; its letters were stored in the wrong order.",
                file=name,
            )
        lines = [lines_of(page, as_placed=True) for page in pages]
        warnings.append(Worded("Its Arabic reads backwards on the page, and was turned round."))
    text = "\n".join(_text(page, join=reading.options.lines == "join") for page in lines if page)
    yield article_bundle(path, text, about=about, data=data, warnings=tuple(warnings))


def _content(name: str, data: bytes) -> tuple[list[list[Letter]], About]:
    """The letters of each page, and what the file says of itself."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise UserError("{file} is locked with a password; save it unlocked.", file=name) from error
        raise UserError("{file} is no PDF, or is damaged.", file=name) from error
    try:
        if len(file) > _MAX_PAGES:
            raise UserError("{file} has more than {limit} pages; split it.", file=name, limit=_MAX_PAGES)
        described = file.get_metadata_dict()
        about = About(described.get("Title", ""), published=day(described.get("CreationDate", "")))
        return list(_pages(name, file)), about
    finally:
        file.close()


def _pages(name: str, file: Any) -> Iterator[list[Letter]]:  # noqa: ANN401  # the binding has no types
    total = 0
    for page in file:
        textpage = page.get_textpage()
        try:
            count = textpage.count_chars()
            total += count
            if count > _MAX_PAGE_LETTERS or total > MAX_TEXT_BYTES // 2:
                raise UserError("{file} holds more text than an article may have.", file=name)
            yield _letters(textpage, count)
        finally:
            textpage.close()
            page.close()


def _letters(textpage: Any, count: int) -> list[Letter]:  # noqa: ANN401  # the binding has no types
    from pypdfium2 import raw

    left, right, low, high, x, y = (ctypes.c_double() for _ in range(6))
    loose = raw.FS_RECTF()
    found: list[Letter] = []
    before_unknown = False
    for index in range(count):
        code = raw.FPDFText_GetUnicode(textpage, index)
        is_unknown = raw.FPDFText_HasUnicodeMapError(textpage, index) == 1 or 0xD800 <= code <= 0xDFFF
        text = UNKNOWN if is_unknown else _character(code)
        if not text or (is_unknown and before_unknown):
            continue  # several codes of one glyph nobody knows stand for one letter
        before_unknown = is_unknown
        raw.FPDFText_GetCharBox(textpage, index, left, right, low, high)
        if raw.FPDFText_GetLooseCharBox(textpage, index, loose) and loose.right > loose.left:
            left.value, right.value = loose.left, loose.right
        raw.FPDFText_GetCharOrigin(textpage, index, x, y)
        made_up = raw.FPDFText_IsGenerated(textpage, index) == 1
        height = high.value - low.value
        found.append(Letter(text, index, left.value, right.value, y.value, height, made_up))
    return found


def _character(code: int) -> str:
    """A character of the file as one of text: presentation forms become the letters they are forms of."""
    if not 0 < code <= 0x10FFFF:
        return ""
    text = chr(code)
    if text in _SOFT_HYPHENS:
        return "\u00ad"
    if _FORMS.match(text):
        return unicodedata.normalize("NFKC", text).strip()
    return "" if unicodedata.category(text) == "Cc" and not text.isspace() else text


def _unknown(name: str, letters: list[Letter]) -> Iterator[Worded]:
    count = sum(letter.text == UNKNOWN for letter in letters)
    if count > _MAX_UNKNOWN * len(letters):
        raise UserError("{file} does not say which letters it shows; run text recognition on it.", file=name)
    if count:
        yield Worded(
            "{count} letters or ligatures are not named in the file; each stands as {sign}.",
            count=count,
            sign=UNKNOWN,
        )


def _reads_backwards(text: str) -> bool:
    """Whether Arabic words begin as they should end, or end with the article turned round."""
    forward = backward = 0
    for word in _WORDS.findall(text):
        forward += word.startswith("ال") + (word[-1] in "ةى")
        backward += word.endswith("لا") + (word[0] in "ةى")
    return backward >= 3 and backward > 2 * forward


def _text(lines: list[Line], *, join: bool) -> str:
    if not join:
        return "\n".join(line.text.replace("\u00ad", "") for line in lines)
    steps = [upper.base - lower.base for upper, lower in pairwise(lines) if upper.base > lower.base]
    usual = median(steps) if steps else 0.0
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    pieces = [lines[0].text]
    for upper, lower in pairwise(lines):
        short = upper.left - left if upper.backwards else right - upper.right
        goes_on = (
            upper.backwards == lower.backwards
            and short < _FULL * upper.em
            and 0 < upper.base - lower.base <= _SPACED * usual
        )
        pieces += ("" if upper.text.endswith("\u00ad") else " " if goes_on else "\n", lower.text)
    return "".join(pieces).replace("\u00ad", "")


def _claims(path: Path, head: bytes) -> bool:
    return b"%PDF-" in head[:1024] and (path.suffix.lower() == ".pdf" or head.startswith(b"%PDF-"))


PDF = Format(
    name="pdf",
    title=Phrase("PDF with text"),
    suffixes=(".pdf",),
    claims=_claims,
    read=read,
    reading=PdfReading,
    articles_only=True,
    loses=frozenset(Loss) - {Loss.TEXT, Loss.NAME, Loss.FILE},
)
