import json
import re

import pytest

from annotator.core.errors import UserError
from annotator.formats.label_studio.kind import LABEL_STUDIO
from tests.formats.records import links, read_file, spans

TEXT = "قال وزير الدفاع 😀 أحمد في بغداد"


def region(quote, label, uuid="a", **more):
    start = TEXT.index(quote)
    value = {"start": start, "end": start + len(quote), "text": quote, "labels": [label]}
    return {"id": uuid, "from_name": "label", "to_name": "text", "type": "labels", "value": value, **more}


def answer(uuid, name, kind, given, **value):
    given = {"text" if kind == "textarea" else kind: given}
    return {"id": uuid, "from_name": name, "to_name": "text", "type": kind, "value": {**value, **given}}


def task(*result, data=None, **annotation):
    return {
        "id": 3,
        "data": data or {"text": TEXT},
        "annotations": [{"id": 1, "result": list(result), **annotation}],
    }


def read(tmp_path, content, name="tasks.json", **options):
    return read_file(LABEL_STUDIO, tmp_path, content, name, **options)


def one(tmp_path, *result, **more):
    ((bundle,), _) = read(tmp_path, [task(*result, **more)])
    return bundle


def test_a_task_of_an_export_is_a_layer_that_is_done(tmp_path):
    bundle = one(
        tmp_path,
        region("أحمد", "PER", "q1"),
        completed_by={"id": 4, "email": "a@example.org", "first_name": "أ"},
        created_at="2021-03-09T22:16:08.728353Z",
        updated_at="2021-03-10T22:16:08.728378Z",
        lead_time=4.2,
    )
    assert spans(bundle) == [("PER", "أحمد")]
    assert bundle.layer.annotations[0].uuid == "q1"
    assert (bundle.layer.reviewers, bundle.layer.status) == (("a@example.org",), "done")
    assert bundle.layer.updated == "2021-03-10T22:16:08Z"
    assert bundle.document.name == "tasks.json:1"


def test_a_task_may_stand_alone_or_one_a_line(tmp_path):
    found = task(region("أحمد", "PER"))
    assert len(read(tmp_path, found)[0]) == 1
    assert len(read(tmp_path, f"{json.dumps(found)}\n{json.dumps(found)}", "x.jsonl")[0]) == 2
    assert len(read(tmp_path, json.dumps(found, indent=2))[0]) == 1


def test_several_people_are_several_bundles_and_skipped_tasks_are_told(tmp_path):
    found = task(region("أحمد", "PER"), completed_by=1)
    found["annotations"].append({"result": [region("بغداد", "LOC")], "completed_by": 2})
    found["annotations"].append({"result": [region("قال", "x")], "completed_by": 3, "was_cancelled": True})
    both, _ = read(tmp_path, [found])
    assert [(item.layer.reviewers, spans(item)) for item in both] == [
        (("1",), [("PER", "أحمد")]),
        (("2",), [("LOC", "بغداد")]),
    ]
    assert both[0].warnings == ("tasks.json, record 1: 1 annotations were skipped by who made them.",)
    assert len(read(tmp_path, [found], cancelled=True)[0]) == 3


def test_answers_about_a_region_are_its_attributes(tmp_path):
    bundle = one(
        tmp_path,
        region("أحمد", "PER", "a", meta={"text": ["ملاحظة", "ثانية"]}),
        answer("a", "role", "textarea", ["وزير"], start=0, end=4),
        answer("a", "kind", "choices", ["person", "official"], start=0, end=4),
        answer("a", "rank", "number", 2.5),
        answer("a", "stars", "rating", 4),
        answer("a", "when", "datetime", "2024-01-27"),
        answer("a", "place", "taxonomy", [["الشرق", "العراق"]]),
    )
    (item,) = bundle.layer.annotations
    assert item.note == "ملاحظة\nثانية"
    assert item.attributes == {
        "role": "وزير",
        "kind": "person; official",
        "rank": 2.5,
        "stars": 4,
        "when": "2024-01-27",
        "place": "الشرق / العراق",
    }
    assert bundle.warnings == (
        "tasks.json, record 1: 1 values were no text or number and have been written as text.",
    )


