import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from annotator.core.records import Span

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT, ALT, CTRL = (
    Modifier.NoModifier,
    Modifier.ShiftModifier,
    Modifier.AltModifier,
    Modifier.ControlModifier,
)
ARABIC = "قال مسؤول، أمس: إن 2500 جندي هناك. وأضاف المسؤول.\n\nثم عاد إلى العراق"
ENGLISH = "An official said: 2500 troops. He said more.\n\nThen he left"


def press(view, key, modifiers=NONE):
    QTest.keyClick(view, key, modifiers)


@pytest.mark.parametrize(
    ("text", "direction", "ahead", "back"),
    [(ARABIC, "rtl", Key.Key_Left, Key.Key_Right), (ENGLISH, "ltr", Key.Key_Right, Key.Key_Left)],
)
class TestArrows:
    def test_move_by_word_in_the_direction_pressed(self, view, text, direction, ahead, back):
        view.show_document(text, direction)
        first = text.index(" ")
        press(view, ahead)
        assert view.caret() == first
        assert view.selection() is None
        press(view, ahead)
        press(view, back)
        assert view.caret() == first + 1
        press(view, back)
        assert view.caret() == 0

    def test_extend_with_shift(self, view, text, direction, ahead, back):
        view.show_document(text, direction)
        press(view, ahead, SHIFT)
        press(view, ahead, SHIFT)
        assert view.anchor() == 0
        assert view.selection() == Span(0, view.caret())
        press(view, back, SHIFT)
        assert view.selection() == Span(0, text.index(" "))
        press(view, back, SHIFT)
        assert view.selection() is None
        press(view, ahead, SHIFT)
        assert view.selection() == Span(0, text.index(" "))

    def test_alt_moves_by_grapheme(self, view, text, direction, ahead, back):
        view.show_document(text, direction)
        press(view, ahead, ALT)
        press(view, ahead, ALT | SHIFT)
        assert view.selection() == Span(1, 2)
        press(view, back, ALT)
        assert view.caret() == 1

    def test_ctrl_moves_by_sentence(self, view, text, direction, ahead, back):
        view.show_document(text, direction)
        press(view, ahead, CTRL)
        assert view.caret() == text.index(".") + 1
        press(view, ahead, CTRL | SHIFT)
        assert view.selection() == Span(text.index(".") + 2, text.rindex("."))
        press(view, back, CTRL)
        assert view.caret() == text.index(".") + 2

    def test_lines_and_document_ends(self, view, text, direction, ahead, back):
        view.show_document(text, direction)
        press(view, Key.Key_End)
        assert view.caret() == text.index("\n")
        press(view, Key.Key_Home, SHIFT)
        assert view.selection() == Span(0, text.rindex("."))
        press(view, Key.Key_End)
        press(view, Key.Key_Home, SHIFT | ALT)
        assert view.selection() == Span(0, text.index("\n"))
        press(view, Key.Key_End, CTRL)
        assert view.caret() == len(text)
        press(view, Key.Key_Home, CTRL | SHIFT)
        assert view.selection() == Span(0, len(text))
        press(view, Key.Key_Home, CTRL)
        press(view, Key.Key_Down, SHIFT)
        press(view, Key.Key_Down, SHIFT)
        assert view.selection() == Span(0, text.rindex("."))
        press(view, Key.Key_Up)
        press(view, Key.Key_Up)
        assert view.caret() < text.index("\n")


def test_pages(view):
    text = "\n".join(f"{ARABIC} {i}" for i in range(60))
    view.show_document(text, "rtl")
    places = []
    for _ in range(4):
        press(view, Key.Key_PageDown)
        places.append(view.caret())
    assert places == sorted(set(places))
    assert view.verticalScrollBar().value() > 3 * view.viewport().height() * 0.8
    press(view, Key.Key_PageUp, SHIFT)
    assert view.selection() is not None
    for _ in range(100):
        press(view, Key.Key_PageDown)
    assert view.caret() == len(text)
    for _ in range(100):
        press(view, Key.Key_PageUp)
    assert view.caret() == 0


def test_the_caret_stays_in_view(view):
    view.show_document("\n".join([ARABIC] * 40), "rtl")
    for _ in range(150):
        press(view, Key.Key_Down)
    caret = view.cursorRect()
    assert view.viewport().rect().contains(caret.center())


def test_space_grows_and_shift_space_shrinks(view):
    view.show_document(ARABIC, "rtl")
    view.select(Span(5, 5))
    seen = []
    for _ in range(6):
        press(view, Key.Key_Space)
        seen.append(view.selection().quote(ARABIC))
    assert seen == [
        "مسؤول",
        "قال مسؤول",
        ARABIC[: ARABIC.index(".")],
        ARABIC[: ARABIC.rindex(".")],
        ARABIC,
        ARABIC,
    ]
    seen.pop()
    for quote in reversed(seen[:-1]):
        press(view, Key.Key_Space, SHIFT)
        assert view.selection().quote(ARABIC) == quote
    press(view, Key.Key_Space, SHIFT)
    assert view.selection() is None
    assert view.caret() == 5


def test_escape_clears_the_selection_then_the_annotation(view, annotate, qtbot):
    view.show_document(ARABIC, "rtl")
    view.add_annotation(annotate(ARABIC, "مسؤول"))
    view.select_annotation(1)
    view.select(Span(0, 3))
    press(view, Key.Key_Escape)
    assert view.selection() is None
    assert view.selected_annotation() == 1
    with qtbot.waitSignal(view.annotation_picked) as picked:
        press(view, Key.Key_Escape)
    assert picked.args == [None]
    assert view.selected_annotation() is None


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Key.Key_1, NONE),
        (Key.Key_9, NONE),
        (Key.Key_C, NONE),
        (Key.Key_R, NONE),
        (Key.Key_Delete, NONE),
        (Key.Key_Return, NONE),
        (Key.Key_Escape, NONE),
        (Key.Key_F3, NONE),
        (Key.Key_Return, CTRL),
        (Key.Key_Z, CTRL),
    ],
)
def test_other_keys_are_the_windows(view, key, modifiers, qtbot):
    from PySide6.QtGui import QKeyEvent

    view.show_document(ARABIC, "rtl")
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers)
    view.keyPressEvent(event)
    assert not event.isAccepted()
    assert view.selection() is None


def test_copy_takes_the_stored_text(view):
    text = "قال\u00a0مسؤول\r\nثم"
    view.show_document(text, "rtl")
    press(view, Key.Key_A, CTRL)
    press(view, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == text


def test_selection_is_announced_once_for_each_change(view):
    view.show_document(ARABIC, "rtl")
    seen = []
    view.selection_changed.connect(seen.append)
    press(view, Key.Key_Left)
    press(view, Key.Key_Left, SHIFT)
    press(view, Key.Key_Left, SHIFT)
    press(view, Key.Key_Left)
    assert seen == [Span(4, 9), Span(4, 14), None]


def test_a_selection_never_cuts_a_grapheme(view):
    text = "تمّٓ الأمر"
    view.show_document(text, "rtl")
    view.select(Span(2, 3))
    assert view.selection() == Span(1, 4)
