"""Annotations, relations and zones as readers meet them: proved, counted, told."""

import pytest

from annotator.core.errors import UserError
from annotator.formats import anchoring
from annotator.formats import draft as module
from annotator.formats.draft import Draft
from annotator.formats.format import Reading
from annotator.formats.json_records import Record
from annotator.formats.options import Options
from annotator.formats.record_article import article

RECORD = Record("x.json, record 2", {}, 10, 2)
TEXT = "قال أحمد قال"
JAVA = "😀 قال الوزير"


def begun(text=TEXT, *, skip=False, **more):
    reading = Reading(Options(), skip=skip)
    return Draft(text, reading, **{"place": "x.json, record 2"} | more), reading


@pytest.fixture
def java():
    """A draft whose offsets count UTF-16, with no place of its own."""
    return begun(JAVA, skip=True, place="", unit="utf-16")


def bundle(draft):
    return draft.bundle(article(RECORD, draft.text), RECORD)


def test_ids_of_the_file_are_kept_and_others_numbered_around_them():
    draft, _ = begun()
    ids = [draft.annotate(0, 3, "x", uuid=uuid) for uuid in (None, "3", None, 7, None, "")]
    assert ids == ["1", "3", "4", "7", "5", "6"]


def test_many_ids_that_are_numbers_do_not_make_the_search_for_a_free_one_long():
    draft, _ = begun()
    for number in range(20_001, 40_001):
        draft.annotate(0, 3, "x", uuid=number)
    free = [draft.annotate(0, 3, "x") for _ in range(20_000)]
    assert (free[0], free[-1]) == ("40001", "60000")


def test_offsets_become_code_points(java):
    draft, _ = java
    assert draft.annotate(3, 6, "x", place="here") == "1"
    assert draft.annotate(7, 13, "y", place="here") == "2"
    draft.zone(0, 2, "caption\0", place="here")
    assert [(item.start, item.end) for item in draft.annotations] == [(2, 5), (6, 12)]
    assert [(item.start, item.end, item.kind) for item in draft.zones] == [(0, 1, "caption")]


@pytest.mark.parametrize(
    ("key", "span", "label", "said"),
    [
        ("a", (3, 6), "x", "stands there twice"),
        ("b", (3, 6), " ", "a span without a label"),
        ("b", (3, 6), None, "a span without a label"),
        ("b", (0, 1), "x", "no span"),
        ("b", (None, 3), "x", "no span"),
        ("b", (3, 99), "x", "no span"),
    ],
)
def test_what_does_not_hold_is_a_fault_with_its_place_and_the_others_stay(java, key, span, label, said):
    draft, reading = java
    draft.annotate(3, 6, "x", uuid="a", place="one")
    assert draft.annotate(*span, label, uuid=key, place="file, line 3") is None
    (fault,) = reading.faults
    assert str(fault).startswith("file, line 3: ")
    assert said in str(fault)
    assert len(draft.annotations) == 1


def test_predictions_and_zones_that_stand_nowhere_are_faults_in_the_drafts_place():
    draft, reading = begun(skip=True)
    draft.predict(0, 99, "x")
    draft.predict(0, 3, "")
    draft.zone(0, 99, "x")
    assert reading.fault_count == 3
    assert all(str(fault).startswith("x.json, record 2: ") for fault in reading.faults)
    assert (draft.predictions, draft.zones) == ([], ())


def test_a_score_is_one_from_0_to_1():
    draft, _ = begun()
    for score in (1, 0.5, 2, True, "x", None):
        draft.predict(0, 3, "x", score=score)
    assert [item.score for item in draft.predictions] == [1.0, 0.5, None, None, None, None]


def test_values_that_change_their_form_are_counted_in_a_warning():
    draft, _ = begun()
    draft.annotate(0, 3, "x", attributes={"a": [1, 2], "b": True, "c": None, "d": {"e": 1}})
    made = bundle(draft)
    assert made.layer.annotations[0].attributes == {"a": "1; 2", "b": "true", "d": '{"e":1}'}
    assert made.warnings == (
        "x.json, record 2: 2 values were no text or number and have been written as text.",
    )


def test_values_nobody_can_compute_with_become_text(java):
    draft, _ = java
    values = {"far": float("inf"), "none": float("nan"), "long": 2**70, "nul\0": "a\0b", "half": "\ud800c"}
    draft.annotate(3, 6, "x", attributes=values, note="n")
    (item,) = draft.annotations
    assert item.note == "n"
    assert item.attributes == {
        "far": "inf",
        "none": "nan",
        "long": "1180591620717411303424",
        "nul": "ab",
        "half": "c",
    }
    assert draft.warnings == ("3 values were no text or number and have been written as text.",)


def test_relations_may_come_before_what_they_link_and_are_proved_at_the_end(java):
    draft, reading = java
    for kind, source, target in (
        ("r", "a", "b"),
        ("", "a", "b"),
        ("r", "a", "a"),
        ("r", "a", "z"),
        ("r", None, "a"),
        ("r", "a", "w"),
    ):
        draft.relate(source, target, kind, place="here")
    draft.relate("b", "a", "r", uuid="1", place="here")
    draft.annotate(3, 6, "x", uuid="a")
    draft.annotate(7, 13, "y", uuid="b")
    draft.leave_out("w")
    assert [(item.uuid, item.source) for item in draft.relations()] == [("1", "a")]
    assert [str(fault).removeprefix("here: ") for fault in reading.faults] == [
        "there is a relation without a type; name it.",
        "a relation “r” links annotation a with itself.",
        "a relation “r” links annotation z, which is not there.",
        "a relation “r” links annotation ?, which is not there.",
        "the relation 1 stands there twice.",
    ]
    assert draft.warnings == ("1 relations were left out with the annotations they link.",)


def test_spans_found_by_their_words_are_counted(java):
    draft, _ = java
    draft.annotate(2, 5, "x", quote="قال")
    assert draft.warnings == ("1 spans did not stand where the file says; their text was found elsewhere.",)


def test_there_is_an_end_to_annotations_and_relations(monkeypatch):
    monkeypatch.setattr(module, "MAX_ITEMS", 2)
    draft, reading = begun(skip=True)
    for _ in range(3):
        draft.annotate(0, 3, "x")
    for _ in range(3):
        draft.relate("1", "2", "x")
    made = bundle(draft)
    assert (len(made.layer.annotations), len(made.layer.relations), reading.fault_count) == (2, 2, 2)


def test_a_bundle_has_a_layer_where_there_are_annotations_or_it_is_wanted():
    draft, _ = begun()
    draft.warn("{count} things", count=2)
    document = article(RECORD, TEXT)
    assert draft.bundle(document, RECORD).layer is None
    made = draft.bundle(document, RECORD, layer=True, reviewer="س", status="done")
    assert (made.layer.reviewers, made.layer.status) == (("س",), "done")
    assert (made.warnings, made.place, made.size) == (
        ("x.json, record 2: 2 things",), "x.json, record 2", 10,
    )  # fmt: skip


def test_the_text_is_not_searched_for_quotes_without_end(monkeypatch):
    monkeypatch.setattr(anchoring, "MAX_SEARCHED", 50)
    draft, reading = begun("قال أحمد هنا", skip=True)
    for _ in range(2):
        assert draft.annotate(0, 3, "x", quote="علي") is None
        assert draft.annotate(0, 4, "x", quote="أحمد")
    with pytest.raises(UserError, match="is this the right text"):
        draft.annotate(0, 3, "x", quote="علي")
    assert reading.fault_count == 2
