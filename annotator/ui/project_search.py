"""The search of all articles in the window: from the panel to the article and back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from annotator.core.errors import UserError
from annotator.ui.panels.lazy import LazyPanel

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow
    from annotator.ui.models.concordance import Line
    from annotator.ui.panels.search import SearchPanel

DOCK = "search"


class ProjectSearch(QObject):
    """What Ctrl+Shift+F does; its panel is made when it is first asked for."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._panel: SearchPanel | None = None
        self._at: Line | None = None
        """The hit one is at."""
        self._lights = False
        """Whether hits are lit in the article."""
        self.is_last = False
        """Whether this was the last search, which F3 goes on with."""
        self.place = LazyPanel(self._make)

    @property
    def panel(self) -> "SearchPanel":
        """The panel."""
        self.place.fill()
        assert self._panel is not None  # noqa: S101  # filled
        return self._panel

    def begin(self) -> None:
        """Show where to type what to look for; what is selected is proposed."""
        opened, span = self._workspace.opened, self._workspace.selection
        if span is None and self._workspace.annotation is not None:
            span = self._workspace.annotation.span
        in_panel = self._panel is not None and self._panel.isAncestorOf(self._window.focusWidget())
        self.is_last = True
        self._window.docks.show(DOCK)
        self.panel.begin(span.quote(opened.text) if opened and span and not in_panel else "")

    def can_step(self) -> bool:
        """Whether F3 goes to one of its hits."""
        return self.is_last and self._panel is not None and bool(self._panel.model.lines)

    def step(self, steps: int) -> None:
        """Go to the next hit, or with -1 to the one before."""
        self.panel.step(steps)

    # ---- inside --------------------------------------------------------------------------------

    def _make(self) -> "SearchPanel":
        from annotator.ui.panels.search import SearchPanel

        panel = SearchPanel(self._workspace, self._window.tasks)
        panel.setFocusProxy(panel.field)
        panel.jumped.connect(self._jump)
        panel.entered.connect(self._go_to_article)
        panel.left.connect(self._go_to_article)
        panel.lit.connect(self._light)
        self._workspace.document_changed.connect(self._light)
        self._panel = panel
        return panel

    def _jump(self, line: "Line") -> None:
        self.is_last = True
        self._at = line
        try:
            show_passage(self._window, line)
        except UserError as error:
            self._window.tell(error)
            return
        self._light()

    def _light(self) -> None:
        """Light all hits of the article that is shown, strongly the one the person went to."""
        opened = self._workspace.opened
        if self._panel is None or opened is None or self._window.find_bar.isVisible():
            return
        lines = self._panel.hits_in(opened.document.id)
        if not lines and not self._lights:
            return
        spans = sorted({line.span for line in lines})
        at = self._at.span if self._at is not None and self._at.document_id == opened.document.id else None
        self._window.article.set_hits(spans, spans.index(at) if at in spans else None)
        self._lights = bool(lines)

    def _go_to_article(self) -> None:
        self._window.article.setFocus(Qt.FocusReason.OtherFocusReason)


def show_passage(window: "MainWindow", line: "Line") -> None:
    """Open the article of a line, and select there the passage, or the annotation that it is.

    Raises:
        UserError: the article is damaged or gone.
    """
    workspace = window.workspace
    if window.find_bar.isVisible():
        focus = window.focusWidget()
        window.find_bar.close_search()  # its hits would be lit in place of these
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
    workspace.open_document(line.document_id)
    opened = workspace.opened
    if opened is None or opened.document.id != line.document_id:
        raise UserError("This article is not in the project any more; search again.")
    own = opened.annotations.get(line.annotation_id) if line.annotation_id is not None else None
    if own is not None and own.span == line.span:
        workspace.select(own.id, reveal=True)
    else:
        workspace.select(None)
        window.article.select(line.span)
