"""The panel of consistency at work: going to a finding, mending it, letting it stand."""

from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from annotator import lexicon
from annotator.core.errors import UserError
from annotator.exchange.lexica import spelling
from annotator.review.consistency import MENDED
from annotator.suggest.titles import Titles
from annotator.ui.consistency import mending
from annotator.ui.consistency.keeping import Consistency
from annotator.ui.consistency.mending import Change
from annotator.ui.dialogs.mending import MendingDialog
from annotator.ui.dialogs.progress import Progress
from annotator.ui.models.consistency import Finding, GroupHead
from annotator.ui.panels.consistency import ConsistencyPanel, rows_of

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

DOCK = "consistency"


@cache
def _titles() -> Titles:
    return Titles(lexicon.titles(), lexicon.states(), spelling())


def without_title(quote: str) -> str:
    """A name without the title before it."""
    return _titles().split(quote).name


class Checking(QObject):
    """What the keys of the panel do."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self.kept = Consistency(window.workspace, window.tasks, without_title, self)
        self.panel = ConsistencyPanel(window.workspace, self.kept)
        self.panel.went.connect(self._go)
        self.panel.mend_wanted.connect(self._mend)
        self.panel.dismissed.connect(self._dismiss)
        self.panel.taken_back.connect(self._take_back)
        self.panel.left.connect(self._leave)

    def toggle(self) -> None:
        """Show the panel and go to it, or hide it."""
        docks = self._window.docks
        docks.toggle(DOCK)
        if docks.shown(DOCK):
            self.panel.focus_first()
        else:
            self._leave()

    def _leave(self) -> None:
        self._window.article.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, item: Finding) -> None:
        """Show a finding; the second time, go there."""
        try:
            self._window.inspector.commit()
            if self._is_shown(item):
                self._leave()
            else:
                self._show(item)
        except UserError as error:
            self._window.tell(error)

    def _is_shown(self, item: Finding) -> bool:
        opened, row = self._workspace.opened, item.row
        if opened is None or opened.document.id != row.document_id:
            return False
        if row.annotation_id:
            return self._workspace.annotation_id == row.annotation_id
        selection = self._workspace.selection
        return selection is not None and (selection.start, selection.end) == (row.start, row.end)

    def _show(self, item: Finding) -> None:
        self._window.passages.go_to(self.panel.model.line(item.group, item.row))
        opened, row = self._workspace.opened, item.row
        if opened is not None and row.annotation_id in opened.annotations:
            self._workspace.select(row.annotation_id, reveal=True)
        self.panel.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mend(self, item: Finding | GroupHead) -> None:
        try:
            self._window.inspector.commit()
            if item.group.rule not in MENDED:
                self._fill_in(item)
            elif isinstance(item, GroupHead):
                dialog = MendingDialog(item, self.panel.model, self._window)
                dialog.accepted.connect(partial(self._mend_chosen, item, dialog))
                dialog.open()
            else:
                self._start(mending.mended(self._workspace, item.group, [item.row]), item)
        except UserError as error:
            self._window.tell(error)

    def _mend_chosen(self, head: GroupHead, dialog: MendingDialog) -> None:
        try:
            self._start(mending.mended(self._workspace, head.group, dialog.chosen()), head)
        except UserError as error:
            self._window.tell(error)

    def _fill_in(self, item: Finding | GroupHead) -> None:
        """Go to the field that has no value, or to the question who said it."""
        if isinstance(item, GroupHead):
            return
        self._show(item)
        if self._workspace.annotation is None:
            return
        if item.group.rule == "no source":
            self._window.commands.relate()
        else:
            self._window.inspector.focus_form()

    def _dismiss(self, item: Finding | GroupHead, reason: str) -> None:
        if not reason.strip():
            self.panel.reason.complain(UserError("Say why this may stand."))
            return
        self.panel.leave_reason()
        try:
            self._start(mending.dismissed(self._workspace, item.group, rows_of(item), reason), item)
        except UserError as error:
            self._window.tell(error)

    def _take_back(self, item: Finding | GroupHead) -> None:
        try:
            self._start(mending.taken_back(self._workspace, rows_of(item)), item)
        except UserError as error:
            self._window.tell(error)

    def _start(self, change: Change, item: Finding | GroupHead) -> None:
        change.succeeded.connect(self._say)
        change.failed.connect(self._fail)
        if change.total() > 1:
            Progress(self.tr("Mending…"), change, self._window)
        change.start(self.panel.model.common(item.group))

    def _say(self, count: int) -> None:
        if not count:
            self._window.status_line.say(self.tr("Nothing was left to change there."))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._window.tell(error)
