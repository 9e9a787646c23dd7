"""``parse`` reads an expression that somebody marked; ``find`` finds figures in running text."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from annotator.text.figures.figure import Figure
from annotator.text.figures.lexicon import FigureLexicon
from annotator.text.figures.phrases import Found
from annotator.text.figures.quantities import Quantity
from annotator.text.figures.reading import Reader
from annotator.text.figures.tokens import BROKEN, SPACED, tokens

_LONGEST: Final = 400
"""Code points of a marked expression: a longer one is no figure."""


def parse(text: str, lexicon: FigureLexicon) -> Figure | None:
    """What the words of a figure mean, or None where they do not make one figure.

    The text is the expression as somebody marks it: approximator, number and counted noun. What is not
    understood wholly is not understood: two numbers that are not one range, a date, a number in a name.
    """
    if len(text) > _LONGEST:
        return None
    reader = Reader(
        text,
        [token._replace(gap=SPACED) if token.gap == BROKEN else token for token in tokens(text)],
        lexicon,
    )
    reader.is_marked = True
    found = _first(reader)
    if not isinstance(found, Found) or not _is_whole(reader, found):
        return None
    if found.lead and not found.is_sure:
        return None
    return found.figure


def find(text: str, lexicon: FigureLexicon) -> Iterator[tuple[int, int, Figure]]:
    """The figures of a text, in order: start, end, and what the words between them mean.

    Only where something shows that a number is one of something: a noun it counts, a unit, an approximator.
    Linear in the length of the text; ranges are half-open code points at grapheme boundaries.
    """
    reader = Reader(text, tokens(text), lexicon)
    end = 0
    for found in _all(reader):
        quote = text[found.start : found.end]
        figure = parse(quote, lexicon) if found.is_sure and found.start >= end else None
        if figure is not None and _says_the_same(figure, found.figure):
            end = found.end
            yield found.start, found.end, _moved(figure, found.start)


def _all(reader: Reader) -> Iterator[Found]:
    i = 0
    while i < len(reader.tokens):
        found = reader.at(i)
        if isinstance(found, Found):
            yield found
            i = max(found.last, i + 1)
        else:
            i = max(found.end if found else 0, i + 1)


def _first(reader: Reader) -> Found | Quantity | None:
    return next((found for i in range(len(reader.tokens)) if (found := reader.at(i))), None)


def _is_whole(reader: Reader, found: Found) -> bool:
    """Whether no number is left before or after the figure."""
    outside = [*range(found.lead), *range(found.last, len(reader.tokens))]
    return not any(reader.is_number(i) for i in outside)


def _says_the_same(figure: Figure, other: Figure) -> bool:
    return all(
        getattr(figure, name) == getattr(other, name)
        for name in ("value", "minimum", "maximum", "operator", "unit")
    )


def _moved(figure: Figure, offset: int) -> Figure:
    start, end = figure.number
    first, last = figure.counted_range
    return replace(
        figure, number=(start + offset, end + offset), counted_range=(first + offset, last + offset)
    )
