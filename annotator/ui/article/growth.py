"""Growing the selection step by step, and shrinking it by the same steps. Code points, no Qt."""

from annotator.core.records import Span
from annotator.text.growing import grow
from annotator.text.words import word_at
from annotator.ui.article.snapping import Snapping, left_out


class Growth:
    """The steps by which the selection has grown."""

    def __init__(self) -> None:
        self._steps: list[Span] = []

    def larger(self, text: str, span: Span, snapping: Snapping) -> Span:
        """The next larger natural range that holds the span; the span itself if there is none."""
        if not self._steps or self._steps[-1] != span:
            self._steps = [span]
        found = _next(text, span, snapping)
        if found != span:
            self._steps.append(found)
        return found

    def smaller(self, text: str, span: Span, snapping: Snapping) -> Span:
        """The span before it was last grown; one that has not grown shrinks to the ranges at its start."""
        if len(self._steps) < 2 or self._steps[-1] != span:  # it has not grown
            self._steps = _steps_to(text, span, snapping)
        self._steps.pop()
        return self._steps[-1]


def _next(text: str, span: Span, snapping: Snapping) -> Span:
    found = Span(*grow(text, span.start, span.end))
    if len(span) and _is_word_start(text, span) and word_at(text, found.start) == word_at(text, span.start):
        return Span(span.start, found.end)  # however the first word is cut, it stays so
    return snapping.cut(text, found)


def _is_word_start(text: str, span: Span) -> bool:
    word = word_at(text, span.start)
    return (word is not None and word[0] == span.start) or left_out(text, span) is not None


def _steps_to(text: str, span: Span, snapping: Snapping) -> list[Span]:
    steps = [Span(span.start, span.start)]
    while True:
        found = _next(text, steps[-1], snapping)
        if word_at(text, found.start) == word_at(text, span.start):
            found = Span(span.start, found.end)
        if found == steps[-1] or found == span or not span.contains(found):
            return [*steps, span]
        steps.append(found)
