"""The names a file uses, looked up in a project's label set, which must know them all."""

from annotator.core.errors import Phrase, UserError
from annotator.core.records import Attribute, Label, RelationType, ZoneKind
from annotator.core.schema import LabelSet
from annotator.formats.bundle import BundleAnnotation

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

    def check_attributes(self, place: str, given: BundleAnnotation, label: Label) -> int:
        """How many values a choice does not list; they may stay, for label sets change.

        Raises:
            UserError: the label has no such attribute, or one of another type.
        """
        unlisted = 0
        defined = self._attributes[label.id]
        for name, value in given.attributes.items():
            attribute = defined.get(name)
            if attribute is None:
                raise UserError(_MISSING_ATTRIBUTE, place=place, label=label.name, name=name)
            problem = self.label_set.value_problem(attribute, value)
            if problem and not (attribute.type == "choice" and isinstance(value, str)):
                raise UserError(
                    "{place}: annotation {id} cannot be: {problem}",
                    place=place,
                    id=given.uuid,
                    problem=problem,
                )
            unlisted += problem is not None
        return unlisted
