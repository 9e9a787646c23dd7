"""Where numbers stand on an axis: even, or by powers of ten where the spread asks for it."""

from collections.abc import Collection
from math import ceil, floor, log10
from typing import Final

from msgspec import Struct

WIDE: Final = 50
"""How many times the smallest number the largest must be for powers of ten."""
_ROOM: Final = 0.07
"""Of the axis, left free at either end."""


class Scale(Struct, frozen=True):
    """An axis from ``low`` to ``high``; by powers of ten, 0 has a place of its own at the beginning."""

    low: float
    high: float
    powers: bool = False
    zero: bool = False

    def place(self, value: float) -> float:
        """Where a number stands, 0 to 1 from end to end; infinities stand at the ends."""
        if value in (float("inf"), float("-inf")):
            return 1.0 if value > 0 else 0.0
        if not self.powers:
            return (value - self.low) / (self.high - self.low)
        begin = _ROOM * 1.4 if self.zero else 0.0
        if value <= 0:
            return _ROOM * 0.5 if self.zero else 0.0
        span = log10(self.high) - log10(self.low)
        return begin + (1 - begin) * (log10(value) - log10(self.low)) / span

    def ticks(self, most: int) -> list[float]:
        """Round numbers along the axis, at most so many."""
        if not self.powers:
            return self._even(max(most, 2))
        first, last = ceil(log10(self.low) - 1e-9), floor(log10(self.high) + 1e-9)
        decades = range(first, last + 1)
        steps = (1, 2, 5) if len(decades) * 3 <= most else (1,)
        every = max(1, ceil(len(decades) / max(most, 1)))
        found = [
            step * 10.0**power
            for power in range(first - 1, last + 1)
            for step in steps
            if (power - first) % every == 0 and self.low <= step * 10.0**power <= self.high
        ]
        return [0.0, *found] if self.zero else found

    def _even(self, most: int) -> list[float]:
        rough = (self.high - self.low) / most
        power = 10.0 ** floor(log10(rough))
        step = next(step * power for step in (1, 2, 5, 10) if step * power >= rough * 0.999)
        first, last = ceil(self.low / step - 1e-9), floor(self.high / step + 1e-9)
        return [round(number * step, 12) for number in range(first, last + 1)]


def scale(numbers: Collection[float]) -> Scale:
    """An axis on which all these numbers have a place."""
    if not numbers:
        return Scale(0.0, 1.0)
    low, high = min(numbers), max(numbers)
    positive = [number for number in numbers if number > 0]
    if low >= 0 and positive and high >= WIDE * min(positive):
        room = (high / min(positive)) ** _ROOM
        return Scale(min(positive) / room, high * room, powers=True, zero=low == 0)
    room = (high - low) * _ROOM or abs(high) * 0.2 or 1.0
    begin = low - room
    return Scale(0.0 if low > 0 > begin else begin, high + room)
