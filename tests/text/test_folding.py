import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.folding import SEARCH, Fold, Folded, find, fold
from annotator.text.graphemes import snap
from annotator.text.words import whole_words

SEEDS = [
    file.read_bytes().decode("utf-8")
    for file in sorted((Path(__file__).parents[2] / "seeds").glob("00*.txt"))
]
LETTERS = st.sampled_from(
    'اأآلوبكىيیةهئ\u064b\u0653\u0654\u0301ـ ٣3،\n\rAßİ\u200f\u200d\u00a0«"ﻻﷺ\ufe77\u0600😀'
)
TEXTS = st.text(LETTERS, max_size=25)
FOLDS = st.sampled_from([*Fold, SEARCH, SEARCH | Fold.LOOSE, Fold(0), ~Fold.MARKS])


def count(needle: str, **options: bool) -> int:
    return sum(len(list(find(text, needle, **options))) for text in SEEDS)


@pytest.mark.parametrize(
    ("needle", "exactly", "folded"),
    [
        ("امريكية", 3, 17),
        ("الخارجية", 4, 6),
        ("الولايات المتحدة", 36, 37),
        ("العراق", 110, 110),
        ("الأميركية", 23, 29),
        ("في", 145, 148),
        ("تم", 27, 28),
        ("حوالي", 4, 5),
        ("الإعلامي", 1, 2),
        ("إيران", 8, 9),
    ],
)
def test_the_sample_articles_have_as_many_spellings_as_were_counted(needle, exactly, folded):
    assert sum(text.count(needle) for text in SEEDS) == exactly
    assert count(needle) == folded


@pytest.mark.parametrize(
    ("needle", "anywhere", "whole", "with_proclitics"),
    [("العراق", 110, 58, 66), ("الولايات المتحدة", 37, 29, 38), ("القوات", 27, 25, 34)],
)
def test_a_name_is_found_as_a_word_with_and_without_proclitics(needle, anywhere, whole, with_proclitics):
    assert count(needle) == anywhere
    assert count(needle, whole_word=True) == whole
    assert count(needle, whole_word=True, proclitics=True) == with_proclitics


@pytest.mark.parametrize(
    ("folds", "text", "expected"),
    [
        (Fold.MARKS, "تمّٓ الخارجيَّة", "تم الخارجية"),
        (Fold.TATWEEL, "لـ سلــام", "ل سلام"),
        (Fold.INVISIBLE, "\ufeffعلى\u200f می\u200cخواهم so\u00adft", "على میخواهم soft"),
        (Fold.ALEF, "أإآٱا", "ااااا"),
        (Fold.YEH, "على في فی", "علي في في"),
        (Fold.TEH_MARBUTA, "لجنة", "لجنه"),
        (Fold.KAF, "ک", "ك"),
        (Fold.DIGITS, "٠١٩۰۴۹", "019049"),
        (
            Fold.PUNCTUATION,
            "«أ»، “ب”؛ ت؟ ٢٬٥٠٠٫٥٪\u00a0–",
            '"أ", "ب"; ت? ٢,٥٠٠.٥% -',
        ),
        (Fold.FORMS, "ﻻ ﻹ ﷺ ﻭﻟﺒﻨﺎﻥ ﹰ", "لا لإ صلى الله عليه وسلم ولبنان \u064b"),
        (Fold.LOOSE, "هيئة رؤساء", "هيية روساء"),
        (Fold.CASE, "F-16 Straße", "f-16 strasse"),
        (SEARCH, "الأمريكيَّة ﻹيران هيئة", "الامريكيه لايران هيئه"),
        (Fold(0), "الأمريكيَّة", "الأمريكيَّة"),
    ],
)
def test_each_folding_can_be_had_alone(folds, text, expected):
    assert fold(text, folds) == expected


@given(TEXTS, FOLDS)
def test_folding_twice_is_folding_once(text, folds):
    assert fold(fold(text, folds), folds) == fold(text, folds)


