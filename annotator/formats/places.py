"""Offsets of tools that count otherwise: where in a text an offset lies, whatever a character counts for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate


class Places:
    """The offsets of all places in one text, as a tool counts them.

    A character may count for several, as in UTF-16 or in bytes, or for nothing, as a line break does that the
    tool has not.
    """

    def __init__(self, text: str, widths: Iterable[int] | None = None, *, first: int = 0) -> None:
        """``widths`` says what each code point counts for, by default one; ``first``, where to begin."""
        self._text = text
        self._offsets: Sequence[int] = (
            range(first, first + len(text) + 1)
            if widths is None
            else tuple(accumulate(widths, initial=first))
        )

    def span(self, start: object, end: object) -> tuple[int, int] | None:
        """The code points between two offsets; ``None`` where there are none, or one of them is cut.

        What counts for nothing is left outside of the span, but a line end of two characters is never cut.
        """
        if type(start) is not int or type(end) is not int or not 0 <= start < end:
            return None
        first = bisect_right(self._offsets, start) - 1
        last = bisect_left(self._offsets, end)
        if first < 0 or last > len(self._text) or self._offsets[first] != start or self._offsets[last] != end:
            return None
        if first and self._offsets[first - 1] == start and self._text[first - 1 : first + 1] == "\r\n":
            first -= 1
        return (first, last) if first < last else None


def in_utf16(text: str) -> list[int]:
    """What each code point counts for in UTF-16."""
    return [2 if letter > "\uffff" else 1 for letter in text]


def line_ends_as(text: str, width: int, widths: Iterable[int]) -> list[int]:
    """These widths, but with each line end, LF or CRLF, counting for so many."""
    counted = list(widths)
    for place, letter in enumerate(text):
        if letter == "\n":
            paired = place > 0 and text[place - 1] == "\r"
            if paired:
                counted[place - 1] = width - 1
            counted[place] = 1 if paired else width
    return counted
