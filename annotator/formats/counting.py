"""What offsets without quotes count: characters, or UTF-16 units as some tools and old versions wrote them.

Nothing in such a file says which, and after an emoji the two differ; so a person chooses, and is told where
what the spans cut makes the other one likely. Nothing is guessed.
"""

import unicodedata
from collections.abc import Iterable
from typing import Any

from annotator.core.errors import Phrase
from annotator.formats.anchoring import Unit
from annotator.formats.draft import Draft
from annotator.formats.options import option
from annotator.formats.values import whole
from annotator.text.utf16 import Utf16Map

_UNITS: dict[str, Unit] = {"characters": "code point", "utf-16": "utf-16"}
_IN_WORDS = frozenset("LMN")


def unit_option() -> Any:  # noqa: ANN401  # as option
    """The field of a format's reading options that says what its offsets count."""
    return option(
        "characters",
        Phrase("Offsets count"),
        {
            "characters": Phrase("characters (Unicode code points)"),
            "utf-16": Phrase("UTF-16 units (an emoji is two)"),
        },
        explanation=Phrase("Some tools and old versions of others count an emoji as two."),
    )


def unit_of(chosen: str) -> Unit:
    """The unit of a value of that option."""
    return _UNITS[chosen]


def tell_doubt(draft: Draft, spans: Iterable[tuple[object, object]], chosen: str) -> None:
    """Warn where all spans of a document without quotes make it likely that they count UTF-16 units."""
    if unit_of(chosen) == "code point" and _seem_utf16(draft.text, spans):
        draft.warn(
            "Counted as characters, spans cut words after an emoji; counted as UTF-16 units, none does. If"
            " they are wrong, import with -O unit=utf-16."
        )


def _seem_utf16(text: str, spans: Iterable[tuple[object, object]]) -> bool:
    """Whether spans cut words, or leave the text, counted as code points, and none does in UTF-16 units."""
    units = Utf16Map(text)
    if units.identity:
        return False
    length, most = len(text), units.to_utf16(len(text))
    cuts = False
    for edge in {whole(offset) for span in spans for offset in span if isinstance(offset, int | float | str)}:
        if type(edge) is not int or not 0 <= edge <= most:
            continue  # wrong in any unit
        point = units.to_code_point(edge)
        if units.to_utf16(point) != edge or _cuts_word(text, point):
            return False
        cuts = cuts or edge > length or _cuts_word(text, edge)
    return cuts


def _cuts_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and _is_in_words(text[at - 1]) and _is_in_words(text[at])


def _is_in_words(letter: str) -> bool:
    return unicodedata.category(letter)[0] in _IN_WORDS
