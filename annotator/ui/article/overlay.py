"""Painting annotations and zones around the text, never in it: no format is set, so no letter is re-shaped.

``paint_under`` draws before the text and ``paint_over`` after it. Coordinates are the document's.
"""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.ui.article.arcs import paint_arcs
from annotator.ui.article.geometry import Line, Piece, gaps
from annotator.ui.article.lanes import lane_rect, paint_lane
from annotator.ui.article.notices import paint_dots, paint_findings, paint_hits, paint_suggestions
from annotator.ui.article.picture import Ghost, Picture, faded
from annotator.ui.article.scene import Mark, ZoneMark
from annotator.ui.article.styles import Paper

_CORNER = 2.5
_INSET = 0.75  # pixels left free at each end of a lane, so that neighbours do not run together
_WITHDRAWN = 0.22  # opacity of what may not be picked while a target is
_PROCLITIC = 0.16  # opacity of the wash behind a proclitic that is left out


def paint_under(painter: QPainter, picture: Picture) -> None:
    """Everything that lies beneath the letters: tints, the selection, lanes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in picture.marks:
        opacity = _opacity(mark, picture.paper)
        if opacity:
            _fill(painter, picture, mark, opacity)
    paint_hits(painter, picture)
    paint_suggestions(painter, picture)
    if len(picture.selection):
        _fill_bands(painter, picture.bands(picture.selection), picture.paper.selection)
    if picture.ghost:
        _paint_ghost(painter, picture, picture.ghost)
    for span, colour in picture.cuts:
        _fill_bands(painter, picture.bands(span), faded(colour, _PROCLITIC))
    for mark in picture.marks:
        _paint_lanes(painter, picture, mark)
    paint_findings(painter, picture)


def paint_over(painter: QPainter, picture: Picture) -> None:
    """Everything that lies above the letters: veils, connectors, cuts, handles, relations."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for zone in picture.zones:
        if zone.kind not in CLEAR_ZONES:
            _paint_veil(painter, picture, zone)
    for mark in picture.marks:
        if mark.selected or mark.hovered:
            _paint_bracket(painter, picture, mark)
    _paint_cuts(painter, picture)
    _paint_handles(painter, picture)
    paint_dots(painter, picture)
    if picture.arcs:
        middle = picture.metrics.below + picture.metrics.room / 2
        gaps = [line.baseline + middle for line in picture.lines if line.end > line.start]
        paint_arcs(painter, picture.arcs, picture.paper, gaps)


CLEAR_ZONES = frozenset({"headline"})
"""Zones that are marked in the margin and whose text is not dimmed, because it is read as text."""


def _opacity(mark: Mark, paper: Paper) -> float:
    if mark.selected:
        return paper.wash_selected
    if mark.offered:
        return paper.wash_selected if mark.hovered else paper.wash_hovered
    if mark.offered is False:
        return paper.wash * _WITHDRAWN if mark.tinted else 0.0
    if mark.hovered:
        return paper.wash_hovered
    return paper.wash if mark.tinted else 0.0


def _colour(mark: Mark, paper: Paper) -> QColor:
    colour = mark.style.on(paper)
    return faded(colour, _WITHDRAWN) if mark.offered is False and not mark.selected else colour


def _fill(painter: QPainter, picture: Picture, mark: Mark, opacity: float) -> None:
    _fill_bands(painter, picture.bands(mark.span), faded(mark.style.on(picture.paper), opacity))


