"""Finishing an article: look first, tell what looks wrong, and the second time take the person's word."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from annotator.core.errors import UserError
from annotator.core.lint import Finding
from annotator.core.suggestions import Suggestion
from annotator.ui import phrases
from annotator.ui.linting import Linting
from annotator.ui.models.findings import key_of
from annotator.ui.panels.finish import FinishPanel
from annotator.ui.suggesting import DOCK as SUGGESTIONS

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow
    from annotator.ui.suggesting import Suggesting

DOCK = "finish"
_UNMARKED = ("figures", "")
"""What stands for the figures that are not annotated among the findings."""
_SHARE = 320
"""Pixels of height the panel first takes."""


class Finishing(QObject):
    """What Ctrl+Enter does."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._wanted = False
        """Whether the answer that is awaited decides whether the article is done."""
        self._told: set[tuple[str, str]] = set()
        """The findings the person has been shown on the way to done; they do not hold it up again."""
        self.linting = Linting(window.workspace, window.tasks, self)
        self.panel = FinishPanel(window.workspace, self.linting)
        self.linting.found.connect(self._take)
        self.panel.marked.connect(window.article.set_marks)
        self.panel.fix_wanted.connect(self._go_to_article)
        self.panel.finish_wanted.connect(self.finish)
        self.panel.unmarked_wanted.connect(self._show_unmarked)
        self.panel.unmarked_dismissed.connect(self._dismiss_unmarked)
        self._suggesting: Suggesting | None = None
        self._unmarked_dismissed = False
        window.workspace.document_changed.connect(self._forget)

    def follow(self, suggesting: "Suggesting") -> None:
        """Tell of figures that are not annotated, as far as they are known and proposals are wanted."""
        self._suggesting = suggesting
        suggesting.changed.connect(self._tell_unmarked)
        self._window.preferences.changed.connect(self._tell_unmarked)

    def finish(self) -> None:
        """Mark the article done and open the next, unless something looks wrong that was not told yet."""
        self._window.inspector.commit()
        self._wanted = True
        self.linting.look()

    def look(self) -> None:
        """Show what looks wrong, and let the article be as it is."""
        self._window.inspector.commit()
        self.linting.look()
        self._show()

    def _take(self, findings: list[Finding]) -> None:
        wanted, self._wanted = self._wanted, False
        if not wanted:
            return
        still_open = {key_of(item) for item in findings if item.dismissal is None}
        if self._unmarked():
            still_open.add(_UNMARKED)
        if still_open - self._told:
            self._told = still_open
            self._show()
            return
        try:
            self._done(clean=not still_open)
        except UserError as error:
            self._window.tell(error)

    def _done(self, *, clean: bool) -> None:
        opened = self._workspace.opened
        if opened is None:
            return
        name = phrases.isolated(phrases.shortened(opened.title, 50))
        self._workspace.set_status("done")
        if self._window.docks.shown(DOCK):
            self._window.docks.toggle(DOCK)
        self._window.documents.open_next_unfinished()
        self._window.article.setFocus()
        said = self.tr("Nothing looked wrong: {article} is done.") if clean else self.tr("{article} is done.")
        self._window.status_line.say(said.format(article=name))

    def _show(self) -> None:
        docks, was_shown = self._window.docks, self._window.docks.shown(DOCK)
        docks.show(DOCK)
        if not was_shown and docks.shown("documents"):
            above = max(docks["documents"].height() - _SHARE, _SHARE)
            self._window.resizeDocks(
                [docks["documents"], docks[DOCK]], [above, _SHARE], Qt.Orientation.Vertical
            )
        self.panel.focus_first()

    def _go_to_article(self) -> None:
        self._window.article.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _unmarked(self) -> int:
        wanted = self._window.preferences.text("proposals") == "on" and self._workspace.editable
        if self._suggesting is None or not wanted or self._unmarked_dismissed:
            return 0
        return len(self._figures())

    def _figures(self) -> list[Suggestion]:
        """Those that are not annotated; what machines predict holds nothing up."""
        return [item for item in self._suggesting.open if item.kind == "figure"] if self._suggesting else []

    def _tell_unmarked(self) -> None:
        self.panel.tell_unmarked(self._unmarked())

    def _show_unmarked(self) -> None:
        """Show them in the article, with the hand at the first."""
        figures = self._figures()
        if self._suggesting is not None and figures:
            self._window.docks.show(SUGGESTIONS)
            self._suggesting.go_to(figures[0])
        self._go_to_article()

    def _dismiss_unmarked(self) -> None:
        self._unmarked_dismissed = True
        self._tell_unmarked()

    def _forget(self) -> None:
        self._unmarked_dismissed = False
        self._tell_unmarked()
        self._wanted = False
        self._told = set()
