import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from annotator.core.records import Span

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def write(field, text):
    """Type as any keyboard does; QTest knows Latin letters only."""
    for character in text:
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
        QGuiApplication.sendEvent(field, event)


@pytest.fixture
def find(window, qtbot):
    """Type what to look for into the bar and wait for the count."""

    def look_for(text, count):
        QTest.keyClick(window.article, Key.Key_F, CTRL)
        window.find_bar.field.clear()
        write(window.find_bar.field, text)
        qtbot.waitUntil(lambda: window.find_bar.count.text() == count)
        return window.find_bar

    return look_for


def selected(window):
    span = window.article.selection()
    return span.quote(window.article.text) if span else None


def test_ctrl_f_opens_the_bar_and_esc_leaves_the_hit_selected(window, find):
    assert not window.find_bar.isVisible()
    bar = find("واشنطن", f"1 of {window.article.text.count('واشنطن')}")
    assert bar.field.hasFocus()
    assert selected(window) == "واشنطن"

    QTest.keyClick(bar.field, Key.Key_Escape)

    assert not bar.isVisible()
    assert window.article.hasFocus()
    assert selected(window) == "واشنطن"


def test_letters_that_sound_alike_are_found_unless_exactly_these_are_wanted(window, find, qtbot):
    text = window.article.text
    folded = text.replace("أ", "ا").replace("إ", "ا").count("الامريك")
    assert folded != text.count("الامريك")

    bar = find("الامريك", f"1 of {folded}")
    qtbot.mouseClick(bar.exact, Qt.MouseButton.LeftButton)

    exact = text.count("الامريك")
    qtbot.waitUntil(lambda: bar.count.text() == (f"1 of {exact}" if exact else "Not found"))


def test_whole_words_are_found_after_proclitics_too(window, find, qtbot, workspace):
    text = window.article.text
    bar = find("ان", f"1 of {text.replace('أ', 'ا').replace('إ', 'ا').replace('آ', 'ا').count('ان')}")

    qtbot.mouseClick(bar.whole, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: bool(bar.count.text()) and not bar.count.text().endswith("of 0"))
    qtbot.waitUntil(lambda: selected(window) in ("ان", "أن", "إن"))


def test_enter_steps_on_and_shift_enter_back_and_round(window, find):
    count = window.article.text.count("واشنطن")
    bar = find("واشنطن", f"1 of {count}")
    first = window.article.selection()

    QTest.keyClick(bar.field, Key.Key_Return)
    assert bar.count.text() == f"2 of {count}" if count > 1 else f"1 of {count}"
    QTest.keyClick(bar.field, Key.Key_Return, SHIFT)
    assert window.article.selection() == first
    QTest.keyClick(bar.field, Key.Key_Return, SHIFT)
    assert bar.count.text() == f"{count} of {count}"


def test_f3_goes_on_from_the_text_without_leaving_it(window, find, qtbot):
    count = window.article.text.count("واشنطن")
    bar = find("واشنطن", f"1 of {count}")
    QTest.keyClick(bar.field, Key.Key_Escape)

    QTest.keyClick(window.article, Key.Key_F3)

    qtbot.waitUntil(lambda: bar.count.text() == f"{min(2, count)} of {count}")
    assert window.article.hasFocus()
    QTest.keyClick(window.article, Key.Key_F3, SHIFT)
    assert bar.count.text() == f"1 of {count}"


def test_a_hit_is_tagged_from_the_bar(window, find, workspace):
    bar = find("واشنطن", f"1 of {window.article.text.count('واشنطن')}")

    QTest.keyClick(bar.field, Key.Key_2, CTRL)

    assert workspace.annotation.quote == "واشنطن"
    assert bar.field.hasFocus()
    assert bar.field.text() == "واشنطن"


def test_a_hit_is_tagged_from_the_text_after_esc(window, find, workspace):
    bar = find("واشنطن", f"1 of {window.article.text.count('واشنطن')}")
    QTest.keyClick(bar.field, Key.Key_Escape)

    QTest.keyClick(window.article, Key.Key_1)

    assert workspace.annotation.quote == "واشنطن"


def test_what_is_selected_is_proposed(window, qtbot):
    start = window.article.text.index("لندن")
    window.article.select(Span(start, start + 4))

    QTest.keyClick(window.article, Key.Key_F, CTRL)

    assert window.find_bar.field.text() == "لندن"
    qtbot.waitUntil(lambda: window.find_bar.count.text().startswith("1 of"))
    assert window.article.selection() == Span(start, start + 4)


def test_what_is_nowhere_is_said_to_be(window, find):
    bar = find("zzzz", "Not found")

    QTest.keyClick(bar.field, Key.Key_Return)

    assert bar.count.text() == "Not found"


def test_the_search_goes_on_in_another_article(window, find, qtbot, workspace):
    bar = find("واشنطن", f"1 of {window.article.text.count('واشنطن')}")
    QTest.keyClick(bar.field, Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    count = workspace.opened.text.count("واشنطن")
    qtbot.waitUntil(lambda: bar.count.text() == (f"1 of {count}" if count else "Not found"))


def test_digits_typed_into_the_bar_tag_nothing(window, find, workspace, qtbot):
    bar = find("واشنطن", f"1 of {window.article.text.count('واشنطن')}")

    qtbot.keyClicks(bar.field, "12")

    assert bar.field.text() == "واشنطن12"
    assert workspace.opened.annotations == {}