def _fill_bands(painter: QPainter, bands: Iterable[QRectF], colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for band in bands:
        painter.drawRoundedRect(band, _CORNER, _CORNER)


def _paint_lanes(painter: QPainter, picture: Picture, mark: Mark) -> None:
    colour = _colour(mark, picture.paper)
    for line, pieces in picture.runs(mark.span):
        for left, right in pieces if mark.lane is not None else ():
            rect = lane_rect(picture.metrics, line.baseline, mark.lane or 0, max(mark.lanes, 1))
            inset = min(_INSET, (right - left) / 4)
            rect.setLeft(left + inset)
            rect.setRight(right - inset)
            paint_lane(painter, rect, mark.style.pattern, colour)
        if mark.selected or mark.hovered:
            _paint_connectors(painter, picture, mark, line, pieces)


def _paint_connectors(
    painter: QPainter, picture: Picture, mark: Mark, line: Line, pieces: list[Piece]
) -> None:
    """A thin thread across what interrupts a broken span on one line."""
    rect = lane_rect(picture.metrics, line.baseline, mark.lane or 0, max(mark.lanes, 1))
    painter.setPen(QPen(mark.style.on(picture.paper), 1, Qt.PenStyle.DotLine))
    for left, right in gaps(pieces):
        painter.drawLine(QLineF(left, rect.center().y(), right, rect.center().y()))


def _paint_bracket(painter: QPainter, picture: Picture, mark: Mark) -> None:
    """A thin bracket beside the column that holds the lines of a span together."""
    lines = [line for line in picture.lines if picture.touches(line, mark.span)]
    whole = (picture.to_position(mark.span.start), picture.to_position(mark.span.end))
    if not lines or (len(lines) == 1 and lines[0].start <= whole[0] and whole[1] <= lines[0].after):
        return
    outward = 1 if picture.rtl else -1
    x = (picture.column[1] if picture.rtl else picture.column[0]) + outward * picture.metrics.em * 0.45
    hook = -outward * picture.metrics.em * 0.22
    top, bottom = lines[0].baseline - picture.metrics.above, lines[-1].baseline + picture.metrics.below
    painter.setPen(QPen(faded(mark.style.on(picture.paper), 0.8), 1.5))
    painter.drawLine(QLineF(x, top, x, bottom))
    if lines[0].start <= whole[0]:
        painter.drawLine(QLineF(x, top, x + hook, top))
    if whole[1] <= lines[-1].after:
        painter.drawLine(QLineF(x, bottom, x + hook, bottom))


def _paint_handles(painter: QPainter, picture: Picture) -> None:
    for handle in picture.handles:
        painter.setPen(QPen(picture.handle_colour, 1.6))
        painter.drawLine(handle)
        painter.setPen(QPen(picture.paper.paper, 1.2))
        painter.setBrush(picture.handle_colour)
        painter.drawEllipse(handle.p1(), 3.6, 3.6)


def _paint_ghost(painter: QPainter, picture: Picture, ghost: Ghost) -> None:
    """The span as it would be: its wash, and a thin line where its lane would run."""
    _fill_bands(painter, picture.bands(ghost.span), faded(ghost.colour, picture.paper.wash_selected))
    painter.setPen(QPen(ghost.colour, 1.4))
    for band in picture.bands(ghost.span):
        y = band.bottom() + 1
        painter.drawLine(QLineF(band.left() + _INSET, y, band.right() - _INSET, y))


def _paint_cuts(painter: QPainter, picture: Picture) -> None:
    """A dashed line where a proclitic is cut off, and one under the proclitic."""
    for span, colour in picture.cuts:
        painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DashLine))
        position = picture.to_position(span.end)
        for line in picture.lines:
            if line.start < position < line.end:
                x = line.edge(position, trailing=False)
                top, bottom = line.baseline - picture.metrics.above, line.baseline + picture.metrics.below
                painter.drawLine(QLineF(x, top - 1, x, bottom + 2))
        painter.setPen(QPen(faded(colour, 0.7), 1, Qt.PenStyle.DotLine))
        for band in picture.bands(span):
            painter.drawLine(QLineF(band.bottomLeft(), band.bottomRight()))


def _paint_veil(painter: QPainter, picture: Picture, zone: ZoneMark) -> None:
    for line in picture.lines:
        if line.end > line.start and picture.touches(line, zone.span):
            top = line.baseline - picture.metrics.above - 1
            rect = QRectF(
                picture.column[0], top, picture.column[1] - picture.column[0], picture.metrics.pitch
            )
            painter.fillRect(rect, faded(picture.paper.paper, picture.paper.veil))
