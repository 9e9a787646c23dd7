"""Lines around data read the way the window does."""

from PySide6.QtCore import Qt

from annotator.core.errors import UserError
from annotator.review.board import Group
from annotator.ui import phrases
from annotator.ui.board.saying import Words


def test_a_line_of_isolated_parts_reads_as_the_window_does(dressed):
    line = f"{phrases.isolated('العراق')} · {phrases.isolated('واشنطن')}"
    assert phrases.directed(line) == line
    dressed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert phrases.directed(line) == f"\u200f{line}"


def test_a_spread_reads_as_its_words_do_and_one_of_digits_from_left_to_right(start):
    sanad = start(language="ar")
    words = Words(sanad.window)

    def spread(low: float, high: float) -> str:
        return words.spread(Group("k", "جندي", 2, 1, low, high))

    assert spread(2500, 2.5e6) == "\u20682,500–2.5 مليون\u2069"
    assert spread(20, 99) == "\u206620–99\u2069"


def test_a_place_in_a_file_reads_from_left_to_right_whatever_the_file_is_called(qapp):
    said = phrases.sentence_of(UserError("{place}: {problem}.", place="خبر.jsonl, line 3", problem="x"))
    assert said.startswith("\u2066\u2068خبر.jsonl\u2069, line 3\u2069: ")
