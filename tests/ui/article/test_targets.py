"""Picking the other end of a relation."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.article.sample import TEXT, Key, image


class TestTargets:
    @pytest.fixture
    def picking(self, shown, annotate):
        shown.set_annotations(
            [
                annotate(TEXT, "مسؤول في وزارة الدفاع", 1, 1),
                annotate(TEXT, "وزارة الدفاع", 1, 2),
                annotate(TEXT, "2500", 3, 3),
            ]
        )
        self.plain = image(shown)
        shown.pick_target({1, 3}.__contains__)
        return shown

    def test_those_allowed_are_lit_and_the_others_stand_back(self, picking):
        assert picking.is_picking()
        assert image(picking) != self.plain
        picking.end_picking(None)
        assert image(picking) == self.plain

    def test_a_click_picks_the_innermost_that_is_allowed(self, picking, hand, qtbot):
        with qtbot.assertNotEmitted(picking.annotation_picked), qtbot.waitSignal(picking.target_picked) as on:
            hand.click(hand.on("الدفاع"))
        assert on.args == [1]
        assert not picking.is_picking()

    def test_hover_lights_what_may_be_picked(self, picking, hand):
        hovered = []
        picking.annotation_hovered.connect(hovered.append)
        hand.hover(hand.on("الدفاع"))
        assert hovered == [1]
        assert picking.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
        hand.hover(hand.on("سوريا"))
        assert hovered == [1, None]
        assert picking.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor

    @pytest.mark.parametrize("how", ["escape", "elsewhere", "document", "again"])
    def test_it_is_given_up(self, picking, hand, qtbot, how):
        ways = {
            "escape": lambda: hand.press(Key.Key_Escape),
            "elsewhere": lambda: hand.click(hand.on("سوريا")),
            "document": lambda: picking.show_document("قال", "rtl"),
            "again": lambda: picking.pick_target({2}.__contains__),
        }
        with qtbot.waitSignal(picking.target_picked) as picked:
            ways[how]()
        assert picked.args == [None]
        assert picking.is_picking() == (how == "again")

    def test_nothing_is_selected_meanwhile(self, picking, hand):
        hand.drag(hand.on("سوريا"), hand.on("العراق"))
        assert picking.selection() is None
