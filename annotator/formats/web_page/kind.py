"""A saved web page as an article: HTML, or MHTML with its pictures.

The text is what the page shows, with its boilerplate left out, marked as zones, or kept. Its encoding: a byte
order mark, what is valid as UTF-8, what the page declares, and else as with plain text.
"""

import codecs
import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message
from pathlib import Path
from typing import Final, NamedTuple

from annotator.core.errors import Phrase, UserError
from annotator.formats.article import UnclearEncodingError
from annotator.formats.article_file import MAX_TEXT_BYTES, About, article_bundle, document_name, file_bytes
from annotator.formats.bundle import Bundle, BundleZone
from annotator.formats.format import Format, Reading
from annotator.formats.html_text import Block, read_page, text_of
from annotator.formats.losing import Loss
from annotator.formats.options import Options, option
from annotator.formats.plain_text import Decoded, candidates, decode, looks_misread
from annotator.formats.web_page.content import article_blocks, published_of, source_of, title_of

ZONE_KIND: Final = "boilerplate"
_PAGE_SUFFIXES: Final = (".html", ".htm", ".xhtml")
_ARCHIVE_SUFFIXES: Final = (".mhtml", ".mht")
_PAGE_TYPES: Final = ("text/html", "application/xhtml+xml")
_MAX_ARCHIVE_BYTES: Final = 64 * 1024 * 1024
_DECLARED = re.compile(
    rb"""<meta\s[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{2,40})"""
    rb"""|<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN: Final = 16_384
_WESTERN: Final = frozenset(("ascii", "iso8859-1", "cp1252"))
"""What servers declare for pages they know nothing about."""
_CODECS: Final = re.compile(
    r"utf-8|utf-16|utf-32|ascii|cp\d{3,4}|iso8859-\d+|koi8-[rut]|gb\w+|big5\w*|euc\w*|shift_jis\w*|mac-\w+"
)
_ARABIC = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True)
class WebReading(Options):
    """What may be chosen about a web page."""

    boilerplate: str = option(
        "out",
        Phrase("Menus, related links and footers"),
        {
            "out": Phrase("Left out"),
            "marked": Phrase("Kept, and marked as zones"),
            "kept": Phrase("Kept"),
        },
    )


class _Source(NamedTuple):
    """The HTML of a file, and what the file says beside it."""

    data: bytes
    charset: str = ""
    address: str = ""
    title: str = ""


def read(path: Path, reading: Reading[WebReading]) -> Iterator[Bundle]:
    """The one article of a page.

    Raises:
        UnclearEncodingError: the encoding was not given and cannot be told for certain.
        UserError: the file cannot be read, is damaged, or holds no text.
    """
    name = document_name(path)
    data = file_bytes(path, _MAX_ARCHIVE_BYTES)
    source = _unpacked(name, data) if _is_archive(path, data) else _Source(data)
    decoded = _decoded(name, source, reading.encoding)
    page = read_page(decoded.text)
    how = reading.options.boilerplate
    chosen = [True] * len(page.blocks) if how == "kept" else article_blocks(page, decoded.text)
    kept = (
        page.blocks
        if how != "out"
        else [block for block, is_in in zip(page.blocks, chosen, strict=True) if is_in]
    )
    yield article_bundle(
        path,
        text_of(kept),
        about=About(
            title_of(page) or source.title,
            source_of(page) or source.address,
            published_of(page),
            page.language,
        ),
        encoding=decoded.encoding,
        data=data,
        zones=_zones(page.blocks, chosen) if how == "marked" else (),
    )


def _zones(blocks: list[Block], chosen: list[bool]) -> list[BundleZone]:
    """Each run of blocks that are not the article's."""
    zones: list[BundleZone] = []
    position, begun = 0, -1
    for index, (block, is_in) in enumerate(zip(blocks, chosen, strict=True)):
        start = position + (len(block.gap) if index else 0)
        if is_in and begun >= 0:
            zones.append(BundleZone(start=begun, end=position, kind=ZONE_KIND))
            begun = -1
        elif not is_in and begun < 0:
            begun = start
        position = start + len(block.text)
    if begun >= 0:
        zones.append(BundleZone(start=begun, end=position, kind=ZONE_KIND))
    return zones


def _decoded(name: str, source: _Source, chosen: str | None) -> Decoded:
    try:
        return _decode(source, chosen)
    except UnclearEncodingError as error:
        raise UnclearEncodingError(name, error.choices) from error
    except UserError as error:
        raise UserError("{file}: {problem}", file=name, problem=error) from error


def _decode(source: _Source, chosen: str | None) -> Decoded:
    data = source.data
    if chosen is not None:
        return decode(data, chosen)
    declared = source.charset or _declared(data)
    found = _decode_as(data, declared) if declared else None
    if found is not None and not _doubtful(found, declared):
        return found
    guess = decode(data)
    if guess.certain and (found is None or _ARABIC.search(guess.text)):
        return guess
    if found is None:
        raise UnclearEncodingError("", candidates(data))
    return found


def _doubtful(found: Decoded, declared: str) -> bool:
    return not found.text.isascii() and (declared in _WESTERN or looks_misread(found.text))


def _decode_as(data: bytes, codec: str) -> Decoded | None:
    """The page as it says it is; what is marked, or valid as UTF-8, is that whatever it says."""
    try:
        by_itself = decode(data)
        if by_itself.encoding.startswith("utf"):
            return by_itself
    except UserError:
        pass
    try:
        return decode(data, codec)
    except UserError:
        return None


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    return _codec((found[1] or found[2]).decode("latin-1")) if found else ""


def _codec(name: str) -> str:
    """Python's name of a declared encoding; empty if it is none of text."""
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    return codec if _CODECS.fullmatch(codec) else ""


def _is_archive(path: Path, data: bytes) -> bool:
    head = data[:4096].lower()
    return path.suffix.lower() in _ARCHIVE_SUFFIXES or (
        b"mime-version:" in head and not head.lstrip().startswith(b"<")
    )


def _unpacked(name: str, data: bytes) -> _Source:
    """The page in an MHTML archive."""
    try:
        message = email.message_from_bytes(data)
        part = next((item for item in message.walk() if item.get_content_type() in _PAGE_TYPES), message)
        content = part.get_payload(decode=True)
        address = _header(part, "Content-Location") or _header(message, "Snapshot-Content-Location")
        title, charset = _header(message, "Subject"), str(part.get_content_charset() or "")
    except Exception as error:  # Python's reader of mail fails in many ways on what is no mail
        raise UserError("{file} is no web archive that can be read.", file=name) from error
    if part.get_content_type() not in _PAGE_TYPES:
        raise UserError("{file} holds no web page.", file=name)
    if not isinstance(content, bytes) or not content.strip():
        raise UserError("{file} holds an empty web page.", file=name)
    if len(content) > MAX_TEXT_BYTES:
        raise UserError(
            "{file} holds a page of more than {limit} MB.", file=name, limit=MAX_TEXT_BYTES // 10**6
        )
    is_address = address.startswith(("http://", "https://"))
    return _Source(content, _codec(charset) if charset else "", address if is_address else "", title)


def _header(message: Message, name: str) -> str:
    written = "".join(str(message.get(name, "")).splitlines())
    return str(make_header(decode_header(written))).strip()


def _claims(path: Path, head: bytes) -> bool:
    if path.suffix.lower() in (*_PAGE_SUFFIXES, *_ARCHIVE_SUFFIXES):
        return True
    return not path.suffix and head.lstrip(b"\xef\xbb\xbf \t\r\n")[:14].lower().startswith(
        (b"<!doctype html", b"<html")
    )


WEB_PAGE = Format(
    name="web",
    title=Phrase("Web page"),
    suffixes=(*_PAGE_SUFFIXES, *_ARCHIVE_SUFFIXES),
    claims=_claims,
    read=read,
    reading=WebReading,
    articles_only=True,
    loses=frozenset(Loss) - {Loss.TEXT, Loss.NAME, Loss.FILE},
)
