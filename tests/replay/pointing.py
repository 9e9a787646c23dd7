"""Where on the article's viewport the mouse must be for an offset, an annotation, a drag."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF

from annotator.core.records import Span
from annotator.text.graphemes import next_grapheme, previous_grapheme
from annotator.ui.article.view import ArticleView

_PARTS = (0.25, 0.75, 0.5, 0.1, 0.9)


def edges(view: ArticleView, offset: int) -> Iterator[QPoint]:
    """Points where the mouse stands between two graphemes, right at an offset."""
    text = view.text
    for start, end in (
        (offset, next_grapheme(text, offset)),
        (previous_grapheme(text, offset), offset),
    ):
        for point in inside(view, Span(start, end)):
            if view.caret_at(QPointF(point)) == offset:
                yield point


def inside(view: ArticleView, span: Span) -> Iterator[QPoint]:
    """Points on what a span shows of itself in the viewport."""
    room = QRectF(view.viewport().rect())
    for rectangle in view.rectangles(span) if len(span) else ():
        for part in _PARTS:
            point = QPointF(rectangle.left() + part * rectangle.width(), rectangle.center().y()).toPoint()
            if room.contains(QPointF(point)):
                yield point


def on_annotation(view: ArticleView, annotation_id: int) -> QPoint | None:
    """A point where an annotation is the innermost; None if there is none in view."""
    span = view.span_of(annotation_id)
    if span is None:
        return None
    for start in range(span.start, span.end):
        for point in inside(view, Span(start, start + 1)):
            if view.annotations_at(QPointF(point))[:1] == [annotation_id]:
                return point
    return None


def in_view(view: ArticleView, span: Span) -> bool:
    """Whether the whole of a span is in view."""
    room = view.viewport().rect()
    first = view.rectangles(Span(span.start, min(span.start + 1, len(view.text))))
    last = view.rectangles(Span(max(span.end - 1, 0), span.end))
    return bool(first and last) and all(
        room.top() <= each.top() and each.bottom() <= room.bottom() for each in (*first, *last)
    )


def distance(view: ArticleView, span: Span) -> int:
    """The pixels the text must move up for a span to begin a little below the top of the view."""
    line = view._geometry.line_of(view.to_position(span.start))
    if line is None:
        return 0
    margin = view.viewport().height() // 8
    target = line.baseline - view.metrics.above - margin
    bar = view.verticalScrollBar()
    return round(min(max(target, 0), bar.maximum())) - bar.value()
