"""The panel of articles: filter, status, list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import UserError
from annotator.store.queries import DocumentSummary
from annotator.ui.models.documents import SUMMARY, DocumentsModel
from annotator.ui.panels.quiet import quieten
from annotator.ui.panels.rows import DocumentRow
from annotator.ui.workspace import Workspace

if TYPE_CHECKING:
    from annotator.ui.opened import OpenDocument


class DocumentsPanel(QFrame):
    """Choose an article."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deskPanel")
        self._workspace = workspace
        self.model = DocumentsModel(workspace, self)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter articles…"))
        self.filter.setAccessibleName(self.tr("Filter articles"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self._open_first)
        self.status = QComboBox()
        self.status.setAccessibleName(self.tr("Status"))
        for title, status in (
            (self.tr("All articles"), None),
            (self.tr("New"), "new"),
            (self.tr("Started"), "started"),
            (self.tr("Done"), "done"),
        ):
            self.status.addItem(title, status)
        self.status.currentIndexChanged.connect(self._filter)
        self.list = self._make_list()
        self.empty = QLabel()
        self.empty.setObjectName("muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.empty.setContentsMargins(24, 36, 24, 0)
        self._arrange()
        workspace.document_changed.connect(self._show_open)
        self.model.modelReset.connect(self._show_open)
        self.model.modelReset.connect(self._show_emptiness)
        self._show_open()
        self._show_emptiness()

    def focus_filter(self) -> None:
        """Go to the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def open_neighbour(self, step: int) -> None:
        """Open the article some rows on from the open one; from none, the first."""
        opened = self._workspace.opened
        row = self.model.row_of(opened.document.id) if opened is not None else None
        self._open_row(0 if row is None else row + step)

    def open_next_unfinished(self) -> None:
        """Open the next article that is not done; stay if all are."""
        opened = self._workspace.opened
        row = self.model.row_of(opened.document.id) if opened is not None else None
        found = self.model.next_unfinished(-1 if row is None else row)
        if found is not None:
            self._workspace.open_document(found.document.id)

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self.model)
        made.setItemDelegate(DocumentRow(made))
        made.setAccessibleName(self.tr("Articles"))
        quieten(made)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.clicked.connect(self._open_index)
        made.activated.connect(self._open_index)
        return made

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.setSpacing(6)
        head.addWidget(self.filter)
        head.addWidget(self.status)
        layout.addLayout(head)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        layout.addLayout(self._stack, 1)

    def _filter(self) -> None:
        self.model.filter(self.filter.text().strip(), self.status.currentData())

    def _open_first(self) -> None:
        self._open_row(0)

    def _open_row(self, row: int) -> None:
        summary = self.model.summary(row)
        if summary is not None:
            self._open(summary)

    def _open_index(self, index: QModelIndex) -> None:
        summary = index.data(SUMMARY)
        if summary is not None:
            self._open(summary)

    def _open(self, summary: DocumentSummary) -> None:
        try:
            self._workspace.open_document(summary.document.id)
        except UserError as error:
            self._workspace.refused.emit(error)

    def _show_open(self) -> None:
        opened: OpenDocument | None = self._workspace.opened
        row = self.model.row_of(opened.document.id) if opened is not None else None
        if row is None:
            self.list.clearSelection()
            return
        index = self.model.index(row)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)

    def _show_emptiness(self) -> None:
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.list)
            return
        self.empty.setText(
            self.tr("No article matches. Change the filter above.")
            if self.model.filtered
            else self.tr("No articles yet. Drop text files or a folder on the window, or press Ctrl+I.")
        )
        self._stack.setCurrentWidget(self.empty)
