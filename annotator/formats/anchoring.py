"""Where a span of a file lies in its text: units converted, quotes proved, shifted offsets found again.

The order of the questions: does the quote stand there in the unit the format counts in; in one of the others
(tools and their old exports differ); does it stand in the text exactly once. Whatever is none of these is a
fault. Without a quote the offsets have to be believed.
"""

from bisect import bisect_right
from itertools import accumulate
from typing import Literal, NamedTuple

from annotator.core.errors import UserError
from annotator.formats.json_lines import shown
from annotator.text.utf16 import Utf16Map

Unit = Literal["code point", "utf-16", "byte"]
"""What offsets count: Unicode code points (Python), UTF-16 units (Java, JavaScript) or bytes of UTF-8."""


MAX_SEARCHED = 2_000_000_000
"""Characters, in one document."""


class Anchored(NamedTuple):
    """A span in code points."""

    start: int
    end: int
    moved: bool
    """Whether the offsets did not fit the quote as they were counted, and it was found another way."""


class Anchor:
    """Finds spans in one text."""

    def __init__(self, text: str, unit: Unit) -> None:
        self._text = text
        self._unit: Unit = unit
        self._utf16 = Utf16Map(text)
        self._bytes: list[int] | None = None

    def span(self, start: object, end: object, quote: str | None, place: str) -> Anchored:
        """The span between two offsets.

        Raises:
            UserError: the offsets are no whole numbers, lie outside the text, cut a character or hold
                nothing; or the quote stands neither there nor exactly once in the text.
        """
        found = self._converted(start, end, self._unit)
        if found and (quote is None or self._text[found[0] : found[1]] == quote):
            return Anchored(*found, moved=False)
        if quote:
            units: tuple[Unit, ...] = ("code point", "utf-16", "byte")
            for unit in units:
                found = self._converted(start, end, unit)
                if found and self._text[found[0] : found[1]] == quote:
                    return Anchored(*found, moved=True)
            at = self._text.find(quote)
            if at >= 0 and self._text.find(quote, at + 1) < 0:
                return Anchored(at, at + len(quote), moved=True)
            raise UserError(
                "{place}: the span {start}–{end} should read “{quote}”, which does not stand there.",
                place=place,
                start=shown(start),
                end=shown(end),
                quote=shown(quote),
            )
        raise UserError(
            "{place}: there is no span {start}–{end} in a text of {length} characters.",
            place=place,
            start=shown(start),
            end=shown(end),
            length=len(self._text),
        )

    def to_unit(self, offset: int) -> int:
        """An offset in code points as the format counts it."""
        if self._unit == "utf-16":
            return self._utf16.to_utf16(offset)
        return self._byte_offsets()[offset] if self._unit == "byte" else offset

    def _converted(self, start: object, end: object, unit: Unit) -> tuple[int, int] | None:
        if type(start) is not int or type(end) is not int or not 0 <= start < end:
            return None
        first, last = self._code_point(start, unit), self._code_point(end, unit)
        return None if first is None or last is None or first >= last else (first, last)

    def _code_point(self, offset: int, unit: Unit) -> int | None:
        if unit == "byte":
            return self._code_point_of_byte(offset)
        if unit == "code point":
            return offset if offset <= len(self._text) else None
        if offset > self._utf16.to_utf16(len(self._text)):
            return None
        found = self._utf16.to_code_point(offset)
        return found if self._utf16.to_utf16(found) == offset else None  # None between two surrogates

    def _code_point_of_byte(self, offset: int) -> int | None:
        offsets = self._byte_offsets()
        found = bisect_right(offsets, offset) - 1
        return found if offsets[found] == offset else None

    def _byte_offsets(self) -> list[int]:
        if self._bytes is None:
            self._bytes = list(accumulate((_width(ord(letter)) for letter in self._text), initial=0))
        return self._bytes


class WrongTextError(UserError):
    """Too little of what a file says stands in its text; there is no use in going on."""


class Searches:
    """Counts how often all of a text was looked through for a quote; that cannot be done without end."""

    def __init__(self, text: str) -> None:
        self._length, self._searched = len(text), 0

    def count(self, place: str) -> None:
        """Note one more.

        Raises:
            WrongTextError: it is enough.
        """
        self._searched += self._length
        if self._searched > MAX_SEARCHED:
            raise WrongTextError(
                "{place}: too many spans do not stand where the file says; is this the right text?",
                place=place,
            )


def _width(code: int) -> int:
    """Bytes a code point takes in UTF-8."""
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4
