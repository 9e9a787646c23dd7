"""An OpenDocument text as an article: .odt, or .fodt in one file.

What was deleted under tracked changes is out, what was inserted is in. A paragraph is a line; cells of a
table stand apart by a tab; notes follow the text, each after the number that stands in the text for it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element  # the parsing itself is defusedxml's

from annotator.core.errors import Phrase, UserError
from annotator.formats import markup, zipped
from annotator.formats.article_file import About, article_bundle, day, document_name, file_bytes
from annotator.formats.bundle import Bundle
from annotator.formats.format import Format, Reading
from annotator.formats.losing import Loss
from annotator.formats.options import Options, option

_SUFFIXES: Final = (".odt", ".fodt", ".ott")
_TYPE: Final = b"application/vnd.oasis.opendocument.text"
_MAX_BLANKS: Final = 1000
_BLANKS = re.compile(r"[ \t\r\n]+")
_REPEATED: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}c"
_UNSEEN: Final = frozenset(
    (
        "tracked-changes",
        "annotation",
        "ruby-text",
        "sequence-decls",
        "forms",
        "variable-decls",
        "title",
        "desc",
    )
)


@dataclass(frozen=True)
class OpenDocumentReading(Options):
    """What may be chosen about an OpenDocument text."""

    notes: bool = option(default=True, title=Phrase("Footnotes and endnotes"))


def read(path: Path, reading: Reading[OpenDocumentReading]) -> Iterator[Bundle]:
    """The one article of a document.

    Raises:
        UserError: the file is damaged, locked, or no OpenDocument text, or holds no text.
    """
    name, data = document_name(path), file_bytes(path)
    if data.startswith(b"PK"):
        content, meta = _from_archive(path)
    else:
        content = meta = markup.tree(data, name)
    body = next(
        (item for item in content.iter() if markup.local_name(item) == "text" and "office" in item.tag), None
    )
    if body is None:
        raise UserError("{file} is no OpenDocument text.", file=name)
    described = _described(meta)
    yield article_bundle(
        path,
        _Writer(notes=reading.options.notes).text(body),
        about=About(
            described.get("title", ""),
            published=day(described.get("creation-date", "") or described.get("date", "")),
            language=described.get("language", ""),
        ),
        data=data,
    )


def _from_archive(path: Path) -> tuple[Element, Element]:
    with zipped.opened(path) as archive:
        if "META-INF/manifest.xml" in archive.members:
            manifest = markup.tree(
                archive.read("META-INF/manifest.xml"), f"{archive.name}, META-INF/manifest.xml"
            )
            if any(markup.local_name(item) == "encryption-data" for item in manifest.iter()):
                raise UserError("{file} is locked with a password; save it unlocked.", file=archive.name)
        content = markup.tree(archive.read("content.xml"), f"{archive.name}, content.xml")
        if "meta.xml" not in archive.members:
            return content, Element("none")
        return content, markup.tree(archive.read("meta.xml"), f"{archive.name}, meta.xml")


def _described(meta: Element) -> dict[str, str]:
    office = next((item for item in meta.iter() if markup.local_name(item) == "meta"), None)
    if office is None:
        return {}
    return {markup.local_name(item): (item.text or "").strip() for item in office}


class _Writer:
    """Makes text of a document's body."""

    def __init__(self, *, notes: bool) -> None:
        self._with_notes = notes
        self._notes: list[Element] = []

    def text(self, body: Element) -> str:
        """The text, the notes at its end."""
        lines = self._lines(body)
        for number, note in enumerate(self._notes, 1):  # grows while a note refers to another
            lines.append(f"[{number}] " + "\n".join(self._lines(note)).strip())
        return "\n".join(lines).strip("\n")

    def _lines(self, element: Element) -> list[str]:
        """The lines of a part that holds paragraphs."""
        lines: list[str] = []
        for child in element:
            name = markup.local_name(child)
            if name in ("p", "h"):
                lines += self._paragraph(child)
            elif name == "table-row":
                lines.append(self._row(child))
            elif name not in _UNSEEN:
                lines += self._lines(child)
        return lines

    def _row(self, row: Element) -> str:
        cells = [cell for cell in row if markup.local_name(cell) == "table-cell"]
        return "\t".join("\n".join(self._lines(cell)) for cell in cells)

    def _paragraph(self, element: Element) -> list[str]:
        """A paragraph, and behind it what is anchored in it in a frame."""
        pieces: list[str] = []
        framed: list[str] = []
        self._inline(element, pieces, framed)
        return ["".join(pieces).rstrip(" "), *framed]

    def _inline(self, element: Element, pieces: list[str], framed: list[str]) -> None:
        _add(pieces, element.text)
        for child in element:
            name = markup.local_name(child)
            if name == "s":
                pieces.append(" " * _count(child))
            elif name == "tab":
                pieces.append("\t")
            elif name == "line-break":
                pieces.append("\n")
            elif name == "note":
                self._note(child, pieces)
            elif name in ("frame", "text-box", "g", "custom-shape"):
                framed += self._lines(child)
            elif name not in _UNSEEN:
                self._inline(child, pieces, framed)
            _add(pieces, child.tail)

    def _note(self, note: Element, pieces: list[str]) -> None:
        body = next((item for item in note if markup.local_name(item) == "note-body"), None)
        if self._with_notes and body is not None:
            self._notes.append(body)
            pieces.append(f"[{len(self._notes)}]")


def _add(pieces: list[str], text: str | None) -> None:
    """White space is one space, as in HTML; what is more is written as elements."""
    if text:
        text = _BLANKS.sub(" ", text)
        before = pieces[-1][-1:] if pieces else " "
        text = text[1:] if text[0] == " " and before in " \t\n" else text
        if text:
            pieces.append(text)


def _count(element: Element) -> int:
    written = element.get(_REPEATED, "1")
    return (
        min(int(written), _MAX_BLANKS) if written.isascii() and written.isdigit() and len(written) < 6 else 1
    )


def _claims(path: Path, head: bytes) -> bool:
    if head.startswith(b"PK") and head[30:38] == b"mimetype":
        return head[38:].startswith(_TYPE)
    return path.suffix.lower() in _SUFFIXES


OPEN_DOCUMENT = Format(
    name="opendocument",
    title=Phrase("OpenDocument text"),
    suffixes=_SUFFIXES,
    claims=_claims,
    read=read,
    reading=OpenDocumentReading,
    articles_only=True,
    loses=frozenset(Loss) - {Loss.TEXT, Loss.NAME, Loss.FILE},
)
