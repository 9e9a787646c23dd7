"""What labels of theirs say by the values they give: which are proposed, which cannot be, and what is lost.

Where a label set has one label for what another tool tells apart, an attribute keeps which of them it was.
"""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Mapping as Lookup
from typing import Literal, NamedTuple

from annotator.core.errors import Phrase, UserError
from annotator.core.records import Attribute, Label
from annotator.core.schema import LabelSet
from annotator.exchange import common_names
from annotator.exchange.common_names import folded
from annotator.exchange.making import with_new
from annotator.exchange.mapping import Mapping, Target
from annotator.exchange.survey import Survey


class Merged(NamedTuple):
    """Names of theirs that become one of ours, so that nobody can tell afterwards which it was."""

    ours: str
    theirs: tuple[str, ...]
    """As the survey met them."""
    kind: Literal["label", "relation", "zone"] = "label"
    """Only labels can be given values."""


def proposed_values(theirs: str, label: Label, label_set: LabelSet) -> dict[str, str]:
    """What a label of theirs says of itself, where it becomes this one of ours.

    That is a choice of the same name, unless it is the label's own name, or one that tools mean by theirs.
    """
    key = folded(theirs)
    own = {folded(label.name), *map(folded, label.titles.values())}
    found = {}
    for attribute in choosable(label, label_set):
        alike = [
            choice
            for choice in attribute.choices
            if (key == folded(choice) and key not in own) or _is_common(key, label, attribute, choice)
        ]
        if alike:
            found[attribute.name] = alike[0]
    return found


def choosable(label: Label, label_set: LabelSet) -> list[Attribute]:
    """The attributes of a label that list what they can say."""
    return [item for item in label_set.attributes_of(label.id) if item.type == "choice" and item.choices]


def merged(survey: Survey, mapping: Mapping) -> list[Merged]:
    """The names of a survey that a mapping leads to one of ours, without a value that tells them apart."""
    return [
        *(Merged(*found) for found in _merged({**survey.labels, **survey.entities}, mapping.labels)),
        *(Merged(*found, "relation") for found in _merged(survey.relations, mapping.relations)),
        *(Merged(*found, "zone") for found in _merged(survey.zones, mapping.zones)),
    ]


def refuse_unfit(label_set: LabelSet, mapping: Mapping) -> None:
    """Make sure that the label set has, or gets, what is given as values.

    Raises:
        UserError: it has no such attribute or choice.
    """
    valued = [(theirs, target) for theirs, target in mapping.labels.items() if target.values]
    made = with_new(label_set, mapping) if valued else label_set
    for theirs, target in valued:
        if not target.name:
            raise UserError(
                "“{theirs}” is left out, so it can give no values; lead it to a label.", theirs=theirs
            )
        label = made.label_by_name.get(target.name)
        if label is not None:  # else the name leads nowhere, which is told of all such names together
            _refuse_unfit(theirs, target, label, made)


def _refuse_unfit(theirs: str, target: Target, label: Label, label_set: LabelSet) -> None:
    known = {item.name: item for item in label_set.attributes_of(label.id) if item.type != "number"}
    for name, value in target.values.items():
        if name not in known:
            raise UserError(
                "The label {label} has no attribute “{name}” that “{theirs}” could fill; it has: {known}.",
                label=label.name,
                name=name,
                theirs=theirs,
                known=", ".join(known) or Phrase("none"),
            )
        problem = label_set.value_problem(known[name], value) if value else None
        if problem is not None:
            raise UserError("What “{theirs}” becomes cannot be: {problem}", theirs=theirs, problem=problem)


def _is_common(key: str, label: Label, attribute: Attribute, choice: str) -> bool:
    others = common_names.VALUES.get((label.name, attribute.name, choice), ())
    return key in map(folded, others)


def _merged(names: Iterable[str], targets: Lookup[str, Target]) -> list[tuple[str, tuple[str, ...]]]:
    groups: dict[tuple[str, frozenset[tuple[str, str]]], list[str]] = defaultdict(list)
    for theirs in names:
        target = targets.get(theirs, Target(theirs))
        if target.name:
            groups[target.name, frozenset(target.given.items())].append(theirs)
    return [(ours, tuple(theirs)) for (ours, _), theirs in groups.items() if len(theirs) > 1]
