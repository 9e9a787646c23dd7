"""What stands beside the column: the zones' bars and titles."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from annotator.ui.article.geometry import Line
from annotator.ui.article.picture import Picture
from annotator.ui.article.scene import ZoneMark

_BAR = 3.0  # pixels
_GAP = 10.0
_NARROWEST = 48.0  # pixels of margin without which no title is written


def paint_margin(painter: QPainter, picture: Picture, margin: QRectF) -> None:
    """Shade the margin beside each zone and write its title there, in the document's coordinates."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for zone in picture.zones:
        lines = [line for line in picture.lines if line.end > line.start and picture.touches(line, zone.span)]
        if lines:
            _paint_zone(painter, picture, margin, zone, lines)


def _paint_zone(
    painter: QPainter, picture: Picture, margin: QRectF, zone: ZoneMark, lines: list[Line]
) -> None:
    top = lines[0].baseline - picture.metrics.above
    bottom = lines[-1].baseline + picture.metrics.below
    near = margin.left() if picture.rtl else margin.right() - _BAR
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(picture.paper.shade)
    painter.drawRoundedRect(QRectF(near, top, _BAR, bottom - top), _BAR / 2, _BAR / 2)
    if margin.width() < _NARROWEST:
        return
    beside = (
        margin.adjusted(_BAR + _GAP, 0, -_GAP, 0)
        if picture.rtl
        else margin.adjusted(_GAP, 0, -_BAR - _GAP, 0)
    )
    font = QFont(painter.font())
    metrics = QFontMetricsF(font)
    title = metrics.elidedText(zone.title, Qt.TextElideMode.ElideRight, beside.width())
    place = QRectF(beside.left(), lines[0].baseline - metrics.ascent(), beside.width(), metrics.height())
    painter.setPen(picture.paper.faint)
    side = Qt.AlignmentFlag.AlignLeft if picture.rtl else Qt.AlignmentFlag.AlignRight
    painter.drawText(place, side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute, title)
