"""Words as a reviewer of Arabic news means them: what a double click takes, where the caret stops.

Offsets are code points, ranges half-open. The rule is that of UAX #29 with these decisions of ours:

- Marks, ZWNJ and ZWJ belong to their letter. Tatweel belongs to a word when a letter is next to it; alone it
  is a dash. Quotes, ``،`` ``؛`` ``؟`` ``…`` and ``%`` belong to no word.
- A number is one word with what separates its digits: ``1,200`` ``٢٬٥٠٠`` ``3.5`` ``12:30`` ``31/12/2021``
  and, in a date of three parts only, the hyphen: ``31-12-2021``. A range such as ``10-15`` is two words, for
  its bounds are two values. Letters and digits that touch are one word (``27th``, ``و20``), and so are
  letters, a hyphen and a number: ``F-16``, ``كوفيد-19``.
- Full stop, apostrophe and middle dot join letters of European scripts (``U.S``, ``O'Neil``) and never
  Arabic ones, whose writers often leave out the space after a stop. Hebrew keeps gershayim (``צה"ל``).
- ``_`` joins what stands on both its sides (``العراق_اليوم``). Writing without spaces is not segmented.

No word contains white space or foreign punctuation, so a look-up starts at the nearest of those.
"""

from collections.abc import Iterator
from typing import Final

import regex

from annotator.text.graphemes import EXTENDING, FORMAT, PREPENDED, check_range

_FLAGS: Final = regex.VERSION1  # set operations: [a--b]

_MARKS: Final = rf"[{EXTENDING}]*+"
CORE: Final = r"[[\p{L}\p{N}]--[\u0640\p{ExtPict}]]"
"""For a regex set: every one of these is in a word, and two that touch are in one word."""
# An Arabic number sign forms one cluster with the digit after it; only the first of a row of signs is tried.
_PREPENDED: Final = rf"(?<![{PREPENDED}])[{PREPENDED}]*+"
_LETTER: Final = rf"{_PREPENDED}[\p{{L}}--[\u0640\p{{ExtPict}}]]{_MARKS}"
_DIGIT: Final = rf"{_PREPENDED}[\p{{N}}--\p{{ExtPict}}]{_MARKS}"
_TATWEEL: Final = rf"{_PREPENDED}\u0640{_MARKS}"
_INVISIBLE: Final = rf"[{FORMAT}]*+"

_EUROPEAN: Final = r"[\p{Latin}\p{Greek}\p{Cyrillic}]"
_LETTERS: Final = (
    rf"{_LETTER}(?:{_INVISIBLE}(?:{_LETTER}|{_TATWEEL})"
    rf"|(?<={_EUROPEAN}\p{{M}}*)['’.·](?={_EUROPEAN})"
    rf"|(?<=\p{{Hebrew}}\p{{M}}*)[\"'״׳](?=\p{{Hebrew}}))*+"
)
_DATE: Final = r"\p{Nd}{1,4}(?P<hyphen>[-‑])\p{Nd}{1,2}(?P=hyphen)\p{Nd}{1,4}(?![-‑]?\p{Nd})"
_NUMBER: Final = rf"(?:{_DATE}{_MARKS}|{_DIGIT}(?:{_INVISIBLE}{_DIGIT}|[.,:/٫٬،](?={_DIGIT}))*+)"
_RUN: Final = rf"(?:(?:{_TATWEEL})*+{_LETTERS}|{_NUMBER})"
_HYPHENATED: Final = rf"(?<=\p{{L}}[{EXTENDING}]*)[-‑]{_NUMBER}"
_WORD_TAIL: Final = rf"(?:(?:{_INVISIBLE}_++)?{_INVISIBLE}{_RUN}|{_HYPHENATED})*+"

# Tatweels no letter follows are taken too, as a match without "word": giving them back one by one would make
# a long dash cost the square of its length.
_TOKEN = regex.compile(
    rf"(?P<word>{_LETTERS}{_WORD_TAIL}|{_NUMBER}{_WORD_TAIL})|(?:{_TATWEEL})++(?P<joined>{_LETTERS}{_WORD_TAIL})?",
    _FLAGS,
)
_CORE_BEFORE = regex.compile(rf"(?r){CORE}", _FLAGS)
_BREAK = rf"[^\p{{L}}\p{{N}}{EXTENDING}{PREPENDED}{FORMAT}_'’.·\"״׳,:/٫٬،‑-]"
_BREAK_BEFORE = regex.compile(rf"(?r){_BREAK}")
_BREAK_AFTER = regex.compile(_BREAK)


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The words that lie fully or partly in the range, in order; the end defaults to the text's.

    ValueError unless ``0 <= start <= end <= len(text)``.
    """
    end = len(text) if end is None else end
    check_range(text, start, end)
    for word in _from(text, start):
        if word[0] >= end:
            return
        if word[1] > start:
            yield word


def word_at(text: str, offset: int) -> tuple[int, int] | None:
    """The word with the offset inside it or at its start, else the one that ends there, else None.

    ValueError outside ``0..len(text)``.
    """
    check_range(text, offset, offset)
    ending = None
    after = _BREAK_AFTER.search(text, offset)  # what follows may be long and hold no word
    for word in _from(text, max(offset - 1, 0), after.start() if after else len(text)):
        if word[0] > offset:
            break
        if word[1] > offset:
            return word
        ending = word if word[1] == offset else None
    return ending


def next_word(text: str, offset: int) -> int:
    """Where the caret goes, one word forward in reading order: the next end of a word after the offset.

    The end of the text when no word follows; crosses paragraphs. ValueError outside ``0..len(text)``.
    """
    check_range(text, offset, offset)
    return next((word[1] for word in _from(text, offset) if word[1] > offset), len(text))


def previous_word(text: str, offset: int) -> int:
    """Where the caret goes, one word back in reading order: the last start of a word before the offset.

    0 when no word comes before; crosses paragraphs. ValueError outside ``0..len(text)``.
    """
    check_range(text, offset, offset)
    inside = word_at(text, offset)
    if inside and inside[0] < offset:
        return inside[0]
    core = _CORE_BEFORE.search(text, 0, offset)
    word = word_at(text, core.start()) if core else None
    return word[0] if word else 0


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The range widened so that no end of it cuts a word; an end outside any word stays.

    ValueError unless ``0 <= start <= end <= len(text)``.
    """
    check_range(text, start, end)
    first, last = word_at(text, start), word_at(text, end)
    if first and first[0] < start < first[1]:
        start = first[0]
    if last and last[0] < end < last[1]:
        end = last[1]
    return start, end


def _from(text: str, offset: int, end: int | None = None) -> Iterator[tuple[int, int]]:
    """All words from the last one that may begin before the offset to a break; the caller stops."""
    before = _BREAK_BEFORE.search(text, 0, offset)
    begin = before.end() if before else 0
    for match in _TOKEN.finditer(text, begin, end):
        if match["word"] is not None or match["joined"] is not None:
            yield match.span()
