"""From what a hand does to a range of text. Pure functions over the stored text; code points, no Qt."""

from typing import Final, Literal

import regex

from annotator.core.records import Span
from annotator.text.graphemes import (
    grapheme_ceil,
    grapheme_floor,
    next_grapheme,
    previous_grapheme,
    snap,
    trim,
)
from annotator.text.passages import paragraph_at, quotation_at, sentence_at
from annotator.text.words import next_word, previous_word, whole_words, word_at

Unit = Literal["grapheme", "word", "sentence", "paragraph"]
"""How far one step goes."""

# What ends a phrase: punctuation that does not stand between two digits, and every bracket and quote.
_PHRASE_END: Final = r'(?:[.,:٫٬،](?!(?<=\d.)\d)|[؛;!?؟…"“”«»()\[\]{}\n\r\u0085\u2028\u2029–—])'
_PHRASE_BEFORE = regex.compile(rf"(?r){_PHRASE_END}")
_PHRASE_AFTER = regex.compile(_PHRASE_END)


def moved(text: str, offset: int, unit: Unit, *, forward: bool) -> int:
    """Where the caret goes by one step in reading order; it stays at the ends of the text."""
    if unit == "grapheme":
        return next_grapheme(text, offset) if forward else previous_grapheme(text, offset)
    if unit == "word":
        return next_word(text, offset) if forward else previous_word(text, offset)
    return _next_end(text, offset, unit) if forward else _previous_start(text, offset, unit)


def dragged(text: str, anchor: int, position: int, *, exact: bool) -> Span:
    """What a drag from one offset to another takes: whole words, or whole graphemes when exact.

    A drag that has not left its place takes nothing.
    """
    if anchor == position:
        return Span(anchor, anchor)
    start, end = snap(text, min(anchor, position), max(anchor, position))
    if exact:
        return Span(start, end)
    start, end = trim(text, start, end)
    return Span(*whole_words(text, start, end))


def joined(text: str, span: Span, position: int, unit: Unit) -> Span:
    """The span widened to the whole unit at a position: a drag that began with a double or triple click."""
    other = unit_at(text, position, unit) or Span(position, position)
    return Span(min(span.start, other.start), max(span.end, other.end))


def moved_boundary(text: str, span: Span, position: int, *, at_start: bool, exact: bool) -> Span:
    """The span with one end dragged to a position; at least one grapheme of it is kept.

    The end goes to the nearest edge of a word, or of a grapheme when exact.
    """
    target = _nearest_grapheme(text, position) if exact else _nearest_edge(text, position)
    if at_start:
        return Span(min(target, previous_grapheme(text, span.end)), span.end)
    return Span(span.start, max(target, next_grapheme(text, span.start)))


def unit_at(text: str, offset: int, unit: Unit) -> Span | None:
    """The grapheme, word, sentence or paragraph an offset is in, without blanks at its ends."""
    if unit == "grapheme":
        return Span(grapheme_floor(text, offset), grapheme_ceil(text, min(offset + 1, len(text))))
    found = _UNITS[unit](text, offset)
    if found is None:
        return None
    start, end = trim(text, *found)
    return Span(start, end) if start < end else None


def phrase_at(text: str, offset: int) -> Span | None:
    """What stands around an offset between punctuation, brackets and quotation marks."""
    before = _PHRASE_BEFORE.search(text, 0, offset)
    after = _PHRASE_AFTER.search(text, offset)
    start, end = before.end() if before else 0, after.start() if after else len(text)
    start, end = trim(text, start, max(start, end))
    return Span(start, end) if start < end else None


def _quotation(text: str, offset: int) -> Span | None:
    found = quotation_at(text, offset)
    start, end = trim(text, *found) if found else (0, 0)
    return Span(start, end) if start < end else None


def ladder(text: str, offset: int) -> list[Span]:
    """The ever larger spans around an offset: word, phrase, quotation, sentence, paragraph."""
    rungs = [
        unit_at(text, offset, "word"),
        phrase_at(text, offset),
        _quotation(text, offset),
        unit_at(text, offset, "sentence"),
        unit_at(text, offset, "paragraph"),
    ]
    result: list[Span] = []
    for rung in rungs:
        if rung and (not result or (rung.contains(result[-1]) and rung != result[-1])):
            result.append(rung)
    return result


def grown(text: str, span: Span, origin: int) -> Span:
    """The next larger rung around the origin that holds the span; the span itself if there is none."""
    rungs = ladder(text, origin)
    return next((rung for rung in rungs if rung.contains(span) and rung != span), span)


def shrunk(text: str, span: Span, origin: int) -> Span:
    """The next smaller rung around the origin inside the span; below the word, nothing."""
    rungs = [rung for rung in ladder(text, origin) if span.contains(rung) and rung != span]
    return rungs[-1] if rungs else Span(origin, origin)


def _next_end(text: str, offset: int, unit: Unit) -> int:
    """The first end of a sentence or paragraph after the offset, blank ones passed over."""
    position = offset
    while position < len(text):
        found = _UNITS[unit](text, position)
        if found is None or found[1] <= position:
            position += 1
            continue
        start, end = trim(text, *found)
        if start < end and end > offset:
            return end
        position = found[1]
    return len(text)


def _previous_start(text: str, offset: int, unit: Unit) -> int:
    """The last start of a sentence or paragraph before the offset, blank ones passed over."""
    position = offset
    while position > 0:
        found = _UNITS[unit](text, position - 1)
        if found is None:
            position -= 1
            continue
        start, end = trim(text, *found)
        if start < end and start < offset:
            return start
        position = min(found[0], position - 1)
    return 0


def _nearest_grapheme(text: str, position: int) -> int:
    before, after = grapheme_floor(text, position), grapheme_ceil(text, position)
    return before if position - before <= after - position else after


def _nearest_edge(text: str, position: int) -> int:
    word = word_at(text, position)
    if word is None or not word[0] < position < word[1]:
        return _nearest_grapheme(text, position)
    return word[0] if position - word[0] <= word[1] - position else word[1]


_UNITS = {"word": word_at, "sentence": sentence_at, "paragraph": paragraph_at}
