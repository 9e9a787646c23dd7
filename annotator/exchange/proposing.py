"""Which of a project's names those of a file may be meant for."""

from collections.abc import Callable, Collection, Iterable
from collections.abc import Mapping as Lookup
from typing import Literal, NamedTuple, Protocol

from msgspec.structs import replace

from annotator.core.records import Label
from annotator.core.schema import LabelSet
from annotator.exchange import common_names
from annotator.exchange.common_names import folded
from annotator.exchange.mapping import Mapping, Target, clean
from annotator.exchange.spelling import escaped
from annotator.exchange.survey import AttributeUse, Survey
from annotator.exchange.valuing import filled, proposed_values

Kind = Literal["label", "attribute", "relation", "zone"]


class Missing(NamedTuple):
    """A name of theirs that leads nowhere."""

    kind: Kind
    name: str
    label: str = ""
    """Theirs, of an attribute."""

    def __str__(self) -> str:
        """As the command line has it."""
        owner = f"{self.label}/" if self.label else ""
        name = escaped(f"{owner}{self.name}", "=")
        return name if self.kind == "label" else f"{self.kind}:{name}"


class _Named(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def titles(self) -> dict[str, str]: ...


def proposed(survey: Survey, label_set: LabelSet, remembered: Mapping | None = None) -> Mapping:
    """A mapping of all names that a survey found.

    What was remembered comes first, as far as the label set still has it; then equal names, and titles in any
    language; then what tools commonly call ours. Anything else would be new.
    """
    known = remembered or Mapping()
    theirs = [*survey.labels, *(name for name in survey.entities if name not in survey.labels)]
    labels = {
        name: replace(target, has_entities=name in survey.entities) if target.new else target
        for name, target in _proposals(theirs, label_set.labels, known.labels, common_names.LABELS).items()
    }
    attributes = {
        label: _attributes(used, label_set.label_by_name.get(labels[label].name), label_set, known, label)
        for label, used in survey.attributes.items()
        if labels[label].name
    }
    return Mapping(
        labels={
            name: _with_values(name, target, label_set, filled(survey, name, attributes.get(name, {})))
            for name, target in labels.items()
        },
        attributes=attributes,
        relations=_proposals(
            survey.relations, label_set.relation_types, known.relations, common_names.RELATIONS
        ),
        zones=_proposals(survey.zones, label_set.zone_kinds, known.zones, common_names.ZONES),
        reviewers={name: known.reviewers.get(name, name) for name in survey.reviewers},
    )


def missing(survey: Survey, label_set: LabelSet, mapping: Mapping) -> list[Missing]:
    """The names of a survey that lead nowhere by a mapping: the label set lacks what they lead to."""
    found = [
        Missing("label", name)
        for name in survey.labels | survey.entities
        if _is_missing(mapping.labels.get(name), name, label_set.label_by_name)
    ]
    for label, used in survey.attributes.items():
        target = mapping.labels.get(label, Target(label))
        ours = label_set.label_by_name.get(target.name)
        known = {item.name for item in label_set.attributes_of(ours.id)} if ours else set()
        found += [
            Missing("attribute", name, label)
            for name in used
            if target.name and _is_missing(mapping.attributes.get(label, {}).get(name), name, known)
        ]
    for name in survey.relations:
        if _is_missing(mapping.relations.get(name), name, label_set.relation_type_by_name):
            found.append(Missing("relation", name))
    for name in survey.zones:
        if _is_missing(mapping.zones.get(name), name, label_set.zone_kind_by_name):
            found.append(Missing("zone", name))
    return found


def _is_missing(target: Target | None, theirs: str, known: Collection[str]) -> bool:
    if target is None:
        return theirs not in known
    return bool(target.name) and not target.new and target.name not in known


def _proposals(
    theirs: Iterable[str],
    ours: Collection[_Named],
    remembered: Lookup[str, Target],
    common: Lookup[str, tuple[str, ...]],
) -> dict[str, Target]:
    find = _finder(ours, common)
    names = {item.name for item in ours}
    return {name: _remembered(remembered.get(name), names) or find(name) for name in theirs}


def _attributes(
    used: Lookup[str, AttributeUse], label: Label | None, label_set: LabelSet, known: Mapping, theirs: str
) -> dict[str, Target]:
    ours = label_set.attributes_of(label.id) if label is not None else ()
    targets = _proposals(used, ours, known.attributes.get(theirs, {}), {})
    return {name: _typed(target, used[name]) if target.new else target for name, target in targets.items()}


def _with_values(theirs: str, target: Target, label_set: LabelSet, own: Collection[str]) -> Target:
    """A label of ours with values: those remembered that it can have, then those proposed.

    An attribute that the file fills by one of its ``own`` needs none.
    """
    label = label_set.label_by_name.get(target.name)
    if label is None or target.new:
        return target
    known = label_set.fitting(label.id, target.given)
    nothing = {
        item.name: "" for item in label_set.attributes_of(label.id) if target.values.get(item.name) == ""
    }
    values = proposed_values(theirs, label, label_set) | known | nothing
    return replace(target, values={name: str(value) for name, value in values.items() if name not in own})


def _typed(target: Target, use: AttributeUse) -> Target:
    choices = tuple(sorted(use.values)) if use.type == "choice" else ()
    return Target(target.name, new=True, type=use.type, choices=choices)


def _remembered(target: Target | None, names: Collection[str]) -> Target | None:
    """What was remembered, if the label set still has it; what was to be made may be there by now."""
    if target is None or not target.name:
        return target
    if target.name in names:
        return Target(target.name, values=target.values)
    return target if target.new else None


def _finder(ours: Collection[_Named], common: Lookup[str, tuple[str, ...]]) -> Callable[[str], Target]:
    exact = {item.name for item in ours}
    alike: dict[str, str] = {}
    for item in ours:
        alike.setdefault(folded(item.name), item.name)
    for item in ours:
        for title in item.titles.values():
            alike.setdefault(folded(title), item.name)
    for name, others in common.items():
        for other in others if name in exact else ():
            alike.setdefault(folded(other), name)

    def find(theirs: str) -> Target:
        if theirs in exact:
            return Target(theirs)
        found = alike.get(folded(theirs))
        return Target(found) if found else Target(clean(theirs) or "?", new=True)

    return find
