"""Writing what was chosen to be marked: at once in one article, in slices in several, always as one step."""

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from annotator.core import edits
from annotator.core.change import EditContext, Transaction
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Entity
from annotator.core.suggestions import Suggestion
from annotator.store import queries
from annotator.store.project import Project
from annotator.ui.slicing import Sliced
from annotator.ui.tasks import Cancelled
from annotator.ui.workspace import Workspace

STEP = "mark all"
"""The name of the step in the history."""


class Marked(Struct, frozen=True):
    """What came of marking."""

    annotations: int
    articles: int


class Marking(Sliced):
    """Annotations of many articles under way, as one undo step."""

    def __init__(
        self, workspace: Workspace, suggestions: Sequence[Suggestion], parent: QObject | None = None
    ) -> None:
        super().__init__(workspace, parent)
        in_order = sorted(suggestions, key=_place)
        self._parts = [list(some) for _, some in groupby(in_order, key=_document)]
        self._entities = queries.entities(self._project.database)
        self._annotations = 0
        self._articles = 0

    def start(self, subject: str) -> None:
        """Begin."""
        self.begin(STEP, subject)

    def total(self) -> int:
        """How many articles there are."""
        return len(self._parts)

    def do(self, number: int) -> None:
        """Annotate one article."""
        context = self._project.context(self._reviewer_id)
        transaction = _accept(context, self._project, self._parts[number], self._entities)
        made = _made_by(transaction)
        if made:
            self._project.apply(transaction)
            self._annotations += made
            self._articles += 1

    def has_changes(self) -> bool:
        """Whether anything was not marked already."""
        return self._annotations > 0

    def outcome(self) -> Marked:
        """How many there are."""
        return Marked(self._annotations, self._articles)


def _made_by(transaction: Transaction) -> int:
    """How many annotations a transaction makes."""
    return sum(before is None for before, _after in transaction.of(Annotation))


def _document(suggestion: Suggestion) -> int:
    return suggestion.document_id


def _place(suggestion: Suggestion) -> tuple[int, int, int]:
    return (suggestion.document_id, suggestion.span.start, suggestion.span.end)


def _accept(
    context: EditContext,
    project: Project,
    suggestions: Sequence[Suggestion],
    entities: Sequence[Entity],
) -> Transaction:
    """The edit that annotates what is suggested in one article, of the context's reviewer.

    Raises:
        UserError: the article is gone or damaged.
    """
    database = project.database
    document = queries.document(database, suggestions[0].document_id)
    if document is None:
        raise UserError("This article is not in the project any more; search again.")
    layer = queries.layer(database, document.id, context.reviewer_id)
    there = queries.annotations(database, layer.id) if layer is not None else []
    return edits.accept_suggestions(
        context,
        layer or edits.new_layer(context, document),
        queries.text(database, document.text_sha256),
        suggestions,
        project.label_set,
        there,
        entities,
    )


class Marker(QObject):
    """Marks what it is told to, and knows which changes are its own."""

    marked = Signal(object)
    """Marked: it is done."""
    progressed = Signal(object)
    """(articles done, articles)."""
    cancelled = Signal()
    """Everything has been taken back."""
    ended = Signal()
    """Nothing is under way any more."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._marking: Marking | None = None
        self.at_work = False
        """Whether a change that is told now was made here."""

    @property
    def running(self) -> bool:
        """Whether something is being written in slices."""
        return self._marking is not None

    def mark(self, suggestions: Sequence[Suggestion]) -> None:
        """Mark them, as one step.

        Raises:
            UserError: the project cannot be changed, or an article is gone.
        """
        if len({item.document_id for item in suggestions}) > 1 and self._workspace.writable:
            self._begin(suggestions)
            return
        self.at_work = True
        try:
            done = self._mark_now(suggestions)
        finally:
            self.at_work = False
        self.marked.emit(done)

    def cancel(self) -> None:
        """Take back what is being written."""
        if self._marking is not None:
            self._marking.cancel()

    def _mark_now(self, suggestions: Sequence[Suggestion]) -> Marked:
        project, reviewer = self._workspace.require(), self._workspace.reviewer
        if reviewer is None:
            raise UserError("No project is open; open one first.")
        entities = queries.entities(project.database)
        planned = _accept(project.context(reviewer.id), project, suggestions, entities)
        if not _made_by(planned):
            return Marked(0, 0)
        return Marked(_made_by(self._workspace.perform_in_project(lambda _context: planned)), 1)

    def _begin(self, suggestions: Sequence[Suggestion]) -> None:
        self.at_work = True
        self._marking = marking = Marking(self._workspace, suggestions, self)
        marking.progressed.connect(self.progressed)
        marking.succeeded.connect(self.marked)
        marking.failed.connect(self._fail)
        marking.ended.connect(self._end)
        marking.start(f"{suggestions[0].quote} × {len(suggestions)}")

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        elif isinstance(error, UserError):
            self._workspace.refused.emit(error)
        else:
            raise error

    def _end(self) -> None:
        self._marking, self.at_work = None, False
        self.ended.emit()
