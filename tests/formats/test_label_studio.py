import json
import re
from uuid import uuid4

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.core.schema import AttributeDefinition
from annotator.formats.bundle import BundleLayer, BundlePrediction
from annotator.formats.label_studio.configuration import configuration
from annotator.formats.label_studio.kind import LABEL_STUDIO
from annotator.formats.losing import Loss
from tests.formats.full import ACTOR, CLAIM, TEXT, full_bundle
from tests.formats.hostile import DATA
from tests.formats.records import prove_sample, read_file, written
from tests.formats.trips import SCHEME, bundles, comparable, read_from, write_into


def tasks(found, **options):
    data, writing = written(LABEL_STUDIO, found, **options)
    return json.loads(data), writing


def result_of(task, kind):
    return [item for item in task["annotations"][0]["result"] if item["type"] == kind]


def test_a_region_a_relation_and_a_note_stand_where_label_studio_has_them():
    ((task,), _) = tasks([full_bundle()])
    actor = result_of(task, "labels")[1]
    start = TEXT.index("وزير الدفاع أحمد")
    assert actor == {
        "id": ACTOR,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "origin": "prediction",
        "value": {"start": start, "end": start + 16, "text": "وزير الدفاع أحمد", "labels": ["actor"]},
        "meta": {"text": ["ملاحظة"]},
    }
    assert result_of(task, "relation") == [
        {
            "type": "relation",
            "from_id": CLAIM,
            "to_id": ACTOR,
            "direction": "right",
            "labels": ["attributed_to"],
        }
    ]
    assert task["data"]["text"] == TEXT
    assert task["data"]["title"] == "عنوان"
    assert task["annotations"][0]["ground_truth"] is True


def test_attributes_are_answers_about_their_region():
    ((task,), _) = tasks([full_bundle()])
    (number,) = result_of(task, "number")
    (text,) = result_of(task, "textarea")
    (choice,) = result_of(task, "choices")
    assert (number["from_name"], number["value"]["number"]) == ("value", 2500)
    assert (text["from_name"], text["value"]["text"]) == ("role", ["وزير"])
    assert (choice["from_name"], choice["value"]["choices"]) == ("op", ["~"])
    assert text["id"] == ACTOR


def test_the_layers_of_a_document_are_annotations_of_one_task(tmp_path):
    first = full_bundle()
    second = replace(first, layer=replace(first.layer, kind="reviewer", reviewers=("الثالث",), relations=()))
    found, _ = tasks([first, second], several_layers=True)
    assert [len(task["annotations"]) for task in found] == [2]
    back, _ = read_file(LABEL_STUDIO, tmp_path, found, "x.json")
    assert [item.layer.reviewers for item in back] == [("الأول", "الثاني"), ("الثالث",)]
    assert back[0].document == back[1].document == first.document
    assert back[0].layer.relations == first.layer.relations
    assert back[1].layer.annotations == first.layer.annotations


def test_a_document_without_a_layer_is_a_task_without_annotations(tmp_path):
    found, _ = tasks([replace(full_bundle(), layer=None)])
    assert found[0]["annotations"] == []
    (back,), _ = read_file(LABEL_STUDIO, tmp_path, found, "x.json")
    assert back.layer is None
    assert back.document == full_bundle().document


def test_predictions_go_out_and_come_back(tmp_path):
    prediction = BundlePrediction(start=0, end=5, label="x", quote=TEXT[:5], score=0.5, source="نموذج 2")
    found, _ = tasks([replace(full_bundle(), predictions=(prediction,))])
    (back,), _ = read_file(LABEL_STUDIO, tmp_path, found, "x.json")
    assert back.predictions == (prediction,)


def test_annotations_may_go_out_as_predictions(tmp_path):
    found, _ = tasks([full_bundle()], as_predictions=True)
    assert found[0]["annotations"] == []
    (back,), _ = read_file(LABEL_STUDIO, tmp_path, found, "x.json")
    assert [item.label for item in back.predictions] == ["claim", "actor", "figure"]
    assert {item.source for item in back.predictions} == {"الأول"}
    assert back.predictions[2].attributes == {"value": 2500, "op": "~"}
    assert back.layer is None


def test_predictions_lose_what_is_known_of_a_layer_and_not_what_is_known_of_its_article(tmp_path):
    found, _ = tasks([full_bundle()], as_predictions=True)
    (back,), _ = read_file(LABEL_STUDIO, tmp_path, found, "x.json")
    lost = LABEL_STUDIO.loses_with(LABEL_STUDIO.writing(as_predictions=True))
    assert {Loss.ZONES, Loss.STATUS, Loss.UPDATED} <= lost
    assert back.document.uuid == full_bundle().document.uuid
    assert Loss.DOCUMENT_ID not in lost
    relations = [item for item in found[0]["predictions"][0]["result"] if item["type"] == "relation"]
    assert len(relations) == len(full_bundle().layer.relations) > 0
    assert Loss.RELATIONS not in lost


def test_without_details_a_task_has_nothing_of_ours():
    found, _ = tasks([full_bundle()], details=False)
    assert "sanad" not in json.dumps(found)
    assert "meta" not in found[0]


