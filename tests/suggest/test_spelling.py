"""Which words are the same name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import lexicon
from annotator.core.records import Span
from annotator.suggest.entities import Names
from annotator.suggest.spelling import Spelling, with_article

SAME = (
    ("أميركي", "امريكي"),
    ("القوات الأميركية", "القوات  الأمريكيَّة"),
    ("«داعش»", "داعشٓ"),
    ("مسؤولًا", "مسئول"),
    ("عبد الله", "عبدالله"),
    ("إيران", "ايران."),
)
OTHER = (("العراق", "العراقية"), ("سوريا", "سوري"), ("العراق", "عراق"))


@pytest.fixture(scope="session")
def spelling(names: Names) -> Spelling:
    return names.spelling


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_word_have_one_key(spelling: Spelling, one: str, other: str) -> None:
    assert spelling.key(one) == spelling.key(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_words_have_other_keys(spelling: Spelling, one: str, other: str) -> None:
    assert spelling.key(one) != spelling.key(other)


def test_all_spellings_are_looked_for_the_written_one_first(spelling: Spelling) -> None:
    assert spelling.forms("الأمريكية") == ("الامريكيه", "الاميركيه")
    assert spelling.forms("العراق") == ("العراق",)


def test_other_names_are_known_by_key(spelling: Spelling) -> None:
    assert spelling.key("تنظيم الدولة الإسلامية") in spelling.other_names(spelling.key("داعش"))
    assert spelling.other_names(spelling.key("بغداد")) == ()


@given(st.text("اأبتسموكهةىي ـًَّ«».0 أمريك", max_size=20))
def test_the_key_of_a_key_is_the_key(words: str) -> None:
    spelling = Spelling([("part", "أميرك", "أمريك"), ("part", "عبدال", "عبد ال")])
    assert spelling.key(spelling.key(words)) == spelling.key(words)


def test_the_article_gets_its_alef_back_after_lam() -> None:
    text = "قال للقوات الأميركية ولقوات أخرى"
    start = text.index("لقوات")
    assert with_article(text, Span(start, start + 5), "لقوات") == "القوات"
    start = text.index("قوات أخرى")
    assert with_article(text, Span(start, start + 4), "قوات") == "قوات"
    assert with_article("لبنان", Span(0, 5), "لبنان") == "لبنان"


def test_a_long_quote_has_few_forms(spelling: Spelling) -> None:
    assert spelling.forms("القوات الأميركية " * 500)[0].startswith("القوات الاميركيه")
    several = " ".join(form for row in lexicon.variants() for form in row[1:])
    assert len(spelling.forms(several)) <= 64
