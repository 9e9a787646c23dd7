"""The ends of an annotation, dragged."""

import pytest

from annotator.core.records import Span
from tests.ui.article.sample import ALT, TEXT, Key, image


class TestHandles:
    @pytest.fixture
    def chosen(self, shown, annotate):
        shown.add_annotation(annotate(TEXT, "وزارة الدفاع", 1, 7))
        shown.select_annotation(7)
        return shown

    def end(self, view):
        handle = view._handles()[1]
        return handle.p1().toPoint()

    def test_the_span_is_shown_where_it_would_be(self, chosen, hand, qtbot):
        plain = image(chosen)
        hand.grab(self.end(chosen))
        hand.move(hand.on("أمس"))
        assert image(chosen) != plain
        assert chosen.span_of(7).quote(TEXT) == "وزارة الدفاع"
        with qtbot.waitSignal(chosen.boundary_dragged) as dragged:
            hand.drop(hand.on("أمس"))
        assert dragged.args[0][1].quote(TEXT) in {"وزارة الدفاع، أمس", "وزارة الدفاع"}

    def test_alt_moves_by_letters(self, chosen, hand, qtbot):
        with qtbot.waitSignal(chosen.boundary_dragged) as dragged:
            hand.drag(self.end(chosen), hand.place(TEXT.index("الدفاع") + 3, after=True), ALT)
        assert dragged.args[0] == (7, Span(TEXT.index("وزارة"), TEXT.index("الدفاع") + 4))

    def test_an_end_never_passes_the_other(self, chosen, hand, qtbot):
        with qtbot.waitSignal(chosen.boundary_dragged) as dragged:
            hand.drag(self.end(chosen), hand.on("قال"))
        assert dragged.args[0][1].quote(TEXT) == "وزارة"

    def test_escape_takes_it_back(self, chosen, hand, qtbot):
        plain = image(chosen)
        with (
            qtbot.assertNotEmitted(chosen.boundary_dragged),
            qtbot.assertNotEmitted(chosen.annotation_picked),
        ):
            hand.grab(self.end(chosen))
            hand.move(hand.on("سوريا"))
            hand.press(Key.Key_Escape)
            hand.drop(hand.on("سوريا"))
        assert chosen.selected_annotation() == 7
        hand.hover(hand.on("سوريا"))
        assert image(chosen) == plain

    def test_an_annotation_that_goes_away_meanwhile_is_let_go(self, chosen, hand, qtbot):
        with qtbot.assertNotEmitted(chosen.boundary_dragged):
            hand.grab(self.end(chosen))
            hand.move(hand.on("سوريا"))
            chosen.remove_annotation(7)
            hand.move(hand.on("أمس"))
            hand.drop(hand.on("أمس"))
