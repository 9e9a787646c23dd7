"""What is painted is seen, and the letters stay as they are."""

import gc
import itertools
import weakref

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor

from annotator.core.records import Span
from annotator.ui import theme
from annotator.ui.article.lanes import lane_rect
from annotator.ui.article.scene import ZoneMark, joined_zones
from annotator.ui.article.styles import DARK, LIGHT, LabelStyle, Metrics, Reading
from annotator.ui.article.view import ArticleView

TEXT = "قال مسؤول لإيران في وزارة الدفاع والتزامها، أمس: إن نحو 2500 جندي أميركي هناك."


def picture(view):
    return view.viewport().grab().toImage()


def colours(image, area=None):
    area = area or image.rect()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    }


def ink(image):
    """The pixels that are fully inside a letter."""
    return {
        (x, y)
        for x in range(image.width())
        for y in range(min(image.height(), 200))
        if image.pixelColor(x, y) == LIGHT.ink
    }


@pytest.mark.parametrize("label", [1, 2, 3, 4])
@pytest.mark.parametrize("part", ["إيران", "التزامها", "لدفاع", "2500", "500 جند"])
def test_no_letter_changes_when_a_span_is_added(view, annotate, part, label):
    view.show_document(TEXT, "rtl")
    view.clearFocus()
    before = ink(picture(view))
    assert len(before) > 300
    lines = [line.leading for line in view.visible_lines(view.viewport().rect())]
    view.add_annotation(annotate(TEXT, part, label))
    after = picture(view)
    assert ink(after) == before
    view._geometry.forget()
    assert [line.leading for line in view.visible_lines(view.viewport().rect())] == lines
    assert view.document().firstBlock().layout().formats() == []


def test_invisible_labels_leave_no_trace(view, annotate):
    view.show_document(TEXT, "rtl")
    before = picture(view)
    view.set_styles({1: LabelStyle("#00000000", "#00000000", "solid", "")})
    view.add_annotation(annotate(TEXT, "إيران"))
    assert picture(view) == before


def test_a_lane_begins_at_the_cut(view, annotate):
    view.show_document(TEXT, "rtl")
    view.add_annotation(annotate(TEXT, "إيران"))
    word = view.rectangles(Span(TEXT.index("لإيران"), TEXT.index("لإيران") + 6))[0]
    span = view.rectangles(Span(TEXT.index("إيران"), TEXT.index("إيران") + 5))[0]
    image, row = picture(view), round(word.bottom()) + 1
    blue = [x for x in range(image.width()) if image.pixelColor(x, row).name() == "#2f6fd8"]
    assert max(blue) == pytest.approx(span.right() - 1, abs=1.5)
    assert max(blue) < word.right() - 3
    assert min(blue) == pytest.approx(span.left(), abs=1.5)


def test_coincident_spans_are_both_seen(view, annotate):
    view.show_document(TEXT, "rtl")
    view.set_annotations([annotate(TEXT, "نحو 2500", 1, 1), annotate(TEXT, "نحو 2500", 3, 2)])
    assert {"#2f6fd8", "#d4501b"} <= colours(picture(view))


def test_coincident_claims_are_both_seen(view, annotate):
    view.show_document(TEXT, "rtl")
    view.add_annotation(annotate(TEXT, "نحو 2500", 4, 1))
    assert "#7a4fc4" not in colours(picture(view))
    view.add_annotation(annotate(TEXT, "نحو 2500", 4, 2))
    assert "#7a4fc4" in colours(picture(view))


@pytest.mark.parametrize("lanes", range(1, 9))
def test_lanes_lie_apart_and_above_the_next_line(naskh, lanes):
    metrics = Metrics.of(Reading().font(), 1.7)
    rects = [lane_rect(metrics, 100, lane, lanes) for lane in range(lanes)]
    assert rects[0].top() >= 100 + metrics.below - 1
    assert rects[-1].bottom() <= 100 + metrics.pitch - metrics.above
    for upper, lower in itertools.pairwise(rects):
        assert lower.top() > upper.bottom()
    assert min(rect.height() for rect in rects) > 0.5


def test_removing_and_replacing_are_seen(view, annotate):
    view.show_document(TEXT, "rtl")
    empty = picture(view)
    view.add_annotation(annotate(TEXT, "مسؤول"))
    one = picture(view)
    assert one != empty
    view.replace_annotation(annotate(TEXT, "وزارة"))
    assert picture(view) not in (one, empty)
    view.replace_annotation(annotate(TEXT, "مسؤول"))
    assert picture(view) == one
    view.remove_annotation(1)
    view.remove_annotation(1)
    assert picture(view) == empty


def test_the_selected_annotation_stands_out(view, annotate):
    view.show_document(TEXT, "rtl")
    view.add_annotation(annotate(TEXT, "نحو 2500 جندي"))
    plain = picture(view)
    view.hover(1)
    hovered = picture(view)
    view.hover(None)
    view.select_annotation(1)
    assert len({plain.constBits().tobytes(), hovered.constBits().tobytes()}) == 2
    assert picture(view) not in (plain, hovered)
    view.select_annotation(None)
    assert picture(view) == plain


