"""What is written on an annotation: attribute values and the note."""

from collections.abc import Iterable

from msgspec.structs import replace

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.edits.common import layer_edit, shorten
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Layer, Value
from annotator.core.schema import LabelSet


def set_attributes(
    context: EditContext, layer: Layer, annotation: Annotation, values: dict[str, Value], label_set: LabelSet
) -> Transaction:
    """Give an annotation exactly these attribute values.

    Raises:
        UserError: the label does not define one of them, or it may not hold that value.
    """
    _check(annotation, values, label_set)
    change = Change(annotation, replace(annotation, attributes=dict(values)))
    subject = " · ".join((*_differences(annotation.attributes, values), annotation.quote))
    return layer_edit(context, layer, "set attributes", [change], subject)


def set_attribute_of_all(
    context: EditContext,
    annotations: Iterable[tuple[Layer, Annotation]],
    name: str,
    value: Value | None,
    label_set: LabelSet,
) -> Transaction:
    """Give annotations of several layers the same value of an attribute, or with ``None`` none.

    Raises:
        UserError: as :func:`set_attributes`; or all of them have it already.
    """
    parts: list[Change] = []
    layers: dict[int, Layer] = {}
    for layer, annotation in annotations:
        values = {key: kept for key, kept in annotation.attributes.items() if key != name}
        if value is not None:
            values[name] = value
        if values == annotation.attributes:
            continue
        _check(annotation, values, label_set)
        layers[layer.id] = layer
        parts.append(Change(annotation, replace(annotation, attributes=values)))
    if not parts:
        raise UserError("They have it already.")
    touched = [
        change for layer in layers.values() for change in layer_edit(context, layer, "", (), "").changes
    ]
    subject = f"{name}: {shorten(str(value if value is not None else '–'))} · {len(parts)}"
    return Transaction("set attributes", (*touched, *parts), context.reviewer_id, context.at, subject)


def _check(annotation: Annotation, values: dict[str, Value], label_set: LabelSet) -> None:
    defined = {attribute.name: attribute for attribute in label_set.attributes_of(annotation.label_id)}
    for name, value in values.items():
        if name not in defined:
            raise UserError("The label has no attribute “{name}”.", name=name)
        problem = label_set.value_problem(defined[name], value)
        if problem:
            raise problem


def _differences(before: dict[str, Value], after: dict[str, Value]) -> list[str]:
    """What the history says of each attribute that changes: ``op: ~``, or ``op: –`` if it is gone."""
    changed = [name for name in (before | after) if before.get(name) != after.get(name)]
    return [f"{name}: {shorten(str(after.get(name, '–')))}" for name in changed]


def set_note(context: EditContext, layer: Layer, annotation: Annotation, note: str) -> Transaction:
    """Write a note on an annotation."""
    change = Change(annotation, replace(annotation, note=note))
    return layer_edit(context, layer, "set note", [change], annotation.quote)
