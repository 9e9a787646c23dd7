"""Which annotations stay where a format can lay only one on a character, or one in each of some columns."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any, Final

from annotator.core.errors import Phrase
from annotator.formats.bundle import BundleAnnotation
from annotator.formats.format import Writing
from annotator.formats.losing import Loss

OUTERMOST: Final = Phrase("The outermost")
INNERMOST: Final = Phrase("The innermost")


def flat(annotations: Iterable[BundleAnnotation], *, outermost: bool) -> list[BundleAnnotation]:
    """Annotations no two of which overlap, by place: the longest are chosen first, or the shortest.

    Of equal ones the earlier, then the one whose label and id come first.
    """
    sign = -1 if outermost else 1
    ends: list[int] = []
    kept: list[BundleAnnotation] = []
    for item in sorted(annotations, key=lambda a: (sign * (a.end - a.start), a.start, a.label, a.uuid)):
        place = _free(kept, ends, item)
        if place is not None:
            ends.insert(place, item.end)
            kept.insert(place, item)
    return kept


def levels(annotations: Iterable[BundleAnnotation], count: int) -> list[list[BundleAnnotation]]:
    """Annotations in so many columns, none of which overlap in one: the outer in an earlier column.

    Whoever finds no place in any column is left out.
    """
    columns: list[list[BundleAnnotation]] = [[] for _ in range(count)]
    for item in sorted(annotations, key=lambda a: (a.start, -a.end, a.label, a.uuid)):
        free = next((column for column in columns if not column or column[-1].end <= item.start), None)
        if free is not None:
            free.append(item)
    return columns


def tell_dropped(
    annotations: Iterable[BundleAnnotation],
    kept: Iterable[BundleAnnotation],
    name: str,
    writing: Writing[Any],
) -> None:
    """Tell of each annotation of a document that was not kept, as nesting or as coincidence."""
    ids, spans = set(), set()
    for item in kept:
        ids.add(item.uuid)
        spans.add((item.start, item.end))
    for item in annotations:
        if item.uuid not in ids:
            same = (item.start, item.end) in spans
            what = Phrase("{label} “{quote}”", label=item.label, quote=item.quote)
            writing.lost(Loss.COINCIDENCE if same else Loss.NESTING, name, what)


def _free(kept: list[BundleAnnotation], ends: list[int], item: BundleAnnotation) -> int | None:
    """Where among the kept it belongs, or ``None`` if it overlaps one."""
    place = bisect_left(ends, item.start + 1)
    return place if place == len(kept) or item.end <= kept[place].start else None
