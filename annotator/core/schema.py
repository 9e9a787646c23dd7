"""The label set: which label, attribute and relation may stand where.

A *definition* is the label set as a file holds it (``scheme.json``), by names. A :class:`LabelSet` is the
same as a project holds it, as records.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

import msgspec

from annotator.core.change import Change
from annotator.core.errors import Phrase, UserError
from annotator.core.records import (
    Annotation,
    Attribute,
    AttributeType,
    Label,
    LinePattern,
    Proclitics,
    Relation,
    RelationType,
    Scheme,
    Value,
    ZoneKind,
)


class AttributeDefinition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An attribute as a file defines it."""

    name: str
    type: AttributeType
    titles: dict[str, str] = {}
    choices: tuple[str, ...] = ()
    required: bool = False


class LabelDefinition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A label as a file defines it."""

    name: str
    colour: str
    colour_dark: str
    key: str = ""
    pattern: LinePattern = "solid"
    titles: dict[str, str] = {}
    description: str = ""
    retired: bool = False
    attributes: tuple[AttributeDefinition, ...] = ()
    has_entities: bool = False


class RelationDefinition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A relation type as a file defines it; ``from`` and ``to`` name labels, empty means any."""

    name: str
    titles: dict[str, str] = {}
    source: tuple[str, ...] = msgspec.field(default=(), name="from")
    target: tuple[str, ...] = msgspec.field(default=(), name="to")


class ZoneDefinition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of zone as a file defines it."""

    name: str
    titles: dict[str, str] = {}


class SchemeDefinition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A label set as a file defines it."""

    format: str
    name: str
    version: int
    labels: tuple[LabelDefinition, ...]
    relations: tuple[RelationDefinition, ...] = ()
    zones: tuple[ZoneDefinition, ...] = ()
    proclitics: Proclitics = "cut"


class LabelSet:
    """The label set of a project, with look-ups. Immutable."""

    def __init__(
        self,
        scheme: Scheme,
        labels: Iterable[Label],
        attributes: Iterable[Attribute] = (),
        relation_types: Iterable[RelationType] = (),
        zone_kinds: Iterable[ZoneKind] = (),
    ) -> None:
        self.scheme = scheme
        self.labels = tuple(sorted(labels, key=_position))
        self.attributes = tuple(sorted(attributes, key=_position))
        self.relation_types = tuple(sorted(relation_types, key=_position))
        self.zone_kinds = tuple(sorted(zone_kinds, key=_position))

    @cached_property
    def label_by_id(self) -> dict[int, Label]:
        """Labels by row id."""
        return {label.id: label for label in self.labels}

    @cached_property
    def label_by_name(self) -> dict[str, Label]:
        """Labels by the name gold data uses."""
        return {label.name: label for label in self.labels}

    @cached_property
    def relation_type_by_id(self) -> dict[int, RelationType]:
        """Relation types by row id."""
        return {kind.id: kind for kind in self.relation_types}

    @cached_property
    def relation_type_by_name(self) -> dict[str, RelationType]:
        """Relation types by name."""
        return {kind.name: kind for kind in self.relation_types}

    @cached_property
    def zone_kind_by_id(self) -> dict[int, ZoneKind]:
        """Zone kinds by row id."""
        return {kind.id: kind for kind in self.zone_kinds}

    @cached_property
    def zone_kind_by_name(self) -> dict[str, ZoneKind]:
        """Zone kinds by name."""
        return {kind.name: kind for kind in self.zone_kinds}

    def attributes_of(self, label_id: int) -> tuple[Attribute, ...]:
        """The attributes that annotations of a label may carry, in order."""
        return self._attributes_by_label.get(label_id, ())

    def fitting(self, label_id: int, values: Mapping[str, Value]) -> dict[str, Value]:
        """Of these attribute values, those that annotations of a label may carry."""
        defined = {attribute.name: attribute for attribute in self.attributes_of(label_id)}
        return {
            name: value
            for name, value in values.items()
            if name in defined and self.value_problem(defined[name], value) is None
        }

    def may_relate(self, kind: RelationType, source_label_id: int, target_label_id: int) -> bool:
        """Whether a relation of this type may link annotations of these labels."""
        return (not kind.source_label_ids or source_label_id in kind.source_label_ids) and (
            not kind.target_label_ids or target_label_id in kind.target_label_ids
        )

    def keeps(self, relation: Relation, annotation: Annotation, annotations: dict[int, Annotation]) -> bool:
        """Whether a relation may stand once ``annotation`` has replaced the one with its id."""
        source = annotation if relation.source_id == annotation.id else annotations[relation.source_id]
        target = annotation if relation.target_id == annotation.id else annotations[relation.target_id]
        kind = self.relation_type_by_id[relation.type_id]
        return self.may_relate(kind, source.label_id, target.label_id)

    def value_problem(self, attribute: Attribute, value: Value) -> UserError | None:
        """Why a value may not stand in an attribute, or ``None`` if it may."""
        name = attribute.name
        if attribute.type == "number" and not _is_number(value):
            return UserError("{name} must be a number, not “{value}”.", name=name, value=value)
        if attribute.type != "number" and not isinstance(value, str):
            return UserError("{name} must be text, not {value}.", name=name, value=value)
        if attribute.type == "choice" and attribute.choices and value not in attribute.choices:
            return UserError(
                "{name} must be one of {choices}, not “{value}”.",
                name=name,
                choices=", ".join(attribute.choices),
                value=value,
            )
        return None

    @cached_property
    def _attributes_by_label(self) -> dict[int, tuple[Attribute, ...]]:
        grouped: dict[int, list[Attribute]] = {}
        for attribute in self.attributes:
            grouped.setdefault(attribute.label_id, []).append(attribute)
        return {label_id: tuple(group) for label_id, group in grouped.items()}


