"""Lines around data read the way the window does."""

import re

import pytest
from PySide6.QtCore import Qt

from annotator.core.errors import Phrase, UserError, Worded, place_in, placed
from annotator.review.board import Group
from annotator.ui import phrases, translation
from annotator.ui.board.saying import Words


@pytest.fixture
def arabic(qapp):
    translation.install(qapp, "ar")
    yield
    translation.install(qapp, "en")


def test_a_line_of_isolated_parts_reads_as_the_window_does(dressed):
    line = f"{phrases.isolated('العراق')} · {phrases.isolated('واشنطن')}"
    assert phrases.directed(line) == line
    dressed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert phrases.directed(line) == f"\u200f{line}"


def test_names_stand_in_a_sentence_with_the_comma_of_the_window(dressed):
    assert phrases.listed(["PER", "PERS"]) == "PER, PERS"
    dressed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert phrases.listed(["PER", "PERS"]) == "PER، PERS"


def test_a_spread_reads_as_its_words_do_and_one_of_digits_from_left_to_right(start):
    sanad = start(language="ar")
    words = Words(sanad.window)

    def spread(low: float, high: float) -> str:
        return words.spread(Group("k", "جندي", 2, 1, low, high))

    assert spread(2500, 2.5e6) == "\u20682,500–2.5 مليون\u2069"
    assert spread(20, 99) == "\u206620–99\u2069"


def test_a_place_in_a_file_stands_apart_whatever_the_file_is_called(qapp):
    place = place_in("خبر.jsonl", Phrase("line {number}", number=3))
    said = phrases.sentence_of(UserError("{place}: {problem}.", place=place, problem="x"))
    assert said.startswith("\u2068\u2068خبر.jsonl\u2069, line \u20663\u2069\u2069: ")
    assert str(UserError("{place}: x.", place=place)) == "خبر.jsonl, line 3: x."
    assert phrases.sentence_of(UserError("{place}: x.", place="a.txt")) == "\u2068a.txt\u2069: x."


def test_places_and_what_readers_say_are_told_in_arabic(arabic):
    place = place_in(
        place_in("a.json", Phrase("record {number}", number=2)), Phrase("line {number}", number=3)
    )
    said = phrases.sentence_of(placed(place, Worded("{count} drafts were left out.", count=4)))
    assert not re.search("record|annotation|draft", said)
    assert "\u2068a.json\u2069، " in said
