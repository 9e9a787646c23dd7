"""Figures that nobody has marked, and what the words of one say."""

import json
from collections.abc import Callable

import pytest

from annotator.core.records import Annotation, Zone
from annotator.core.schema import LabelSet
from annotator.lexicon import figure_tables
from annotator.resources import SEEDS
from annotator.suggest.figures import attributes_of, reason, untagged
from annotator.text.figures import compile_lexicon, parse

LEXICON = compile_lexicon(figure_tables())
TEXT = "قتل أكثر من 150 شخصا. وأصيب 20 جنديا.\nشارك 59"


def suggested(text: str, labels: LabelSet, annotations=(), zones=()) -> list[str]:
    return [item.quote for item in untagged(text, annotations, zones, labels, LEXICON, 1)]


def test_words_give_the_attributes_the_label_has(labels: LabelSet) -> None:
    label = labels.label_by_name["figure"]
    assert attributes_of("أكثر من 26 ألف شهيد", LEXICON, labels, label.id) == {
        "value": 26000,
        "op": ">",
        "counted": "شهيد",
        "number_text": "26 ألف",
    }
    assert attributes_of("بين 10% و15%", LEXICON, labels, label.id)["unit"] == "%"
    assert attributes_of("السابع من أكتوبر", LEXICON, labels, label.id) == {}


def test_a_label_without_these_attributes_gets_none(labels: LabelSet) -> None:
    label = labels.label_by_name["actor"]
    assert attributes_of("4 مصادر", LEXICON, labels, label.id) == {}


def test_figures_nobody_has_marked_are_suggested_with_what_they_say(labels: LabelSet) -> None:
    first, second = untagged(TEXT, (), (), labels, LEXICON, 7)
    assert (first.quote, second.quote) == ("أكثر من 150 شخصا", "20 جنديا")
    assert (first.document_id, first.label_id) == (7, labels.label_by_name["figure"].id)
    assert first.attributes == {"value": 150, "op": ">", "counted": "شخصا", "number_text": "150"}
    assert first.span.quote(TEXT) == first.quote
    assert first.confidence > second.confidence


def test_a_figure_that_an_annotation_of_a_figure_overlaps_is_not_suggested(
    labels: LabelSet, spot: Callable[..., Annotation]
) -> None:
    assert suggested(TEXT, labels, [spot(TEXT, "150", "figure")]) == ["20 جنديا"]
    assert suggested(TEXT, labels, [spot(TEXT, "20 جنديا", "actor")]) == ["أكثر من 150 شخصا", "20 جنديا"]
    wide = [spot(TEXT, TEXT[:30], "figure"), spot(TEXT, "قتل", "figure")]
    assert suggested(TEXT, labels, wide) == []


@pytest.mark.parametrize(
    ("kind", "left"), [("boilerplate", []), ("other_article", []), ("caption", ["20 جنديا"])]
)
def test_zones_that_are_not_the_article_have_no_suggestions(
    labels: LabelSet, kind: str, left: list[str]
) -> None:
    text = "20 جنديا"
    zone = Zone(id=1, layer_id=2, start=0, end=len(text), kind_id=labels.zone_kind_by_name[kind].id)
    assert suggested(text, labels, zones=[zone]) == left


def test_a_label_set_without_figures_has_no_suggestions(labels: LabelSet) -> None:
    others = [label for label in labels.labels if label.name != "figure"]
    assert suggested(TEXT, LabelSet(labels.scheme, others, labels.attributes)) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("أكثر من 150 ضربة", "more than 150: “أكثر من … 150”"),
        ("بنحو 3 مليارات دولار", "about 3,000,000,000 USD: “نحو … 3 مليارات”"),
        ("20 قتيلا على الأقل", "at least 20: “على الأقل … 20”"),
        ("أقل من ربع السكان", "less than 0.25: “أقل من … ربع”"),
        ("بين 10 و15 قتيلا", "from 10 to 15: “بين … 10 و15”"),
        ("عشرات القتلى", "from 20 to 99, for “عشرات” is vague"),
        ("عدة أشهر", "some number of them, for “عدة” is vague"),
        ("دون إصابات", "none: “إصابات” is denied"),
    ],
)
def test_the_reason_says_what_is_meant_and_by_which_words(words: str, said: str) -> None:
    assert str(reason(parse(words, LEXICON))) == said


def test_the_figures_of_the_sample_are_found_as_a_person_marked_them(labels: LabelSet) -> None:
    line = json.loads((SEEDS / "gold" / "000.jsonl").read_text("utf-8").splitlines()[0])
    marked = {(a["start"], a["end"]) for a in line["annotations"] if a["label"] == "figure"}
    items = untagged(line["text"], (), (), labels, LEXICON, 1)
    assert {(item.span.start, item.span.end) for item in items} == marked
    said = {(a["start"], a["end"]): a["attributes"] for a in line["annotations"] if a["label"] == "figure"}
    for item in items:
        expected = said[item.span.start, item.span.end]
        for name in ("value", "min", "max", "op", "number_text"):
            assert item.attributes.get(name) == expected.get(name)
