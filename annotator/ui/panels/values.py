"""Values of attributes as people type and read them."""

import re
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from annotator.core.conventions import MAXIMUM, MINIMUM, NUMBERS, OPERATOR, VALUE
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Attribute, Value
from annotator.text.folding import Fold, fold
from annotator.ui import phrases
from annotator.ui.phrases import QT_TRANSLATE_NOOP

_NUMBER = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?(e[+-]?\d+)?", re.IGNORECASE)
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LONGEST = 40
"""Characters of a number anyone would type."""
_BEYOND = 1 << 63
"""No number of this size can be kept."""
_JOINED_NUMBERS = re.compile(r"\d[\d.,٫٬]*(?:\s?[-–—/:‐‑−]\s?\d[\d.,٫٬]*)+")

SIGNS = {">=": "≥", "<=": "≤", "range": "↔", "vague": "…"}
"""Choices that are shown by another sign than the one gold data has."""

_MEANINGS = {
    "=": QT_TRANSLATE_NOOP("Choices", "exactly"),
    "~": QT_TRANSLATE_NOOP("Choices", "about"),
    ">": QT_TRANSLATE_NOOP("Choices", "more than"),
    ">=": QT_TRANSLATE_NOOP("Choices", "at least"),
    "<": QT_TRANSLATE_NOOP("Choices", "less than"),
    "<=": QT_TRANSLATE_NOOP("Choices", "at most"),
    "range": QT_TRANSLATE_NOOP("Choices", "from … to …"),
    "vague": QT_TRANSLATE_NOOP("Choices", "not told exactly"),
    "person": QT_TRANSLATE_NOOP("Choices", "person"),
    "organisation": QT_TRANSLATE_NOOP("Choices", "organisation"),
    "state": QT_TRANSLATE_NOOP("Choices", "state"),
    "coalition": QT_TRANSLATE_NOOP("Choices", "coalition"),
    "armed forces": QT_TRANSLATE_NOOP("Choices", "armed forces"),
    "armed group": QT_TRANSLATE_NOOP("Choices", "armed group"),
    "collective": QT_TRANSLATE_NOOP("Choices", "collective"),
    "unnamed official": QT_TRANSLATE_NOOP("Choices", "unnamed official"),
    "delegation": QT_TRANSLATE_NOOP("Choices", "delegation"),
    "count of sources": QT_TRANSLATE_NOOP("Choices", "count of sources"),
    "country": QT_TRANSLATE_NOOP("Choices", "country"),
    "region": QT_TRANSLATE_NOOP("Choices", "region"),
    "city": QT_TRANSLATE_NOOP("Choices", "city"),
    "base": QT_TRANSLATE_NOOP("Choices", "base"),
    "building": QT_TRANSLATE_NOOP("Choices", "building"),
    "water": QT_TRANSLATE_NOOP("Choices", "water"),
    "other": QT_TRANSLATE_NOOP("Choices", "other"),
    "actor": QT_TRANSLATE_NOOP("Choices", "actor"),
    "outlet": QT_TRANSLATE_NOOP("Choices", "outlet"),
    "anonymous": QT_TRANSLATE_NOOP("Choices", "not named"),
    "direct": QT_TRANSLATE_NOOP("Choices", "direct"),
    "indirect": QT_TRANSLATE_NOOP("Choices", "indirect"),
    "mixed": QT_TRANSLATE_NOOP("Choices", "mixed"),
    "affirmed": QT_TRANSLATE_NOOP("Choices", "affirmed"),
    "negated": QT_TRANSLATE_NOOP("Choices", "negated"),
}
"""What the choices of the label set that comes with the program mean. Gold data keeps the choice itself."""


def is_sign(choice: str) -> bool:
    """Whether a choice is shown as a sign and not as a word."""
    return choice in SIGNS or not any(letter.isalnum() for letter in choice)


def meaning(choice: str) -> str:
    """A choice in words, in the window's language; one of the project's own as it is."""
    known = _MEANINGS.get(choice)
    return choice if known is None else QCoreApplication.translate("Choices", known)


def face(choice: str) -> str:
    """What stands on the key of a choice."""
    return SIGNS.get(choice, choice) if is_sign(choice) else meaning(choice)


def read(attribute: Attribute, typed: str) -> Value | None:
    """The value typed for an attribute; ``None`` if nothing is.

    Raises:
        UserError: it is not what the attribute holds.
    """
    typed = typed.strip()
    if not typed:
        return None
    if attribute.type == "number":
        return number(typed)
    return iso_date(typed) if attribute.type == "date" else typed


def number(typed: str) -> int | float:
    """A number in digits of any script, with or without separators of thousands.

    Raises:
        UserError: it is none.
    """
    plain = fold(typed, Fold.DIGITS | Fold.PUNCTUATION | Fold.INVISIBLE).replace(" ", "")
    if len(plain) > _LONGEST or not _NUMBER.fullmatch(plain):
        raise UserError("“{text}” is not a number; type one, such as 2500.", text=typed)
    plain = plain.replace(",", "")
    value = float(plain)
    if not abs(value) < _BEYOND:
        raise UserError("“{text}” is too large a number to be kept.", text=typed)
    if not value.is_integer():
        return value
    return int(plain) if plain.lstrip("+-").isdigit() else int(value)


def iso_date(typed: str) -> str:
    """A day, a month or a year as ISO 8601 writes it.

    Raises:
        UserError: it is none.
    """
    plain = fold(typed, Fold.DIGITS | Fold.PUNCTUATION | Fold.INVISIBLE)
    if not _DATE.fullmatch(plain) or not _is_day(plain + "0000-01-01"[len(plain) :]):
        raise UserError("“{text}” is not a date; type it as 2024-01-27, 2024-01 or 2024.", text=typed)
    return plain


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def shown(value: Value | None) -> str:
    """A value as its field shows it."""
    return "" if value is None else str(value)


def in_logical_order(quote: str) -> str:
    """A quote in which ``10-15`` is read as it is stored: after Arabic letters it would be seen as 15-10."""
    line = " ".join(quote.split())
    return _JOINED_NUMBERS.sub(_left_to_right, line)


def _left_to_right(match: re.Match[str]) -> str:
    return phrases.left_to_right(match[0])


def reading(annotation: Annotation) -> str:
    """What the numbers of a figure say, so that no two readings are possible; empty if it has none."""
    return reading_of(annotation.attributes)


def reading_of(values: Mapping[str, Value]) -> str:
    """What the attributes of a figure say as a number, or none as nothing."""
    if not any(name in values for name in NUMBERS):
        return ""
    low, high = values.get(MINIMUM), values.get(MAXIMUM)
    operator = str(values.get(OPERATOR, ""))
    parts = []
    if VALUE in values:
        parts.append(f"{SIGNS.get(operator, operator)} {_grouped(values[VALUE])}".strip())
    if low is not None or high is not None:
        parts.append(" … ".join((_grouped(low), _grouped(high))).strip())
    return phrases.left_to_right("   ".join(parts))


def _grouped(value: Value | None) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else str(value)
