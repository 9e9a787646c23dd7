"""Annotations as readers meet them: proved, counted, told."""

import pytest

from annotator.core.errors import UserError
from annotator.formats import collecting
from annotator.formats.collecting import Collected, proved_text
from annotator.formats.format import Reading
from annotator.formats.options import Options

TEXT = "😀 قال الوزير"


@pytest.fixture
def collected():
    reading = Reading(Options(), skip=True)
    found = Collected(TEXT, "utf-16", reading)
    return found, reading


def test_what_has_no_id_is_numbered_and_offsets_become_code_points(collected):
    found, _ = collected
    assert found.annotation("here", "", (3, 6), "x")
    assert found.annotation("here", "", (7, 13), "y")
    assert [(item.uuid, item.start, item.end) for item in found.annotations] == [("1", 2, 5), ("2", 6, 12)]


@pytest.mark.parametrize(
    ("key", "span", "label", "said"),
    [
        ("a", (3, 6), "x", "stands there twice"),
        ("b", (3, 6), " ", "has no label"),
        ("b", (0, 1), "x", "no span"),
        ("b", (None, 3), "x", "no span"),
        ("b", (3, 99), "x", "no span"),
    ],
)
def test_what_does_not_hold_is_a_fault_with_its_place(collected, key, span, label, said):
    found, reading = collected
    found.annotation("one", "a", (3, 6), "x")
    assert not found.annotation("file, line 3", key, span, label)
    (fault,) = reading.faults
    assert str(fault).startswith("file, line 3: ")
    assert said in str(fault)


def test_values_nobody_can_compute_with_become_text(collected):
    found, _ = collected
    values = {"far": float("inf"), "none": float("nan"), "long": 2**70, "nul": "a\0b", "half": "\ud800c"}
    found.annotation("here", "", (3, 6), "x", attributes=values)
    (item,) = found.annotations
    assert item.attributes == {
        "far": "inf",
        "none": "nan",
        "long": "1180591620717411303424",
        "nul": "ab",
        "half": "c",
    }


def test_relations_may_come_before_what_they_link_and_are_proved_at_the_end(collected):
    found, reading = collected
    for kind, source, target in (
        ("r", "a", "b"),
        ("", "a", "b"),
        ("r", "a", "a"),
        ("r", "a", "z"),
        ("r", "a", "w"),
    ):
        found.relation("here", "", kind, source, target)
    found.relation("here", "1", "r", "b", "a")
    found.annotation("here", "a", (3, 6), "x")
    found.annotation("here", "b", (7, 13), "y")
    found.left_out("w")
    assert [(item.uuid, item.source) for item in found.relations()] == [("1", "a")]
    assert [str(fault).split(": ")[1][:12] for fault in reading.faults] == [
        "a relation h", "a relation “", "a relation “", "the relation",
    ]  # fmt: skip
    assert found.warnings == ("1 relations were left out with the annotations they link.",)


def test_spans_found_by_their_words_are_counted(collected):
    found, _ = collected
    found.annotation("here", "", (2, 5), "x", quote="قال")
    assert found.warnings == ("1 spans did not fit their words as counted, and were found by their words.",)


def test_a_text_is_not_searched_without_end(collected, monkeypatch):
    monkeypatch.setattr(collecting, "MAX_SEARCHED", 3 * len(TEXT))
    found, reading = collected
    for _ in range(3):
        found.annotation("here", "", (2, 5), "x", quote="غائب")
    with pytest.raises(UserError, match="is this the right text"):
        found.annotation("here", "", (2, 5), "x", quote="غائب")
    assert len(reading.faults) == 3


@pytest.mark.parametrize("text", ["", " \n", "a\0", "a\ud800"])
def test_what_is_no_text_is_refused(text):
    with pytest.raises(UserError, match="file"):
        proved_text("file", text)
