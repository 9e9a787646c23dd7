"""The names a file uses, looked up in a project's label set, which must know them all."""

import re
from collections.abc import Callable

from annotator.core.errors import Phrase, UserError
from annotator.core.records import Attribute, Label, RelationType, Value, ZoneKind
from annotator.core.schema import LabelSet

Fault = Callable[[UserError], None]
"""Told what cannot be used; raises it if the file is to be refused for it."""

_INT_LIMIT = 2**63
_NUMBER = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?")
_MISSING = (
    "{place}: this project's label set has no {what} “{name}”;"
    " make a new project with the label set of this data (its scheme.json) and import it there."
)
_MISSING_ATTRIBUTE = (
    "{place}: this project's label set has no attribute of {label} named “{name}”;"
    " make a new project with the label set of this data (its scheme.json) and import it there."
)


class Names:
    """Look-ups that refuse what is not there, naming the place in the file."""

    def __init__(self, label_set: LabelSet) -> None:
        self.label_set = label_set
        self._attributes: dict[int, dict[str, Attribute]] = {
            label.id: {item.name: item for item in label_set.attributes_of(label.id)}
            for label in label_set.labels
        }
        self._plain = {
            label_id: {name: _plain(attribute) for name, attribute in defined.items()}
            for label_id, defined in self._attributes.items()
        }

    def label(self, place: str, name: str) -> Label:
        """The label of a name, or UserError."""
        found = self.label_set.label_by_name.get(name)
        if found is None:
            raise UserError(_MISSING, place=place, what=Phrase("label"), name=name)
        return found

    def relation_type(self, place: str, name: str) -> RelationType:
        """The relation type of a name, or UserError."""
        found = self.label_set.relation_type_by_name.get(name)
        if found is None:
            raise UserError(_MISSING, place=place, what=Phrase("relation"), name=name)
        return found

    def zone_kind(self, place: str, name: str) -> ZoneKind:
        """The zone kind of a name, or UserError."""
        found = self.label_set.zone_kind_by_name.get(name)
        if found is None:
            raise UserError(_MISSING, place=place, what=Phrase("zone"), name=name)
        return found

    def fitting(
        self,
        place: str,
        label: Label,
        values: dict[str, Value],
        owner: str,
        fault: Fault,
        *,
        exact: bool,
    ) -> tuple[dict[str, Value], int]:
        """The values that annotations of a label may have, and how many of them a choice does not list.

        The latter may stay, for label sets change. What cannot be is told as a fault, and left out. Unless
        they are to be ``exact``, numbers may be written as text and texts as numbers. ``owner`` is what
        messages call the annotation.
        """
        unlisted = 0
        kept = values
        defined = self._attributes[label.id]
        for name, value in values.items():
            attribute = defined.get(name)
            if attribute is None:
                problem = UserError(_MISSING_ATTRIBUTE, place=place, label=label.name, name=name)
            else:
                found = self.label_set.value_problem(attribute, value)
                if found is None:
                    continue
                given = value if exact else _of_type(attribute, value)
                found = found if given is value else self.label_set.value_problem(attribute, given)
                if found is None or (attribute.type == "choice" and isinstance(given, str)):
                    unlisted += found is not None
                    kept = kept if given is value else {**kept, name: given}
                    continue
                problem = UserError(
                    "{place}: annotation {id} cannot be: {problem}", place=place, id=owner, problem=found
                )
            fault(problem)
            kept = {key: given for key, given in kept.items() if key != name}
        return kept, unlisted

    def are_plain(self, label: Label, values: dict[str, Value]) -> bool:
        """Whether values are plainly as their attributes want them; if not, they may yet be fitting."""
        plain = self._plain[label.id]
        for name, value in values.items():
            wanted = plain.get(name)
            if type(value) is int:
                if wanted is not int or not -_INT_LIMIT < value < _INT_LIMIT:
                    return False
            elif type(value) is not wanted and not (isinstance(wanted, frozenset) and value in wanted):
                return False
        return True


def _plain(attribute: Attribute) -> type[int] | type[str] | frozenset[str]:
    """What most values of an attribute are; a number with a fraction has to be looked at."""
    if attribute.type == "number":
        return int
    return frozenset(attribute.choices) if attribute.type == "choice" and attribute.choices else str


def as_number(value: Value) -> int | float | None:
    """The number that a value is or spells; ``None`` if it is none."""
    if not isinstance(value, str):
        return value
    if not _NUMBER.fullmatch(value.strip()):
        return None
    return float(value) if "." in value else int(value)


def _of_type(attribute: Attribute, value: Value) -> Value:
    """A value as its attribute may have it, if there is such a one."""
    if attribute.type != "number":
        return str(value)
    number = as_number(value)
    return value if number is None else number
