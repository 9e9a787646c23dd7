"""Edits of the label set that leave the annotations as they are."""

from typing import Any

import pytest
from msgspec.structs import replace

from annotator.core import edits, label_edits
from annotator.core.change import Change, EditContext, Transaction
from annotator.core.errors import UserError
from annotator.core.records import Attribute, Label, RelationType, Scheme, ZoneKind
from annotator.core.schema import AttributeDefinition, LabelDefinition, LabelSet, ZoneDefinition

EVENT = LabelDefinition("event", "#102030", "#a0b0c0", "5", titles={"ar": "حدث"}, has_entities=True)


def after(transaction: Transaction, kind: Any) -> list[Any]:
    return [item for _before, item in transaction.of(kind)]


def test_a_label_is_added_at_the_end(context: EditContext, labels: LabelSet) -> None:
    (label,) = after(label_edits.add_label(context, labels, EVENT), Label)
    assert (label.name, label.key, label.has_entities, label.titles) == ("event", "5", True, {"ar": "حدث"})
    assert label.position == max(item.position for item in labels.labels) + 1


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (replace(EVENT, name="actor"), "has “actor” already"),
        (replace(EVENT, name=" "), "name is needed"),
        (replace(EVENT, key="1"), "“1” is the key of actor"),
        (replace(EVENT, key="0"), "cannot be a label's key"),
        (replace(EVENT, key="ش"), "cannot be a label's key"),
        (replace(EVENT, colour="red"), "“red” is no colour"),
        (replace(EVENT, colour_dark="#12345"), "“#12345” is no colour"),
    ],
)
def test_a_label_that_cannot_be_is_refused(
    context: EditContext, labels: LabelSet, given: LabelDefinition, reason: str
) -> None:
    with pytest.raises(UserError, match=reason):
        label_edits.add_label(context, labels, given)


def test_a_label_is_renamed_but_not_to_another_ones_name(context: EditContext, labels: LabelSet) -> None:
    actor = labels.label_by_name["actor"]
    assert after(label_edits.rename_label(context, labels, actor, " agent "), Label)[0].name == "agent"
    with pytest.raises(UserError, match="already"):
        label_edits.rename_label(context, labels, actor, "claim")


def test_a_key_is_free_in_either_case(context: EditContext, labels: LabelSet) -> None:
    actor, claim = labels.label_by_name["actor"], labels.label_by_name["claim"]
    lettered = LabelSet(labels.scheme, [replace(actor, key="a"), claim])
    with pytest.raises(UserError, match="key of actor"):
        label_edits.set_key(context, lettered, claim, "A")
    assert after(label_edits.set_key(context, lettered, lettered.labels[0], "A"), Label)[0].key == "A"
    assert after(label_edits.set_key(context, lettered, claim, ""), Label)[0].key == ""


def test_labels_are_drawn_and_called_otherwise(context: EditContext, labels: LabelSet) -> None:
    actor = labels.label_by_name["actor"]
    drawn = label_edits.recolour_label(context, labels, actor, "#000000", "#ffffff", "dotted")
    assert after(drawn, Label) == [replace(actor, colour="#000000", colour_dark="#ffffff", pattern="dotted")]
    with pytest.raises(UserError, match="no colour"):
        label_edits.recolour_label(context, labels, actor, "#000000", "white")
    called = label_edits.retitle_label(context, labels, actor, {"en": "Agent"}, "Who acts.")
    assert after(called, Label) == [replace(actor, titles={"en": "Agent"}, description="Who acts.")]


def test_labels_are_reordered(context: EditContext, labels: LabelSet) -> None:
    order = list(reversed(labels.labels))
    changed = after(label_edits.reorder_labels(context, labels, order), Label)
    by_id = {label.id: label for label in labels.labels} | {label.id: label for label in changed}
    found = LabelSet(labels.scheme, by_id.values())
    assert [label.name for label in found.labels] == [label.name for label in order]
    with pytest.raises(ValueError, match="every label"):
        label_edits.reorder_labels(context, labels, order[1:])


def test_a_retired_label_gives_its_key_back_and_the_last_one_stays(
    context: EditContext, labels: LabelSet
) -> None:
    actor = labels.label_by_name["actor"]
    (retired,) = after(label_edits.retire_label(context, labels, actor), Label)
    assert (retired.retired, retired.key) == (True, "")
    assert after(label_edits.unretire_label(context, labels, retired), Label) == [replace(actor, key="")]
    last = LabelSet(labels.scheme, [actor, replace(labels.labels[1], retired=True)])
    with pytest.raises(UserError, match="last label in use"):
        label_edits.retire_label(context, last, actor)