def test_relations_have_a_direction(tmp_path):
    def relation(direction, **more):
        ends = {"type": "relation", "from_id": "a", "to_id": "b", "direction": direction}
        return one(tmp_path, region("أحمد", "PER", "a"), region("بغداد", "LOC", "b"), {**ends, **more})

    assert links(relation("right", labels=["in"])) == [("أحمد", "in", "بغداد")]
    assert links(relation("left", labels=["in"])) == [("بغداد", "in", "أحمد")]
    assert links(relation("right", labels=["in", "at"])) == [("أحمد", "in", "بغداد"), ("أحمد", "at", "بغداد")]
    both = relation("bi")
    assert links(both) == [("أحمد", "relation", "بغداد")]
    assert "both directions" in both.warnings[0]


def test_a_region_with_several_labels_is_several_annotations(tmp_path):
    found = region("أحمد", "PER")
    found["value"]["labels"].append("ACTOR")
    bundle = one(tmp_path, found, answer("a", "role", "textarea", ["وزير"]))
    assert spans(bundle) == [("PER", "أحمد"), ("ACTOR", "أحمد")]
    assert [item.attributes for item in bundle.layer.annotations] == [{"role": "وزير"}] * 2


def test_old_offsets_in_utf_16_are_found_by_their_quote(tmp_path):
    found = region("بغداد", "LOC")
    found["value"]["start"] += 1
    found["value"]["end"] += 1
    bundle = one(tmp_path, found)
    assert spans(bundle) == [("LOC", "بغداد")]
    assert "1 spans did not stand where the file says" in bundle.warnings[0]


def test_an_old_end_is_the_last_character_itself(tmp_path):
    text = "نعم ونعم"
    found = region("قال", "x")
    found["value"] = {"start": 5, "end": 7, "text": "نعم", "labels": ["x"]}
    bundle = one(tmp_path, found, data={"text": text})
    assert (bundle.layer.annotations[0].start, bundle.layer.annotations[0].end) == (5, 8)


def test_a_quote_may_spell_its_line_ends(tmp_path):
    text = "سطر\nسطر ثان"
    value = {"start": 0, "end": 7, "text": "سطر\\nسطر", "labels": ["x"]}
    bundle = one(tmp_path, {"id": "a", "type": "labels", "value": value}, data={"text": text})
    assert spans(bundle) == [("x", "سطر\nسطر")]


def test_offsets_are_believed_where_there_is_no_quote(tmp_path):
    found = region("أحمد", "PER")
    del found["value"]["text"]
    found["value"]["start"] = str(found["value"]["start"])
    assert spans(one(tmp_path, found)) == [("PER", "أحمد")]


def test_regions_of_a_web_page_count_over_the_whole_text(tmp_path):
    value = {"start": "/p[1]/text()[1]", "end": "/p[1]/text()[1]", "startOffset": 0, "endOffset": 3}
    found = {"id": "a", "type": "hypertextlabels", "value": {**value, "hypertextlabels": ["x"]}}
    assert spans(one(tmp_path, found)) == [("x", "قال")]
    found["value"]["globalOffsets"] = {"start": 4, "end": 8}
    assert spans(one(tmp_path, found)) == [("x", "وزير")]


@pytest.mark.parametrize("key", ["content", "نص الخبر"])
def test_the_text_is_found_whatever_its_key(tmp_path, key):
    data = {"headline": "عنوان", "filler": "س" * 100, key: TEXT}
    bundle = one(tmp_path, region("أحمد", "PER"), data=data)
    assert bundle.document.text == TEXT
    assert bundle.document.title == "عنوان"


def test_the_key_of_the_text_can_be_named(tmp_path):
    found, _ = read(tmp_path, [task(region("أحمد", "PER"), data={"text": "ملخص", "full": TEXT})], text="full")
    assert spans(found[0]) == [("PER", "أحمد")]


def test_predictions_are_of_a_machine_with_score_and_version(tmp_path):
    found = task()
    found["annotations"] = []
    found["predictions"] = [
        {
            "model_version": "ner 1",
            "score": 0.75,
            "result": [region("أحمد", "PER"), region("قال", "x", "b", score=0.5)],
        },
        {"score": 7, "result": [region("بغداد", "LOC")]},
    ]
    ((bundle,), _) = read(tmp_path, [found])
    assert bundle.layer is None
    assert [(item.quote, item.score, item.source) for item in bundle.predictions] == [
        ("أحمد", 0.75, "ner 1"),
        ("قال", 0.5, "ner 1"),
        ("بغداد", None, ""),
    ]


def test_completions_are_annotations_of_old_versions(tmp_path):
    found = task(region("أحمد", "PER"))
    found["completions"] = found.pop("annotations")
    assert spans(read(tmp_path, [found])[0][0]) == [("PER", "أحمد")]


