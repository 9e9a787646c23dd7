"""Records in JSON from anywhere: one a line, one after the other, or in an array; never all in memory.

Which of these a file is shows in its first line. Every record is looked through before it is given out:
nothing in it is nested without end, and no string has what no text may have.
"""

import re
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec

from annotator.core.errors import Phrase, UserError, place_in, why
from annotator.formats.json_lines import MAX_LINE_BYTES, decode, lines, shown

SUFFIXES = (".jsonl", ".json", ".ndjson")

MAX_DEPTH = 50
_SHOWN = 40
_FIRST_LINE = 4 * 1024 * 1024
_BOM = b"\xef\xbb\xbf"
_SEPARATORS = {b"\xc2\x85": b"\\u0085", b"\xe2\x80\xa8": b"\\u2028", b"\xe2\x80\xa9": b"\\u2029"}
_CHUNK = 64 * 1024
_NO_SPACE = re.compile(rb"[^ \t\r\n]")
_NO_BRACKET = re.compile(rb'(?:[^"{}\[\]]++|"(?:[^"\\]++|\\.)*+")*+', re.DOTALL)
_decoder = msgspec.json.Decoder[Any]()


class Record(NamedTuple):
    """One value of a file."""

    place: str
    """For messages: ``file.jsonl, line 3`` or ``file.json, record 3``."""
    value: Any
    size: int
    """Bytes it took, about."""
    number: int


def records(path: Path) -> Iterator[Record]:
    """The records of a file, as they are asked for.

    Raises:
        UserError: the file cannot be read, is not JSON in UTF-8, or a record is too long, nested too deep, or
            holds a character no text may have; the records before it have been given out by then.
    """
    found = False
    for record in _by_line(path) if _has_a_record_a_line(path) else _streamed(path):
        found = True
        yield record
    if not found:
        raise UserError("{file} holds nothing; choose another file.", file=path.name)


def first_record(path: Path, head: bytes) -> Any:  # noqa: ANN401  # whatever the file holds
    """The first record, to tell by it what a file is; ``None`` if it cannot be had."""
    if path.suffix.lower() not in SUFFIXES or not head.removeprefix(_BOM).lstrip().startswith((b"{", b"[")):
        return None
    try:
        state = path.stat()
        return _first(path, state.st_size, state.st_mtime_ns)
    except OSError:
        return None


def to_line(value: object) -> bytes:
    r"""A value as one line of JSON; no line separator in it but the ``\n`` at its end."""
    data = msgspec.json.encode(value)
    for separator, escape in _SEPARATORS.items():
        if separator in data:
            data = data.replace(separator, escape)
    return data + b"\n"


@lru_cache(maxsize=4)  # several formats ask the same file, one after the other
def _first(path: Path, _size: int, _changed: int) -> Any:  # noqa: ANN401
    try:
        return next(records(path)).value
    except UserError:
        return None


def _has_a_record_a_line(path: Path) -> bool:
    """Whether the first line holds a record by itself: an object, or a list that begins with a text."""
    try:
        with path.open("rb") as file:
            line = file.readline(_FIRST_LINE).removeprefix(_BOM)
            if not line.strip():
                return False
    except OSError as error:
        raise UserError("{file} cannot be read: {reason}.", file=path.name, reason=why(error)) from error
    try:
        value = _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        # A long line is a faulty record, or one too long to tell; a tree of lines opens with a short one.
        return line.startswith(b"{") and len(line) > _MIN_RECORD
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], str))


_MIN_RECORD = 40


def _record(place: str, data: bytes, number: int) -> Record:
    value = decode(place, data, _decoder)
    _prove_json(place, value, data)
    return Record(place, value, len(data), number)


def _by_line(path: Path) -> Iterator[Record]:
    for number, (place, data) in enumerate(lines(path), 1):
        yield _record(place, data, number)


def _streamed(path: Path) -> Iterator[Record]:
    """The items of an array, or values one after the other with line ends anywhere."""
    try:
        with path.open("rb") as file:
            for number, data in enumerate(_Pieces(file, path.name), 1):
                yield _record(place_in(path.name, Phrase("record {number}", number=number)), data, number)
    except OSError as error:
        raise UserError("{file} cannot be read: {reason}.", file=path.name, reason=why(error)) from error


