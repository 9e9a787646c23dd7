"""From the names in other people's files to those of a project's label set."""

import unicodedata
from collections import Counter
from collections.abc import Mapping as Lookup
from typing import Any, Self

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.core.records import AttributeType, Value
from annotator.exchange.spelling import escaped, parted, unescaped
from annotator.formats.bundle import Bundle, BundleLayer

FORMAT = "sanad-mapping"
VERSION = 1
MAX_NAME = 100
"""Characters of a name that is made new."""
_LEAVE, _MAKE, _EXACTLY = "-", "+", "="


class Target(Struct, frozen=True):
    """Where a name of theirs leads."""

    name: str = ""
    """Ours; empty if what bears theirs is left out."""
    new: bool = False
    """Whether the label set is to get it."""
    type: AttributeType = "text"
    """Of a new attribute."""
    choices: tuple[str, ...] = ()
    """Of a new attribute."""
    has_entities: bool = False
    """Whether annotations of a new label mention entities."""
    values: dict[str, str] = {}
    """Of a label: what its attributes say where an annotation does not; empty if that is to be nothing."""

    def __str__(self) -> str:
        """As the command line has it: as :attr:`written` says, with ``:ATTRIBUTE=VALUE`` for each value."""
        values = (
            f":{escaped(name, ':=')}={escaped(value, ':')}" for name, value in sorted(self.values.items())
        )
        return escaped(self.written, ":") + "".join(values)

    @property
    def written(self) -> str:
        """The name as a mapping file has it: ``-`` to leave out, ``+NAME`` to make."""
        if not self.name:
            return _LEAVE
        if self.new:
            return _MAKE + self.name
        return _EXACTLY + self.name if self.name[0] in (_LEAVE, _MAKE, _EXACTLY) else self.name

    @property
    def given(self) -> dict[str, str]:
        """The values that are something."""
        return {name: value for name, value in self.values.items() if value}

    @classmethod
    def parse(cls, written: str, theirs: str) -> Self:
        """What stands on a command line.

        Raises:
            UserError: a value has no attribute.
        """
        name, *values = parted(written, ":")
        found: dict[str, str] = {}
        for item in values:
            attribute, *value = parted(item, "=")
            if not attribute or not value:
                raise UserError(
                    "“{given}” should be written as LABEL:ATTRIBUTE=VALUE; a colon in a name is written \\:.",
                    given=written,
                )
            found[unescaped(attribute)] = unescaped("=".join(value))
        return cls.of(unescaped(name), theirs, found)

    @classmethod
    def of(cls, written: str, theirs: str, values: dict[str, str] | None = None) -> Self:
        """What a mapping file says; ``+`` alone makes a new one of their name."""
        given = values or {}
        if written in ("", _LEAVE):
            return cls(values=given)
        if written.startswith(_MAKE):
            return cls(clean(written[1:]) or clean(theirs), new=True, values=given)
        return cls(written.removeprefix(_EXACTLY), values=given)


LEAVE_OUT = Target()


class Dropped(Struct):
    """How much was left out because the mapping says so, by their names."""

    labels: Counter[str] = msgspec.field(default_factory=Counter)
    """Annotations and predictions."""
    attributes: Counter[tuple[str, str]] = msgspec.field(default_factory=Counter)
    """Values, by label and attribute."""
    relations: Counter[str] = msgspec.field(default_factory=Counter)
    """Of a type that is left out."""
    links: Counter[str] = msgspec.field(default_factory=Counter)
    """Relations, by type, one of whose ends is left out."""
    zones: Counter[str] = msgspec.field(default_factory=Counter)
    entities: Counter[str] = msgspec.field(default_factory=Counter)
    """Entities, by label."""
    entity_ids: set[str] = msgspec.field(default_factory=set)
    """Those entities: nothing can mention them."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was left out."""
        return not any((self.labels, self.attributes, self.relations, self.links, self.zones, self.entities))

    def add(self, other: "Dropped") -> None:
        """Count what another file had left out, too."""
        self.labels += other.labels
        self.attributes += other.attributes
        self.relations += other.relations
        self.links += other.links
        self.zones += other.zones
        self.entities += other.entities


