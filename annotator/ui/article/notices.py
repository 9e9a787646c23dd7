"""What others say of the text: hits, findings, suggestions, comments. Quiet, all of them."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from annotator.core.records import Span
from annotator.ui.article.geometry import Line
from annotator.ui.article.lanes import lane_rect
from annotator.ui.article.picture import Picture, faded

_CORNER = 2.5
_WAVE = 0.075  # ems: how far a wavy line swings
_LENGTH = 0.34  # ems: of one wave
_DOT = 0.11  # ems: the radius of a dot in the margin
_BESIDE = 0.62  # ems from the text to the dot
_OUTLINE = 1.4  # pixels: the diameter of a dot of an outline
_STRONGER = 1.25  # times as wide: the outline the hand is at
_DOTS = (0.1, 2.1)  # a dot and a gap, in diameters
_ROUND = 4.0
_OUTLINE_WASH = 0.10  # opacity behind the suggestion the hand is at


def paint_hits(painter: QPainter, picture: Picture) -> None:
    """Mark the hits of a search like a marker pen; the current one strongly."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(picture.paper.hit)
    for span in picture.hits:
        if span != picture.hit:
            for band in picture.bands(span):
                painter.drawRoundedRect(band.adjusted(0, 1, 0, -1), _CORNER, _CORNER)
    if picture.hit is None:
        return
    painter.setBrush(picture.paper.hit_current)
    painter.setPen(QPen(picture.paper.hit_edge, 1))
    for band in picture.bands(picture.hit):
        painter.drawRoundedRect(band.adjusted(-0.5, 0.5, 0.5, -0.5), _CORNER, _CORNER)


def paint_suggestions(painter: QPainter, picture: Picture) -> None:
    """A dotted outline around each; the one the hand is at also has a faint wash."""
    for span, colour in picture.suggestions:
        current = span == picture.suggestion
        painter.setBrush(faded(colour, _OUTLINE_WASH) if current else Qt.BrushStyle.NoBrush)
        pen = QPen(colour, _OUTLINE * (_STRONGER if current else 1.0))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern(_DOTS)
        painter.setPen(pen)
        for band in picture.bands(span):
            painter.drawRoundedRect(_outline(band), _ROUND, _ROUND)


def _outline(band: QRectF) -> QRectF:
    """A little wider than the letters, and clear of the lanes below."""
    return band.adjusted(-1.5, 1.0, 1.5, -0.5)


def paint_findings(painter: QPainter, picture: Picture) -> None:
    """A wavy line under each finding, below the lanes there."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(picture.paper.warning, 1.2))
    for span in picture.findings:
        deepest = max((mark.lanes for mark in picture.marks if mark.span.overlaps(span)), default=0)
        for line, pieces in picture.runs(span):
            for left, right in pieces:
                painter.drawPath(_wave(picture, line, (left, right), deepest))


def _wave(picture: Picture, line: Line, piece: tuple[float, float], above: int) -> QPainterPath:
    """A wavy line that swings evenly over a visual run, in the first free lane."""
    em = picture.metrics.em
    y = lane_rect(picture.metrics, line.baseline, above, above + 1).center().y()
    left, right = piece
    waves = max(ceil((right - left) / (em * _LENGTH)), 1)
    step = (right - left) / waves
    path = QPainterPath(QPointF(left, y))
    for i in range(waves):
        x = left + i * step
        path.cubicTo(
            QPointF(x + step / 2, y - em * _WAVE * 2),
            QPointF(x + step / 2, y + em * _WAVE * 2),
            QPointF(x + step, y),
        )
    return path


def paint_dots(painter: QPainter, picture: Picture) -> None:
    """A dot beside the end of each line where a commented annotation begins."""
    painter.setPen(Qt.PenStyle.NoPen)
    radius, beside = picture.metrics.em * _DOT, picture.metrics.em * _BESIDE
    x = picture.column[0] - beside if picture.rtl else picture.column[1] + beside
    for line in picture.lines:
        for offset, colour in picture.dots.items():
            if picture.touches(line, Span(offset, offset + 1)):
                painter.setBrush(colour)
                painter.drawEllipse(QPointF(x, line.baseline - picture.metrics.em * 0.26), radius, radius)
                break
