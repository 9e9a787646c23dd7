"""A Word document as an article, with what tracked changes insert and without what they delete.

A paragraph is a line, as it is in Word; cells of a table stand apart by a tab; notes follow the text, each
after the number that stands in the text for it.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from annotator.core.errors import Phrase, UserError
from annotator.formats import markup, zipped
from annotator.formats.article_file import About, article_bundle, day, document_name, file_bytes
from annotator.formats.bundle import Bundle
from annotator.formats.format import Format, Reading
from annotator.formats.losing import Loss
from annotator.formats.options import Options, option

OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of old Office begin, and those of new Office that are locked with a password."""

_SUFFIXES: Final = (".docx", ".docm")
_PROPERTIES: Final = "docProps/core.xml"
_MAX_PART_BYTES: Final = 64 * 1024 * 1024


@dataclass(frozen=True)
class WordReading(Options):
    """What may be chosen about a Word document."""

    notes: bool = option(default=True, title=Phrase("Footnotes and endnotes"))


def read(path: Path, reading: Reading[WordReading]) -> Iterator[Bundle]:
    """The one article of a document.

    Raises:
        UserError: the file is damaged, locked, or no Word document, or holds no text.
    """
    name, data = document_name(path), file_bytes(path)
    if data.startswith(OLD_OFFICE):
        raise UserError(
            "{file} is an old Word document, or locked with a password; save it as .docx, unlocked.",
            file=name,
        )
    with zipped.opened(path) as archive:
        parts = _checked_parts(archive)
    if not any(part.startswith("word/") for part in parts):
        raise UserError("{file} is no Word document.", file=name)
    properties = _properties(parts.get(_PROPERTIES, b""), name)
    yield article_bundle(
        path,
        _text(parts, name, notes=reading.options.notes),
        about=About(properties.get("title", ""), published=day(properties.get("created", ""))),
        data=data,
    )


def _checked_parts(archive: zipped.Archive) -> dict[str, bytes]:
    """The parts that are XML, each proved to be harmless; pictures are left aside."""
    parts: dict[str, bytes] = {}
    for member in archive.members:
        if member.endswith((".xml", ".rels")) and not member.startswith(("customXml/", "word/theme/")):
            data = archive.read(member, _MAX_PART_BYTES)
            for _ in markup.parts(io.BytesIO(data), f"{archive.name}, {member}", ()):
                pass  # all there is to know is that it can be parsed
            parts[member] = data
    return parts


def _text(parts: dict[str, bytes], name: str, *, notes: bool) -> str:
    import mammoth

    found: list[Any] = []

    def keep(document: Any) -> Any:  # noqa: ANN401  # mammoth has no types
        found.append(document)
        return document.copy(children=[])

    try:
        mammoth.convert(_packed(parts), transform_document=keep, include_embedded_style_map=False)
        (document,) = found
        writer = _Writer(document, notes=notes)
        return writer.text()
    except Exception as error:  # mammoth takes much for granted; what else went wrong is the file's doing
        raise UserError("{file} is no Word document that can be read.", file=name) from error


def _packed(parts: dict[str, bytes]) -> io.BytesIO:
    """The checked parts as an archive for mammoth, which sets no limits of its own."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for member, data in parts.items():
            archive.writestr(member, data)
    packed.seek(0)
    return packed


class _Writer:
    """Makes text of what mammoth found."""

    def __init__(self, document: Any, *, notes: bool) -> None:  # noqa: ANN401  # mammoth has no types
        self._document = document
        self._with_notes = notes
        self._noted: list[Any] = []

    def text(self) -> str:
        """The text, the notes at its end."""
        lines = self._lines(self._document.children)
        numbered = 0
        while numbered < len(self._noted):  # a note may refer to another
            note = self._document.notes.resolve(self._noted[numbered])
            numbered += 1
            lines.append(f"[{numbered}] " + "\n".join(self._lines(note.body)).strip())
        return "\n".join(lines).strip("\n")

    def _lines(self, elements: list[Any]) -> list[str]:
        lines: list[str] = []
        for element in elements:
            kind = type(element).__name__
            if kind == "Paragraph":
                lines.append("".join(map(self._inline, element.children)))
            elif kind == "Table":
                lines += [self._row(row) for row in element.children]
            else:
                lines += self._lines(getattr(element, "children", []))
        return lines

    def _row(self, row: Any) -> str:  # noqa: ANN401  # mammoth has no types
        return "\t".join("\n".join(self._lines(cell.children)) for cell in row.children)

    def _inline(self, element: Any) -> str:  # noqa: ANN401  # mammoth has no types
        kind = type(element).__name__
        if kind == "Text":
            return str(element.value)
        if kind == "Tab":
            return "\t"
        if kind == "Break":
            return "\n"
        if kind == "NoteReference" and self._with_notes:
            self._noted.append(element)
            return f"[{len(self._noted)}]"
        if kind in ("Paragraph", "Table"):
            return "\n" + "\n".join(self._lines([element]))
        return "".join(map(self._inline, getattr(element, "children", [])))


def _properties(data: bytes, name: str) -> dict[str, str]:
    if not data:
        return {}
    return {markup.local_name(item): (item.text or "").strip() for item in markup.tree(data, name)}


def _claims(path: Path, head: bytes) -> bool:
    suffix = path.suffix.lower()
    if head.startswith(OLD_OFFICE):
        return suffix in (*_SUFFIXES, ".doc")
    return suffix in _SUFFIXES and head.startswith(b"PK")


WORD = Format(
    name="word",
    title=Phrase("Word document"),
    suffixes=_SUFFIXES,
    claims=_claims,
    read=read,
    reading=WordReading,
    articles_only=True,
    loses=frozenset(Loss) - {Loss.TEXT, Loss.NAME, Loss.FILE},
)
