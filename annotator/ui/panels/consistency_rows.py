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
_STEP = 14
"""Pixels a row stands further in than its heading."""
_CHIP = 9
_GAP = 6


class ConsistencyRow(QStyledItemDelegate):
    """Two lines for each, whatever it is: ten thousand rows need no measuring."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(120, 2 * theme.pitch(option.font) + 2 * _ABOVE)

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
        self._pitch = theme.pitch(view.font)
        self._chosen = theme.colours()
        self._small = QFont(view.font)
        self._small.setPointSizeF(view.font.pointSizeF() * 0.9)

    def rule(self, head: RuleHead) -> None:
        """The name of a rule, and how much it has found."""
        bold = QFont(self._view.font)
        bold.setBold(True)
        title = f"{self._arrow(is_open=head.is_open)} {title_of(head.rule)}"
        count = phrases.counted(str(head.findings))
        room = self._place(_EDGE, 0, 2 * self._pitch)
        self._write(room, title, bold, self._chosen.ink, after=count)

    def group(self, head: GroupHead) -> None:
        """What the findings have in common, and how most are marked."""
        group = head.group
        first, second = self._lines(_EDGE + _STEP)
        colour = self._chosen.ink if group.severity == "warning" else self._chosen.muted
        common = phrases.shortened(self._model.common(group), 120)
        count = phrases.counted(str(len(head.rows)))
        arrow = self._arrow(is_open=head.is_open)
        self._write(first, f"{arrow} {phrases.isolated(common)}", self._view.font, colour, after=count)
        self._counts(second, group.counts)

    def finding(self, item: Finding) -> None:
        """The passage in what stands around it; below, its article, and why it may stand."""
        first, second = self._lines(_EDGE + 2 * _STEP)
        line, dismissal = self._model.line(item.group, item.row), item.row.dismissal
        label = self._labels.get(line.label_id or 0)
        colour = colour_of(label) if label is not None else self._chosen.accent
        if dismissal is not None:
            self._painter.setOpacity(0.55)
        if label is not None:
            first = self._chip(first, colour, filled=bool(item.row.annotation_id))
        look = Look(
            QColor(self._chosen.ink),
            theme.mixed(colour, self._chosen.paper, 0.3 if self._chosen.dark else 0.2),
            theme.mixed(self._chosen.ink, self._chosen.paper, 0.72),
        )
        metrics = QFontMetrics(self._view.font)
        baseline = first.top() + (self._pitch + metrics.ascent() - metrics.descent()) / 2
        lay_out(line, self._view.font, first.width()).paint(self._painter, QRectF(first), baseline, look)
        below = phrases.isolated(phrases.shortened(line.name, 120))
        if dismissal is not None:
            below = f"– {phrases.isolated(phrases.shortened(dismissal.reason, 60))} · {below}"
        self._write(second, below, self._small, self._chosen.muted)

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

    def _write(self, room: QRect, words: str, font: QFont, colour: str, *, after: str = "") -> None:
        """Words from where one reads, cut where they end; a count at the far side."""
        painter, metrics = self._painter, QFontMetrics(font)
        painter.setFont(font)
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self._mirrored:
            start, end = end, start
        if after:
            painter.setPen(QColor(self._chosen.muted))
            self._text(room, end, after)
            room = (
                room.adjusted(metrics.horizontalAdvance(after) + _GAP, 0, 0, 0)
                if self._mirrored
                else (room.adjusted(0, 0, -metrics.horizontalAdvance(after) - _GAP, 0))
            )
        painter.setPen(QColor(colour))
        self._text(room, start, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width()))

    def _text(self, room: QRect, side: Qt.AlignmentFlag, words: str) -> None:
        align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(room, align, words)

    def _lines(self, inset: int) -> tuple[QRect, QRect]:
        return self._place(inset, 0, self._pitch), self._place(inset, self._pitch, self._pitch)

    def _place(self, inset: int, below: int, height: int) -> QRect:
        rect = self._view.rect
        logical = QRect(
            rect.left() + inset, rect.top() + _ABOVE + below, rect.width() - inset - _EDGE, height
        )
        return QStyle.visualRect(self._view.direction, rect, logical)

    def _after(self, room: QRect, used: int) -> QRect:
        return room.adjusted(0, 0, -used, 0) if self._mirrored else room.adjusted(used, 0, 0, 0)

    def _arrow(self, *, is_open: bool) -> str:
        return "▾" if is_open else "◂" if self._mirrored else "▸"

    @property
    def _mirrored(self) -> bool:
        return self._view.direction == Qt.LayoutDirection.RightToLeft
