"""Where brat's text-bounds lie: fragments proved against the quote, whatever the offsets count."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

import regex

from annotator.core.errors import UserError
from annotator.formats.anchoring import Anchor, Anchored, Unit
from annotator.formats.brat.lines import BREAKS
from annotator.formats.json_lines import shown

_BREAK = regex.compile(rf"[{BREAKS}]")
_UNITS: tuple[Unit, ...] = ("code point", "utf-16", "byte")


_MAX_SEARCHED = 2_000_000_000
"""Characters looked through, of one document."""
_SLACK = 1000
"""How much white space a text may have beyond what its quote says."""


class HopelessError(UserError):
    """What ends the reading of the whole file."""


class Places:
    """Finds the text-bounds of one text."""

    def __init__(self, text: str, *, marked: bool = False) -> None:
        """``marked`` says that the file begins with a byte order mark, which brat counts."""
        self._text = text
        self._marked = marked
        self._searched = 0
        self._anchors = {unit: Anchor(text, unit) for unit in _UNITS}
        self._folded: Anchor | None = None
        """Over the text with each CR LF as one character, as some programs count."""
        self._carriages: list[int] = []
        if "\r\n" in text:
            parts = text.split("\r\n")
            self._folded = Anchor("\n".join(parts), "code point")
            position = 0
            for part in parts[:-1]:
                position += len(part) + 1
                self._carriages.append(position)

    def find(self, parts: list[tuple[int, int]], quote: str | None, place: str) -> list[Anchored]:
        """Where the fragments of a text-bound lie, in order.

        Raises:
            UserError: they lie outside the text, or do not read as the quote says.
        """
        for found in self._candidates(parts, place):
            if quote is None or self._reads(found, quote):
                return sorted(found)
        self._spend(place)
        if quote is None or len(parts) == 1:
            return [self._anchors["code point"].span(start, end, quote, place) for start, end in parts]
        raise UserError(
            "{place}: the fragments should read “{quote}”, which does not stand there.",
            place=place,
            quote=shown(quote),
        )

    def broken_by_lines(self, found: list[Anchored]) -> bool:
        """Whether only line ends, and blanks beside them, lie between the fragments."""
        gaps = [self._text[one.end : other.start] for one, other in pairwise(found)]
        return all(not gap.strip() and (not gap or _BREAK.search(gap)) for gap in gaps)

    def _spend(self, place: str) -> None:
        """Look through the text for what does not stand where it should; not without end."""
        self._searched += len(self._text)
        if self._searched > _MAX_SEARCHED:
            raise HopelessError("{place}: too little of the file fits its text; it is refused.", place=place)

    def _candidates(self, parts: list[tuple[int, int]], place: str) -> Iterator[list[Anchored]]:
        """Where the fragments lie if offsets are counted in each of the ways there are."""
        for unit, anchor in self._anchors.items():
            if found := self._as_counted(anchor, parts, place):
                yield [item._replace(moved=unit != "code point") for item in found]
        if self._folded and (found := self._as_counted(self._folded, parts, place)):
            yield [Anchored(self._unfolded(s), self._unfolded(e), moved=True) for s, e, _ in found]
        if self._marked:
            before = [(start - 1, end - 1) for start, end in parts]
            if found := self._as_counted(self._anchors["code point"], before, place):
                yield [item._replace(moved=True) for item in found]

    def _as_counted(self, anchor: Anchor, parts: list[tuple[int, int]], place: str) -> list[Anchored] | None:
        try:
            return [anchor.span(start, end, None, place) for start, end in parts]
        except UserError:
            return None

    def _unfolded(self, offset: int) -> int:
        return offset + bisect_left(self._carriages, offset + 1)

    def _reads(self, found: list[Anchored], quote: str) -> bool:
        """Whether the fragments say what the quote says, white space aside; more may follow it."""
        if sum(item.end - item.start for item in found) > 4 * len(quote) + _SLACK:
            return False
        texts = [self._text[item.start : item.end] for item in found]
        said = " ".join(texts)
        if quote.startswith(said) and not quote[len(said) : len(said) + 1].strip():
            return True
        return "".join(quote.split()) == "".join("".join(texts).split())
