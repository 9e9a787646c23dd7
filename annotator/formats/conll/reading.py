"""Reading CoNLL columns, of whatever width and way of tagging, document by document."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

import msgspec

from annotator.core.errors import Phrase, UserError, Worded, place_in, placed, why
from annotator.formats.article import read_bytes, told_encoding
from annotator.formats.aside import Aside, Entities, found_aside, restored
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleDocument, BundleLayer
from annotator.formats.conll.rows import (
    BLANK,
    DOCUMENT_START,
    HEADER,
    TEXT,
    columns_of,
    is_comment,
    joined,
    spans,
    tag_columns,
    word_column,
)
from annotator.formats.escapes import unescaped
from annotator.formats.format import Reading
from annotator.formats.json_lines import shown
from annotator.formats.options import Options, names_in, option
from annotator.formats.plain_text import MAX_BYTES, decode

_GLIMPSE: Final = 65536
_HIGH: Final = bytes(range(128, 256))
_MAX_LINE: Final = 2 * MAX_BYTES
_NUL: Final = r"\u0000"
_NEW_DOCUMENT: Final = "# newdoc"
_NO_NAME: Final = frozenset(["O", "-", "_", "-X-", "-Y-", "-Z-", "NN", "B-NP"])


@dataclass(frozen=True)
class ConllReading(Options):
    """What the columns mean, where that is not to be seen."""

    columns: str = option(
        "",
        Phrase("Columns with tags"),
        explanation=Phrase("Numbers, counted from 1, with commas between; empty: found by what they hold."),
    )
    sentences: int = option(
        0,
        Phrase("Sentences in a document"),
        explanation=Phrase("Where the file does not say where documents begin; 0: the file is one document."),
    )


class _Header(NamedTuple):
    """What the comment at the head of a document says."""

    kept: Aside
    labels: dict[str, str]
    """What written labels stand for."""


@dataclass
class _Sentence:
    text: str | None = None
    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    """The number of each row's line."""


@dataclass
class _Draft:
    """A document as far as it has been read."""

    line: int
    name: str = ""
    header: _Header | None = None
    sentences: list[_Sentence] = field(default_factory=list)
    length: int = 0
    size: int = 0


def read(path: Path, reading: Reading[ConllReading]) -> Iterator[Bundle]:
    """The documents of a file, each as soon as it has been read.

    Raises:
        UnclearEncodingError: the encoding was not given and cannot be told for certain.
        UserError: the file cannot be read, has no column of tags, or a document is too long.
    """
    return _Reader(path, reading).bundles()