class _Pieces:
    """The bytes of each object or list in an array, or of each that stands by itself.

    Only brackets and strings are looked at, so a piece may yet turn out to be no JSON. Libraries that give
    out events remember the path to each, which takes memory with the square of the depth.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = file, name
        self._buffer = file.read(_CHUNK).removeprefix(_BOM)
        self._at = 0

    def __iter__(self) -> Iterator[bytes]:
        """Give out the pieces; raise UserError where the file is no JSON, or a piece is too long or deep."""
        in_array = self._next() == b"["
        if in_array:
            self._at += 1
        first = True
        while (sign := self._next()) and not (in_array and sign == b"]"):
            if in_array and not first:
                if sign != b",":
                    raise self._no_json()
                self._at += 1
                sign = self._next()
            if sign not in (b"{", b"["):
                raise self._no_json()
            yield self._piece()
            first = False
        if in_array and not sign:
            raise UserError("{file} ends in the middle; get the whole file.", file=self._name)
        self._at += bool(sign)
        if self._next():
            raise self._no_json()

    def _next(self) -> bytes:
        """The next sign that is no white space, which stays; empty at the end of the file."""
        while True:
            found = _NO_SPACE.search(self._buffer, self._at)
            if found:
                self._at = found.start()
                return self._buffer[self._at : self._at + 1]
            self._at = len(self._buffer)
            if not self._more():
                return b""

    def _piece(self) -> bytes:
        self._buffer = self._buffer[self._at :]
        self._at = at = depth = 0
        while True:
            at = _NO_BRACKET.match(self._buffer, at).end()  # type: ignore[union-attr]  # it matches nothing too
            sign = self._buffer[at : at + 1]
            if sign in (b"", b'"'):  # the end of what was read, or a string that goes over it
                if not self._more():
                    raise UserError("{file} ends in the middle; get the whole file.", file=self._name)
                continue
            at += 1
            depth += 1 if sign in (b"{", b"[") else -1
            if depth > MAX_DEPTH:
                raise UserError("{file} is nested more than {limit} deep.", file=self._name, limit=MAX_DEPTH)
            if not depth:
                self._at = at
                return self._buffer[:at]

    def _more(self) -> bool:
        """Read as much again as there is, so that a long piece is not looked through too often."""
        if len(self._buffer) - self._at > MAX_LINE_BYTES:
            raise UserError(
                "{file}: a record is longer than {limit} MB; split the document.",
                file=self._name,
                limit=MAX_LINE_BYTES // 2**20,
            )
        kept = self._buffer[self._at :]
        data = self._file.read(max(_CHUNK, len(kept)))
        self._buffer, self._at = kept + data, 0
        return bool(data)

    def _no_json(self) -> UserError:
        found = shown(self._buffer[self._at : self._at + _SHOWN].decode(errors="replace"))
        return UserError(
            "{file} is not JSON: “{found}” stands where a record should.", file=self._name, found=found
        )


def prove_strings(place: str, value: object) -> None:
    """Look through a value.

    Raises:
        UserError: it is nested too deep, or a string has NUL (SQLite ends a text there) or half a character.
    """
    for level in _levels(place, value):
        for item in level:
            if isinstance(item, str) and (not item.isascii() or "\0" in item):
                _prove_string(place, item)


def _prove_json(place: str, value: object, data: bytes) -> None:
    """The same for a value out of JSON, which can spell such characters only as escapes."""
    if b"\\u0000" in data or b"\\ud" in data or b"\\uD" in data:
        prove_strings(place, value)
    else:
        deque(_levels(place, value), maxlen=0)


def _levels(place: str, value: object) -> Iterator[list[Any]]:
    """What stands at each depth of a value, keys too."""
    level: list[Any] = [value]
    for _ in range(MAX_DEPTH):
        yield level
        inner = [item for item in level if type(item) is list or type(item) is dict]
        if not inner:
            return
        level = [part for item in inner for part in item]
        level += [part for item in inner if type(item) is dict for part in item.values()]
    raise UserError("{place} is nested more than {limit} deep.", place=place, limit=MAX_DEPTH)


def _prove_string(place: str, text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UserError("{place} contains half a character (a lone surrogate).", place=place) from error
    if "\0" in text:
        raise UserError("{place} contains a NUL character, which no text may have; remove it.", place=place)
