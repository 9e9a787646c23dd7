"""Where a name stands in a text: what is there already, and which word comes before it.

Offsets are code points, ranges half-open.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from typing import Final, Generic, TypeVar

import regex

from annotator.core.records import Span
from annotator.core.spans import Ranged
from annotator.text.folding import fold
from annotator.text.graphemes import grapheme_ceil, grapheme_floor
from annotator.text.words import word_at

_BLANKS: Final = 8
"""So many blanks at most part a title from a name."""
_BEFORE: Final = 60
"""Code points before a name in which the word before it is looked for."""
_ENDS_SENTENCE: Final = frozenset(".؟!?\n\r\u2028\u2029\u0085:؛")
_PROCLITIC: Final = "ـ"
_LAST_WORD = regex.compile(r"(?r)(?P<word>[\p{L}\p{M}\p{N}\u0640]+)(?P<between>[^\p{L}\p{M}\p{N}\u0640]*)\Z")

_PARAGRAPH_END = regex.compile(r"[\n\r\u0085\u2029]")

R = TypeVar("R", bound=Ranged)


class Places(Generic[R]):
    """Ranges in a text, to be looked up where they are."""

    def __init__(self, ranges: Iterable[R]) -> None:
        self._ranges = sorted(ranges, key=lambda item: item.start)
        self._starts = [item.start for item in self._ranges]
        self._longest = max((item.end - item.start for item in self._ranges), default=0)

    def at(self, span: Span) -> list[R]:
        """Those that overlap a span or begin a few blanks behind it, and some near them."""
        first = bisect_left(self._starts, span.start - self._longest)
        return self._ranges[first : bisect_right(self._starts, span.end + _BLANKS)]


def beside(text: str, span: Span, most: int) -> tuple[str, str]:
    """What stands beside a span in its paragraph, so many code points at most; no cluster is cut."""
    first = min(grapheme_ceil(text, max(0, span.start - most)), span.start)
    last = max(grapheme_floor(text, min(len(text), span.end + most)), span.end)
    before, after = text[first : span.start], text[span.end : last]
    return _PARAGRAPH_END.split(before)[-1], _PARAGRAPH_END.split(after, 1)[0]


def word_before(text: str, start: int, listed: Collection[str] = ()) -> str:
    """What a name at an offset stands after, folded: its proclitic (``بـ``) or the word before it.

    A conjunction is passed over; before another word, where that is ``listed``. At the beginning of a
    sentence it is empty.
    """
    word = written_before(text, start)
    folded = fold(word) + _PROCLITIC if word.endswith(_PROCLITIC) else fold(word)
    is_joined = folded[:1] in ("و", "ف") and folded not in listed and folded[1:] in listed
    return folded[1:] if is_joined else folded


def written_before(text: str, start: int) -> str:
    """The same as it is written."""
    word = word_at(text, start)
    first = word[0] if word is not None and word[0] <= start < word[1] else start
    proclitic = fold(text[first:start]).lstrip("وف")
    if proclitic:
        return proclitic + _PROCLITIC
    before = _LAST_WORD.search(text, max(0, first - _BEFORE), first)
    if before is None or _ENDS_SENTENCE.intersection(before["between"]):
        return ""
    return before["word"]
