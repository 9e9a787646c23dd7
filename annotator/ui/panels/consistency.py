"""The panel of consistency: what is not of a piece over all articles, to be mended or let stand."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.review.consistency import MENDED, RULES, Row
from annotator.ui import keys, phrases
from annotator.ui.consistency.keeping import Consistency
from annotator.ui.consistency.words import title_of
from annotator.ui.dialogs.base import plain
from annotator.ui.models.consistency import ConsistencyModel, Finding, GroupHead, Item, RuleHead
from annotator.ui.panels.consistency_rows import ConsistencyRow
from annotator.ui.panels.quiet import quiet_button, quieten
from annotator.ui.panels.reason import ReasonField
from annotator.ui.workspace import Workspace

_PAUSE = 120
"""Milliseconds after a change before the list is made again."""


class ConsistencyPanel(QFrame):
    """The findings, gone through by keys. What is to be done with them is told, and done elsewhere."""

    went = Signal(object)
    """The :class:`Finding` to show."""
    mend_wanted = Signal(object)
    """The :class:`Finding` or :class:`GroupHead` to mend."""
    dismissed = Signal(object, object)
    """(Finding or GroupHead, reason) to let stand."""
    taken_back = Signal(object)
    """The finding or group that is not to stand any more."""
    left = Signal()
    """The person goes back to the article."""

    def __init__(self, workspace: Workspace, kept: Consistency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._workspace = workspace
        self._kept = kept
        self._progress: tuple[int, int] | None = None
        self._showing = False
        self.model = ConsistencyModel(workspace, self)
        self.head = plain("", "muted")
        self.head.setWordWrap(True)
        self.rule = QComboBox()
        self.rule.setObjectName("quiet")
        self.rule.setAccessibleName(self.tr("Kind of finding"))
        self.rule.activated.connect(self._choose_rule)
        self.here = self._toggle(self.tr("This article"), self._refresh)
        self.stood = self._toggle(self.tr("Dismissed"), self._refresh)
        self.others = self._toggle(self.tr("Compare with others"), self._compare)
        self.others.setToolTip(
            phrases.tooltip(self.tr("Count how other reviewers have marked the same words, too"))
        )
        self.list = self._make_list()
        self.reason = ReasonField()
        self.reason.given.connect(self._give_reason)
        self.reason.left.connect(self.leave_reason)
        self.mend = self._button(self.tr("Mend"), "M", self._mend)
        self.let_stand = self._button(self.tr("Dismiss…"), "D", self._ask_reason)
        self._arrange()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._refresh)
        kept.changed.connect(self._refresh_soon)
        kept.restarted.connect(self._start_again)
        kept.progressed.connect(self._show_progress)
        workspace.changed.connect(self._offer_others)
        workspace.document_changed.connect(self._follow_article)
        workspace.busy_changed.connect(self._follow_current)
        self._start_again()

    # ---- what others ask -----------------------------------------------------------------------

    def focus_first(self) -> None:
        """Go to the list."""
        if self.model.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def current(self) -> Item | None:
        """What the list stands on."""
        return self.model.item(self.list.currentIndex().row())

    def leave_reason(self) -> None:
        """Ask for no reason any more."""
        self.reason.hide()
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look, or look again."""
        super().showEvent(event)
        self._kept.want()
        self._pause.start()

    # ---- what the hand does --------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list."""
        if watched is not self.list or not isinstance(event, QKeyEvent):
            return False
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        act = self._act_of(event)
        if act is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            act()
        return True

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        letter = {"m": self._mend, "d": self._ask_reason}.get(keys.plain_key(event))
        if letter is not None:
            return letter
        if held:
            return None
        inward = Qt.Key.Key_Left if phrases.mirrored() else Qt.Key.Key_Right
        return {
            Qt.Key.Key_Return: self._go,
            Qt.Key.Key_Enter: self._go,
            Qt.Key.Key_Space: self._go,
            Qt.Key.Key_Escape: self.left.emit,
            Qt.Key.Key_Left: self._unfold if inward == Qt.Key.Key_Left else self._fold,
            Qt.Key.Key_Right: self._unfold if inward == Qt.Key.Key_Right else self._fold,
        }.get(Qt.Key(key))

    def _go(self) -> None:
        """Show the finding, or fold or unfold what is under a heading."""
        item = self.current()
        if isinstance(item, Finding):
            self.went.emit(item)
        elif item is not None:
            self._toggle_head(item)

    def _unfold(self) -> None:
        item = self.current()
        if isinstance(item, RuleHead | GroupHead) and not item.is_open:
            self._toggle_head(item)

    def _fold(self) -> None:
        """Fold what is under a heading; from a row, go to its heading."""
        item = self.current()
        if isinstance(item, RuleHead | GroupHead) and item.is_open:
            self._toggle_head(item)
            return
        for row in range(self.list.currentIndex().row() - 1, -1, -1):
            above = self.model.item(row)
            if isinstance(above, RuleHead) or (isinstance(item, Finding) and isinstance(above, GroupHead)):
                self.list.setCurrentIndex(self.model.index(row))
                return

    def _toggle_head(self, item: RuleHead | GroupHead) -> None:
        self.model.toggle(item)
        self._refresh()

    def _mend(self) -> None:
        item = self.current()
        if isinstance(item, Finding | GroupHead) and self.mend.isEnabled():
            self.mend_wanted.emit(item)

    def _ask_reason(self) -> None:
        """Ask why this may stand; of what does, take that back."""
        item = self.current()
        if not isinstance(item, Finding | GroupHead) or not self.let_stand.isEnabled():
            return
        if _stands(item):
            self.taken_back.emit(item)
        else:
            self.reason.ask(self.model.words(item))
            self._column.activate()  # the list is lower now
            self.list.scrollTo(self.list.currentIndex())

    def _give_reason(self, reason: str) -> None:
        item = self.current()
        if isinstance(item, Finding | GroupHead):
            self.dismissed.emit(item, reason)

    def _moved(self) -> None:
        self._follow_current()
        if not self._showing and self.reason.isVisible():
            self.reason.hide()

    def _clicked(self) -> None:
        self._go()

    # ---- following -----------------------------------------------------------------------------

    def _refresh_soon(self) -> None:
        if self.isVisible() and not self._pause.isActive():
            self._pause.start()

    def _follow_article(self) -> None:
        if self.here.isChecked():
            self._refresh_soon()

    def _refresh(self) -> None:
        """List again, standing where the list stood."""
        before, row = self.current(), self.list.currentIndex().row()
        top = self.list.verticalScrollBar().value()
        self.model.here_only = self.here.isChecked()
        self.model.with_dismissed = self.stood.isChecked()
        self._showing = True
        self.model.show(self._kept.groups)
        kept = self.model.row_of(before)
        if kept is None and self.reason.isVisible():
            self.leave_reason()  # what it was to be the reason for is gone: another must not get it
        if kept is None and row >= 0 and self.model.rowCount():
            kept = min(row, self.model.rowCount() - 1)
        if kept is not None:
            self.list.setCurrentIndex(self.model.index(kept))
            self.list.verticalScrollBar().setValue(top)
            self.list.scrollTo(self.model.index(kept))
        self._showing = False
        self._fill_rules()
        self._write_head()
        self._follow_current()

    def _start_again(self) -> None:
        """Another project, or another reviewer: nothing of the one before is shown in the meantime."""
        self.reason.hide()
        self.list.setCurrentIndex(QModelIndex())
        self.model.forget()
        self._offer_others()
        self._fill_rules()
        self._write_head()
        self._follow_current()

    def _offer_others(self) -> None:
        """Layers of others can be compared as soon as there are others."""
        several = self._workspace.project is not None and len(self._workspace.reviewers()) > 1
        self.others.setVisible(several)

    def _compare(self) -> None:
        self._kept.compare(others=self.others.isChecked())

    def _choose_rule(self) -> None:
        self.model.rule = str(self.rule.currentData())
        self._refresh()

    def _fill_rules(self) -> None:
        chosen = self.model.rule
        self.rule.clear()
        total = sum(self.model.counts.values())
        self.rule.addItem(phrases.counted(self.tr("All kinds ({count})").format(count=total)), "")
        for rule in RULES:
            count = self.model.counts.get(rule.name, 0)
            if count or rule.name == chosen:
                self.rule.addItem(phrases.counted(f"{title_of(rule.name)} ({count})"), rule.name)
        self.rule.setCurrentIndex(max(self.rule.findData(chosen), 0))

    def _show_progress(self, progress: tuple[int, int] | None) -> None:
        self._progress = progress
        self._write_head()

    def _write_head(self) -> None:
        if self._workspace.project is None:
            self.head.setText("")
        elif self._progress is not None:
            done, total = self._progress
            said = self.tr("Looking through the articles: {percent} %").format(percent=done * 100 // total)
            self.head.setText(phrases.counted(said))
        elif self.model.rowCount():
            self.head.setText(self.tr("Enter goes there, M mends, D dismisses; on a heading, all of it."))
        else:
            self.head.setText(self.tr("Nothing is marked in two ways."))

    def _follow_current(self) -> None:
        item, writable = self.current(), self._workspace.writable
        some = isinstance(item, Finding | GroupHead)
        rule = item.group.rule if isinstance(item, Finding | GroupHead) else ""
        single = isinstance(item, Finding)
        self.mend.setEnabled(writable and some and (rule in MENDED or single))
        self.mend.setText(self._mending(rule, single=single))
        self.let_stand.setEnabled(writable and some)
        stands = isinstance(item, Finding | GroupHead) and _stands(item)
        self.let_stand.setText(self.tr("Take back") if stands else self.tr("Dismiss…"))
        why = "" if writable else self.tr("Nothing can be changed now.")
        for button, key in ((self.mend, "M"), (self.let_stand, "D")):
            button.setToolTip(phrases.tooltip(why or phrases.left_to_right(key)))

    def _mending(self, rule: str, *, single: bool) -> str:
        if rule in MENDED or not rule:
            return self.tr("Mend") if single or not rule else self.tr("Mend all…")
        return self.tr("Fill in")

    # ---- assembly ------------------------------------------------------------------------------

    def _make_list(self) -> QListView:
        made = QListView()
        made.setObjectName("rows")
        made.setModel(self.model)
        made.setItemDelegate(ConsistencyRow(self._workspace, made))
        made.setAccessibleName(self.tr("Findings in all articles"))
        made.setAccessibleDescription(
            self.tr("Enter goes to the place, M mends, D dismisses, Left and Right fold and unfold.")
        )
        quieten(made)
        made.setUniformItemSizes(True)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.installEventFilter(self)
        made.selectionModel().currentChanged.connect(self._moved)
        made.clicked.connect(self._clicked)
        return made

    def _toggle(self, text: str, slot: object) -> QToolButton:
        button = self._button(text, "", slot)
        button.setCheckable(True)
        return button

    def _button(self, text: str, key: str, slot: object) -> QToolButton:
        button = quiet_button(text)
        button.setAccessibleDescription(key)
        button.clicked.connect(slot)
        return button

    def _arrange(self) -> None:
        self.head.setContentsMargins(16, 2, 16, 2)
        self.rule.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rule.setMinimumContentsLength(24)
        filters = QHBoxLayout()
        filters.setContentsMargins(10, 0, 12, 0)
        filters.setSpacing(2)
        for widget in (self.rule, self.here, self.stood, self.others):
            filters.addWidget(widget)
        filters.addStretch(1)
        for button in (self.mend, self.let_stand):
            filters.addWidget(button)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        column.addLayout(filters)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        column.addWidget(self.reason)


def rows_of(item: Finding | GroupHead) -> tuple[Row, ...]:
    """The rows an item stands for."""
    return (item.row,) if isinstance(item, Finding) else item.rows


def _stands(item: Finding | GroupHead) -> bool:
    """Whether all of it is let stand."""
    return all(row.dismissal is not None for row in rows_of(item))
