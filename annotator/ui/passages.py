"""From a line of a concordance to its place in the article, and lights on all places of its kind there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from annotator.core.errors import UserError

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow
    from annotator.ui.models.concordance import Line

Source = Callable[[int], "list[Line]"]
"""The lines a panel has for an article, by its row id; none while the panel is not seen."""


class Passages(QObject):
    """What concordances show in the article: of those that are seen, the first that has something there."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._sources: list[Source] = []
        self._at: Line | None = None
        """Where the person went last."""
        self._lit = False
        """Whether there are lights."""

    def add(self, source: Source) -> None:
        """Light what a panel shows."""
        if not self._sources:
            self._workspace.document_changed.connect(self.refresh)
        self._sources.append(source)

    def go_to(self, line: "Line") -> None:
        """Open the article of a line, and select there the passage, or the annotation that it is.

        Raises:
            UserError: the article is damaged or gone.
        """
        self._at = line
        self._close_find_bar()
        workspace = self._workspace
        workspace.open_document(line.document_id)
        opened = workspace.opened
        if opened is None or opened.document.id != line.document_id:
            raise UserError("This article is not in the project any more; search again.")
        own = opened.annotations.get(line.annotation_id) if line.annotation_id is not None else None
        if own is not None and own.span == line.span:
            workspace.select(own.id, reveal=True)
        else:
            workspace.select(None)
            self._window.article.select(line.span)
        self.refresh()

    def go_told(self, line: "Line") -> None:
        """The same; a refusal is shown."""
        try:
            self.go_to(line)
        except UserError as error:
            self._window.tell(error)

    def refresh(self) -> None:
        """Light all places in the article that is shown, strongly the one the person went to."""
        opened = self._workspace.opened
        if opened is None or self._window.find_bar.isVisible():
            self._lit = False
            return
        found = (source(opened.document.id) for source in self._sources)
        spans = sorted({line.span for line in next(filter(None, found), [])})
        if not spans and not self._lit:
            return
        at = self._at.span if self._at is not None and self._at.document_id == opened.document.id else None
        self._window.article.set_hits(spans, spans.index(at) if at in spans else None)
        self._lit = bool(spans)

    def _close_find_bar(self) -> None:
        """Its hits would be lit in place of these."""
        bar, focus = self._window.find_bar, self._window.focusWidget()
        if bar.isVisible():
            bar.close_search()
            if focus is not None:
                focus.setFocus(Qt.FocusReason.OtherFocusReason)
