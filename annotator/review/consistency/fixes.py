"""What a person means by mending findings, or by letting them stand, as transactions on one layer."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct

from annotator.core import edits
from annotator.core.change import EditContext, Transaction
from annotator.core.edits.suggestions import accept_suggestions
from annotator.core.errors import Phrase
from annotator.core.lint import Finding
from annotator.core.records import Annotation, Entity, Layer, Relation, Span
from annotator.core.schema import LabelSet
from annotator.core.suggestions import Suggestion
from annotator.review.consistency.facts import Frame
from annotator.review.consistency.forms import Words, form_of
from annotator.review.consistency.rules import RULES, Group, Row

R = TypeVar("R", Annotation, Relation)

MENDED = frozenset(("labels", "boundaries", "unmarked", "twins"))
"""The rules whose findings can be mended without asking anything."""

_DISMISSED_AS = {rule.name: rule.dismissed_as for rule in RULES}
_REASON = Phrase("It is marked so elsewhere.")


class LayerState(Struct):
    """A layer of one document, as it is, and then as each transaction leaves it."""

    document_id: int
    text: str
    layer: Layer
    annotations: dict[int, Annotation]
    relations: dict[int, Relation]

    def take(self, transaction: Transaction) -> None:
        """Follow a transaction on this layer."""
        for _, layer in transaction.of(Layer):
            self.layer = layer or self.layer
        for before, after in transaction.of(Annotation):
            _follow(self.annotations, before, after)
        for link_before, link_after in transaction.of(Relation):
            _follow(self.relations, link_before, link_after)


class Project(Struct, frozen=True):
    """What of a project mending needs besides the layer."""

    label_set: LabelSet
    entities: tuple[Entity, ...] = ()


def mend(
    context: EditContext,
    state: LayerState,
    group: Group,
    rows: Iterable[Row],
    project: Project,
    model: LayerState | None = None,
) -> Iterator[Transaction]:
    """Make rows of a group as most are; each transaction is made on what those before it left.

    What has changed since it was found is passed over. ``model`` is the layer in which the sentence stands
    whose annotations its twins are to have.

    Raises:
        UserError: as ``edits.retag``, ``edits.move_boundary`` and ``accept_suggestions``.
    """
    if group.rule == "labels":
        made = (_relabelled(context, state, row, group, project) for row in rows)
    elif group.rule == "boundaries":
        made = (_moved(context, state, row) for row in rows)
    else:
        wanted = [*_wanted(state, group, rows, model)]
        made = (_marked(context, state, wanted, project) for _ in range(bool(wanted)))
    for transaction in made:
        if transaction is not None and transaction.changes:
            state.take(transaction)
            yield transaction


def dismiss(
    context: EditContext, state: LayerState, group: Group, rows: Iterable[Row], reason: str
) -> Iterator[Transaction]:
    """Let rows of a group stand, for a reason.

    Raises:
        UserError: no reason is given.
    """
    for row in rows:
        if row.dismissal is None:
            transaction = edits.dismiss(context, state.layer, finding_of(group, row), reason)
            state.take(transaction)
            yield transaction


def undismiss(context: EditContext, state: LayerState, rows: Iterable[Row]) -> Iterator[Transaction]:
    """Have rows that were let stand shown again."""
    for row in rows:
        if row.dismissal is not None:
            transaction = edits.undismiss(context, state.layer, row.dismissal)
            state.take(transaction)
            yield transaction


def finding_of(group: Group, row: Row) -> Finding:
    """A row as the finding of lint it is, or would be."""
    rule, span = _DISMISSED_AS[group.rule], Span(row.start, row.end)
    return Finding(rule, group.severity, row.annotation_id or None, span, row.subject, {}, row.dismissal)


def _relabelled(
    context: EditContext, state: LayerState, row: Row, group: Group, project: Project
) -> Transaction | None:
    annotation = state.annotations.get(row.annotation_id)
    if annotation is None or annotation.label_id != row.label_id:
        return None
    label = project.label_set.label_by_id[group.label_id]
    links = state.relations.values()
    return edits.retag(context, state.layer, annotation, label, project.label_set, links, state.annotations)


def _moved(context: EditContext, state: LayerState, row: Row) -> Transaction | None:
    annotation = state.annotations.get(row.annotation_id)
    if annotation is None or annotation.label_id != row.label_id or row.target is None:
        return None
    span = Span(*row.target)
    if any(item.span == span and item.label_id == row.label_id for item in state.annotations.values()):
        return None
    return edits.move_boundary(context, state.layer, state.text, annotation, span)


def _marked(
    context: EditContext, state: LayerState, wanted: list[Suggestion], project: Project
) -> Transaction | None:
    there = state.annotations.values()
    return accept_suggestions(
        context, state.layer, state.text, wanted, project.label_set, there, project.entities
    )


def _wanted(
    state: LayerState, group: Group, rows: Iterable[Row], model: LayerState | None
) -> Iterator[Suggestion]:
    for row in rows:
        if group.rule == "unmarked":
            span = Span(row.start, row.end)
            yield _suggestion(state, group.label_id, span, group.entity_id or None)
        elif model is not None:
            yield from _copies(state, row, model, Span(*group.place[1:]))


def _suggestion(
    state: LayerState, label_id: int, span: Span, entity_id: int | None, like: Annotation | None = None
) -> Suggestion:
    return Suggestion(
        kind="mention",
        document_id=state.document_id,
        label_id=label_id,
        span=span,
        quote=span.quote(state.text),
        attributes={} if like is None else like.attributes,
        entity_id=entity_id,
        confidence=1.0,
        reason=_REASON,
    )


def _copies(state: LayerState, row: Row, model: LayerState, place: Span) -> Iterator[Suggestion]:
    """The annotations of the model sentence that its twin has not, where the twin has none instead."""
    here = Frame(Words(state.text), row.start, row.end)
    there = Frame(Words(model.text), place.start, place.end)
    if here.key() != there.key():
        return
    taken = {item.span for item in state.annotations.values()}
    held = [item for item in model.annotations.values() if place.contains(item.span) and form_of(item.quote)]
    for item in sorted(held, key=lambda item: (item.start, -item.end, item.id)):
        span = Span(*here.span_of(there.place_of(item.start, item.end)))
        if span not in taken:
            yield _suggestion(state, item.label_id, span, item.entity_id, item)


def _follow(records: dict[int, R], before: R | None, after: R | None) -> None:
    if after is not None:
        records[after.id] = after
    elif before is not None:
        records.pop(before.id, None)


def by_document(rows: Iterable[Row]) -> Mapping[int, list[Row]]:
    """Rows by the document they are in."""
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row.document_id, []).append(row)
    return found