def _is_number(value: object) -> bool:
    """Whether a value is a number that a file can hold: not infinite, and no more than 64 bits."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value) if isinstance(value, float) else abs(value) < 1 << 63


def _position(record: Label | Attribute | RelationType | ZoneKind) -> tuple[int, int]:
    return (record.position, record.id)


FORMAT = "sanad-scheme"

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_LAST_VERSION = 1_000_000


def read_definition(data: bytes) -> SchemeDefinition:
    """The label set in a ``scheme.json``.

    Raises:
        UserError: the data is not a label set, or contradicts itself.
    """
    try:
        definition = msgspec.json.decode(data, type=SchemeDefinition)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UserError("This is not a label set: {reason}.", reason=error) from error
    if definition.format != FORMAT:
        raise UserError(
            "This is not a label set: its format is “{found}”, not “{wanted}”.",
            found=definition.format,
            wanted=FORMAT,
        )
    _refuse_contradictions(definition)
    return definition


def _refuse_contradictions(definition: SchemeDefinition) -> None:
    if not definition.labels:
        raise UserError("The label set has no label; add at least one.")
    if not 0 < definition.version <= _LAST_VERSION:
        raise UserError("The label set has the version {version}; count from 1.", version=definition.version)
    _refuse_repeats(Phrase("label"), [label.name for label in definition.labels])
    _refuse_repeats(Phrase("key"), [label.key for label in definition.labels if label.key])
    _refuse_repeats(Phrase("relation"), [relation.name for relation in definition.relations])
    _refuse_repeats(Phrase("zone"), [zone.name for zone in definition.zones])
    names = {label.name for label in definition.labels}
    for label in definition.labels:
        for colour in (label.colour, label.colour_dark):
            if not _COLOUR.fullmatch(colour):
                raise UserError(
                    "The label “{label}” has the colour “{colour}”; write it as #rrggbb.",
                    label=label.name,
                    colour=colour,
                )
        _refuse_repeats(Phrase("attribute"), [attribute.name for attribute in label.attributes])
    for relation in definition.relations:
        for name in (*relation.source, *relation.target):
            if name not in names:
                raise UserError(
                    "The relation “{relation}” links the label “{label}”, which the label set does not have.",
                    relation=relation.name,
                    label=name,
                )


def _refuse_repeats(what: Phrase, names: list[str]) -> None:
    for name in names:
        if not name.strip():
            raise UserError("The label set has a {what} without a name.", what=what)
        if names.count(name) > 1:
            raise UserError("The label set has the {what} “{name}” twice.", what=what, name=name)


def write_definition(definition: SchemeDefinition) -> bytes:
    """The bytes of a ``scheme.json``; the same definition gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(definition), indent=2) + b"\n"


def instantiate(definition: SchemeDefinition, new_id: Callable[[], int]) -> tuple[Change, ...]:
    """The changes that put a defined label set into an empty project."""
    scheme = Scheme(
        id=new_id(), name=definition.name, version=definition.version, proclitics=definition.proclitics
    )
    labels = {item.name: _label(item, position, new_id()) for position, item in enumerate(definition.labels)}
    records: list[Scheme | Label | Attribute | RelationType | ZoneKind] = [scheme, *labels.values()]
    for item in definition.labels:
        records += [
            Attribute(
                id=new_id(),
                label_id=labels[item.name].id,
                name=attribute.name,
                titles=attribute.titles,
                type=attribute.type,
                choices=attribute.choices,
                position=position,
                required=attribute.required,
            )
            for position, attribute in enumerate(item.attributes)
        ]
    records += [
        RelationType(
            id=new_id(),
            name=relation.name,
            titles=relation.titles,
            position=position,
            source_label_ids=tuple(labels[name].id for name in relation.source),
            target_label_ids=tuple(labels[name].id for name in relation.target),
        )
        for position, relation in enumerate(definition.relations)
    ]
    records += [
        ZoneKind(id=new_id(), name=zone.name, titles=zone.titles, position=position)
        for position, zone in enumerate(definition.zones)
    ]
    return tuple(Change(None, record) for record in records)


def _label(item: LabelDefinition, position: int, row_id: int) -> Label:
    return Label(
        id=row_id,
        name=item.name,
        titles=item.titles,
        colour=item.colour,
        colour_dark=item.colour_dark,
        key=item.key,
        pattern=item.pattern,
        position=position,
        description=item.description,
        retired=item.retired,
        has_entities=item.has_entities,
    )


def define(label_set: LabelSet) -> SchemeDefinition:
    """The label set of a project as a file defines it; the inverse of :func:`instantiate`."""
    names = {label.id: label.name for label in label_set.labels}
    return SchemeDefinition(
        format=FORMAT,
        name=label_set.scheme.name,
        version=label_set.scheme.version,
        labels=tuple(_label_definition(label, label_set) for label in label_set.labels),
        relations=tuple(
            RelationDefinition(
                kind.name,
                kind.titles,
                tuple(names[row] for row in kind.source_label_ids),
                tuple(names[row] for row in kind.target_label_ids),
            )
            for kind in label_set.relation_types
        ),
        zones=tuple(ZoneDefinition(kind.name, kind.titles) for kind in label_set.zone_kinds),
        proclitics=label_set.scheme.proclitics,
    )


def _label_definition(label: Label, label_set: LabelSet) -> LabelDefinition:
    return LabelDefinition(
        label.name,
        label.colour,
        label.colour_dark,
        label.key,
        label.pattern,
        label.titles,
        label.description,
        label.retired,
        tuple(
            AttributeDefinition(item.name, item.type, item.titles, item.choices, item.required)
            for item in label_set.attributes_of(label.id)
        ),
        label.has_entities,
    )
