"""Changing the label set after annotation has started: what changes with it, and the way back."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from annotator.core import edits, label_edits, lint
from annotator.core.change import Change, Transaction
from annotator.core.errors import UserError
from annotator.core.label_edits import Plan, plan
from annotator.core.records import Annotation, Span
from annotator.core.schema import AttributeDefinition, LabelDefinition
from annotator.store import comparing, queries
from annotator.store.check import check
from annotator.store.project import Bulk
from annotator.store.relabelling import Preview, carry_out, preview
from annotator.store.usage import label_usage

TEXT = "قال السوداني إن بغداد لن تفاوض، وأضاف الوزير أن 2500 جندي سيغادرون العراق"
GROUP = LabelDefinition("group", "#102030", "#a0b0c0", "g")


class Scene:
    """Two documents by two reviewers: actors with kinds, a place, a claim with its source, an entity."""

    def __init__(self, desk: Any) -> None:
        self.project, self.desk, self.second = desk.project, desk, desk.join("second")
        self.first, self.other = desk.add(TEXT, "one"), desk.add(TEXT, "two")
        self.actor = self.tag(desk, self.first, "السوداني", "actor", kind="person", role="رئيس")
        self.state = self.tag(self.second, self.other, "بغداد", "actor", kind="state")
        self.place = self.tag(desk, self.first, "العراق", "location", kind="country")
        self.claim = self.tag(desk, self.first, "بغداد لن تفاوض", "claim", mode="indirect")
        layer, kinds = desk.layer(self.first), self.labels.relation_type_by_name
        self.do(edits.set_sources(desk.context, layer, self.claim, [self.actor], self.labels, []))
        layer = desk.layer(self.first)
        self.do(edits.relate(desk.context, layer, kinds["same_as"], self.place, self.claim, self.labels))
        self.do(edits.link_new_entity(desk.context, desk.layer(self.first), self.actor, "س", self.labels, []))
        self.do(edits.compare(desk.context, [self.actor, self.place], "scope"))
        self.do(edits.add_comment(self.second.context, self.first, self.actor, "؟"))
        layer, kind = desk.layer(self.first), self.labels.zone_kind_by_name["headline"]
        self.do(edits.mark_zone(desk.context, layer, TEXT, Span(0, 0), kind, []))

    @property
    def labels(self) -> Any:
        return self.project.label_set

    def tag(self, desk: Any, document: Any, quote: str, label: str, **values: Any) -> Annotation:
        start = TEXT.index(quote)
        span, found = Span(start, start + len(quote)), self.labels.label_by_name[label]
        layer = desk.layer(document)
        step = edits.tag(desk.context, layer, TEXT, span, found, 1, attributes=values)
        self.do(step)
        return next(after for _before, after in step.of(Annotation) if after)

    def do(self, what: Any) -> None:
        if isinstance(what, Plan):
            carry_out(self.project, 1, what)
        else:
            self.project.apply(what)

    def annotations(self) -> list[tuple[str, str, dict[str, Any]]]:
        names = self.labels.label_by_id
        return [
            (item.quote, names[item.label_id].name, item.attributes)
            for layer in queries.all_layers(self.project.database)
            for item in queries.annotations(self.project.database, layer.id)
        ]

    def attribute(self, label: str, name: str) -> Any:
        row_id = self.labels.label_by_name[label].id
        return next(item for item in self.labels.attributes_of(row_id) if item.name == name)

    def stamped(self) -> set[str]:
        rows = self.project.database.execute("SELECT quote FROM annotation WHERE scheme_version = 2")
        return {quote for (quote,) in rows}


@pytest.fixture
def scene(desk: Any) -> Scene:
    return Scene(desk)


def plans(scene: Scene) -> dict[str, Callable[[], Plan]]:
    """One of each kind of plan."""
    labels, context = scene.labels, scene.desk.context
    by_name, kind = labels.label_by_name, scene.attribute("actor", "kind")
    entities = queries.entities(scene.project.database)
    return {
        "delete label": lambda: label_edits.delete_label(labels, by_name["actor"]),
        "merge labels": lambda: label_edits.merge_labels(
            context, labels, [by_name["location"]], by_name["actor"]
        ),
        "split label": lambda: label_edits.split_label(context, labels, by_name["actor"], GROUP, entities),
        "rename attribute": lambda: label_edits.rename_attribute(labels, kind, "type"),
        "delete attribute": lambda: label_edits.delete_attribute(labels, kind),
        "rename choice": lambda: label_edits.rename_choice(labels, kind, "person", "human"),
        "delete choice": lambda: label_edits.delete_choice(labels, kind, "person"),
        "delete relation type": lambda: label_edits.delete_relation_type(
            labels, labels.relation_type_by_name["attributed_to"]
        ),
        "delete zone kind": lambda: label_edits.delete_zone_kind(
            labels, labels.zone_kind_by_name["headline"]
        ),
    }


KINDS = (
    "delete label", "merge labels", "split label", "rename attribute", "delete attribute", "rename choice",
    "delete choice", "delete relation type", "delete zone kind",
)  # fmt: skip


@pytest.mark.parametrize("batch", [1, 2, 500])
@pytest.mark.parametrize("kind", KINDS)
def test_a_plan_is_one_step_that_can_be_undone_and_redone(
    scene: Scene, dump: Any, monkeypatch: pytest.MonkeyPatch, kind: str, batch: int
) -> None:
    monkeypatch.setattr(plan, "BATCH", batch)
    before, steps = dump(scene.project), len(scene.project.history())
    scene.do(plans(scene)[kind]())
    after = dump(scene.project)
    assert scene.labels.scheme.version == 2
    assert len(scene.project.history()) == steps + 1
    assert (scene.project.undoable(1).name, kind in edits.NAMES) == (kind, True)
    assert [found for found in check(scene.project.database) if found.severity == "error"] == []
    scene.project.undo(1)
    assert dump(scene.project) == before
    scene.project.redo(1)
    assert dump(scene.project) == after


def test_a_small_plan_is_told_as_a_transaction_and_a_large_one_as_a_bulk(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[Any] = []
    scene.project.subscribe(events.append)
    scene.do(plans(scene)["rename attribute"]())
    assert [change.record for change in events[0].changes if isinstance(change.record, Annotation)]
    monkeypatch.setattr(plan, "BATCH", 1)
    scene.do(label_edits.rename_attribute(scene.labels, scene.attribute("actor", "type"), "kind"))
    assert events[1] == Bulk("rename attribute", "actor: type → kind")


def test_a_deleted_label_takes_what_hangs_on_it_and_nothing_else(scene: Scene) -> None:
    deletion = plans(scene)["delete label"]()
    expected = Preview(
        relations=1, comments=1, annotations=2, entities=1, zones=0, comparisons=1, documents=2
    )
    assert preview(scene.project.database, deletion) == expected
    scene.do(deletion)
    assert [quote for quote, _label, _values in scene.annotations()] == ["بغداد لن تفاوض", "العراق"]
    assert sorted(scene.labels.relation_type_by_name) == ["part_of", "same_as"]
    assert queries.entities(scene.project.database) == queries.comments(scene.project.database) == []
    assert comparing.comparisons(scene.project.database) == []
    assert "actor" not in scene.labels.label_by_name


def test_a_deletion_is_carried_out_only_with_the_number_that_was_confirmed(scene: Scene) -> None:
    actor = scene.labels.label_by_name["actor"]
    with pytest.raises(UserError, match="2 annotations would change now, not 1"):
        scene.do(label_edits.delete_label(scene.labels, actor, confirmed=1))
    assert scene.labels.scheme.version == 1
    scene.do(label_edits.delete_label(scene.labels, actor, confirmed=2))
    assert scene.labels.scheme.version == 2


def test_the_last_label_stays(scene: Scene) -> None:
    for name in ("actor", "location", "figure"):
        scene.do(label_edits.delete_label(scene.labels, scene.labels.label_by_name[name]))
    with pytest.raises(UserError, match="last label"):
        label_edits.delete_label(scene.labels, scene.labels.labels[0])


def test_a_relation_type_that_linked_other_labels_too_goes_on_without_the_deleted_one(scene: Scene) -> None:
    labels = scene.labels
    said = labels.relation_type_by_name["attributed_to"]
    both = [labels.label_by_name["actor"], labels.label_by_name["location"]]
    scene.do(label_edits.change_relation_type(scene.desk.context, labels, said, targets=both))
    scene.do(label_edits.delete_label(scene.labels, scene.labels.label_by_name["actor"]))
    assert scene.labels.relation_type_by_name["attributed_to"].target_label_ids == (both[1].id,)


def test_an_entity_of_a_deleted_label_is_unlinked_where_another_label_mentions_it(scene: Scene) -> None:
    (entity,) = queries.entities(scene.project.database)
    place = next(item for item in scene.desk.annotations(scene.first) if item.quote == "العراق")
    linked = Change(place, replace(place, entity_id=entity.id))
    scene.do(Transaction("import", (linked,), 1, "t"))
    scene.do(plans(scene)["delete label"]())
    assert (
        next(item.entity_id for item in scene.desk.annotations(scene.first) if item.quote == "العراق") is None
    )


def test_merged_labels_lose_no_value_no_relation_and_no_entity(scene: Scene) -> None:
    before = scene.annotations()
    scene.do(plans(scene)["merge labels"]())
    assert scene.annotations() == [
        (quote, "actor" if label == "location" else label, values) for quote, label, values in before
    ]
    kind = scene.attribute("actor", "kind")
    assert {"person", "country"} <= set(kind.choices)
    assert len(kind.choices) == len(set(kind.choices))
    assert scene.stamped() == {"العراق"}
    layer = scene.desk.layer(scene.first)
    assert len(queries.relations(scene.project.database, layer.id)) == 2
    assert [found.rule for found in check(scene.project.database)] == []


def test_a_merge_brings_attributes_the_target_lacks_and_replaces_ends(scene: Scene) -> None:
    labels = scene.labels
    actor, place = labels.label_by_name["actor"], labels.label_by_name["location"]
    scene.do(label_edits.merge_labels(scene.desk.context, labels, [actor], place))
    place = scene.labels.label_by_name["location"]
    assert [item.name for item in scene.labels.attributes_of(place.id)] == ["kind", "role"]
    assert scene.labels.relation_type_by_name["attributed_to"].target_label_ids == (place.id,)
    (entity,) = queries.entities(scene.project.database)
    assert entity.label_id == place.id


def test_attributes_of_one_name_and_different_types_keep_labels_apart(scene: Scene) -> None:
    place = scene.labels.label_by_name["location"]
    given = AttributeDefinition("role", "number")
    scene.do(label_edits.add_attribute(scene.desk.context, scene.labels, place, given))
    labels = scene.labels.label_by_name
    with pytest.raises(UserError, match="attribute “role”, of different types"):
        label_edits.merge_labels(scene.desk.context, scene.labels, [labels["location"]], labels["actor"])
    with pytest.raises(UserError, match="at least two"):
        label_edits.merge_labels(scene.desk.context, scene.labels, [labels["actor"]], labels["actor"])


def test_a_label_is_split_by_a_value(scene: Scene) -> None:
    actor, entities = scene.labels.label_by_name["actor"], queries.entities(scene.project.database)
    split = label_edits.split_label(
        scene.desk.context, scene.labels, actor, GROUP, entities, attribute="kind", value="person"
    )
    assert preview(scene.project.database, split).annotations == 1
    scene.do(split)
    assert {quote: label for quote, label, _values in scene.annotations()} == {
        "السوداني": "group",
        "بغداد": "actor",
        "العراق": "location",
        "بغداد لن تفاوض": "claim",
    }
    group = scene.labels.label_by_name["group"]
    assert [item.name for item in scene.labels.attributes_of(group.id)] == ["kind", "role"]
    assert scene.labels.relation_type_by_name["attributed_to"].target_label_ids == (actor.id, group.id)


def test_a_split_off_mention_keeps_an_entity_through_its_twin(scene: Scene) -> None:
    (entity,) = queries.entities(scene.project.database)
    actor = scene.labels.label_by_name["actor"]
    scene.do(
        label_edits.split_label(
            scene.desk.context, scene.labels, actor, GROUP, [entity], annotation_ids=[scene.actor.id]
        )
    )
    twin = next(item for item in queries.entities(scene.project.database) if item.id != entity.id)
    assert (twin.name, twin.label_id) == (entity.name, scene.labels.label_by_name["group"].id)
    assert [item.annotation.quote for item in queries.mentions(scene.project.database, twin.id)] == [
        "السوداني"
    ]
    assert queries.mentions(scene.project.database, entity.id) == []


def test_a_renamed_attribute_is_renamed_where_it_is_carried(scene: Scene) -> None:
    scene.do(plans(scene)["rename attribute"]())
    assert {quote: values for quote, _label, values in scene.annotations()} == {
        "السوداني": {"type": "person", "role": "رئيس"},
        "بغداد": {"type": "state"},
        "العراق": {"kind": "country"},
        "بغداد لن تفاوض": {"mode": "indirect", "attribution": "actor"},
    }
    assert scene.stamped() == {"السوداني", "بغداد"}
    with pytest.raises(UserError, match="“role” already"):
        label_edits.rename_attribute(scene.labels, scene.attribute("actor", "type"), "role")


def test_a_deleted_attribute_and_choice_take_their_values(scene: Scene) -> None:
    deletion = plans(scene)["delete choice"]()
    assert preview(scene.project.database, deletion).annotations == 1
    scene.do(deletion)
    values = {quote: values for quote, _label, values in scene.annotations()}
    assert (values["السوداني"], values["بغداد"]) == ({"role": "رئيس"}, {"kind": "state"})
    scene.do(label_edits.delete_attribute(scene.labels, scene.attribute("actor", "kind"), confirmed=1))
    assert {quote: values for quote, _label, values in scene.annotations()}["بغداد"] == {}


def test_a_choice_renamed_to_another_becomes_that_one(scene: Scene) -> None:
    kind = scene.attribute("actor", "kind")
    scene.do(label_edits.rename_choice(scene.labels, kind, "person", "state"))
    values = {quote: values for quote, _label, values in scene.annotations()}
    assert values["السوداني"]["kind"] == "state"
    assert scene.attribute("actor", "kind").choices == tuple(
        item for item in kind.choices if item != "person"
    )


def test_the_last_choice_stays(scene: Scene) -> None:
    kind = replace(scene.attribute("actor", "kind"), choices=("person",))
    with pytest.raises(UserError, match="last choice"):
        label_edits.delete_choice(scene.labels, kind, "person")


def test_relation_types_and_zone_kinds_go_with_what_is_of_them(scene: Scene) -> None:
    scene.do(plans(scene)["delete relation type"]())
    layer, kinds = scene.desk.layer(scene.first), scene.labels.relation_type_by_id
    found = queries.relations(scene.project.database, layer.id)
    assert [kinds[link.type_id].name for link in found] == ["same_as"]
    deletion = plans(scene)["delete zone kind"]()
    assert preview(scene.project.database, deletion) == Preview(
        0, 0, 0, 0, zones=1, comparisons=0, documents=1
    )
    scene.do(deletion)
    assert queries.zones(scene.project.database, layer.id) == []


def test_usage_counts_what_a_person_should_know_before(scene: Scene) -> None:
    labels, usage = scene.labels, label_usage(scene.project.database)
    ids = {name: label.id for name, label in labels.label_by_name.items()}
    assert usage.annotations == {ids["actor"]: 2, ids["location"]: 1, ids["claim"]: 1}
    assert usage.documents == {ids["actor"]: 2, ids["location"]: 1, ids["claim"]: 1}
    assert usage.linked == {ids["actor"]: 1, ids["location"]: 1, ids["claim"]: 2}
    assert usage.entities == {ids["actor"]: 1}
    kind, role = scene.attribute("actor", "kind"), scene.attribute("actor", "role")
    assert (usage.attributes[kind.id], usage.attributes[role.id]) == (2, 1)
    assert usage.choices[kind.id, "person"] == usage.choices[kind.id, "state"] == 1
    said = labels.relation_type_by_name["attributed_to"]
    assert usage.relation_types[said.id] == 1
    assert usage.zone_kinds == {labels.zone_kind_by_name["headline"].id: 1}


def test_merged_entities_come_apart_again_in_all_documents_and_layers(scene: Scene, dump: Any) -> None:
    database, second = scene.project.database, scene.second
    layer, entities = second.layer(scene.other), queries.entities(database)
    scene.do(edits.link_new_entity(second.context, layer, scene.state, "ص", scene.labels, entities))
    keep, other = queries.entities(database)
    assert queries.entity_counts(database) == {keep.id: 1, other.id: 1}
    mentions = [item.annotation for item in queries.mentions(database, other.id)]
    before = dump(scene.project)
    scene.do(edits.merge_entities(scene.desk.context, keep, [other], mentions))
    after = dump(scene.project)
    found = queries.mentions(database, keep.id)
    assert [(item.document.name, item.reviewer_id) for item in found] == [
        ("one", 1),
        ("two", second.reviewer_id),
    ]
    assert queries.entity_counts(database) == {keep.id: 2}
    scene.project.undo(1)
    assert dump(scene.project) == before
    scene.project.redo(1)
    assert dump(scene.project) == after


def test_comments_and_dismissals_are_read_back(scene: Scene) -> None:
    database, layer = scene.project.database, scene.desk.layer(scene.first)
    (comment,) = queries.comments(database, scene.first.id)
    assert (comment.annotation_id, comment.reviewer_id) == (scene.actor.id, scene.second.reviewer_id)
    assert queries.comments(database, scene.other.id) == []
    assert queries.comments(database) == [comment]
    finding = lint.Finding("crossing", "info", None, Span(0, 1), "a b", {})
    scene.do(edits.dismiss(scene.desk.context, layer, finding, "هكذا"))
    (kept,) = queries.dismissals(database, layer.id)
    assert (kept.rule, kept.subject, kept.reason) == ("crossing", "a b", "هكذا")
    scene.do(edits.undismiss(scene.desk.context, scene.desk.layer(scene.first), kept))
    assert queries.dismissals(database, layer.id) == []


def test_what_is_fixed_cannot_be_undone(desk: Any) -> None:
    document = desk.add()
    with desk.project.bulk("import", "x", 1, fixed=True):
        desk.tag(document, 0, 3)
    assert desk.project.undoable(1).subject == "article.txt"
    assert [step.name for step in desk.project.history()] == ["import", "import", "create"]
    with pytest.raises(UserError, match="later work stands"):
        desk.project.undo(1)
    assert [item.quote for item in desk.annotations(document)] == ["قال"]
