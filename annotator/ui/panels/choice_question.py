"""A long list of choices as a question."""

from annotator.ui.panels import values
from annotator.ui.panels.fields import ListField
from annotator.ui.panels.picker import Answer, Question, fitting

_NONE = ""


class ChoiceQuestion(Question):
    """Which of the choices of an attribute."""

    def __init__(self, field: ListField, typed: str) -> None:
        self.title = field.accessibleName()
        self.typed = typed
        self._field = field

    def answers(self, typed: str) -> list[Answer]:
        """The choices, and none of them."""
        found = [
            Answer(item, values.face(item), words=item, picked=item == self._field.value)
            for item in self._field.attribute.choices
        ]
        return [*fitting(found, typed), *fitting([Answer(_NONE, "–", key="0")], typed)]

    def take(self, value: object) -> Question | None:
        """Give the annotation the choice."""
        self._field.pick(str(value) or None)
        return None
