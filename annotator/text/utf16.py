"""Code points to UTF-16 units and back: the only bridge between our offsets and Qt's positions."""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """The two ways of counting one text: code points (ours) and UTF-16 units (Qt's).

    A character outside the Basic Multilingual Plane is one code point and two units. A text without any
    (``identity``) needs no tables and both methods return what they are given; otherwise a look-up is a
    bisection over the positions of those characters.
    """

    __slots__ = ("_astral", "_astral_units", "_length")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._astral = [m.start() for m in _ASTRAL.finditer(text)] if _has_astral(text) else []
        self._astral_units = [offset + before for before, offset in enumerate(self._astral)]

    @property
    def identity(self) -> bool:
        """Whether both ways of counting agree everywhere in this text."""
        return not self._astral

    def to_utf16(self, offset: int) -> int:
        """The UTF-16 position of a code-point offset in ``0..len(text)``; ValueError outside."""
        if not 0 <= offset <= self._length:
            raise ValueError(f"offset {offset} is outside 0..{self._length}")
        return offset + bisect_left(self._astral, offset)

    def to_code_point(self, position: int) -> int:
        """The code-point offset of a UTF-16 position; ValueError outside the text.

        A position between the two surrogates of a character maps to the start of that character.
        """
        units = self._length + len(self._astral)
        if not 0 <= position <= units:
            raise ValueError(f"position {position} is outside 0..{units}")
        before = bisect_left(self._astral_units, position)
        if before and position == self._astral_units[before - 1] + 1:
            return self._astral[before - 1]
        return position - before


def _has_astral(text: str) -> bool:
    # Counting the bytes of an encoding is a memory copy: a tenth of the time of asking each character.
    return len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text)
