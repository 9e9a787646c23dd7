"""How rows about entities are drawn."""

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.store.queries import Mention
from annotator.ui import phrases, theme
from annotator.ui.models.entities import ENTRY, MENTION, Entry, MentionsModel
from annotator.ui.panels.chip import colour_of
from annotator.ui.panels.rows import Index, draw_ground
from annotator.ui.workspace import Workspace

_SMALL = 0.9


def _sides(view: QStyleOptionViewItem) -> tuple[Qt.AlignmentFlag, Qt.AlignmentFlag]:
    """Alignment at the start and at the end of a line, in the middle of its height."""
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    start = QStyle.visualAlignment(view.direction, Qt.AlignmentFlag.AlignLeft) | middle
    return start, QStyle.visualAlignment(view.direction, Qt.AlignmentFlag.AlignRight) | middle


def _elided(font: QFont, text: str, room: int) -> str:
    line = phrases.shortened(text, 300)
    return phrases.isolated(QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, room))


class EntityRow(QStyledItemDelegate):
    """The colour of the label, the name, what else it is called, how often it is mentioned."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(80, theme.pitch(option.font) + 11)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        entry, view = index.data(ENTRY), option
        if not isinstance(entry, Entry):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = theme.colours()
        picked = bool(view.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, view, picked=picked, current=chosen.picked)
        rect: QRect = view.rect.adjusted(16, 0, -16, 0)
        start, end = _sides(view)
        label = self._workspace.label_set.label_by_id.get(entry.entity.label_id)
        shape = QPainterPath()
        box = QRect(rect.left(), rect.center().y() - 4, 9, 9)
        shape.addRoundedRect(QRectF(QStyle.visualRect(view.direction, rect, box)), 2.5, 2.5)
        painter.fillPath(shape, QColor(colour_of(label) if label is not None else chosen.muted))
        painter.setFont(view.font)
        painter.setPen(QColor(chosen.muted))
        count = phrases.counted(str(entry.mentions))
        painter.drawText(rect, end, count)
        metrics = QFontMetrics(view.font)
        room = rect.width() - 17 - metrics.horizontalAdvance(count) - 12
        name = _elided(view.font, entry.entity.name, room)
        at = QRect(rect.left() + 17, rect.top(), room, rect.height())
        painter.setPen(QColor(chosen.ink))
        painter.drawText(QStyle.visualRect(view.direction, rect, at), start, name)
        used = metrics.horizontalAdvance(name) + 12
        if entry.entity.aliases and room - used > 40:
            also = _elided(view.font, "، ".join(entry.entity.aliases), room - used)
            at = QRect(at.left() + used, rect.top(), room - used, rect.height())
            painter.setPen(QColor(chosen.muted))
            painter.drawText(QStyle.visualRect(view.direction, rect, at), start, also)
        painter.restore()


class MentionRow(QStyledItemDelegate):
    """The quote and the article on one line, what stands around it on the next."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(80, 2 * theme.pitch(option.font) + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        mention, view, model = index.data(MENTION), option, index.model()
        if not isinstance(mention, Mention) or not isinstance(model, MentionsModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = theme.colours()
        picked = bool(view.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, view, picked=picked, current=chosen.picked)
        pitch = theme.pitch(view.font)
        rect: QRect = view.rect.adjusted(16, 6, -16, -6)
        upper = QRect(rect.left(), rect.top(), rect.width(), pitch)
        lower = QRect(rect.left(), rect.top() + pitch, rect.width(), pitch)
        start, end = _sides(view)
        small = QFont(view.font)
        small.setPointSizeF(small.pointSizeF() * _SMALL)
        painter.setFont(view.font)
        painter.setPen(QColor(chosen.ink))
        painter.drawText(upper, start, _elided(view.font, mention.annotation.quote, rect.width() // 2))
        painter.setFont(small)
        painter.setPen(QColor(chosen.muted))
        name = mention.document.title or mention.document.name
        painter.drawText(upper, end, _elided(small, name, rect.width() // 2 - 12))
        edge = QTextOption(start)
        rtl = model.reads_right_to_left(index.row())
        edge.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        edge.setWrapMode(QTextOption.WrapMode.NoWrap)
        line = QFontMetrics(small).elidedText(
            model.context(index.row()), Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(QRectF(lower), line, edge)
        painter.restore()
