"""The panel that marks all that is like something: every place in its context, ticked where it is likely."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from annotator.core.records import Annotation, Label, Span
from annotator.exchange.marking import Request
from annotator.store.project import Event
from annotator.ui import keys, phrases
from annotator.ui.marker import STEP, Marked, Marker
from annotator.ui.marking import Before, Found, Gathering, Outcome, Wanted, what_to_look_for
from annotator.ui.models.concordance import Line
from annotator.ui.models.places import PlacesModel
from annotator.ui.panels.concordance import ConcordanceList, message_in_place
from annotator.ui.panels.fields import attempt
from annotator.ui.panels.mark_all_bars import MarkAllFoot, MarkAllHead
from annotator.ui.streaming import MOST
from annotator.ui.tasks import Tasks
from annotator.ui.workspace import Workspace


class MarkAllPanel(QFrame):
    """Space ticks, Enter marks one, X leaves one out, the key of a label changes it, Ctrl+Enter marks all."""

    jumped = Signal(object)
    """Line: a place to go to in the article."""
    lit = Signal()
    """Which places there are has changed, or whether they are shown."""
    left = Signal()
    """Escape was pressed."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._workspace = workspace
        self._like: Annotation | None = None
        """What it is to be like: an annotation that is, or would be."""
        self._text = ""
        self._document_id = 0
        self._revision = -1
        """Of the project right after the marking that could be undone here."""
        self._stood: tuple[int, Span] | None = None
        """Where the list is to stand again when that place is found again."""
        self._wanted: list[int] = []
        """The lines that are being marked."""
        self.gathering = Gathering(tasks, self)
        self.marker = Marker(workspace, self)
        self.model = PlacesModel(self)
        self.model.arrange("place", "form")
        self.list = ConcordanceList(self.model, workspace)
        self.list.setAccessibleName(self.tr("Places to mark"))
        self.head = MarkAllHead(workspace)
        self.foot = MarkAllFoot()
        self.message = message_in_place()
        self._arrange()
        self._connect()
        self._show_state()

    # ---- what others ask -----------------------------------------------------------------------

    def begin(self, text: str, like: Annotation, document_id: int, *, label_known: bool) -> None:
        """Look for what is like an annotation, which is only planned where no label is known yet."""
        if self.marker.running:
            return
        self._text, self._like, self._document_id = text, like, document_id
        self.model.forget()
        self.foot.say("")
        self.head.show_words(like.quote, like.label_id if label_known else None)
        self.look()
        (self.list if label_known else self.head.labels).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def places_in(self, document_id: int) -> list[Line]:
        """The places in one article that are not dealt with, if the panel is shown."""
        if not self.isVisible():
            return []
        lines = (self.model.lines[number] for number in self.model.open_ones())
        return [line for line in lines if line.document_id == document_id]

    def stop(self) -> None:
        """Take back what is being written, if anything is."""
        self.marker.cancel()

    def showEvent(self, event: QShowEvent) -> None:
        """The places are lit again."""
        super().showEvent(event)
        self.lit.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """The places are lit no more."""
        super().hideEvent(event)
        self.lit.emit()

    # ---- looking -------------------------------------------------------------------------------

    def look(self) -> None:
        """Look for the places, from the beginning; what was said of each stays."""
        if self.marker.running:
            return
        project, reviewer, like = self._workspace.project, self._workspace.reviewer, self._like
        self.gathering.stop()
        number = self.list.number()
        self._stood = self.model.place_of(number) if number is not None else None
        self._forget_places()
        label = self.head.label()
        if project is None or reviewer is None or like is None or label is None:
            self._show_state()
            return
        what = what_to_look_for(self._text, like, label, self._workspace.entity(like.entity_id))
        request = Request(
            what=replace(what, document_id=self._document_id),
            reviewer_id=reviewer.id,
            document_id=self._document_id if self.head.is_for_one_article() else None,
        )
        self.head.forget()
        wanted = Wanted(request, self.head.finished.isChecked(), usual=label.id != like.label_id)
        self.gathering.look_for(project.path, wanted, project.label_set)
        self._show_state()

    def _forget_places(self) -> None:
        self.model.clear()
        self._fade()
        self.head.show_problem("")
        self.head.again.hide()

    def _take(self, part: Found | Before) -> None:
        if isinstance(part, Before):
            self.head.tell_before(part.labels)
            self.model.usual = part.usual
            return
        first = len(self.model.lines)
        self.model.take(part)
        self._fade()
        self._stand_again(first)
        self._show_state()
        self.lit.emit()

    def _stand_again(self, first: int) -> None:
        """Stand where the list stood, if that has just come in; on the first line if it stood nowhere."""
        new = range(first, len(self.model.lines))
        number = next((item for item in new if self.model.place_of(item) == self._stood), None)
        if number is not None:
            self.list.go_to(number)
            self._stood = None
        elif self._stood is None and not self.list.currentIndex().isValid():
            self.list.go_to_first()

    def _end(self, outcome: Outcome) -> None:
        self._stood = None
        self._stand_again(len(self.model.lines))
        self.head.tell_passed_over(outcome.finished)
        if outcome.refused is not None:
            running = phrases.still_running(self._workspace.busy_with)
            self.head.show_problem(phrases.sentence_of(running if self._workspace.busy else outcome.refused))
            self.head.again.show()
        elif outcome.more:
            sentence = self.tr("There are more than {count} places, and only the first are shown.")
            self.head.show_problem(phrases.counted(sentence.format(count=MOST)))
        self._show_state()

    def _stop_looking(self) -> None:
        self.marker.cancel()
        self.gathering.stop()
        self._show_state()

    # ---- what the hand does --------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list that mean something else elsewhere in the window; those of labels, to answer."""
        if not isinstance(event, QKeyEvent) or event.type() not in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            return False
        meant = self._meaning(event)
        if meant is None or (watched is self.head.labels and not isinstance(meant, Label)):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            self._do(meant)
        return True

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter from finishing the article, wherever in the panel one is."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._meaning(event) == "mark all"
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark all with Ctrl+Enter, or leave with Escape, from anywhere in the panel."""
        if self._meaning(event) == "mark all":
            self.mark_ticked()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _meaning(self, event: QKeyEvent) -> str | Label | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if held == Qt.KeyboardModifier.ControlModifier:
            letter = keys.pressed(event)
            return "mark all" if enter else "tick all" if letter == "Ctrl+A" else None
        if held == Qt.KeyboardModifier.ShiftModifier and enter:
            return "go"
        if held:
            return None
        if enter:
            return "mark" if self.list.number() is not None else None
        key = keys.plain_key(event)
        if key == "x":
            return "leave out"
        return next((label for label in self._workspace.labels if key and label.key == key), None)

    def _do(self, meant: str | Label) -> None:
        if self.marker.running and meant != "go":  # what is being written stays as it was said
            return
        if isinstance(meant, Label):
            self._set_label(meant)
        elif meant == "mark all":
            self.mark_ticked()
        elif meant == "tick all":
            self.list.toggle_ticks(self.model.open_ones())
        elif meant == "mark":
            self.mark_one()
        elif meant == "leave out":
            self._leave_out()
        elif (number := self.list.number()) is not None:
            self.jumped.emit(self.model.lines[number])

    def _set_label(self, label: Label) -> None:
        """Answer which label it is to be; later, give lines another one, and tick them."""
        if self.head.label() is None:
            self.head.choose(label.id)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.model.set_label(self.list.numbers(), label.id)
        self._show_said()

    def _leave_out(self) -> None:
        """Leave lines out, or take them in again; then go on."""
        if self.model.leave_out(self.list.numbers()):
            self._go_on()
        self._show_said()

    def _note(self, numbers: list[int]) -> None:
        self.model.note(numbers)
        self._show_said()

    def _show_said(self) -> None:
        self._fade()
        self._show_state()
        self.lit.emit()

    def _go_on(self) -> None:
        """Stand on the next line that is not dealt with."""
        current = self.list.number()
        if current is not None and (following := self.model.after(current)) is not None:
            self.list.go_to(following)

    # ---- marking -------------------------------------------------------------------------------

    def mark_one(self) -> None:
        """Mark the current line, and go on to the next."""
        number = self.list.number()
        if number is None or self.marker.running:
            return
        self._wanted = [number]
        if number in self.model.marked or attempt(self._workspace, self._write):
            self._go_on()

    def mark_ticked(self) -> None:
        """Mark all that is ticked, as one step."""
        if self.model.ticked and not self.marker.running:
            self.gathering.stop()
            self._wanted = sorted(self.model.ticked)
            attempt(self._workspace, self._write)
            self._show_state()

    def _write(self) -> None:
        self.marker.mark([self.model.suggestion(number) for number in self._wanted])

    def _tell(self, marked: Marked) -> None:
        """What was to be marked is marked, now or before."""
        self.model.mark(self._wanted)
        self._revision = self._workspace.require().revision
        if marked.annotations:
            said = self.tr("Marked %n", "", marked.annotations)
            where = self.tr("in %n article(s).", "", marked.articles)
            self.foot.say(phrases.counted(f"{said} {where}"), can_undo=True)
        else:
            self.foot.say(self.tr("It was marked already."))
        self._show_said()

    def _tell_cancelled(self) -> None:
        self.foot.say(self.tr("Nothing was marked."))

    def _undo(self) -> None:
        self.foot.say("")
        attempt(self._workspace, self._workspace.undo)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- following the project -----------------------------------------------------------------

    def _follow(self, event: Event) -> None:
        """After an undo look again; after anything else say that things have changed."""
        if self.marker.at_work or self._like is None:
            return
        if self._workspace.require().revision != self._revision:
            self.foot.say("")
        if event.name == STEP:
            self.look()
        elif self.model.lines:
            self.head.again.show()

    def _start_again(self) -> None:
        self.gathering.stop()
        self._like = None
        self.model.forget()
        self._forget_places()
        self.head.show_words("", None)
        self.foot.say("")
        self._show_state()

    # ---- what is shown -------------------------------------------------------------------------

    def _arrange(self) -> None:
        body = QWidget()
        stack = QStackedLayout(body)  # the words lie on the empty list, which keeps the focus
        stack.setStackingMode(QStackedLayout.StackingMode.StackAll)
        stack.addWidget(self.list)
        stack.addWidget(self.message)
        stack.setCurrentWidget(self.message)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(body, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.list.installEventFilter(self)
        self.head.labels.installEventFilter(self)
        self.list.chosen.connect(self._choose)
        self.list.ticked.connect(self._note)
        self.list.moved.connect(self._show_reason)
        self.list.left.connect(self.left)
        self.head.changed.connect(self.look)
        self.head.again.clicked.connect(self.look)
        self.head.cancel.clicked.connect(self._stop_looking)
        self.foot.mark.clicked.connect(self.mark_ticked)
        self.foot.undo.clicked.connect(self._undo)
        self.marker.marked.connect(self._tell)
        self.marker.progressed.connect(self.head.follow)
        self.marker.cancelled.connect(self._tell_cancelled)
        self.marker.ended.connect(self._show_state)
        self.gathering.delivered.connect(self._take)
        self.gathering.progressed.connect(self.head.follow)
        self.gathering.ended.connect(self._end)
        self._workspace.project_changed.connect(self._start_again)
        self._workspace.reviewer_changed.connect(self._start_again)
        self._workspace.changed.connect(self._follow)
        self._workspace.busy_changed.connect(self._show_state)

    def _choose(self, number: int) -> None:
        self.jumped.emit(self.model.lines[number])

    def _fade(self) -> None:
        self.list.row_delegate.faded = self.model.dealt_with()
        self.list.row_delegate.done = self.model.marked

    def _show_reason(self) -> None:
        number = self.list.number()
        self.foot.explain(self.model.lines[number].details if number is not None else "")

    def _show_state(self) -> None:
        """Show how many there are and what can be done."""
        running = self.gathering.running or self.marker.running
        self.head.show_running(running=running, marking=self.marker.running)
        self.head.show_count(len(self.model.lines), len({line.document_id for line in self.model.lines}))
        self.foot.setVisible(self._like is not None)
        self.foot.show_ticked(len(self.model.ticked), usable=self._workspace.writable)
        self.message.setText("" if self.model.lines else self._why_nothing(running=running))

    def _why_nothing(self, *, running: bool) -> str:
        if self._like is None:
            return self.tr("Select an annotation or words in the article and press A.")
        if self.head.label() is None:
            return self.head.question()
        if running:
            return self.tr("Looking…")
        return self.tr("These words stand nowhere else, or they are marked everywhere already.")
