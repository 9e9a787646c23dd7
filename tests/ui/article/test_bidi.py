"""Spans that other tools get wrong, made with a real mouse and real keys, in documents of both directions."""

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt

from annotator.core.records import Span
from annotator.text.words import words

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SHIFT, ALT = Modifier.ShiftModifier, Modifier.AltModifier
TEXT = (
    'قال جون إن طائرة F-16 سقطت عام 2002 قرب "بغداد" فجرا، وفق Reuters.\n'
    "ثم عاد 10-15 جنديا إلى العراق\n"
    "(AFP) and then 50% went"
)
EXACT = {
    "Arabic into a Latin word": "طائرة F-1",
    "from inside a Latin word": "16 سقطت",
    "inside a number": "عام 20",
    "the end of a number": "02 قرب",
    "the middle of a number": "00",
    "one quotation mark": '"',
    "a word and one quotation mark": 'بغداد"',
    "the start of the paragraph": "قال",
    "the end of the paragraph": "Reuters.",
    "across a line break": "Reuters.\nثم عاد",
    "half of a range of numbers": "عاد 10",
    "over several paragraphs": "02 قرب",
    "the end of the text": "50% went",
    "one letter of an Arabic word": "غ",
}
BY_WORDS = {
    "طائرة F-1": "طائرة F-16",
    "عام 20": "عام 2002",
    'قرب "بغ': 'قرب "بغداد',
    "02 قرب": "2002 قرب",
    "uters.\nثم عا": "Reuters.\nثم عاد",
    "عاد 10": "عاد 10",
    "ال جو": "قال جون",
    "AFP) an": "AFP) and",
    "فجرا، وف": "فجرا، وفق",
}


def found(part):
    return Span(TEXT.index(part), TEXT.index(part) + len(part))


@pytest.fixture(params=["rtl", "ltr"])
def shown(view, request):
    view.show_document(TEXT, request.param)
    return view


def ahead(view):
    return Key.Key_Left if view.rtl else Key.Key_Right


def back(view):
    return Key.Key_Right if view.rtl else Key.Key_Left


@pytest.mark.parametrize("part", EXACT.values(), ids=EXACT)
class TestExactly:
    def test_by_mouse(self, shown, hand, part):
        span = found(part)
        if len(span) > 1:
            hand.drag(hand.place(span.start), hand.place(span.end - 1, after=True), ALT)
        else:  # too small to drag over: begin in its neighbour
            hand.drag(hand.place(span.start - 1, after=True), hand.place(span.end - 1, after=True), ALT)
        assert shown.selection() == span
        assert shown.caret() == span.end

    def test_by_mouse_backwards(self, shown, hand, part):
        span = found(part)
        start = hand.place(span.start) if len(span) > 1 else hand.place(span.start - 1, after=True)
        hand.drag(hand.place(span.end - 1, after=True), start, ALT)
        assert shown.selection() == span
        assert shown.caret() == span.start

    def test_by_keys(self, shown, hand, part):
        span = found(part)
        shown.set_caret(span.start)
        hand.press(ahead(shown), SHIFT | ALT, times=len(span))
        assert shown.selection() == span
        shown.set_caret(span.end)
        hand.press(back(shown), SHIFT | ALT, times=len(span))
        assert shown.selection() == span


@pytest.mark.parametrize(("part", "taken"), BY_WORDS.items())
class TestByWord:
    def test_by_mouse(self, shown, hand, part, taken):
        span = found(part)
        hand.drag(hand.place(span.start, after=True), hand.place(span.end - 1), Modifier.NoModifier)
        assert shown.selection() == found(taken)

    def test_by_keys(self, shown, hand, part, taken):
        span = found(taken)
        shown.set_caret(span.start)
        while shown.selected_range().end < span.end:
            hand.press(ahead(shown), SHIFT)
        assert shown.selection() == span
        shown.set_caret(span.end)
        while shown.selection() is None or shown.selected_range().start > span.start:
            hand.press(back(shown), SHIFT)
        assert shown.selection() == span


def test_the_caret_visits_every_word_in_reading_order(shown, hand):
    ends, starts = [], []
    while shown.caret() < len(TEXT):
        hand.press(ahead(shown))
        ends.append(shown.caret())
    while shown.caret() > 0:
        hand.press(back(shown))
        starts.append(shown.caret())
    all_words = list(words(TEXT))
    assert ends == [end for _, end in all_words]
    assert starts == [start for start, _ in reversed(all_words)]


