"""Lines of text from the places of letters on a page: what stands further right comes first in Arabic.

A PDF holds letters and places, no text. PDFium puts them in an order and reverses what is Arabic, line by
line; at marks, figures and wrapped lines it goes astray. The places are sure, so they make the order anew.
"""

import re
import unicodedata
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final, NamedTuple

UNKNOWN: Final = "\ufffd"
"""Stands for a letter the file does not name."""

_EM: Final = 1.8
"""Of the usual letter's height, about."""

_SAME_LINE: Final = 0.45
_SURE_GAP: Final = 0.5
_NO_GAP: Final = 0.08
_NEIGHBOURS: Final = 4
_BIAS: Final = 3
"""A line with some Arabic is read from the right, unless Latin letters are as many times more."""

_LIKELY_GAP: Final = 0.12
_COLUMN_GAP: Final = 4.0
_LOOKED_BACK: Final = 3
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LEFT_TO_RIGHT = re.compile("[A-Za-z\u00c0-\u024f]")
_LATIN = re.compile(
    "[A-Za-z\u00c0-\u024f0-9][^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]*[A-Za-z\u00c0-\u024f0-9]"
)
_NUMBER = re.compile(r"\d+(?:[.,:/\u066b\u066c]\d+)*")
_BRACKETS: Final = str.maketrans("()[]{}", ")(][}{")


class Letter(NamedTuple):
    """One character and where its ink is, in points from the page's lower left."""

    text: str
    order: int
    """Its place in PDFium's order."""
    left: float
    right: float
    base: float
    """Height of the line it stands on."""
    height: float
    made_up: bool = False
    """Whether PDFium added it."""


class Line(NamedTuple):
    """A line as it is on the page."""

    text: str
    left: float
    right: float
    base: float
    em: float
    backwards: bool
    """Whether it is read from the right."""


@dataclass
class _Row:
    base: float
    letters: list[Letter]
    left: float
    right: float

    def take(self, letters: list[Letter], left: float, right: float) -> None:
        self.letters += letters
        self.left, self.right = min(self.left, left), max(self.right, right)


def lines_of(letters: Sequence[Letter], *, as_placed: bool = False) -> list[Line]:
    """The lines of a page, from PDFium's letters in its order. ``as_placed``: read all from the left."""
    inked = [item for item in letters if not item.text.isspace() and not _is_mark(item)]
    if not inked:
        return []
    em = max(1.0, _EM * median(item.height for item in inked))
    spaces = {item.order: item for item in letters if item.text.isspace() and item.text not in "\r\n"}
    rows: list[_Row] = []
    for group in _groups(letters):
        for row in _by_height(group, em):
            _join(rows, row, em)
    return [_line(row, spaces, em, as_placed=as_placed) for row in rows]


