"""What a person means, as a :class:`Transaction`.

Each function takes the records as they are and returns the change; nothing happens until
``Project.apply`` gets it. Spans are snapped outward to grapheme clusters: no annotation cuts one.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.errors import UserError
from annotator.core.records import (
    Annotation,
    Direction,
    Document,
    Label,
    Layer,
    Origin,
    Relation,
    RelationType,
    Reviewer,
    Span,
    Status,
    Value,
)
from annotator.core.schema import LabelSet
from annotator.text.graphemes import snap, trim

NAMES = (
    "create",
    "import",
    "tag",
    "retag",
    "untag",
    "move boundary",
    "set note",
    "set attributes",
    "set status",
    "set direction",
    "relate",
    "unrelate",
    "add reviewer",
    "remove document",
)
"""Every name a transaction may have."""

_SUBJECT_LENGTH = 60


def new_layer(context: EditContext, document: Document) -> Layer:
    """The still unwritten layer of the context's reviewer on a document; the first edit writes it."""
    return Layer(id=context.new_id(), document_id=document.id, reviewer_id=context.reviewer_id)


def tag(
    context: EditContext,
    layer: Layer,
    text: str,
    span: Span,
    label: Label,
    scheme_version: int,
    origin: Origin = "manual",
) -> Transaction:
    """Put a label on a span.

    Raises:
        UserError: the span lies outside the text, or holds nothing but spaces.
    """
    span = settle(text, span)
    annotation = Annotation(
        id=context.new_id(),
        uuid=context.new_uuid(),
        layer_id=layer.id,
        label_id=label.id,
        start=span.start,
        end=span.end,
        quote=span.quote(text),
        reviewer_id=context.reviewer_id,
        origin=origin,
        scheme_version=scheme_version,
    )
    return _edit(context, layer, "tag", [Change(None, annotation)], f"{label.name}: {annotation.quote}")


def retag(
    context: EditContext,
    layer: Layer,
    annotation: Annotation,
    label: Label,
    label_set: LabelSet,
    relations: Iterable[Relation],
    annotations: dict[int, Annotation],
) -> Transaction:
    """Give an annotation another label.

    What the new label has no place for goes with the old one: attributes it does not define, an entity of
    the old label, relations that may not link it. ``annotations`` are those of the layer, by id.
    """
    defined = {attribute.name: attribute for attribute in label_set.attributes_of(label.id)}
    kept = {
        name: value
        for name, value in annotation.attributes.items()
        if name in defined and label_set.value_problem(defined[name], value) is None
    }
    changed = replace(
        annotation,
        label_id=label.id,
        attributes=kept,
        entity_id=annotation.entity_id if label.id == annotation.label_id else None,
        scheme_version=label_set.scheme.version,
    )
    dropped = [
        Change(link, None)
        for link in attached(annotation, relations)
        if not label_set.keeps(link, changed, annotations)
    ]
    changes = [*dropped, Change(annotation, changed)]
    return _edit(context, layer, "retag", changes, f"{label.name}: {annotation.quote}")


def untag(
    context: EditContext, layer: Layer, annotations: Sequence[Annotation], relations: Iterable[Relation]
) -> Transaction:
    """Remove annotations, and the relations of the layer that touch them."""
    removed = {annotation.id for annotation in annotations}
    links = [link for link in relations if link.source_id in removed or link.target_id in removed]
    changes = [*(Change(link, None) for link in links), *(Change(item, None) for item in annotations)]
    subject = annotations[0].quote if len(annotations) == 1 else str(len(annotations))
    return _edit(context, layer, "untag", changes, subject)


def move_boundary(
    context: EditContext, layer: Layer, text: str, annotation: Annotation, span: Span
) -> Transaction:
    """Let an annotation cover another span.

    Raises:
        UserError: the span lies outside the text, or holds nothing but spaces.
    """
    span = settle(text, span)
    moved = replace(annotation, start=span.start, end=span.end, quote=span.quote(text))
    return _edit(context, layer, "move boundary", [Change(annotation, moved)], moved.quote)


def set_note(context: EditContext, layer: Layer, annotation: Annotation, note: str) -> Transaction:
    """Write a note on an annotation."""
    change = Change(annotation, replace(annotation, note=note))
    return _edit(context, layer, "set note", [change], annotation.quote)


