"""What could be annotated in the open article, as a list: each is accepted or rejected, or all accepted."""

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.suggestions import Suggestion
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.models.suggestions import SUGGESTION, SuggestionsModel
from annotator.ui.panels.quiet import quiet_button, quieten
from annotator.ui.panels.suggestion_rows import SuggestionRow
from annotator.ui.workspace import Workspace


class SuggestionsPanel(QFrame):
    """The suggestions by place; the one the hand is at is the one accepted or rejected."""

    chosen = Signal(object)
    """The suggestion the person goes to."""
    accepted = Signal()
    """The person accepts the one the hand is at; ``rejected`` and ``all_accepted`` accordingly."""
    rejected = Signal()
    all_accepted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._workspace = workspace
        self.model = SuggestionsModel(self)
        self.head = plain("", "muted")
        self.head.setWordWrap(True)
        self.list = self._make_list()
        self.accept = self._button(self.tr("Accept"), "Y")
        self.reject = self._button(self.tr("Reject"), "X")
        self.accept_all = self._button(self.tr("Accept all"), "")
        self.accept.clicked.connect(self.accepted)
        self.reject.clicked.connect(self.rejected)
        self.accept_all.clicked.connect(self.all_accepted)
        self._arrange()
        self.show_suggestions([], None)

    def show_suggestions(self, suggestions: list[Suggestion], current: Suggestion | None) -> None:
        """Show these, standing on the one the hand is at."""
        self.model.show(suggestions)
        row = self.model.row_of(current)
        if row is None:
            self.list.clearSelection()
        else:
            index = self.model.index(row)
            self.list.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.list.scrollTo(index)
        editable = self._workspace.editable
        self.accept.setEnabled(editable and row is not None)
        self.reject.setEnabled(editable and row is not None)
        self.accept_all.setEnabled(editable and bool(suggestions))
        self.head.setText(self._heading(suggestions))

    def _heading(self, suggestions: list[Suggestion]) -> str:
        count = len(suggestions)
        if self._workspace.opened is None:
            return self.tr("Choose an article from the list.")
        if not self._workspace.editable:
            return self.tr("Read-only: nothing is suggested here.")
        if not count:
            return self.tr("No figure is left that is not annotated.")
        if any(item.kind != "figure" for item in suggestions):
            return phrases.counted(self.tr("%n suggestion(s)", "", count))
        return phrases.counted(self.tr("%n figure(s) not annotated yet", "", count))

    def _make_list(self) -> QListView:
        made = QListView()
        made.setObjectName("rows")
        made.setModel(self.model)
        made.setItemDelegate(SuggestionRow(self._workspace, made))
        made.setAccessibleName(self.tr("Suggestions"))
        made.setAccessibleDescription(self.tr("Tab goes to each in the article, Y accepts, X rejects."))
        quieten(made)
        made.setUniformItemSizes(True)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.clicked.connect(self._choose)
        made.activated.connect(self._choose)
        return made

    def _choose(self) -> None:
        item = self.list.currentIndex().data(SUGGESTION)
        if isinstance(item, Suggestion):
            self.chosen.emit(item)

    def _button(self, text: str, key: str) -> QToolButton:
        button = quiet_button(f"{text} {phrases.left_to_right(key)}" if key else text)
        button.setAccessibleName(text)
        return button

    def _arrange(self) -> None:
        self.head.setContentsMargins(16, 2, 16, 2)
        row = QHBoxLayout()
        row.setContentsMargins(10, 6, 12, 10)
        row.setSpacing(2)
        row.addWidget(self.accept)
        row.addWidget(self.reject)
        row.addStretch(1)
        row.addWidget(self.accept_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        column.addLayout(row)