def test_the_short_form_of_an_export_has_regions_under_the_control(tmp_path):
    value = region("أحمد", "PER")["value"]
    found = {"id": 1, "text": TEXT, "ner": [value], "topic": "سياسة", "annotator": 2, "annotation_id": 1}
    found |= {"created_at": "2021-03-09T22:16:08.728353Z"}
    ((bundle,), _) = read(tmp_path, [found])
    assert spans(bundle) == [("PER", "أحمد")]
    assert bundle.layer.reviewers == ("2",)
    assert bundle.layer.updated == "2021-03-09T22:16:08Z"


def test_choices_about_the_whole_document_are_left_out_or_cover_it(tmp_path):
    whole = answer("z", "topic", "choices", ["سياسة"])
    bundle = one(tmp_path, whole)
    assert "1 answers about the whole document" in bundle.warnings[0]
    ((bundle,), _) = read(tmp_path, [task(whole)], categories=True)
    assert spans(bundle) == [("سياسة", TEXT)]


def test_drafts_are_told(tmp_path):
    ((bundle,), _) = read(tmp_path, [task() | {"drafts": [{"result": []}]}])
    assert bundle.warnings == ("tasks.json, record 1: 1 drafts were left out.",)


def _wrong(change):
    found = region("أحمد", "PER")
    found["value"] |= change
    return [found]


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        (_wrong({"text": "علي"}), "should read “علي”, which does not stand there"),
        (_wrong({"text": None, "end": 99}), "–99 in a text of"),
        (_wrong({"labels": []}), "a span without a label"),
        ([answer("z", "note", "textarea", ["x"], start=0, end=3)], "a span without a label"),
        ([{"id": "a", "type": "rectanglelabels", "value": {"x": 1}}], "of kind “rectanglelabels” is no text"),
        ([region("أحمد", "x"), region("قال", "x")], "the region a stands there twice"),
        ([{"type": "relation", "from_id": "a", "to_id": "b"}], "links annotation ?, which is not there"),
        ([region("أحمد", "x"), {"type": "relation", "from_id": "a", "to_id": "a"}], "with itself"),
    ],
)
def test_what_is_wrong_stops_the_reading_or_is_listed(tmp_path, result, sentence):
    with pytest.raises(UserError, match=f"^tasks.json, record 1.*{re.escape(sentence)}"):
        read(tmp_path, [task(*result)])
    ((bundle,), faults) = read(tmp_path, [task(region("قال", "x", "ok"), *result)], skip=True)
    assert len(faults) == 1
    assert ("x", "قال") in spans(bundle)


def test_anything_in_any_place_is_read_or_refused(tmp_path):
    for strange in (None, 5, "x", [], [[]], {"a": []}, True, 1e300):
        found = task(region("أحمد", "PER"))
        for part in (found, found["annotations"][0], found["annotations"][0]["result"][0]):
            for key in list(part):
                if key not in ("data", "annotations"):
                    read(tmp_path, [{**found, "predictions": []}], skip=True)
                    kept, part[key] = part[key], strange
                    read(tmp_path, [{**found, "predictions": []}], skip=True)
                    part[key] = kept


def test_annotations_and_predictions_that_are_only_numbers_are_told(tmp_path):
    found = {**task(), "annotations": [7, 8], "predictions": [9]}
    (bundle,), _ = read(tmp_path, [found])
    assert bundle.layer is None
    told = "3 annotations or predictions are only numbers in the file; export them whole."
    assert bundle.warnings == (f"tasks.json, record 1: {told}",)


def test_what_a_prediction_says_besides_spans_is_told(tmp_path):
    link = {"type": "relation", "from_id": "a", "to_id": "b", "labels": ["in"]}
    result = [region("أحمد", "PER"), link, answer("z", "topic", "choices", ["sport"])]
    found = {**task(), "predictions": [{"result": result}]}
    (bundle,), _ = read(tmp_path, [found])
    assert [item.quote for item in bundle.predictions] == ["أحمد"]
    assert "2 relations and answers about the whole document were left out" in bundle.warnings[0]


def test_many_spelled_line_ends_take_no_time(tmp_path):
    text = "سطر\nثان " * 20_000
    value = {"start": 0, "end": 7, "text": "سطر\\nثان", "labels": ["x"]}
    result = [{"id": str(n), "type": "labels", "value": value} for n in range(20_000)]
    (bundle,), _ = read(tmp_path, [task(*result, data={"text": text})])
    assert len(bundle.layer.annotations) == 20_000
