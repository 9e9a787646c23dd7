"""What could be annotated here, found by place. Knows nothing of Qt."""

from collections.abc import Iterable

from annotator.core.records import Span
from annotator.ui.article.index import SpanIndex


class Suggested:
    """Suggestions by number, found by place."""

    def __init__(self, suggestions: Iterable[tuple[Span, int]] = ()) -> None:
        """``suggestions`` are spans with the row id of the label each would get."""
        self.all = list(suggestions)
        self._index = SpanIndex()
        for number, (span, _label_id) in enumerate(self.all):
            self._index.add(number, span)

    def within(self, span: Span) -> list[tuple[Span, int]]:
        """Those that have a part in a range, in order."""
        return [self.all[number] for number in sorted(self._index.overlapping(span))]

    def at(self, offset: int) -> int | None:
        """The number of the shortest one on a code point."""
        found = self._index.overlapping(Span(offset, offset + 1))
        return min(found, key=lambda number: (len(found[number]), number), default=None)