class _Reader:
    def __init__(self, path: Path, reading: Reading[ConllReading]) -> None:
        self._path = path
        self._reading = reading
        self._draft = _Draft(1)
        self._sentence = _Sentence()
        self._entities = Entities()
        self._words = 0
        self._tags = _chosen(reading.options.columns)
        self._known = False
        """Whether it has been found out which column is which."""

    def bundles(self) -> Iterator[Bundle]:
        """All documents that hold anything."""
        for number, line, size in _lines(self._path, self._reading.encoding):
            if self._begins_document(line):
                yield from self._finished(number)
                self._draft.name = _given_name(line)
            elif line.startswith(HEADER):
                if self._draft.header or self._draft.sentences or self._sentence.rows:
                    yield from self._finished(number)
                self._draft.header = self._header(line, self._place(number))
            elif not line.strip():
                self._end_sentence()
                limit = self._reading.options.sentences
                if limit and not self._draft.header and len(self._draft.sentences) >= limit:
                    yield from self._finished(number + 1)
            else:
                self._take(line, number)
            self._draft.size += size
        yield from self._finished(0)

    def _begins_document(self, line: str) -> bool:
        return line.startswith((DOCUMENT_START[0], _NEW_DOCUMENT))

    def _take(self, line: str, number: int) -> None:
        """A row or a comment."""
        self._draft.length += len(line)
        if self._draft.length > 4 * MAX_BYTES:
            raise UserError(
                "{place}: the document is longer than an article may be; choose how many sentences make one.",
                place=self._place(number),
            )
        if line.startswith(TEXT):
            if self._sentence.rows:
                self._end_sentence()
            self._sentence.text = line.removeprefix(TEXT)
        elif not is_comment(line):
            self._sentence.rows.append(columns_of(line))
            self._sentence.lines.append(number)

    def _end_sentence(self) -> None:
        if self._sentence.rows or self._sentence.text:
            self._draft.sentences.append(self._sentence)
        self._sentence = _Sentence()

    def _finished(self, line: int) -> Iterator[Bundle]:
        """The document so far, if it holds anything; the next begins at that line."""
        self._end_sentence()
        draft, self._draft = self._draft, _Draft(line)
        if draft.sentences:
            self._find_columns(draft)
            bundle = self._bundle(draft)
            if bundle.document.text.strip():
                yield bundle
        else:
            self._draft.size = draft.size

    def _find_columns(self, draft: _Draft) -> None:
        rows = [row for sentence in draft.sentences for row in sentence.rows]
        if self._known or not rows:
            return
        if not self._tags:
            width = max(map(len, rows))
            full = [row for row in rows if len(row) == width]
            self._tags = tag_columns(full)
            if not self._tags and width > 1 and any(row[-1] == "O" for row in full):
                self._tags = (width - 1,)
        if not self._tags:
            raise UserError(
                "{file}: no column holds tags such as O, B-… and I-…; say which one does.",
                file=self._path.name,
            )
        self._words = word_column([row for row in rows if len(row) > max(self._tags)] or rows, self._tags)
        self._known = True

    def _bundle(self, draft: _Draft) -> Bundle:
        header = draft.header or _Header(Aside(), {})
        text, places, warnings = self._text(draft)
        annotations = tuple(self._annotations(draft, text, places, header.labels))
        bundle = Bundle(
            document=BundleDocument(
                uuid="",
                name=draft.name or self._file_name(draft.line),
                text=text,
                text_sha256=sha256(text.encode()).hexdigest(),
            ),
            layer=BundleLayer(reviewers=("",), annotations=annotations)
            if annotations or not header.kept.document
            else None,
            warnings=warnings,
            place=self._place(draft.line),
            size=draft.size,
        )
        return self._entities.fresh(restored(bundle, header.kept, linked=False)) if draft.header else bundle

    def _text(self, draft: _Draft) -> tuple[str, list[tuple[int, int]], tuple[Worded, ...]]:
        """The text of a document, where its tokens lie in it, and a warning if it was put together."""
        parts: list[str] = []
        places: list[tuple[int, int]] = []
        position, guessed = 0, 0
        exact = draft.header is not None
        for number, sentence in enumerate(draft.sentences):
            between = "\n" if number and not (exact and sentence.text is not None) else ""
            words = [self._word(row) for row in sentence.rows]
            text = None if sentence.text is None else unescaped(sentence.text) if exact else sentence.text
            found = None if text is None else _found(text, words)
            if text is None or found is None:
                text, found = joined([words])
                guessed += 1
            position += len(between)
            places += [(position + start, position + end) for start, end in found]
            position += len(text)
            parts += (between, text)
        said = Worded("the text was put together from the tokens, for it is not in the file.")
        return "".join(parts), places, (placed(self._place(draft.line), said),) if guessed else ()

    def _annotations(
        self, draft: _Draft, text: str, places: list[tuple[int, int]], labels: dict[str, str]
    ) -> Iterator[BundleAnnotation]:
        before, found = 0, []
        for sentence in draft.sentences:
            for column in self._tags:
                tags = [
                    self._tag(row, column, line)
                    for row, line in zip(sentence.rows, sentence.lines, strict=True)
                ]
                for first, end, label in spans(tags):
                    start, last = places[before + first][0], places[before + end - 1][1]
                    found += [(start, last, label)] if start < last else []
            before += len(sentence.rows)
        for number, (start, last, label) in enumerate(
            sorted(found, key=lambda item: (item[0], -item[1])), start=1
        ):
            yield BundleAnnotation(
                uuid=str(number),
                start=start,
                end=last,
                label=labels.get(label, label),
                quote=text[start:last],
            )

    def _word(self, row: list[str]) -> str:
        return row[self._words] if self._words < len(row) else row[0]

    def _tag(self, row: list[str], column: int, line: int) -> str:
        """What a row has in a column of tags."""
        if column >= len(row):
            self._reading.fault(
                UserError(
                    "{place}: the row of “{word}” has no column {column}.",
                    place=self._place(line),
                    word=shown(row[0]),
                    column=column + 1,
                )
            )
            return "O"
        return row[column]

    def _header(self, line: str, place: str) -> _Header | None:
        try:
            found = msgspec.json.decode(line.removeprefix(HEADER).replace(_NUL, "").encode(), type=dict)
        except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
            self._reading.fault(
                UserError(
                    "{place}: the comment about the document cannot be read: {reason}.",
                    place=place,
                    reason=error,
                )
            )
            return None
        labels = found.get("labels")
        return _Header(
            found_aside(found, place, self._reading),
            {written: label for written, label in labels.items() if isinstance(label, str) and label.strip()}
            if isinstance(labels, dict)
            else {},
        )

    def _file_name(self, line: int) -> str:
        name = self._path.name.encode(errors="replace").decode()
        return name if line == 1 else f"{name}:{line}"

    def _place(self, line: int) -> str:
        return _line(self._path.name, line)


