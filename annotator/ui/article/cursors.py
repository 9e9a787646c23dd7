"""The pointer while a label is armed: the text's own, with the label's colour beside it."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap

_SIZE = 32  # pixels, before scaling


def armed_cursor(colour: QColor, ratio: float) -> QCursor:
    """An I-beam with a drop of the label's colour, for a screen of that pixel ratio."""
    pixmap = QPixmap(round(_SIZE * ratio), round(_SIZE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for pen in (QPen(QColor("white"), 3.4), QPen(QColor("#1d1d1f"), 1.4)):
        painter.setPen(pen)
        painter.drawLine(QPointF(10, 4), QPointF(10, 22))
        painter.drawLine(QPointF(7, 4), QPointF(13, 4))
        painter.drawLine(QPointF(7, 22), QPointF(13, 22))
    painter.setPen(QPen(QColor("white"), 1.6))
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(20, 22), 5.6, 5.6)
    painter.end()
    return QCursor(pixmap, 10, 13)
