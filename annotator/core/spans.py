"""How spans lie to each other: order, overlap, nesting, and the lanes that keep overlapping ones apart.

All of it is pure and works on anything that has a ``start`` and an ``end`` in code points, half-open.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

from annotator.core.records import Annotation, Span


class Ranged(Protocol):
    """Something that covers a half-open range of code points."""

    @property
    def start(self) -> int:
        """The first code point."""

    @property
    def end(self) -> int:
        """One past the last code point."""


def reading_order(annotation: Annotation) -> tuple[int, int, int, int]:
    """The sort key of annotations as they are listed: by place, the outer before what it holds."""
    return annotation.start, -annotation.end, annotation.label_id, annotation.id


def contains(outer: Ranged, inner: Ranged) -> bool:
    """Whether every code point of the inner lies in the outer; coincident spans contain each other."""
    return outer.start <= inner.start and inner.end <= outer.end


def overlap(one: Ranged, other: Ranged) -> bool:
    """Whether the two share a code point."""
    return one.start < other.end and other.start < one.end


def cross(one: Ranged, other: Ranged) -> bool:
    """Whether the two overlap and neither holds the other."""
    return overlap(one, other) and not contains(one, other) and not contains(other, one)


def coincide(one: Ranged, other: Ranged) -> bool:
    """Whether the two cover the same code points."""
    return one.start == other.start and one.end == other.end


def innermost_first(spans: Mapping[int, Ranged], ids: Iterable[int]) -> list[int]:
    """The ids from the shortest span to the longest: the order in which clicks walk down a stack.

    Coincident spans come newest first, so that the one just made is the one at hand.
    """
    return sorted(ids, key=lambda i: (spans[i].end - spans[i].start, -spans[i].start, -i))


def lanes(spans: Mapping[int, Ranged]) -> dict[int, int]:
    """A lane (0 is nearest the text) for each id, such that no two overlapping spans share one.

    The outer span comes above what it holds. A span's lane depends only on the spans it is chained to by
    overlaps, so the lanes of one such chain can be computed without the rest of the document.
    """
    taken_until: list[int] = []  # for each lane, the end of its last span
    result: dict[int, int] = {}
    for i in sorted(spans, key=lambda i: (spans[i].start, -spans[i].end, i)):
        span = spans[i]
        lane = next((n for n, end in enumerate(taken_until) if end <= span.start), len(taken_until))
        if lane == len(taken_until):
            taken_until.append(span.end)
        else:
            taken_until[lane] = span.end
        result[i] = lane
    return result


def inside_another(spans: Mapping[int, Ranged]) -> set[int]:
    """The ids of spans that overlap one before them in reading order: nested, coincident, crossing."""
    result: set[int] = set()
    reached = -1
    for i in sorted(spans, key=lambda i: (spans[i].start, -spans[i].end, i)):
        if spans[i].start < reached:
            result.add(i)
        reached = max(reached, spans[i].end)
    return result


def covering(spans: Iterable[Ranged]) -> Span | None:
    """The smallest span that holds them all, or None of none."""
    found = list(spans)
    if not found:
        return None
    return Span(min(s.start for s in found), max(s.end for s in found))
