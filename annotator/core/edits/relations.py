"""Relations between annotations, and the one every claim has: who said it."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec.structs import replace

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.conventions import ATTRIBUTED_TO, ATTRIBUTION, BY_ACTOR
from annotator.core.edits.common import layer_edit
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Layer, Relation, RelationType, Value
from annotator.core.schema import LabelSet


def relate(
    context: EditContext,
    layer: Layer,
    kind: RelationType,
    source: Annotation,
    target: Annotation,
    label_set: LabelSet,
    relations: Iterable[Relation] = (),
) -> Transaction:
    """Link two annotations. ``relations`` are those of the layer.

    Raises:
        UserError: the label set does not allow this link, it is there already, or an annotation would link to
            itself.
    """
    check_link(kind, source, target, label_set)
    _refuse_repeated(kind, source, target, relations)
    link = new_link(context, layer, kind, source, target)
    return layer_edit(context, layer, "relate", [Change(None, link)], _subject(kind, source, target))


def unrelate(context: EditContext, layer: Layer, relation: Relation) -> Transaction:
    """Remove a link."""
    return layer_edit(context, layer, "unrelate", [Change(relation, None)], "")


def change_relation(
    context: EditContext,
    layer: Layer,
    relation: Relation,
    kind: RelationType,
    source: Annotation,
    target: Annotation,
    label_set: LabelSet,
    relations: Iterable[Relation] = (),
) -> Transaction:
    """Give a link another type or other ends. ``relations`` are those of the layer.

    Raises:
        UserError: as :func:`relate`.
    """
    check_link(kind, source, target, label_set)
    _refuse_repeated(kind, source, target, (link for link in relations if link.id != relation.id))
    changed = replace(relation, type_id=kind.id, source_id=source.id, target_id=target.id)
    subject = _subject(kind, source, target)
    return layer_edit(context, layer, "change relation", [Change(relation, changed)], subject)


def set_sources(
    context: EditContext,
    layer: Layer,
    claim: Annotation,
    sources: Sequence[Annotation],
    label_set: LabelSet,
    relations: Iterable[Relation],
    otherwise: Literal["outlet", "anonymous"] = "outlet",
) -> Transaction:
    """Say who said a claim: exactly these sources, or with none the outlet or somebody not named.

    Links that stay are left as they are. ``relations`` are those of the layer.

    Raises:
        UserError: the label set has no such relation, or does not let it link them.
    """
    changes, changed = source_changes(context, layer, claim, sources, label_set, relations, otherwise)
    if changed != claim:
        changes.append(Change(claim, changed))
    said_by = "، ".join({source.id: source.quote for source in sources}.values()) or otherwise
    return layer_edit(context, layer, "set sources", changes, f"{said_by}: {claim.quote}")


def source_changes(
    context: EditContext,
    layer: Layer,
    claim: Annotation,
    sources: Sequence[Annotation],
    label_set: LabelSet,
    relations: Iterable[Relation],
    otherwise: Literal["outlet", "anonymous"] = "outlet",
) -> tuple[list[Change], Annotation]:
    """What :func:`set_sources` does to the links, and the claim as it is then; the same refusals."""
    kind = label_set.relation_type_by_name.get(ATTRIBUTED_TO)
    if kind is None:
        raise UserError("The label set has no relation “{name}”; add it first.", name=ATTRIBUTED_TO)
    links = [link for link in relations if link.source_id == claim.id and link.type_id == kind.id]
    wanted = {source.id: source for source in sources}
    changes = [Change(link, None) for link in links if link.target_id not in wanted]
    linked = {link.target_id for link in links}
    for source in wanted.values():
        if source.id not in linked:
            check_link(kind, claim, source, label_set)
            changes.append(Change(None, new_link(context, layer, kind, claim, source)))
    attribution: dict[str, Value] = {ATTRIBUTION: BY_ACTOR if wanted else otherwise}
    values = {**claim.attributes, **label_set.fitting(claim.label_id, attribution)}
    return changes, replace(claim, attributes=values)


def check_link(kind: RelationType, source: Annotation, target: Annotation, label_set: LabelSet) -> None:
    """Raise a UserError that says why, if a link may not stand."""
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


def _refuse_repeated(
    kind: RelationType, source: Annotation, target: Annotation, relations: Iterable[Relation]
) -> None:
    wanted = (kind.id, source.id, target.id)
    if any((link.type_id, link.source_id, link.target_id) == wanted for link in relations):
        raise UserError("These two are linked by {kind} already.", kind=kind.name)


def new_link(
    context: EditContext, layer: Layer, kind: RelationType, source: Annotation, target: Annotation
) -> Relation:
    """A link between two annotations of a layer; :func:`check_link` says whether it may stand."""
    return Relation(
        id=context.new_id(),
        uuid=context.new_uuid(),
        layer_id=layer.id,
        type_id=kind.id,
        source_id=source.id,
        target_id=target.id,
    )


def _subject(kind: RelationType, source: Annotation, target: Annotation) -> str:
    return f"{kind.name}: {source.quote} ← {target.quote}"
