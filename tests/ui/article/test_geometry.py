"""The rectangles must be those Qt itself would paint for the same range."""

import itertools

import pytest
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from annotator.core.records import Span

LONG = (
    "وتأتي هذه المبادرة في سياق إقليمي شديد التوتر. فمنذ منتصف أكتوبر/ تشرين الأول الفائت، استهدفت أكثر "
    "من 150 ضربة بطائرات مسيّرة وصواريخ القوات الأميركية وقوات التحالف في العراق وسوريا، وفق Reuters للأنباء."
)
LATIN = (
    "وفق وكالة Associated Press and the Agence France-Presse news agency of Paris, followed by Reuters and "
    "by the Iraqi News Agency in Baghdad نقلا عن مسؤول في وزارة الدفاع الأميركية قال إن نحو 2500 جندي"
)
CASES = [
    ("وفي العراق نحو 2500 جندي أميركي", "نحو 2500 جندي"),
    ("وفي العراق نحو 2500 جندي أميركي", "2500"),
    ("وفي العراق نحو 2500 جندي أميركي", "و 25"),
    ("وفي العراق نحو 2500 جندي أميركي", "00 جندي"),
    ("قال جون F-16 ثم 2500 جندي", "جون F-"),
    ("قال جون F-16 ثم 2500 جندي", "16 ثم 2500"),
    ("قال جون F-16 ثم 2500 جندي", "F"),
    ("بين 10-15 قتيلا", "10-15"),
    ("بين 10-15 قتيلا", "10"),
    ("بين 10-15 قتيلا", "15 قتيلا"),
    ("10-15 قتيلا", "10-15"),
    ("نحو 5 قتلى", "5"),
    ("نحو 5 قتلى", "نحو 5"),
    ("نسبة 50% من", "50%"),
    ("نسبة %50 من", "%50 من"),
    ("قال (Reuters) ثم", "(Reuters)"),
    ("قال (Reuters) ثم", "Reuters"),
    ("قال (العراق) ثم", "(العراق)"),
    ('قال "ليست مفاوضات" ثم', '"ليست'),
    ('قال "ليست مفاوضات" ثم', "ليست مفاوضات"),
    ("محطات«براكة» الأربع", "«براكة»"),
    ("في 31/12/2021 كان", "31/12/2021"),
    ("الاستراتيجيِّ تمّٓ حٓزيران", "تمّٓ"),
    ("الاستراتيجيِّ تمّٓ حٓزيران", "الاستراتيجيِّ"),
    ("وبالعراق", "العراق"),
    ("في العراق😀 نحو 😀 5", "😀 نحو"),
    ("Skip to main content", "main"),
    ("Skip إلى العراق content", "إلى"),
    (LONG, LONG[20:180]),
    (LATIN, LATIN[4:-4]),
    (LATIN, "Associated Press and the"),
    (LATIN, "وفق وكالة"),
    ("قال العراق  ", "العراق"),
    ("قال \u2067abc عربي 12\u2069 ثم", "abc عربي"),
    ("قال \u2066abc عربي 12 def\u2069 ثم", "عربي 12"),
    ("قال \u202babc عربي\u202c ثم", "abc"),
    ("قال\tثم 15\tعاد", "ثم 15"),
    ("قال\tثم 15\tعاد", "ثم 15\tعاد"),
    ("قال\tثم 15\tعاد", "قال\tثم 15\t"),
    ("abc\tdef\t\tghi قال\tثم", "c\tdef\t\tg"),
    ("\tabc\t12 قال", "\tabc\t1"),
    ("قال\u00a0ثم\u2028عاد 15 مرة", "ثم\u2028عاد 15"),
    ("קראתי ב-2024 את הספר", "ב-20"),
    ("۱۵ درصد و ٢٬٥٠٠ نفر", "٢٬٥٠٠ نفر"),
    ("said Iraq  ", "Iraq"),
    (LONG, "Reuters"),
    (LONG, "150 ضربة"),
]