def test_attributes_are_added_changed_and_reordered(context: EditContext, labels: LabelSet) -> None:
    actor = labels.label_by_name["actor"]
    given = AttributeDefinition("side", "choice", {}, ("a", "b"), required=True)
    (side,) = after(label_edits.add_attribute(context, labels, actor, given), Attribute)
    assert (side.label_id, side.choices, side.required, side.position) == (actor.id, ("a", "b"), True, 2)
    kind, role = labels.attributes_of(actor.id)
    (changed,) = after(label_edits.change_attribute(context, labels, kind, required=True), Attribute)
    assert changed == replace(kind, required=True)
    swapped = after(label_edits.reorder_attributes(context, labels, [role, kind]), Attribute)
    assert swapped == [replace(role, position=0), replace(kind, position=1)]
    with pytest.raises(UserError, match="“role” already"):
        label_edits.add_attribute(context, labels, actor, AttributeDefinition("role", "text"))
    with pytest.raises(UserError, match="“a” already"):
        label_edits.add_attribute(context, labels, actor, replace(given, choices=("a", "a")))
    with pytest.raises(ValueError, match="every attribute"):
        label_edits.reorder_attributes(context, labels, [role])


def test_choices_are_added_to_choices_only(context: EditContext, labels: LabelSet) -> None:
    kind, role = labels.attributes_of(labels.label_by_name["actor"].id)
    (changed,) = after(label_edits.add_choice(context, labels, kind, "court"), Attribute)
    assert changed.choices == (*kind.choices, "court")
    with pytest.raises(UserError, match="“state” already"):
        label_edits.add_choice(context, labels, kind, "state")
    with pytest.raises(UserError, match="does not hold one of several"):
        label_edits.add_choice(context, labels, role, "x")


def test_relation_types_are_added_renamed_and_widened(context: EditContext, labels: LabelSet) -> None:
    claim, actor = labels.label_by_name["claim"], labels.label_by_name["actor"]
    (denied,) = after(
        label_edits.add_relation_type(context, labels, "denied_by", {}, [claim], [actor]), RelationType
    )
    assert (denied.source_label_ids, denied.target_label_ids) == ((claim.id,), (actor.id,))
    said = labels.relation_type_by_name["attributed_to"]
    assert after(label_edits.rename_relation_type(context, labels, said, "by"), RelationType)[0].name == "by"
    with pytest.raises(UserError, match="already"):
        label_edits.rename_relation_type(context, labels, said, "same_as")
    (wider,) = after(label_edits.change_relation_type(context, labels, said, targets=()), RelationType)
    assert wider == replace(said, target_label_ids=())


def test_zone_kinds_are_added_renamed_and_retitled(context: EditContext, labels: LabelSet) -> None:
    (made,) = after(
        label_edits.add_zone_kind(context, labels, ZoneDefinition("date", {"en": "Date"})), ZoneKind
    )
    assert (made.name, made.position) == ("date", len(labels.zone_kinds))
    kind = labels.zone_kind_by_name["caption"]
    assert after(label_edits.rename_zone_kind(context, labels, kind, "x"), ZoneKind)[0].name == "x"
    assert after(label_edits.retitle_zone_kind(context, labels, kind, {}), ZoneKind)[0].titles == {}
    with pytest.raises(UserError, match="already"):
        label_edits.add_zone_kind(context, labels, ZoneDefinition("caption"))


def test_every_edit_has_a_known_name_and_raises_the_version_once(
    context: EditContext, labels: LabelSet
) -> None:
    actor = labels.label_by_name["actor"]
    kind = labels.attributes_of(actor.id)[0]
    said, caption = labels.relation_type_by_name["attributed_to"], labels.zone_kind_by_name["caption"]
    transactions = [
        label_edits.add_label(context, labels, EVENT),
        label_edits.rename_label(context, labels, actor, "x"),
        label_edits.retitle_label(context, labels, actor, {}),
        label_edits.set_has_entities(context, labels, actor, has_entities=False),
        label_edits.set_key(context, labels, actor, "q"),
        label_edits.reorder_labels(context, labels, labels.labels[::-1]),
        label_edits.retire_label(context, labels, actor),
        label_edits.unretire_label(context, labels, actor),
        label_edits.set_proclitics(context, labels, "whole"),
        label_edits.change_attribute(context, labels, kind, titles={}),
        label_edits.add_choice(context, labels, kind, "x"),
        label_edits.rename_relation_type(context, labels, said, "x"),
        label_edits.rename_zone_kind(context, labels, caption, "x"),
    ]
    for transaction in transactions:
        assert transaction.name in edits.NAMES
        ((before, now),) = transaction.of(Scheme)
        assert before == labels.scheme
        assert now is not None
        assert now.version == labels.scheme.version + 1
    policy = transactions[8].changes
    assert policy == (Change(labels.scheme, replace(labels.scheme, version=2, proclitics="whole")),)
