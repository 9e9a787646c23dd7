"""One value for annotations of several layers, as one step."""

from typing import Any

import pytest
from msgspec.structs import replace

from annotator.core import edits
from annotator.core.change import EditContext
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Layer
from annotator.core.schema import LabelSet

FIRST = Layer(id=2, document_id=1, reviewer_id=7, updated="before", status="started")
SECOND = Layer(id=3, document_id=4, reviewer_id=7, updated="before", status="done")


def test_each_gets_the_value_and_keeps_its_others(context: EditContext, labels: LabelSet, spot: Any) -> None:
    one = spot("2500", "2500", "figure", attributes={"value": 2500})
    same = spot("2500", "2500", "figure", attributes={"unit": "soldier"})
    other = spot("2500", "2500", "figure", layer_id=3, attributes={"unit": "man"})
    given = [(FIRST, one), (FIRST, same), (SECOND, other)]
    step = edits.set_attribute_of_all(context, given, "unit", "soldier", labels)
    changed = [after for _, after in step.of(Annotation) if after is not None]
    assert changed == [
        replace(one, attributes={"value": 2500, "unit": "soldier"}),
        replace(other, attributes={"unit": "soldier"}),
    ]
    assert [(before, after) for before, after in step.of(Layer)] == [
        (FIRST, replace(FIRST, updated="now")),
        (SECOND, replace(SECOND, updated="now")),
    ]
    assert (step.name, step.subject) == ("set attributes", "unit: soldier · 2")


def test_none_takes_the_value_away(context: EditContext, labels: LabelSet, spot: Any) -> None:
    item = spot("2500", "2500", "figure", attributes={"unit": "man", "value": 1})
    step = edits.set_attribute_of_all(context, [(FIRST, item)], "unit", None, labels)
    assert [after.attributes for _, after in step.of(Annotation) if after] == [{"value": 1}]


def test_what_does_not_fit_or_is_there_already_is_refused(
    context: EditContext, labels: LabelSet, spot: Any
) -> None:
    actor, figure = spot("قال", "قال", "actor"), spot("قال", "قال", "figure", attributes={"unit": "man"})
    with pytest.raises(UserError, match="no attribute “unit”"):
        edits.set_attribute_of_all(context, [(FIRST, actor)], "unit", "x", labels)
    with pytest.raises(UserError, match="already"):
        edits.set_attribute_of_all(context, [(FIRST, figure)], "unit", "man", labels)
