"""Offsets without quotes that may count UTF-16 units."""

import pytest

from annotator.core.errors import UserError
from annotator.formats.doccano import DOCCANO
from annotator.formats.prodigy import PRODIGY
from annotator.formats.spacy_jsonl import SPACY_JSONL
from tests.formats.records import read_file, spans

TEXT = "قال 😀 أحمد في بغداد"
HINT = "-O unit=utf-16"


def units(text):
    return len(text.encode("utf-16-le")) // 2


def span(quote, count=units):
    start = count(TEXT[: TEXT.index(quote)])
    return [start, start + count(quote), "PER"]


def doccano(*found):
    return {"id": 1, "text": TEXT, "label": list(found)}


def old_doccano(*found):
    keys = ("start_offset", "end_offset", "label", "user")
    people = [dict(zip(keys, (*item, number), strict=True)) for number, item in enumerate(found)]
    return {"id": 1, "text": TEXT, "annotations": people}


def prodigy(*found):
    listed = [dict(zip(("start", "end", "label"), item, strict=True)) for item in found]
    return {"text": TEXT, "spans": listed, "answer": "accept"}


def spacy(*found):
    return [TEXT, {"entities": list(found)}]


KINDS = pytest.mark.parametrize(
    ("kind", "line"),
    [(DOCCANO, doccano), (DOCCANO, old_doccano), (PRODIGY, prodigy), (SPACY_JSONL, spacy)],
)


def warnings(bundles):
    return [warning for bundle in bundles for warning in bundle.warnings if HINT in warning]


@KINDS
def test_spans_that_cut_words_as_characters_and_none_as_utf16_are_told(tmp_path, kind, line):
    (bundle, *more), _ = read_file(kind, tmp_path, line(span("أحمد"), span("في")))
    assert len(warnings([bundle, *more])) == 1
    assert spans(bundle)[0] == ("PER", "حمد ")


@KINDS
def test_the_unit_may_be_chosen_and_nothing_is_told_then(tmp_path, kind, line):
    bundles, _ = read_file(kind, tmp_path, line(span("أحمد"), span("بغداد")), unit="utf-16")
    assert [item for bundle in bundles for item in spans(bundle)] == [("PER", "أحمد"), ("PER", "بغداد")]
    assert warnings(bundles) == []


@KINDS
def test_a_last_span_that_leaves_the_text_as_characters_is_told(tmp_path, kind, line):
    found, faults = read_file(kind, tmp_path, line(span("بغداد")), skip=True)
    assert (len(warnings(found)), len(faults)) == (1, 1)


@KINDS
@pytest.mark.parametrize(
    "found",
    [
        [span("أحمد", len)],
        [span("أحمد"), span("بغداد", len)],  # neither way is every word whole
        [[0, 2, "PER"], span("أحمد")],  # before the emoji both ways cut
        [[4, 5, "PER"], [0, 3, "PER"]],
        [[None, True, "PER"], ["a", 10**9, "PER"]],
    ],
)
def test_nothing_is_told_where_characters_cut_no_word_or_utf16_cuts_some(tmp_path, kind, line, found):
    bundles, _ = read_file(kind, tmp_path, line(*found), skip=True)
    assert warnings(bundles) == []


def test_a_text_without_an_emoji_is_no_matter_of_units(tmp_path):
    bundles, _ = read_file(DOCCANO, tmp_path, {"text": "قال أحمد", "label": [[1, 2, "PER"]]})
    assert warnings(bundles) == []


def test_spans_with_quotes_are_proved_by_these(tmp_path):
    task = prodigy(span("أحمد"))
    task["spans"][0]["text"] = "أحمد"
    (bundle,), _ = read_file(PRODIGY, tmp_path, task)
    assert spans(bundle) == [("PER", "أحمد")]
    assert warnings([bundle]) == []


def test_an_annotation_of_the_whole_text_is_one_in_either_unit(tmp_path):
    for kind, line in (
        (DOCCANO, {"text": TEXT, "label": ["خبر"]}),
        (PRODIGY, {"text": TEXT, "label": "خبر", "answer": "accept"}),
    ):
        (bundle,), _ = read_file(kind, tmp_path, line, categories=True, unit="utf-16")
        assert spans(bundle) == [("خبر", TEXT)]


def test_a_unit_that_there_is_not_is_refused():
    from annotator.formats.options import choose

    with pytest.raises(UserError, match="unit"):
        choose(DOCCANO.reading, {"unit": "bytes"})
