"""Findings mended, or let stand: as one undo step, a few documents at a time so that the window answers."""

from collections.abc import Callable, Iterable, Iterator

from annotator.core.change import EditContext, Transaction
from annotator.core.edits import new_layer
from annotator.core.errors import UserError
from annotator.review import consistency
from annotator.review.consistency import Group, LayerState, Row, by_document
from annotator.store import queries
from annotator.ui.slicing import Sliced
from annotator.ui.workspace import Workspace

_SEVERAL = 2

_STEPS = {"labels": "retag", "boundaries": "move boundary", "unmarked": "mark all", "twins": "mark all"}

Work = Callable[[EditContext, LayerState, list[Row]], Iterator[Transaction]]


def mended(workspace: Workspace, group: Group, rows: Iterable[Row]) -> "Change":
    """Rows of a group made as most are."""
    known = consistency.Project(workspace.label_set, tuple(queries.entities(workspace.require().database)))
    model = state_of(workspace, group.place[0]) if group.rule == "twins" else None

    def work(context: EditContext, state: LayerState, rows: list[Row]) -> Iterator[Transaction]:
        return consistency.mend(context, state, group, rows, known, model)

    return Change(workspace, _STEPS[group.rule], list(rows), work)


def dismissed(workspace: Workspace, group: Group, rows: Iterable[Row], reason: str) -> "Change":
    """Rows of a group let stand, for a reason."""

    def work(context: EditContext, state: LayerState, rows: list[Row]) -> Iterator[Transaction]:
        return consistency.dismiss(context, state, group, rows, reason)

    return Change(workspace, "dismiss", list(rows), work)


def taken_back(workspace: Workspace, rows: Iterable[Row]) -> "Change":
    """Rows that were let stand, shown again."""
    return Change(workspace, "undismiss", list(rows), consistency.undismiss)


def state_of(workspace: Workspace, document_id: int) -> LayerState | None:
    """The reviewer's layer of a document as it is now, or a new one; ``None`` if the document is gone.

    Raises:
        UserError: its text is damaged.
    """
    project, reviewer = workspace.require(), workspace.reviewer
    document = queries.document(project.database, document_id)
    if document is None or reviewer is None:
        return None
    database = project.database
    found = queries.layer(database, document_id, reviewer.id)
    return LayerState(
        document_id,
        queries.text(database, document.text_sha256),
        found or new_layer(project.context(reviewer.id), document),
        {item.id: item for item in queries.annotations(database, found.id)} if found else {},
        {item.id: item for item in queries.relations(database, found.id)} if found else {},
    )


class Change(Sliced):
    """A change of layers under way: one undo step, all of it or nothing."""

    def __init__(self, workspace: Workspace, step: str, rows: list[Row], work: Work) -> None:
        super().__init__(workspace, workspace)
        self._step = step
        self._work = work
        self._parts = list(by_document(rows).items())
        self._made = 0

    def start(self, subject: str) -> None:
        """Begin. What is one change of one article has been made when this returns.

        Raises:
            UserError: nothing may be changed now, or as ``Project.apply``.
        """
        if not self._workspace.writable:
            raise UserError("This project cannot be changed now.")
        if len(self._parts) == 1:
            only = list(self._transactions(0))
            if len(only) < _SEVERAL:
                self._make(only)
                return
        self.begin(self._step, subject)

    def total(self) -> int:
        """How many articles there are."""
        return len(self._parts)

    def do(self, number: int) -> None:
        """Change one article."""
        for transaction in self._transactions(number):
            self._project.apply(transaction)
            self._made += 1

    def has_changes(self) -> bool:
        """Whether any article was changed."""
        return self._made > 0

    def outcome(self) -> int:
        """How many changes were made."""
        return self._made

    def _make(self, only: list[Transaction]) -> None:
        for transaction in only:
            self._project.apply(transaction)
        self.succeeded.emit(len(only))
        self.ended.emit(self)
        self.deleteLater()

    def _transactions(self, number: int) -> Iterator[Transaction]:
        document_id, rows = self._parts[number]
        state = state_of(self._workspace, document_id)
        if state is not None:
            yield from self._work(self._project.context(self._reviewer_id), state, rows)
