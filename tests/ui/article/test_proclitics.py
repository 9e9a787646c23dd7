"""Proclitics left out of what is selected, and taken in."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.records import Span
from tests.ui.article.sample import ALT, SHIFT, TEXT, Key, Modifier, image, quote, span_of


class TestProclitics:
    def test_every_selection_by_word_leaves_them_out(self, shown, hand):
        start = TEXT.index("والعراق")
        hand.drag(hand.place(start), hand.place(start + 5))
        assert quote(shown) == "العراق"
        point = hand.place(start + 3)
        QTest.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, point)
        hand.drop(point)
        assert quote(shown) == "العراق"
        shown.set_caret(start)
        hand.press(Key.Key_Left, SHIFT)
        assert quote(shown) == "العراق"
        shown.set_caret(start + 7)
        hand.press(Key.Key_Right, SHIFT)
        assert quote(shown) == "العراق"
        shown.set_caret(start + 4)
        hand.press(Key.Key_Space)
        assert quote(shown) == "العراق"
        assert shown.word_under_caret().quote(TEXT) == "العراق"

    def test_alt_takes_them_in(self, shown, hand):
        start = TEXT.index("والعراق")
        hand.drag(hand.place(start), hand.place(start + 6, after=True), ALT)
        assert quote(shown) == "والعراق"

    def test_a_project_may_take_words_whole(self, shown):
        shown.set_caret(TEXT.index("والعراق") + 2)
        shown.set_cutting(False)
        assert shown.word_under_caret().quote(TEXT) == "والعراق"
        shown.set_cutting(True)
        assert shown.word_under_caret().quote(TEXT) == "العراق"
        shown.set_vocabulary(None)
        assert shown.word_under_caret().quote(TEXT) == "والعراق"

    def test_the_cut_of_the_selection_is_cycled(self, shown):
        shown.select(Span(TEXT.index("وللولايات"), TEXT.index("وللولايات") + 9))
        seen = []
        for _ in range(3):
            assert shown.cycle_cut()
            seen.append(quote(shown))
        assert seen == ["للولايات", "لولايات", "وللولايات"]

    def test_the_cut_of_the_selected_annotation_is_cycled(self, shown, annotate, qtbot):
        shown.add_annotation(annotate(TEXT, "والعراق", id_=7))
        shown.select_annotation(7)
        with qtbot.waitSignal(shown.boundary_moved) as moved:
            assert shown.cycle_cut()
        annotation_id, span = moved.args[0]
        assert annotation_id == 7
        assert span.quote(TEXT) == "العراق"
        assert shown.span_of(7).quote(TEXT) == "والعراق"

    def test_there_may_be_nothing_to_cut(self, shown):
        assert not shown.cycle_cut()
        shown.select(span_of("أمس"))
        assert not shown.cycle_cut()
        assert quote(shown) == "أمس"

    def test_a_cut_is_seen(self, shown):
        shown.clearFocus()
        start = TEXT.index("والعراق")
        proclitic = shown.rectangles(Span(start, start + 1))[0].toAlignedRect()
        before = image(shown).copy(proclitic)
        shown.select(Span(start + 1, start + 7))
        assert image(shown).copy(proclitic) != before
        shown.set_caret(0)
        assert image(shown).copy(proclitic) == before

    def test_no_letter_changes_when_a_cut_is_drawn(self, shown):
        shown.clearFocus()
        before = shown.visible_lines(shown.viewport().rect())[0].leading
        shown.select(Span(TEXT.index("والعراق") + 1, TEXT.index("والعراق") + 7))
        image(shown)
        assert shown.visible_lines(shown.viewport().rect())[0].leading == before
