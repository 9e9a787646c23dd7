"""How a tool counted the positions in a REFI-QDA project: the standard means characters, and tools differ.

Some count UTF-16 units (NVivo), some a CRLF of the text as one (ATLAS.ti), some a lone LF as the two it was,
some the byte order mark. Most give a selection its words as its name, and that settles it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from annotator.formats.places import Places, in_utf16, line_ends_as

_TRIED = 200
"""How many names are looked at."""
_EXACTLY = 2
_CUT = re.compile(r"(?:…|\.\.\.)$")


class Named(NamedTuple):
    """A selection and what the tool calls it, mostly its words or their beginning."""

    start: int
    end: int
    name: str


def places_for(text: str, named: Sequence[Named], *, origin: str, marked: bool) -> tuple[Places, bool]:
    """The places of a text as the tool counted; and whether that is not how it was to be expected.

    ``marked``: the file began with a byte order mark, which ``text`` has not.
    """
    tried = [item for item in named[:_TRIED] if _words(item.name)]
    counted = _countings(text, origin, marked=marked)
    best = expected = next(counted)
    most = _fitting(best, text, tried)
    while most < _EXACTLY * len(tried) and (other := next(counted, None)) is not None:
        fitting = _fitting(other, text, tried)
        if fitting > most:
            best, most = other, fitting
    return best, best is not expected


def _countings(text: str, origin: str, *, marked: bool) -> Iterator[Places]:
    tool = origin.casefold()
    units = [False, True] if any(letter > "\uffff" for letter in text) else [False]
    if "nvivo" in tool:
        units.reverse()
    ends: list[int | None] = [None, 1] if "\r\n" in text else [None]
    if "atlas" in tool:
        ends.reverse()
    if "\n" in text.replace("\r\n", ""):
        ends.append(2)
    for first, end, utf16 in product([0, 1] if marked else [0], ends, units):
        if end is None and not utf16:
            yield Places(text, first=first)
        else:
            widths = in_utf16(text) if utf16 else [1] * len(text)
            yield Places(text, widths if end is None else line_ends_as(text, end, widths), first=first)


def _fitting(places: Places, text: str, named: Sequence[Named]) -> int:
    """How well the names fit what stands where the selections are."""
    fitting = 0
    for item in named:
        found = places.span(item.start, item.end)
        if found is not None:
            fitting += _likeness(text[slice(*found)], item.name)
    return fitting


def _likeness(quote: str, name: str) -> int:
    """How well a name fits the words it should be: exactly, less its white space, as their beginning."""
    words = " ".join(quote.split())
    if quote == name or (quote.strip() == quote and words == " ".join(name.split())):
        return _EXACTLY
    return int(words.startswith(_words(name)))


def _words(name: str) -> str:
    """A name less its white space, and less the dots where it was cut."""
    return _CUT.sub("", " ".join(name.split())).rstrip()
