"""What tagging, retagging and untagging carry along."""

from typing import Any

import pytest
from msgspec.structs import replace

from annotator.core import edits
from annotator.core.change import EditContext
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Comment, Comparison, Entity, Layer, Span
from annotator.core.schema import LabelSet

TEXT = "في بغداد اجتمع السوداني"
LAYER = Layer(id=2, document_id=1, reviewer_id=7, updated="before", status="started")


@pytest.fixture
def baghdad(labels: LabelSet) -> Entity:
    return Entity(id=900, uuid="e", label_id=labels.label_by_name["location"].id, name="بغداد")


def test_a_tag_can_come_filled_in(context: EditContext, labels: LabelSet, baghdad: Entity) -> None:
    label = labels.label_by_name["location"]
    values = labels.fitting(label.id, {"kind": "city", "role": "x", "value": 3})
    assert values == {"kind": "city"}
    transaction = edits.tag(context, LAYER, TEXT, Span(3, 8), label, 1, attributes=values, entity=baghdad)
    ((_, made),) = transaction.of(Annotation)
    assert made is not None
    assert (made.quote, made.attributes, made.entity_id) == ("بغداد", {"kind": "city"}, 900)


def test_a_tag_does_not_mention_an_entity_of_another_label(
    context: EditContext, labels: LabelSet, baghdad: Entity
) -> None:
    with pytest.raises(UserError, match="another label"):
        edits.tag(context, LAYER, TEXT, Span(3, 8), labels.label_by_name["actor"], 1, entity=baghdad)


def test_the_entity_stays_if_it_is_of_the_new_label(
    context: EditContext, labels: LabelSet, baghdad: Entity, spot: Any
) -> None:
    item = spot(TEXT, "بغداد", "actor", entity_id=baghdad.id)
    label, alone = labels.label_by_name["location"], {item.id: item}
    stays = edits.retag(context, LAYER, item, label, labels, [], alone, baghdad)
    goes = edits.retag(context, LAYER, item, label, labels, [], alone)
    other = edits.retag(context, LAYER, item, label, labels, [], alone, replace(baghdad, id=901))
    found = [after.entity_id for step in (stays, goes, other) for _, after in step.of(Annotation) if after]
    assert found == [baghdad.id, None, None]


def test_comments_go_with_their_annotation(context: EditContext, spot: Any) -> None:
    item = spot(TEXT, "السوداني")
    on_it = Comment(id=1, uuid="c", document_id=1, annotation_id=item.id, reviewer_id=8, at="t", text="؟")
    on_all = replace(on_it, id=2, uuid="d", annotation_id=None)
    transaction = edits.untag(context, LAYER, [item], [], [on_it, on_all])
    assert list(transaction.of(Comment)) == [(on_it, None)]


def test_comparisons_go_with_either_of_their_annotations(context: EditContext, spot: Any) -> None:
    one, other, third = (spot(TEXT, "السوداني") for _ in range(3))
    given = {"uuid": "x", "verdict": "agreement", "reviewer_id": 7, "at": "t"}
    pair = Comparison(id=1, source_id=one.id, target_id=other.id, **given)
    stays = Comparison(id=2, source_id=other.id, target_id=third.id, **given)
    for item, gone in ((one, [pair]), (other, [pair, stays]), (third, [stays])):
        transaction = edits.untag(context, LAYER, [item], [], [], [pair, stays])
        assert list(transaction.of(Comparison)) == [(comparison, None) for comparison in gone]
