"""The arcs of relations."""

import pytest

from tests.ui.article.sample import TEXT, image


class TestRelations:
    @pytest.fixture
    def linked(self, shown, annotate):
        shown.set_annotations(
            [annotate(TEXT, "مسؤول", 1, 1), annotate(TEXT, "العراق", 2, 2), annotate(TEXT, "شيئا", 4, 3)]
        )
        shown.set_links([(3, 1, "said by"), (2, 1, "in")])
        return shown

    def middle_of(self, view, number):
        return view._arcs()[number].path().pointAtPercent(0.5).toPoint()

    def test_they_show_on_selection_and_under_the_pointer(self, linked):
        plain = image(linked)
        linked.hover(3)
        hovered = [(arc.link, arc.title, arc.strong) for arc in linked._arcs()]
        assert hovered == [((3, 1), "", False)]
        linked.hover(None)
        linked.select_annotation(1)
        assert [(arc.link, arc.title) for arc in linked._arcs()] == [((3, 1), "said by"), ((2, 1), "in")]
        assert image(linked) != plain
        linked.select_annotation(None)
        assert image(linked) == plain

    def test_a_click_on_an_arc_picks_the_relation(self, linked, hand, qtbot):
        linked.select_annotation(1)
        for number, link in enumerate([(3, 1), (2, 1)]):
            with (
                qtbot.waitSignal(linked.link_picked) as picked,
                qtbot.assertNotEmitted(linked.annotation_picked),
            ):
                hand.click(self.middle_of(linked, number))
            assert picked.args == [link]
            assert linked.selected_annotation() == 1

    def test_arcs_end_between_the_lines(self, linked):
        linked.select_annotation(1)
        for arc, (source, target) in zip(linked._arcs(), ((3, 1), (2, 1)), strict=True):
            for point, span in ((arc.source, source), (arc.target, target)):
                boxes = linked.rectangles(linked.span_of(span))
                assert any(box.left() <= point.x() <= box.right() for box in boxes)
                assert not any(box.top() < point.y() < box.bottom() for box in boxes)

    def test_links_without_a_title_are_links(self, linked):
        linked.set_links([(3, 1)])
        linked.select_annotation(3)
        assert [arc.link for arc in linked._arcs()] == [(3, 1)]
        linked.remove_annotation(1)
        assert linked._arcs() == []
