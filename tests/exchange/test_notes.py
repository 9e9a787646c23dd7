"""What readers say of many records, summed."""

import pytest

from annotator.core.errors import Worded, placed
from annotator.exchange import notes as module
from annotator.exchange.notes import Notes
from annotator.formats.bundle import Bundle


def worded(warning):
    """A warning as readers make it: with its place, or without one."""
    place, colon, said = warning.rpartition(": ")
    return placed(place, Worded(said)) if colon else Worded(warning)


@pytest.fixture
def noted(document):
    def make(*told, notes=None):
        found = Notes() if notes is None else notes
        for place, *warnings in told:
            said = tuple(map(worded, warnings))
            found.add(Bundle(document=document(), place=place, warnings=said))
        return found

    return make


LEFT_OUT = "1 comments were left out."


def test_equal_sentences_about_records_of_a_file_are_one(noted):
    told = [(f"a.jsonl, line {number}", f"a.jsonl, line {number}: {LEFT_OUT}") for number in range(3, 1203)]
    found = noted(*told, ("b.jsonl, line 1", f"b.jsonl, line 1: {LEFT_OUT}"))
    assert found.sentences == [
        f"a.jsonl, line 3 and 1,199 more like it: {LEFT_OUT}",
        f"b.jsonl, line 1: {LEFT_OUT}",
    ]
    assert found.count == 2


def test_different_sentences_stay_and_those_without_a_place_are_counted(noted):
    found = noted(("a.html", "x.", "a.html: y."), ("a.html", "x."))
    assert found.sentences == ["x. (2 times)", "a.html: y."]


def test_what_was_said_of_single_files_is_put_together(noted, monkeypatch):
    first = noted(("a, line 1", "a, line 1: x."), ("a, line 2", "a, line 2: x."))
    first.take(noted(("a, line 9", "a, line 9: x."), ("b, line 1", "b, line 1: x.")))
    assert first.sentences == ["a, line 1 and 2 more like it: x.", "b, line 1: x."]
    monkeypatch.setattr(module, "MAX_LISTED", 2)
    first.take(noted(("c, line 1", "c, line 1: x.")))
    noted(("d", "y."), notes=first)
    assert (len(first.sentences), first.count) == (2, 4)
