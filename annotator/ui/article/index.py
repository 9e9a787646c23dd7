"""Which annotations lie in a range of text, without looking at the others. Knows nothing of Qt."""

from collections.abc import Iterator

from annotator.core.records import Span

BUCKET = 1024
"""Code points to a bucket: about what one screen shows."""


class SpanIndex:
    """Spans by id, found by place. Adding or removing one costs its length in buckets."""

    def __init__(self) -> None:
        self._spans: dict[int, Span] = {}
        self._buckets: dict[int, set[int]] = {}

    def __len__(self) -> int:
        return len(self._spans)

    def __contains__(self, span_id: int) -> bool:
        return span_id in self._spans

    def __getitem__(self, span_id: int) -> Span:
        return self._spans[span_id]

    def __iter__(self) -> Iterator[int]:
        return iter(self._spans)

    def get(self, span_id: int | None) -> Span | None:
        """The span of an id, if there is one."""
        return None if span_id is None else self._spans.get(span_id)

    def add(self, span_id: int, span: Span) -> None:
        """Add a span, in place of the one that had the id."""
        if span_id in self._spans:
            self.remove(span_id)
        self._spans[span_id] = span
        for bucket in _buckets(span):
            self._buckets.setdefault(bucket, set()).add(span_id)

    def remove(self, span_id: int) -> Span:
        """Take a span out; KeyError if there is none of that id."""
        span = self._spans.pop(span_id)
        for bucket in _buckets(span):
            self._buckets[bucket].discard(span_id)
        return span

    def clear(self) -> None:
        """Take all spans out."""
        self._spans.clear()
        self._buckets.clear()

    def overlapping(self, span: Span) -> dict[int, Span]:
        """The spans that share a code point with the range."""
        found: dict[int, Span] = {}
        for bucket in _buckets(span):
            for span_id in self._buckets.get(bucket, ()):
                other = self._spans[span_id]
                if other.start < span.end and span.start < other.end:
                    found[span_id] = other
        return found

    def chained(self, span: Span) -> dict[int, Span]:
        """The spans overlapping the range, those overlapping them, and so on until none is left out."""
        while True:
            found = self.overlapping(span)
            start = min((s.start for s in found.values()), default=span.start)
            end = max((s.end for s in found.values()), default=span.end)
            if start >= span.start and end <= span.end:
                return found
            span = Span(min(start, span.start), max(end, span.end))


def _buckets(span: Span) -> range:
    return range(span.start // BUCKET, max(span.start, span.end - 1) // BUCKET + 1)
