"""The page of relation types: what may be linked to what."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.core import label_edits
from annotator.core.records import Label, RelationType
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.dialogs.label_set.editing import Build, LabelSetEditing
from annotator.ui.dialogs.label_set.effect import relations
from annotator.ui.dialogs.label_set.fields import NameFields
from annotator.ui.dialogs.label_set.kinds import KindsPage
from annotator.ui.dialogs.label_set.page import scrolling
from annotator.ui.dialogs.questions import ask_text


class RelationsPage(KindsPage[RelationType]):
    """The relation types, and the fields of the current one."""

    def __init__(self, editing: LabelSetEditing) -> None:
        super().__init__(editing)
        self.list.setAccessibleName(self.tr("Relation types"))
        self.take_fields(
            NameFields(self.tr("Name in gold data"), self.tr("Title in English"), self.tr("Title in Arabic"))
        )
        self.sources = _LabelTicks(self.tr("From"))
        self.targets = _LabelTicks(self.tr("To"))
        self._arrange()
        self.add = self.add_button(self.tr("Add…"), self.tr("Add a relation type"), self.add_kind)
        self.buttons.addStretch(1)
        self.remove = self.add_button(self.tr("Delete…"), self.tr("Delete the relation type"), self.delete)
        self.sources.itemChanged.connect(self._tick)
        self.targets.itemChanged.connect(self._tick)
        self.refresh()

    def kinds(self) -> Sequence[RelationType]:
        """All there are."""
        return self.editing.label_set.relation_types

    def used(self) -> dict[int, int]:
        """How often each is used, by row id."""
        return self.editing.usage.relation_types

    def renaming(self, kind: RelationType, name: str) -> Build:
        """The edit that gives it another name."""
        return lambda context, known: label_edits.rename_relation_type(context, known, kind, name)

    def retitling(self, kind: RelationType, titles: dict[str, str]) -> Build:
        """The edit that gives it other titles."""
        return lambda context, known: label_edits.change_relation_type(context, known, kind, titles=titles)

    def agreed(self, kind: RelationType, name: str, count: int) -> bool:
        """Whether the person wants it renamed, having read how often it is used."""
        question = self.tr("Call {relation} {name} in gold data?").format(
            relation=phrases.isolated(kind.name), name=phrases.isolated(name)
        )
        return self.editing.agreed(question, self.tr("Rename"), [relations(count)])

    def show_current(self) -> None:
        """Show the current relation type."""
        super().show_current()
        kind, writable = self.kind(), self.editing.writable
        self.add.setEnabled(writable)
        for widget in (self.remove, self.sources, self.targets):
            widget.setEnabled(kind is not None and writable)
        labels = self.editing.label_set.labels
        self.sources.show_labels(labels, kind.source_label_ids if kind else ())
        self.targets.show_labels(labels, kind.target_label_ids if kind else ())

    def add_kind(self) -> None:
        """Add a relation type that may link anything."""
        name = ask_text(self, self.tr("Add a relation type"), self.tr("Its name in gold data"))
        if name is not None and self.editing.perform(
            lambda context, known: label_edits.add_relation_type(context, known, name, {})
        ):
            self.list.go_to(self.editing.label_set.relation_types[-1].id)

    def delete(self) -> None:
        """Delete the relation type with its relations."""
        kind = self.kind()
        if kind is not None and self.editing.writable:
            self.editing.carry_out(
                lambda _context, known: label_edits.delete_relation_type(known, kind),
                self.tr("Delete {relation}? This deletes:").format(
                    relation=phrases.isolated(kind.title(phrases.language()))
                ),
                self.tr("Delete"),
            )

    def _tick(self) -> None:
        kind = self.kind()
        if kind is None:
            return
        by_id = self.editing.label_set.label_by_id
        sources = [by_id[row_id] for row_id in self.sources.ticked()]
        targets = [by_id[row_id] for row_id in self.targets.ticked()]
        self.editing.perform(
            lambda context, known: label_edits.change_relation_type(
                context, known, kind, sources=sources, targets=targets
            )
        )

    def _arrange(self) -> None:
        ends = QHBoxLayout()
        ends.setSpacing(16)
        for caption, ticks in ((self.tr("From"), self.sources), (self.tr("To"), self.targets)):
            ends.addWidget(_framed(caption, ticks))
        hint = plain(
            self.tr("Nothing ticked means any label. Relations that are there stay; lint tells of them."),
            "muted",
        )
        hint.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addLayout(self.fields)
        column.addLayout(ends, 1)
        column.addWidget(hint)
        self.beside.addWidget(scrolling(column))


class _LabelTicks(QListWidget):
    """Labels to tick."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setObjectName("ticks")
        self.setMinimumHeight(140)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_labels(self, labels: tuple[Label, ...], ticked: tuple[int, ...]) -> None:
        """Show all labels, some of them ticked."""
        place = self.currentRow()
        with QSignalBlocker(self):
            self.clear()
            for label in labels:
                item = QListWidgetItem(phrases.isolated(label.title(phrases.language())))
                item.setData(Qt.ItemDataRole.UserRole, label.id)
                item.setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
                )
                item.setCheckState(Qt.CheckState.Checked if label.id in ticked else Qt.CheckState.Unchecked)
                self.addItem(item)
            self.setCurrentRow(max(place, 0))

    def ticked(self) -> list[int]:
        """The row ids of those ticked."""
        items = [self.item(place) for place in range(self.count())]
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]


def _framed(caption: str, ticks: QWidget) -> QWidget:
    frame = QFrame()
    frame.setObjectName("dialogList")
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(8, 6, 8, 6)
    inside.addWidget(plain(caption, "caption"))
    inside.addWidget(ticks)
    return frame
