"""Edits of a label set that leave the annotations as they are: labels and the policy."""

from collections.abc import Sequence

from msgspec.structs import replace

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.errors import UserError
from annotator.core.label_edits.common import (
    check_colour,
    free_key,
    free_name,
    label_set_edit,
    next_position,
)
from annotator.core.records import Label, LinePattern, Proclitics
from annotator.core.schema import LabelDefinition, LabelSet


def add_label(context: EditContext, label_set: LabelSet, given: LabelDefinition) -> Transaction:
    """Add a label at the end, without attributes: :func:`add_attribute` adds those.

    Raises:
        UserError: its name or key is taken or impossible, or a colour is none.
    """
    label = new_label(context, label_set, given)
    return label_set_edit(context, label_set, "add label", [Change(None, label)], label.name)


def new_label(context: EditContext, label_set: LabelSet, given: LabelDefinition) -> Label:
    """The label that a definition describes, for the end of the list.

    Raises:
        UserError: as :func:`add_label`.
    """
    return Label(
        id=context.new_id(),
        name=free_name(given.name, label_set.label_by_name),
        titles=given.titles,
        colour=check_colour(given.colour),
        colour_dark=check_colour(given.colour_dark),
        key=free_key(given.key, label_set),
        pattern=given.pattern,
        position=next_position(label_set.labels),
        description=given.description,
        retired=given.retired,
        has_entities=given.has_entities,
    )


def rename_label(context: EditContext, label_set: LabelSet, label: Label, name: str) -> Transaction:
    """Give a label another name in gold data.

    Raises:
        UserError: the name is empty or taken.
    """
    name = free_name(name, label_set.label_by_name.keys() - {label.name})
    changed = replace(label, name=name)
    subject = f"{label.name} → {name}"
    return label_set_edit(context, label_set, "rename label", [Change(label, changed)], subject)


def retitle_label(
    context: EditContext,
    label_set: LabelSet,
    label: Label,
    titles: dict[str, str],
    description: str | None = None,
) -> Transaction:
    """Say what the screen calls a label, by language code, and what it is for."""
    kept = label.description if description is None else description
    changed = replace(label, titles=dict(titles), description=kept)
    return _change(context, label_set, label, changed)


def recolour_label(
    context: EditContext,
    label_set: LabelSet,
    label: Label,
    colour: str,
    colour_dark: str,
    pattern: LinePattern | None = None,
) -> Transaction:
    """Say how a label's spans are drawn.

    Raises:
        UserError: a colour is none.
    """
    changed = replace(
        label,
        colour=check_colour(colour),
        colour_dark=check_colour(colour_dark),
        pattern=pattern or label.pattern,
    )
    return _change(context, label_set, label, changed)


def set_has_entities(
    context: EditContext, label_set: LabelSet, label: Label, *, has_entities: bool
) -> Transaction:
    """Say whether a label's annotations are mentions of entities. Links that are there stay."""
    return _change(context, label_set, label, replace(label, has_entities=has_entities))


def set_key(context: EditContext, label_set: LabelSet, label: Label, key: str) -> Transaction:
    """Give a label another key, or with an empty one none.

    Raises:
        UserError: the key is impossible or another label has it.
    """
    changed = replace(label, key=free_key(key, label_set, label))
    subject = f"{label.name}: {key or '–'}"
    return label_set_edit(context, label_set, "change key", [Change(label, changed)], subject)


def reorder_labels(context: EditContext, label_set: LabelSet, order: Sequence[Label]) -> Transaction:
    """Put the labels into an order; ``order`` holds each of them once."""
    if sorted(label.id for label in order) != sorted(label.id for label in label_set.labels):
        raise ValueError("the order must hold every label once")
    changes = [
        Change(label, replace(label, position=position))
        for position, label in enumerate(order)
        if label.position != position
    ]
    subject = " ".join(label.name for label in order)
    return label_set_edit(context, label_set, "reorder labels", changes, subject)


def retire_label(context: EditContext, label_set: LabelSet, label: Label) -> Transaction:
    """Have a label no longer offered; its annotations stay, and its key becomes free.

    Raises:
        UserError: it is the last one in use.
    """
    if all(other.retired or other.id == label.id for other in label_set.labels):
        raise UserError("“{label}” is the last label in use; add another one first.", label=label.name)
    change = Change(label, replace(label, retired=True, key=""))
    return label_set_edit(context, label_set, "retire label", [change], label.name)


def unretire_label(context: EditContext, label_set: LabelSet, label: Label) -> Transaction:
    """Have a retired label offered again; it has no key then."""
    change = Change(label, replace(label, retired=False))
    return label_set_edit(context, label_set, "unretire label", [change], label.name)


def set_proclitics(context: EditContext, label_set: LabelSet, policy: Proclitics) -> Transaction:
    """Say where a word taken as a whole begins, from now on."""
    change = Change(
        label_set.scheme,
        replace(label_set.scheme, version=label_set.scheme.version + 1, proclitics=policy),
    )
    return Transaction("set proclitics", (change,), context.reviewer_id, context.at, policy)


def _change(context: EditContext, label_set: LabelSet, label: Label, changed: Label) -> Transaction:
    return label_set_edit(context, label_set, "change label", [Change(label, changed)], label.name)
