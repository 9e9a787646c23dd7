import json
import re

import pytest
from hypothesis import given, settings

from annotator.core.errors import UserError
from annotator.formats.doccano import DOCCANO
from tests.formats.full import full_bundle
from tests.formats.hostile import DATA
from tests.formats.records import links, prove_sample, read_file, spans, written
from tests.formats.trips import bundles, comparable, read_from, write_into

TEXT = "قال وزير الدفاع 😀 أحمد في بغداد"


def at(quote):
    start = TEXT.index(quote)
    return [start, start + len(quote)]


def test_labels_are_lists_of_start_end_and_name(tmp_path):
    line = {"id": 7, "text": TEXT, "label": [[*at("أحمد"), "PER"], [*at("بغداد"), "LOC"]], "Comments": []}
    (bundle,), _ = read_file(DOCCANO, tmp_path, line)
    assert spans(bundle) == [("PER", "أحمد"), ("LOC", "بغداد")]
    assert bundle.document.text == TEXT
    assert bundle.document.name == "file.jsonl:1"
    assert bundle.document.uuid == ""
    assert bundle.layer.reviewers == ("",)


def test_an_old_export_calls_them_labels(tmp_path):
    (bundle,), _ = read_file(DOCCANO, tmp_path, {"text": TEXT, "labels": [[*at("أحمد"), "PER"]], "meta": {}})
    assert spans(bundle) == [("PER", "أحمد")]


def test_an_old_export_of_all_annotations_names_people_and_labels_by_number(tmp_path):
    start, end = at("أحمد")
    people = [{"label": 3, "start_offset": start, "end_offset": end, "user": user} for user in (1, 2, 1)]
    people[2]["label"] = 4
    found, _ = read_file(DOCCANO, tmp_path, {"id": 1, "text": TEXT, "annotations": people})
    assert [(item.layer.reviewers, spans(item)) for item in found] == [
        (("1",), [("3", "أحمد"), ("4", "أحمد")]),
        (("2",), [("3", "أحمد")]),
    ]


def test_entities_have_ids_that_relations_link(tmp_path):
    (a, b), (c, d) = at("أحمد"), at("بغداد")
    line = {
        "id": 1,
        "text": TEXT,
        "entities": [
            {"id": 10, "label": "PER", "start_offset": a, "end_offset": b},
            {"id": 11, "label": "LOC", "start_offset": c, "end_offset": d},
        ],
        "relations": [{"id": 5, "from_id": 10, "to_id": 11, "type": "in"}],
        "Comments": ["راجع"],
    }
    (bundle,), _ = read_file(DOCCANO, tmp_path, line)
    assert links(bundle) == [("أحمد", "in", "بغداد")]
    assert [item.uuid for item in bundle.layer.annotations] == ["10", "11"]
    assert bundle.warnings == ("file.jsonl, line 1: left out comments on the document: 1.",)


def test_an_array_is_read_as_lines_are(tmp_path):
    (first, second), _ = read_file(
        DOCCANO, tmp_path, [{"text": "أ", "label": []}, {"data": "ب", "label": [[0, 1, "x"]]}], "all.json"
    )
    assert first.layer is None
    assert spans(second) == [("x", "ب")]
    assert second.document.name == "all.json:2"


def test_metadata_stands_beside_the_text_or_under_meta(tmp_path):
    known = {"name": "خبر.txt", "title": "عنوان", "url": "https://example.org", "date": "2024-01-27"}
    for line in ({"text": "نص", "label": [], **known}, {"text": "نص", "label": [], "meta": known}):
        (bundle,), _ = read_file(DOCCANO, tmp_path, line)
        document = bundle.document
        assert (document.name, document.title) == ("خبر.txt", "عنوان")
        assert (document.source, document.published) == ("https://example.org", "2024-01-27")


def test_categories_are_left_out_with_a_warning_or_cover_the_text(tmp_path):
    line = {"text": "نص طويل", "label": ["سياسة", "رياضة"]}
    (bundle,), _ = read_file(DOCCANO, tmp_path, line)
    assert bundle.layer is None
    assert "2 categories" in bundle.warnings[0]
    (bundle,), _ = read_file(DOCCANO, tmp_path, line, categories=True)
    assert spans(bundle) == [("سياسة", "نص طويل"), ("رياضة", "نص طويل")]


def test_the_text_may_stand_under_another_key(tmp_path):
    (bundle,), _ = read_file(
        DOCCANO, tmp_path, {"text": "ملخص", "body": "النص", "label": [[0, 4, "x"]]}, text="body"
    )
    assert spans(bundle) == [("x", "النص")]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ({"label": [[0, 99, "x"]]}, "there is no span 0–99 in a text of 3 characters"),
        ({"label": [[2, 2, "x"]]}, "there is no span 2–2"),
        ({"label": [[0, 1]]}, "“[…]” is no span"),
        ({"label": [[0, 1, ""]]}, "a span without a label"),
        ({"label": [[0.5, 1, "x"]]}, "there is no span 0.5–1"),
        (
            {"entities": [{"id": 1, "start_offset": 0, "end_offset": 1, "label": "x"}] * 2},
            "1 stands there twice",
        ),
        ({"label": [], "relations": [{"from_id": 1, "to_id": 2, "type": "x"}]}, "links annotation 1, which"),
        (
            {
                "entities": [{"id": 1, "start_offset": 0, "end_offset": 1, "label": "x"}],
                "relations": [{"from_id": 1, "to_id": 1, "type": "x"}],
            },
            "links annotation 1 with itself",
        ),
        ({"label": [], "sanad": {"zones": 5}}, "what stands under “sanad” cannot be used"),
        ({"label": [], "text": "  "}, "has no text"),
    ],
)
def test_what_is_wrong_stops_the_reading_or_is_listed(tmp_path, line, sentence):
    line = {"text": "نصٌّ"[:3], **line}
    with pytest.raises(UserError, match=f"^file.jsonl, line 1.*{re.escape(sentence)}"):
        read_file(DOCCANO, tmp_path, line)
    _, (fault,) = read_file(DOCCANO, tmp_path, line, skip=True)
    assert sentence in fault


