"""What could be annotated in the open article: found in the background, accepted or rejected by a person."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from time import sleep
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core import edits
from annotator.core.change import Transaction
from annotator.core.records import Annotation, Dismissal, Prediction, Span, Zone
from annotator.core.schema import LabelSet
from annotator.core.suggestions import Suggestion
from annotator.store import queries
from annotator.store.project import Event
from annotator.suggest import figures
from annotator.suggest.predictions import merged, suggested
from annotator.ui.knowing import figure_words
from annotator.ui.occupied import Occupied
from annotator.ui.opened import OpenDocument
from annotator.ui.panels.suggestions import SuggestionsPanel
from annotator.ui.tasks import Task, Watch

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

DOCK = "suggestions"
MOST = 1000
"""So many are open at most; the others follow when these are dealt with."""
_ENOUGH = 10_000
"""A text with more figures is looked through no further; of more predictions the first are taken."""
_PIECE = 2_000
"""Code points looked through at a time, some milliseconds' worth."""
_REST = 0.005
"""Seconds between two pieces, for the window: Python runs one thread at a time."""
_PAUSE = 300
"""Milliseconds after an article is opened, which is shown and painted first."""


class _Article(Struct, frozen=True):
    """What is looked through, as it was at one moment: work gets nothing that can change under it."""

    text: str
    document_id: int
    labels: LabelSet
    predicted: tuple[Prediction, ...]


