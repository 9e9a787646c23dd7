"""A label set for data that comes without one, or with one that lacks names: made of the names met in it."""

import itertools

from msgspec.structs import replace

from annotator.core.change import EditContext
from annotator.core.records import Attribute, Label, RelationType, Scheme, ZoneKind
from annotator.core.schema import LabelSet, SchemeDefinition, define, instantiate
from annotator.exchange.making import make_new
from annotator.exchange.mapping import Mapping, Target
from annotator.exchange.survey import AttributeUse, Survey

_NAME = "Labels"


def completed(definition: SchemeDefinition | None, survey: Survey) -> SchemeDefinition:
    """The label set with all that a survey met and it lacks; a new one if there is none.

    Raises:
        UserError: a name cannot be one of a label set's.
    """
    numbers = itertools.count(1)
    context = EditContext(reviewer_id=0, at="", new_id=lambda: next(numbers), new_uuid=str)
    if definition is None:
        known = LabelSet(Scheme(id=context.new_id(), name=_NAME, version=1), ())
    else:
        known = _label_set(definition, context)
    made = define(make_new(context, known, _wanted(survey)).label_set)
    return made if definition is not None else replace(made, version=1)


def _wanted(survey: Survey) -> Mapping:
    """Every name that was met, to be made where it is not known."""
    return Mapping(
        labels={name: Target(name, new=True, has_entities=name in survey.entities) for name in survey.labels},
        attributes={
            label: {name: _attribute(name, use) for name, use in uses.items()}
            for label, uses in survey.attributes.items()
        },
        relations={name: Target(name, new=True) for name in survey.relations},
        zones={name: Target(name, new=True) for name in survey.zones},
    )


def _attribute(name: str, use: AttributeUse) -> Target:
    kind = use.type
    return Target(name, new=True, type=kind, choices=tuple(use.values) if kind == "choice" else ())


def _label_set(definition: SchemeDefinition, context: EditContext) -> LabelSet:
    records = [change.record for change in instantiate(definition, context.new_id)]
    return LabelSet(
        next(item for item in records if isinstance(item, Scheme)),
        [item for item in records if isinstance(item, Label)],
        [item for item in records if isinstance(item, Attribute)],
        [item for item in records if isinstance(item, RelationType)],
        [item for item in records if isinstance(item, ZoneKind)],
    )
