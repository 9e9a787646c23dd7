"""All that one paint event draws, as values. The painters read it; the canvas makes it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor

from annotator.core.records import Span
from annotator.ui.article.arcs import Arc
from annotator.ui.article.geometry import Line, Piece, index_of_line
from annotator.ui.article.scene import Mark, ZoneMark
from annotator.ui.article.styles import Metrics, Paper


@dataclass(frozen=True, slots=True)
class Ghost:
    """A span that is not there yet: where a dragged end would put it, or what a click would paint."""

    span: Span
    colour: QColor
    moving: bool = False
    """Whether it stands for the selected annotation while an end of it is dragged."""


@dataclass(slots=True)
class Picture:
    """All that is to be drawn in one paint event."""

    lines: list[Line]
    marks: list[Mark]
    zones: list[ZoneMark]
    selection: Span
    to_position: Callable[[int], int]
    """From code points to the document's positions."""
    paper: Paper
    metrics: Metrics
    column: Piece
    """The left and right edge of the text column."""
    rtl: bool
    handles: list[QLineF] = field(default_factory=list)
    handle_colour: QColor = field(default_factory=QColor)
    arcs: list[Arc] = field(default_factory=list)
    ghost: Ghost | None = None
    cuts: list[tuple[Span, QColor]] = field(default_factory=list)
    """Proclitics left out of what is selected, in the colour of what leaves them out."""
    hits: list[Span] = field(default_factory=list)
    hit: Span | None = None
    """The current one of them."""
    findings: list[Span] = field(default_factory=list)
    suggestions: list[tuple[Span, QColor]] = field(default_factory=list)
    suggestion: Span | None = None
    """The one of them the hand is at."""
    dots: Mapping[int, QColor] = field(default_factory=dict)
    """Offsets whose lines have a dot beside them."""

    def runs(self, span: Span) -> Iterator[tuple[Line, list[Piece]]]:
        """The lines a span is on, with its visual runs there."""
        start, end = self.to_position(span.start), self.to_position(span.end)
        for number in range(max(index_of_line(self.lines, start), 0), len(self.lines)):
            line = self.lines[number]
            if line.start >= end:
                break
            pieces = line.pieces(start, end)
            if pieces:
                yield line, pieces

    def bands(self, span: Span) -> Iterator[QRectF]:
        """The rectangles of a tint behind a span."""
        for line, pieces in self.runs(span):
            for piece in pieces:
                yield self.band(line, piece)

    def touches(self, line: Line, span: Span) -> bool:
        """Whether a span has anything on a line, a line break included."""
        return self.to_position(span.start) < line.after and line.start < self.to_position(span.end)

    def band(self, line: Line, piece: Piece) -> QRectF:
        """The rectangle of a tint behind a visual run."""
        top, bottom = line.baseline - self.metrics.above, line.baseline + self.metrics.below
        return QRectF(QPointF(piece[0], top), QPointF(piece[1], bottom))


def faded(colour: QColor, opacity: float) -> QColor:
    """The colour with an opacity, 0 to 1."""
    result = QColor(colour)
    result.setAlphaF(opacity)
    return result
