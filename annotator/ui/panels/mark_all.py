"""The panel that marks all that is like something: every place in its context, ticked where it is likely."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from annotator.core.errors import UserError
from annotator.core.records import Annotation, Label, Span
from annotator.exchange.marking import Request
from annotator.store import queries
from annotator.store.project import Event
from annotator.suggest.mentions import Mention, sought
from annotator.ui import keys, phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.marking import Found, Gathering, Marked, Marking, Outcome, Wanted, accept, made_by
from annotator.ui.models.concordance import ConcordanceModel, Line
from annotator.ui.panels.concordance import ConcordanceList
from annotator.ui.panels.fields import attempt
from annotator.ui.panels.mark_all_bars import MarkAllFoot, MarkAllHead
from annotator.ui.streaming import MOST
from annotator.ui.tasks import Cancelled, Tasks
from annotator.ui.workspace import Workspace

STEP = "mark all"
"""The name of what it does, in the history."""


class Place(NamedTuple):
    """Where a line stands, whatever its number."""

    document_id: int
    span: Span


class Said(NamedTuple):
    """What the person has said of a place."""

    ticked: bool
    out: bool
    label_id: int


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
        self._mentions: list[Mention] = []
        """By the number of the line."""
        self._said: dict[Place, Said] = {}
        self._out: set[int] = set()
        self._marked: set[int] = set()
        self._own = False
        """Whether a change that is told now was made here."""
        self._revision = -1
        """Of the project right after the marking that could be undone here."""
        self._writing: Marking | None = None
        self._wanted: list[int] = []
        """The lines that are being marked."""
        self.gathering = Gathering(tasks, self)
        self.model = ConcordanceModel(self, ticks=True)
        self.model.arrange("place", "form")
        self.list = ConcordanceList(self.model, workspace)
        self.list.setAccessibleName(self.tr("Places to mark"))
        self.head = MarkAllHead(workspace)
        self.foot = MarkAllFoot()
        self.message = plain("", "muted")
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.message.setContentsMargins(24, 24, 24, 0)
        self._arrange()
        self._connect()
        self._show_state()

    # ---- what others ask -----------------------------------------------------------------------

    def begin(self, text: str, like: Annotation, document_id: int, *, label_known: bool) -> None:
        """Look for what is like an annotation, which is only planned where no label is known yet."""
        if self._writing is not None:
            return
        self._text, self._like, self._document_id = text, like, document_id
        self._said = {}
        self.foot.say("")
        self.head.show_words(like.quote, like.label_id if label_known else None)
        self.look()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def places_in(self, document_id: int) -> list[Line]:
        """The places in one article that are not dealt with, if the panel is shown."""
        if not self.isVisible():
            return []
        dealt_with = self._out | self._marked
        return [
            line
            for number, line in enumerate(self.model.lines)
            if line.document_id == document_id and number not in dealt_with
        ]

    def stop(self) -> None:
        """Take back what is being written, if anything is."""
        if self._writing is not None:
            self._writing.cancel()

    def showEvent(self, event: QShowEvent) -> None:
        """The places are lit again."""
        super().showEvent(event)
        self.lit.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """The places are lit no more, and nobody looks for more."""
        super().hideEvent(event)
        self.lit.emit()

    # ---- looking -------------------------------------------------------------------------------

    def look(self) -> None:
        """Look for the places, from the beginning; what was said of each stays."""
        project, reviewer, like = self._workspace.project, self._workspace.reviewer, self._like
        self.gathering.stop()
        self._forget_places()
        label = self.head.label()
        if project is None or reviewer is None or like is None or label is None:
            self._show_state()
            return
        self._like = like = replace(
            like,
            label_id=label.id,
            entity_id=like.entity_id if like.label_id == label.id else None,
            attributes=like.attributes if like.label_id == label.id else {},
        )
        what = sought(self._text, like, self._workspace.entity(like.entity_id))
        request = Request(
            what=replace(what, document_id=self._document_id),
            reviewer_id=reviewer.id,
            document_id=self._document_id if self.head.is_for_one_article() else None,
        )
        self.head.tell_before({})
        self.head.tell_passed_over(0)
        wanted = Wanted(request, self.head.finished.isChecked())
        self.gathering.look_for(project.path, wanted, project.label_set)
        self._show_state()

    def _forget_places(self) -> None:
        self.model.clear()
        self._mentions = []
        self._out, self._marked = set(), set()
        self._fade()
        self.head.show_problem("")
        self.head.again.hide()

    def _take(self, part: Found | dict[int, int]) -> None:
        if isinstance(part, dict):
            self.head.tell_before(part)
            return
        first = len(self._mentions)
        lines: list[Line] = []
        for number, (mention, line) in enumerate(part, start=first):
            said = self._said.get(Place(mention.document_id, mention.span))
            label_id = said.label_id if said is not None else mention.label_id
            self._mentions.append(mention)
            lines.append(replace(line, label_id=label_id))
            if said.ticked if said is not None else mention.ticked:
                self.model.ticked.add(number)
            if said is not None and said.out:
                self._out.add(number)
        self._fade()
        self.model.append(lines)
        if not self.list.currentIndex().isValid():
            self.list.go_to_first()
        self._show_state()
        self.lit.emit()

    def _end(self, outcome: Outcome) -> None:
        self.head.tell_passed_over(outcome.finished)
        if outcome.refused is not None:
            self.head.show_problem(phrases.sentence_of(outcome.refused))
        elif outcome.more:
            sentence = self.tr("There are more than {count} places, and only the first are shown.")
            self.head.show_problem(phrases.counted(sentence.format(count=MOST)))
        self._show_state()

    def _stop_looking(self) -> None:
        if self._writing is not None:
            self._writing.cancel()
            return
        self.gathering.stop()
        self._show_state()

    # ---- what the hand does --------------------------------------------------------------------

    def eventFilter(self, _list: QObject, event: QEvent) -> bool:
        """Keys of the list that mean something else elsewhere in the window."""
        if not isinstance(event, QKeyEvent) or event.type() not in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            return False
        meant = self._meaning(event)
        if meant is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            self._do(meant)
        return True

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
        if isinstance(meant, Label):
            self._set_label(meant)
        elif meant == "mark all":
            self.mark_ticked()
        elif meant == "tick all":
            everything = set(range(len(self.model.lines))) - self._out - self._marked
            self.list.toggle_ticks(sorted(everything))
        elif meant == "mark":
            self.mark_one()
        elif meant == "leave out":
            self._leave_out(self.list.numbers())
        elif (number := self.list.number()) is not None:
            self.jumped.emit(self.model.lines[number])

    def _set_label(self, label: Label) -> None:
        """Answer which label it is to be; later, give lines another one, and tick them."""
        if self.head.label() is None:
            self.head.choose(label.id)
            return
        numbers = [number for number in self.list.numbers() if number not in self._marked]
        for number in numbers:
            self.model.lines[number] = replace(self.model.lines[number], label_id=label.id)
        self._out.difference_update(numbers)
        self.model.tick(numbers, on=True)
        self.model.touch(numbers)
        self._note(numbers)

    def _leave_out(self, numbers: Sequence[int]) -> None:
        """Leave lines out, or take them in again; then go on."""
        open_ones = [number for number in numbers if number not in self._marked]
        back = set(open_ones) <= self._out
        if back:
            self._out.difference_update(open_ones)
        else:
            self._out.update(open_ones)
            self.model.tick(open_ones, on=False)
        self._note(open_ones)
        if not back and self.list.number() is not None:
            self._go_on()

    def _note(self, numbers: Iterable[int]) -> None:
        """Remember what was said of lines, and show it."""
        numbers = list(numbers)
        for number in numbers:
            line = self.model.lines[number]
            ticked = number in self.model.ticked
            if ticked:
                self._out.discard(number)
            said = Said(ticked, number in self._out, line.label_id or 0)
            self._said[Place(line.document_id, line.span)] = said
        self._fade()
        self.model.touch(numbers)
        self._show_state()
        self.lit.emit()

    def _go_on(self) -> None:
        """Stand on the next line that is not dealt with."""
        order, current = self.model.shown_lines(), self.list.number()
        if current is None:
            return
        at = order.index(current)
        dealt_with = self._out | self._marked
        following = next((number for number in order[at + 1 :] if number not in dealt_with), None)
        if following is not None:
            self.list.go_to(following)

    # ---- marking -------------------------------------------------------------------------------

    def mark_one(self) -> None:
        """Mark the current line, and go on to the next."""
        number = self.list.number()
        if number is None:
            return
        if number in self._marked or attempt(self._workspace, lambda: self._write([number])):
            self._go_on()

    def mark_ticked(self) -> None:
        """Mark all that is ticked, as one step."""
        numbers = sorted(self.model.ticked - self._marked)
        if not numbers or self._writing is not None:
            return
        if not self._workspace.writable:
            self._workspace.refused.emit(
                UserError("This project is open read-only; changes cannot be saved.")
            )
            return
        if len({self.model.lines[number].document_id for number in numbers}) == 1:
            attempt(self._workspace, lambda: self._write(numbers))
            return
        self.gathering.stop()
        self._own = True
        self._writing = Marking(self._workspace, [self._suggestion(number) for number in numbers], self)
        self._writing.progressed.connect(self.head.follow)
        self._writing.succeeded.connect(self._tell)
        self._writing.failed.connect(self._fail)
        self._writing.ended.connect(self._forget_writing)
        self._wanted = numbers
        self._writing.start(f"{self.model.lines[numbers[0]].quote} × {len(numbers)}")
        self._show_state()

    def _write(self, numbers: list[int]) -> None:
        """Mark lines of one article in one step.

        Raises:
            UserError: they may not be marked, or are marked already.
        """
        project = self._workspace.require()
        suggestions = [self._suggestion(number) for number in numbers]
        entities = queries.entities(project.database)
        self._own, self._wanted = True, numbers
        try:
            made = made_by(
                self._workspace.perform_in_project(
                    lambda context: accept(context, project, suggestions, entities)
                )
            )
        finally:
            self._own = False
        self._tell(Marked(made, 1))

    def _suggestion(self, number: int) -> Mention:
        mention, label_id = self._mentions[number], self.model.lines[number].label_id
        if label_id is None or label_id == mention.label_id:
            return mention
        return replace(mention, label_id=label_id, entity_id=None, attributes={})

    def _tell(self, marked: Marked) -> None:
        """What was to be marked is marked, here or before."""
        self._marked.update(self._wanted)
        self.model.tick(self._wanted, on=False)
        self._fade()
        self.model.touch(self._wanted)
        self._revision = self._workspace.require().revision
        said = self.tr("Marked %n", "", marked.annotations)
        where = self.tr("in %n article(s).", "", marked.articles)
        self.foot.say(phrases.counted(f"{said} {where}"), can_undo=True)
        self._show_state()
        self.lit.emit()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._workspace.refused.emit(error)
        elif isinstance(error, Cancelled):
            self.foot.say(self.tr("Nothing was marked."))
        else:
            raise error

    def _forget_writing(self) -> None:
        self._writing, self._own = None, False
        self._show_state()

    def _undo(self) -> None:
        self.foot.say("")
        attempt(self._workspace, self._workspace.undo)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- following the project -----------------------------------------------------------------

    def _follow(self, event: Event) -> None:
        """After an undo look again; after anything else say that things have changed."""
        if self._own or self._like is None:
            return
        if self._workspace.require().revision != self._revision:
            self.foot.say("")
        if event.name == STEP:
            self.look()
        elif self.model.lines:
            self.head.again.show()

    def _start_again(self) -> None:
        self.gathering.stop()
        self._like, self._said = None, {}
        self._forget_places()
        self.head.show_words("", None)
        self.foot.say("")
        self._show_state()

    # ---- what is shown -------------------------------------------------------------------------

    def _arrange(self) -> None:
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.message)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(body, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.list.installEventFilter(self)
        self.list.chosen.connect(self._choose)
        self.list.ticked.connect(self._note)
        self.list.moved.connect(self._show_reason)
        self.list.left.connect(self.left)
        self.head.changed.connect(self.look)
        self.head.again.clicked.connect(self.look)
        self.head.cancel.clicked.connect(self._stop_looking)
        self.foot.mark.clicked.connect(self.mark_ticked)
        self.foot.undo.clicked.connect(self._undo)
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
        self.list.row_delegate.faded = self._out | self._marked

    def _show_reason(self) -> None:
        number = self.list.number()
        self.foot.explain(self.model.lines[number].details if number is not None else "")

    def _show_state(self) -> None:
        """Show how many there are and what can be done."""
        running = self.gathering.running or self._writing is not None
        self.head.show_running(running=running)
        ticked = len(self.model.ticked - self._marked)
        self.head.show_count(len(self.model.lines), len({line.document_id for line in self.model.lines}))
        self.foot.show_ticked(ticked, usable=self._workspace.writable)
        self._stack.setCurrentWidget(self.list if self.model.lines else self.message)
        self.message.setText(self._why_nothing(running=running))

    def _why_nothing(self, *, running: bool) -> str:
        if self._like is None:
            return self.tr("Select an annotation or words in the article and press A.")
        if self.head.label() is None:
            titles = [
                f"{phrases.left_to_right(label.key.upper())} {label.title(phrases.language())}"
                for label in self._workspace.labels
                if label.key
            ]
            question = self.tr("Which label are these words to have? Press its key: {labels}")
            return question.format(labels=" · ".join(titles))
        if running:
            return self.tr("Looking…")
        return self.tr("These words stand nowhere else, or they are marked everywhere already.")