def test_the_caret_is_seen(view, qtbot):
    view.show_document(TEXT, "rtl")
    qtbot.waitUntil(view.hasFocus)
    view.set_caret(10)
    one = picture(view)
    view.set_caret(20)
    assert picture(view) != one


def test_a_selection_is_painted_under_the_letters(view):
    view.show_document(TEXT, "rtl")
    view.clearFocus()
    before = ink(picture(view))
    view.select(Span(5, 14))
    image = picture(view)
    assert ink(image) == before
    assert LIGHT.selection.name() in colours(image)


def test_zones_dim_the_text_and_stand_in_the_margin(view):
    view.resize(1200, 600)
    view.show_document(f"{TEXT}\n\n{TEXT}", "rtl")
    before, margin_before = picture(view), view.grab().toImage()
    view.set_zones([(Span(0, len(TEXT)), "caption", "Caption")])
    after = picture(view)
    assert len(ink(after)) < len(ink(before))
    right = view.grab().toImage()
    beside = [(x, 50) for x in range(view.viewport().geometry().right() + 1, 1180)]
    assert any(right.pixel(*at) != margin_before.pixel(*at) for at in beside)


def test_headlines_are_not_dimmed(view):
    view.show_document(TEXT, "rtl")
    before = ink(picture(view))
    view.set_zones([(Span(0, len(TEXT)), "headline", "Headline")])
    assert ink(picture(view)) == before


def test_the_paper_follows_the_theme(view, annotate, dressed):
    view.show_document(TEXT, "rtl")
    view.add_annotation(annotate(TEXT, "مسؤول"))
    assert view.paper is LIGHT
    theme.apply(dressed, theme.DARK)
    assert view.paper is DARK
    seen = colours(picture(view))
    assert {DARK.paper.name(), "#7fb0ff"} <= seen
    assert LIGHT.paper.name() not in seen
    theme.apply(dressed, theme.LIGHT)
    assert view.paper is LIGHT


def test_the_column_is_in_the_middle_and_no_wider_than_its_measure(view):
    view.show_document(TEXT, "rtl")
    view.resize(1600, 600)
    width = view.viewport().width()
    left = view.viewport().x()
    right = view.width() - left - width - view.verticalScrollBar().width()
    assert abs(left - right) <= 1
    view.resize(1900, 600)
    assert view.viewport().width() == width
    view.set_reading(Reading(measure=60))
    assert view.viewport().width() < width
    view.resize(300, 600)
    assert view.viewport().width() < 300


def test_the_place_is_kept(view):
    text = "\n".join(f"{i} {TEXT}" for i in range(200))
    view.show_document(text, "rtl")
    span = Span(text.index("150 قال"), text.index("150 قال") + 7)
    view.reveal(span)
    assert view.rectangles(span)
    view.set_caret(span.start)
    place = view.place()
    view.show_document("قال", "rtl")
    view.show_document(text, "rtl")
    view.restore_place(place)
    assert view.place() == place
    view.resize(420, 500)
    assert view.place().top == pytest.approx(place.top, abs=100)
    view.set_reading(Reading(size=24))
    assert view.place().top == pytest.approx(place.top, abs=100)


def test_revealing_what_is_in_view_does_not_scroll(view):
    view.show_document("\n".join([TEXT] * 60), "rtl")
    view.verticalScrollBar().setValue(500)
    middle = view.caret_at(view.viewport().rect().center().toPointF())
    view.reveal(Span(middle, middle + 3))
    assert view.verticalScrollBar().value() == 500


def test_only_spans_of_several_lines_have_a_bracket(view, annotate):
    text = " ".join([TEXT] * 3)
    view.show_document(text, "rtl")
    lines = view.visible_lines(view.viewport().rect())
    first, second = lines[0], lines[1]
    beside = round(view.column()[1] + view.metrics.em * 0.45)

    def bracketed():
        image = picture(view)
        return {y for y in range(image.height()) if image.pixelColor(beside, y) != LIGHT.paper}

    view.add_annotation(annotate(text, (second.start, second.start + 5)))
    view.add_annotation(annotate(text, (first.start, second.start + 5), 1, 2))
    assert bracketed() == set()
    view.select_annotation(1)
    assert bracketed() == set()
    view.select_annotation(2)
    assert {round(first.baseline), round(second.baseline)} <= bracketed()
    assert round(lines[2].baseline) not in bracketed()


def test_neighbouring_zones_of_one_kind_are_one():
    text = "one\n\ntwo\nthree"
    zones = [
        ZoneMark(Span(5, 8), "caption", "Caption"),
        ZoneMark(Span(0, 3), "caption", "Caption"),
        ZoneMark(Span(9, 14), "headline", "Headline"),
    ]
    assert [zone.span for zone in joined_zones(zones, text)] == [Span(0, 8), Span(9, 14)]


