import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest

from annotator.core.records import Span

Button, Modifier = Qt.MouseButton, Qt.KeyboardModifier
TEXT = "قال مسؤول في وزارة الدفاع، أمس: إن نحو 2500 جندي هناك. وأضاف المسؤول شيئا آخر."


@pytest.fixture
def shown(view):
    view.show_document(TEXT, "rtl")
    return view


def middle(view, part):
    start = TEXT.index(part)
    rectangle = view.rectangles(Span(start, start + len(part)))[0]
    return rectangle.center().toPoint()


def at(view, offset):
    return view.rectangles(Span(offset, offset + 1))[0].center().toPoint()


def move(view, point, modifiers=Modifier.NoModifier):
    """A move with the button held, which QTest cannot make."""
    position = QPointF(point)
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        position,
        view.viewport().mapToGlobal(position),
        Button.NoButton,
        Button.LeftButton,
        modifiers,
    )
    QGuiApplication.sendEvent(view.viewport(), event)


def drag(view, start, end, modifiers=Modifier.NoModifier):
    QTest.mousePress(view.viewport(), Button.LeftButton, modifiers, start)
    move(view, (start + end) / 2, modifiers)
    move(view, end, modifiers)
    QTest.mouseRelease(view.viewport(), Button.LeftButton, modifiers, end)


def click(view, point, modifiers=Modifier.NoModifier):
    QTest.mouseClick(view.viewport(), Button.LeftButton, modifiers, point, 600)


def test_a_drag_takes_whole_words(shown):
    drag(shown, at(shown, 5), at(shown, TEXT.index("وزارة") + 2))
    assert shown.selection().quote(TEXT) == "مسؤول في وزارة"
    drag(shown, at(shown, TEXT.index("وزارة") + 2), at(shown, 5))
    assert shown.selection().quote(TEXT) == "مسؤول في وزارة"
    assert shown.caret() == 4


def test_a_drag_over_digits_takes_all_of_them(shown):
    drag(shown, middle(shown, "نحو"), at(shown, TEXT.index("2500") + 1))
    assert shown.selection().quote(TEXT) == "نحو 2500"


def test_an_alt_drag_is_exact(shown):
    drag(shown, at(shown, 5), at(shown, 8), Modifier.AltModifier)
    start, end = shown.selection().start, shown.selection().end
    assert start in (5, 6)
    assert end in (8, 9)


def test_a_double_click_leaves_the_comma(shown):
    QTest.mouseClick(shown.viewport(), Button.LeftButton, Modifier.NoModifier, middle(shown, "الدفاع"))
    QTest.mouseDClick(shown.viewport(), Button.LeftButton, Modifier.NoModifier, middle(shown, "الدفاع"))
    assert shown.selection().quote(TEXT) == "الدفاع"


def test_a_triple_click_takes_the_sentence(shown):
    point = middle(shown, "وأضاف")
    QTest.mouseDClick(shown.viewport(), Button.LeftButton, Modifier.NoModifier, point)
    QTest.mousePress(shown.viewport(), Button.LeftButton, Modifier.NoModifier, point)
    assert shown.selection().quote(TEXT) == "وأضاف المسؤول شيئا آخر"
    QTest.mouseRelease(shown.viewport(), Button.LeftButton, Modifier.NoModifier, point)
    assert shown.selection().quote(TEXT) == "وأضاف المسؤول شيئا آخر"


def test_a_shift_click_extends(shown):
    click(shown, at(shown, 5))
    click(shown, middle(shown, "الدفاع"), Modifier.ShiftModifier)
    assert shown.selection().quote(TEXT) == "مسؤول في وزارة الدفاع"


