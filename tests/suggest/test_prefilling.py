"""The words of a figure fill it in; what a person says about it stays."""

import itertools

import pytest
from msgspec.structs import replace

from annotator.core.records import Annotation
from annotator.core.schema import LabelSet, instantiate
from annotator.suggest.prefilling import filled, is_figure, refilled

WORDS = {
    "نحو 2500 جندي": {"value": 2500, "op": "~", "counted": "جندي"},
    "2500 جندي": {"value": 2500, "op": "=", "counted": "جندي"},
    "2500 جندي أميركي": {"value": 2500, "op": "=", "counted": "جندي أميركي", "colour": "red"},
}


def read(quote):
    return WORDS.get(quote, {})


@pytest.fixture
def labels(definition) -> LabelSet:
    groups = {}
    for change in instantiate(definition, itertools.count(10).__next__):
        groups.setdefault(type(change.record).__name__, []).append(change.record)
    kinds = ("Label", "Attribute", "RelationType", "ZoneKind")
    return LabelSet(groups["Scheme"][0], *(groups[kind] for kind in kinds))


@pytest.fixture
def figure(labels):
    def make(quote, label="figure", **values):
        return Annotation(
            id=1,
            uuid="u1",
            layer_id=2,
            label_id=labels.label_by_name[label].id,
            start=0,
            end=len(quote),
            quote=quote,
            attributes=values,
            reviewer_id=3,
        )

    return make


def test_labels_with_a_number_and_an_operator_are_figures(labels):
    assert [label.name for label in labels.labels if is_figure(label.id, labels)] == ["figure"]


def test_a_figure_begins_with_what_its_words_say(labels):
    label_id = labels.label_by_name["figure"].id

    assert filled("نحو 2500 جندي", label_id, labels, read) == WORDS["نحو 2500 جندي"]
    assert filled("قليل", label_id, labels, read) == {}


def test_what_the_label_set_does_not_define_is_left_out(labels):
    label_id = labels.label_by_name["figure"].id

    assert "colour" not in filled("2500 جندي أميركي", label_id, labels, read)


def test_other_labels_are_not_filled_in(labels):
    assert filled("2500 جندي", labels.label_by_name["claim"].id, labels, read) == {}


def test_values_the_old_words_gave_follow_the_words(labels, figure):
    before = figure("2500 جندي", **WORDS["2500 جندي"])

    assert refilled(before, "نحو 2500 جندي", labels, read) == WORDS["نحو 2500 جندي"]


def test_values_give_way_to_none_where_the_new_words_are_not_understood(labels, figure):
    before = figure("2500 جندي", **WORDS["2500 جندي"])

    assert refilled(before, "جندي", labels, read) == {}


def test_a_figure_that_said_nothing_is_filled_in_once_its_words_are_understood(labels, figure):
    assert refilled(figure("جندي"), "2500 جندي", labels, read) == WORDS["2500 جندي"]


@pytest.mark.parametrize(
    "values",
    [
        {"value": 2600, "op": "=", "counted": "جندي"},
        {"op": "=", "counted": "جندي"},
        {"value": 3},
    ],
)
def test_a_figure_that_a_person_has_changed_stays_as_it_is(labels, figure, values):
    assert refilled(figure("2500 جندي", **values), "نحو 2500 جندي", labels, read) == values


def test_what_a_person_has_added_stays_beside_what_is_read_again(labels, figure):
    before = figure("2500 جندي", unit="soldier", **WORDS["2500 جندي"])

    assert refilled(before, "نحو 2500 جندي", labels, read) == {
        **WORDS["نحو 2500 جندي"],
        "unit": "soldier",
    }


def test_what_a_person_said_where_nothing_was_understood_stays(labels, figure):
    before = figure("جندي", value=7, op="=")

    assert refilled(before, "2500 جندي", labels, read) == before.attributes


def test_other_annotations_keep_their_values(labels, figure):
    before = figure("2500 جندي", "actor", role="وزير")

    assert refilled(replace(before), "نحو 2500 جندي", labels, read) == {"role": "وزير"}
