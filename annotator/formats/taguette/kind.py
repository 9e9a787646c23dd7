"""Projects of Taguette: the SQLite file of its desktop version, or what its server exports.

A highlight counts bytes of UTF-8 in the text of the document's HTML, tags not counted. Here that text gets a
line break where a block ends and none stands, so that paragraphs do not run together. Its tables of
highlights (CSV, Excel) hold no article, and its HTML does not say where a highlight within another begins, so
neither is read.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from annotator.core.errors import Phrase, UserError, Worded, place_in, placed
from annotator.formats.bundle import Bundle, BundleDocument, BundleLayer
from annotator.formats.draft import Draft
from annotator.formats.format import Format, Reading
from annotator.formats.html_tokens import End, Start, Text, tokens
from annotator.formats.json_lines import shown
from annotator.formats.losing import Loss
from annotator.formats.options import Options, option
from annotator.formats.places import Places
from annotator.formats.plain_text import hashed, proved_text
from annotator.formats.taguette.file import MAGIC, columns, opened
from annotator.formats.values import clean

_TABLES = ("projects", "documents", "highlights", "tags", "highlight_tags", "commands")
_LINE_NAMES = "address article blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul"
_LINES = frozenset(_LINE_NAMES.split())
_CELLS = frozenset(("td", "th"))
_ONLY_USER = "admin"
"""The user of everybody who runs Taguette alone."""
_SEARCHED = 1000
"""How many highlights of a document are looked for that stand elsewhere."""
_MAX_TAGS = 100
_APPLICATION_ID = slice(68, 72)
_WIDTHS = ((0x80, 1), (0x800, 2), (0x10000, 3), (0x110000, 4))


@dataclass(frozen=True)
class TaguetteReading(Options):
    """What may be chosen."""

    project: str = option(
        "", Phrase("Project"), explanation=Phrase("Its name, where the file holds several; empty for all.")
    )


class _Highlight(NamedTuple):
    """A highlight with its tags."""

    number: int
    start: object
    end: object
    snippet: object
    tags: tuple[int, ...]


class _Article(NamedTuple):
    """The text of a document, and what each of its characters counts for."""

    text: str
    widths: list[int]


def read(path: Path, reading: Reading[TaguetteReading]) -> Iterator[Bundle]:
    """The documents of a project, one bundle for each user who highlighted in it.

    Raises:
        UserError: the file cannot be read, or is no project of Taguette.
    """
    with opened(path, _TABLES) as connection:
        reader = _Reader(connection, path.name, reading)
        empty = True
        for row, highlights in reader.documents():
            for bundle in reader.bundles(row, highlights):
                yield bundle
                empty = False
        if empty:
            raise UserError("{file} holds no document that can be read.", file=path.name)


class _Reader:
    """Makes bundles of rows."""

    def __init__(self, connection: sqlite3.Connection, file: str, reading: Reading[TaguetteReading]) -> None:
        self._connection = connection
        self._file = file
        self._reading = reading
        self._tags = {
            number: _text(path).strip()
            for number, path in connection.execute("SELECT id, path FROM tags")
            if isinstance(number, int)
        }
        self._makers = self._who_made()

    def documents(self) -> Iterator[tuple[tuple[Any, ...], list[_Highlight]]]:
        """Each document's row with its highlights, in the order of their numbers."""
        direction = "text_direction" if "text_direction" in columns(self._connection, "documents") else "NULL"
        rows = self._connection.execute(
            f"SELECT id, project_id, name, contents, {direction} FROM documents ORDER BY id"
        )
        wanted = self._projects()
        groups = self._highlights()
        number, highlights = next(groups, (None, []))
        for row in rows:
            if not isinstance(row[0], int):
                continue
            while number is not None and number < row[0]:
                number, highlights = next(groups, (None, []))
            if wanted is None or row[1] in wanted:
                yield row, highlights if number == row[0] else []

    def bundles(self, row: tuple[Any, ...], highlights: list[_Highlight]) -> list[Bundle]:
        """The bundles of a document; none if it has a fault."""
        number, _project, name_bytes, contents, direction = row
        name = " ".join(_text(name_bytes).split()) or f"{self._file}:{number}"
        place = place_in(self._file, Phrase("document “{name}”", name=shown(name)))
        try:
            article = _article(_strictly(contents, place))
            proved_text(place, article.text)
        except UserError as error:
            self._reading.fault(error)
            return []
        document = BundleDocument(
            uuid="",
            name=name,
            text=article.text,
            text_sha256=hashed(article.text),
            direction="ltr" if _text(direction) == "LEFT_TO_RIGHT" else "rtl",
        )
        found = _Found(article, place, self._reading, self._tags)
        for highlight in highlights:
            found.take(highlight, self._makers.get(highlight.number, ""))
        layers: list[tuple[BundleLayer | None, tuple[Worded, ...]]] = [*found.layers()]
        return [
            Bundle(
                document=document,
                layer=layer,
                warnings=(*told, *(found.warnings() if index == 0 else ())),
                place=place,
                size=len(contents) if index == 0 else 0,
            )
            for index, (layer, told) in enumerate(layers or [(None, ())])
        ]

    def _projects(self) -> set[int] | None:
        """The numbers of the projects that are wanted; ``None`` for all."""
        wanted = self._reading.options.project.strip()
        if not wanted:
            return None
        rows = self._connection.execute("SELECT id, name FROM projects ORDER BY id").fetchall()
        named = [(number, _text(name).strip()) for number, name in rows]
        found = {number for number, name in named if name == wanted}
        if not found:
            raise UserError(
                "{file} has no project “{name}”; it has: {known}.",
                file=self._file,
                name=wanted,
                known=", ".join(shown(name) for _, name in named[:20]) or "–",
            )
        return found

    def _highlights(self) -> Iterator[tuple[int | None, list[_Highlight]]]:
        """The highlights of each document, by its number."""
        rows = self._connection.execute(
            "SELECT h.document_id, h.id, h.start_offset, h.end_offset, h.snippet, t.tag_id"
            " FROM highlights AS h LEFT JOIN highlight_tags AS t ON t.highlight_id = h.id"
            " ORDER BY h.document_id, h.id, t.tag_id"
        )
        sound = (row for row in rows if isinstance(row[0], int) and isinstance(row[1], int))
        for document, of_document in groupby(sound, key=lambda row: row[0]):
            highlights = []
            for number, of_one in groupby(of_document, key=lambda row: row[1]):
                listed = list(of_one)
                tags = tuple(row[5] for row in listed if isinstance(row[5], int))
                start, end, snippet = listed[0][2:5]
                highlights.append(_Highlight(number, start, end, snippet, tags))
            yield document, highlights

    def _who_made(self) -> dict[int, str]:
        """Who made each highlight; nobody where all is by the one user of a desktop."""
        users = {
            _text(row[0]) for row in self._connection.execute("SELECT DISTINCT user_login FROM commands")
        }
        if users <= {_ONLY_USER}:
            return {}
        made: dict[int, str] = {}
        names = {name: " ".join(name.split()) for name in users}
        for user, payload in self._connection.execute("SELECT user_login, payload FROM commands ORDER BY id"):
            command = _command(payload)
            number = command.get("highlight_id")
            if command.get("type") == "highlight_add" and isinstance(number, int):
                made.setdefault(number, names[_text(user)])
        return made


