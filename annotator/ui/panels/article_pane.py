"""The article in the window: its head, the view, and the wire between the view and the workspace."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from annotator.core.change import Transaction
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Comment, Document, Relation, Span, Zone
from annotator.store.project import Event
from annotator.ui import phrases
from annotator.ui.article.styles import LabelStyle, Reading
from annotator.ui.article.view import ArticleView
from annotator.ui.panels.elided import ElidedLabel
from annotator.ui.panels.paragraph_count import ParagraphCount
from annotator.ui.preferences import Preferences
from annotator.ui.workspace import Workspace

if TYPE_CHECKING:
    from annotator.ui.article.sheet import Place

_MANY = 50
"""From so many changes on, showing all again is quicker than following each."""
_CARET_KEYS = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
_TITLE, _SOURCE = 60, 140
"""Pixels that title and source keep beside each other, if they are as long."""
_READING = ("font_family", "font_size", "line_height", "measure")


class ArticleWire(QObject):
    """Carries what the hand did in the view to the workspace, and what is on disk back to the view."""

    def __init__(self, view: ArticleView, workspace: Workspace, preferences: Preferences) -> None:
        super().__init__(view)
        self._view = view
        self._workspace = workspace
        self._preferences = preferences
        self._shown = ""
        self._by_hand = False
        self.places: dict[str, Place] = {}
        """Where the reader is in each article, by the document's UUID."""
        view.installEventFilter(self)
        view.selection_changed.connect(workspace.set_selection)
        view.annotation_picked.connect(self._pick)
        view.boundary_dragged.connect(self._drag)
        view.boundary_moved.connect(self._drag)
        view.link_picked.connect(self._pick_link)
        workspace.document_changed.connect(self.show_document)
        workspace.changed.connect(self._follow)
        workspace.picked.connect(self._show_picked)
        workspace.revealed.connect(view.reveal)
        preferences.changed.connect(self._on_setting)
        self.set_reading()
        self._show_invisibles()
        self._show_label_bar()
        self.show_document()

    def show_document(self) -> None:
        """Show the open document where the reader left it."""
        self.remember_place()
        opened = self._workspace.opened
        if opened is None:
            self._shown = ""
            self._view.show_document("", "rtl")
            return
        self._shown = opened.document.uuid
        self._view.show_document(opened.text, opened.document.direction)
        self.set_styles()
        self._view.set_annotations(opened.annotations.values())
        self._show_zones()
        self._show_links()
        self._show_commented()
        self._view.select_annotation(self._workspace.annotation_id)
        place = self.places.get(self._shown)
        if place is not None:
            self._view.restore_place(place)

    def remember_place(self) -> None:
        """Note where the reader is."""
        if self._shown:
            self.places[self._shown] = self._view.place()

    def set_styles(self) -> None:
        """Draw labels in their colours, offer them, and cut words as the project does."""
        if self._workspace.project is not None:
            label_set = self._workspace.label_set
            language = phrases.language()
            self._view.set_styles({label.id: LabelStyle.of(label, language) for label in label_set.labels})
            self._view.label_bar.set_labels(self._workspace.labels if self._workspace.writable else ())
            self._view.set_cutting(label_set.scheme.proclitics == "cut")

    def set_reading(self) -> None:
        """Set the type as the reader wants it."""
        chosen = self._preferences
        self._view.set_reading(
            Reading(
                chosen.text("font_family"),
                chosen.number("font_size"),
                chosen.number("line_height"),
                int(chosen.number("measure")),
            )
        )

    def _on_setting(self, setting_id: str) -> None:
        if setting_id in _READING:
            self.set_reading()
        elif setting_id == "invisibles":
            self._show_invisibles()
        elif setting_id == "label_bar":
            self._show_label_bar()

    def _show_label_bar(self) -> None:
        self._view.set_label_bar(self._preferences.text("label_bar") == "shown")

    def _show_invisibles(self) -> None:
        self._view.set_invisibles(self._preferences.text("invisibles") == "shown")

    def eventFilter(self, _view: QObject, event: QEvent) -> bool:
        """Let go of the annotation when a key moves the caret on: the next label is for another word."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _CARET_KEYS
        ):
            self._workspace.select(None)
        return False

    def _pick(self, annotation_id: int | None) -> None:
        self._by_hand = True
        self._workspace.select(annotation_id)
        self._by_hand = False

    def _show_picked(self, annotation_id: int | None) -> None:
        """Draw an annotation stronger; unless it was clicked, reading goes on at its end."""
        self._view.select_annotation(annotation_id)
        annotation = self._workspace.annotation
        if annotation is not None and not self._by_hand:
            self._view.set_caret(annotation.end, reveal=False)

    def _pick_link(self, ends: tuple[int, int]) -> None:
        """Select where the relation starts; if that is selected, where it leads."""
        source, target = ends
        self._workspace.select(target if self._workspace.annotation_id == source else source, reveal=True)

    def _drag(self, dragged: tuple[int, Span]) -> None:
        try:
            self._workspace.move_boundary(*dragged)
        except UserError as error:
            self._workspace.refused.emit(error)

    def _show_zones(self) -> None:
        opened = self._workspace.opened
        if opened is None:
            return
        kinds = self._workspace.label_set.zone_kind_by_id
        language = phrases.language()
        zones = [
            (zone.span, kinds[zone.kind_id].name, kinds[zone.kind_id].title(language))
            for zone in opened.zones
        ]
        self._view.set_zones(zones)

    def _show_links(self) -> None:
        opened = self._workspace.opened
        if opened is not None:
            kinds, language = self._workspace.label_set.relation_type_by_id, phrases.language()
            self._view.set_links(
                (link.source_id, link.target_id, kinds[link.type_id].title(language))
                for link in opened.relations.values()
            )

    def _show_commented(self) -> None:
        """Mark the annotations about which there is something to read."""
        opened = self._workspace.opened
        if opened is None:
            return
        noted = {item.id for item in opened.annotations.values() if item.note}
        talked = {item.annotation_id for item in opened.comments.values() if not item.resolved}
        self._view.set_commented(noted | {found for found in talked if found is not None})

    def _follow(self, event: Event) -> None:
        opened = self._workspace.opened
        if opened is None or not isinstance(event, Transaction):
            return
        if any(after == opened.document for _, after in event.of(Document)):
            self.show_document()
            return
        if any(True for _ in event.of(Zone)):
            self._show_zones()
        if any(True for _ in event.of(Relation)):
            self._show_links()
        if _tells_more(event):
            self._show_commented()
        if len(event.changes) > _MANY:
            self._view.set_annotations(opened.annotations.values())
            return
        for before, after in event.of(Annotation):
            self._follow_one(before, after, opened.layer.id)

    def _follow_one(self, before: Annotation | None, after: Annotation | None, layer_id: int) -> None:
        if after is None:
            if before is not None:
                self._view.remove_annotation(before.id)
        elif after.layer_id == layer_id:
            if before is None:
                self._view.add_annotation(after)
            else:
                self._view.replace_annotation(after)


def _tells_more(event: Transaction) -> bool:
    """Whether there are other notes or comments than before."""
    return any(True for _ in event.of(Comment)) or any(
        (before.note if before else "") != (after.note if after else "")
        for before, after in event.of(Annotation)
    )


class ArticlePane(QFrame):
    """The head of the article and the view, or what to do when no article is open."""

    def __init__(
        self, view: ArticleView, workspace: Workspace, finish: QPushButton, find_bar: QWidget
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._workspace = workspace
        self.title = ElidedLabel(_TITLE)
        self.title.setObjectName("heading")
        self.source = ElidedLabel(_SOURCE)
        self.source.setObjectName("muted")
        self.paragraphs = ParagraphCount(view, workspace)
        self.finish = finish
        head = QFrame()
        head.setObjectName("articleHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 7, 16, 5)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.source, 1)
        row.addWidget(self.paragraphs)
        row.addWidget(finish)
        article = QWidget()
        column = QVBoxLayout(article)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(find_bar)
        column.addWidget(view, 1)
        self.empty = _plain("muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(60, 0, 60, 60)
        self._article = article
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(article)
        self._stack.addWidget(self.empty)
        workspace.document_changed.connect(self.refresh)
        workspace.project_changed.connect(self.refresh)
        workspace.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Write the head again."""
        opened = self._workspace.opened
        if opened is None:
            self.empty.setText(
                self.tr(
                    "Choose an article from the list.\n"
                    "Drop text files or a folder on the window to add articles."
                )
            )
            self._stack.setCurrentWidget(self.empty)
            return
        document = opened.document
        self.title.setText(phrases.isolated(opened.title))
        self.title.setToolTip(phrases.tooltip(opened.title))
        self.title.setObjectName("heading" if document.title else "")
        self.title.style().polish(self.title)
        facts = [phrases.isolated(fact) for fact in (document.source, document.published) if fact]
        self.source.setText(" · ".join(facts))
        self._stack.setCurrentWidget(self._article)


def _plain(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
