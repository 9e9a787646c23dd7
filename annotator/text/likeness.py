"""Which texts are nearly the same: articles that one outlet took over from another, or published twice.

Two texts are alike if they share half of their shingles, which are runs of four folded words. How much they
share is estimated from a sketch of each (MinHash with one permutation), and only texts whose sketches agree
in some band are compared: the time grows with the number of texts, not of pairs. There is no chance in it.
"""

import re
from array import array
from collections.abc import Iterator
from zlib import crc32

from annotator.text.folding import fold

ALIKE = 0.5
"""The share of shingles, of those that either text has, that texts have in common which are alike."""

_WORDS = 4
_SLOTS = 126
_BAND = 3
_MEETING = 8
"""With how many others a text is compared in one band: strangers who share no more than a phrase are many."""
_MIXER = 0x9E3779B1
_ALL = 0xFFFFFFFF
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_WORD = re.compile(rb"[^ ]+")


class Likeness:
    """Groups texts that are given one after the other, in any order. About 500 bytes are kept of each."""

    def __init__(self) -> None:
        self._sketches: dict[str, array[int]] = {}
        self._before: dict[str, str] = {}

    def add(self, name: str, text: str) -> None:
        """Take a text, under a name of its own."""
        self._sketches[name] = _sketch(text)

    def groups(self) -> list[list[str]]:
        """The names of the texts, those alike together, in order."""
        names = sorted(self._sketches)
        self._before = {name: name for name in names}
        for band in range(0, _SLOTS, _BAND):
            met: dict[bytes, list[str]] = {}
            for name in names:
                others = met.setdefault(self._sketches[name][band : band + _BAND].tobytes(), [])
                for other in others:
                    self._join(other, name)
                if len(others) < _MEETING:
                    others.append(name)
        found: dict[str, list[str]] = {}
        for name in names:
            found.setdefault(self._first(name), []).append(name)
        return list(found.values())

    def _join(self, other: str, name: str) -> None:
        """Make the groups of two texts one, if the texts are alike."""
        one, two = self._first(other), self._first(name)
        if one != two and _shared(self._sketches[other], self._sketches[name]) >= ALIKE:
            self._before[max(one, two)] = min(one, two)

    def _first(self, name: str) -> str:
        while self._before[name] != name:
            self._before[name] = name = self._before[self._before[name]]
        return name


def _sketch(text: str) -> "array[int]":
    """The least of the shingles' hashes in each of so many slots."""
    slots = [_ALL + 1] * _SLOTS
    for shingle in _shingles(text):
        mixed = crc32(shingle) * _MIXER & _ALL
        slot = mixed % _SLOTS
        if mixed < slots[slot]:  # half the time of min()
            slots[slot] = mixed
    return array("I", _filled(slots))


def _shingles(text: str) -> Iterator[bytes]:
    """Each run of four words, as bytes; one of all words if there are fewer."""
    words = _BETWEEN_WORDS.sub(" ", fold(text)).encode().strip() or text.encode()
    bounds = [found.span() for found in _WORD.finditer(words)]
    if len(bounds) <= _WORDS:
        yield words
        return
    for (start, _), (_, end) in zip(bounds, bounds[_WORDS - 1 :], strict=False):
        yield words[start:end]


def _filled(slots: list[int]) -> list[int]:
    """A slot that no shingle fell into borrows from the next that has one; equal texts borrow the same."""
    filled = list(slots)
    last = next(value for value in slots if value <= _ALL)
    for slot in range(_SLOTS - 1, -1, -1):
        if slots[slot] <= _ALL:
            last = slots[slot]
        else:
            last = filled[slot] = (last * _MIXER + 1) & _ALL
    return filled


def _shared(one: "array[int]", other: "array[int]") -> float:
    return sum(a == b for a, b in zip(one, other, strict=True)) / _SLOTS