def test_what_doccano_gives_back_finds_its_details_again(tmp_path):
    data, _ = written(DOCCANO, [full_bundle()])
    line = json.loads(data)
    line["id"] = 99
    for number, item in enumerate(line["entities"], 501):  # doccano hands out its own ids
        for link in line["relations"]:
            link |= {end: number for end in ("from_id", "to_id") if link[end] == item["id"]}
        item["id"] = number
    removed = line["entities"].pop(2)
    line["entities"].append({"id": 700, "label": "new", "start_offset": 0, "end_offset": 5})
    (back,), _ = read_file(DOCCANO, tmp_path, line)
    assert removed["label"] == "figure"
    known = {item.uuid: item for item in full_bundle().layer.annotations}
    claim, actor, new = back.layer.annotations
    assert claim == known[claim.uuid]
    assert actor == known[actor.uuid]
    assert (new.label, new.uuid, new.quote) == ("new", "700", "عنوان")
    assert back.layer.relations == full_bundle().layer.relations
    assert back.document == full_bundle().document
    assert back.entities == full_bundle().entities


@given(original=bundles())
@settings(max_examples=25, deadline=None)
@pytest.mark.parametrize("layout", ["jsonl", "json"])
def test_lists_of_labels_keep_as_much_as_entities(original, layout, tmp_path_factory):
    files, _ = write_into(DOCCANO, [original], tmp_path_factory.mktemp("x"), form="spans", layout=layout)
    (back,) = read_from(DOCCANO, files)
    assert comparable(back, DOCCANO.loses) == comparable(original, DOCCANO.loses)


def test_without_details_a_line_is_what_doccano_itself_writes():
    data, _ = written(DOCCANO, [full_bundle()], form="spans", details=False)
    line = json.loads(data)
    assert set(line) == {"text", "label", "name", "title", "source", "published", "language"}
    assert line["label"][0][2] == "claim"


def test_an_array_of_nothing_is_an_array():
    assert written(DOCCANO, [], layout="json")[0] == b"[]\n"
    data, _ = written(DOCCANO, [full_bundle(), full_bundle()], layout="json")
    assert len(json.loads(data)) == 2


def test_the_sample_reads_as_the_seeds_annotations():
    prove_sample(DOCCANO, DATA / "doccano" / "000.jsonl")


@given(original=bundles())
@settings(max_examples=25, deadline=None)
def test_whatever_is_written_keeps_the_rules_that_doccano_checks(original):
    line = json.loads(written(DOCCANO, [original])[0])
    ids = [item["id"] for item in line["entities"]]
    assert all(type(item) is int for item in ids)
    assert len(set(ids)) == len(ids)
    for item in line["entities"]:
        assert 0 <= item["start_offset"] < item["end_offset"] <= len(line["text"])
        assert item["label"]
    for link in line["relations"]:
        assert {type(link[key]) for key in ("id", "from_id", "to_id")} == {int}
        assert {link["from_id"], link["to_id"]} <= set(ids)
        assert link["type"]


def test_the_first_versions_named_who_annotated_beside_the_entities(tmp_path):
    line = {"doc_id": 23, "text": TEXT, "entities": [[*at("أحمد"), "PER"]], "username": "admin"}
    (bundle,), _ = read_file(DOCCANO, tmp_path, line)
    assert spans(bundle) == [("PER", "أحمد")]
    assert bundle.layer.reviewers == ("admin",)


def test_the_name_of_a_file_may_say_who_annotated(tmp_path):
    line = {"id": 7, "text": TEXT, "label": [[*at("أحمد"), "PER"]], "Comments": []}
    (bundle,), _ = read_file(DOCCANO, tmp_path, line, "ليلى.jsonl", reviewer=True)
    assert bundle.layer.reviewers == ("ليلى",)


def test_relations_of_nobody_among_several_people_are_told(tmp_path):
    ends = [at("أحمد"), at("بغداد")]
    people = [
        {"id": n, "label": "x", "start_offset": start, "end_offset": end, "user": n}
        for n, (start, end) in enumerate(ends)
    ]
    links = [{"id": 1, "from_id": 0, "to_id": 1, "type": "in"}]
    both, _ = read_file(DOCCANO, tmp_path, {"text": TEXT, "entities": people, "relations": links})
    assert [item.layer.relations for item in both] == [(), ()]
    assert "1 relations were left out: nobody says whose they are" in both[0].warnings[0]
    assert both[1].warnings == ()


def test_metadata_an_article_has_no_place_for_is_told(tmp_path):
    line = {"id": 7, "text": TEXT, "label": [], "Comments": [], "title": "عنوان", "topic": "t"}
    (bundle,), _ = read_file(DOCCANO, tmp_path, line)
    assert bundle.document.title == "عنوان"
    assert "“topic”" in bundle.warnings[0]
