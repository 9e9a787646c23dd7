"""JSON Lines from anywhere: line by line, each decoded into a typed struct, with the place for messages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from annotator.core.errors import Phrase, UserError, place_in, why

MAX_LINE_BYTES = 128 * 1024 * 1024
"""More than the largest article takes with every letter escaped."""

_BUFFER = 1 << 20
"""Bytes that are read at a time: a line of gold is many of the pages that Python would read."""
_SHOWN = 40
_LOOKED_AT = 1000
_MANY_BITS = 256


def lines(path: Path) -> Iterator[tuple[str, bytes]]:
    """The lines that hold something, each with its place for messages; only LF ends a line."""
    try:
        with path.open("rb", _BUFFER) as file:
            yield from _lines_of(file, path.name)
    except OSError as error:
        raise UserError("{file} cannot be read: {reason}.", file=path.name, reason=why(error)) from error


def _lines_of(file: BinaryIO, name: str) -> Iterator[tuple[str, bytes]]:
    number = 0
    while data := file.readline(MAX_LINE_BYTES + 1):
        number += 1
        place = place_in(name, Phrase("line {number}", number=number))
        if len(data) > MAX_LINE_BYTES:
            raise UserError(
                "{place}: the line is longer than {limit} MB; split the document.",
                place=place,
                limit=MAX_LINE_BYTES // 2**20,
            )
        if number == 1:
            data = data.removeprefix(b"\xef\xbb\xbf")
        if data and not data.isspace():
            yield place, data


def decode(place: str, data: bytes, decoder: msgspec.json.Decoder[Any]) -> Any:  # noqa: ANN401  # as decoder
    """What a line holds.

    Raises:
        UserError: it is not JSON, not UTF-8, or not of the decoder's shape.
    """
    try:
        return decoder.decode(data)
    except msgspec.ValidationError as error:
        raise UserError("{place}: {reason}.", place=place, reason=error) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise UserError("{place} is not JSON: {reason}.", place=place, reason=error) from error
    except UnicodeDecodeError as error:
        raise UserError(
            "{place} is not UTF-8: byte {byte:#04x} cannot stand there; save the file as UTF-8.",
            place=place,
            byte=error.object[error.start],
        ) from error


def shown(value: object) -> str:
    """A value from a file, short and on one line, however deep it is nested."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    if isinstance(value, int) and value.bit_length() > _MANY_BITS:
        return "…"  # Python refuses to write it out
    line = " ".join(str(value)[:_LOOKED_AT].split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
