"""What is written on an annotation: attribute values and the note."""

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
    defined = {attribute.name: attribute for attribute in label_set.attributes_of(annotation.label_id)}
    for name, value in values.items():
        if name not in defined:
            raise UserError("The label has no attribute “{name}”.", name=name)
        problem = label_set.value_problem(defined[name], value)
        if problem:
            raise problem
    change = Change(annotation, replace(annotation, attributes=dict(values)))
    subject = " · ".join((*_differences(annotation.attributes, values), annotation.quote))
    return layer_edit(context, layer, "set attributes", [change], subject)


def _differences(before: dict[str, Value], after: dict[str, Value]) -> list[str]:
    """What the history says of each attribute that changes: ``op: ~``, or ``op: –`` if it is gone."""
    changed = [name for name in (before | after) if before.get(name) != after.get(name)]
    return [f"{name}: {shorten(str(after.get(name, '–')))}" for name in changed]


def set_note(context: EditContext, layer: Layer, annotation: Annotation, note: str) -> Transaction:
    """Write a note on an annotation."""
    change = Change(annotation, replace(annotation, note=note))
    return layer_edit(context, layer, "set note", [change], annotation.quote)
