"""Entities: the actors and locations of the whole project, and the annotations that mention them."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.edits.common import layer_edit, project_edit
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Entity, Layer
from annotator.core.schema import LabelSet


def link_entity(
    context: EditContext, layer: Layer, annotation: Annotation, entity: Entity | None
) -> Transaction:
    """Say which entity an annotation mentions, or with ``None`` that it mentions none.

    Raises:
        UserError: the entity is of another label.
    """
    if entity is None:
        change = Change(annotation, replace(annotation, entity_id=None))
        return layer_edit(context, layer, "unlink entity", [change], annotation.quote)
    check_label(entity, annotation.label_id)
    change = Change(annotation, replace(annotation, entity_id=entity.id))
    return layer_edit(context, layer, "link entity", [change], f"{entity.name} ← {annotation.quote}")


def link_new_entity(
    context: EditContext,
    layer: Layer,
    annotation: Annotation,
    name: str,
    label_set: LabelSet,
    entities: Iterable[Entity],
) -> Transaction:
    """Add an entity that an annotation is the first to mention. ``entities`` are all there are.

    Raises:
        UserError: the name is empty or taken, or the label has no entities.
    """
    entity = new_entity(context, annotation.label_id, name, label_set, entities)
    changes = [Change(None, entity), Change(annotation, replace(annotation, entity_id=entity.id))]
    return layer_edit(context, layer, "add entity", changes, f"{entity.name} ← {annotation.quote}")


def rename_entity(context: EditContext, entity: Entity, name: str, entities: Iterable[Entity]) -> Transaction:
    """Give an entity another name, which stops being an alias of it. ``entities`` are all there are.

    Raises:
        UserError: the name is empty or taken by another entity of the same label.
    """
    name = _free_name(name, entity.label_id, (item for item in entities if item.id != entity.id))
    aliases = tuple(alias for alias in entity.aliases if alias != name)
    change = Change(entity, replace(entity, name=name, aliases=aliases))
    return project_edit(context, "rename entity", [change], f"{entity.name} → {name}")


def set_aliases(context: EditContext, entity: Entity, aliases: Iterable[str]) -> Transaction:
    """Say what else an entity is called; blanks, repetitions and its own name are left out."""
    change = Change(entity, replace(entity, aliases=_aliases(entity.name, aliases)))
    return project_edit(context, "set aliases", [change], entity.name)


def merge_entities(
    context: EditContext, keep: Entity, others: Sequence[Entity], annotations: Iterable[Annotation]
) -> Transaction:
    """Say that entities are one; the others' names become aliases of the one that stays.

    ``annotations`` are those that mention the others, in all documents and layers.

    Raises:
        UserError: there is nothing to merge, or one of them is of another label.
    """
    gone = {entity.id: entity for entity in others if entity.id != keep.id}
    if not gone:
        raise UserError("Choose at least two entities to merge.")
    for entity in gone.values():
        check_label(entity, keep.label_id)
    names = [name for entity in gone.values() for name in (entity.name, *entity.aliases)]
    merged = replace(keep, aliases=_aliases(keep.name, [*keep.aliases, *names]))
    changes = [Change(keep, merged)] if merged != keep else []
    changes += [
        Change(annotation, replace(annotation, entity_id=keep.id))
        for annotation in annotations
        if annotation.entity_id in gone
    ]
    changes += [Change(entity, None) for entity in gone.values()]
    subject = f"{keep.name} ← {'، '.join(entity.name for entity in gone.values())}"
    return project_edit(context, "merge entities", changes, subject)


def remove_entity(context: EditContext, entity: Entity, annotations: Iterable[Annotation]) -> Transaction:
    """Remove an entity. ``annotations`` are those that mention it; they stay, without it."""
    changes = [
        Change(annotation, replace(annotation, entity_id=None))
        for annotation in annotations
        if annotation.entity_id == entity.id
    ]
    return project_edit(context, "remove entity", [*changes, Change(entity, None)], entity.name)


def new_entity(
    context: EditContext, label_id: int, name: str, label_set: LabelSet, entities: Iterable[Entity]
) -> Entity:
    """The entity that :func:`link_new_entity` adds; the same refusals. ``entities`` are all there are."""
    label = label_set.label_by_id[label_id]
    if not label.has_entities:
        raise UserError("Annotations of the label “{label}” mention no entities.", label=label.name)
    name = _free_name(name, label_id, entities)
    return Entity(id=context.new_id(), uuid=context.new_uuid(), label_id=label_id, name=name)


def check_label(entity: Entity, label_id: int) -> None:
    """Raise a UserError unless an entity is of a label."""
    if entity.label_id != label_id:
        raise UserError("“{name}” is an entity of another label.", name=entity.name)


def _free_name(name: str, label_id: int, others: Iterable[Entity]) -> str:
    name = " ".join(name.split())
    if not name:
        raise UserError("An entity needs a name; type one.")
    if any(entity.name == name and entity.label_id == label_id for entity in others):
        raise UserError("There is already an entity named “{name}”; choose that one, or merge.", name=name)
    return name


def _aliases(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    cleaned = dict.fromkeys(" ".join(alias.split()) for alias in aliases)
    return tuple(alias for alias in cleaned if alias and alias != name)
