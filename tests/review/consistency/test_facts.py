"""Facts and places, on text as it comes: marks, tatweel, ligatures, invisible characters, half words."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.records import Annotation
from annotator.core.schema import LabelSet
from annotator.review.consistency import Index, Reading, Words, examine
from annotator.review.consistency.facts import Frame
from annotator.review.consistency.forms import cuts, first_words, form_of

ALPHABET = 'اأبتلوفكـةىي\u064e\u0651\u200d\u200f ﻻﷲ«»".،؟\n12٣aZ🙂\u0301'


@given(st.text(ALPHABET, min_size=1, max_size=80), st.data())
def test_no_text_is_too_odd(labels: LabelSet, text: str, data: st.DataObject) -> None:
    marks: list[Annotation] = []
    for number in range(data.draw(st.integers(0, 5))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        if text[start:end].strip():
            marks.append(mark(number + 1, labels.labels[number % 4].id, text, start, end))
    words = Words(text)
    index = Index(labels)
    index.put(examine(Reading(1, text, tuple(marks), (), (), ()), labels, words))
    for document_id in index.stale():
        index.scan(document_id, words)
    for group in index.settle().values():
        assert group is not None
        assert all(0 <= row.start < row.end <= len(text) for row in group.rows)


def mark(row_id: int, label_id: int, text: str, start: int, end: int) -> Annotation:
    given: dict[str, Any] = {"layer_id": 1, "reviewer_id": 1, "label_id": label_id}
    return Annotation(id=row_id, uuid=str(row_id), start=start, end=end, quote=text[start:end], **given)


def test_a_place_in_one_sentence_is_found_in_the_other_however_it_is_written() -> None:
    one = Words("قال إن القوات، وللقوات دور")
    other = Words("قَالَ إنّ القـوات وللقوات: دورٌ!")
    here, there = Frame(one, 0, len(one.text)), Frame(other, 0, len(other.text))
    assert here.key() == there.key()
    for quote, expected in (
        ("القوات", "القـوات"),
        ("لقوات", "لقوات"),
        ("القوات، وللقوات", "القـوات وللقوات"),
    ):
        start = one.text.rindex(quote)
        found = there.span_of(here.place_of(start, start + len(quote)))
        assert other.text[slice(*found)] == expected


def test_a_form_is_the_same_whatever_the_spelling_and_what_stands_around_it() -> None:
    assert form_of("«الأنبارُ»،") == form_of("الانبار") == "الانبار"
    assert form_of("الولايات\n المتحدة") == "الولايات المتحده"
    assert form_of("…") == ""


def test_a_word_may_begin_a_string_after_its_proclitics() -> None:
    for word, first in (
        ("والعراق", "العراق"),
        ("بالعراق", "العراق"),
        ("للقوات", "القوات"),
        ("وللقوات", "القوات"),
        ("العراق", "عراق"),
    ):
        assert first in [cut.first for cut in cuts(word)]
        assert word in first_words(first)
