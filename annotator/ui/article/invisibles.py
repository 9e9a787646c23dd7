"""Badges for characters that cannot be seen: NBSP, tatweel, joiners, bidi controls, marks of order."""

from typing import Final

import regex
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from annotator.ui.article.geometry import Line
from annotator.ui.article.picture import Picture

_NAMES: Final = {
    "\u00ad": "SHY",
    "\u061c": "ALM",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
    "\u2028": "LS",
    "\r": "CR",
    "\t": "TAB",
}
_WIDE: Final = {"\u00a0": "space", "\u202f": "space", "\u0640": "tatweel"}
_INVISIBLE = regex.compile("[{}]".format("".join([*_NAMES, *_WIDE])))
_SIZE = 0.3  # of the text's size: the letters of a badge
_BOX = 0.16  # ems: the height of the box that stands for a space


def paint_invisibles(painter: QPainter, picture: Picture, text: str, first: int) -> None:
    """Draw a badge for each invisible character of ``text``, which begins at the offset ``first``."""
    badge = QFont(painter.font())
    badge.setPixelSize(max(round(picture.metrics.em * _SIZE), 6))
    painter.setFont(badge)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    lines = iter(picture.lines)
    line = next(lines, None)
    for match in _INVISIBLE.finditer(text):
        position = picture.to_position(first + match.start())
        while line is not None and line.after <= position:
            line = next(lines, None)
        if line is None:
            return
        if position < line.end:
            _paint_one(painter, picture, line, position - line.start, match[0])


def _paint_one(painter: QPainter, picture: Picture, line: Line, unit: int, character: str) -> None:
    left, right = sorted((line.leading[unit], line.trailing[unit]))
    painter.setPen(QPen(picture.paper.caret, 1))
    if character not in _WIDE:
        _paint_name(painter, picture, line, left, _NAMES[character])
        return
    height = picture.metrics.em * _BOX
    if _WIDE[character] == "space":  # a tray, as typographers draw a space
        y = line.baseline + height / 2
        painter.drawPolyline(
            [
                QPointF(left + 1, y - height),
                QPointF(left + 1, y),
                QPointF(right - 1, y),
                QPointF(right - 1, y - height),
            ]
        )
        return
    y = line.baseline + height
    painter.drawLine(QPointF(left + 1, y), QPointF(right - 1, y))


def _paint_name(painter: QPainter, picture: Picture, line: Line, x: float, name: str) -> None:
    """A hair line where the character is, and its name above it."""
    metrics = QFontMetricsF(painter.font())
    top = line.baseline - picture.metrics.above
    width = metrics.horizontalAdvance(name) + 4
    painter.drawLine(QPointF(x, top), QPointF(x, line.baseline + picture.metrics.below / 2))
    box = QRectF(x - width / 2, top - metrics.height() / 2, width, metrics.height())
    painter.fillRect(box, picture.paper.paper)
    painter.drawRect(box)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
