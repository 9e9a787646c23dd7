"""Between which numbers a figure lies, and whether figures may agree: a hint, never a verdict."""

from collections.abc import Iterable, Mapping
from itertools import combinations
from math import inf
from typing import Final, Literal

from msgspec import Struct

from annotator.core.conventions import MAXIMUM, MINIMUM, OPERATOR, VALUE
from annotator.core.records import Value

ABOUT: Final = 0.1
"""“About 2500” is taken to mean 2250 to 2750: a tenth to either side."""

Hint = Literal["agree", "conflict", "units", ""]
"""May agree, may conflict, have different units, or cannot be told."""


class Bounds(Struct, frozen=True, gc=False):
    """The numbers a figure may mean. Without a bound it is infinite."""

    low: float
    high: float
    low_open: bool = False
    """Whether ``low`` itself is not meant: more than 150."""
    high_open: bool = False
    value: float | None = None
    """The number that is said, where one is."""

    def overlaps(self, other: "Bounds") -> bool:
        """Whether one number could be meant by both."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low != high:
            return low < high
        return all(
            not (each.low_open and each.low == low) and not (each.high_open and each.high == high)
            for each in (self, other)
        )

    @property
    def middle(self) -> float:
        """Where it is shown and sorted."""
        if self.value is not None:
            return self.value
        if self.low == -inf:
            return self.high
        return self.low if self.high == inf else (self.low + self.high) / 2


def bounds(attributes: Mapping[str, Value]) -> Bounds | None:
    """What a figure's attributes say; ``None`` if they hold no number."""
    value, low, high = (_number(attributes.get(name)) for name in (VALUE, MINIMUM, MAXIMUM))
    if value is None:
        if low is None and high is None:
            return None
        given = (-inf if low is None else low, inf if high is None else high)
        return Bounds(min(given), max(given))
    match attributes.get(OPERATOR):
        case "~":
            return Bounds(value - abs(value) * ABOUT, value + abs(value) * ABOUT, value=value)
        case ">":
            return Bounds(value, inf, low_open=True, value=value)
        case ">=":
            return Bounds(value, inf, value=value)
        case "<":
            return Bounds(-inf, value, high_open=True, value=value)
        case "<=":
            return Bounds(-inf, value, value=value)
    return Bounds(
        value if low is None else min(low, value), value if high is None else max(high, value), value=value
    )


def hint(figures: Iterable[tuple[str, Bounds | None]]) -> Hint:
    """What the numbers of some figures, each with its unit, suggest.

    They may agree if each pair has a number that both could mean; a figure without numbers, or fewer than two
    figures, suggest nothing.
    """
    known = list(figures)
    found = [item for _unit, item in known if item is not None]
    if len(known) < 2 or len(found) < len(known):
        return ""
    if len({unit for unit, _item in known}) > 1:
        return "units"
    return "agree" if all(one.overlaps(other) for one, other in combinations(found, 2)) else "conflict"


def _number(value: Value | None) -> float | None:
    return value if isinstance(value, int | float) else None
