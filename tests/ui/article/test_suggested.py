"""Suggestions are seen, found under the hand, and are no annotations."""

from PySide6.QtGui import QColor

from annotator.core.records import Span
from annotator.ui.article.suggested import Suggested

TEXT = "قال مسؤول أمس إن نحو 2500 جندي أميركي هناك وإن 14 صاروخا سقطت في مكان آخر."
FIGURE = QColor("#d4501b")


def span(part):
    start = TEXT.index(part)
    return Span(start, start + len(part))


SOLDIERS, ROCKETS = span("نحو 2500 جندي أميركي"), span("14 صاروخا")


def reddish(view, part):
    """How many pixels around some words have the colour of figures."""
    image = view.viewport().grab().toImage()
    box = view.rectangles(part)[0].adjusted(-3, -3, 3, 3).toRect()
    return sum(
        image.pixelColor(x, y).hue() in range(5, 30) and image.pixelColor(x, y).saturation() > 90
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
    )


def test_a_suggestion_is_outlined_in_the_colour_of_its_label_and_adds_no_annotation(view):
    view.show_document(TEXT, "rtl")
    assert reddish(view, SOLDIERS) == 0

    view.set_suggestions([(SOLDIERS, 3)])

    assert reddish(view, SOLDIERS) > 40
    assert reddish(view, ROCKETS) == 0
    assert view.annotations_at(view.rectangles(SOLDIERS)[0].center()) == []


def test_the_letters_of_a_suggestion_stay_as_they_are(view):
    view.show_document(TEXT, "rtl")
    lines = [line.leading for line in view.visible_lines(view.viewport().rect())]

    view.set_suggestions([(SOLDIERS, 3)])
    view.show_suggestion(SOLDIERS)
    view._geometry.forget()

    assert [line.leading for line in view.visible_lines(view.viewport().rect())] == lines


def test_a_suggestion_that_is_gone_is_painted_no_more(view):
    view.show_document(TEXT, "rtl")
    view.set_suggestions([(SOLDIERS, 3), (ROCKETS, 3)])

    view.set_suggestions([(ROCKETS, 3)])

    assert reddish(view, SOLDIERS) == 0
    assert reddish(view, ROCKETS) > 20


def test_another_text_has_no_suggestions(view):
    view.show_document(TEXT, "rtl")
    view.set_suggestions([(SOLDIERS, 3)])

    view.show_document(TEXT, "rtl")

    assert reddish(view, SOLDIERS) == 0


def test_a_click_picks_a_suggestion_and_a_second_one_what_lies_under_it(view, hand, annotate, qtbot):
    view.show_document(TEXT, "rtl")
    view.add_annotation(annotate(TEXT, "نحو 2500 جندي أميركي هناك", 4, 7))
    view.set_suggestions([(ROCKETS, 3), (SOLDIERS, 3)])
    picked, annotations = [], []
    view.suggestion_picked.connect(picked.append)
    view.annotation_picked.connect(annotations.append)

    hand.click(hand.on("2500"))
    assert (picked, annotations) == ([1], [])

    hand.click(hand.on("2500"))
    assert (picked, annotations) == ([1], [7])


def test_of_two_suggestions_on_a_spot_the_shorter_is_found():
    found = Suggested([(Span(0, 10), 3), (Span(2, 5), 3)])

    assert found.at(3) == 1
    assert found.at(7) == 0
    assert found.at(12) is None
