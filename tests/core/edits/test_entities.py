"""Entities: linked, named, merged, removed."""

from typing import Any

import pytest

from annotator.core import edits
from annotator.core.change import EditContext
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Entity, Layer
from annotator.core.schema import LabelSet

TEXT = "قال السوداني إن بغداد والحكومة العراقية"
LAYER = Layer(id=2, document_id=1, reviewer_id=7, updated="before", status="started")


@pytest.fixture
def entity(labels: LabelSet) -> Any:
    def make(row_id: int, name: str, *aliases: str, label: str = "actor") -> Entity:
        label_id = labels.label_by_name[label].id
        return Entity(id=row_id, uuid=f"e{row_id}", label_id=label_id, name=name, aliases=aliases)

    return make


def test_a_mention_is_linked_and_unlinked(context: EditContext, spot: Any, entity: Any) -> None:
    item, who = spot(TEXT, "السوداني"), entity(900, "محمد شياع السوداني")
    linked = edits.link_entity(context, LAYER, item, who)
    ((_, changed),) = linked.of(Annotation)
    assert changed is not None
    assert changed.entity_id == 900
    freed = edits.link_entity(context, LAYER, changed, None)
    assert list(freed.of(Annotation)) == [(changed, item)]
    assert (linked.name, freed.name) == ("link entity", "unlink entity")


def test_an_entity_of_another_label_is_refused(context: EditContext, spot: Any, entity: Any) -> None:
    with pytest.raises(UserError, match="“بغداد” is an entity of another label"):
        edits.link_entity(context, LAYER, spot(TEXT, "بغداد"), entity(900, "بغداد", label="location"))


def test_a_new_entity_is_added_and_linked_in_one_step(
    context: EditContext, labels: LabelSet, spot: Any
) -> None:
    item = spot(TEXT, "السوداني")
    transaction = edits.link_new_entity(context, LAYER, item, "  محمد  شياع ", labels, [])
    ((_, added),) = transaction.of(Entity)
    assert added is not None
    assert (added.name, added.label_id, added.aliases) == ("محمد شياع", item.label_id, ())
    ((_, changed),) = transaction.of(Annotation)
    assert changed is not None
    assert changed.entity_id == added.id


def test_a_new_entity_needs_a_name_of_its_own_among_its_label(
    context: EditContext, labels: LabelSet, spot: Any, entity: Any
) -> None:
    item = spot(TEXT, "بغداد")
    with pytest.raises(UserError, match="already an entity named “بغداد”"):
        edits.link_new_entity(context, LAYER, item, "بغداد", labels, [entity(900, "بغداد")])
    edits.link_new_entity(context, LAYER, item, "بغداد", labels, [entity(900, "بغداد", label="location")])
    with pytest.raises(UserError, match="needs a name"):
        edits.link_new_entity(context, LAYER, item, " ", labels, [])


def test_a_claim_mentions_no_entity(context: EditContext, labels: LabelSet, spot: Any) -> None:
    with pytest.raises(UserError, match="label “claim” mention no entities"):
        edits.link_new_entity(context, LAYER, spot(TEXT, "بغداد", "claim"), "x", labels, [])


def test_an_entity_is_renamed_and_its_new_name_is_no_alias(context: EditContext, entity: Any) -> None:
    one = entity(900, "السوداني", "محمد شياع السوداني", "رئيس الوزراء")
    ((_, renamed),) = edits.rename_entity(context, one, "محمد شياع السوداني", [one]).of(Entity)
    assert renamed is not None
    assert (renamed.name, renamed.aliases) == ("محمد شياع السوداني", ("رئيس الوزراء",))
    with pytest.raises(UserError, match="already an entity"):
        edits.rename_entity(context, one, "بغداد", [one, entity(901, "بغداد")])


def test_aliases_are_cleaned(context: EditContext, entity: Any) -> None:
    given = ["  ب  ج ", "", "أ", "ب ج", "د"]
    ((_, changed),) = edits.set_aliases(context, entity(900, "أ"), given).of(Entity)
    assert changed is not None
    assert changed.aliases == ("ب ج", "د")


def test_merging_gathers_names_and_moves_mentions_of_all_layers(
    context: EditContext, spot: Any, entity: Any
) -> None:
    keep, one, two = entity(900, "أ", "ا"), entity(901, "ب", "أ", "ج"), entity(902, "د")
    mentions = [
        spot(TEXT, "السوداني", entity_id=901),
        spot(TEXT, "بغداد", entity_id=902, layer_id=3),
        spot(TEXT, "الحكومة", entity_id=900),
    ]
    transaction = edits.merge_entities(context, keep, [one, two, keep], mentions)
    moved = [after for _before, after in transaction.of(Annotation) if after]
    assert [(item.quote, item.entity_id) for item in moved] == [("السوداني", 900), ("بغداد", 900)]
    changes = list(transaction.of(Entity))
    assert changes[0][1] is not None
    assert changes[0][1].aliases == ("ا", "ب", "ج", "د")
    assert changes[1:] == [(one, None), (two, None)]
    assert list(transaction.of(Layer)) == []


def test_entities_of_different_labels_are_not_merged(context: EditContext, entity: Any) -> None:
    with pytest.raises(UserError, match="another label"):
        edits.merge_entities(context, entity(900, "أ"), [entity(901, "ب", label="location")], [])
    with pytest.raises(UserError, match="at least two"):
        edits.merge_entities(context, entity(900, "أ"), [entity(900, "أ")], [])


def test_a_removed_entity_leaves_its_mentions(context: EditContext, spot: Any, entity: Any) -> None:
    one, item = entity(900, "أ"), spot(TEXT, "بغداد", entity_id=900)
    transaction = edits.remove_entity(context, one, [item, spot(TEXT, "السوداني", entity_id=901)])
    ((before, after),) = transaction.of(Annotation)
    assert before == item
    assert after is not None
    assert after.entity_id is None
    assert list(transaction.of(Entity)) == [(one, None)]
