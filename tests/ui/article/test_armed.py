"""An armed label paints."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.article.sample import ALT, TEXT, Key, Modifier, image


class TestArmed:
    @pytest.fixture
    def armed(self, shown):
        shown.arm(2)
        return shown

    def test_a_drag_paints(self, armed, hand, qtbot):
        start = TEXT.index("والعراق")
        with qtbot.waitSignal(armed.painted) as painted:
            hand.drag(hand.place(start + 1), hand.place(TEXT.index("المتحدة") + 3))
        assert painted.args[0].quote(TEXT) == "العراق وللولايات المتحدة"
        assert armed.selection() is None
        assert armed.armed() == 2

    def test_a_click_paints_the_word(self, armed, hand, qtbot):
        with qtbot.waitSignal(armed.painted) as painted:
            hand.click(hand.on("العراق"))
        assert painted.args[0].quote(TEXT) == "العراق"

    def test_a_click_beside_words_and_a_drag_over_blanks_paint_nothing(self, armed, hand, qtbot):
        with qtbot.assertNotEmitted(armed.painted):
            hand.click(hand.place(TEXT.index("،")))
            hand.click(QPoint(armed.viewport().width() // 2, armed.viewport().height() - 20))
            armed.show_document("قال        ثم", "rtl")
            hand.drag(hand.place(4), hand.place(9), ALT)
            hand.drag(hand.place(4), hand.place(9))

    def test_a_double_click_paints_once(self, armed, hand):
        painted = []
        armed.painted.connect(painted.append)
        point = hand.on("العراق")
        hand.click(point)
        QTest.mouseDClick(armed.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, point)
        hand.drop(point)
        assert len(painted) == 1

    def test_the_pointer_and_the_word_under_it_show_the_label(self, armed, hand):
        assert armed.viewport().cursor().shape() == Qt.CursorShape.BitmapCursor
        plain = image(armed)
        hand.hover(hand.on("العراق"))
        assert image(armed) != plain
        hand.hover(QPoint(armed.viewport().width() // 2, armed.viewport().height() - 20))
        assert image(armed) == plain

    def test_escape_disarms(self, armed, hand, qtbot):
        with qtbot.waitSignal(armed.disarmed):
            hand.press(Key.Key_Escape)
        assert armed.armed() is None
        assert armed.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor
        hand.drag(hand.on("قال"), hand.on("وزارة"))
        assert armed.selection() is not None

    def test_escape_in_a_drag_takes_back_the_drag_only(self, armed, hand, qtbot):
        with qtbot.assertNotEmitted(armed.painted), qtbot.assertNotEmitted(armed.disarmed):
            hand.grab(hand.on("قال"))
            hand.move(hand.on("وزارة"))
            hand.press(Key.Key_Escape)
            hand.drop(hand.on("وزارة"))
        assert armed.armed() == 2

    def test_arming_by_the_window_says_nothing(self, armed, qtbot):
        with qtbot.assertNotEmitted(armed.disarmed):
            armed.arm(None)
            armed.arm(77)
        assert armed.armed() == 77
