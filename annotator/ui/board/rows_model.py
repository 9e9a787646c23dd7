"""A table of anything: rows with columns that say how each is shown and sorted."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")
_NOWHERE = QModelIndex()


class Column(Struct, Generic[T], frozen=True):
    """One column."""

    title: str
    text: Callable[[T], str]
    key: Callable[[T], tuple[object, ...]]
    """What it is sorted by."""
    width: int
    """Pixels at first; 0 for what takes the room that is left."""


class RowsModel(QAbstractTableModel, Generic[T]):
    """Rows in the order of one column."""

    def __init__(
        self, columns: Sequence[Column[T]], identity: Callable[[T], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = columns
        self.sorted_by = 0
        self.order = Qt.SortOrder.AscendingOrder
        self._identity = identity
        self._rows: list[T] = []
        self._places: dict[int, int] = {}

    def show(self, rows: Sequence[T]) -> None:
        """Show these rows, in the order in use."""
        self.beginResetModel()
        self._rows = list(rows)
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self.sorted_by, self.order = column, order
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def rows(self) -> list[T]:
        """All rows, in order."""
        return self._rows

    def row(self, number: int) -> T | None:
        """The row at a place."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def identity(self, place: int) -> int:
        """The row id of the row at a place."""
        return self._identity(self._rows[place])

    def place_of(self, row_id: int) -> int | None:
        """Where a row stands."""
        return self._places.get(row_id)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; a screen reader hears the column's name with it."""
        row = self.row(index.row())
        if row is None or not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.text(row)}"
        if role == Qt.ItemDataRole.UserRole:
            return row
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("{number} sorts by this, and again the other way round").format(number=section + 1)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def _arrange(self) -> None:
        key = self.columns[self.sorted_by].key
        self._rows.sort(key=key, reverse=self.order == Qt.SortOrder.DescendingOrder)
        self._places = {self._identity(row): place for place, row in enumerate(self._rows)}
