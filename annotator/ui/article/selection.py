"""From what a hand does to a range of text. Pure functions over the stored text; code points, no Qt."""

from itertools import islice
from typing import Literal

from annotator.core.records import Span
from annotator.text.graphemes import (
    grapheme_ceil,
    grapheme_floor,
    next_grapheme,
    previous_grapheme,
    snap,
    trim,
)
from annotator.text.passages import paragraph_at, sentence_at
from annotator.text.words import next_word, previous_word, word_at, words
from annotator.ui.article.snapping import Snapping

Unit = Literal["grapheme", "word", "sentence", "paragraph"]
"""How far one step goes."""


def moved(text: str, offset: int, unit: Unit, *, forward: bool) -> int:
    """Where the caret goes by one step in reading order; it stays at the ends of the text."""
    if unit == "grapheme":
        return next_grapheme(text, offset) if forward else previous_grapheme(text, offset)
    if unit == "word":
        return next_word(text, offset) if forward else previous_word(text, offset)
    return _next_end(text, offset, unit) if forward else _previous_start(text, offset, unit)


def dragged(text: str, anchor: int, position: int, snapping: Snapping, *, exact: bool) -> Span:
    """What a drag from one offset to another takes: whole words, or whole graphemes when exact.

    A drag that has not left its place takes nothing.
    """
    if anchor == position:
        return Span(anchor, anchor)
    start, end = snap(text, min(anchor, position), max(anchor, position))
    return Span(start, end) if exact else snapping.by_words(text, start, end)


def joined(text: str, span: Span, position: int, unit: Unit, snapping: Snapping) -> Span:
    """The span widened to the whole unit at a position: a drag that began with a double or triple click."""
    other = unit_at(text, position, unit) or Span(position, position)
    return snapping.by_words(text, min(span.start, other.start), max(span.end, other.end))


def moved_boundary(
    text: str, span: Span, position: int, snapping: Snapping, *, at_start: bool, exact: bool
) -> Span:
    """The span with one end dragged to a position; at least one word of it is kept, or one grapheme.

    The end goes to the nearest edge of a word, a start behind the word's proclitic; or to the nearest
    grapheme when exact.
    """
    if exact:
        return _exact_boundary(text, span, _nearest_grapheme(text, position), at_start=at_start)
    if at_start:
        last = word_at(text, previous_grapheme(text, span.end))
        limit = max(last[0] if last else span.start, span.start)
        starts = [*_word_starts(text, position, snapping), span.start]
        return Span(min(_nearest(starts, position), limit), span.end)
    first = word_at(text, span.start)
    limit = min(first[1] if first else span.end, span.end)
    return Span(span.start, max(_nearest([*_word_ends(text, position), span.end], position), limit))


def _exact_boundary(text: str, span: Span, target: int, *, at_start: bool) -> Span:
    if at_start:
        return Span(min(target, previous_grapheme(text, span.end)), span.end)
    return Span(span.start, max(target, next_grapheme(text, span.start)))


def _word_starts(text: str, position: int, snapping: Snapping) -> list[int]:
    """Where the words before and after a position begin, without their proclitics."""
    before = previous_word(text, position)
    starts = {before, *(word[0] for word in islice(words(text, position), 2))}
    found = (word_at(text, start) for start in starts)
    return [snapping.cut(text, Span(*word)).start for word in found if word]


def _word_ends(text: str, position: int) -> list[int]:
    """Where the words before and after a position end."""
    before = word_at(text, previous_word(text, position))
    ends = [word[1] for word in islice(words(text, position), 1)]
    return [*ends, before[1]] if before else ends


def _nearest(stops: list[int], position: int) -> int:
    return min(stops, key=lambda stop: (abs(stop - position), stop))


def unit_at(text: str, offset: int, unit: Unit) -> Span | None:
    """The grapheme, word, sentence or paragraph an offset is in, without blanks at its ends."""
    if unit == "grapheme":
        return Span(grapheme_floor(text, offset), grapheme_ceil(text, min(offset + 1, len(text))))
    found = _UNITS[unit](text, offset)
    if found is None:
        return None
    start, end = trim(text, *found)
    return Span(start, end) if start < end else None


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


_UNITS = {"word": word_at, "sentence": sentence_at, "paragraph": paragraph_at}
