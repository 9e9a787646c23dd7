"""Edits of a label set that change annotations, as plans. What they change carries the new version."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from annotator.core.change import Change, EditContext
from annotator.core.errors import UserError
from annotator.core.label_edits.common import free_name, next_scheme, raised, with_ends
from annotator.core.label_edits.labels import new_label
from annotator.core.label_edits.plan import Plan, Reach
from annotator.core.records import (
    Annotation,
    AnyRecord,
    Attribute,
    Entity,
    Label,
    Prediction,
    RelationType,
    Value,
    ZoneKind,
)
from annotator.core.schema import LabelDefinition, LabelSet

Values = dict[str, Value]


def delete_label(label_set: LabelSet, label: Label, *, confirmed: int | None = None) -> Plan:
    """Remove a label with its annotations, all that hangs on them, its entities and predictions.

    Relation types that could only link this label go too. ``confirmed`` is the number of annotations that a
    person has agreed to lose.

    Raises:
        UserError: it is the last label.
    """
    if len(label_set.labels) == 1:
        raise UserError("“{label}” is the last label; add another one first.", label=label.name)
    gone = [kind for kind in label_set.relation_types if _links_nothing_but(kind, label)]
    changes = [Change(item, None) for item in label_set.attributes_of(label.id)]
    for kind in label_set.relation_types:
        changes += [Change(kind, None)] if kind in gone else _without(kind, label)

    def turn(record: AnyRecord) -> Iterator[Change]:
        if isinstance(record, Annotation) and record.label_id != label.id:
            yield Change(record, replace(record, entity_id=None))
        else:
            yield Change(record, None)

    return Plan(
        name="delete label",
        subject=label.name,
        changes=(raised(label_set), *changes, Change(label, None)),
        reach=Reach(
            label_ids=(label.id,),
            with_attached=True,
            with_entities=True,
            relation_type_ids=tuple(kind.id for kind in gone),
        ),
        turn=turn,
        confirmed=confirmed,
    )


def merge_labels(context: EditContext, label_set: LabelSet, sources: Sequence[Label], target: Label) -> Plan:
    """Have annotations, entities and predictions of some labels be of another one; remove those labels.

    The target gets the attributes it lacks, and choices it lacks, so no value is lost.

    Raises:
        UserError: there is nothing to merge, or attributes of one name are of different types.
    """
    merged = {label.id: label for label in sources if label.id != target.id}
    if not merged:
        raise UserError("Choose at least two labels to merge.")
    has_entities = target.has_entities or any(label.has_entities for label in merged.values())
    changes = _united_attributes(context, label_set, merged.values(), target)
    for kind in label_set.relation_types:
        ends = [
            tuple(dict.fromkeys(target.id if row in merged else row for row in rows))
            for rows in (kind.source_label_ids, kind.target_label_ids)
        ]
        changes += with_ends(kind, ends[0], ends[1])
    if has_entities != target.has_entities:
        changes.append(Change(target, replace(target, has_entities=has_entities)))
    version = next_scheme(label_set).version

    def turn(record: AnyRecord) -> Iterator[Change]:
        if isinstance(record, Annotation) and record.label_id in merged:
            yield Change(record, replace(record, label_id=target.id, scheme_version=version))
        elif isinstance(record, Entity | Prediction):
            yield Change(record, replace(record, label_id=target.id))

    return Plan(
        name="merge labels",
        subject=f"{target.name} ← {'، '.join(label.name for label in merged.values())}",
        changes=(raised(label_set), *changes, *(Change(label, None) for label in merged.values())),
        reach=Reach(label_ids=tuple(merged), with_entities=True),
        turn=turn,
    )


def split_label(
    context: EditContext,
    label_set: LabelSet,
    label: Label,
    given: LabelDefinition,
    entities: Iterable[Entity],
    *,
    annotation_ids: Collection[int] | None = None,
    attribute: str | None = None,
    value: str | None = None,
) -> Plan:
    """Give some annotations of a label a new label of their own, with the same attributes and relations.

    Which ones: those with these ids, or that carry an attribute, or that have this value of it. An entity
    they mention gets a twin of the new label, for an entity has one label. ``entities`` are all there are.

    Raises:
        UserError: the new label's name or key is taken or impossible, or a colour is none.
    """
    made = replace(new_label(context, label_set, given), has_entities=label.has_entities)
    changes = [Change(None, made)]
    changes += [
        Change(None, replace(item, id=context.new_id(), label_id=made.id))
        for item in label_set.attributes_of(label.id)
    ]
    for kind in label_set.relation_types:
        ends = [
            (*rows, made.id) if label.id in rows else rows
            for rows in (kind.source_label_ids, kind.target_label_ids)
        ]
        changes += with_ends(kind, ends[0], ends[1])
    ids = None if annotation_ids is None else tuple(sorted(annotation_ids))
    return Plan(
        name="split label",
        subject=f"{label.name} → {made.name}",
        changes=(raised(label_set), *changes),
        reach=Reach(label_ids=(label.id,), annotation_ids=ids, attribute=attribute, value=value),
        turn=_splitter(context, made, entities, next_scheme(label_set).version),
    )


def _splitter(
    context: EditContext, made: Label, entities: Iterable[Entity], version: int
) -> Callable[[AnyRecord], Iterator[Change]]:
    known = {entity.id: entity for entity in entities}
    twins: dict[int, int] = {}

    def turn(record: AnyRecord) -> Iterator[Change]:
        if isinstance(record, Prediction):
            yield Change(record, replace(record, label_id=made.id))
        if not isinstance(record, Annotation):
            return
        entity = known.get(record.entity_id or 0)
        if entity is not None and entity.id not in twins:
            twins[entity.id] = context.new_id()
            twin = replace(entity, id=twins[entity.id], uuid=context.new_uuid(), label_id=made.id)
            yield Change(None, twin)
        moved = replace(
            record,
            label_id=made.id,
            entity_id=None if entity is None else twins[entity.id],
            scheme_version=version,
        )
        yield Change(record, moved)

    return turn


def rename_attribute(label_set: LabelSet, attribute: Attribute, name: str) -> Plan:
    """Give an attribute another name, in the annotations that carry it too.

    Raises:
        UserError: the name is empty or taken.
    """
    siblings = [item.name for item in label_set.attributes_of(attribute.label_id) if item.id != attribute.id]
    name = free_name(name, siblings)

    def renamed(values: Values) -> Values:
        return {name if key == attribute.name else key: value for key, value in values.items()}

    return _on_values(
        label_set,
        attribute,
        replace(attribute, name=name),
        ("rename attribute", f"{attribute.name} → {name}"),
        renamed,
    )


def delete_attribute(label_set: LabelSet, attribute: Attribute, *, confirmed: int | None = None) -> Plan:
    """Remove an attribute, and its values from the annotations that carry it."""
    names = ("delete attribute", attribute.name)
    return _on_values(label_set, attribute, None, names, _dropper(attribute), confirmed=confirmed)


def rename_choice(label_set: LabelSet, attribute: Attribute, choice: str, name: str) -> Plan:
    """Give a choice another name, in the annotations too; the name of another choice makes them one.

    Raises:
        UserError: the name is empty.
    """
    name = free_name(name, ())
    others = [item for item in attribute.choices if item != choice]
    choices = tuple(
        name if item == choice else item for item in (others if name in others else attribute.choices)
    )

    def renamed(values: Values) -> Values:
        return {key: name if key == attribute.name else value for key, value in values.items()}

    names = ("rename choice", f"{attribute.name}: {choice} → {name}")
    return _on_values(label_set, attribute, replace(attribute, choices=choices), names, renamed, choice)


def delete_choice(
    label_set: LabelSet, attribute: Attribute, choice: str, *, confirmed: int | None = None
) -> Plan:
    """Remove a choice; annotations that have it lose their value.

    Raises:
        UserError: it is the last one.
    """
    choices = tuple(item for item in attribute.choices if item != choice)
    if not choices:
        raise UserError("“{choice}” is the last choice; delete the attribute instead.", choice=choice)
    return _on_values(
        label_set,
        attribute,
        replace(attribute, choices=choices),
        ("delete choice", f"{attribute.name}: {choice}"),
        _dropper(attribute),
        choice,
        confirmed=confirmed,
    )


def delete_relation_type(label_set: LabelSet, kind: RelationType) -> Plan:
    """Remove a relation type with its relations."""
    return Plan(
        name="delete relation type",
        subject=kind.name,
        changes=(raised(label_set), Change(kind, None)),
        reach=Reach(relation_type_ids=(kind.id,)),
        turn=_removed,
    )


def delete_zone_kind(label_set: LabelSet, kind: ZoneKind) -> Plan:
    """Remove a kind of zone with its zones."""
    return Plan(
        name="delete zone kind",
        subject=kind.name,
        changes=(raised(label_set), Change(kind, None)),
        reach=Reach(zone_kind_ids=(kind.id,)),
        turn=_removed,
    )


def _removed(record: AnyRecord) -> Iterator[Change]:
    yield Change(record, None)


def _dropper(attribute: Attribute) -> Callable[[Values], Values]:
    return lambda values: {key: value for key, value in values.items() if key != attribute.name}


def _on_values(
    label_set: LabelSet,
    attribute: Attribute,
    changed: Attribute | None,
    names: tuple[str, str],
    values: Callable[[Values], Values],
    choice: str | None = None,
    *,
    confirmed: int | None = None,
) -> Plan:
    """A plan on one attribute: what it becomes, and what the values of annotations become."""
    version = next_scheme(label_set).version

    def turn(record: AnyRecord) -> Iterator[Change]:
        if isinstance(record, Annotation):
            yield Change(
                record, replace(record, attributes=values(record.attributes), scheme_version=version)
            )
        elif isinstance(record, Prediction):
            yield Change(record, replace(record, attributes=values(record.attributes)))

    return Plan(
        name=names[0],
        subject=f"{label_set.label_by_id[attribute.label_id].name}: {names[1]}",
        changes=(raised(label_set), Change(attribute, changed)),
        reach=Reach(label_ids=(attribute.label_id,), attribute=attribute.name, value=choice),
        turn=turn,
        confirmed=confirmed,
    )


def _links_nothing_but(kind: RelationType, label: Label) -> bool:
    return (label.id,) in (kind.source_label_ids, kind.target_label_ids)


def _without(kind: RelationType, label: Label) -> list[Change]:
    ends = [
        tuple(row for row in rows if row != label.id)
        for rows in (kind.source_label_ids, kind.target_label_ids)
    ]
    return with_ends(kind, ends[0], ends[1])


def _united_attributes(
    context: EditContext, label_set: LabelSet, sources: Iterable[Label], target: Label
) -> list[Change]:
    before = {item.name: item for item in label_set.attributes_of(target.id)}
    after = dict(before)
    changes: list[Change] = []
    for source in sources:
        for item in label_set.attributes_of(source.id):
            changes.append(Change(item, None))
            known = after.get(item.name)
            if known is None:
                position = max((each.position for each in after.values()), default=-1) + 1
                known = replace(
                    item, id=context.new_id(), label_id=target.id, position=position, required=False
                )
            after[item.name] = _united(known, item)
    changes += [Change(before.get(name), item) for name, item in after.items() if before.get(name) != item]
    return changes


def _united(one: Attribute, other: Attribute) -> Attribute:
    if one.type != other.type:
        raise UserError(
            "Both labels have an attribute “{name}”, of different types; rename one of them first.",
            name=one.name,
        )
    if not one.choices or not other.choices:
        return replace(one, choices=())
    return replace(one, choices=tuple(dict.fromkeys((*one.choices, *other.choices))))