def test_a_view_is_let_go(qapp, naskh):
    view = ArticleView()
    view.show_document(TEXT, "rtl")
    view.show()
    view.grab()
    reference = weakref.ref(view)
    view.deleteLater()
    del view
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert reference() is None


def test_invisible_characters_have_badges_on_demand(view):
    text = "قال\u00a0ثم\u200f عاد لـ \u202bكان\u202c 😀\u200d\r\nثم\u2066"
    view.show_document(text, "rtl")
    view.clearFocus()
    plain = picture(view)
    assert not view.shows_invisibles()
    view.set_invisibles(True)
    assert LIGHT.caret.name() in colours(picture(view))
    view.set_invisibles(False)
    assert picture(view) == plain
    view.show_document("قال ثم عاد", "rtl")
    plain = picture(view)
    view.set_invisibles(True)
    assert picture(view) == plain


def test_relations_are_drawn_while_an_end_is_selected(view, annotate):
    text = "\n".join([TEXT] * 30)
    view.show_document(text, "rtl")
    view.set_annotations([annotate(text, "مسؤول", 1, 1), annotate(text, "2500", 3, 2)])
    view.add_annotation(annotate(text, (len(text) - 10, len(text)), 1, 3))
    view.select_annotation(1)
    alone = picture(view)
    view.set_links([(2, 1, "said by"), (1, 3, "in"), (1, 99, "of")])
    linked = picture(view)
    assert linked != alone
    view.select_annotation(None)
    unlinked = picture(view)
    view.set_links([])
    assert picture(view) == unlinked
    view.select_annotation(1)
    assert picture(view) == alone


def changed_rows(before, after):
    return {
        y
        for y in range(before.height())
        if any(before.pixel(x, y) != after.pixel(x, y) for x in range(before.width()))
    }


def test_hits_are_marked_and_the_current_one_strongly(view):
    view.show_document("\n".join([TEXT] * 40), "rtl")
    view.clearFocus()
    plain, letters = picture(view), ink(picture(view))
    hits = [Span(start, start + 5) for start in range(0, 3000, 83)]
    view.set_hits(hits, 0)
    seen = colours(picture(view))
    assert {LIGHT.hit.name(), LIGHT.hit_current.name()} <= seen
    assert ink(picture(view)) == letters
    view.set_hits(hits)
    assert LIGHT.hit_current.name() not in colours(picture(view))
    view.set_hits([])
    assert picture(view) == plain


def test_only_hits_in_view_are_looked_at(view):
    view.show_document("\n".join([TEXT] * 400), "rtl")
    hits = [Span(start, start + 5) for start in range(0, len(view.text), 100)]
    view.set_hits(hits, len(hits) - 1)
    shown = view._picture(view.visible_lines(view.viewport().rect()))
    assert 5 < len(shown.hits) < 60


def test_findings_are_underlined_below_the_lanes(view, annotate):
    view.show_document(TEXT, "rtl")
    view.add_annotation(annotate(TEXT, "مسؤول"))
    plain = picture(view)
    view.set_marks([Span(4, 9)])
    marked = picture(view)
    line = view.visible_lines(view.viewport().rect())[0]
    rows = changed_rows(plain, marked)
    assert rows
    assert min(rows) >= lane_rect(view.metrics, line.baseline, 0, 1).bottom()
    assert max(rows) < line.baseline + view.metrics.pitch - view.metrics.above
    view.set_marks([])
    assert picture(view) == plain


def test_a_comment_is_a_dot_beside_the_line(view, annotate):
    text = " ".join([TEXT] * 3)
    view.show_document(text, "rtl")
    second = view.visible_lines(view.viewport().rect())[1]
    view.set_annotations([annotate(text, "مسؤول"), annotate(text, (second.start, second.start + 5), 1, 2)])
    plain = picture(view)
    view.set_commented({2})
    rows = changed_rows(plain, picture(view))
    assert rows
    assert all(second.baseline - view.metrics.above < row < second.baseline for row in rows)
    view.set_commented(set())
    assert picture(view) == plain


def test_everything_on_the_text_goes_with_it(view, annotate):
    view.show_document(TEXT, "rtl")
    plain = picture(view)
    view.set_annotations([annotate(TEXT, "مسؤول"), annotate(TEXT, "2500", 3, 2)])
    view.set_hits([Span(0, 3)], 0)
    view.set_marks([Span(0, 3)])
    view.set_commented({1})
    view.set_links([(1, 2, "in")])
    view.select_annotation(1)
    view.show_document(TEXT, "rtl")
    assert picture(view) == plain


def test_zones_that_have_not_changed_are_not_painted_again(view, qtbot):
    view.show_document(TEXT, "rtl")
    zones = [(Span(0, len(TEXT)), "caption", "Caption")]
    view.set_zones(zones)
    qtbot.wait(20)
    paints = []
    view._paint_margins = lambda: paints.append(1)
    view.set_zones(zones)
    qtbot.wait(20)
    assert paints == []