def _groups(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """PDFium's own lines, without white space."""
    group: list[Letter] = []
    for item in letters:
        if item.text in "\r\n":
            yield group
            group = []
        elif not item.text.isspace():
            group.append(item)
    yield group


def _by_height(group: list[Letter], em: float) -> list[_Row]:
    """The lines on the page that PDFium took for one, the highest first."""
    rows: list[_Row] = []
    for item in group:
        near = next((row for row in rows[: -_LOOKED_BACK - 1 : -1] if _is_level(row, item.base, em)), None)
        if near is None:
            rows.append(_Row(item.base, [item], item.left, item.right))
        else:
            near.take([item], item.left, item.right)
    return sorted(rows, key=lambda row: -row.base)


def _join(rows: list[_Row], row: _Row, em: float) -> None:
    """Add a line to those before, or to the one it is a part of."""
    for other in rows[-_LOOKED_BACK:]:
        apart = max(row.left - other.right, other.left - row.right)
        if _is_level(other, row.base, em) and apart < _COLUMN_GAP * em:
            other.take(row.letters, row.left, row.right)
            return
    rows.append(row)


def _is_level(row: _Row, base: float, em: float) -> bool:
    return abs(row.base - base) < _SAME_LINE * em


def _line(row: _Row, spaces: dict[int, Letter], em: float, *, as_placed: bool) -> Line:
    text = "".join(item.text for item in row.letters)
    strong = len(_RIGHT_TO_LEFT.findall(text)) * _BIAS > len(_LEFT_TO_RIGHT.findall(text))
    backwards = strong and not as_placed
    sign = -1 if backwards else 1
    bases = [item for item in row.letters if not _is_mark(item)] or row.letters
    marks = [item for item in row.letters if _is_mark(item)] if bases is not row.letters else []
    ordered = sorted(bases, key=lambda item: (round(sign * (item.left + item.right), 1), item.order))
    borne = _borne(ordered, marks)
    pieces: list[str] = []
    for number, item in enumerate(ordered):
        if number and _is_apart(ordered[number - 1], item, spaces, em):
            pieces.append(" ")
        pieces += (item.text, *borne.get(item.order, ()))
    written = "".join(pieces)
    written = _turned(written) if backwards else written
    if strong:
        written = _mirrored(written)
    return Line(written, row.left, row.right, row.base, em, strong)


def _borne(bases: list[Letter], marks: list[Letter]) -> dict[int, list[str]]:
    """The marks over and under each letter, by its index."""
    by_index = {item.order: item for item in bases}
    by_place = sorted(bases, key=lambda item: item.left)
    places = [item.left for item in by_place]
    borne: dict[int, list[str]] = {}
    bearer: dict[int, Letter] = {}
    for mark in sorted(marks, key=lambda item: item.order):
        middle = (mark.left + mark.right) / 2
        near = by_index.get(mark.order - 1) or bearer.get(mark.order - 1)
        if near is None or not near.left - 1 <= middle <= near.right + 1:
            at = bisect(places, middle)
            around = by_place[max(0, at - 3) : at + 2]
            near = min(
                around, key=lambda item: (max(item.left - middle, middle - item.right, 0.0), -item.order)
            )
        bearer[mark.order] = near
        borne.setdefault(near.order, []).append(mark.text)
    return borne


def _is_apart(before: Letter, after: Letter, spaces: dict[int, Letter], em: float) -> bool:
    """Whether white space stands between two letters that follow one another."""
    gap = max(after.left - before.right, before.left - after.right) / em
    if gap > _SURE_GAP or gap < _NO_GAP:
        return gap > _SURE_GAP
    first, last = sorted((before.order, after.order))
    if last - first > _NEIGHBOURS:
        return gap > _LIKELY_GAP
    between = [spaces[index] for index in range(first + 1, last) if index in spaces]
    return any(not space.made_up for space in between) or (bool(between) and gap > _LIKELY_GAP)


def _turned(line: str) -> str:
    """A line read from the right, with what is read from the left in it turned round."""
    line = _LATIN.sub(lambda found: found[0][::-1] if _LEFT_TO_RIGHT.search(found[0]) else found[0], line)
    pieces: list[str] = []
    position = 0
    for found in _LATIN.finditer(line):
        if _LEFT_TO_RIGHT.search(found[0]):
            pieces += (_numbers_turned(line[position : found.start()]), found[0])
            position = found.end()
    return "".join(pieces) + _numbers_turned(line[position:])


def _mirrored(text: str) -> str:
    """A text with its brackets the other way, if that fits better: some files name them as they look."""
    mirrored = text.translate(_BRACKETS)
    return mirrored if _misfits(mirrored) < _misfits(text) else text


def _numbers_turned(text: str) -> str:
    return _NUMBER.sub(lambda found: found[0][::-1], text)


def _misfits(text: str) -> int:
    """How many brackets close what is not open."""
    misfits = depth = 0
    for letter in text:
        if letter in "([{":
            depth += 1
        elif letter in ")]}":
            misfits += not depth
            depth = max(0, depth - 1)
    return misfits


def _is_mark(item: Letter) -> bool:
    return unicodedata.combining(item.text[0]) != 0
