"""What a mapping has made new in the label set: labels, attributes, relation types, zone kinds."""

import itertools
from collections.abc import Iterable
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.label_edits.labels import new_label
from annotator.core.palette import PALETTE
from annotator.core.records import (
    AnyRecord,
    Attribute,
    Label,
    LinePattern,
    RelationType,
    Scheme,
    ZoneKind,
)
from annotator.core.schema import LabelDefinition, LabelSet
from annotator.exchange.mapping import Mapping, Target

NAME: Final = "import"

_PATTERNS: Final[tuple[LinePattern, ...]] = ("solid", "dashed", "dotted", "double")
_KEYS: Final = "123456789"


class Made(Struct, frozen=True):
    """A label set with what was made in it."""

    label_set: LabelSet
    changes: tuple[Change, ...]
    """What makes it, with the label set's next version; empty if nothing is new."""
    names: tuple[str, ...]
    """Of what is new, an attribute as ``label.attribute``."""

    def transaction(self, context: EditContext) -> Transaction:
        """The changes as a part of an import."""
        subject = ", ".join(self.names)
        return Transaction(NAME, self.changes, context.reviewer_id, context.at, subject)


def make_new(context: EditContext, label_set: LabelSet, mapping: Mapping) -> Made:
    """What a mapping has made new, as far as the label set does not have it."""
    making = _Making(context, label_set)
    for target in _new(mapping.labels.values()):
        making.add_label(target)
    for theirs, targets in mapping.attributes.items():
        ours = mapping.labels.get(theirs, Target(theirs)).name
        for target in _new(targets.values()):
            making.add_attribute(ours, target)
    for target in _new(mapping.relations.values()):
        making.add_relation_type(target.name)
    for target in _new(mapping.zones.values()):
        making.add_zone_kind(target.name)
    return making.made()


def with_new(label_set: LabelSet, mapping: Mapping) -> LabelSet:
    """A label set as a mapping would have it. Nothing is made: the ids of what is new mean nothing."""
    records = (*label_set.labels, *label_set.attributes, *label_set.relation_types, *label_set.zone_kinds)
    numbers = itertools.count(max((item.id for item in records), default=0) + 1)
    context = EditContext(reviewer_id=0, at="", new_id=lambda: next(numbers), new_uuid=str)
    return make_new(context, label_set, mapping).label_set


def _new(targets: Iterable[Target]) -> list[Target]:
    return [target for target in targets if target.new]


class _Making:
    def __init__(self, context: EditContext, label_set: LabelSet) -> None:
        self._context = context
        self._before = label_set
        self._labels = {item.name: item for item in label_set.labels}
        self._attributes = {(item.label_id, item.name): item for item in label_set.attributes}
        self._relation_types = {item.name: item for item in label_set.relation_types}
        self._zone_kinds = {item.name: item for item in label_set.zone_kinds}
        self._records: list[AnyRecord] = []
        self._names: list[str] = []

    def add_label(self, target: Target) -> None:
        if target.name in self._labels:
            return
        labels = self._labels.values()
        taken, keys = {label.colour.lower() for label in labels}, {label.key for label in labels}
        count = len(self._labels)
        light, dark = next((pair for pair in PALETTE if pair[0] not in taken), PALETTE[count % len(PALETTE)])
        given = LabelDefinition(
            name=target.name,
            colour=light,
            colour_dark=dark,
            key=next((key for key in _KEYS if key not in keys), ""),
            pattern=_PATTERNS[count // len(PALETTE) % len(_PATTERNS)],
            has_entities=target.has_entities,
        )
        label = new_label(self._context, LabelSet(self._before.scheme, labels), given)
        self._labels[label.name] = label
        self._note(label, label.name)

    def add_attribute(self, label_name: str, target: Target) -> None:
        label = self._labels.get(label_name)
        if label is None or (label.id, target.name) in self._attributes:
            return
        siblings = [item.position for item in self._attributes.values() if item.label_id == label.id]
        attribute = Attribute(
            id=self._context.new_id(),
            label_id=label.id,
            name=target.name,
            titles={},
            type=target.type,
            choices=target.choices,
            position=max(siblings, default=-1) + 1,
        )
        self._attributes[label.id, target.name] = attribute
        self._note(attribute, f"{label.name}.{attribute.name}")

    def add_relation_type(self, name: str) -> None:
        if name not in self._relation_types:
            position = max((item.position for item in self._relation_types.values()), default=-1) + 1
            made = RelationType(
                id=self._context.new_id(),
                name=name,
                titles={},
                source_label_ids=(),
                target_label_ids=(),
                position=position,
            )
            self._relation_types[name] = made
            self._note(made, name)

    def add_zone_kind(self, name: str) -> None:
        if name not in self._zone_kinds:
            position = max((item.position for item in self._zone_kinds.values()), default=-1) + 1
            made = ZoneKind(id=self._context.new_id(), name=name, titles={}, position=position)
            self._zone_kinds[name] = made
            self._note(made, name)

    def made(self) -> Made:
        if not self._records:
            return Made(self._before, (), ())
        scheme = self._before.scheme
        raised: Scheme = replace(scheme, version=scheme.version + 1)
        changes = (Change(scheme, raised), *(Change(None, record) for record in self._records))
        label_set = LabelSet(
            raised,
            self._labels.values(),
            self._attributes.values(),
            self._relation_types.values(),
            self._zone_kinds.values(),
        )
        return Made(label_set, changes, tuple(self._names))

    def _note(self, record: Label | Attribute | RelationType | ZoneKind, name: str) -> None:
        self._records.append(record)
        self._names.append(name)
