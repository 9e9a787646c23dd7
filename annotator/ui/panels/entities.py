"""The panel of entities: the actors and locations of the whole project, and where they are mentioned."""

import re

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core import edits
from annotator.core.records import Annotation, Entity
from annotator.store import queries
from annotator.store.project import Event
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.dialogs.merge_entities import MergeDialog
from annotator.ui.models.entities import EntitiesModel, Entry, MentionsModel, touches_entities
from annotator.ui.panels.entity_rows import EntityRow, MentionRow
from annotator.ui.panels.fields import attempt
from annotator.ui.panels.quiet import quieten
from annotator.ui.workspace import Workspace

_BETWEEN = re.compile("[;؛\n]")


class EntitiesPanel(QFrame):
    """Find, rename, merge and remove entities; go to where they are mentioned."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._workspace = workspace
        self._shown: Entity | None = None
        self._stale = True
        self.model = EntitiesModel(workspace, self)
        self.mentions_model = MentionsModel(workspace, self)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter entities…"))
        self.filter.setAccessibleName(self.tr("Filter entities"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.filter.installEventFilter(self)
        self.list = _list(self.model, self.tr("Entities"))
        self.list.setItemDelegate(EntityRow(workspace, self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.selectionModel().selectionChanged.connect(self._show)
        self.list.activated.connect(self._go_to_mentions)
        self.list.installEventFilter(self)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name"))
        self.name.editingFinished.connect(self._rename)
        self.aliases = QLineEdit()
        self.aliases.setAccessibleName(self.tr("Also called"))
        self.aliases.setPlaceholderText(self.tr("Also called: names with ؛ between them"))
        self.aliases.editingFinished.connect(self._set_aliases)
        self.merge = QPushButton(self.tr("Merge…"))
        self.merge.clicked.connect(self._merge)
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.clicked.connect(self._remove)
        self.mentions = _list(self.mentions_model, self.tr("Mentions"))
        self.mentions.setItemDelegate(MentionRow(self.mentions))
        self.mentions.clicked.connect(self._jump)
        self.mentions.activated.connect(self._jump)
        self._arrange()
        workspace.project_changed.connect(self._reset)
        workspace.changed.connect(self._follow)
        workspace.busy_changed.connect(self._show)
        self._show()

    # ---- events --------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the filter and of the list."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if watched is self.filter and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.model.rowCount() and not self.list.selectionModel().hasSelection():
                self.list.setCurrentIndex(self.model.index(0))
            return True
        if watched is self.list and event.key() == Qt.Key.Key_Delete:
            self.remove.click()
            return True
        return False

    # ---- what is shown -------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._detail = QWidget()
        detail = QVBoxLayout(self._detail)
        detail.setContentsMargins(14, 6, 14, 6)
        detail.setSpacing(5)
        self.several = plain("", "muted")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.name, 1)
        head.addWidget(self.several, 1)
        for button in (self.merge, self.remove):
            button.setObjectName("done")
            head.addWidget(button)
        detail.addLayout(head)
        detail.addWidget(self.aliases)
        self._lower = QWidget()
        column = QVBoxLayout(self._lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._detail)
        column.addWidget(self.mentions, 1)
        self.empty = plain(self.tr("No entities yet. Select an actor or a location and press E."), "muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.empty.setContentsMargins(20, 20, 20, 0)
        upper = QWidget()
        self._stack = QStackedLayout(upper)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        self.list.setMinimumHeight(110)
        split.addWidget(upper)
        split.addWidget(self._lower)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        search = QVBoxLayout()
        search.setContentsMargins(12, 0, 12, 0)
        search.addWidget(self.filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(search)
        layout.addWidget(split, 1)

    def _reset(self) -> None:
        self.list.clearSelection()  # first: what is selected is of a project that is gone
        self.filter.clear()
        self._shown = None
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _follow(self, event: Event) -> None:
        if touches_entities(event):
            self._stale = True
            if self.isVisible():
                self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        kept = {entry.entity.id for entry in self._selected()}
        self.model.refresh()
        self._select(kept)

    def _narrow(self, typed: str) -> None:
        kept = {entry.entity.id for entry in self._selected()}
        self.model.narrow(typed)
        self._select(kept)

    def _select(self, entity_ids: set[int]) -> None:
        chosen = QItemSelection()
        for entity_id in entity_ids:
            row = self.model.row_of(entity_id)
            if row is not None:
                chosen.select(self.model.index(row), self.model.index(row))
        selection = self.list.selectionModel()
        if chosen.indexes():
            selection.setCurrentIndex(chosen.indexes()[0], QItemSelectionModel.SelectionFlag.NoUpdate)
        selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._show()

    def _selected(self) -> list[Entry]:
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.model.entry(row) for row in rows if row < self.model.rowCount()]

    def _show(self) -> None:
        """Show the one that is selected, or what can be done with several."""
        entries = self._selected()
        one = entries[0].entity if len(entries) == 1 else None
        if self._shown is not None and (one is None or one.id != self._shown.id):
            self._set_aliases()
        editable = self._workspace.writable
        mentions = sum(entry.mentions for entry in entries)
        for part in (self.name, self.aliases, self.remove):
            part.setVisible(one is not None)
        self.several.setVisible(one is None)
        self.several.setText(phrases.counted(self.tr("%n selected", "", len(entries))))
        self._lower.setVisible(bool(entries))
        self.merge.setVisible(len(entries) > 1)
        self.merge.setEnabled(editable and len({entry.entity.label_id for entry in entries}) == 1)
        self.remove.setEnabled(editable)
        removal = phrases.counted(self.tr("Remove it; %n mention(s) stay without it", "", mentions))
        self.remove.setToolTip(phrases.tooltip(removal))
        self.remove.setAccessibleName(removal)
        for field in (self.name, self.aliases):
            field.setEnabled(editable)
        if one is not None and one != self._shown:
            self.name.setText(one.name)
            self.name.setCursorPosition(0)
            self.aliases.setText("؛ ".join(one.aliases))
            self.aliases.setCursorPosition(0)
        self._shown = one
        self.mentions_model.show_mentions(self._mentions([one]) if one is not None else [])
        self._stack.setCurrentWidget(self.list if self.model.rowCount() or self.filter.text() else self.empty)

    def _mentions(self, entities: list[Entity]) -> list[queries.Mention]:
        database = self._workspace.require().database
        return [mention for entity in entities for mention in queries.mentions(database, entity.id)]

    def _annotations(self, entities: list[Entity]) -> list[Annotation]:
        return [mention.annotation for mention in self._mentions(entities)]

    # ---- what the hand does --------------------------------------------------------------------

    def _rename(self) -> None:
        entity, name = self._shown, self.name.text()
        if entity is None or not self.name.isModified() or name == entity.name:
            return
        self.name.setModified(False)
        everyone = queries.entities(self._workspace.require().database)
        if not attempt(
            self._workspace,
            lambda: self._workspace.perform_in_project(
                lambda context: edits.rename_entity(context, entity, name, everyone)
            ),
        ):
            self.name.setText(entity.name)

    def _set_aliases(self) -> None:
        entity = self._shown
        if entity is None or not self.aliases.isModified() or not self._workspace.writable:
            return
        self.aliases.setModified(False)
        names = _BETWEEN.split(self.aliases.text())
        attempt(
            self._workspace,
            lambda: self._workspace.perform_in_project(
                lambda context: edits.set_aliases(context, entity, names)
            ),
        )

    def _merge(self) -> None:
        dialog = MergeDialog(self._selected(), self)
        dialog.accepted.connect(self._merge_chosen)
        dialog.open()

    def _merge_chosen(self) -> None:
        dialog = self.sender()
        if not isinstance(dialog, MergeDialog):
            return
        keep, others = dialog.keep(), dialog.others()
        annotations = self._annotations(others)
        if attempt(
            self._workspace,
            lambda: self._workspace.perform_in_project(
                lambda context: edits.merge_entities(context, keep, others, annotations)
            ),
        ):
            self._select({keep.id})

    def _remove(self) -> None:
        entity = self._shown
        if entity is None or not self._workspace.writable:
            return
        annotations = self._annotations([entity])
        attempt(
            self._workspace,
            lambda: self._workspace.perform_in_project(
                lambda context: edits.remove_entity(context, entity, annotations)
            ),
        )

    def _go_to_mentions(self, _index: QModelIndex) -> None:
        if self.mentions_model.rowCount():
            self.mentions.setFocus(Qt.FocusReason.OtherFocusReason)
            self.mentions.setCurrentIndex(self.mentions_model.index(0))

    def _jump(self, index: QModelIndex) -> None:
        mention = self.mentions_model.mention(index.row())
        annotation = mention.annotation

        def go() -> None:
            self._workspace.open_document(mention.document.id, reveal=annotation.span)
            opened = self._workspace.opened
            own = opened is not None and annotation.id in opened.annotations
            self._workspace.select(annotation.id if own else None, reveal=own)

        attempt(self._workspace, go)


def _list(model: EntitiesModel | MentionsModel, name: str) -> QListView:
    made = QListView()
    made.setModel(model)
    made.setAccessibleName(name)
    made.setObjectName("rows")
    made.setUniformItemSizes(True)
    quieten(made)
    return made
