"""Looking at where marked strings stand in a text, beside what is annotated there."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from annotator.review.consistency.facts import DocumentFacts, Loose
from annotator.review.consistency.forms import is_trimming
from annotator.review.consistency.matching import Place


def look(
    facts: DocumentFacts, text: str, places: Sequence[Place], without_title: Callable[[str], str]
) -> dict[str, tuple[Loose, ...]]:
    """What of the strings found in a document is not annotated, or with other boundaries; by form.

    A string that lies in a longer one, annotated or found likewise, is a part of that and not told.
    """
    annotated = _Annotated(facts)
    found: list[tuple[Place, Loose]] = []
    held: list[tuple[int, int]] = []
    for place in places:
        here = place.start, place.end
        if here in annotated.exact:
            held.append(here)
        elif not any(start < place.end and place.start < end for start, end in facts.outside):
            loose = annotated.beside(place, text, without_title)
            if loose is not None:
                found.append((place, loose))
                held.append(here)
    hidden = _within_another(held)
    by_form: dict[str, list[Loose]] = {}
    for place, loose in sorted(found, key=lambda pair: (pair[1].start, pair[1].end)):
        if loose.over or (loose.start, loose.end) not in hidden:
            by_form.setdefault(place.form, []).append(loose)
    return {form: tuple(all_) for form, all_ in by_form.items()}


class _Annotated:
    """The annotations of one document by their places."""

    def __init__(self, facts: DocumentFacts) -> None:
        marks = [
            (mark.start, mark.end, mark.label_id, mark.annotation_id, form)
            for form, all_ in facts.marks.items()
            for mark in all_
        ]
        marks += [(start, end, label_id, 0, "") for start, end, label_id in facts.said]
        self._marks = sorted(marks)
        self._starts = [mark[0] for mark in self._marks]
        self._reach = max((mark[1] - mark[0] for mark in self._marks), default=0)
        self.exact = {(mark[0], mark[1]) for mark in self._marks}

    def beside(self, place: Place, text: str, without_title: Callable[[str], str]) -> Loose | None:
        """What to know of a string that is not annotated exactly; ``None`` if there is nothing to say."""
        start, end = place.start, place.end
        inside: set[int] = set()
        first = bisect_left(self._starts, start - self._reach)
        for begin, stop, label_id, annotation_id, form in self._marks[
            first : bisect_right(self._starts, end)
        ]:
            if stop <= start or begin >= end:
                continue
            if annotation_id and stop == end:
                wide, narrow = text[min(begin, start) : end], text[max(begin, start) : end]
                if is_trimming(wide, narrow, without_title):
                    return Loose(start, end, (), annotation_id, form, label_id)
            if begin <= start and end <= stop:
                inside.add(label_id)
            elif not (start <= begin and stop <= end):
                return None  # it crosses an annotation, which would be in its way
        return None if place.after_article else Loose(start, end, tuple(sorted(inside)))


def _within_another(ranges: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those that lie in a longer one."""
    within: set[tuple[int, int]] = set()
    reached = -1
    for start, end in sorted(set(ranges), key=lambda here: (here[0], -here[1])):
        if end <= reached:
            within.add((start, end))
        reached = max(reached, end)
    return within