class _Found:
    """What stands in one document, by users."""

    def __init__(
        self, article: _Article, place: str, reading: Reading[TaguetteReading], tags: dict[int, str]
    ) -> None:
        self._article = article
        self._places = Places(article.text, article.widths)
        self._place = place
        self._reading = reading
        self._tags = tags
        self._layers: dict[str, Draft] = {}
        self._untagged = 0
        self._left = _SEARCHED

    def take(self, highlight: _Highlight, maker: str) -> None:
        """Take in a highlight: one annotation for each of its tags."""
        place = place_in(self._place, Phrase("highlight {number}", number=highlight.number))
        tags = [tag for tag in dict.fromkeys(highlight.tags) if self._tags.get(tag)]
        self._untagged += not highlight.tags
        if len(tags) < len(set(highlight.tags)):
            self._reading.fault(UserError("{place}: a tag of it is not there.", place=place))
        if len(tags) > _MAX_TAGS:
            self._reading.fault(
                UserError("{place} has more than {limit} tags.", place=place, limit=_MAX_TAGS)
            )
            return
        offsets, searched = self._where(highlight)
        for tag in tags:
            draft = self._layers.setdefault(
                maker, Draft(self._article.text, self._reading, place=self._place)
            )
            key = str(highlight.number) if len(tags) == 1 else f"{highlight.number}-{tag}"
            draft.annotate(*offsets, self._tags[tag], uuid=key, quote=searched, place=place)

    def _where(self, highlight: _Highlight) -> tuple[tuple[object, object], str | None]:
        """Where a highlight stands; and its words where they do not stand there and are to be looked for."""
        span = self._places.span(highlight.start, highlight.end)
        words = _words(highlight.snippet)
        stands = span is not None and _letters(self._article.text[slice(*span)]) == _letters(words)
        if span is not None and (stands or not words):
            return span, None
        self._left -= 1
        return (highlight.start, None), words if self._left >= 0 and words else None

    def layers(self) -> Iterator[tuple[BundleLayer, tuple[Worded, ...]]]:
        """The layers, each with what to know about it."""
        for user, draft in self._layers.items():
            yield BundleLayer(reviewers=(user,), annotations=draft.annotations), draft.warnings

    def warnings(self) -> Iterator[Worded]:
        """What to know about the document, as sentences."""
        if self._untagged:
            yield placed(
                self._place, Worded("left out {count} highlights that have no tag.", count=self._untagged)
            )


