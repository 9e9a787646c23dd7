"""Growing a selection: from the word to the phrase, the quotation, the sentence, the paragraph and beyond.

Offsets are code points, ranges half-open. Every look-up reads the paragraphs at the ends of the range and the
ones next to them, no more. Shrinking again is the caller's memory.
"""

from collections.abc import Callable
from typing import Final

import regex

from annotator.text.graphemes import check_range, snap, trim
from annotator.text.passages import paragraph_at, quotation_at, sentence_at
from annotator.text.proclitics import cuts
from annotator.text.words import whole_words, word_at

Range = tuple[int, int]

# Punctuation ends a phrase unless a word has it inside (12:30, U.S.) or it joins words (/ - % _ & @ #).
# A dash between blanks ends one too, and so does the tatweel that some write for it.
_PHRASE_END = regex.compile(
    r"(?<=\p{N})[.,:٫٬،](?=\p{N})(*SKIP)(*FAIL)"
    r"|(?<=[\p{Latin}\p{Hebrew}\p{Cyrillic}\p{Greek}])[.'’·\"״׳](?=\p{L})(*SKIP)(*FAIL)"
    r"|[[\p{P}]--[/\-‐‑%٪_&@#*]]"
    r"|(?<=\s)[-‐‑\u0640]+(?=\s)",
    regex.VERSION1,
)
_FINAL_STOPS = regex.compile(r"(?r)[.؟?!۔…]+\s*")
_STOPPED = regex.compile(r"(?r)[.؟?!۔][\"'»”’)\]]*")
_ONE_BREAK = regex.compile(r"\r\n|[\n\r\u0085\u2029]")
_BREAK_BEFORE = regex.compile(r"(?r)\r\n|[\n\r\u0085\u2029]")
_SAYS_SOMETHING = regex.compile(r"[^\p{P}\p{Z}\p{C}\p{M}\s\u0640]")


def grow(text: str, start: int, end: int) -> Range:
    """The next larger natural range that holds this one, or this one if it is all there is.

    In this order: the word, the phrase up to punctuation or quotes, the inside of the quotation, the
    sentence, the sentence joined with those on the lines around it where a line breaks without a stop, the
    paragraph, the paragraph joined likewise, the whole text. A range over several of a kind grows to the ends
    of the first and the last.

    The larger range always holds at least one more word or part of one: punctuation and blanks at the ends,
    and a proclitic left out at the start (see ``cuts``), make no step of their own. It has no blanks at its
    ends, nor the stop that ends its sentence, unless the range itself has. ValueError unless
    ``0 <= start <= end <= len(text)``.
    """
    check_range(text, start, end)
    start, end = snap(text, start, end)
    for rung in _RUNGS:
        larger = _without_stop(text, *trim(text, *rung(text, start, end)))
        larger = snap(text, min(start, larger[0]), max(end, larger[1]))
        if _says_more(text, larger, (start, end)):
            return larger
    return start, end


def _says_more(text: str, larger: Range, smaller: Range) -> bool:
    if _SAYS_SOMETHING.search(text, smaller[1], larger[1]):
        return True
    if not _SAYS_SOMETHING.search(text, larger[0], smaller[0]):
        return False
    word = word_at(text, smaller[0])
    if smaller[0] == smaller[1] or word is None or _SAYS_SOMETHING.search(text, larger[0], word[0]):
        return True
    return smaller[0] not in cuts(text, *word)


def _without_stop(text: str, start: int, end: int) -> Range:
    stops = _FINAL_STOPS.match(text, start, end)
    return (start, end) if stops is None else trim(text, start, stops.start())


def _words(text: str, start: int, end: int) -> Range:
    if start == end:
        return word_at(text, start) or (start, end)
    return whole_words(text, start, end)


def _phrase(text: str, start: int, end: int) -> Range:
    first, last = _paragraphs(text, start, end)
    for mark in _PHRASE_END.finditer(text, first, start):
        first = mark.end()
    mark_after = _PHRASE_END.search(text, end, last)
    return first, mark_after.start() if mark_after else last


def _quotation(text: str, start: int, end: int) -> Range:
    """The innermost quotation that says more than the range, found by stepping out over its opening quote."""
    found = quotation_at(text, start)
    while found:
        if found[0] <= start and end <= found[1] and _says_more(text, found, (start, end)):
            return found
        found = (
            quotation_at(text, found[0] - 1) if found[0] - 1 >= _paragraphs(text, start, start)[0] else None
        )
    return start, end


def _sentence(text: str, start: int, end: int) -> Range:
    return _hull(text, start, end, sentence_at)


def _paragraphs(text: str, start: int, end: int) -> Range:
    return _hull(text, start, end, paragraph_at)


def _joined_sentence(text: str, start: int, end: int) -> Range:
    return _joined(text, start, end, sentence_at)


def _joined_paragraphs(text: str, start: int, end: int) -> Range:
    return _joined(text, start, end, paragraph_at)


def _text(text: str, start: int, end: int) -> Range:  # noqa: ARG001
    return 0, len(text)


def _hull(text: str, start: int, end: int, unit_at: Callable[[str, int], Range | None]) -> Range:
    first, last = unit_at(text, start), unit_at(text, max(start, end - 1))
    return min(start, first[0]) if first else start, max(end, last[1]) if last else end


def _joined(text: str, start: int, end: int, unit_at: Callable[[str, int], Range | None]) -> Range:
    """The units of the range with those on the lines around it, where a line breaks without a stop."""
    start, end = trim(text, *_hull(text, start, end, unit_at))
    first, last = _paragraphs(text, start, end)
    following = _ONE_BREAK.match(text, last)
    preceding = _BREAK_BEFORE.match(text, 0, first)
    if following and _is_open(text, end, last):
        after = unit_at(text, trim(text, *paragraph_at(text, following.end()))[0])
        end = after[1] if after else end
    if preceding:
        line = trim(text, *paragraph_at(text, preceding.start()))
        before = unit_at(text, line[1]) if _is_open(text, line[1], line[1]) else None
        start = before[0] if before and line[0] < line[1] else start
    return start, end


def _is_open(text: str, end: int, line_end: int) -> bool:
    """Whether what ends here ends with its line and without a stop."""
    return not text[end:line_end].strip() and _STOPPED.match(text, 0, end) is None


_RUNGS: Final[tuple[Callable[[str, int, int], Range], ...]] = (
    _words,
    _phrase,
    _quotation,
    _sentence,
    _joined_sentence,
    _paragraphs,
    _joined_paragraphs,
    _text,
)
