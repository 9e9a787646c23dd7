"""Texts and cells of WebAnno TSV: what is escaped in them, and what stands at their ends."""

import re
from functools import lru_cache
from typing import NamedTuple

NONE = "_"
"""A cell of a row that has nothing of a layer."""
EMPTY = "*"
"""A feature that has no value."""

_VALUE_ESCAPES = {
    **{letter: f"\\{letter}" for letter in "\\[]|_;*"},
    "->": "\\->",
    "\t": "\\t",
    "\n": "\\n",
    "\r": "\\r",
}
_TEXT_ESCAPES = str.maketrans(
    {
        **{chr(code): f"\\{chr(code)}" for code in range(32) if not 7 < code < 14},
        "\t": "\\t",
        "\n": "\\n",
        "\f": "\\f",
        "\r": "\\r",
        "\b": "\\b",
        "\\": "\\\\",
    }
)
_IN_VALUE = re.compile("|".join(map(re.escape, _VALUE_ESCAPES)))
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_ESCAPED_OLD = re.compile(r"\\(u+[0-9A-Fa-f]{4}|->|.)", re.DOTALL)
_LETTERS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b"}
_SUFFIX = re.compile(r"((?:\\.|[^\\])*)\[([0-9]{1,9}(?:_[0-9]{1,9})?)\]", re.DOTALL)
_CHAIN = re.compile(r"((?:\\.|[^\\])*)->([0-9]{1,9})-([0-9]{1,9})", re.DOTALL)


class Cell(NamedTuple):
    """One of the values in a cell, as it is written."""

    raw: str
    ids: tuple[int, ...] = ()
    """The numbers in brackets after it: an annotation's own, or a relation's two ends."""

    @property
    def value(self) -> str | None:
        """What it says; ``None`` if it is there without a value."""
        return None if self.raw in (EMPTY, NONE) else unescaped(self.raw)


def escaped_value(value: str) -> str:
    """A feature's value in a cell."""
    return _IN_VALUE.sub(lambda match: _VALUE_ESCAPES[match[0]], value)


def escaped_text(text: str) -> str:
    """A line of the article."""
    return text.translate(_TEXT_ESCAPES)


def unescaped(text: str, *, old: bool = False) -> str:
    """A text or value as it was; up to version 3.1 letters were written as in Java."""
    if "\\" not in text:
        return text
    found = (_ESCAPED_OLD if old else _ESCAPED).sub(_meant, text)
    # Half characters of which two make one; a lonely half stays, for whoever proves the text.
    return found.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") if old else found


def _meant(match: re.Match[str]) -> str:
    said = match[1]
    if len(said) > 1 and said[0] == "u":
        return chr(int(said.lstrip("u"), 16))
    return _LETTERS.get(said, said)


def split(cell: str, separator: str) -> list[str]:
    """The parts of a cell between separators that are not escaped."""
    if separator not in cell:
        return [cell]
    parts, start = [], 0
    for match in re.finditer(rf"\\.|{re.escape(separator)}", cell):
        if match[0] == separator:
            parts.append(cell[start : match.start()])
            start = match.end()
    return [*parts, cell[start:]]


@lru_cache(maxsize=1024)  # an annotation of many words says the same in each of its rows
def stacked(cell: str) -> tuple[Cell, ...]:
    """The values of a cell, each with its ids."""
    return tuple(
        Cell(match[1], tuple(map(int, match[2].split("_"))))
        if (match := _SUFFIX.fullmatch(part))
        else Cell(part)
        for part in split(cell, "|")
    )


def chained(cell: str) -> tuple[Cell, ...]:
    """The links of a chain in a cell, each with the chain's number and its own."""
    return tuple(
        Cell(match[1], (int(match[2]), int(match[3]))) if (match := _CHAIN.fullmatch(part)) else Cell(part)
        for part in split(cell, "|")
    )
