"""The annotations of the open document, by place or by label, one row each."""

from bisect import bisect_left
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.change import Transaction
from annotator.core.records import Annotation, Label
from annotator.store.project import Event
from annotator.ui import phrases
from annotator.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_Key = tuple[int, int, int, int]
_MANY = 50
"""From so many changes on, reading all again is quicker than following each."""


@dataclass(frozen=True)
class Heading:
    """The row above the annotations of one label."""

    label: Label
    count: int
    collapsed: bool


class AnnotationsModel(QAbstractListModel):
    """Rows sorted by (place of the label or 0, start, -end, id); a heading sorts before its label's rows."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._keys: list[_Key] = []
        self._by_label = False
        self._collapsed: set[int] = set()
        self._counts: dict[int, int] = {}
        self._places: dict[int, int] = {}
        workspace.document_changed.connect(self.refresh)
        workspace.changed.connect(self._follow)
        self.refresh()

    @property
    def by_label(self) -> bool:
        """Whether the rows are grouped by label."""
        return self._by_label

    def group(self, *, by_label: bool) -> None:
        """Group by label, or list by place."""
        if by_label != self._by_label:
            self._by_label = by_label
            self.refresh()

    def toggle(self, row: int) -> None:
        """Fold or unfold the label whose heading is at a row."""
        heading = self.item(row)
        if isinstance(heading, Heading):
            self._collapsed ^= {heading.label.id}
            self.refresh()

    def refresh(self) -> None:
        """Make all rows again."""
        opened = self._workspace.opened
        self.beginResetModel()
        labels = self._workspace.label_set.labels if opened is not None else ()
        self._places = {label.id: place for place, label in enumerate(labels)}
        self._counts = {}
        for annotation in opened.annotations.values() if opened is not None else ():
            self._counts[annotation.label_id] = self._counts.get(annotation.label_id, 0) + 1
        keys = [self._key(item) for item in opened.annotations.values()] if opened is not None else []
        if self._by_label and opened is not None:
            folded = {self._place(label_id) for label_id in self._collapsed}
            keys = [key for key in keys if key[0] not in folded]
            keys += [self._heading_key(label_id) for label_id in self._counts]
        self._keys = sorted(keys)
        self.endResetModel()

    def counts(self) -> dict[int, int]:
        """How many annotations each label has here, by its row id."""
        return self._counts

    def item(self, row: int) -> Annotation | Heading | None:
        """What is at a row."""
        opened = self._workspace.opened
        if opened is None or not 0 <= row < len(self._keys):
            return None
        place, start, _, annotation_id = self._keys[row]
        if start < 0:
            label = self._workspace.label_set.labels[place]
            return Heading(label, self._counts.get(label.id, 0), label.id in self._collapsed)
        return opened.annotations.get(annotation_id)

    def row_of(self, annotation_id: int | None) -> int | None:
        """Where an annotation stands, or ``None``."""
        opened = self._workspace.opened
        annotation = opened.annotations.get(annotation_id) if opened and annotation_id is not None else None
        if annotation is None:
            return None
        key = self._key(annotation)
        row = bisect_left(self._keys, key)
        return row if row < len(self._keys) and self._keys[row] == key else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows."""
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The annotation or heading, and what a screen reader says."""
        item = self.item(index.row()) if index.isValid() else None
        if item is None or role not in (ITEM, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if role == ITEM:
            return item
        language = phrases.language()
        if isinstance(item, Heading):
            return f"{item.label.title(language)} {item.count}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return phrases.tooltip(phrases.shortened(item.quote, 400))
        label = self._workspace.label_set.label_by_id.get(item.label_id)
        return f"{label.title(language) if label else ''}: {phrases.shortened(item.quote)}"

    def _place(self, label_id: int) -> int:
        return self._places[label_id]

    def _key(self, annotation: Annotation) -> _Key:
        place = self._place(annotation.label_id) if self._by_label else 0
        return (place, annotation.start, -annotation.end, annotation.id)

    def _heading_key(self, label_id: int) -> _Key:
        return (self._place(label_id), -1, 0, 0)

    def _follow(self, event: Event) -> None:
        opened = self._workspace.opened
        if opened is None:
            return
        relabelled = isinstance(event, Transaction) and any(True for _ in event.of(Label))
        if not isinstance(event, Transaction) or relabelled or len(event.changes) > _MANY:
            self.refresh()
            return
        for before, after in event.of(Annotation):
            if before is not None and before.layer_id == opened.layer.id:
                self._remove(before)
            if after is not None and after.layer_id == opened.layer.id:
                self._insert(after)

    def _insert(self, annotation: Annotation) -> None:
        count = self._counts.get(annotation.label_id, 0)
        self._counts[annotation.label_id] = count + 1
        if self._by_label and count == 0:
            self._insert_key(self._heading_key(annotation.label_id))
        if not self._hidden(annotation):
            self._insert_key(self._key(annotation))
        self._tell_heading(annotation.label_id)

    def _remove(self, annotation: Annotation) -> None:
        count = self._counts.get(annotation.label_id, 0) - 1
        self._counts[annotation.label_id] = count
        if not self._hidden(annotation):
            self._remove_key(self._key(annotation))
        if count == 0:
            del self._counts[annotation.label_id]
            if self._by_label:
                self._remove_key(self._heading_key(annotation.label_id))
        else:
            self._tell_heading(annotation.label_id)

    def _hidden(self, annotation: Annotation) -> bool:
        return self._by_label and annotation.label_id in self._collapsed

    def _insert_key(self, key: _Key) -> None:
        row = bisect_left(self._keys, key)
        self.beginInsertRows(_NOWHERE, row, row)
        self._keys.insert(row, key)
        self.endInsertRows()

    def _remove_key(self, key: _Key) -> None:
        row = bisect_left(self._keys, key)
        if row < len(self._keys) and self._keys[row] == key:
            self.beginRemoveRows(_NOWHERE, row, row)
            del self._keys[row]
            self.endRemoveRows()

    def _tell_heading(self, label_id: int) -> None:
        if self._by_label:
            at = self.index(bisect_left(self._keys, self._heading_key(label_id)))
            self.dataChanged.emit(at, at)