def _article(html: str) -> _Article:
    pieces: list[str] = []
    widths: list[int] = []
    for token in tokens(html.replace("\r\n", "\n").replace("\r", "\n").lstrip(" \t\n\f")):
        if isinstance(token, Text):
            pieces.append(token.text)
            widths += [_width(letter) for letter in token.text]
        elif isinstance(token, Start | End) and token.name in _LINES:
            if pieces and not pieces[-1].endswith("\n"):
                pieces.append("\n")
                widths.append(0)
        elif isinstance(token, Start) and token.name in _CELLS and pieces and not pieces[-1][-1:].isspace():
            pieces.append("\t")
            widths.append(0)
    while pieces and widths[-1:] == [0]:
        pieces.pop()
        widths.pop()
    return _Article("".join(pieces), widths)


def _width(letter: str) -> int:
    """Bytes of a character in UTF-8."""
    code = ord(letter)
    return next(width for end, width in _WIDTHS if code < end)


def _words(snippet: object) -> str:
    """The text of a snippet; empty if it has none."""
    return _article(_text(snippet)).text.strip() if snippet else ""


def _letters(text: str) -> str:
    return "".join(text.split())


def _command(payload: object) -> dict[str, object]:
    if not isinstance(payload, bytes) or b"highlight_add" not in payload:
        return {}
    try:
        return msgspec.json.decode(payload, type=dict[str, object])
    except (msgspec.MsgspecError, RecursionError):
        return {}


def _text(value: object) -> str:
    """A name from a file, whatever it holds."""
    return clean(value.decode(errors="replace")) if isinstance(value, bytes) else ""


def _strictly(value: object, place: str) -> str:
    if not isinstance(value, bytes):
        raise UserError("{place} has no text.", place=place)
    try:
        return value.decode()
    except UnicodeDecodeError as error:
        raise UserError("{place} is not UTF-8.", place=place) from error


def _claims(path: Path, head: bytes) -> bool:
    ours = head[_APPLICATION_ID] == b"SAND"
    return path.suffix.lower() in TAGUETTE.suffixes and head.startswith(MAGIC) and not ours


TAGUETTE = Format(
    name="taguette",
    title=Phrase("Taguette project"),
    suffixes=(".sqlite3", ".sqlite", ".db"),
    claims=_claims,
    read=read,
    reading=TaguetteReading,
    loses=frozenset(Loss),
)
