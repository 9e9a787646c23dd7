"""Annotations that lie over one another."""

from tests.ui.article.sample import TEXT


class TestStack:
    def test_it_is_walked_around_and_around(self, shown, annotate):
        shown.set_annotations(
            [
                annotate(TEXT, "مسؤول في وزارة الدفاع، أمس", 4, 1),
                annotate(TEXT, "مسؤول في وزارة الدفاع", 1, 2),
                annotate(TEXT, "وزارة الدفاع", 1, 3),
            ]
        )
        shown.select_annotation(3)
        assert [shown.walk_stack() for _ in range(4)] == [2, 1, 3, 2]
        assert shown.selected_annotation() == 2

    def test_it_begins_at_the_caret_or_where_the_mouse_was(self, shown, hand, annotate):
        shown.set_annotations(
            [annotate(TEXT, "مسؤول في وزارة الدفاع", 1, 2), annotate(TEXT, "وزارة الدفاع", 1, 3)]
        )
        shown.set_caret(TEXT.index("مسؤول") + 1)
        assert shown.walk_stack() == 2
        hand.click(hand.on("الدفاع"))
        assert shown.selected_annotation() == 3
        assert shown.walk_stack() == 2
        assert shown.walk_stack() == 3

    def test_where_nothing_is_nothing_is_picked(self, shown, qtbot):
        with qtbot.assertNotEmitted(shown.annotation_picked):
            assert shown.walk_stack() is None
