"""Marking all that is like something in the window: from the article to the panel and back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from annotator.core.records import Annotation, Span
from annotator.text.graphemes import trim
from annotator.ui.opened import OpenDocument
from annotator.ui.panels.lazy import LazyPanel

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow
    from annotator.ui.panels.mark_all import MarkAllPanel

DOCK = "mark-all"
_NOBODY = 0


class MarkAll(QObject):
    """What A does; its panel is made when it is first asked for."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._panel: MarkAllPanel | None = None
        self.place = LazyPanel(self._make)

    @property
    def panel(self) -> "MarkAllPanel":
        """The panel."""
        self.place.fill()
        assert self._panel is not None  # noqa: S101  # filled
        return self._panel

    def begin(self) -> None:
        """Look for what is like the selected annotation, or for the selected words."""
        opened, annotation = self._workspace.opened, self._workspace.annotation
        if opened is None:
            return
        span = self._workspace.selection
        like = annotation if annotation is not None else _planned(opened, span)
        if like is None:
            return
        self._window.docks.show(DOCK)
        self.panel.begin(opened.text, like, opened.document.id, label_known=annotation is not None)

    def stop(self) -> None:
        """Take back what is being written, if anything is."""
        if self._panel is not None:
            self._panel.stop()

    def _make(self) -> "MarkAllPanel":
        from annotator.ui.panels.mark_all import MarkAllPanel

        panel = MarkAllPanel(self._workspace, self._window.tasks)
        panel.setFocusProxy(panel.list)
        panel.jumped.connect(self._window.passages.go_told)
        panel.left.connect(self._go_to_article)
        panel.lit.connect(self._window.passages.refresh)
        self._window.passages.add(panel.places_in)
        self._panel = panel
        return panel

    def _go_to_article(self) -> None:
        self._window.article.setFocus(Qt.FocusReason.OtherFocusReason)


def _planned(opened: OpenDocument, span: Span | None) -> Annotation | None:
    """An annotation on words that has no label yet."""
    if span is None:
        return None
    start, end = trim(opened.text, span.start, span.end)
    if start == end:
        return None
    return Annotation(
        id=0,
        uuid="",
        layer_id=opened.layer.id,
        label_id=0,
        start=start,
        end=end,
        quote=opened.text[start:end],
        reviewer_id=_NOBODY,
    )
