"""The bar above the article that finds in it."""

from bisect import bisect_left

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from annotator.core.records import Span
from annotator.ui import keys, phrases
from annotator.ui.action_set import ActionSet
from annotator.ui.article.view import ArticleView
from annotator.ui.dialogs.base import plain
from annotator.ui.searching import MOST, Query, Searching
from annotator.ui.tasks import Tasks
from annotator.ui.workspace import Workspace

_PROPOSED = 80
"""Characters: a longer selection is not what someone looks for."""


class FindBar(QFrame):
    """What to look for, how, and which of the hits one is at. Each hit is selected as one comes to it."""

    def __init__(
        self,
        article: ArticleView,
        workspace: Workspace,
        tasks: Tasks,
        actions: ActionSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._article = article
        self._workspace = workspace
        self._actions = actions
        self._searching = Searching(tasks, self)
        self._hits: list[Span] = []
        self._at: int | None = None
        self._from = 0
        """Where in the text the search began."""
        self._steps: int | None = None
        """Steps asked for while the hits are not there yet."""
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in the article"))
        self.field.setAccessibleName(self.tr("Find in the article"))
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(160)
        self.count = plain("", "muted")
        self.exact = _toggle(
            self.tr("Exact"), self.tr("Letter by letter, with hamzas, marks, digits as they are typed")
        )
        self.whole = _toggle(self.tr("Whole words"), self.tr("Whole words, also after و ف ب ل ك"))
        self.before = _button("‹", self.tr("Find the one before"))
        self.after = _button("›", self.tr("Find the next"))
        self.close_button = _button("×", self.tr("Close the search"))
        self.hint = _Hint(self.tr("Enter: next · Ctrl+1…9: tag this hit · Esc: back to the text"))
        self._arrange()
        self._connect()
        self.hide()

    def begin(self, proposed: str) -> None:
        """Come up, with what to look for if something is proposed."""
        self._from = self._article.selected_range().start
        self.show()
        if proposed and len(proposed) <= _PROPOSED and "\n" not in proposed:
            self.field.setText(proposed)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search()

    def step(self, steps: int) -> None:
        """Go to the next hit, or with -1 to the one before; after the last comes the first."""
        if not self.field.text():
            self.begin("")
        elif self.isHidden():
            self._from = self._article.selected_range().end if steps > 0 else self._article.caret()
            self.show()
            self._steps = min(steps, 0)
            self._search()
        elif self._at is None or not self._hits:
            self._steps = steps
        else:
            self._go((self._at + steps) % len(self._hits))

    def close_search(self) -> None:
        """Go away; the hit one is at stays selected in the article."""
        self.hide()
        self._searching.forget()
        self._show_hits([])
        self._article.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Enter steps, Escape ends, Ctrl with a digit tags."""
        if not isinstance(event, QKeyEvent) or event.type() not in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            return False
        meant = event.key() == Qt.Key.Key_Escape or bool(self._label_key(event))
        if event.type() == QEvent.Type.ShortcutOverride:
            if meant:
                event.accept()
            return meant
        return self._obey(event)

    def _obey(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close_search()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key := self._label_key(event):
            self._tag(key)
        else:
            return False
        return True

    def _label_key(self, event: QKeyEvent) -> str:
        """The digit of a label, if Ctrl is held with it."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        found = keys.digit(event) if held == Qt.KeyboardModifier.ControlModifier else ""
        return found if any(label.key == found for label in self._workspace.labels) else ""

    def _tag(self, key: str) -> None:
        label = next(label for label in self._workspace.labels if label.key == key)
        if self._at is not None:
            if self._workspace.annotation is None:
                self._article.select(self._hits[self._at])
            self._actions[f"tag-{label.name}"].trigger()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 10, 6)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        for widget in (self.count, self.before, self.after, self.exact, self.whole):
            row.addWidget(widget)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.hint, 3)
        row.addWidget(self.close_button)

    def _connect(self) -> None:
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._search)
        self.exact.toggled.connect(self._search)
        self.whole.toggled.connect(self._search)
        self.before.clicked.connect(self._back)
        self.after.clicked.connect(self._forth)
        self.close_button.clicked.connect(self.close_search)
        self._searching.found.connect(self._take)
        self._workspace.document_changed.connect(self._start_again)

    def _back(self) -> None:
        self.step(-1)

    def _forth(self) -> None:
        self.step(1)

    def _start_again(self) -> None:
        self._from = 0
        self._show_hits([])
        if not self.isHidden():
            self._steps = None
            self._search()

    def _search(self) -> None:
        opened, needle = self._workspace.opened, self.field.text()
        self._at = None
        if opened is None or not needle:
            self._searching.forget()
            self._show_hits([])
            self.count.clear()
            return
        query = Query(opened.text, needle, self.exact.isChecked(), self.whole.isChecked())
        self.count.setText("…")
        self._searching.look_for(query)

    def _take(self, query: Query, hits: list[Span]) -> None:
        opened = self._workspace.opened
        if self.isHidden() or opened is None or opened.text != query.text:
            return
        self._show_hits(hits)
        steps, self._steps = self._steps or 0, None
        if hits:
            nearest = bisect_left(hits, Span(self._from, self._from))
            self._go((nearest + steps) % len(hits))

    def _show_hits(self, hits: list[Span]) -> None:
        self._hits, self._at = hits, None
        self._article.set_hits(hits)
        self.count.setText("" if hits or self.isHidden() else self.tr("Not found"))

    def _go(self, at: int) -> None:
        self._at = at
        self._workspace.select(None)
        self._article.set_hits(self._hits, at)
        self._article.select(self._hits[at])
        count = f"{MOST}+" if len(self._hits) > MOST else str(len(self._hits))
        self.count.setText(phrases.counted(self.tr("{number} of {count}").format(number=at + 1, count=count)))


def _button(sign: str, name: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName("quiet")
    made.setText(sign)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _toggle(title: str, tip: str) -> QToolButton:
    made = _button(title, title)
    made.setToolTip(phrases.tooltip(tip))
    made.setAccessibleDescription(tip)
    made.setCheckable(True)
    return made


class _Hint(QLabel):
    """As much of a line as there is room for: the panels beside the article do not make way for it."""

    def __init__(self, line: str) -> None:
        super().__init__()
        self._line = line
        self.setObjectName("muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setToolTip(phrases.tooltip(line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the line where it ends."""
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, self.width()))
