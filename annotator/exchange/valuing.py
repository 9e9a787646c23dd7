"""What labels of theirs say by the values they give: which are proposed, which cannot be, and what is lost.

Where a label set has one label for what another tool tells apart, an attribute keeps which of them it was.
"""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Mapping as Lookup
from itertools import chain
from typing import Final, Literal, NamedTuple

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


def filled(survey: Survey, theirs: str, targets: Lookup[str, Target]) -> set[str]:
    """The attributes of ours that a label of theirs fills by its own, which lead to these targets."""
    used = survey.attributes.get(theirs, {})
    return {target.name for name, target in targets.items() if name in used and used[name].said}


def merged(survey: Survey, mapping: Mapping, label_set: LabelSet) -> list[Merged]:
    """The names of a survey that a mapping leads to one of ours, without a value that tells them apart.

    A label that is given a value is told apart by it from those that are not; labels that are given the same
    are meant to be one.
    """
    names = {**survey.labels, **survey.entities}
    plain = [name for name in names if not mapping.labels.get(name, Target(name)).given]
    return [
        *(
            Merged(ours, tuple(alike))
            for ours, theirs in _merged(plain, mapping.labels)
            for alike in _alike({name: _said(name, survey, mapping, label_set) for name in theirs})
        ),
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
    groups: dict[str, list[str]] = defaultdict(list)
    for theirs in names:
        target = targets.get(theirs, Target(theirs))
        if target.name:
            groups[target.name].append(theirs)
    return [(ours, tuple(theirs)) for ours, theirs in groups.items() if len(theirs) > 1]


_Said = Lookup[str, frozenset[str] | None]
"""What all annotations of a label say, by attribute of ours: values, among them an empty one where some say
nothing; ``None`` where not all of it is known."""
_NOTHING: Final = frozenset({""})


def _said(theirs: str, survey: Survey, mapping: Mapping, label_set: LabelSet) -> _Said:
    """What the annotations of a label say by the file's own values.

    Anything may stand in an attribute that lists no choices: there, only the label's own name tells of it.
    """
    targets, key = mapping.attributes.get(theirs, {}), folded(theirs)
    label = label_set.label_by_name.get(mapping.labels.get(theirs, Target(theirs)).name)
    listed = set() if label is None else {item.name for item in choosable(label, label_set)}
    said: dict[str, frozenset[str] | None] = {}
    count = survey.labels[theirs]
    for name, use in survey.attributes.get(theirs, {}).items():
        target = targets.get(name, Target(name))
        if target.name in said or sum(use.values.values()) < use.count:
            said[target.name] = None
            continue
        tells_all = target.name in listed or target.type == "choice"
        values = (value if tells_all or folded(value) == key else "" for value in map(str.strip, use.values))
        said[target.name] = frozenset(values) | (frozenset() if use.count == count else _NOTHING)
    said.pop("", None)  # what is left out
    return said


def _alike(said: Lookup[str, _Said]) -> list[list[str]]:
    """The labels that cannot all be told apart from each other, as groups of two or more."""
    groups = [list(said)]
    for attribute in dict.fromkeys(chain.from_iterable(said.values())):
        groups = [
            part
            for group in groups
            for part in _sharing({theirs: said[theirs].get(attribute, _NOTHING) for theirs in group})
        ]
    order = {theirs: number for number, theirs in enumerate(said)}
    return [sorted(group, key=order.__getitem__) for group in groups if len(group) > 1]


def _sharing(said: Lookup[str, frozenset[str] | None]) -> list[list[str]]:
    """The labels in groups, none of which shares a value with another."""
    groups: dict[str, tuple[list[str], frozenset[str]]] = {}
    for theirs, values in said.items():
        if values is None:  # it may share any
            return [list(said)]
        near = {id(found): found for value in values if (found := groups.get(value)) is not None}.values()
        group = [*chain.from_iterable(names for names, _ in near), theirs]
        shared = values.union(*(others for _, others in near))
        groups |= dict.fromkeys(shared, (group, shared))
    return list({id(group): group for group, _ in groups.values()}.values())
