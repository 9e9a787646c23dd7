"""The labels beside a selection."""

import itertools

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt

from annotator.core.records import Label
from annotator.ui.article.label_bar import beside
from tests.ui.article.sample import LABELS, SHIFT, TEXT, Key


class TestLabelBar:
    def select(self, view, hand, first="مسؤول", last="وزارة"):
        hand.drag(hand.on(first), hand.on(last))
        assert view.selection() is not None

    def test_it_comes_up_beside_a_selection_by_mouse(self, shown, hand):
        self.select(shown, hand)
        bar = shown.label_bar
        assert bar.isVisible()
        assert [chip.label.name for chip in bar.chips] == ["actor", "location", "figure"]
        origin = shown.viewport().pos()
        for box in shown.rectangles(shown.selection()):
            assert not bar.geometry().intersects(box.toAlignedRect().translated(origin))
        assert shown.rect().contains(bar.geometry())

    def test_a_chip_is_chosen_without_taking_the_focus(self, shown, hand, qtbot):
        qtbot.waitUntil(shown.hasFocus)
        self.select(shown, hand)
        selection = shown.selection()
        with qtbot.waitSignal(shown.label_bar.label_chosen) as chosen:
            qtbot.mouseClick(shown.label_bar.chips[1], Qt.MouseButton.LeftButton)
        assert chosen.args == [2]
        assert shown.hasFocus()
        assert shown.selection() == selection
        assert not shown.label_bar.isVisible()

    @pytest.mark.parametrize("how", ["escape", "typing", "scrolling", "resizing", "pressing", "document"])
    def test_it_goes_away(self, shown, hand, how):
        shown.show_document("\n".join([TEXT] * 30), "rtl")
        hand.drag(hand.on("مسؤول"), hand.on("وزارة"))
        assert shown.label_bar.isVisible()
        ways = {
            "escape": lambda: hand.press(Key.Key_Escape),
            "typing": lambda: hand.press(Key.Key_X),
            "scrolling": lambda: shown.verticalScrollBar().setValue(40),
            "resizing": lambda: shown.resize(700, 500),
            "pressing": lambda: hand.grab(hand.on("قال")),
            "document": lambda: shown.show_document(TEXT, "rtl"),
        }
        ways[how]()
        assert not shown.label_bar.isVisible()

    def test_keys_do_not_bring_it_up(self, shown, hand):
        hand.press(Key.Key_Left, SHIFT)
        assert shown.selection() is not None
        assert not shown.label_bar.isVisible()

    def test_it_may_be_switched_off(self, shown, hand):
        shown.set_label_bar(False)
        self.select(shown, hand)
        assert not shown.label_bar.isVisible()
        shown.set_label_bar(True)
        self.select(shown, hand)
        assert shown.label_bar.isVisible()

    def test_without_labels_there_is_no_bar(self, shown, hand):
        shown.label_bar.set_labels([])
        self.select(shown, hand)
        assert not shown.label_bar.isVisible()

    def test_it_never_lies_over_the_selection(self):
        room, size = QRect(0, 0, 400, 300), QSize(180, 40)
        for top, height, x in itertools.product(range(0, 300, 20), (20, 45, 120, 300), (0, 200, 399)):
            lines = [QRect(50, y, 200, 20) for y in range(top, min(top + height, 300), 22)]
            place = beside(size, lines, QPoint(x, top + 10), room)
            if place is not None:
                assert room.contains(QRect(place, size))
                # Its shadow may.
                inner = QRect(place, size).adjusted(5, 5, -5, -5)
                assert not any(inner.intersects(line) for line in lines)

    def test_many_labels_take_several_rows(self, shown, hand):
        many = [
            Label(**{f: getattr(LABELS[0], f) for f in LABELS[0].__struct_fields__} | {"id": i})
            for i in range(30)
        ]
        shown.label_bar.set_labels(many)
        self.select(shown, hand)
        bar = shown.label_bar
        assert bar.width() <= shown.width()
        assert len({chip.y() for chip in bar.chips}) > 1
