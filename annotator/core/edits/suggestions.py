"""What a machine proposes, made so by a person: proposals for one annotation, suggestions of new ones."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.conventions import (
    ATTRIBUTED_TO,
    ATTRIBUTION,
    BY_ACTOR,
    BY_OUTLET,
    MAXIMUM,
    MINIMUM,
    NUMBERS,
    OPERATOR,
    RANGE,
    RELAYED_BY,
    VAGUE,
    VALUE,
)
from annotator.core.edits.common import layer_edit
from annotator.core.edits.entities import check_label, new_entity
from annotator.core.edits.relations import new_link, source_changes
from annotator.core.edits.spans import new_annotation
from annotator.core.errors import UserError
from annotator.core.records import (
    Annotation,
    Dismissal,
    Entity,
    Label,
    Layer,
    Origin,
    Relation,
    Span,
    Value,
)
from annotator.core.schema import LabelSet
from annotator.core.spans import coincide, contains, overlap
from annotator.core.suggestions import Proposal, Suggestion, SuggestionKind

_ORIGINS: dict[SuggestionKind, Origin] = {
    "figure": "suggested",
    "mention": "propagated",
    "prediction": "suggested",
}
_NAMES: dict[SuggestionKind, str] = {
    "figure": "accept suggestion",
    "mention": "mark all",
    "prediction": "accept suggestion",
}
_REJECTED = "rejected"


def remaining(
    proposal: Proposal, annotation: Annotation, label_set: LabelSet, relations: Iterable[Relation]
) -> Proposal:
    """What of a proposal an annotation can still take: nothing in place of what it says already.

    ``relations`` are those of the layer. The reasons stay as they are.
    """
    relations = tuple(relations)
    free = annotation.entity_id is None and label_set.label_by_id[annotation.label_id].has_entities
    silent = _is_unattributed(annotation, label_set, relations)
    taggable = silent and any(not label.retired for label in _speakers_labels(annotation, label_set))
    return replace(
        proposal,
        attributes=_unsaid(annotation, proposal.attributes, label_set),
        entity_id=proposal.entity_id if free else None,
        entity_name=proposal.entity_name if free and proposal.entity_id is None else "",
        source_ids=proposal.source_ids if silent else (),
        speaker=proposal.speaker if taggable else None,
        relay_ids=_unsaid_relays(annotation, proposal.relay_ids, label_set, relations),
    )


def accept_proposal(
    context: EditContext,
    layer: Layer,
    text: str,
    annotation: Annotation,
    proposal: Proposal,
    label_set: LabelSet,
    annotations: Mapping[int, Annotation],
    relations: Iterable[Relation],
    entities: Iterable[Entity],
) -> Transaction:
    """Let an annotation say what is proposed, where it does not say something itself.

    ``annotations``, by id, and ``relations`` are those of the layer, ``entities`` all there are. A speaker
    that is not annotated yet is tagged as what a claim may be attributed to.

    Raises:
        UserError: nothing is left to accept, or what is proposed may not be any more.
    """
    relations = tuple(relations)
    proposal = remaining(proposal, annotation, label_set, relations)
    if proposal.is_empty:
        raise UserError("Nothing is proposed for this that it does not say already.")
    changed = replace(annotation, attributes={**annotation.attributes, **proposal.attributes})
    changes: list[Change] = []
    entity = _entity(context, annotation, proposal, label_set, tuple(entities), changes)
    if entity is not None:
        changed = replace(changed, entity_id=entity.id)
    sources = [annotations[source_id] for source_id in proposal.source_ids if source_id in annotations]
    if proposal.speaker is not None:
        sources.append(
            _speaker(context, layer, text, proposal.speaker, annotation, label_set, annotations, changes)
        )
    if sources:
        links, changed = source_changes(context, layer, changed, sources, label_set, relations)
        changes += links
    changes += _relay_changes(context, layer, annotation, proposal, sources, label_set, annotations)
    if changed != annotation:
        changes.append(Change(annotation, changed))
    if not changes:
        raise UserError("What was proposed is not there any more.")
    return layer_edit(context, layer, "accept proposal", changes, annotation.quote)


def accept_suggestions(
    context: EditContext,
    layer: Layer,
    text: str,
    suggestions: Sequence[Suggestion],
    label_set: LabelSet,
    annotations: Iterable[Annotation],
    entities: Iterable[Entity],
) -> Transaction:
    """Annotate what is suggested in one document, all in one step.

    What is marked meanwhile is left out, and so is what overlaps one that comes before it in
    ``suggestions``; with nothing left the transaction has no changes at all. ``annotations`` are those of the
    layer, ``entities`` all there are. An entity that is gone is not linked.

    Raises:
        UserError: a span lies outside the text, or an entity is of another label.
    """
    there = list(annotations)
    known = {entity.id: entity for entity in entities}
    made: list[Annotation] = []
    for suggestion in suggestions:
        label = label_set.label_by_id.get(suggestion.label_id)
        if label is None or is_marked(suggestion.label_id, suggestion.span, there):
            continue
        annotation = new_annotation(
            context,
            layer,
            text,
            suggestion.span,
            label,
            label_set.scheme.version,
            _ORIGINS[suggestion.kind],
            attributes=label_set.fitting(label.id, suggestion.attributes),
            entity=known.get(suggestion.entity_id or 0),
        )
        made.append(annotation)
        there.append(annotation)
    name = _NAMES[suggestions[0].kind] if suggestions else _NAMES["mention"]
    if not made:
        return Transaction(name, (), context.reviewer_id, context.at)
    subject = made[0].quote if len(made) == 1 else f"{made[0].quote} × {len(made)}"
    return layer_edit(context, layer, name, [Change(None, annotation) for annotation in made], subject)


def reject_suggestion(
    context: EditContext, layer: Layer, suggestion: Suggestion, dismissals: Iterable[Dismissal]
) -> Transaction:
    """Have a suggestion not made again in a layer. ``dismissals`` are those of the layer.

    Raises:
        UserError: it is rejected already.
    """
    if is_rejected(suggestion, rejected(dismissals)):
        raise UserError("This has been rejected already.")
    dismissal = Dismissal(
        id=context.new_id(),
        layer_id=layer.id,
        rule=suggestion.rule,
        subject=suggestion.subject,
        reason=_REJECTED,
        reviewer_id=context.reviewer_id,
        at=context.at,
    )
    return layer_edit(context, layer, "reject suggestion", [Change(None, dismissal)], suggestion.quote)


def rejected(dismissals: Iterable[Dismissal]) -> frozenset[tuple[str, str]]:
    """What is rejected among the dismissals of a layer, for :func:`is_rejected`."""
    return frozenset((item.rule, item.subject) for item in dismissals if item.rule.startswith("suggest:"))


def is_rejected(suggestion: Suggestion, known: Collection[tuple[str, str]]) -> bool:
    """Whether a suggestion is among those that were rejected."""
    return (suggestion.rule, suggestion.subject) in known


def is_marked(label_id: int, span: Span, annotations: Iterable[Annotation]) -> bool:
    """Whether annotations leave no room for one of a label on a span.

    One of the same label that it overlaps does, unless that is longer and holds it: a name may stand inside a
    longer one.
    """
    return any(
        other.label_id == label_id
        and overlap(span, other)
        and (coincide(span, other) or not contains(other, span))
        for other in annotations
    )


def _unsaid(annotation: Annotation, proposed: Mapping[str, Value], label_set: LabelSet) -> dict[str, Value]:
    """The proposed values an annotation has room for, none of which contradicts one that it has."""
    given = annotation.attributes
    fitting = label_set.fitting(annotation.label_id, proposed)
    bounds, single = {MINIMUM, MAXIMUM} & fitting.keys(), VALUE in fitting
    said_single = VALUE in given or given.get(OPERATOR, RANGE) not in (RANGE, VAGUE)
    said_bounds = MINIMUM in given or MAXIMUM in given or given.get(OPERATOR) in (RANGE, VAGUE)
    if (bounds and said_single) or (single and said_bounds):
        fitting = {name: value for name, value in fitting.items() if name not in (*NUMBERS, OPERATOR)}
    return {name: value for name, value in fitting.items() if name not in given}


def _is_unattributed(annotation: Annotation, label_set: LabelSet, relations: Iterable[Relation]) -> bool:
    """Whether nobody has said yet who said it."""
    kind = label_set.relation_type_by_name.get(ATTRIBUTED_TO)
    if kind is None or annotation.attributes.get(ATTRIBUTION, BY_ACTOR) != BY_ACTOR:
        return False
    return not any(link.source_id == annotation.id and link.type_id == kind.id for link in relations)


def _unsaid_relays(
    annotation: Annotation, relay_ids: tuple[int, ...], label_set: LabelSet, relations: Iterable[Relation]
) -> tuple[int, ...]:
    """Who may have passed it on, where nobody has said yet who did; not one who is said to have said it."""
    kind = label_set.relation_type_by_name.get(RELAYED_BY)
    own = [link for link in relations if link.source_id == annotation.id]
    if kind is None or annotation.attributes.get(ATTRIBUTION) == BY_OUTLET:
        return ()
    if any(link.type_id == kind.id for link in own):
        return ()
    linked = {link.target_id for link in own}
    return tuple(relay_id for relay_id in relay_ids if relay_id not in linked)


def _relay_changes(
    context: EditContext,
    layer: Layer,
    claim: Annotation,
    proposal: Proposal,
    sources: Sequence[Annotation],
    label_set: LabelSet,
    annotations: Mapping[int, Annotation],
) -> list[Change]:
    """Links to those who passed a claim on, as far as they are there and the label set allows it."""
    kind = label_set.relation_type_by_name.get(RELAYED_BY)
    said = {source.id for source in sources}
    relays = [annotations[row_id] for row_id in proposal.relay_ids if row_id in annotations.keys() - said]
    return [
        Change(None, new_link(context, layer, kind, claim, relay))
        for relay in relays
        if kind is not None and label_set.may_relate(kind, claim.label_id, relay.label_id)
    ]


def _entity(
    context: EditContext,
    annotation: Annotation,
    proposal: Proposal,
    label_set: LabelSet,
    entities: tuple[Entity, ...],
    changes: list[Change],
) -> Entity | None:
    if proposal.entity_id is not None:
        found = next((item for item in entities if item.id == proposal.entity_id), None)
        if found is None:
            raise UserError("The entity that was proposed is not there any more.")
        check_label(found, annotation.label_id)
        return found
    if not proposal.entity_name:
        return None
    made = new_entity(context, annotation.label_id, proposal.entity_name, label_set, entities)
    changes.append(Change(None, made))
    return made


def _speaker(
    context: EditContext,
    layer: Layer,
    text: str,
    span: Span,
    claim: Annotation,
    label_set: LabelSet,
    annotations: Mapping[int, Annotation],
    changes: list[Change],
) -> Annotation:
    """The annotation of the speaker's words: the one that is there, or one that is made."""
    labels = _speakers_labels(claim, label_set)
    known = {label.id for label in labels}
    there = (item for item in annotations.values() if item.span == span and item.label_id in known)
    found = next((item for item in there if item.id != claim.id), None)
    if found is not None:
        return found
    label = next(label for label in labels if not label.retired)
    made = new_annotation(context, layer, text, span, label, label_set.scheme.version, "suggested")
    changes.append(Change(None, made))
    return made


def _speakers_labels(claim: Annotation, label_set: LabelSet) -> list[Label]:
    """The labels of those who say something: that name entities, and that a claim may be attributed to."""
    kind = label_set.relation_type_by_name[ATTRIBUTED_TO]
    return [
        label
        for label in label_set.labels
        if label.has_entities and label_set.may_relate(kind, claim.label_id, label.id)
    ]
