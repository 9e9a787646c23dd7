"""The search of all articles in the window: from the panel to the article and back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

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
        panel.lit.connect(self._window.passages.refresh)
        self._window.passages.add(panel.hits_in)
        self._panel = panel
        return panel

    def _jump(self, line: "Line") -> None:
        self.is_last = True
        self._window.passages.go_told(line)

    def _go_to_article(self) -> None:
        self._window.article.setFocus(Qt.FocusReason.OtherFocusReason)
