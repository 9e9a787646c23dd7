"""The inspector: everything about the selected annotation, in its logical order."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
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
from annotator.core.records import Annotation, Label
from annotator.ui import phrases
from annotator.ui.dialogs.base import lines_from_the_start
from annotator.ui.panels import values
from annotator.ui.panels.attributes import AttributeForm
from annotator.ui.panels.chip import Chip, colour_of
from annotator.ui.panels.choice_question import ChoiceQuestion
from annotator.ui.panels.entity_picker import EntitySection
from annotator.ui.panels.fields import ListField, TextField
from annotator.ui.panels.hint import Hint
from annotator.ui.panels.link import Quote
from annotator.ui.panels.picker import Picker, Question
from annotator.ui.panels.relations import RelationsSection
from annotator.ui.panels.sources import SourcesSection
from annotator.ui.workspace import Workspace


class Inspector(QFrame):
    """Label, offsets, quote, who said it, entity, attributes, relations, note; or a question about these."""

    left = Signal()
    """The hand is done here and goes back to the article."""
    aimed = Signal(object)
    """The ids of annotations that a click in the article may answer with; none when nothing is asked."""
    lit = Signal(object)
    """int | None: the annotation to light up in the article."""

    def __init__(self, workspace: Workspace, proposed: QWidget, parent: QWidget | None = None) -> None:
        """``proposed`` stands above what the annotation says."""
        super().__init__(parent)
        self.setObjectName("panel")
        self._workspace = workspace
        self._proposed = proposed
        self._shown: Annotation | None = None
        self._chip: Chip | None = None
        self._question: Question | None = None
        self._back: QWidget | None = None
        self._answering = False
        self.offsets = _plain("muted")
        self.quote = _plain("quote")
        self.quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.quote.setAccessibleName(self.tr("Quote"))
        font = self.quote.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.quote.setFont(font)
        self.reading = _plain("muted")
        side = Qt.AlignmentFlag.AlignRight if phrases.mirrored() else Qt.AlignmentFlag.AlignLeft
        self.reading.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.sources = SourcesSection(workspace)
        self.entity = EntitySection(workspace)
        self.form = AttributeForm(workspace)
        self.relations = RelationsSection(workspace)
        self.picker = Picker()
        self.note = QPlainTextEdit()
        lines_from_the_start(self.note)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(64)
        self.note.installEventFilter(self)
        self._arrange()
        for section in (self.sources, self.entity, self.relations):
            section.asked.connect(self.ask)
        self.form.list_asked.connect(self._ask_for)
        self.picker.taken.connect(self._answer)
        self.picker.lit.connect(self.lit)
        workspace.label_set_changed.connect(self._forget)
        workspace.picked.connect(self._show)
        workspace.changed.connect(self._follow)
        workspace.document_changed.connect(self._show)
        workspace.project_changed.connect(self._show)
        self._show()

    # ---- what others ask of it -----------------------------------------------------------------

    def focus_note(self) -> None:
        """Go to the note."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_form(self) -> None:
        """Go to the first field."""
        field = self.first_field()
        field.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(field, TextField):
            field.selectAll()

    def first_field(self) -> QWidget:
        """Where the focus goes that comes to the inspector."""
        if self._question is not None:
            return self.picker.field
        if self.sources.keys is not None and self._shown is not None:
            return self.sources.keys
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
        self._commit_quietly()
        self._forget()
        self._shown = None
        self._show()

    # ---- questions -----------------------------------------------------------------------------

    def ask(self, question: Question) -> None:
        """Ask about the selected annotation; the article may answer too."""
        annotation = self._workspace.annotation
        if annotation is None or not self._workspace.editable:
            return
        if self._question is None:
            self._commit_quietly()  # now: what changes while a question is open ends it
            focus = QApplication.focusWidget()
            self._back = focus if focus is not None and self.isAncestorOf(focus) else None
        self._question = question
        self._stack.setCurrentWidget(self.picker)
        self.picker.ask(question, annotation.quote)
        self.aimed.emit(question.targets())

    def asks(self) -> bool:
        """Whether something is asked."""
        return self._question is not None

    def take_target(self, annotation_id: int | None) -> None:
        """Answer with an annotation clicked in the article, or do not answer."""
        if self._question is None:
            return
        if annotation_id is None:
            self.drop_question()
        elif annotation_id in self._question.targets():
            self._answer(annotation_id)

    def drop_question(self) -> None:
        """Ask no more, and go back to where one was."""
        if self._question is None:
            return
        self._end_question()
        back, self._back = self._back, None
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _ask_for(self, field: ListField, typed: str) -> None:
        if self._shown is not None:
            self.ask(ChoiceQuestion(field, typed))

    def _answer(self, value: object) -> None:
        question = self._question
        if question is None:
            return
        self._answering = True
        try:
            following = question.take(value)
        except UserError as error:
            self._workspace.refused.emit(error)
            return
        finally:
            self._answering = False
        if following is not None:
            self.ask(following)
        else:
            self.drop_question()

    def _end_question(self) -> None:
        self._question = None
        self.picker.close_question()
        self._stack.setCurrentWidget(self._area if self._workspace.annotation is not None else self.hint)
        self.aimed.emit(frozenset())

    # ---- events --------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the note when the focus leaves it."""
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self._commit_quietly()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps and Esc drops what is being typed in a field; both go back to the article."""
        if event.key() == Qt.Key.Key_Escape:
            if self._question is not None:
                self.drop_question()
                return
            self.form.revert()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.form.commit():
                self.left.emit()
        else:
            event.ignore()

    def _forget(self) -> None:
        """The label set or the colours are others."""
        for part in (self.form, self.sources, self.relations):
            part.forget()

    def _commit_quietly(self) -> None:
        try:
            self.commit()
        except UserError as error:
            self._workspace.refused.emit(error)

    # ---- what is shown -------------------------------------------------------------------------

    def _follow(self) -> None:
        """Show what has changed; a question from before it may be about, or offer, what is gone."""
        if self._question is not None and not self._answering:
            self.drop_question()
        self._show()

    def _arrange(self) -> None:
        self._head = QHBoxLayout()
        self._head.addStretch(1)
        self._head.addWidget(self.offsets)
        self.bar = QFrame()
        self.bar.setFixedWidth(3)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.quote)
        texts.addWidget(self.reading)
        quote = QHBoxLayout()
        quote.setSpacing(11)
        quote.addWidget(self.bar)
        quote.addLayout(texts, 1)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(14, 4, 14, 14)
        layout.setSpacing(10)
        layout.addLayout(self._head)
        layout.addLayout(quote)
        for part in (self._proposed, self.sources, self.form, self.entity, self.relations, self.note):
            layout.addWidget(part)
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
        for page in (area, self.hint, self.picker):
            self._stack.addWidget(page)
        self._area = area

    def _show(self) -> None:
        annotation = self._workspace.annotation
        if self._shown is not None and self._shown.id != self._workspace.annotation_id:
            self._leave_links()
            self._commit_quietly()  # what was typed belongs to the annotation that was shown
            self._shown = None
            if self._question is not None:
                self._end_question()
        if annotation is None:
            self._shown = None
            self._stack.setCurrentWidget(self.hint)
            return
        if self._question is None:
            self._stack.setCurrentWidget(self._area)
        same = self._shown is not None and self._shown.id == annotation.id
        typing = same and self._shown is not None and self.note.toPlainText() != self._shown.note
        self._shown = annotation
        label = self._workspace.label_set.label_by_id[annotation.label_id]
        self._show_label(label)
        self.offsets.setText(phrases.offsets(annotation.span))
        self.quote.setText(phrases.isolated(values.in_logical_order(annotation.quote)))
        reading = values.reading(annotation)
        self.reading.setText(reading)
        self.reading.setVisible(bool(reading))
        self.sources.show_annotation(annotation)
        self.entity.show_annotation(annotation)
        self.form.show_annotation(annotation, self.sources.attributes)
        self.relations.show_annotation(annotation, self.sources.kind_ids)
        if not typing:
            self.note.setPlainText(annotation.note)
        self.note.setReadOnly(not self._workspace.editable)

    def _leave_links(self) -> None:
        """Who followed a relation reads on at its other end; the row will be gone."""
        focus = QApplication.focusWidget()
        if isinstance(focus, Quote) and self.isAncestorOf(focus):
            self.left.emit()

    def _show_label(self, label: Label) -> None:
        self.bar.setStyleSheet(f"background: {colour_of(label)};")
        if self._chip is not None:
            if self._chip.label == label:
                self._chip.update()
                return
            self._head.removeWidget(self._chip)
            self._chip.hide()
            self._chip.deleteLater()
        self._chip = Chip(label)
        self._chip.setChecked(True)
        self._chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._head.insertWidget(0, self._chip)


def _plain(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(name == "quote")
    return label
