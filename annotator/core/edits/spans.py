"""Annotations: making them, moving them, giving them other labels, removing them."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.edits.common import attached, layer_edit, settle
from annotator.core.edits.entities import check_label
from annotator.core.records import (
    Annotation,
    AnyRecord,
    Comment,
    Comparison,
    Entity,
    Label,
    Layer,
    Origin,
    Relation,
    Span,
    Value,
)
from annotator.core.schema import LabelSet


def tag(
    context: EditContext,
    layer: Layer,
    text: str,
    span: Span,
    label: Label,
    scheme_version: int,
    origin: Origin = "manual",
    *,
    attributes: Mapping[str, Value] | None = None,
    entity: Entity | None = None,
) -> Transaction:
    """Put a label on a span.

    ``attributes`` fill it in beforehand; they must be such as ``LabelSet.fitting`` gives.

    Raises:
        UserError: the span lies outside the text or holds only spaces, or the entity is of another label.
    """
    annotation = new_annotation(
        context, layer, text, span, label, scheme_version, origin, attributes=attributes, entity=entity
    )
    return layer_edit(context, layer, "tag", [Change(None, annotation)], f"{label.name}: {annotation.quote}")


def new_annotation(
    context: EditContext,
    layer: Layer,
    text: str,
    span: Span,
    label: Label,
    scheme_version: int,
    origin: Origin,
    *,
    attributes: Mapping[str, Value] | None = None,
    entity: Entity | None = None,
) -> Annotation:
    """The annotation that :func:`tag` makes; the same arguments, the same refusals."""
    span = settle(text, span)
    if entity is not None:
        check_label(entity, label.id)
    return Annotation(
        id=context.new_id(),
        uuid=context.new_uuid(),
        layer_id=layer.id,
        label_id=label.id,
        start=span.start,
        end=span.end,
        quote=span.quote(text),
        attributes=dict(attributes or {}),
        entity_id=None if entity is None else entity.id,
        reviewer_id=context.reviewer_id,
        origin=origin,
        scheme_version=scheme_version,
    )


def retag(
    context: EditContext,
    layer: Layer,
    annotation: Annotation,
    label: Label,
    label_set: LabelSet,
    relations: Iterable[Relation],
    annotations: dict[int, Annotation],
    entity: Entity | None = None,
    *,
    attributes: Mapping[str, Value] | None = None,
) -> Transaction:
    """Give an annotation another label.

    What the new label has no place for goes with the old one: attributes it does not define, relations that
    may not link it, and its entity, unless ``entity`` is that one and of the new label. ``annotations`` are
    those of the layer, by id. ``attributes`` fill in beforehand what is left empty; they must be such as
    ``LabelSet.fitting`` gives.
    """
    keeps_entity = label.id == annotation.label_id or (
        entity is not None and entity.id == annotation.entity_id and entity.label_id == label.id
    )
    changed = replace(
        annotation,
        label_id=label.id,
        attributes={**(attributes or {}), **label_set.fitting(label.id, annotation.attributes)},
        entity_id=annotation.entity_id if keeps_entity else None,
        scheme_version=label_set.scheme.version,
    )
    dropped = [
        Change(link, None)
        for link in attached(annotation, relations)
        if not label_set.keeps(link, changed, annotations)
    ]
    changes = [*dropped, Change(annotation, changed)]
    return layer_edit(context, layer, "retag", changes, f"{label.name}: {annotation.quote}")


def untag(
    context: EditContext,
    layer: Layer,
    annotations: Sequence[Annotation],
    relations: Iterable[Relation],
    comments: Iterable[Comment] = (),
    comparisons: Iterable[Comparison] = (),
) -> Transaction:
    """Remove annotations, the relations of the layer that touch them, the comments on them, and comparisons.

    ``comments`` are those of the document, ``comparisons`` those on these annotations at least; one that
    stays behind would keep its annotation from going.
    """
    removed = {annotation.id for annotation in annotations}
    links = [link for link in relations if link.source_id in removed or link.target_id in removed]
    remarks = [comment for comment in comments if comment.annotation_id in removed]
    compared = [item for item in comparisons if removed.intersection(item.pair)]
    gone: list[AnyRecord] = [*links, *remarks, *compared, *annotations]
    changes = [Change(record, None) for record in gone]
    subject = annotations[0].quote if len(annotations) == 1 else str(len(annotations))
    return layer_edit(context, layer, "untag", changes, subject)


def move_boundary(
    context: EditContext,
    layer: Layer,
    text: str,
    annotation: Annotation,
    span: Span,
    *,
    attributes: Mapping[str, Value] | None = None,
) -> Transaction:
    """Let an annotation cover another span.

    ``attributes`` are exactly those it has then, where the new words give others; they must be such as
    ``LabelSet.fitting`` gives.

    Raises:
        UserError: the span lies outside the text, or holds nothing but spaces.
    """
    span = settle(text, span)
    values = annotation.attributes if attributes is None else dict(attributes)
    quote = span.quote(text)
    moved = replace(annotation, start=span.start, end=span.end, quote=quote, attributes=values)
    return layer_edit(context, layer, "move boundary", [Change(annotation, moved)], moved.quote)
