"""The panel of this article's annotations."""

from collections import Counter

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.core.change import Transaction
from annotator.core.records import Annotation, Zone
from annotator.store.project import Event
from annotator.ui import phrases, theme
from annotator.ui.models.annotations import ITEM, AnnotationsModel, Heading
from annotator.ui.panels.quiet import quieten
from annotator.ui.panels.rows import AnnotationRow
from annotator.ui.workspace import Workspace

_NO_BREAK = "\N{NO-BREAK SPACE}"
"""Keeps a label and its number on one line."""


class AnnotationsPanel(QFrame):
    """Jump to an annotation."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._workspace = workspace
        self.model = AnnotationsModel(workspace, self)
        self.counts = QLabel()
        self.counts.setObjectName("muted")
        self.counts.setTextFormat(Qt.TextFormat.PlainText)
        self.counts.setWordWrap(True)
        self.order = QComboBox()
        self.order.setObjectName("quiet")
        self.order.setAccessibleName(self.tr("Order of annotations"))
        self.order.addItem(self.tr("By place"), False)  # noqa: FBT003  # the row's value
        self.order.addItem(self.tr("By label"), True)  # noqa: FBT003
        self.order.currentIndexChanged.connect(self._order)
        self.list = self._make_list()
        self.empty = QLabel(self.tr("Nothing is annotated here yet."))
        self.empty.setObjectName("muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.empty.setContentsMargins(20, 20, 20, 0)
        self._arrange()
        for signal in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._count)
        self.model.modelReset.connect(self._show_picked)
        workspace.changed.connect(self._show_picked)
        workspace.changed.connect(self._follow_zones)
        workspace.picked.connect(self._show_picked)
        self._count()

    def _make_list(self) -> QTableView:
        """A table of one column: a list view would lay out all rows again for each that comes or goes."""
        made = QTableView()
        made.setModel(self.model)
        made.setItemDelegate(AnnotationRow(self._workspace, made))
        made.setAccessibleName(self.tr("Annotations"))
        made.setObjectName("rows")
        made.setShowGrid(False)
        made.setTabKeyNavigation(False)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.horizontalHeader().hide()
        made.horizontalHeader().setStretchLastSection(True)
        rows = made.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.pitch(made.font()) + 13)
        quieten(made)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.clicked.connect(self._jump)
        made.activated.connect(self._jump)
        return made

    def _arrange(self) -> None:
        self.counts.setContentsMargins(14, 0, 14, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.counts)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        layout.addLayout(self._stack, 1)

    def _order(self) -> None:
        self.model.group(by_label=bool(self.order.currentData()))

    def jump_to_current(self) -> bool:
        """Go to the annotation of the row with the focus; whether that is another than the selected one."""
        item = self.list.currentIndex().data(ITEM)
        if isinstance(item, Annotation) and item.id == self._workspace.annotation_id:
            return False
        self._jump(self.list.currentIndex())
        return True

    def _jump(self, index: QModelIndex) -> None:
        item = index.data(ITEM)
        if isinstance(item, Heading):
            self.model.toggle(index.row())
        elif isinstance(item, Annotation):
            self._workspace.select(item.id, reveal=True)

    def _show_picked(self) -> None:
        row = self.model.row_of(self._workspace.annotation_id)
        if row is None:
            self.list.clearSelection()
            return
        index = self.model.index(row)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)

    def _follow_zones(self, event: Event) -> None:
        if isinstance(event, Transaction) and any(True for _ in event.of(Zone)):
            self._count()

    def _count(self) -> None:
        """Count by label; what lies in zones is no body text, and told apart."""
        counts, opened = self.model.counts(), self._workspace.opened
        aside = opened.counts_in_zones() if opened is not None else Counter[int]()
        language = phrases.language()
        parts = [
            f"{label.title(language)}{_NO_BREAK}{counts[label.id] - aside[label.id]}"
            for label in (self._workspace.label_set.labels if self._workspace.project is not None else ())
            if counts.get(label.id, 0) > aside[label.id]
        ]
        if aside:
            parts.append(self.tr("{count} in zones").format(count=aside.total()).replace(" ", _NO_BREAK))
        self.counts.setText(phrases.counted(" · ".join(parts)))
        self._stack.setCurrentWidget(self.list if counts else self.empty)
