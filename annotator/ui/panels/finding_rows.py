"""How a finding is drawn: the colour of its label, the sentence on as many lines as it needs, the reason."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.lint import Finding
from annotator.ui import phrases, theme
from annotator.ui.linting import sentence_of
from annotator.ui.models.findings import FINDING, Fold, Unmarked
from annotator.ui.panels.chip import colour_of
from annotator.ui.panels.rows import draw_ground
from annotator.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_BESIDE = 38
"""Pixels from the edge to the sentence."""
_AFTER = 16
_ABOVE = 8
_DOT = 9


class FindingRow(QStyledItemDelegate):
    """One finding, or the line above what is let stand."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As many lines as the sentence takes in the width there is."""
        item = index.data(FINDING)
        pitch = theme.pitch(option.font)
        if not isinstance(item, Finding):
            return QSize(100, pitch + 2 * _ABOVE)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        lines = self._laid_out(item, option.font, width).lineCount() + (item.dismissal is not None)
        return QSize(100, lines * pitch + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        item = index.data(FINDING)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, option, picked=picked, current=theme.colours().picked)
        if isinstance(item, Fold):
            self._fold(painter, option, str(index.data()), is_open=item.is_open)
        elif isinstance(item, Unmarked):
            self._quiet(painter, option, str(index.data()), _BESIDE)
        elif isinstance(item, Finding):
            self._finding(painter, option, item)
        painter.restore()

    def _fold(self, painter: QPainter, view: QStyleOptionViewItem, words: str, *, is_open: bool) -> None:
        closed = "◂" if view.direction == Qt.LayoutDirection.RightToLeft else "▸"
        self._quiet(painter, view, f"{'▾' if is_open else closed} {words}", 16)

    def _quiet(self, painter: QPainter, view: QStyleOptionViewItem, words: str, beside: int) -> None:
        painter.setPen(QColor(theme.colours().muted))
        logical = view.rect.adjusted(beside, 0, -_AFTER, 0)
        room = QStyle.visualRect(view.direction, view.rect, logical)
        align = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(QStyle.visualAlignment(view.direction, align)), words)

    def _finding(self, painter: QPainter, view: QStyleOptionViewItem, finding: Finding) -> None:
        chosen, pitch = theme.colours(), theme.pitch(view.font)
        top = view.rect.top() + _ABOVE
        dot = QRect(view.rect.left() + 18, top + (pitch - _DOT) // 2, _DOT, _DOT)
        self._dot(painter, QRectF(QStyle.visualRect(view.direction, view.rect, dot)), finding)
        layout = self._laid_out(finding, view.font, view.rect.width())
        logical = QRect(view.rect.left() + _BESIDE, top, _room(view.rect.width()), 0)
        place = QStyle.visualRect(view.direction, view.rect, logical).topLeft()
        painter.setPen(QColor(chosen.muted if finding.dismissal else chosen.ink))
        layout.draw(painter, QPointF(place))
        if finding.dismissal is not None:
            below = QRect(place.x(), top + layout.lineCount() * pitch, logical.width(), pitch)
            italic = QFont(view.font)
            italic.setPointSizeF(view.font.pointSizeF() * 0.92)
            painter.setFont(italic)
            align = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            reason = f"– {phrases.isolated(phrases.shortened(finding.dismissal.reason, 60))}"
            painter.drawText(below, int(QStyle.visualAlignment(view.direction, align)), reason)

    def _dot(self, painter: QPainter, box: QRectF, finding: Finding) -> None:
        """Filled for a warning, a ring for what is only worth knowing."""
        opened = self._workspace.opened
        annotation = opened.annotations.get(finding.annotation_id or 0) if opened is not None else None
        labels = self._workspace.label_set.label_by_id
        label = labels.get(annotation.label_id) if annotation is not None else None
        colour = QColor(colour_of(label) if label is not None else theme.colours().muted)
        shape = QPainterPath()
        shape.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5)
        if finding.dismissal is None and finding.severity == "warning":
            painter.fillPath(shape, colour)
        painter.setPen(QPen(colour, 1.4))
        painter.drawPath(shape)

    def _laid_out(self, finding: Finding, font: QFont, width: int) -> QTextLayout:
        layout = QTextLayout(sentence_of(finding, self._workspace.label_set), font)
        mirrored = phrases.mirrored()
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        pitch = theme.pitch(font)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(_room(width))
            line.setPosition(QPointF(0, (layout.lineCount() - 1) * pitch))
        layout.endLayout()
        return layout


def _room(width: int) -> int:
    return max(width - _BESIDE - _AFTER, 60)
