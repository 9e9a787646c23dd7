import json
import re

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.formats.prodigy import PRODIGY
from annotator.formats.registry import format_of
from tests.formats.full import ACTOR, CLAIM, TEXT, full_bundle
from tests.formats.hostile import DATA
from tests.formats.records import links, prove_sample, read_file, spans, written
from tests.formats.trips import bundles, comparable, read_from, write_into

ARTICLE = "قال أحمد في بغداد أمس"
TOKENS = [
    {
        "text": word,
        "start": ARTICLE.index(word),
        "end": ARTICLE.index(word) + len(word),
        "id": number,
        "ws": True,
    }
    for number, word in enumerate(ARTICLE.split())
]


def span(word, label, **more):
    token = next(item for item in TOKENS if item["text"] == word)
    place = {
        "start": token["start"],
        "end": token["end"],
        "token_start": token["id"],
        "token_end": token["id"],
    }
    return {**place, "label": label, **more}


def task(*found, **more):
    return {
        "text": ARTICLE,
        "_input_hash": 1,
        "_task_hash": -2,
        "tokens": TOKENS,
        "spans": list(found),
        **more,
    }


def one(tmp_path, found, **options):
    ((bundle,), _) = read_file(PRODIGY, tmp_path, found, **options)
    return bundle


def test_a_task_that_was_accepted_is_a_layer_that_is_done(tmp_path):
    found = task(
        span("أحمد", "PER"),
        answer="accept",
        _annotator_id="news-ali",
        _session_id="news-ali",
        _timestamp=1700000000,
        meta={"source": "https://example.org", "title": "عنوان"},
    )
    bundle = one(tmp_path, found)
    assert spans(bundle) == [("PER", "أحمد")]
    assert (bundle.layer.reviewers, bundle.layer.status) == (("news-ali",), "done")
    assert bundle.layer.updated == "2023-11-14T22:13:20Z"
    assert (bundle.document.source, bundle.document.title) == ("https://example.org", "عنوان")


def test_a_task_accepted_without_spans_was_looked_at(tmp_path):
    assert one(tmp_path, task(answer="accept")).layer.status == "done"
    assert one(tmp_path, task()).layer is None


@pytest.mark.parametrize("answer", ["reject", "ignore"])
def test_a_task_that_was_not_accepted_brings_its_text_alone(tmp_path, answer):
    bundle = one(tmp_path, task(span("أحمد", "PER"), answer=answer))
    assert bundle.layer is None
    assert bundle.warnings == (
        f"file.jsonl, line 1: The task was answered “{answer}”; its spans were left out.",
    )
    assert spans(one(tmp_path, task(span("أحمد", "PER"), answer=answer), rejected=True)) == [("PER", "أحمد")]


def test_a_task_nobody_answered_yet_is_started(tmp_path):
    assert one(tmp_path, {"text": ARTICLE, "spans": [span("أحمد", "PER")]}).layer.status == "started"


def test_spans_of_a_model_that_nobody_answered_are_predictions(tmp_path):
    found = task(span("أحمد", "PER", source="ar_model", score=0.7), meta={"score": 0.1})
    bundle = one(tmp_path, found)
    assert bundle.layer is None
    (prediction,) = bundle.predictions
    assert (prediction.quote, prediction.score, prediction.source) == ("أحمد", 0.7, "ar_model")
    assert spans(one(tmp_path, {**found, "answer": "accept"})) == [("PER", "أحمد")]


def test_a_question_about_one_span_has_its_label_beside_it(tmp_path):
    question = span("أحمد", "x")
    del question["label"]
    assert spans(one(tmp_path, task(question, label="PER", answer="accept"))) == [("PER", "أحمد")]


def test_relations_lead_from_head_to_child(tmp_path):
    head, child = span("أحمد", "PER"), span("بغداد", "LOC")
    relation = {"head": 1, "child": 3, "head_span": head, "child_span": child, "label": "in", "color": "#fff"}
    assert links(one(tmp_path, task(head, child, relations=[relation], answer="accept"))) == [
        ("أحمد", "in", "بغداد")
    ]


def test_relations_may_name_the_last_token_of_a_span_alone(tmp_path):
    long = {**span("أحمد", "PER"), "start": 0, "token_start": 0}
    relation = {"head": 1, "child": 3, "label": "in"}
    bundle = one(tmp_path, task(long, span("بغداد", "LOC"), relations=[relation], answer="accept"))
    assert links(bundle) == [("قال أحمد", "in", "بغداد")]


def test_keys_of_a_span_that_prodigy_does_not_know_are_attributes(tmp_path):
    found = span("أحمد", "PER", role="وزير", attributes={"rank": 2}, note="ملاحظة", id="s1", color="red")
    (item,) = one(tmp_path, task(found, answer="accept")).layer.annotations
    assert item.attributes == {"role": "وزير", "rank": 2, "id": "s1"}
    assert (item.note, item.uuid) == ("ملاحظة", "1")


