"""The concordance: lines whose passages stand in one column, in an order and in groups one chooses."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtTest import QTest

from annotator.core.records import Span
from annotator.ui.models.concordance import ROW, ConcordanceModel, Group, Line
from annotator.ui.panels.concordance import ConcordanceList
from annotator.ui.panels.kwic import COLUMN, Look, lay_out
from annotator.ui.workspace import Workspace

WIDTH = 760


def line(text, quote, number=1, **more):
    start = text.index(quote)
    end = start + len(quote)
    return Line(
        document_id=more.pop("document_id", 1),
        name=more.pop("name", "مقالة"),
        span=Span(start + number * 1000, end + number * 1000),
        quote=quote,
        before=text[max(start - 60, 0) : start],
        after=text[end : end + 60],
        **more,
    )


TEXTS = [
    ("تعهدت المقاومة الإسلامية بمواصلة هجماتها في العراق ضد القوات الأميركية والتحالف", "العراق"),
    ("قال مسؤول إن بغداد لن تقبل بالعراق ساحة لتصفية الحسابات بين الدول", "العراق"),
    ("وللقوات الأميركية قواعد في الشمال", "لقوات"),
    ("نقل عن F-16 وReuters أن 10-15 قتيلا سقطوا في 31-12-2021 قرب بغداد", "قتيلا"),
    ("في لإيران مصالح", "إيران"),
    ("تمّٓ الاتفاق", "تمّٓ"),
    ("😀 قال العراق 😀 ذلك", "العراق"),
]


@pytest.fixture
def font(dressed):
    return QFont(dressed.font())


def edge(laid, *, right):
    return laid.pieces[-1][1] if right else laid.pieces[0][0]


@pytest.mark.parametrize("width", [300, 420, WIDTH, 1400])
def test_passages_begin_in_one_column_whatever_is_around_them(font, width):
    column = round(width) - round(width * COLUMN)
    for text, quote in TEXTS:
        laid = lay_out(line(text, quote), font, width)
        assert edge(laid, right=True) == pytest.approx(column, abs=1)


def test_lines_that_read_from_left_to_right_are_mirrored(font):
    for text, quote in (("The Reuters agency reported it yesterday", "agency"), ("agency", "agency")):
        laid = lay_out(line(text, quote, right_to_left=False), font, WIDTH)
        assert edge(laid, right=False) == pytest.approx(round(WIDTH * COLUMN), abs=1)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("لن تقبل بالعراق ساحة", "العراق"),
        ("وللقوات قواعد", "لقوات"),
        ("في لإيران مصالح", "إيران"),
        ("من المسؤولـــين عنه", "مسؤولـــين"),
        ("نقل عن F-16 في 2021", "F-1"),
    ],
)
def test_a_passage_inside_a_word_keeps_the_shape_of_the_word(font, text, quote):
    """Painted as a passage, ink by ink the line is what Qt makes of it as a whole."""
    laid = lay_out(line(text, quote), font, WIDTH)
    ink, paper = QColor("black"), QColor("white")

    def as_passage(painter):
        laid.paint(painter, QRectF(0, 0, WIDTH, 60), 40, Look(ink, paper, ink))

    def as_a_whole(painter):
        laid.layout.draw(painter, QPointF(laid.left, 40 - laid.ascent))

    assert picture(as_passage) == picture(as_a_whole)
    assert picture(as_passage) != picture(lambda _painter: None)


def picture(paint):
    image = QImage(WIDTH, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    paint(painter)
    painter.end()
    return bytes(image.constBits())


def test_the_ground_covers_the_letters_of_the_passage_and_no_others(font):
    """The rectangle of a passage is that of its run of glyphs."""
    text, quote = "لن تقبل بالعراق ساحة", "العراق"
    laid = lay_out(line(text, quote), font, WIDTH)
    start = laid.shown.index(quote)
    boxes = []
    for run in laid.layout.lineAt(0).glyphRuns(start, len(quote)):
        advances = [each.x() for each in run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())]
        places = [laid.left + each.x() for each in run.positions()]
        boxes += [(place, place + advance) for place, advance in zip(places, advances, strict=True)]

    assert len(laid.pieces) == 1
    assert laid.pieces[0][0] == pytest.approx(min(left for left, _ in boxes), abs=1)
    assert laid.pieces[0][1] == pytest.approx(max(right for _, right in boxes), abs=1)


def test_what_does_not_fit_is_left_out_at_the_far_ends_by_whole_words(font):
    text, quote = TEXTS[0]
    laid = lay_out(line(text, quote), font, 330)

    assert laid.shown.startswith("…")
    assert laid.shown.endswith("…")
    kept = laid.shown.strip("…")
    assert kept in text
    assert all(word in text.split() for word in kept.split())
    layout_line = laid.layout.lineAt(0)
    assert laid.left >= -1
    assert laid.left + layout_line.naturalTextWidth() <= 331


def test_a_word_that_was_cut_off_with_the_context_is_not_shown(font):
    text = "ا" * 30 + " " + "ب" * 40 + " العراق"
    laid = lay_out(line(text, "العراق"), font, 2000)
    assert laid.shown == "…" + "ب" * 40 + " العراق"


def test_a_passage_too_long_for_its_place_shows_how_it_begins(font):
    text = "قال إن " + " ".join(["التحالف الدولي باق في العراق"] * 8)
    laid = lay_out(line(text, text[7:]), font, 400)
    assert edge(laid, right=True) == pytest.approx(400 - round(400 * COLUMN), abs=1)
    assert laid.shown.endswith("…")
    assert laid.pieces[0][0] >= -1


def test_line_breaks_in_a_passage_are_shown_as_spaces(font):
    laid = lay_out(line("وقالت (البنتاغون)\nاجتماعها الثاني أمس", "(البنتاغون)\nاجتماعها"), font, WIDTH)
    assert "(البنتاغون) اجتماعها" in laid.shown


# ---- the model ------------------------------------------------------------------------------------

FORMS = ["والعراق", "العراق", "بالعراق", "العراق", "العراقية"]


def lines_of(document_id, first=0):
    return [
        line(f"كلمة{number} {form} تلي{9 - number}", "العراق", first + number, document_id=document_id)
        for number, form in enumerate(FORMS)
    ]


@pytest.fixture
def model(dressed):
    return ConcordanceModel()


def shown(model):
    found = []
    for row in range(model.rowCount()):
        item = model.item(row)
        found.append(f"{item.title}: {len(item.lines)}" if isinstance(item, Group) else item)
    return found


def test_lines_stand_under_their_articles_as_they_come(model):
    model.arrange("place", "document")
    model.append(lines_of(1)[:3])
    model.append([*lines_of(1)[3:], *lines_of(2)])
    assert shown(model) == ["مقالة: 5", 0, 1, 2, 3, 4, "مقالة: 5", 5, 6, 7, 8, 9]


def test_forms_are_the_whole_words_the_most_frequent_first(model):
    model.arrange("place", "form")
    model.append(lines_of(1))
    assert shown(model) == ["العراق: 2", 1, 3, "العراقية: 1", 4, "بالعراق: 1", 2, "والعراق: 1", 0]


def test_lines_are_sorted_by_the_nearest_word_before_and_after(model):
    model.append(lines_of(1))
    model.arrange("after", "none")
    assert shown(model) == [4, 3, 2, 1, 0]
    model.arrange("before", "none")
    assert shown(model) == [0, 1, 2, 3, 4]
    model.arrange("place", "none")
    assert shown(model) == [0, 1, 2, 3, 4]


def test_a_collapsed_group_stays_so_while_lines_come_in(model):
    model.arrange("place", "document")
    model.append(lines_of(1)[:3])
    model.toggle_group(model.item(0))
    model.append(lines_of(1)[3:])
    assert shown(model) == ["مقالة: 5"]
    model.toggle_group(model.item(0))
    assert shown(model) == ["مقالة: 5", 0, 1, 2, 3, 4]


def test_a_hundred_thousand_lines_are_taken_in_and_shown_without_laying_them_out(model, qtbot, dressed):
    view = ConcordanceList(model, Workspace())
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    model.arrange("place", "document")
    one = lines_of(1)[0]
    model.append([one] * 100_000)
    view.scrollToBottom()
    view.grab()
    assert len(view.row_delegate._laid_out) <= 2
    assert model.rowCount() == 100_001


# ---- the list -------------------------------------------------------------------------------------


@pytest.fixture
def view(model, qtbot, dressed):
    made = ConcordanceList(model, Workspace())
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_list_keeps_its_place_while_lines_come_in(view, model):
    model.arrange("before", "form")
    model.append([each for document in range(1, 9) for each in lines_of(document)])
    view.go_to(12)
    view.scrollTo(view.currentIndex(), view.ScrollHint.PositionAtTop)
    top = view.visualRect(view.currentIndex()).top()

    model.append(lines_of(20))

    assert view.number() == 12
    assert view.visualRect(view.currentIndex()).top() == pytest.approx(top, abs=1)


def test_every_row_says_its_words_to_a_screen_reader(view, model):
    model.arrange("place", "document")
    model.append(lines_of(1))
    said = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said[0] == "مقالة, 5"
    assert said[1].startswith("العراق. كلمة0 والعراق تلي9")


def test_left_and_right_close_and_open_a_group(view, model):
    model.arrange("place", "document")
    model.append(lines_of(1))
    view.go_to(2)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert isinstance(view.currentIndex().data(ROW), Group)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert model.rowCount() == 1
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert model.rowCount() == 6


def test_space_ticks_a_line_and_on_a_heading_all_of_its_lines(qtbot, dressed):
    model = ConcordanceModel(ticks=True)
    view = ConcordanceList(model, Workspace())
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    model.arrange("place", "document")
    model.append(lines_of(1))
    view.go_to(2)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert model.ticked == {2}
    assert model.data(model.index(0), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.PartiallyChecked.value
    view.setCurrentIndex(model.index(0))
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert model.ticked == {0, 1, 2, 3, 4}
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert model.ticked == set()

    place = view.row_delegate.columns(view.visualRect(model.index(3)), model, view.layoutDirection()).tick
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.center()))
    assert model.ticked == {2}