def test_clicks_walk_down_the_stack(shown, annotate):
    shown.set_annotations(
        [
            annotate(TEXT, "مسؤول في وزارة الدفاع، أمس", 4, 1),
            annotate(TEXT, "مسؤول في وزارة الدفاع", 1, 2),
            annotate(TEXT, "وزارة الدفاع", 1, 3),
        ]
    )
    picked = []
    shown.annotation_picked.connect(picked.append)
    for _ in range(5):
        click(shown, middle(shown, "الدفاع"))
    assert picked == [3, 2, 1, None, 3]
    click(shown, middle(shown, "مسؤول"))
    assert picked[-1] == 2
    click(shown, middle(shown, "هناك"))
    assert picked[-1] is None


def test_hover_lights_the_innermost(shown, annotate):
    shown.set_annotations(
        [annotate(TEXT, "مسؤول في وزارة الدفاع", 1, 2), annotate(TEXT, "وزارة الدفاع", 1, 3)]
    )
    hovered = []
    shown.annotation_hovered.connect(hovered.append)
    move(shown, middle(shown, "الدفاع"))
    move(shown, middle(shown, "الدفاع") + QPoint(3, 0))
    move(shown, middle(shown, "مسؤول"))
    move(shown, middle(shown, "هناك"))
    assert hovered == [3, 2, None]


def test_dragging_a_handle_moves_that_end(shown, annotate, qtbot):
    shown.add_annotation(annotate(TEXT, "وزارة", 1, 7))
    shown.select_annotation(7)
    rectangle = shown.rectangles(shown.span_of(7))[0]
    end = QPoint(round(rectangle.left()), round(rectangle.bottom()))
    with qtbot.waitSignal(shown.boundary_dragged) as dragged:
        drag(shown, end, at(shown, TEXT.index("الدفاع") + 5))
    annotation_id, span = dragged.args[0]
    assert annotation_id == 7
    assert span.quote(TEXT) == "وزارة الدفاع"
    assert shown.span_of(7).quote(TEXT) == "وزارة"
    assert shown.selection() is None


def test_a_drag_outside_the_view_scrolls(view, qtbot):
    view.show_document("\n".join([TEXT] * 60), "rtl")
    QTest.mousePress(view.viewport(), Button.LeftButton, Modifier.NoModifier, at(view, 5))
    move(view, QPoint(200, view.viewport().height() + 60))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 200)
    QTest.mouseRelease(view.viewport(), Button.LeftButton, Modifier.NoModifier, QPoint(200, 100))
    assert len(view.selection()) > 500


def test_the_margin_belongs_to_the_text(view):
    view.resize(1200, 600)
    view.show_document(TEXT, "rtl")
    margin = QPoint(
        view.viewport().x() // 2, view.viewport().y() + round(view.rectangles(Span(0, 1))[0].center().y())
    )
    QTest.mouseClick(view, Button.LeftButton, Modifier.NoModifier, margin)
    assert view.caret() > 20


def test_the_wheel_scrolls_over_the_margin(view):
    view.resize(1200, 600)
    view.show_document("\n".join([TEXT] * 60), "rtl")
    event = QWheelEvent(
        QPointF(10, 100),
        QPointF(view.mapToGlobal(QPoint(10, 100))),
        QPoint(),
        QPoint(0, -120),
        Button.NoButton,
        Modifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QGuiApplication.sendEvent(view, event)
    assert view.verticalScrollBar().value() > 50


def test_ctrl_and_the_wheel_zoom(view, qtbot):
    view.show_document("\n".join([TEXT] * 60), "rtl")
    view.verticalScrollBar().setValue(1000)
    top, size = view.place().top, view.font().pointSizeF()
    event = QWheelEvent(
        QPointF(100, 100),
        QPointF(100, 100),
        QPoint(),
        QPoint(0, 240),
        Button.NoButton,
        Modifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.waitSignal(view.zoomed) as zoomed:
        QGuiApplication.sendEvent(view.viewport(), event)
    assert zoomed.args[0] == pytest.approx(1.21)
    assert view.font().pointSizeF() == pytest.approx(size * 1.21)
    assert abs(view.place().top - top) < 120
    view.reset_zoom()
    assert view.font().pointSizeF() == pytest.approx(size)
