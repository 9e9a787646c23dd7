import pytest
from PySide6.QtCore import Qt

from annotator.core.records import Span
from annotator.store import queries

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def press(window, *arguments, **options):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QGuiApplication, QKeyEvent
    from PySide6.QtTest import QTest

    key, modifiers = arguments if len(arguments) > 1 else (*arguments, Qt.KeyboardModifier.NoModifier)
    if not options:
        QTest.keyClick(window.article, key, modifiers)
        return
    event = QKeyEvent(
        QEvent.Type.KeyPress, key, modifiers, options.get("scan", 0), 0, 0, options.get("text", "")
    )
    QGuiApplication.sendEvent(window.article, event)


def select(window, quote: str) -> Span:
    start = window.article.text.index(quote)
    span = Span(start, start + len(quote))
    window.article.select(span)
    return span


def on_disk(workspace):
    layer = workspace.opened.layer
    return [(item.quote, item.label_id) for item in queries.annotations(workspace.project.database, layer.id)]


def label(workspace, name):
    return workspace.label_set.label_by_name[name]


def test_a_digit_tags_the_selection_and_it_is_on_disk(window, workspace):
    select(window, "واشنطن")

    press(window, Qt.Key.Key_2)

    assert on_disk(workspace) == [("واشنطن", label(workspace, "location").id)]
    assert workspace.annotation.quote == "واشنطن"
    assert window.article.selected_annotation() == workspace.annotation_id


def test_a_digit_tags_the_word_under_the_caret(window, workspace):
    window.article.set_caret(window.article.text.index("لندن") + 2)

    press(window, Qt.Key.Key_2)

    assert on_disk(workspace) == [("لندن", label(workspace, "location").id)]


@pytest.mark.parametrize("digit", ["١", "۱", "1"])
def test_digits_of_any_script_tag(window, workspace, digit):
    select(window, "واشنطن")

    press(window, Qt.Key.Key_unknown, text=digit)

    assert on_disk(workspace) == [("واشنطن", label(workspace, "actor").id)]


def test_the_place_of_a_key_counts_where_the_layout_types_something_else(window, workspace):
    select(window, "واشنطن")

    press(window, Qt.Key.Key_Ampersand, text="&", scan=10)  # 1 on a French keyboard, on X11

    assert on_disk(workspace) == [("واشنطن", label(workspace, "actor").id)]


def test_a_letter_key_works_on_an_arabic_layout(window, workspace):
    select(window, "واشنطن")
    press(window, Qt.Key.Key_1)

    press(window, Qt.Key.Key_unknown, text="ى", scan=49 + 8)  # N

    assert window.inspector.note.hasFocus()


def test_another_label_key_relabels_the_selected_annotation(window, workspace):
    select(window, "واشنطن")
    press(window, Qt.Key.Key_1)
    press(window, Qt.Key.Key_Escape)
    workspace.select(next(iter(workspace.opened.annotations)))

    press(window, Qt.Key.Key_2)

    assert on_disk(workspace) == [("واشنطن", label(workspace, "location").id)]


def test_relabelling_works_right_after_tagging(window, workspace):
    select(window, "واشنطن")
    press(window, Qt.Key.Key_1)

    press(window, Qt.Key.Key_2)

    assert on_disk(workspace) == [("واشنطن", label(workspace, "location").id)]


def test_delete_removes_the_selected_annotation(window, workspace):
    select(window, "واشنطن")
    press(window, Qt.Key.Key_1)

    press(window, Qt.Key.Key_Delete)

    assert on_disk(workspace) == []
    assert workspace.annotation is None


def test_the_end_moves_by_a_letter_in_the_direction_pressed(window, workspace):
    span = select(window, "واشنطن")
    press(window, Qt.Key.Key_1)

    press(window, Qt.Key.Key_Right, CTRL | SHIFT)

    assert workspace.annotation.span == Span(span.start, span.end - 1)
    press(window, Qt.Key.Key_Left, CTRL | SHIFT)
    assert workspace.annotation.span == span


def test_tab_goes_from_annotation_to_annotation(window, workspace):
    select(window, "لندن")
    press(window, Qt.Key.Key_2)
    select(window, "واشنطن")
    press(window, Qt.Key.Key_1)
    workspace.select(None)
    window.article.set_caret(0)

    quotes = []
    for _ in range(3):
        press(window, Qt.Key.Key_Tab)
        quotes.append(workspace.annotation.quote)

    assert quotes == ["لندن", "واشنطن", "لندن"]
    press(window, Qt.Key.Key_Backtab, SHIFT)
    assert workspace.annotation.quote == "واشنطن"
    assert window.article.hasFocus()


def test_undo_and_redo_jump_to_the_article_they_touch(window, workspace):
    first = workspace.opened.document.id
    select(window, "واشنطن")
    press(window, Qt.Key.Key_1)
    press(window, Qt.Key.Key_Down, ALT)
    assert workspace.opened.document.id != first

    press(window, Qt.Key.Key_Z, CTRL)

    assert workspace.opened.document.id == first
    assert on_disk(workspace) == []
    press(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert [quote for quote, _ in on_disk(workspace)] == ["واشنطن"]
    assert workspace.annotation.quote == "واشنطن"


def test_undo_survives_a_restart(start, sample):
    sanad = start(sample)
    window, workspace = sanad.window, sanad.workspace
    workspace.open_document(window.documents.model.summary(1).document.id)
    window.article.setFocus()
    select(window, "واشنطن")
    press(window, Qt.Key.Key_1)
    window.close()
    sanad.close()

    again = start(sample)
    again.window.article.setFocus()
    press(again.window, Qt.Key.Key_Z, CTRL)

    assert again.workspace.opened.annotations == {}


def test_finishing_marks_done_and_opens_the_next_unfinished(window, workspace):
    before = workspace.opened.document

    press(window, ENTER, CTRL)

    assert queries.layer(workspace.project.database, before.id, workspace.reviewer.id).status == "done"
    assert workspace.opened.document.position > before.position
    assert window.status_line.progress.text() == "2 of 5 done"


def test_nothing_is_tagged_where_there_are_only_spaces(window, workspace):
    text = window.article.text
    window.article.select(Span(text.index("\n\n"), text.index("\n\n") + 2))

    press(window, Qt.Key.Key_1)

    assert on_disk(workspace) == []
    assert window.banner.isVisible()
    assert "spaces" in window.banner.sentence.text()


def test_typing_digits_into_a_field_tags_nothing(qtbot, window, workspace):
    select(window, "واشنطن")
    window.documents.filter.setFocus()

    qtbot.keyClicks(window.documents.filter, "12")

    assert window.documents.filter.text() == "12"
    assert workspace.opened.annotations == {}


def test_a_chip_tags_by_mouse(qtbot, window, workspace):
    select(window, "واشنطن")

    qtbot.mouseClick(window.tool_row.chips[1], Qt.MouseButton.LeftButton)

    assert on_disk(workspace) == [("واشنطن", label(workspace, "location").id)]
    assert window.tool_row.chips[1].isChecked()
