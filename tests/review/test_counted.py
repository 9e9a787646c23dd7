"""Counted nouns that are one noun, and those that are not."""

import pytest

from annotator import lexicon
from annotator.review.counted import CountedNouns

NOUNS = CountedNouns(lexicon.broken_plurals())


@pytest.mark.parametrize(
    "forms",
    [
        "قتيل|قتلى|قتيلا|قتيلًا|القتلى|قتيلين",
        "جندي|جنديا|الجنود|جنود أميركيين|جندي أجنبي|جنديان",
        "هجوم|هجوماً|هجمات|هجومًا|الهجمات",
        "صاروخاً|صواريخ|صاروخ باليستي|صاروخين",
        "ضربة|ضربات|ضربه",
        "عسكريا|عسكري أميركي|عسكريين|العسكريون",
        "مصدر|مصادر",
        "دولة|الدول الأجنبية|دولتين",
        "شهيد|شهداء",
        "إصابة|إصابات|مصاب|مصابين",
        "سنة|سنوات|عاماً|أعوام",
        "طائرات|طائرة مسيّرة|طائرتان",
        "من الجنود|جندي",
    ],
)
def test_forms_of_one_noun_have_one_key(forms: str) -> None:
    keys = {form: NOUNS.key(form)[0] for form in forms.split("|")}
    assert len(set(keys.values())) == 1, keys
    assert "" not in keys.values()


def test_different_nouns_have_different_keys() -> None:
    nouns = "قتيل|جريح|شهيد|جندي|عسكري|صاروخ|هجوم|ضربة|غارة|دولة|مدينة|شهر|يوم|سنة|مليار|%|USD|soldier"
    keys = {noun: NOUNS.key(noun)[0] for noun in nouns.split("|")}
    assert len(set(keys.values())) == len(keys), keys


def test_the_word_to_show_is_the_singular_of_the_table_or_the_word_without_its_article() -> None:
    assert NOUNS.key("القتلى")[1] == "قتيل"
    assert NOUNS.key("«المقابلات»")[1] == "مقابلات"
    assert NOUNS.key(" ") == NOUNS.key("") == ("", "")


def test_no_row_of_the_table_says_something_else_than_another() -> None:
    words = [word for row in lexicon.broken_plurals() for word in (row[0], *row[1].split())]
    assert sorted(words) == sorted(set(words))
    assert all(len(row) == 2 for row in lexicon.broken_plurals())