def painted_by_qt(view, span):
    """For each line in view, the columns of pixels that change when Qt marks the span."""
    before = view.viewport().grab().toImage()
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.to_position(span.start))
    cursor.setPosition(view.to_position(span.end), QTextCursor.MoveMode.KeepAnchor)
    selection.cursor = cursor
    selection.format = QTextCharFormat()
    selection.format.setBackground(QColor("#ff00ff"))
    view.setExtraSelections([selection])
    after = view.viewport().grab().toImage()
    view.setExtraSelections([])
    ratio = before.devicePixelRatio()
    assert ratio == 1
    result = []
    for line in view.visible_lines(view.viewport().rect()):
        y = round(line.baseline - view.verticalScrollBar().value())
        # Several rows, for where a letter is black it stays black.
        columns = {x for row in range(y - 18, y + 7, 4) for x in columns_at(before, after, row)}
        if columns:
            result.append(runs(sorted(columns)))
    return result


def columns_at(before, after, y):
    return [x for x in range(before.width()) if before.pixel(x, y) != after.pixel(x, y)]


def runs(columns):
    found = []
    for _, group in itertools.groupby(enumerate(columns), lambda pair: pair[1] - pair[0]):
        members = [x for _, x in group]
        found.append((members[0], members[-1] + 1))
    return found


def ours(view, span):
    rectangles = sorted(view.rectangles(span), key=lambda r: (r.top(), r.left()))
    lines = itertools.groupby(rectangles, lambda r: r.top())
    return [[(r.left(), r.right()) for r in line] for _, line in lines]


def assert_same(mine, qts):
    assert [len(line) for line in mine] == [len(line) for line in qts], (mine, qts)
    for left, right in zip(itertools.chain(*mine), itertools.chain(*qts), strict=True):
        assert left == pytest.approx(right, abs=1.01), (mine, qts)


@pytest.mark.parametrize(("text", "part"), CASES)
@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_rectangles_are_where_qt_paints(view, text, part, direction):
    view.show_document(text, direction)
    start = text.index(part)
    span = Span(start, start + len(part))
    assert_same(ours(view, span), painted_by_qt(view, span))


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_every_short_range_of_a_mixed_line(view, direction):
    text = 'و"F-16" نحو 10-15 (50%)'
    view.show_document(text, direction)
    for start in range(len(text)):
        for end in (start + 1, start + 4):
            if end <= len(text):
                span = Span(start, end)
                assert_same(ours(view, span), painted_by_qt(view, span))


def test_a_cut_inside_lam_alef_halves_the_ligature(view):
    text = "قال لإيران"
    view.show_document(text, "rtl")
    whole = view.rectangles(Span(4, 10))[0]
    lam, rest = view.rectangles(Span(4, 5))[0], view.rectangles(Span(5, 10))[0]
    ligature = view.rectangles(Span(4, 6))[0]
    assert lam.left() == pytest.approx(ligature.center().x())
    assert rest.right() == pytest.approx(ligature.center().x())
    assert rest.left() == pytest.approx(whole.left())
    assert view.caret_at(lam.center()) in (4, 5)
    cut = rest.center()
    cut.setX(rest.right() - 1)
    assert view.caret_at(cut) == 5


def test_ranges_in_a_later_line_and_paragraph(view):
    text = f"{LONG}\n\n{LONG}"
    view.show_document(text, "rtl")
    span = Span(text.rindex("القوات"), text.rindex("العراق") + 6)
    assert_same(ours(view, span), painted_by_qt(view, span))


def test_only_what_is_in_view_is_measured(view):
    text = "\n".join([LONG] * 400)
    view.show_document(text, "rtl")
    assert len(view.rectangles(Span(0, len(text)))) < 60
    assert view.rectangles(Span(len(text) - 10, len(text))) == []


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_points_and_offsets_agree(view, direction):
    text = 'و"F-16" نحو 10-15 (50%)'
    view.show_document(text, direction)
    for offset in range(len(text)):
        rectangle = view.rectangles(Span(offset, offset + 1))[0]
        assert view.offset_at(rectangle.center()) == offset
        assert view.caret_at(rectangle.center()) in (offset, offset + 1)


def test_beside_the_text_is_no_character(view):
    view.show_document("قال جون", "rtl")
    rectangle = view.rectangles(Span(0, 7))[0]
    beside = rectangle.center()
    beside.setX(rectangle.left() - 30)
    assert view.offset_at(beside) is None
    assert view.caret_at(beside) == 7
    beside.setX(rectangle.right() + 10)
    assert view.caret_at(beside) == 0
