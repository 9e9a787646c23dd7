"""Where the caret is, in paragraphs of body text."""

from bisect import bisect_right

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotator.core.change import Transaction
from annotator.core.records import Zone
from annotator.store.project import Event
from annotator.ui import phrases
from annotator.ui.article.view import ArticleView
from annotator.ui.workspace import Workspace


class ParagraphCount(QLabel):
    """“3 / 26 paragraphs”; in a zone, which is not counted, the zone's title and how many there are."""

    def __init__(self, view: ArticleView, workspace: Workspace) -> None:
        super().__init__()
        self._view = view
        self._workspace = workspace
        self._starts: list[int] = []
        self._body: list[int] = []
        """The starts of the paragraphs that hold something and are in no zone."""
        self.setObjectName("muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        view.cursorPositionChanged.connect(self._show)
        workspace.document_changed.connect(self.refresh)
        workspace.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Count again, in another article."""
        opened = self._workspace.opened
        self._starts = opened.paragraph_starts if opened is not None else []
        self._count()

    def _follow(self, event: Event) -> None:
        if isinstance(event, Transaction) and any(True for _ in event.of(Zone)):
            self._count()

    def _count(self) -> None:
        opened = self._workspace.opened
        zones = opened.zone_places() if opened is not None else []
        starts = [zone.start for zone in zones]
        self._body = []
        for start in self._starts:
            at = bisect_right(starts, start) - 1
            if at < 0 or zones[at].end <= start:
                self._body.append(start)
        self._show()

    def _show(self) -> None:
        opened = self._workspace.opened
        if opened is None:
            self.clear()
            return
        caret = min(self._view.caret(), len(opened.text))
        zone = next((zone for zone in opened.zones if zone.start <= caret <= zone.end), None)
        if zone is None:
            place = max(bisect_right(self._body, caret), 1) if self._body else 0
            sentence = self.tr("{where} / %n paragraph(s)", "", len(self._body)).format(where=place)
        else:
            kind = self._workspace.label_set.zone_kind_by_id[zone.kind_id]
            title = phrases.isolated(kind.title(phrases.language()))
            sentence = self.tr("{zone} · %n paragraph(s)", "", len(self._body)).format(zone=title)
        self.setText(phrases.counted(sentence))
