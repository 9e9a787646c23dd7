"""The quick look: it never hides what folding finds, and lets little else through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.folding import SEARCH, Fold, find
from annotator.text.sieve import Sieve

LETTERS = 'اأٱآلـَُّٓىيئةه وفبلككک٣3aA\n\u00a0\u200b\u200f\u200d\ufefb\ufef7\ufdfa\ufdfc،"😀'
FOLDS = (SEARCH, ~Fold(0), Fold(0), SEARCH & ~Fold.MARKS, SEARCH & ~Fold.FORMS, Fold.LOOSE, Fold.ALEF)


@given(st.data())
def test_whatever_is_found_was_let_through(data: st.DataObject) -> None:
    text = data.draw(st.text(LETTERS, min_size=1, max_size=40))
    start = data.draw(st.integers(0, len(text) - 1))
    cut = text[start : start + data.draw(st.integers(1, 8))]
    needle = data.draw(st.one_of(st.just(cut), st.text(LETTERS, min_size=1, max_size=4)))
    folds, whole, proclitics = data.draw(st.sampled_from(FOLDS)), *data.draw(st.tuples(*[st.booleans()] * 2))
    if next(find(text, needle, folds, whole_word=whole, proclitics=proclitics), None):
        sieve = Sieve(needle, folds, whole_word=whole, proclitics=proclitics)
        assert sieve.lets_through(text.encode())


@pytest.mark.parametrize(
    "text", ["القوات", "وللقوات", "لِلقُوّات", "بالقوات المسلحة", "ﺍﻟﻘﻮﺍﺕ", "القـــوات", "والقواتـ"]
)
def test_every_spelling_is_let_through(text: str) -> None:
    assert Sieve("القوات", SEARCH, whole_word=True, proclitics=True).lets_through(text.encode())


@pytest.mark.parametrize("text", ["", "القوا", "فالقوت", "القواتي", "مالقوات", "مبالقوات", "القو ات"])
def test_what_holds_no_such_word_is_kept_back(text: str) -> None:
    assert not Sieve("القوات", SEARCH, whole_word=True, proclitics=True).lets_through(text.encode())


def test_what_is_no_letter_keeps_nothing_back() -> None:
    assert Sieve("😀", SEARCH).lets_through(b"")
    assert Sieve("abc", SEARCH).lets_through(b"")
    assert not Sieve("abc", Fold(0)).lets_through(b"abd")


def test_what_is_no_utf_8_is_looked_at() -> None:
    assert Sieve("بغداد", SEARCH).lets_through("بغداد".encode() + b"\xff")
