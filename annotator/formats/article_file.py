"""What readers of articles without annotations share: the file's bytes, a date, the bundle at the end."""

import re
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from annotator.core.errors import UserError, Worded
from annotator.formats.article import read_bytes
from annotator.formats.bundle import Bundle, BundleDocument, BundleLayer, BundleZone
from annotator.formats.plain_text import MAX_BYTES
from annotator.text.graphemes import trim

MAX_TEXT_BYTES = MAX_BYTES
"""The longest text a document may have, in UTF-8."""

MAX_FILE_BYTES = 256 * 1024 * 1024
"""The longest file of a kind that holds pictures too, or many articles."""

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?=$|[^\d])")
_PDF = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_LANGUAGE = re.compile("[a-z]{2,3}")
_FROM_RIGHT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "syr", "ug", "ur", "yi")
)
_LETTER = re.compile(r"[^\W\d_]")
_LETTER_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LOOKED_AT = 20_000
_UNUSABLE = re.compile("[\0\ud800-\udfff]")


class About(NamedTuple):
    """What a file says of an article."""

    title: str = ""
    source: str = ""
    published: str = ""
    language: str = ""
    """A language tag; it is believed only if the letters of the text agree."""


def file_bytes(path: Path, limit: int = MAX_FILE_BYTES) -> bytes:
    """All bytes of a file.

    Raises:
        UserError: it cannot be read, is empty or longer than the limit.
    """
    data = read_bytes(path, limit)
    if len(data) > limit:
        raise UserError("{file} is longer than {limit} MB.", file=path.name, limit=limit // 2**20)
    if not data:
        raise UserError("{file} is empty.", file=path.name)
    return data


def day(written: str) -> str:
    """The day a date or time names, as ISO 8601; empty if it does not begin with one a machine can read."""
    found = _ISO.match(written.strip()) or _PDF.match(written.strip())
    if found is None:
        return ""
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return ""


def one_line(text: str) -> str:
    """A title or the like: on one line, with nothing a text may not hold."""
    return " ".join(_UNUSABLE.sub("\ufffd", text).split())


def document_name(path: Path) -> str:
    """The name of a file as that of a document; it may hold bytes that are no text."""
    return path.name.encode(errors="replace").decode()


def refuse_unusable(place: str, text: str) -> None:
    """Refuse what no document may hold.

    Raises:
        UserError: the text is blank, too long, or has a NUL character or half a surrogate pair.
    """
    start, end = trim(text, 0, len(text))
    if start == end:
        raise UserError("{place} holds no text.", place=place)
    unusable = _UNUSABLE.search(text)
    if unusable:
        raise UserError(
            "{place} holds U+{code:04X} at character {offset}, which no article can hold.",
            place=place,
            code=ord(unusable[0]),
            offset=unusable.start() + 1,
        )
    if len(text.encode()) > MAX_TEXT_BYTES:
        raise UserError(
            "{place} has more than {limit} MB of text; split it.", place=place, limit=MAX_TEXT_BYTES // 10**6
        )


def article_bundle(
    path: Path,
    text: str,
    *,
    place: str = "",
    name: str = "",
    uuid: str = "",
    about: About = About(),  # noqa: B008  # it cannot change
    encoding: str = "utf-8",
    data: bytes = b"",
    size: int = 0,
    zones: Iterable[BundleZone] = (),
    warnings: tuple[Worded, ...] = (),
) -> Bundle:
    """The bundle of an article from a file. ``data``: the file's bytes, if it holds this article alone.

    Raises:
        UserError: as :func:`refuse_unusable`.
    """
    place = place or document_name(path)
    refuse_unusable(place, text)
    document = BundleDocument(
        uuid=uuid,
        name=one_line(name) or document_name(path),
        text=text,
        text_sha256=sha256(text.encode()).hexdigest(),
        title=one_line(about.title),
        source=one_line(about.source),
        published=one_line(about.published),
        encoding=encoding,
        language=(language := _believed(about.language, text)),
        direction="rtl" if language in _FROM_RIGHT else "ltr",
        bytes_sha256=sha256(data).hexdigest() if data else "",
    )
    marked = tuple(zones)
    layer = BundleLayer(reviewers=("",), status="new", zones=marked) if marked else None
    return Bundle(document=document, layer=layer, warnings=warnings, place=place, size=size or len(data))


def _believed(tag: str, text: str) -> str:
    """The language a file says it is in, if it is written as the text is; else Arabic, as of a text file.

    Templates often call a page English whatever it says.
    """
    found = _LANGUAGE.match(tag.strip().lower().replace("_", "-").partition("-")[0])
    letters = len(_LETTER.findall(text[:_LOOKED_AT]))
    is_from_right = len(_LETTER_FROM_RIGHT.findall(text[:_LOOKED_AT])) * 2 > letters
    if found is None or (found[0] in _FROM_RIGHT) != is_from_right:
        return "ar"
    return found[0]
