"""The text of an article in HTML, cut wherever an annotation begins or ends.

Each piece stands in one element for each annotation that covers it; their underlines lie in lanes, so that
nested, coincident and crossing ones all show. Elements are not spaced apart, for that would cut Arabic words
where their letters join.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple, TypeVar

from annotator.core.spans import Ranged, lanes
from annotator.formats.bundle import BundleZone
from annotator.text.words import word_at

_LINE_FEED = re.compile("\n")
R = TypeVar("R", bound=Ranged)
MAX_LANES = 12
"""Annotations in deeper lanes are only listed."""


class Mark(NamedTuple):
    """An annotation as it is drawn."""

    number: int
    """Counted from 1, in reading order."""
    start: int
    end: int
    look: str
    """The class of its label."""
    hint: str
    """What is shown where the pointer rests."""


def marked(text: str, marks: Sequence[Mark], zones: Sequence[BundleZone], *, numbered: bool) -> str:
    """The text with all marks drawn, a paragraph for each line; each as high as its lanes need.

    ``numbered`` puts the number of each mark behind the word it ends in.
    """
    lane_of = lanes({mark.number: mark for mark in marks})
    drawn = [mark for mark in marks if lane_of[mark.number] < MAX_LANES]
    numbers = _behind_words(text, marks) if numbered else {}
    lines = _Lines(lane_of)
    active: list[Mark] = []
    cuts = sorted({0, len(text), *numbers, *_edges((*drawn, *zones)), *_breaks(text)})
    starting, opening = _starting(drawn, cuts), _starting(zones, cuts)
    for place, start in enumerate(cuts):
        lines.zones = [*(zone for zone in lines.zones if zone.end > start), *opening[place]]
        active = [mark for mark in active if mark.end > start]
        for number in numbers.get(start, ()):
            lines.add(_number(number), active)
        active += starting[place]
        piece = text[start : cuts[place + 1]] if start < len(text) else ""
        if piece == "\n":
            lines.end()
        elif piece:
            lines.add(escape(piece.rstrip("\r"), quote=False), active)
    lines.end()
    return "".join(lines.written)


class _Lines:
    """The paragraphs of a text in the making."""

    def __init__(self, lane_of: Mapping[int, int]) -> None:
        self.written: list[str] = []
        self.zones: list[BundleZone] = []
        """Those that the next piece is in."""
        self._lane_of = lane_of
        self._begun: set[int] = set()
        self._pieces: list[str] = []
        self._lanes = 0

    def add(self, inside: str, active: Sequence[Mark]) -> None:
        """A piece that these marks cover."""
        for mark in sorted(active, key=lambda mark: self._lane_of[mark.number], reverse=True):
            lane = self._lane_of[mark.number]
            inside = _drawn(mark, lane, inside, first=mark.number not in self._begun)
            self._begun.add(mark.number)
            self._lanes = max(self._lanes, lane + 1)
        self._pieces.append(_in_zones(inside, self.zones))

    def end(self) -> None:
        """The line's end."""
        self.written.append(f'<p class="h{self._lanes}">{"".join(self._pieces)}</p>\n')
        self._pieces.clear()
        self._lanes = 0


def _edges(ranges: Iterable[Ranged]) -> Iterator[int]:
    return (edge for item in ranges for edge in (item.start, item.end))


def _breaks(text: str) -> Iterator[int]:
    """Before and behind each line feed."""
    return (edge for found in _LINE_FEED.finditer(text) for edge in found.span())


def _starting(ranges: Iterable[R], cuts: list[int]) -> list[list[R]]:
    """What begins at each cut."""
    found: list[list[R]] = [[] for _ in cuts]
    for item in ranges:
        found[bisect_left(cuts, item.start)].append(item)
    return found


def _behind_words(text: str, marks: Sequence[Mark]) -> dict[int, list[int]]:
    """Where the numbers stand: behind a whole word, for within one they would part its letters."""
    found: dict[int, list[int]] = {}
    for mark in marks:
        word = word_at(text, mark.end) if mark.end < len(text) else None
        inside = word is not None and word[0] < mark.end
        found.setdefault(word[1] if word and inside else mark.end, []).append(mark.number)
    return found


def _number(number: int) -> str:
    """The number as what a style adds, so that copying the text does not copy it."""
    return f'<a class="n" href="#a{number}" data-n="{number}"></a>'


def _drawn(mark: Mark, lane: int, inside: str, *, first: bool) -> str:
    anchor = f' id="s{mark.number}"' if first else ""
    return f'<span class="a l{lane} {mark.look}"{anchor} title="{escape(mark.hint)}">{inside}</span>'


def _in_zones(inside: str, zones: Sequence[BundleZone]) -> str:
    if not zones:
        return inside
    kinds = dict.fromkeys(zone.kind for zone in zones)
    return f'<span class="z" title="{escape(", ".join(kinds))}">{inside}</span>'


def lines_of(text: str) -> Iterator[str]:
    """The lines of a text, escaped and set apart."""
    return (f"<span>{escape(line)}</span>" for line in text.splitlines() if line.strip())