class Mapping(Struct, frozen=True, kw_only=True):
    """What becomes of each name of theirs; one that is not mentioned stays as it is.

    :func:`annotator.exchange.proposing.proposed` makes one for what a survey found.
    """

    labels: dict[str, Target] = {}
    attributes: dict[str, dict[str, Target]] = {}
    """By their label, by their attribute."""
    relations: dict[str, Target] = {}
    zones: dict[str, Target] = {}
    reviewers: dict[str, str] = {}
    """Other names for reviewers; the empty one is whoever a file does not name."""

    @property
    def is_empty(self) -> bool:
        """Whether everything stays as it is."""
        return not (self.labels or self.attributes or self.relations or self.zones or self.reviewers)

    def simplified(self) -> "Mapping":
        """The mapping without what stays as it is: the less there is to do, the faster it is done."""
        attributes = {label: _changed(given) for label, given in self.attributes.items()}
        return Mapping(
            labels=_changed(self.labels),
            attributes={label: given for label, given in attributes.items() if given},
            relations=_changed(self.relations),
            zones=_changed(self.zones),
            reviewers={theirs: ours for theirs, ours in self.reviewers.items() if theirs != ours},
        )

    def updated(self, other: "Mapping") -> "Mapping":
        """The mapping with what another one says in place of what this one says."""
        labels = self.attributes.keys() | other.attributes.keys()
        return Mapping(
            labels=self.labels | other.labels,
            attributes={
                label: self.attributes.get(label, {}) | other.attributes.get(label, {}) for label in labels
            },
            relations=self.relations | other.relations,
            zones=self.zones | other.zones,
            reviewers=self.reviewers | other.reviewers,
        )

    def apply(self, bundle: Bundle, dropped: Dropped | None = None) -> Bundle:
        """The bundle in our names, without what is left out; ``dropped`` is told what that is.

        With an annotation go its relations; with a label go its entities. All bundles of a file are given the
        same ``dropped``: its entities come with the first.
        """
        if self.is_empty:
            return bundle
        told = Dropped() if dropped is None else dropped
        entities = [
            replace(item, label=label)
            for item in bundle.entities
            if (label := self._entity_label(item.label, item.uuid, told))
        ]
        predictions = [
            replace(item, label=label, attributes=self._filled(item.label, item.attributes, told))
            for item in bundle.predictions
            if (label := _ours(self.labels, item.label, told.labels))
        ]
        return replace(
            bundle,
            layer=None if bundle.layer is None else self._layer(bundle.layer, told),
            entities=tuple(entities),
            predictions=tuple(predictions),
        )

    def _layer(self, layer: BundleLayer, dropped: Dropped) -> BundleLayer:
        annotations = tuple(
            replace(
                item,
                label=label,
                attributes=self._filled(item.label, item.attributes, dropped),
                entity=None if item.entity in dropped.entity_ids else item.entity,
                reviewer=self._reviewer(item.reviewer) if item.reviewer else "",
            )
            for item in layer.annotations
            if (label := _ours(self.labels, item.label, dropped.labels))
        )
        kept = {item.uuid for item in annotations} if len(annotations) != len(layer.annotations) else None
        relations = []
        for link in layer.relations:
            kind = _ours(self.relations, link.type, dropped.relations)
            if kind and kept is not None and not {link.source, link.target} <= kept:
                dropped.links[link.type] += 1
            elif kind:
                relations.append(replace(link, type=kind))
        zones = (
            replace(zone, kind=kind)
            for zone in layer.zones
            if (kind := _ours(self.zones, zone.kind, dropped.zones))
        )
        return replace(
            layer,
            reviewers=tuple(dict.fromkeys(map(self._reviewer, layer.reviewers))),
            annotations=annotations,
            relations=tuple(relations),
            zones=tuple(zones),
        )

    def _filled(self, label: str, values: dict[str, Value], dropped: Dropped) -> dict[str, Value]:
        """The values of an annotation, and those its label gives where it has none of its own."""
        own, target = self._values(label, values, dropped), self.labels.get(label)
        if target is None or not target.values:
            return own
        given = target.given
        return {
            **given,
            **{name: value for name, value in own.items() if name not in given or not _is_blank(value)},
        }

    def _values(self, label: str, values: dict[str, Value], dropped: Dropped) -> dict[str, Value]:
        known = self.attributes.get(label)
        if not known or not values:
            return values
        kept: dict[str, Value] = {}
        for name, value in values.items():
            target = known.get(name)
            ours = name if target is None else target.name
            if ours and (ours not in kept or _is_blank(kept[ours])):
                kept[ours] = value
            elif not ours or not _is_blank(value):
                dropped.attributes[label, name] += 1
        return kept

    def _entity_label(self, label: str, uuid: str, dropped: Dropped) -> str:
        ours = _ours(self.labels, label, dropped.entities)
        if not ours:
            dropped.entity_ids.add(uuid)
        return ours

    def _reviewer(self, name: str) -> str:
        return self.reviewers.get(name, name)

    def to_bytes(self) -> bytes:
        """The bytes of a mapping file; the same mapping gives the same bytes."""
        file = _File(
            FORMAT,
            VERSION,
            {theirs: _led(target) for theirs, target in sorted(self.labels.items())},
            {label: _written(given) for label, given in sorted(self.attributes.items()) if given},
            _written(self.relations),
            _written(self.zones),
            {theirs: ours for theirs, ours in sorted(self.reviewers.items()) if theirs != ours},
        )
        return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"

    @classmethod
    def from_bytes(cls, data: bytes, name: str) -> "Mapping":
        """What a mapping file of this name says.

        Raises:
            UserError: it is none.
        """
        try:
            file = msgspec.json.decode(data, type=_File)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise UserError("{file} is not a mapping: {reason}.", file=name, reason=error) from error
        if (file.format, file.version) != (FORMAT, VERSION):
            raise UserError(
                "{file} is not a mapping of this Sanad: its format is “{found}”, version {version}.",
                file=name,
                found=file.format,
                version=file.version,
            )
        return cls(
            labels={theirs: _target(led, theirs) for theirs, led in file.labels.items()},
            attributes={label: _read(given) for label, given in file.attributes.items()},
            relations=_read(file.relations),
            zones=_read(file.zones),
            reviewers=file.reviewers,
        )


