"""A list of what the label set holds: labels, attributes, relation types, kinds of zones."""

from msgspec import Struct
from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from annotator.ui import phrases, theme
from annotator.ui.panels.rows import draw_ground

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_EDGE = 16
_CHIP = 12


class Row(Struct, frozen=True):
    """One of them."""

    id: int
    title: str
    note: str = ""
    """At the other end, quieter: how much it is used."""
    colour: str = ""
    key: str = ""
    dim: bool = False
    """Whether it is no longer in use."""


class RecordList(QListWidget):
    """The rows; put into another order by dragging or with Alt and the arrows."""

    moved = Signal(object)
    """The row ids in the order they now have."""
    picked = Signal(object)
    """The row id that is current, or ``None``."""
    delete_pressed = Signal()

    def __init__(self, name: str, *, ordered: bool = True) -> None:
        super().__init__()
        self._filling = False
        self._ordered = ordered
        self.setAccessibleName(name)
        self.setItemDelegate(_Drawn(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._tell)
        self.model().rowsMoved.connect(self._dropped)

    def show_rows(self, rows: list[Row], *, movable: bool) -> None:
        """Show these, standing on the row the list stood on."""
        before, place = self.current_id(), self.currentRow()
        self._filling = True
        self.clear()
        for row in rows:
            item = QListWidgetItem(", ".join(part for part in (row.title, row.key, row.note) if part))
            item.setData(_ROW, row)
            self.addItem(item)
        ids = [row.id for row in rows]
        if before in ids:
            place = ids.index(before)
        self.setCurrentRow(min(max(place, 0), len(rows) - 1))
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.InternalMove if movable and self._ordered else mode.NoDragDrop)
        self._filling = False

    def go_to(self, row_id: int) -> None:
        """Make a row current."""
        if row_id in self.ids():
            self.setCurrentRow(self.ids().index(row_id))

    def ids(self) -> list[int]:
        """The row ids, in order."""
        return [self.item(place).data(_ROW).id for place in range(self.count())]

    def current_id(self) -> int | None:
        """The row id that is current."""
        place = self.currentRow()
        return self.ids()[place] if place >= 0 else None

    def move_current(self, step: int) -> None:
        """Ask for the current row to change places."""
        place, ids = self.currentRow(), self.ids()
        if place < 0 or not 0 <= place + step < len(ids):
            return
        ids[place], ids[place + step] = ids[place + step], ids[place]
        self.moved.emit(ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the row; Delete asks to delete it."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and self._ordered and event.key() in steps:
            self.move_current(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        if not self._filling:
            self.picked.emit(self.current_id())

    def _dropped(self) -> None:
        if not self._filling:
            QTimer.singleShot(0, self._tell_order)  # the drop has to end before the rows are made again

    def _tell_order(self) -> None:
        self.moved.emit(self.ids())


class _Drawn(QStyledItemDelegate):
    """Colour, key, title; the note at the end."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(80, theme.pitch(option.font) + 13)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row = index.data(_ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = theme.colours()
        draw_ground(
            painter,
            option,
            picked=bool(option.state & QStyle.StateFlag.State_Selected),
            current=chosen.picked,
        )
        if row.dim:
            painter.setOpacity(0.55)
        left, right = option.rect.left() + _EDGE, option.rect.right() - _EDGE
        if row.colour:
            box = QRect(left, option.rect.center().y() - _CHIP // 2, _CHIP, _CHIP)
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(QStyle.visualRect(option.direction, option.rect, box)), 3, 3)
            painter.fillPath(shape, QColor(row.colour))
            left += _CHIP + 10
        metrics = QFontMetrics(option.font)
        if row.note:
            width = metrics.horizontalAdvance(row.note) + 4
            painter.setPen(QColor(chosen.muted))
            self._write(painter, option, QRect(right - width, 0, width, 0), row.note, at_end=True)
            right -= width + 8
        if row.key:
            bold = QFont(option.font)
            bold.setBold(True)
            painter.setFont(bold)
            painter.setPen(QColor(row.colour or chosen.ink))
            self._write(painter, option, QRect(left, 0, 18, 0), row.key.upper())
            painter.setFont(option.font)
        left += 20 if row.colour else 0
        painter.setPen(QColor(chosen.ink))
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, right - left)
        self._write(painter, option, QRect(left, 0, right - left, 0), phrases.isolated(title))
        painter.restore()

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, text: str, *, at_end: bool = False
    ) -> None:
        logical = QRect(room.left(), option.rect.top(), room.width(), option.rect.height())
        side = Qt.AlignmentFlag.AlignTrailing if at_end else Qt.AlignmentFlag.AlignLeading
        align = QStyle.visualAlignment(option.direction, side | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(
            QStyle.visualRect(option.direction, option.rect, logical),
            int(align | Qt.AlignmentFlag.AlignAbsolute),
            text,
        )