@given(TEXTS, FOLDS)
def test_the_way_back_never_turns_and_names_the_code_point_each_folded_one_comes_from(text, folds):
    folded = Folded(text, folds)
    sources = [folded.source(position) for position in range(len(folded.text) + 1)]
    each = [at for at, char in enumerate(text) for _ in fold(char, folds)]
    assert sources == [*each, len(text)]
    assert all(a <= b for a, b in itertools.pairwise(sources))


@given(TEXTS, st.text(LETTERS, min_size=1, max_size=3), FOLDS, st.booleans())
def test_every_hit_folds_to_what_was_sought_and_cuts_no_cluster_or_word(text, needle, folds, whole):
    hits = list(find(text, needle, folds, whole_word=whole))
    for hit in hits:
        assert fold(text[slice(*hit)], folds) == fold(needle, folds)
        assert snap(text, *hit) == hit
        word = whole_words(text, *hit)
        assert not whole or word[1] == hit[1]
        assert not whole or not fold(text[word[0] : hit[0]], SEARCH)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(hits))


@given(TEXTS, st.data())
def test_what_stands_between_two_clusters_is_found_where_it_stands(text, data):
    start, end = snap(text, *sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2))))
    needle = text[start:end]
    first = next(find(text, needle), None)
    assert (first is None) == (not fold(needle))
    assert first is None or first[0] < end


@given(TEXTS, st.sampled_from(["ال", "الب", "الا", "اللب"]))
def test_with_proclitics_a_hit_folds_to_the_needle_or_to_it_without_the_alef_of_the_article(text, needle):
    for start, end in find(text, needle, whole_word=True, proclitics=True):
        assert fold(text[start:end]) in {needle, "ل" + needle[2:]}


def found(text: str, needle: str, **options: bool) -> list[str]:
    return [text[start:end] for start, end in find(text, needle, **options)]


def test_a_hit_takes_the_marks_and_tatweels_that_follow_it():
    assert found("الخارجيَّةِ سـلامـ, تمّٓ", "الخارجية") == ["الخارجيَّةِ"]
    assert found("الخارجيَّةِ سـلامـ, تمّٓ", "سلام") == ["سـلامـ"]
    assert found("تمّٓ", "تم") == ["تمّٓ"]


def test_half_a_ligature_or_a_letter_whose_mark_was_not_asked_for_is_no_hit():
    assert found("ﻻ", "لا") == ["ﻻ"]
    assert found("ﻻ", "ا") == []
    assert list(find("تمّ تم", "تم", ~Fold.MARKS)) == [(4, 6)]


def test_proclitics_are_no_part_of_a_hit_and_an_elided_article_is_found_by_its_lam():
    text = "القوات وللقوات للقوات والقوات كالقوات وَبِالقوات اللقوات بلقوات القواتي"
    hits = found(text, "القوات", whole_word=True, proclitics=True)
    assert hits == ["القوات", "لقوات", "لقوات", "القوات", "القوات", "القوات"]
    assert found("لبنان ولبنان فللبنان", "لبنان", whole_word=True, proclitics=True) == ["لبنان"] * 3


def test_a_word_is_not_found_inside_another_that_only_its_hyphen_or_digits_join():
    assert found("16 F-16 2016 16,000 16", "16", whole_word=True) == ["16", "16"]


def test_nothing_is_found_by_a_needle_of_which_nothing_remains():
    assert found("كلمة ـ", "ـ\u064b") == []
    assert found("كلمة", "") == []


def test_positions_outside_the_folded_text_are_refused():
    folded = Folded("تمّ")
    assert (folded.source(0), folded.source(2), folded.original_range(1, 2)) == (0, 3, (1, 3))
    for position in (-1, 3):
        with pytest.raises(ValueError, match="outside"):
            folded.source(position)
    with pytest.raises(ValueError, match="empty"):
        folded.original_range(1, 1)
