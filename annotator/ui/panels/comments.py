"""The panel of comments: what reviewers tell each other about articles and annotations."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core import edits
from annotator.core.change import EditContext, Transaction
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Comment
from annotator.ui import phrases
from annotator.ui.dialogs.base import lines_from_the_start, plain
from annotator.ui.models.comments import CommentsModel, Index
from annotator.ui.panels.comment_row import CommentRow
from annotator.ui.panels.quiet import quieten
from annotator.ui.workspace import Workspace


class CommentsPanel(QFrame):
    """Read, write, settle."""

    left = Signal()
    """The person goes back to the text, with or without having written something."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._workspace = workspace
        self._about: Annotation | None = None
        """What the comment being written is about; ``None`` is the article."""
        self._editing: Comment | None = None
        """The comment being put in other words."""
        self._document_id: int | None = None
        self._drafts: dict[int, tuple[str, Annotation | None]] = {}
        """What was begun and not sent, and about what, by the article it was begun in."""
        self.model = CommentsModel(workspace, self)
        self.filter = QComboBox()
        self.filter.setObjectName("quiet")
        self.filter.setAccessibleName(self.tr("Which comments"))
        for title, shown in (
            (self.tr("Open"), ("open", False)),
            (self.tr("Resolved"), ("resolved", False)),
            (self.tr("All"), ("all", False)),
            (self.tr("Open, in all articles"), ("open", True)),
            (self.tr("All, in all articles"), ("all", True)),
        ):
            self.filter.addItem(title, shown)
        self.list = self._make_list()
        self.empty = plain(self.tr("No comments here. M in the article writes one."), "muted")
        self.about = plain("", "muted")
        self.editor = QPlainTextEdit()
        lines_from_the_start(self.editor)
        self.send = QPushButton(self.tr("Comment"))
        self.edit = self._button(self.tr("Edit"), "", self._begin_edit)
        self.resolve = self._button(self.tr("Resolve"), "Space", self._resolve)
        self.delete = self._button(self.tr("Delete"), "Del", self._delete)
        self._arrange()
        self._connect()
        self._follow_document()
        self.refresh()

    def begin(self) -> None:
        """Write about the selected annotation, or else about the article."""
        if self._editing is not None:
            self._leave_edit()
        self._about = self._workspace.annotation
        self._show_about()
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def first_field(self) -> QWidget:
        """Where the focus goes that comes to the panel."""
        return self.list if self.list.isVisible() else self.editor

    def refresh(self) -> None:
        """Read the comments again, if they are seen."""
        if not self.isVisible():
            return
        current = self.model.remark(self.list.currentIndex().row())
        with QSignalBlocker(self.list.selectionModel()):
            self.model.refresh()
        row = self.model.row_of(current.comment.id) if current is not None else None
        self.list.setCurrentIndex(self.model.index(row) if row is not None else QModelIndex())
        self._stack.setCurrentWidget(self.list if self.model.rowCount() else self.empty)
        self._follow_row()
        self._show_about()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self.refresh()

    def eventFilter(self, _editor: QObject, event: QEvent) -> bool:
        """Enter sends, with Ctrl too; Shift+Enter breaks the line, Escape goes back to the text."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            event.accept()  # else Ctrl+Enter would mark the article done and leave the comment behind
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._leave_edit()
            self.left.emit()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self._send()
            return True
        return False

    # ---- assembly ------------------------------------------------------------------------------

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self.model)
        made.setItemDelegate(CommentRow(self._workspace, made))
        made.setAccessibleName(self.tr("Comments"))
        made.setObjectName("rows")
        made.setUniformItemSizes(True)
        quieten(made)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        return made

    def _button(self, title: str, key: str, run: Callable[[], None]) -> QToolButton:
        """A button for the selected comment, and its key in the list if it has one."""
        made = QToolButton()
        made.setObjectName("quiet")
        made.setText(title)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(run)
        if not key:
            return made
        made.setToolTip(f"{title} ({phrases.left_to_right(key)})")
        action = QAction(title, self.list)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(made.click)
        self.list.addAction(action)
        return made

    def _arrange(self) -> None:
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.empty.setContentsMargins(20, 20, 20, 0)
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.editor.setAccessibleName(self.tr("Comment"))
        self.editor.setTabChangesFocus(True)
        self.editor.setFixedHeight(64)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # that of what is written
        self.editor.document().setDefaultTextOption(option)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 10)
        layout.setSpacing(4)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        layout.addLayout(self._stack, 1)
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 10, 0)
        for button in (self.resolve, self.edit, self.delete):
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        writing = QVBoxLayout()
        writing.setContentsMargins(14, 4, 14, 0)
        writing.setSpacing(6)
        writing.addWidget(self.about)
        writing.addWidget(self.editor)
        writing.addWidget(self.send, 0, Qt.AlignmentFlag.AlignTrailing)
        layout.addLayout(writing)

    def _connect(self) -> None:
        self.editor.installEventFilter(self)
        self.send.clicked.connect(self._send)
        self.filter.currentIndexChanged.connect(self._filter)
        self.list.clicked.connect(self._jump)
        self.list.activated.connect(self._jump)
        self.list.selectionModel().currentChanged.connect(self._follow_row)
        for signal in (
            self._workspace.changed,
            self._workspace.document_changed,
            self._workspace.project_changed,
            self._workspace.reviewer_changed,
        ):
            signal.connect(self.refresh)
        self._workspace.project_changed.connect(self._drop_drafts)
        self._workspace.document_changed.connect(self._follow_document)
        self._workspace.picked.connect(self._follow_picked)
        self._workspace.busy_changed.connect(self._follow_row)

    # ---- writing -------------------------------------------------------------------------------

    def _show_about(self) -> None:
        opened = self._workspace.opened
        if self._about is not None and (opened is None or self._about.id not in opened.annotations):
            self._about = None
        if self._editing is not None:
            self.about.setText(self.tr("Put it in other words:"))
        elif self._about is not None:
            quote = phrases.isolated(phrases.shortened(self._about.quote, 32))
            self.about.setText(self.tr("On {quote}").format(quote=quote))
        else:
            self.about.setText(self.tr("On the article"))
        self.editor.setEnabled(self._workspace.editable)
        self.send.setEnabled(self._workspace.editable)
        self.send.setText(self.tr("Save") if self._editing is not None else self.tr("Comment"))

    def _follow_picked(self) -> None:
        """Write about what is selected, unless something is written already."""
        if self._editing is None and not self.editor.toPlainText():
            self._about = self._workspace.annotation
            self._show_about()

    def _follow_document(self) -> None:
        """Put aside what is being written with its article, and take up what was begun in the one opened."""
        opened = self._workspace.opened
        document_id = opened.document.id if opened is not None else None
        if document_id == self._document_id:
            return
        if self._document_id is not None and self._editing is None and self.editor.toPlainText():
            self._drafts[self._document_id] = (self.editor.toPlainText(), self._about)
        self._document_id = document_id
        if self._editing is None:
            text, self._about = self._drafts.pop(document_id or 0, ("", None))
            self.editor.setPlainText(text)
            self._show_about()

    def _drop_drafts(self) -> None:
        self._drafts.clear()
        self._document_id = None
        self._leave_edit()
        self._follow_document()

    def _send(self) -> None:
        text, about, editing = self.editor.toPlainText(), self._about, self._editing
        try:
            if editing is not None:
                self._workspace.perform_in_project(lambda context: edits.edit_comment(context, editing, text))
            else:
                self._workspace.perform(
                    lambda context, opened: edits.add_comment(context, opened.document, about, text)
                )
        except UserError as error:
            self._workspace.refused.emit(error)
            return
        self._leave_edit()
        self.list.scrollToBottom()
        self.left.emit()

    def _leave_edit(self) -> None:
        self._editing = None
        self.editor.clear()
        self._show_about()

    # ---- the selected comment ------------------------------------------------------------------

    def _current(self) -> Comment | None:
        remark = self.model.remark(self.list.currentIndex().row())
        return remark.comment if remark is not None else None

    def _follow_row(self) -> None:
        comment, reviewer = self._current(), self._workspace.reviewer
        settled = comment is not None and comment.resolved
        own = comment is not None and reviewer is not None and comment.reviewer_id == reviewer.id
        self.resolve.setText(self.tr("Reopen") if settled else self.tr("Resolve"))
        self.resolve.setEnabled(comment is not None and self._workspace.writable)
        for button in (self.edit, self.delete):
            button.setEnabled(own and self._workspace.writable)

    def _filter(self) -> None:
        self.model.shown, self.model.everywhere = self.filter.currentData()
        self.refresh()

    def _jump(self, index: Index) -> None:
        remark = self.model.remark(index.row())
        if remark is None:
            return
        annotation = self.model.annotation_of(remark.comment)
        span = annotation.span if annotation is not None else None
        try:
            self._workspace.open_document(remark.comment.document_id, reveal=span)
        except UserError as error:
            self._workspace.refused.emit(error)
            return
        opened = self._workspace.opened
        if annotation is not None and opened is not None and annotation.id in opened.annotations:
            self._workspace.select(annotation.id)

    def _begin_edit(self) -> None:
        comment = self._current()
        if comment is None:
            return
        self._editing = comment
        self.editor.setPlainText(comment.text)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self._show_about()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _resolve(self) -> None:
        comment = self._current()
        if comment is not None:
            resolved = not comment.resolved
            self._change(lambda context: edits.resolve_comment(context, comment, resolved=resolved))

    def _delete(self) -> None:
        comment = self._current()
        if comment is not None:
            self._change(lambda context: edits.delete_comment(context, comment))

    def _change(self, build: Callable[[EditContext], Transaction]) -> None:
        try:
            self._workspace.perform_in_project(build)
        except UserError as error:
            self._workspace.refused.emit(error)