class _Led(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a label leads, with values."""

    to: str
    values: dict[str, str]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in a mapping file."""

    format: str
    version: int
    labels: dict[str, str | _Led] = {}
    attributes: dict[str, dict[str, str]] = {}
    relations: dict[str, str] = {}
    zones: dict[str, str] = {}
    reviewers: dict[str, str] = {}


def clean(name: str) -> str:
    """A name of theirs as one of ours can be: on one line, nothing invisible, not too long."""
    seen = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in name)
    return " ".join(seen.split())[:MAX_NAME].strip()


def _is_blank(value: Value) -> bool:
    """Whether a value is there that says nothing: it counts as none."""
    return isinstance(value, str) and not value.strip()


def _ours(targets: Lookup[str, Target], theirs: str, dropped: Counter[Any]) -> str:
    """Our name; empty, and counted, if what bears theirs is left out."""
    target = targets.get(theirs)
    if target is None:
        return theirs
    if not target.name:
        dropped[theirs] += 1
    return target.name


def _changed(targets: Lookup[str, Target]) -> dict[str, Target]:
    return {theirs: target for theirs, target in targets.items() if target.name != theirs or target.given}


def _led(target: Target) -> str | _Led:
    return _Led(target.written, dict(sorted(target.values.items()))) if target.values else target.written


def _target(led: str | _Led, theirs: str) -> Target:
    return Target.of(led, theirs) if isinstance(led, str) else Target.of(led.to, theirs, led.values)


def _written(targets: Lookup[str, Target]) -> dict[str, str]:
    return {theirs: target.written for theirs, target in sorted(targets.items())}


def _read(written: Lookup[str, str]) -> dict[str, Target]:
    return {theirs: Target.of(target, theirs) for theirs, target in written.items()}
