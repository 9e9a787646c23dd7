"""“Before it is done”: what looks wrong in the open article, to be mended or let stand for a reason."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core import edits
from annotator.core.errors import UserError
from annotator.core.lint import Finding
from annotator.core.records import Dismissal
from annotator.ui import keys, phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.linting import Linting, sentence_of
from annotator.ui.models.findings import FindingsModel, Fold, Unmarked, key_of
from annotator.ui.panels.finding_rows import FindingRow
from annotator.ui.panels.quiet import quiet_button, quieten
from annotator.ui.panels.reason import ReasonField
from annotator.ui.workspace import Workspace

_PAUSE = 120
"""Milliseconds after a change before the list is made again."""


class FinishPanel(QFrame):
    """The findings of the open article; it follows every change while it is shown."""

    fix_wanted = Signal()
    """The person wants to mend what is selected."""
    unmarked_wanted = Signal()
    """The person wants to see the figures that are not annotated."""
    unmarked_dismissed = Signal()
    """The person wants to hear no more of them here."""
    finish_wanted = Signal()
    """The person wants the article marked done."""
    marked = Signal(object)
    """The spans of the open findings, as long as they are shown."""

    def __init__(self, workspace: Workspace, linting: Linting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._workspace = workspace
        self._linting = linting
        self._showing = False
        """Whether the list is being made again: the row it then has nobody has gone to."""
        self.model = FindingsModel(workspace, self)
        self.head = plain("", "muted")
        self.head.setWordWrap(True)
        self.list = self._make_list()
        self.dismissing = ReasonField()
        self.dismissing.given.connect(self._dismiss)
        self.dismissing.left.connect(self._leave_reason)
        self.fix = self._button(self.tr("Mend"), "Enter", self._fix)
        self.let_stand = self._button(self.tr("Dismiss…"), "D", self._ask_reason)
        self.finish = QPushButton(self.tr("Done"))
        self.finish.setObjectName("done")
        self.finish.setAutoDefault(False)
        self.finish.setCursor(Qt.CursorShape.PointingHandCursor)
        self.finish.clicked.connect(self.finish_wanted)
        self._arrange()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(linting.look)
        linting.found.connect(self.show_findings)
        workspace.changed.connect(self._refresh_soon)
        workspace.document_changed.connect(self._start_again)
        workspace.busy_changed.connect(self._follow_current)
        self.show_findings([])

    def focus_first(self) -> None:
        """Go to the first finding, and in the article to what it is about."""
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def current(self) -> Finding | Unmarked | Fold | None:
        """What the list stands on."""
        return self.model.item(self.list.currentIndex().row())

    def showEvent(self, event: QShowEvent) -> None:
        """Look again: while nobody saw it, nobody looked."""
        super().showEvent(event)
        self._pause.start()
        self._mark()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the article without marks."""
        super().hideEvent(event)
        self._mark()

    def show_findings(self, findings: list[Finding]) -> None:
        """Show these, standing where the list stood."""
        before, row = self.current(), self.list.currentIndex().row()
        self._showing = True
        self.model.show(findings)
        kept = self.model.row_of(key_of(before)) if isinstance(before, Finding) else None
        if kept is None and self.dismissing.isVisible():
            self._leave_reason()  # what it was to be the reason for is gone: another must not get it
        last = self.model.rowCount() - 1
        if kept is None and row >= 0 and last >= 0:
            kept = min(row, last)
        if kept is not None:
            self.list.setCurrentIndex(self.model.index(kept))
        self._showing = False
        self._mark()
        self._write_head()
        self._follow_current()
        if isinstance(before, Finding) and self.current() != before and self.list.hasFocus():
            self._jump()  # what was mended or let stand is gone: on to the next

    def tell_unmarked(self, count: int) -> None:
        """Tell how many figures are not annotated, standing where the list stood."""
        row = self.list.currentIndex().row()
        self._showing = True
        if self.model.tell_unmarked(count) and row >= 0:
            self.list.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1)))
        self._showing = False
        self._write_head()
        self._follow_current()

    # ---- what the hand does --------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list."""
        if watched is not self.list or event.type() not in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        key, plain_key = event.key(), keys.plain_key(event)
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held
        if key == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
            self.fix_wanted.emit()
            return True
        if not is_enter and plain_key != "d" and not (key == Qt.Key.Key_Space and not held):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if plain_key == "d":
            self._ask_reason()
        else:
            self._fix()
        return True

    def _fix(self) -> None:
        item = self.current()
        if isinstance(item, Fold):
            row = self.list.currentIndex().row()
            self.model.toggle()
            self.list.setCurrentIndex(self.model.index(row))
        elif isinstance(item, Unmarked):
            self.unmarked_wanted.emit()
        elif item is not None:
            self._jump()
            self.fix_wanted.emit()

    def _jump(self) -> None:
        item, opened = self.current(), self._workspace.opened
        if not isinstance(item, Finding) or opened is None:
            return
        if item.annotation_id in opened.annotations:
            self._workspace.select(item.annotation_id, reveal=True)
        else:
            self._workspace.select(None)

    def _ask_reason(self) -> None:
        """Ask why the finding may stand; of one that does, take that back."""
        item = self.current()
        if isinstance(item, Unmarked):
            self.unmarked_dismissed.emit()
        if not isinstance(item, Finding) or not self._workspace.editable:
            return
        if item.dismissal is not None:
            self._take_back(item.dismissal)
            return
        self.dismissing.ask(sentence_of(item, self._workspace.label_set))

    def _take_back(self, dismissal: Dismissal) -> None:
        try:
            self._workspace.perform(lambda context, opened: edits.undismiss(context, opened.layer, dismissal))
        except UserError as error:
            self._workspace.refused.emit(error)

    def _dismiss(self, reason: str) -> None:
        item = self.current()
        if not isinstance(item, Finding):
            return
        try:
            self._workspace.perform(
                lambda context, opened: edits.dismiss(context, opened.layer, item, reason)
            )
        except UserError as error:
            self.dismissing.complain(error)
            return
        self._leave_reason()
        self._pause.stop()
        self._linting.look()

    def _leave_reason(self) -> None:
        self.dismissing.hide()
        self.list.setFocus()

    def _moved(self) -> None:
        self._follow_current()
        if not self._showing:
            self.dismissing.hide()
            self._jump()

    # ---- following -----------------------------------------------------------------------------

    def _mark(self) -> None:
        shown = self.model.open if self.isVisible() else []
        self.marked.emit([item.span for item in shown if len(item.span)])

    def _refresh_soon(self) -> None:
        if self.isVisible():
            self._pause.start()

    def _start_again(self) -> None:
        """Another article: nothing of the one before is shown in the meantime."""
        self.dismissing.hide()
        self.list.setCurrentIndex(QModelIndex())
        self.show_findings([])
        if self._workspace.opened is not None:
            self._refresh_soon()

    def _write_head(self) -> None:
        unmarked = self.model.unmarked is not None
        count, shown = self.model.count + unmarked, len(self.model.open) + unmarked
        if self._workspace.opened is None:
            self.head.setText(self.tr("Choose an article from the list."))
        elif count:
            said = self.tr("%n thing(s) to look at", "", count)
            if shown < count:
                said = self.tr("{count}; the first {shown} are shown").format(count=said, shown=shown)
            self.head.setText(phrases.counted(said))
        else:
            self.head.setText(self.tr("Nothing looks wrong."))

    def _follow_current(self) -> None:
        item, editable = self.current(), self._workspace.editable
        stands = isinstance(item, Finding) and item.dismissal is not None
        self.let_stand.setText(self.tr("Take back") if stands else self.tr("Dismiss…"))
        usable = isinstance(item, Finding | Unmarked) and editable
        self.fix.setEnabled(usable)
        self.let_stand.setEnabled(usable)
        opened = self._workspace.opened
        done = opened is not None and opened.layer.status == "done"
        self.finish.setEnabled(editable and not done)
        why = "" if editable else self.tr("Read-only: nothing can be changed here.")
        for button, key in ((self.fix, "Enter"), (self.let_stand, "D"), (self.finish, "Ctrl+Enter")):
            button.setToolTip(phrases.tooltip(why or phrases.left_to_right(key)))

    # ---- assembly ------------------------------------------------------------------------------

    def _make_list(self) -> QListView:
        made = QListView()
        made.setObjectName("rows")
        made.setModel(self.model)
        made.setItemDelegate(FindingRow(self._workspace, made))
        made.setAccessibleName(self.tr("Findings"))
        made.setAccessibleDescription(
            self.tr("Up and Down jump to each in the article, Enter mends, D dismisses.")
        )
        quieten(made)
        made.setResizeMode(QListView.ResizeMode.Adjust)
        made.setLayoutMode(QListView.LayoutMode.Batched)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.installEventFilter(self)
        made.selectionModel().currentChanged.connect(self._moved)
        made.clicked.connect(self._clicked)
        made.doubleClicked.connect(self._fix)
        return made

    def _clicked(self) -> None:
        if isinstance(self.current(), Fold):
            self._fix()
        else:
            self._jump()

    def _button(self, text: str, key: str, slot: object) -> QToolButton:
        button = quiet_button(text)
        button.setAccessibleDescription(key)
        button.clicked.connect(slot)
        return button

    def _arrange(self) -> None:
        self.head.setContentsMargins(16, 2, 16, 2)
        row = QHBoxLayout()
        row.setContentsMargins(10, 6, 12, 10)
        row.setSpacing(2)
        row.addWidget(self.fix)
        row.addWidget(self.let_stand)
        row.addStretch(1)
        row.addWidget(self.finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        column.addWidget(self.dismissing)
        column.addLayout(row)