def test_home_and_end_are_the_ends_of_the_line_in_reading_order(shown, hand):
    lines = shown.visible_lines(shown.viewport().rect())
    assert len(lines) > TEXT.count("\n") + 1
    for line in lines:
        start = line.start
        end = start + len(TEXT[start : line.end].rstrip(" "))
        shown.set_caret((start + end) // 2)
        hand.press(Key.Key_End)
        assert shown.caret() == end
        hand.press(Key.Key_Home)
        assert shown.caret() == start
        hand.press(Key.Key_End, SHIFT | ALT)
        assert shown.selection() == Span(start, end)


def test_lines_are_extended_by_whole_words(shown, hand):
    shown.set_caret(TEXT.index("سقطت") + 2)
    hand.press(Key.Key_Down, SHIFT)
    span = shown.selection()
    assert span.start == TEXT.index("سقطت")
    assert span.end in {end for _, end in words(TEXT)}
    hand.press(Key.Key_Up, SHIFT)
    assert shown.selection() is None
    assert shown.caret() == TEXT.index("سقطت") + 2


def test_extending_forth_and_back_comes_to_where_it_began(shown, hand):
    shown.set_caret(TEXT.index("طائرة"))
    seen = []
    for _ in range(6):
        hand.press(ahead(shown), SHIFT)
        seen.append(shown.selection())
    for span in reversed(seen[:-1]):
        hand.press(back(shown), SHIFT)
        assert shown.selection().start == span.start
        assert shown.selection().end == span.end
    hand.press(back(shown), SHIFT)
    assert shown.selection() is None
    assert shown.caret() == TEXT.index("طائرة")


def test_a_double_click_takes_a_word_whatever_its_script(shown, hand):
    from PySide6.QtTest import QTest

    for word in ("F-16", "2002", "بغداد", "Reuters", "10", "AFP"):
        point = hand.on(word)
        QTest.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, point)
        hand.drop(point)
        assert shown.selection() == found(word)


@pytest.mark.parametrize("part", ["طائرة F-16", "F-16 سقطت", "2002", '"بغداد"', "Reuters.\nثم", "10-15"])
def test_both_handles_are_where_the_span_begins_and_ends(shown, annotate, part):
    span = found(part)
    shown.add_annotation(annotate(TEXT, part))
    shown.select_annotation(1)
    lines = itertools.groupby(shown.rectangles(span), lambda rectangle: rectangle.bottom())
    painted = [list(line) for _, line in lines]
    edges = (
        (max(box.right() for box in painted[0]), min(box.left() for box in painted[-1]))
        if shown.rtl
        else (min(box.left() for box in painted[0]), max(box.right() for box in painted[-1]))
    )
    assert tuple(handle.x1() for handle in shown._handles()) == edges
    assert [shown.handle_at(handle.center())[1] for handle in on_screen(shown)] == [True, False]


def on_screen(view):
    return [handle.translated(0, -view.verticalScrollBar().value()) for handle in view._handles()]


@pytest.mark.parametrize("part", ["2002 قرب", "عام 2002", "F-16 سقطت", "طائرة F-16", "سقطت عام", "2002"])
def test_a_handle_that_is_hardly_moved_stays_and_one_dragged_on_takes_the_next_word(
    shown, annotate, hand, qtbot, part
):
    span = found(part)
    shown.add_annotation(annotate(TEXT, part))
    shown.select_annotation(1)
    for number, handle in enumerate(on_screen(shown)):
        point = handle.center().toPoint()
        for nudge in (-2, 2):
            with qtbot.assertNotEmitted(shown.boundary_dragged):
                hand.grab(point)
                hand.move(QPoint(point.x() + nudge, point.y()))
                hand.drop(QPoint(point.x() + nudge, point.y()))
            shown.select_annotation(1)
        beyond = word_beyond(span, after=number == 1)
        box = shown.rectangles(beyond)[0].adjusted(2, 0, -2, 0)
        far = box.left() if shown.rtl == (number == 1) else box.right()
        with qtbot.waitSignal(shown.boundary_dragged) as dragged:
            hand.drag(point, QPoint(round(far), round(box.center().y())))
        assert dragged.args[0][1] == (
            Span(span.start, beyond.end) if number else Span(beyond.start, span.end)
        )


def word_beyond(span, *, after):
    if after:
        return next(Span(*word) for word in words(TEXT, span.end))
    return [Span(*word) for word in words(TEXT, 0) if word[1] <= span.start][-1]
