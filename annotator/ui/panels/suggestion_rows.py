"""How a suggestion is drawn: a dotted square in the colour of its label, the words, what they would say."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.suggestions import Suggestion
from annotator.ui import phrases, theme
from annotator.ui.models.suggestions import SUGGESTION, details
from annotator.ui.panels.chip import colour_of
from annotator.ui.panels.rows import draw_ground
from annotator.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_BESIDE = 38
"""Pixels from the edge to the words."""
_AFTER = 16
_ABOVE = 6
_BOX = 9


class SuggestionRow(QStyledItemDelegate):
    """Two lines: the words, and what accepting them would fill in."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(100, 2 * theme.pitch(option.font) + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        item = index.data(SUGGESTION)
        if not isinstance(item, Suggestion):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, option, picked=picked, current=theme.colours().picked)
        pitch = theme.pitch(option.font)
        top = option.rect.top() + _ABOVE
        box = QRect(option.rect.left() + 18, top + (pitch - _BOX) // 2, _BOX, _BOX)
        self._box(painter, QRectF(QStyle.visualRect(option.direction, option.rect, box)), item)
        colours = theme.colours()
        self._line(painter, option, top, item.quote, colours.ink)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.92)
        painter.setFont(small)
        self._line(painter, option, top + pitch, details(item), colours.muted)
        painter.restore()

    def _line(self, painter: QPainter, view: QStyleOptionViewItem, top: int, words: str, colour: str) -> None:
        width = max(view.rect.width() - _BESIDE - _AFTER, 40)
        logical = QRect(view.rect.left() + _BESIDE, top, width, theme.pitch(view.font))
        room = QStyle.visualRect(view.direction, view.rect, logical)
        shown = QFontMetrics(painter.font()).elidedText(
            phrases.shortened(words, 300), Qt.TextElideMode.ElideRight, width
        )
        mirrored = view.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(colour))
        align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, align, phrases.isolated(shown))

    def _box(self, painter: QPainter, box: QRectF, suggestion: Suggestion) -> None:
        label = self._workspace.label_set.label_by_id.get(suggestion.label_id)
        colour = QColor(colour_of(label) if label is not None else theme.colours().muted)
        pen = QPen(colour, 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern((0.1, 1.9))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 2.5, 2.5)