class Suggesting(QObject):
    """The suggestions of the open article, and the one the hand is at."""

    changed = Signal()
    """There are others, they are shown or hidden, or the hand is at another one."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._view = window.article
        self._asked = 0
        """How often the article was to be looked through; an answer to an earlier question is out of date."""
        self._found: list[Suggestion] = []
        """All figures of the article, and what machines predict, annotated or not."""
        self._occupied: Occupied | None = None
        self._task: Task | None = None
        """What looks the text through."""
        self.open: list[Suggestion] = []
        """Those neither made nor rejected, by place."""
        self.current: Suggestion | None = None
        self._selected: Span | None = None
        """What is selected of the text while the hand is at a suggestion."""
        self.panel = SuggestionsPanel(self._workspace)
        self.panel.chosen.connect(self.go_to)
        self.panel.accepted.connect(self._accept_told)
        self.panel.rejected.connect(self._reject_told)
        self.panel.all_accepted.connect(self._accept_all_told)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._look)
        workspace = self._workspace
        workspace.document_changed.connect(self._start)
        workspace.changed.connect(self._follow)
        workspace.label_set_changed.connect(self._look_again)
        workspace.busy_changed.connect(self._look_again)
        workspace.picked.connect(self._leave_for)
        workspace.selection_changed.connect(self._leave_selection)
        window.docks.changed.connect(self._show)
        self._view.suggestion_picked.connect(self._pick)

    @property
    def shown(self) -> bool:
        """Whether they are shown."""
        return self._workspace.opened is not None and self._window.docks.shown(DOCK)

    # ---- what the hand does --------------------------------------------------------------------

    def go_to(self, suggestion: Suggestion) -> None:
        """Put the hand at a suggestion: its words are selected."""
        self._workspace.select(None)
        self.current = None
        self._view.select(suggestion.span, reveal=False)
        self._workspace.revealed.emit(suggestion.span)
        self._selected = self._workspace.selection
        self.current = suggestion
        self._view.show_suggestion(suggestion.span)
        self._tell()

    def accept(self, suggestion: Suggestion) -> None:
        """Annotate what is suggested, and go on to the next one.

        Raises:
            UserError: it may not be.
        """
        following = self._following(suggestion)
        self._accept([suggestion])
        self._go_on(following)

    def reject(self, suggestion: Suggestion) -> None:
        """Have it not suggested again, and go on to the next one.

        Raises:
            UserError: it may not be.
        """
        following = self._following(suggestion)
        self._workspace.perform(
            lambda context, opened: edits.reject_suggestion(
                context, opened.layer, suggestion, opened.dismissals.values()
            )
        )
        self._go_on(following)

    def accept_all(self) -> int:
        """Annotate all that is suggested, as one step; how many that were.

        Raises:
            UserError: they may not be.
        """
        return self._accept(self.open)

    def _accept_told(self) -> None:
        self._window.action_set["accept-proposal"].trigger()

    def _reject_told(self) -> None:
        self._window.action_set["reject-suggestion"].trigger()

    def _accept_all_told(self) -> None:
        self._window.action_set["accept-all"].trigger()

    def _accept(self, suggestions: Sequence[Suggestion]) -> int:
        entities = list(self._workspace.entities.values())
        done = self._workspace.perform(
            lambda context, opened: edits.accept_suggestions(
                context,
                opened.layer,
                opened.text,
                suggestions,
                self._workspace.label_set,
                opened.annotations.values(),
                entities,
            )
        )
        return sum(1 for _ in done.of(Annotation))

    def _following(self, suggestion: Suggestion) -> Suggestion | None:
        """The one after it; after the last, the first."""
        place = self.open.index(suggestion) if suggestion in self.open else -1
        rest = [*self.open[place + 1 :], *self.open[: max(place, 0)]]
        return rest[0] if rest else None

    def _go_on(self, following: Suggestion | None) -> None:
        if following is not None and following in self.open:
            self.go_to(following)
            return
        self._view.set_caret(self._view.caret())
        self._window.status_line.say(self.tr("That was the last suggestion here."))

    def _pick(self, number: int) -> None:
        if 0 <= number < len(self.open):
            self.go_to(self.open[number])

    # ---- following -----------------------------------------------------------------------------

    def _start(self, opened: OpenDocument | None) -> None:
        """Another article: nothing of the one before is shown in the meantime."""
        self._drop()
        self._found, self._occupied = [], None
        self._asked += 1  # an answer that is under way is about the one before
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if opened is not None:
            self._occupied = Occupied(opened, self._workspace.label_set)
        self._sift()
        self._soon.start()

    def _look_again(self) -> None:
        """The labels are others, or what could not be changed can be."""
        self._start(self._workspace.opened)

    def _follow(self, event: Event) -> None:
        if isinstance(event, Transaction) and any(True for _ in event.of(Prediction)):
            self._look_again()  # an import of them is taken back
        elif isinstance(event, Transaction) and self._occupied is not None and _concerns(event):
            self._occupied.follow(event)
            self._sift()

    def _look(self) -> None:
        """Look through the text, in the background and once: it never changes."""
        workspace, opened = self._workspace, self._workspace.opened
        if opened is None or not workspace.editable:
            return
        database, document_id = workspace.require().database, opened.document.id
        predicted = queries.predictions(database, document_id, _ENOUGH)
        article = _Article(opened.text, document_id, workspace.label_set, tuple(predicted))
        tasks = self._window.tasks
        self._task = task = tasks.prepare()
        task.succeeded.connect(self._take)
        task.failed.connect(tasks.raise_bug)
        tasks.start(task, partial(_look_in_background, self._asked, article))

    def _take(self, answer: tuple[int, list[Suggestion]]) -> None:
        number, found = answer
        if number == self._asked:
            self._found, self._task = found, None
            self._sift()

    def _sift(self) -> None:
        """Leave out what is annotated or rejected by now."""
        opened, before = self._workspace.opened, (self.open, self.current)
        self.open = []
        if opened is not None and self._occupied is not None:
            rejected = edits.rejected(opened.dismissals.values())
            free = (
                item
                for item in self._found
                if self._occupied.has_room(item) and not edits.is_rejected(item, rejected)
            )
            self.open = list(islice(free, MOST))
        if self.current is not None and self.current not in self.open:
            self._drop()
        if (self.open, self.current) != before:
            self._show()

    def _show(self) -> None:
        shown = self.open if self.shown else []
        self._workspace.offered = shown
        self._view.set_suggestions((item.span, item.label_id) for item in shown)
        if not shown:
            self._drop()
        self._tell()

    def _tell(self) -> None:
        self.panel.show_suggestions(self._workspace.offered, self.current)
        self._window.tool_row.show_suggested(len(self.open))
        self.changed.emit()

    def _leave_for(self, annotation_id: int | None) -> None:
        if annotation_id is not None:
            self._drop()

    def _leave_selection(self, span: Span | None) -> None:
        if self.current is not None and span != self._selected:
            self._drop()

    def _drop(self) -> None:
        """Take the hand off the suggestion it is at."""
        if self.current is not None:
            self.current = None
            self._view.show_suggestion(None)
            self._tell()


def _concerns(event: Transaction) -> bool:
    """Whether a change may make for other suggestions."""
    return any(isinstance(change.record, Annotation | Dismissal | Zone) for change in event.changes)


def _look_in_background(number: int, article: _Article, watch: Watch) -> tuple[int, list[Suggestion]]:
    """Work for a thread: piece by piece, so that it can be stopped."""
    found: list[Suggestion] = []
    for start, end in _pieces(article.text):
        if watch.cancelled() or len(found) >= _ENOUGH:
            break
        if start:
            sleep(_REST)
        piece = article.text[start:end]
        found += [
            replace(item, span=Span(item.span.start + start, item.span.end + start))
            for item in figures.untagged(piece, (), (), article.labels, figure_words(), article.document_id)
        ]
    return number, merged(found, suggested(article.predicted, article.labels))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Whole paragraphs, so many of them that a piece is not long."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PIECE) + 1 or len(text)
        yield start, end
        start = end
