"""The list at the side of the board: groups of figures, or speakers, each with what it holds."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.text.folding import fold
from annotator.ui import phrases, theme
from annotator.ui.board.rows_model import Index
from annotator.ui.panels.rows import draw_ground

_NOWHERE = QModelIndex()
_ROW = Qt.ItemDataRole.UserRole


class SideRow(Struct, frozen=True):
    """One row."""

    key: str
    title: str
    below: str
    aside: str = ""
    """What stands at the end of the first line."""


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[SideRow] = []

    def show(self, rows: list[SideRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (row.title, row.below, row.aside) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return phrases.tooltip(
                f"{row.title}: {row.below} · {row.aside}" if row.aside else f"{row.title}: {row.below}"
            )
        return None


class SideList(QFrame):
    """A field that filters, and the rows; several can be selected, to look at them together."""

    chosen = Signal()
    """Other rows are selected."""

    def __init__(self, name: str, prompt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deskPanel")
        self.field = QLineEdit()
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self.model = _Rows(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.setObjectName("rows")
        self.list.setAccessibleName(name)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().selectionChanged.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 12, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        self._all: list[SideRow] = []
        self._folded: list[str] = []

    def show_rows(self, rows: Sequence[SideRow]) -> None:
        """Show these; what was selected stays so, or else the first is."""
        self._all = list(rows)
        self._folded = [fold(row.title) for row in rows]
        self._arrange(self.chosen_keys())

    def chosen_keys(self) -> list[str]:
        """The keys of the rows selected, in order."""
        places = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.model.rows[place].key for place in places]

    def choose(self, keys: Sequence[str]) -> None:
        """Select rows."""
        self._arrange(keys)

    def _filter(self) -> None:
        self._arrange(self.chosen_keys())

    def _arrange(self, keys: Sequence[str]) -> None:
        before, wanted = self.chosen_keys(), fold(self.field.text().strip())
        found = [row for row, title in zip(self._all, self._folded, strict=True) if wanted in title]
        with QSignalBlocker(self.list.selectionModel()):
            if found != self.model.rows:
                self.model.show(found)
            self._select(keys)
        self.list.viewport().update()
        if self.chosen_keys() != before or not before:
            self.chosen.emit()

    def _select(self, keys: Sequence[str]) -> None:
        wanted = set(keys)
        places = [place for place, row in enumerate(self.model.rows) if row.key in wanted]
        if not places and self.model.rows:
            places = [0]
        selection = QItemSelection()
        for place in places:
            selection.select(self.model.index(place), self.model.index(place))
        flags = QItemSelectionModel.SelectionFlag
        if places:
            current = self.list.currentIndex().row()
            at = current if current in places else places[0]
            self.list.selectionModel().setCurrentIndex(self.model.index(at), flags.NoUpdate)
        self.list.selectionModel().select(selection, flags.ClearAndSelect)

    def _tell(self) -> None:
        self.list.viewport().update()
        self.chosen.emit()


class _Painter(QStyledItemDelegate):
    """The title, and below it what it holds."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, theme.pitch(option.font) * 2 + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(_ROW)
        if not isinstance(row, SideRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, pitch = theme.colours(), theme.pitch(option.font)
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, option, picked=picked, current=chosen.paper)
        room = QRect(option.rect.left() + 16, option.rect.top() + 8, option.rect.width() - 32, pitch)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        taken = QFontMetrics(small).horizontalAdvance(row.aside) + 10 if row.aside else 0
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        first = room.adjusted(taken if mirrored else 0, 0, 0 if mirrored else -taken, 0)
        self._write(painter, option, first, bold, (chosen.ink, row.title))
        painter.setFont(small)
        painter.setPen(QColor(chosen.muted))
        end = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(
            room, end | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, row.aside
        )
        self._write(painter, option, room.translated(0, pitch), small, (chosen.muted, row.below))
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        font: QFont,
        said: tuple[str, str],
    ) -> None:
        colour, text = said
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)
