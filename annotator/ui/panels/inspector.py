"""The inspector: everything about the selected annotation, in its logical order."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import UserError
from annotator.core.records import Annotation, Label, Relation
from annotator.ui import phrases
from annotator.ui.panels.attributes import AttributeForm
from annotator.ui.panels.chip import Chip, colour_of
from annotator.ui.panels.hint import Hint
from annotator.ui.panels.link import Link
from annotator.ui.workspace import Workspace


class Inspector(QFrame):
    """Label, offsets, quote, attributes, note, links."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._workspace = workspace
        self._shown: Annotation | None = None
        self._chip: Chip | None = None
        self.offsets = _plain("muted")
        self.quote = _plain("quote")
        self.quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.quote.setAccessibleName(self.tr("Quote"))
        font = self.quote.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.quote.setFont(font)
        self.entity = _plain("muted")
        self.form = AttributeForm(workspace)
        self.links = QVBoxLayout()
        self.links.setSpacing(8)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(64)
        self.note.installEventFilter(self)
        self._arrange()
        workspace.picked.connect(self._show)
        workspace.changed.connect(self._show)
        workspace.document_changed.connect(self._show)
        workspace.project_changed.connect(self._show)
        self._show()

    def focus_note(self) -> None:
        """Go to the note."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def first_field(self) -> QWidget:
        """Where the focus goes that comes to the inspector."""
        return self.form.first_field() or self.note

    def commit(self) -> None:
        """Write what is being typed to the project."""
        self.form.commit()
        if self._shown is None or not self._workspace.editable:
            return
        shown, note = self._shown, self.note.toPlainText()
        if note != shown.note:
            self._shown = replace(shown, note=note)
            self._workspace.set_note(shown.id, note)

    def refresh(self) -> None:
        """Draw again, in the colours in use."""
        self._shown = None
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the note when the focus leaves it."""
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self._commit_quietly()
        return False

    def _commit_quietly(self) -> None:
        try:
            self.commit()
        except UserError as error:
            self._workspace.refused.emit(error)

    def _arrange(self) -> None:
        self._head = QHBoxLayout()
        self._head.addStretch(1)
        self._head.addWidget(self.offsets)
        self.bar = QFrame()
        self.bar.setFixedWidth(3)
        quote = QHBoxLayout()
        quote.setSpacing(11)
        quote.addWidget(self.bar)
        quote.addWidget(self.quote, 1)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(14, 4, 14, 14)
        layout.setSpacing(12)
        layout.addLayout(self._head)
        layout.addLayout(quote)
        layout.addWidget(self.entity)
        layout.addWidget(self.form)
        layout.addLayout(self.links)
        layout.addWidget(self.note)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.hint = Hint(self._workspace)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(area)
        self._stack.addWidget(self.hint)
        self._area = area

    def _show(self) -> None:
        annotation = self._workspace.annotation
        if self._shown is not None and self._shown.id != self._workspace.annotation_id:
            self._commit_quietly()  # what was typed belongs to the annotation that was shown
            self._shown = None
        if annotation is None:
            self._shown = None
            self._stack.setCurrentWidget(self.hint)
            return
        self._stack.setCurrentWidget(self._area)
        same = self._shown is not None and self._shown.id == annotation.id
        typing = same and self._shown is not None and self.note.toPlainText() != self._shown.note
        self._shown = annotation
        label = self._workspace.label_set.label_by_id[annotation.label_id]
        self._show_label(label)
        self.offsets.setText(phrases.offsets(annotation.span))
        self.quote.setText(phrases.isolated(annotation.quote))
        entity = self._workspace.entity(annotation.entity_id)
        self.entity.setText(phrases.isolated(entity.name) if entity is not None else "")
        self.entity.setVisible(entity is not None)
        self.form.show_annotation(annotation)
        if not typing:
            self.note.setPlainText(annotation.note)
        self.note.setReadOnly(not self._workspace.editable)
        self._show_links(annotation)

    def _show_label(self, label: Label) -> None:
        if self._chip is not None:
            self._head.removeWidget(self._chip)
            self._chip.deleteLater()
        self._chip = Chip(label)
        self._chip.setChecked(True)
        self._chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._head.insertWidget(0, self._chip)
        self.bar.setStyleSheet(f"background: {colour_of(label)};")

    def _show_links(self, annotation: Annotation) -> None:
        while (item := self.links.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        opened = self._workspace.opened
        if opened is None:
            return
        rows = [self._link_row(annotation, link) for link in opened.links_of(annotation)]
        around = opened.around(annotation)
        names = self._workspace.label_set.label_by_id
        rows += [
            (self.tr("Inside {label}").format(label=names[outer.label_id].title(phrases.language())), outer)
            for outer in around
        ]
        for name, other in rows:
            self.links.addWidget(Link(self._workspace, name, other))

    def _link_row(self, annotation: Annotation, link: Relation) -> tuple[str, Annotation]:
        opened = self._workspace.opened
        kind = self._workspace.label_set.relation_type_by_id[link.type_id].title(phrases.language())
        other = link.target_id if link.source_id == annotation.id else link.source_id
        if opened is None:
            raise RuntimeError("links are shown for an open document only")
        arrow = "{relation}" if link.source_id == annotation.id else self.tr("{relation} (from here)")
        return arrow.format(relation=kind), opened.annotations[other]


def _plain(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(name == "quote")
    return label
