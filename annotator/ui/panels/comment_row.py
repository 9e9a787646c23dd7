"""How a comment is drawn in its list."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui import phrases, theme
from annotator.ui.models.comments import REMARK, Index, Remark
from annotator.ui.moments import local_time
from annotator.ui.panels.chip import colour_of
from annotator.ui.panels.rows import draw_ground
from annotator.ui.workspace import Workspace

_LINES = 2
_PAD = 18


class CommentRow(QStyledItemDelegate):
    """Who wrote it when and about what, with the colour of its label; below, the words on two lines."""

    def __init__(self, workspace: Workspace, parent: QListView) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Three lines."""
        return QSize(80, theme.pitch(option.font) * (_LINES + 1) + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        remark = index.data(REMARK)
        if not isinstance(remark, Remark):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, option, picked=picked, current=theme.colours().picked)
        chosen, pitch = theme.colours(), theme.pitch(option.font)
        room = option.rect.adjusted(_PAD, 7, -_PAD, -7)
        line = QRect(room.left(), room.top(), room.width(), pitch)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        painter.setFont(small)
        painter.setPen(QColor(chosen.muted))
        resolved = self.tr("resolved")
        state = f" · {resolved}" if remark.comment.resolved else ""
        head = f"{phrases.isolated(remark.who)} · {local_time(remark.comment.at)}{state}"
        painter.drawText(line, _start(option), head)
        used = QFontMetrics(small).horizontalAdvance(head) + 14
        about = QStyle.visualRect(option.direction, line, line.adjusted(used, 0, 0, 0))
        self._subject(painter, about, option, remark)
        painter.setPen(QColor(chosen.muted if remark.comment.resolved else chosen.ink))
        words = QRect(room.left(), room.top() + pitch, room.width(), pitch * _LINES)
        _write(painter, words, option, phrases.shortened(remark.comment.text, 400))
        painter.restore()

    def _subject(self, painter: QPainter, line: QRect, option: QStyleOptionViewItem, remark: Remark) -> None:
        indent = 0
        label = self._workspace.label_set.label_by_id.get(remark.label_id or 0)
        if label is not None:
            indent = 17
            box = QRect(line.left(), line.center().y() - 4, 9, 9)
            painter.setBrush(QColor(colour_of(label)))
            pen = painter.pen()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(QStyle.visualRect(option.direction, line, box)), 2.5, 2.5)
            painter.setPen(pen)
        room = QStyle.visualRect(option.direction, line, line.adjusted(indent, 0, 0, 0))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(remark.subject, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _start(option), phrases.isolated(shown) if shown else "")


def _start(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def _write(painter: QPainter, room: QRect, option: QStyleOptionViewItem, text: str) -> None:
    """Words in their own direction, on as many lines as there is room for, with an ellipsis if cut."""
    pitch = theme.pitch(option.font)
    layout = QTextLayout(text, option.font)
    wrapping = QTextOption(_start(option))
    wrapping.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wrapping)
    layout.beginLayout()
    for number in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room.width())
        line.setPosition(QPointF(0, number * pitch))
    last = layout.lineAt(layout.lineCount() - 1)
    cut = (
        last.textStart()
        if last.textStart() + last.textLength() < len(text.encode("utf-16-le")) // 2
        else None
    )
    layout.endLayout()
    if cut is None:
        layout.draw(painter, QPointF(room.topLeft()))
        return
    rest = text.encode("utf-16-le")[cut * 2 :].decode("utf-16-le")
    elided = QFontMetrics(option.font).elidedText(rest, Qt.TextElideMode.ElideRight, room.width() - 8)
    head = text.encode("utf-16-le")[: cut * 2].decode("utf-16-le")
    if head + elided != text:
        _write(painter, room, option, head + elided)