def set_attributes(
    context: EditContext, layer: Layer, annotation: Annotation, values: dict[str, Value], label_set: LabelSet
) -> Transaction:
    """Give an annotation exactly these attribute values.

    Raises:
        UserError: the label does not define one of them, or it may not hold that value.
    """
    defined = {attribute.name: attribute for attribute in label_set.attributes_of(annotation.label_id)}
    for name, value in values.items():
        if name not in defined:
            raise UserError("The label has no attribute “{name}”.", name=name)
        problem = label_set.value_problem(defined[name], value)
        if problem:
            raise UserError(problem)
    change = Change(annotation, replace(annotation, attributes=dict(values)))
    return _edit(context, layer, "set attributes", [change], annotation.quote)


def relate(
    context: EditContext,
    layer: Layer,
    kind: RelationType,
    source: Annotation,
    target: Annotation,
    label_set: LabelSet,
) -> Transaction:
    """Link two annotations.

    Raises:
        UserError: the label set does not allow this link, or an annotation would link to itself.
    """
    if source.id == target.id:
        raise UserError("An annotation cannot be linked to itself.")
    if not label_set.may_relate(kind, source.label_id, target.label_id):
        names = label_set.label_by_id
        raise UserError(
            "The label set does not let {kind} link {source} to {target}.",
            kind=kind.name,
            source=names[source.label_id].name,
            target=names[target.label_id].name,
        )
    link = Relation(
        id=context.new_id(),
        uuid=context.new_uuid(),
        layer_id=layer.id,
        type_id=kind.id,
        source_id=source.id,
        target_id=target.id,
    )
    return _edit(
        context, layer, "relate", [Change(None, link)], f"{kind.name}: {source.quote} ← {target.quote}"
    )


def unrelate(context: EditContext, layer: Layer, relation: Relation) -> Transaction:
    """Remove a link."""
    return _edit(context, layer, "unrelate", [Change(relation, None)], "")


def set_status(context: EditContext, layer: Layer, status: Status, name: str) -> Transaction:
    """Say how far a layer is; ``name`` is the document's."""
    return _edit(context, layer, "set status", [], f"{name}: {status}", status)


def set_direction(context: EditContext, document: Document, direction: Direction) -> Transaction:
    """Say in which base direction a document is read."""
    change = Change(document, replace(document, direction=direction))
    return Transaction("set direction", (change,), context.reviewer_id, context.at, document.name)


def add_reviewer(context: EditContext, name: str, reviewers: Iterable[Reviewer]) -> Transaction:
    """Add a person to the project.

    Raises:
        UserError: the name is empty or taken.
    """
    name = name.strip()
    if not name:
        raise UserError("A reviewer needs a name; type one.")
    if any(reviewer.name == name for reviewer in reviewers):
        raise UserError("There is already a reviewer named “{name}”; choose another name.", name=name)
    reviewer = Reviewer(id=context.new_id(), uuid=context.new_uuid(), name=name)
    return Transaction("add reviewer", (Change(None, reviewer),), context.reviewer_id, context.at, name)


def attached(annotation: Annotation, relations: Iterable[Relation]) -> list[Relation]:
    """The relations that start from or lead to an annotation."""
    return [link for link in relations if annotation.id in (link.source_id, link.target_id)]


def settle(text: str, span: Span) -> Span:
    """The span as it may stand: inside the text, snapped outward to whole grapheme clusters.

    Raises:
        UserError: it lies outside the text, or holds nothing but spaces.
    """
    if not 0 <= span.start <= span.end <= len(text):
        raise UserError(
            "The span {start}–{end} lies outside the text of {length} characters.",
            start=span.start,
            end=span.end,
            length=len(text),
        )
    start, end = snap(text, span.start, span.end)
    inner = trim(text, start, end)
    if inner[0] == inner[1]:
        raise UserError("There is nothing but spaces there; select some text first.")
    return Span(start, end)


def _edit(
    context: EditContext,
    layer: Layer,
    name: str,
    changes: list[Change],
    subject: str,
    status: Status | None = None,
) -> Transaction:
    """A transaction on a layer, which notes the time and is started, if it was new, by any edit."""
    if status is None:
        status = "started" if layer.status == "new" else layer.status
    touched = replace(layer, updated=context.at, status=status)
    written = Change(layer if layer.updated else None, touched)
    return Transaction(name, (written, *changes), context.reviewer_id, context.at, _shorten(subject))


def _shorten(subject: str) -> str:
    line = " ".join(subject.split())
    return line if len(line) <= _SUBJECT_LENGTH else line[: _SUBJECT_LENGTH - 1] + "…"
