"""How the findings of all articles are drawn: headings, and passages in what stands around them."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui import phrases, theme
from annotator.ui.consistency.words import title_of
from annotator.ui.models.consistency import ITEM, ConsistencyModel, Finding, GroupHead, RuleHead
from annotator.ui.panels.chip import colour_of
from annotator.ui.panels.kwic import Look, lay_out
from annotator.ui.panels.rows import draw_ground
from annotator.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_ABOVE = 6
_EDGE = 14
_STEP = 18
"""Pixels a row stands further in than its heading."""
_CHIP = 9
_WIDE = 460
"""Pixels from which a row has room for the name of its article."""
_NAME = 24
"""Percent of the row the name takes."""
_GAP = 6


class ConsistencyRow(QStyledItemDelegate):
    """One line for each, whatever it is: ten thousand rows need no measuring."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(120, theme.pitch(option.font) + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        model, item = index.model(), index.data(ITEM)
        if not isinstance(model, ConsistencyModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, option, picked=picked, current=theme.colours().picked)
        drawing = _Drawing(painter, option, model, self._workspace)
        if isinstance(item, RuleHead):
            drawing.rule(item)
        elif isinstance(item, GroupHead):
            drawing.group(item)
        elif isinstance(item, Finding):
            drawing.finding(item)
        painter.restore()


class _Drawing:
    """Drawing one row, from where it is read."""

    def __init__(
        self,
        painter: QPainter,
        view: QStyleOptionViewItem,
        model: ConsistencyModel,
        workspace: Workspace,
    ) -> None:
        self._painter = painter
        self._view = view
        self._model = model
        self._labels = workspace.label_set.label_by_id
        self._chosen = theme.colours()
        self._small = QFont(view.font)
        self._small.setPointSizeF(view.font.pointSizeF() * 0.9)

    def rule(self, head: RuleHead) -> None:
        """The name of a rule, and how much it has found."""
        bold = QFont(self._view.font)
        bold.setBold(True)
        title = f"{self._arrow(is_open=head.is_open)} {title_of(head.rule)}"
        self._write(self._place(_EDGE), title, bold, self._chosen.ink)
        self._count(head.findings)

    def group(self, head: GroupHead) -> None:
        """What the findings have in common, and how most are marked."""
        group = head.group
        colour = self._chosen.ink if group.severity == "warning" else self._chosen.muted
        common = phrases.isolated(phrases.shortened(self._model.common(group), 200))
        room = self._count(len(head.rows), self._place(_EDGE + _STEP))
        words = f"{self._arrow(is_open=head.is_open)} {common}"
        most = room.width() * 2 // 3 if group.counts else room.width()
        left, right = (room.width() - most, 0) if self._mirrored else (0, most - room.width())
        used = self._write(room.adjusted(left, 0, right, 0), words, self._view.font, colour)
        self._counts(self._after(room, used + 2 * _GAP), group.counts)

    def finding(self, item: Finding) -> None:
        """The passage in what stands around it, with its article, and why it may stand."""
        line, dismissal = self._model.line(item.group, item.row), item.row.dismissal
        label = self._labels.get(line.label_id or 0)
        colour = colour_of(label) if label is not None else self._chosen.accent
        if dismissal is not None:
            self._painter.setOpacity(0.55)
        room = self._place(_EDGE + 2 * _STEP)
        if label is not None:
            room = self._chip(room, colour, filled=bool(item.row.annotation_id))
        beside = phrases.isolated(phrases.shortened(line.name, 120))
        if dismissal is not None:
            beside = f"{phrases.isolated(phrases.shortened(dismissal.reason, 60))} – {beside}"
        if room.width() > _WIDE:
            name = QRect(room)
            name.setWidth(room.width() * _NAME // 100)
            if self._mirrored:
                name.moveRight(room.right())
            self._write(name, beside, self._small, self._chosen.muted)
            room = self._after(room, name.width() + 2 * _GAP)
        look = Look(
            QColor(self._chosen.ink),
            theme.mixed(colour, self._chosen.paper, 0.3 if self._chosen.dark else 0.2),
            theme.mixed(self._chosen.ink, self._chosen.paper, 0.72),
        )
        metrics = QFontMetrics(self._view.font)
        baseline = room.top() + (room.height() + metrics.ascent() - metrics.descent()) / 2
        lay_out(line, self._view.font, room.width()).paint(self._painter, QRectF(room), baseline, look)

    def _counts(self, room: QRect, counts: tuple[tuple[int, int], ...]) -> None:
        """Each label with its colour and how many have it."""
        metrics = QFontMetrics(self._small)
        for label_id, count in counts:
            label = self._labels.get(label_id)
            if label is None or room.width() < _CHIP + _GAP:
                return
            room = self._chip(room, colour_of(label), filled=True)
            said = phrases.counted(f"{label.title(phrases.language())} {count}")
            self._write(room, said, self._small, self._chosen.muted)
            room = self._after(room, metrics.horizontalAdvance(said) + 2 * _GAP)

    def _chip(self, room: QRect, colour: str, *, filled: bool) -> QRect:
        """A square in the colour of a label, a ring for what has none yet; what is left of the room."""
        left = room.right() - _CHIP if self._mirrored else room.left()
        box = QRectF(left + 0.5, room.top() + (room.height() - _CHIP) / 2 + 0.5, _CHIP - 1, _CHIP - 1)
        shape = QPainterPath()
        shape.addRoundedRect(box, 2.5, 2.5)
        if filled:
            self._painter.fillPath(shape, QColor(colour))
        self._painter.setPen(QPen(QColor(colour), 1.4))
        self._painter.drawPath(shape)
        return self._after(room, _CHIP + _GAP)

    def _count(self, count: int, room: QRect | None = None) -> QRect:
        """A count at the far end; the room before it."""
        room = self._place(_EDGE) if room is None else room
        painter, metrics = self._painter, QFontMetrics(self._small)
        said = phrases.counted(str(count))
        painter.setFont(self._small)
        painter.setPen(QColor(self._chosen.muted))
        far = Qt.AlignmentFlag.AlignLeft if self._mirrored else Qt.AlignmentFlag.AlignRight
        self._text(room, far, said)
        used = metrics.horizontalAdvance(said) + _GAP
        return room.adjusted(used, 0, 0, 0) if self._mirrored else room.adjusted(0, 0, -used, 0)

    def _write(self, room: QRect, words: str, font: QFont, colour: str) -> int:
        """Words from where one reads, cut where they end; the pixels they take."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        near = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        self._text(room, near, shown)
        return metrics.horizontalAdvance(shown)

    def _text(self, room: QRect, side: Qt.AlignmentFlag, words: str) -> None:
        align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(room, align, words)

    def _place(self, inset: int) -> QRect:
        """The room from so many pixels on, to the far edge."""
        rect = self._view.rect
        logical = QRect(rect.left() + inset, rect.top(), rect.width() - inset - _EDGE, rect.height())
        return QStyle.visualRect(self._view.direction, rect, logical)

    def _after(self, room: QRect, used: int) -> QRect:
        return room.adjusted(0, 0, -used, 0) if self._mirrored else room.adjusted(used, 0, 0, 0)

    def _arrow(self, *, is_open: bool) -> str:
        return "▾" if is_open else "◂" if self._mirrored else "▸"

    @property
    def _mirrored(self) -> bool:
        return self._view.direction == Qt.LayoutDirection.RightToLeft
