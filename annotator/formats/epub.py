"""A book in EPUB as one article, or as one for each chapter."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Final, NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element  # the parsing itself is defusedxml's

from annotator.core.errors import Phrase, UserError, place_in
from annotator.formats import markup, zipped
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
from annotator.formats.html_text import Block, read_page, text_of
from annotator.formats.losing import Loss
from annotator.formats.options import Options, option
from annotator.formats.plain_text import decode

_CONTAINER: Final = "META-INF/container.xml"
_LOCKS: Final = "META-INF/encryption.xml"
_TYPE: Final = b"application/epub+zip"
_MAX_CHAPTERS: Final = 5000
_PAGES: Final = ("application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/x-dtbook+xml")


@dataclass(frozen=True)
class EpubReading(Options):
    """What may be chosen about a book."""

    documents: str = option(
        "book",
        Phrase("One article for"),
        {"book": Phrase("The whole book"), "chapters": Phrase("Each of its files, mostly chapters")},
    )


class _Book(NamedTuple):
    chapters: list[str]
    """Paths in the archive, in order of reading."""
    described: dict[str, str]


def read(path: Path, reading: Reading[EpubReading]) -> Iterator[Bundle]:
    """The book, or its chapters, those without text left out.

    Raises:
        UserError: the file is damaged, locked or no book, or holds no text.
    """
    name, data = document_name(path), file_bytes(path)
    with zipped.opened(path) as archive:
        book = _book(archive)
        chapters = _chapters(archive, book)
        if reading.options.documents == "book":
            yield article_bundle(path, _whole(chapters, name), about=_about(book), data=data)
            return
        number = 0
        for number, blocks in enumerate(chapters, 1):
            about = _about(book)
            heading = next((block.text for block in blocks if block.heading), about.title)
            yield article_bundle(
                path,
                text_of(blocks),
                place=place_in(name, str(number)),
                name=f"{path.stem} {number:03}",
                about=about._replace(title=heading),
            )
        if not number:
            raise UserError("{place} holds no text.", place=name)


def _whole(chapters: Iterator[list[Block]], name: str) -> str:
    texts: list[str] = []
    length = 0
    for blocks in chapters:
        texts.append(text_of(blocks))
        length += len(texts[-1])
        if length > MAX_TEXT_BYTES:
            raise UserError(
                "{file} has more than {limit} MB of text; take one article for each chapter.",
                file=name,
                limit=MAX_TEXT_BYTES // 10**6,
            )
    return "\n\n".join(texts)


def _chapters(archive: zipped.Archive, book: _Book) -> Iterator[list[Block]]:
    for chapter in book.chapters:
        data = archive.read(chapter, MAX_TEXT_BYTES)
        if not data.strip():
            continue
        try:
            html = decode(data).text
        except UserError as error:
            raise UserError(
                "{file}, {part}: {problem}", file=archive.name, part=chapter, problem=error
            ) from error
        blocks = read_page(html, xml=True).blocks
        if blocks:
            yield blocks


def _book(archive: zipped.Archive) -> _Book:
    package = _package_path(archive)
    root = markup.tree(archive.read(package), f"{archive.name}, {package}")
    items = {item.get("id", ""): item for item in root.iter() if markup.local_name(item) == "item"}
    base = dirname(package)
    chapters: dict[str, None] = {}
    for reference in (item for item in root.iter() if markup.local_name(item) == "itemref"):
        item = items.get(reference.get("idref", ""))
        if (
            item is None
            or item.get("media-type", _PAGES[0]) not in _PAGES
            or "nav" in item.get("properties", "").split()
        ):
            continue
        address = unquote(item.get("href", "").partition("#")[0])
        chapters[normpath(join(base, address))] = None
    if not chapters or len(chapters) > _MAX_CHAPTERS:
        raise UserError(
            "{file} lists no chapters, or more than {limit}.", file=archive.name, limit=_MAX_CHAPTERS
        )
    _refuse_locked(archive, set(chapters))
    return _Book(list(chapters), _described(root))


def _package_path(archive: zipped.Archive) -> str:
    if _CONTAINER not in archive.members:
        raise UserError("{file} is no book in EPUB: it lacks {part}.", file=archive.name, part=_CONTAINER)
    container = markup.tree(archive.read(_CONTAINER), f"{archive.name}, {_CONTAINER}")
    paths = [item.get("full-path", "") for item in container.iter() if markup.local_name(item) == "rootfile"]
    if not paths:
        raise UserError(
            "{file} is no book in EPUB: {part} names no package.", file=archive.name, part=_CONTAINER
        )
    return paths[0]


def _refuse_locked(archive: zipped.Archive, chapters: set[str]) -> None:
    """Refuse a book with a lock on its text; fonts alone are often encrypted, without harm."""
    if _LOCKS not in archive.members:
        return
    locks = markup.tree(archive.read(_LOCKS), f"{archive.name}, {_LOCKS}")
    if any(unquote(item.get("URI", "")) in chapters for item in locks.iter()):
        raise UserError("{file} is locked against copying.", file=archive.name)


def _described(package: Element) -> dict[str, str]:
    """What the book says of itself: the first of each kind."""
    found: dict[str, str] = {}
    for item in package.iter():
        if "purl.org/dc" in str(item.tag) and (item.text or "").strip():
            found.setdefault(markup.local_name(item), (item.text or "").strip())
    return found


def _about(book: _Book) -> About:
    described = book.described
    source = described.get("source", "") or described.get("publisher", "")
    return About(
        described.get("title", ""), source, day(described.get("date", "")), described.get("language", "")
    )


def _claims(path: Path, head: bytes) -> bool:
    if head.startswith(b"PK") and head[30:38] == b"mimetype":
        return head[38:].startswith(_TYPE)
    return path.suffix.lower() == ".epub"


EPUB = Format(
    name="epub",
    title=Phrase("Book in EPUB"),
    suffixes=(".epub",),
    claims=_claims,
    read=read,
    reading=EpubReading,
    articles_only=True,
    loses=frozenset(Loss) - {Loss.TEXT, Loss.NAME, Loss.FILE},
)