def test_choices_about_the_whole_text_are_left_out_or_cover_it(tmp_path):
    found = {"text": ARTICLE, "options": [{"id": "a"}], "accept": ["سياسة"], "answer": "accept"}
    assert "1 answers about the whole document" in one(tmp_path, found).warnings[0]
    assert spans(one(tmp_path, found, categories=True)) == [("سياسة", ARTICLE)]
    assert spans(one(tmp_path, {"text": "نص", "label": "x", "answer": "accept"}, categories=True)) == [
        ("x", "نص")
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"spans": [{"start": 0, "end": 99, "label": "x"}]}, "there is no span 0–99"),
        ({"spans": [{"start": 0, "end": 3, "text": "علي", "label": "x"}]}, "should read “علي”"),
        ({"spans": [{"start": 0, "end": 3}]}, "a span without a label"),
        ({"relations": [{"head": 0, "child": 1, "label": "x"}]}, "links annotation ?, which is not there"),
        ({"relations": [5]}, "a relation without a type"),
        ({"text": None}, "has no text"),
    ],
)
def test_what_is_wrong_stops_the_reading_or_is_listed(tmp_path, change, sentence):
    found = json.dumps(task(answer="accept")) + "\n" + json.dumps({**task(answer="accept"), **change})
    with pytest.raises(UserError, match=f"^file.jsonl, line 2.*{re.escape(sentence)}"):
        read_file(PRODIGY, tmp_path, found)
    _, (fault,) = read_file(PRODIGY, tmp_path, found, skip=True)
    assert sentence in fault


def test_times_out_of_range_are_no_times(tmp_path):
    for stamp in (10**30, 1e300, True, "x", None):
        assert one(tmp_path, task(answer="accept", _timestamp=stamp)).layer.updated == ""


def test_tokens_hold_every_span_and_give_the_text_back():
    data, _ = written(PRODIGY, [full_bundle()])
    found = json.loads(data)
    tokens = found["tokens"]
    assert [item["id"] for item in tokens] == list(range(len(tokens)))
    assert "".join(item["text"] + " " * item["ws"] for item in tokens) == TEXT
    for item in found["spans"]:
        assert tokens[item["token_start"]]["start"] == item["start"]
        assert tokens[item["token_end"]]["end"] == item["end"]


def test_a_relation_names_the_last_tokens_of_its_spans():
    found = json.loads(written(PRODIGY, [full_bundle()])[0])
    (relation,) = found["relations"]
    claim, actor = (next(s for s in found["spans"] if s["id"] == uuid) for uuid in (CLAIM, ACTOR))
    assert (relation["head"], relation["child"]) == (claim["token_end"], actor["token_end"])
    assert relation["head_span"]["label"] == "claim"
    assert relation["label"] == "attributed_to"


@given(original=bundles())
@settings(max_examples=25, deadline=None)
def test_tokens_can_be_left_out(original, tmp_path_factory):
    files, _ = write_into(PRODIGY, [original], tmp_path_factory.mktemp("x"), tokens=False)
    (back,) = read_from(PRODIGY, files)
    assert comparable(back, PRODIGY.loses) == comparable(original, PRODIGY.loses)


@given(original=bundles())
@settings(max_examples=25, deadline=None)
def test_tokens_with_their_spaces_are_always_the_text(original):
    found = json.loads(written(PRODIGY, [original])[0])
    assert "".join(item["text"] + " " * item["ws"] for item in found["tokens"]) == original.document.text


def test_without_details_a_task_has_nothing_of_ours():
    data, _ = written(PRODIGY, [full_bundle()], details=False)
    assert b"sanad" not in data


def test_a_time_that_is_none_is_left_out():
    bundle = full_bundle()
    data, _ = written(
        PRODIGY, [replace(bundle, layer=replace(bundle.layer, updated="gestern", reviewers=("",)))]
    )
    assert not {"_timestamp", "_annotator_id"} & set(json.loads(data))


def test_the_sample_reads_as_the_seeds_annotations():
    prove_sample(PRODIGY, DATA / "prodigy" / "000.jsonl")


def test_an_answer_to_another_question_is_none_of_prodigy_s(tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps({"text": ARTICLE, "question": "أين؟", "answer": "في بغداد"}), encoding="utf-8")
    assert format_of(path) is not PRODIGY
    assert one(tmp_path, task(answer="في بغداد")).layer is None


def test_what_several_spans_have_as_id_is_no_id_of_an_annotation(tmp_path):
    both = [span("أحمد", "PER", id="Q42"), span("بغداد", "LOC", id="Q42")]
    bundle = one(tmp_path, task(*both, answer="accept"))
    assert [item.attributes for item in bundle.layer.annotations] == [{"id": "Q42"}] * 2


def test_fields_an_article_has_no_place_for_are_told_once(tmp_path):
    found = task(
        span("أحمد", "PER"), answer="accept", meta={"author": "م", "title": "عنوان"}, topic="t", x=None
    )
    (first, second), _ = read_file(PRODIGY, tmp_path, "\n".join([json.dumps(found)] * 2), "x.jsonl")
    told = "an article has no place for “topic”, “author”; they are left out here and below."
    assert (first.warnings, second.warnings) == ((f"x.jsonl, line 1: {told}",), ())


def test_relations_of_a_machine_are_told(tmp_path):
    found = task(span("أحمد", "PER", score=0.5), relations=[{"head": 0, "child": 1, "label": "in"}])
    bundle = one(tmp_path, found)
    assert len(bundle.predictions) == 1
    assert "1 relations of a machine were left out" in bundle.warnings[0]