def test_who_annotated_is_named_where_that_is_wanted(tmp_path):
    found, _ = tasks([full_bundle()], completed_by=True, text="body")
    assert found[0]["annotations"][0]["completed_by"] == {"email": "الأول"}
    assert found[0]["data"]["body"] == TEXT


def test_an_attribute_may_have_the_name_of_another_control(tmp_path):
    original = full_bundle()
    first, *others = original.layer.annotations
    first = replace(first, attributes={"label": "x", "text": 5, "other": "y"})
    original = replace(original, layer=replace(original.layer, annotations=(first, *others)))
    ((task,), _) = tasks([original])
    names = [item["from_name"] for item in task["annotations"][0]["result"] if item.get("id") == first.uuid]
    assert names == ["label", "attribute:label", "attribute:text", "other"]
    (back,), _ = read_file(LABEL_STUDIO, tmp_path, [task], "x.json")
    assert back.layer == original.layer


def test_no_two_controls_have_the_same_name():
    label = SCHEME.labels[0]
    attribute = AttributeDefinition(name="text", type="text")
    scheme = replace(SCHEME, labels=(replace(label, attributes=(attribute,)), *SCHEME.labels[1:]))
    names = re.findall(r' name="([^"]*)"', configuration(scheme))
    assert "attribute:text" in names
    assert len(set(names)) == len(names)


def test_nothing_is_an_empty_array():
    assert written(LABEL_STUDIO, [])[0] == b"[]\n"


def test_what_label_studio_gives_back_finds_its_details_again(tmp_path):
    found, _ = tasks([full_bundle()])
    annotation = found[0]["annotations"][0]
    annotation |= {"id": 5, "completed_by": 9, "updated_at": "2026-12-01T10:00:00.123456Z"}
    annotation["result"] = [item for item in annotation["result"] if item.get("id") != CLAIM]
    annotation["result"] = [item for item in annotation["result"] if item["type"] != "relation"]
    (back,), _ = read_file(LABEL_STUDIO, tmp_path, found, "x.json")
    known = {item.uuid: item for item in full_bundle().layer.annotations}
    assert all(item == known[item.uuid] for item in back.layer.annotations)
    assert back.layer.relations == ()
    assert back.layer.reviewers == ("الأول", "الثاني"), "9 brought the tasks in"
    assert back.layer.updated == "2026-12-01T10:00:00Z"
    annotation["completed_by"] = {"id": 9, "email": "a@example.org"}
    (back,), _ = read_file(LABEL_STUDIO, tmp_path, found, "x.json")
    assert back.layer.reviewers == ("a@example.org", "الثاني")


def test_all_of_ours_stands_in_the_meta_that_label_studio_keeps(tmp_path):
    first = full_bundle()
    others = tuple(replace(item, uuid=str(uuid4())) for item in first.layer.annotations[:1])
    second = BundleLayer(reviewers=("الثالث",), status="started", annotations=others)
    third = BundleLayer(reviewers=("الرابع",), status="new")
    layers = [first, replace(first, layer=second), replace(first, layer=third)]
    (task,), _ = tasks(layers, several_layers=True)
    fields = {"result", "task", "was_cancelled", "ground_truth", "created_at", "updated_at"}
    assert all(set(item) <= fields for item in task["annotations"])
    task["annotations"].reverse()
    back, _ = read_file(LABEL_STUDIO, tmp_path, [task], "x.json")
    assert [item.layer for item in back] == [third, second, first.layer]


def test_a_region_that_was_moved_keeps_its_details(tmp_path):
    found, _ = tasks([full_bundle()])
    (region,) = [item for item in result_of(found[0], "labels") if item["id"] == ACTOR]
    start, end = region["value"]["start"] + 5, region["value"]["end"] - 5
    region["value"] |= {"start": start, "end": end, "text": TEXT[start:end]}
    (back,), _ = read_file(LABEL_STUDIO, tmp_path, found, "x.json")
    moved = next(item for item in back.layer.annotations if item.uuid == ACTOR)
    before = next(item for item in full_bundle().layer.annotations if item.uuid == ACTOR)
    assert moved.quote == before.quote[5:-5]
    assert replace(moved, start=before.start, end=before.end, quote=before.quote) == before


@given(original=bundles())
@settings(max_examples=25, deadline=None)
def test_the_key_of_the_text_may_be_any(original, tmp_path_factory):
    files, _ = write_into(LABEL_STUDIO, [original], tmp_path_factory.mktemp("x"), text="name")
    (back,) = read_from(LABEL_STUDIO, files, text="name")
    assert comparable(back, LABEL_STUDIO.loses) == comparable(original, LABEL_STUDIO.loses)


def test_the_sample_reads_as_the_seeds_annotations():
    prove_sample(LABEL_STUDIO, DATA / "label-studio" / "000.json")


def test_what_is_no_task_is_told(tmp_path):
    with pytest.raises(UserError, match="record 2 is no task with data"):
        read_file(LABEL_STUDIO, tmp_path, [{"data": {"text": "نص"}, "annotations": []}, ["x"]], "x.json")