def _line(file: str, number: int) -> str:
    return place_in(file, Phrase("line {number}", number=number))


def _found(text: str, words: list[str]) -> list[tuple[int, int]] | None:
    """Where the words stand in a text, one after the other; ``None`` if they do not."""
    places, position = [], 0
    for word in words:
        start = text.find(word, position)
        if start < 0 or not BLANK.fullmatch(text, position, start):
            return None
        position = start + len(word)
        places.append((start, position))
    return places


def _given_name(line: str) -> str:
    """The name of a document in the line that begins it."""
    if line.startswith(_NEW_DOCUMENT):
        return line.partition("=")[2].strip()
    rest = [part for part in columns_of(line)[1:] if part not in _NO_NAME]
    return " ".join(rest)


def _chosen(written: str) -> tuple[int, ...]:
    """The columns that a person named, counted from 0."""
    numbers = names_in(written)
    if not all(number.isdecimal() and 0 < int(number) <= 1000 for number in numbers):
        raise UserError("The columns with tags are numbers such as 2 or 3,4, not “{value}”.", value=written)
    return tuple(int(number) - 1 for number in numbers)


def _lines(path: Path, encoding: str | None) -> Iterator[tuple[int, str, int]]:
    """Number, text and size in bytes of each line, without its end."""
    try:
        with path.open("rb") as file:
            head = file.read(_GLIMPSE)
            name = _encoding(head, encoding, path.name)
            file.seek(0)
            if name.startswith(("utf-16", "utf-32")):
                text = decode(read_bytes(path), name).text
                yield from _decoded(BytesIO(text.encode()), "utf-8", path.name)
            else:
                yield from _decoded(file, name, path.name)
    except OSError as error:
        raise UserError("{file} cannot be read: {reason}.", file=path.name, reason=why(error)) from error


def _encoding(head: bytes, chosen: str | None, name: str) -> str:
    """In what a file is written, by its beginning."""
    if b"\0" not in head and len(head) == _GLIMPSE:
        head = head[: head.rfind(b"\n") + 1] or head.rstrip(_HIGH)
    return told_encoding(name, head, chosen)


def _decoded(file: BinaryIO, encoding: str, name: str) -> Iterator[tuple[int, str, int]]:
    number = 0
    while data := file.readline(_MAX_LINE + 1):
        number += 1
        if len(data) > _MAX_LINE:
            raise UserError(
                "{place}: the line is longer than {limit} MB; this is no list of tokens.",
                place=_line(name, number),
                limit=_MAX_LINE // 2**20,
            )
        try:
            line = data.decode(encoding)
        except ValueError as error:
            raise UserError(
                "{place} cannot be read as {encoding}.", place=_line(name, number), encoding=encoding
            ) from error
        if "\0" in line:
            place = _line(name, number)
            raise UserError("{place} holds a NUL character, which no article can hold.", place=place)
        yield number, line.rstrip("\r\n").removeprefix("\ufeff"), len(data)
