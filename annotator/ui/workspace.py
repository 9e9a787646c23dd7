"""What the window works on: the project, the reviewer, the open document, what is selected in it.

Every edit goes through here to :meth:`Project.apply`; what comes back as an event is passed on as
:attr:`Workspace.changed`. No widget updates itself directly.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from annotator.core import edits
from annotator.core.change import EditContext, Transaction
from annotator.core.errors import UserError
from annotator.core.records import (
    Annotation,
    Direction,
    Document,
    Entity,
    Label,
    Reviewer,
    Scheme,
    Span,
    Status,
    Value,
)
from annotator.core.schema import LabelSet
from annotator.store import comparing, queries
from annotator.store.project import Bulk, Event, Project, Step
from annotator.ui import phrases
from annotator.ui.filling import Filling
from annotator.ui.opened import OpenDocument, touched

if TYPE_CHECKING:
    from annotator.core.suggestions import Suggestion


class Workspace(QObject):
    """The state of the window, and the edits a person can make in it."""

    project_changed = Signal(object)
    """The project that is now open, or ``None``."""
    reviewer_changed = Signal(object)
    """The reviewer whose layers are shown."""
    document_changed = Signal(object)
    """The :class:`OpenDocument` that is now shown, or ``None``."""
    changed = Signal(object)
    """A ``Transaction`` or ``Bulk`` that is on disk."""
    label_set_changed = Signal()
    """The labels, or what else the label set defines, are others now; told before :attr:`changed` is."""
    picked = Signal(object)
    """The row id of the selected annotation, or ``None``."""
    selection_changed = Signal(object)
    """The selected span of text, or ``None``."""
    revealed = Signal(object)
    """A span to bring into view."""
    busy_changed = Signal(object)
    """Whether an import is being written."""
    refused = Signal(object)
    """A UserError raised by an edit that no action began, such as one made in a form."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.reviewer: Reviewer | None = None
        self.opened: OpenDocument | None = None
        self.annotation_id: int | None = None
        self.selection: Span | None = None
        self.busy = False
        """Whether a long step is being written: nothing else may be changed until it is in."""
        self.busy_with = ""
        """The name of that step."""
        self.filling = Filling()
        """What figures are filled in with as they are made."""
        self.offered: list[Suggestion] = []
        """The suggestions that are shown in the open article, by place."""
        self._unsubscribe: Any = None
        self._entities: dict[int, Entity] | None = None

    # ---- what there is -------------------------------------------------------------------------

    @property
    def label_set(self) -> LabelSet:
        """The label set of the open project."""
        return self.require().label_set

    @property
    def labels(self) -> list[Label]:
        """The labels that can be given, in order; none without a project."""
        if self.project is None:
            return []
        return [label for label in self.project.label_set.labels if not label.retired]

    @property
    def annotation(self) -> Annotation | None:
        """The selected annotation."""
        if self.opened is None or self.annotation_id is None:
            return None
        return self.opened.annotations.get(self.annotation_id)

    @property
    def editable(self) -> bool:
        """Whether the open document can be worked on."""
        return self.writable and self.opened is not None

    @property
    def writable(self) -> bool:
        """Whether the open project can be changed."""
        return self.project is not None and not self.project.read_only and not self.busy

    def require(self) -> Project:
        """The open project.

        Raises:
            UserError: there is none.
        """
        if self.project is None:
            raise UserError("No project is open; open one first.")
        return self.project

    def entity(self, entity_id: int | None) -> Entity | None:
        """The entity with a row id."""
        return None if entity_id is None else self.entities.get(entity_id)

    @property
    def entities(self) -> dict[int, Entity]:
        """All entities of the open project by row id, in the order of their names."""
        if self.project is None:
            return {}
        if self._entities is None:
            self._entities = {item.id: item for item in queries.entities(self.project.database)}
        return self._entities

    def reviewers(self) -> list[Reviewer]:
        """Everyone in the project, in the order they joined."""
        return queries.reviewers(self.require().database)

    def undoable(self) -> Step | None:
        """The step undo would take back."""
        if self.project is None or self.reviewer is None or not self.writable:
            return None
        return self.project.undoable(self.reviewer.id)

    def redoable(self) -> Step | None:
        """The step redo would bring back."""
        if self.project is None or self.reviewer is None or not self.writable:
            return None
        return self.project.redoable(self.reviewer.id)

    # ---- what is open --------------------------------------------------------------------------

    def adopt(self, project: Project, reviewer: Reviewer | None = None) -> None:
        """Work on a project from now on; without a reviewer, as the one who joined first."""
        self.close_project()
        self.project = project
        self._unsubscribe = project.subscribe(self._on_event)
        people = queries.reviewers(project.database)
        self.reviewer = reviewer or (people[0] if people else None)
        self.project_changed.emit(project)
        self.reviewer_changed.emit(self.reviewer)

    def close_project(self) -> None:
        """Let go of the project; everything is on disk already."""
        if self.project is None:
            return
        project, self.project = self.project, None
        self._unsubscribe()
        self._show(None)
        self.reviewer = None
        self._entities = None
        self.project_changed.emit(None)
        project.close()

    def be(self, reviewer: Reviewer) -> None:
        """Show and write another reviewer's layers."""
        if self.reviewer is not None and reviewer.id == self.reviewer.id:
            return
        self.select(None)  # first: what is being typed is the other reviewer's
        self.reviewer = reviewer
        self.reviewer_changed.emit(reviewer)
        if self.opened is not None:
            self._reopen()

    def open_document(self, document_id: int, reveal: Span | None = None) -> None:
        """Show a document.

        Raises:
            UserError: its text is damaged.
        """
        if self.opened is None or self.opened.document.id != document_id:
            document = queries.document(self.require().database, document_id)
            self._show(self._read(document) if document is not None else None)
        if reveal is not None:
            self.revealed.emit(reveal)

    def select(self, annotation_id: int | None, *, reveal: bool = False) -> None:
        """Select an annotation, or none."""
        if annotation_id != self.annotation_id:
            self.annotation_id = annotation_id
            self.picked.emit(annotation_id)
        annotation = self.annotation
        if reveal and annotation is not None:
            self.revealed.emit(annotation.span)

    def set_busy(self, busy: bool, name: str = "import") -> None:  # noqa: FBT001  # a setter
        """Note that a long step is being written, by name, or that it has ended."""
        self.busy = busy
        self.busy_with = name
        self.busy_changed.emit(busy)

    def set_selection(self, span: Span | None) -> None:
        """Note which text is selected."""
        if span != self.selection:
            self.selection = span
            self.selection_changed.emit(span)

    # ---- edits ---------------------------------------------------------------------------------

    def perform(self, build: Callable[[EditContext, OpenDocument], Transaction]) -> Transaction:
        """Make an edit of the open article: ``build`` says what, from its records as they are.

        Raises:
            UserError: no article is open, the edit may not be made, or as ``Project.apply``.
        """
        opened, context = self._at_work()
        transaction = build(context, opened)
        self._apply(transaction)
        return transaction

    def perform_in_project(self, build: Callable[[EditContext], Transaction]) -> Transaction:
        """Make an edit that concerns no one article, as of the list of entities.

        Raises:
            UserError: no project is open, the edit may not be made, or as ``Project.apply``.
        """
        project = self._idle()
        if self.reviewer is None:
            raise UserError("No project is open; open one first.")
        transaction = build(project.context(self.reviewer.id))
        self._apply(transaction)
        return transaction

    def tag(self, span: Span, label: Label) -> None:
        """Put a label on a span; the new annotation stays selected.

        Raises:
            UserError: as ``edits.tag`` and ``Project.apply``; so do all the edits below.
        """
        opened, context = self._at_work()
        version = self.label_set.scheme.version
        values = self.filling.begun(opened.text, span, label, self.label_set)
        transaction = edits.tag(context, opened.layer, opened.text, span, label, version, attributes=values)
        self._apply(transaction)
        self.select(next(after.id for _, after in transaction.of(Annotation) if after is not None))

    def retag(self, label: Label) -> None:
        """Give the selected annotation another label."""
        opened, context = self._at_work()
        annotation = self.annotation
        if annotation is None or annotation.label_id == label.id:
            return
        links, all_, labels = opened.relations.values(), opened.annotations, self.label_set
        values = self.filling.begun(opened.text, annotation.span, label, labels)
        self._apply(
            edits.retag(context, opened.layer, annotation, label, labels, links, all_, attributes=values)
        )

    def untag(self, annotations: Iterable[Annotation]) -> None:
        """Remove annotations."""
        opened, context = self._at_work()
        links, comments = opened.relations.values(), opened.comments.values()
        gone = list(annotations)
        compared = comparing.comparisons_of(self.require().database, [item.id for item in gone])
        self._apply(edits.untag(context, opened.layer, gone, links, comments, compared))

    def move_boundary(self, annotation_id: int, span: Span) -> None:
        """Let an annotation cover another span."""
        opened, context = self._at_work()
        annotation = opened.annotations[annotation_id]
        if annotation.span == span:
            return
        text = opened.text
        values = self.filling.moved(text, annotation, span, self.label_set)
        self._apply(edits.move_boundary(context, opened.layer, text, annotation, span, attributes=values))

    def set_note(self, annotation_id: int, note: str) -> None:
        """Write a note on an annotation."""
        opened, context = self._at_work()
        annotation = opened.annotations.get(annotation_id)
        if annotation is not None and annotation.note != note:
            self._apply(edits.set_note(context, opened.layer, annotation, note))

    def set_attribute(self, annotation_id: int, name: str, value: Value | None) -> None:
        """Give an annotation a value, or with ``None`` take it away."""
        opened, context = self._at_work()
        annotation = opened.annotations.get(annotation_id)
        if annotation is None or annotation.attributes.get(name) == value:
            return
        values = {key: kept for key, kept in annotation.attributes.items() if key != name}
        if value is not None:
            values[name] = value
        self._apply(edits.set_attributes(context, opened.layer, annotation, values, self.label_set))

    def set_status(self, status: Status) -> None:
        """Say how far the open document is."""
        opened, context = self._at_work()
        if opened.layer.status != status:
            self._apply(edits.set_status(context, opened.layer, status, phrases.shortened(opened.title, 70)))

    def set_direction(self, direction: Direction) -> None:
        """Say in which base direction the open document is read."""
        opened, context = self._at_work()
        if opened.document.direction != direction:
            self._apply(edits.set_direction(context, opened.document, direction))

    def add_reviewer(self, name: str) -> None:
        """Add a person to the project, and be them from now on."""
        project = self._idle()
        writer = self.reviewer.id if self.reviewer is not None else 0
        transaction = edits.add_reviewer(project.context(writer), name, self.reviewers())
        project.apply(transaction)
        self.be(next(after for _, after in transaction.of(Reviewer) if after is not None))

    def undo(self) -> None:
        """Take back the reviewer's last step, wherever it was."""
        if self.reviewer is not None:
            self.jump(self._idle().undo(self.reviewer.id))

    def redo(self) -> None:
        """Bring back the reviewer's last undone step."""
        if self.reviewer is not None:
            self.jump(self._idle().redo(self.reviewer.id))

    def jump(self, event: Event | None) -> None:
        """Show where a change took place, if it was one place."""
        if not isinstance(event, Transaction):
            return
        document_id, annotation_id, span = touched(event)
        database = self.require().database
        if document_id is None or queries.document(database, document_id) is None:
            return
        self.open_document(document_id, reveal=span)
        self.select(annotation_id)

    # ---- inside --------------------------------------------------------------------------------

    def _idle(self) -> Project:
        """The open project, if no import is being written: an edit would become a part of its step."""
        if self.busy:
            raise phrases.still_running(self.busy_with)
        return self.require()

    def _at_work(self) -> tuple[OpenDocument, EditContext]:
        project = self._idle()
        if self.opened is None or self.reviewer is None:
            raise UserError("No article is open; choose one first.")
        return self.opened, project.context(self.reviewer.id)

    def _apply(self, transaction: Transaction) -> None:
        self.require().apply(transaction)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, Bulk):
            self._entities = None
            self.label_set_changed.emit()
            self._reopen()  # first: what was shown may have labels that are gone
            self.changed.emit(event)
            return
        if any(True for _ in event.of(Entity)):
            self._entities = None
        if self.opened is not None:
            self.opened.take_in(event)
        if any(True for _ in event.of(Scheme)):  # every edit of the label set raises its version
            self.label_set_changed.emit()
        self.changed.emit(event)
        if self.annotation_id is not None and self.annotation is None:
            self.select(None)

    def _read(self, document: Document) -> OpenDocument | None:
        if self.project is None or self.reviewer is None:
            return None
        return OpenDocument(self.project, document, self.reviewer)

    def _show(self, opened: OpenDocument | None) -> None:
        self.select(None)
        self.set_selection(None)
        self.opened = opened
        self.document_changed.emit(opened)

    def _reopen(self) -> None:
        """Read the open document again, as another reviewer or after much has changed."""
        if self.opened is None:
            return
        self.select(None)  # first: what is being typed is kept, and read again with the rest
        document = queries.document(self.require().database, self.opened.document.id)
        self._show(self._read(document) if document is not None else None)
