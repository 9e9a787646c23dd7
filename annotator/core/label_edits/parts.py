"""Edits of a label set that leave the annotations as they are: attributes, relation types, zone kinds."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.errors import UserError
from annotator.core.label_edits.common import free_name, label_set_edit
from annotator.core.records import Attribute, Label, RelationType, ZoneKind
from annotator.core.schema import AttributeDefinition, LabelSet, ZoneDefinition


def add_attribute(
    context: EditContext, label_set: LabelSet, label: Label, given: AttributeDefinition
) -> Transaction:
    """Let annotations of a label carry one more value.

    Raises:
        UserError: its name is empty or taken, or a choice is given twice.
    """
    siblings = label_set.attributes_of(label.id)
    attribute = Attribute(
        id=context.new_id(),
        label_id=label.id,
        name=free_name(given.name, [item.name for item in siblings]),
        titles=given.titles,
        type=given.type,
        choices=_choices(given.choices),
        position=max((item.position for item in siblings), default=-1) + 1,
        required=given.required,
    )
    subject = f"{label.name}: {attribute.name}"
    return label_set_edit(context, label_set, "add attribute", [Change(None, attribute)], subject)


def change_attribute(
    context: EditContext,
    label_set: LabelSet,
    attribute: Attribute,
    *,
    titles: dict[str, str] | None = None,
    required: bool | None = None,
) -> Transaction:
    """Say what the screen calls an attribute, and whether it is required."""
    changed = replace(
        attribute,
        titles=attribute.titles if titles is None else dict(titles),
        required=attribute.required if required is None else required,
    )
    return label_set_edit(
        context, label_set, "change attribute", [Change(attribute, changed)], attribute.name
    )


def reorder_attributes(context: EditContext, label_set: LabelSet, order: Sequence[Attribute]) -> Transaction:
    """Put the attributes of one label into an order; ``order`` holds each of them once."""
    expected = label_set.attributes_of(order[0].label_id)
    if sorted(item.id for item in order) != sorted(item.id for item in expected):
        raise ValueError("the order must hold every attribute of one label once")
    changes = [
        Change(item, replace(item, position=position))
        for position, item in enumerate(order)
        if item.position != position
    ]
    subject = " ".join(item.name for item in order)
    return label_set_edit(context, label_set, "reorder attributes", changes, subject)


def add_choice(context: EditContext, label_set: LabelSet, attribute: Attribute, choice: str) -> Transaction:
    """Let an attribute take one more value.

    Raises:
        UserError: the choice is empty or there already, or the attribute has no choices.
    """
    if attribute.type != "choice":
        raise UserError("“{attribute}” does not hold one of several choices.", attribute=attribute.name)
    choice = free_name(choice, attribute.choices)
    changed = replace(attribute, choices=(*attribute.choices, choice))
    subject = f"{attribute.name}: {choice}"
    return label_set_edit(context, label_set, "add choice", [Change(attribute, changed)], subject)


def add_relation_type(
    context: EditContext,
    label_set: LabelSet,
    name: str,
    titles: dict[str, str],
    sources: Iterable[Label] = (),
    targets: Iterable[Label] = (),
) -> Transaction:
    """Let annotations be linked in one more way; no sources or targets mean any label.

    Raises:
        UserError: the name is empty or taken.
    """
    kind = RelationType(
        id=context.new_id(),
        name=free_name(name, label_set.relation_type_by_name),
        titles=dict(titles),
        source_label_ids=tuple(label.id for label in sources),
        target_label_ids=tuple(label.id for label in targets),
        position=max((item.position for item in label_set.relation_types), default=-1) + 1,
    )
    return label_set_edit(context, label_set, "add relation type", [Change(None, kind)], kind.name)


def rename_relation_type(
    context: EditContext, label_set: LabelSet, kind: RelationType, name: str
) -> Transaction:
    """Give a relation type another name in gold data.

    Raises:
        UserError: the name is empty or taken.
    """
    name = free_name(name, label_set.relation_type_by_name.keys() - {kind.name})
    change = Change(kind, replace(kind, name=name))
    return label_set_edit(context, label_set, "rename relation type", [change], f"{kind.name} → {name}")


def change_relation_type(
    context: EditContext,
    label_set: LabelSet,
    kind: RelationType,
    *,
    titles: dict[str, str] | None = None,
    sources: Iterable[Label] | None = None,
    targets: Iterable[Label] | None = None,
) -> Transaction:
    """Say what the screen calls a relation type, and what it may link; relations that are there stay."""
    retitled = replace(kind, titles=kind.titles if titles is None else dict(titles))
    changed = replace(
        retitled,
        source_label_ids=kind.source_label_ids if sources is None else tuple(item.id for item in sources),
        target_label_ids=kind.target_label_ids if targets is None else tuple(item.id for item in targets),
    )
    return label_set_edit(context, label_set, "change relation type", [Change(kind, changed)], kind.name)


def add_zone_kind(context: EditContext, label_set: LabelSet, given: ZoneDefinition) -> Transaction:
    """Let paragraphs be marked as one more kind of zone.

    Raises:
        UserError: the name is empty or taken.
    """
    kind = ZoneKind(
        id=context.new_id(),
        name=free_name(given.name, label_set.zone_kind_by_name),
        titles=given.titles,
        position=max((item.position for item in label_set.zone_kinds), default=-1) + 1,
    )
    return label_set_edit(context, label_set, "add zone kind", [Change(None, kind)], kind.name)


def rename_zone_kind(context: EditContext, label_set: LabelSet, kind: ZoneKind, name: str) -> Transaction:
    """Give a kind of zone another name in gold data.

    Raises:
        UserError: the name is empty or taken.
    """
    name = free_name(name, label_set.zone_kind_by_name.keys() - {kind.name})
    change = Change(kind, replace(kind, name=name))
    return label_set_edit(context, label_set, "rename zone kind", [change], f"{kind.name} → {name}")


def retitle_zone_kind(
    context: EditContext, label_set: LabelSet, kind: ZoneKind, titles: dict[str, str]
) -> Transaction:
    """Say what the screen calls a kind of zone."""
    change = Change(kind, replace(kind, titles=dict(titles)))
    return label_set_edit(context, label_set, "change zone kind", [change], kind.name)


def _choices(given: Iterable[str]) -> tuple[str, ...]:
    choices: list[str] = []
    for choice in given:
        choices.append(free_name(choice, choices))
    return tuple(choices)
