"""What a selection made by word takes: whole words, no punctuation at its ends, no proclitic at its start.

Pure functions over the stored text; code points, no Qt.
"""

from dataclasses import dataclass
from typing import Final

import regex

from annotator.core.records import Span
from annotator.text.graphemes import next_grapheme, previous_grapheme, trim
from annotator.text.proclitics import Vocabulary, cuts, likely_cut
from annotator.text.words import whole_words, word_at

# Signs that belong to what they touch stay: 50%, #وسم, @name.
_LOOSE = regex.compile(
    r"[[\p{P}]--[%٪‰#@&*\"'«»“”‘’‹›()\[\]{}]]|(?<![\p{L}\p{M}\u0640])\u0640", regex.VERSION1
)
_MINUS = regex.compile(r"[-‐‑]\p{Nd}")
_FAMILIES: Final = ('"', "'", "«»", "“”", "‘’", "‹›", "()", "[]", "{}")
_FAMILY_OF: Final = {mark: family for family in _FAMILIES for mark in family}


@dataclass(frozen=True, slots=True)
class Snapping:
    """The project's policy on proclitics, and the words that tell them from first letters."""

    vocabulary: Vocabulary | None = None
    """Without one, nothing can be told and nothing is cut."""
    cutting: bool = True
    """Whether a likely proclitic is left out."""

    def cut(self, text: str, span: Span) -> Span:
        """The span without the proclitic its first word likely has; as it is if it begins inside a word."""
        if not self.cutting or self.vocabulary is None or not len(span):
            return span
        word = word_at(text, span.start)
        if word is None or word[0] != span.start:
            return span
        return Span(likely_cut(text, span.start, span.end, self.vocabulary), span.end)

    def by_words(self, text: str, start: int, end: int) -> Span:
        """The words a range has any part of, trimmed and cut; empty where it has none."""
        return self.cut(text, tidied(text, *whole_words(text, *trim(text, start, end))))

    def word(self, text: str, offset: int) -> Span | None:
        """The word an offset is in or next to, without its proclitic."""
        word = word_at(text, offset)
        return self.cut(text, Span(*word)) if word else None


def left_out(text: str, span: Span) -> Span | None:
    """The proclitic that a span leaves out of its first word; None if the span begins with the word."""
    word = word_at(text, span.start) if len(span) else None
    if word is None or not word[0] < span.start < word[1] or span.start not in cuts(text, *word):
        return None
    return Span(word[0], span.start)


def next_cut(text: str, span: Span) -> Span:
    """The span with the next choice of its start: the whole word, without و, without وب… and around again."""
    word = word_at(text, span.start)
    if not len(span) or word is None or span.start == word[1]:
        return span
    choices = [cut for cut in cuts(text, *word) if cut < span.end]
    following = choices.index(span.start) + 1 if span.start in choices else 0
    return Span(choices[following % len(choices)], span.end)


def tidied(text: str, start: int, end: int) -> Span:
    """The range without blanks and punctuation at its ends; empty if it has nothing else.

    A quotation mark or bracket stays where its partner is inside: ``قال "نعم"`` keeps both, ``"نعم"`` none.
    """
    while True:
        start, end = trim(text, start, end)
        if start >= end:
            return Span(start, start)
        if _is_loose(text, start, end, end - 1):
            end = max(previous_grapheme(text, end), start)
        elif _is_loose(text, start, end, start) and not _MINUS.match(text, start, end):
            start = min(next_grapheme(text, start), end)
        else:
            return Span(start, end)


def _is_loose(text: str, start: int, end: int, at: int) -> bool:
    family = _FAMILY_OF.get(text[at])
    if family is None:
        return _LOOSE.match(text, at, end) is not None
    count = sum(text.count(mark, start, end) for mark in family)
    wrapped = count == 2 and text[start] in family and text[end - 1] in family
    return count % 2 == 1 or wrapped
