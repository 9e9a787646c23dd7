"""The keys of labels: they tag, arm and follow the label set."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core import label_edits
from annotator.core.records import Span
from tests.ui.keyboard.steps import (
    CTRL,
    NONE,
    SCAN_1,
    SHIFT,
    Key,
    caret,
    label,
    press,
    quotes,
    select,
    type_at,
)


def test_the_key_of_a_label_twice_arms_it_and_escape_puts_it_away(window, workspace):
    caret(window, "واشنطن")
    press(window, Key.Key_1)
    assert not window.tool_row.chips[0].is_armed()

    press(window, Key.Key_1)
    assert window.hand.armed == label(workspace, "actor")
    assert window.tool_row.chips[0].is_armed()
    assert window.article.armed() == label(workspace, "actor").id
    assert quotes(workspace) == ["واشنطن"]

    press(window, Key.Key_Escape)
    assert window.hand.armed is None
    assert not window.tool_row.chips[0].is_armed()


def test_shift_with_the_key_arms_and_disarms(window, workspace):
    type_at(window, SCAN_1 + 1, "@", SHIFT)
    assert window.hand.armed == label(workspace, "location")

    type_at(window, SCAN_1 + 1, "@", SHIFT)
    assert window.hand.armed is None
    assert quotes(workspace) == []


def test_shift_that_types_the_digit_tags(window, workspace):
    caret(window, "واشنطن")

    type_at(window, SCAN_1, "1", SHIFT)  # on a French layout

    assert quotes(workspace) == ["واشنطن"]


def test_an_armed_label_paints(window, workspace, qtbot):
    press(window, Key.Key_2, SHIFT)
    start = window.article.text.index("واشنطن")
    box = window.article.rectangles(Span(start, start + 6))[0].toRect()

    qtbot.mouseClick(window.article.viewport(), Qt.MouseButton.LeftButton, pos=box.center())

    assert quotes(workspace) == ["واشنطن"]
    assert workspace.annotation.label_id == label(workspace, "location").id
    assert window.hand.armed == label(workspace, "location")


def test_a_chip_without_anything_selected_takes_the_label_up(window, workspace, qtbot):
    chip = window.tool_row.chips[2]

    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert window.hand.armed == label(workspace, "figure")
    assert quotes(workspace) == []

    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert window.hand.armed is None


def test_the_last_label_is_given_again(window, workspace):
    caret(window, "واشنطن")
    press(window, Key.Key_2)
    caret(window, "لندن")

    press(window, Key.Key_Period)

    assert quotes(workspace) == ["لندن", "واشنطن"]
    assert {item.label_id for item in workspace.opened.annotations.values()} == {
        label(workspace, "location").id
    }


def test_a_label_may_have_a_letter_which_works_by_its_place(window, workspace):
    with_letter(workspace, "location", "g")
    caret(window, "واشنطن")

    type_at(window, 42, "ل")

    assert workspace.annotation.label_id == label(workspace, "location").id


def test_keys_and_chips_follow_the_label_set(window, workspace):
    with_letter(workspace, "location", "g")

    assert [chip.label.key for chip in window.tool_row.chips] == ["1", "g", "3", "4"]
    assert window.action_set["tag-location"].row.keys == ("G",)
    press(window, Key.Key_2)
    assert quotes(workspace) == []


def test_the_key_of_a_label_goes_before_that_of_an_action(window, workspace):
    with_letter(workspace, "location", "n")
    caret(window, "واشنطن")

    press(window, Key.Key_N)

    assert workspace.annotation.label_id == label(workspace, "location").id
    assert window.action_set["note"].key_names() == ""
    press(window, Key.Key_Z, CTRL)
    with_letter(workspace, "location", "2")
    assert window.action_set["note"].key_names() == "\u2066N\u2069"


def test_an_armed_label_that_is_retired_is_put_away(window, workspace):
    window.hand.arm(label(workspace, "figure"))

    workspace.perform_in_project(
        lambda context: label_edits.retire_label(context, workspace.label_set, label(workspace, "figure"))
    )

    assert window.hand.armed is None


def with_letter(workspace, name, key):
    workspace.perform_in_project(
        lambda context: label_edits.set_key(context, workspace.label_set, label(workspace, name), key)
    )


def test_s_walks_the_stack(window, workspace):
    select(window, "واشنطن الجمعة")
    press(window, Key.Key_4)
    workspace.select(None)
    select(window, "واشنطن")
    press(window, Key.Key_1)

    walked = []
    for _ in range(3):
        press(window, Key.Key_S)
        walked.append(workspace.annotation.quote)

    assert walked == ["واشنطن الجمعة", "واشنطن", "واشنطن الجمعة"]


def test_the_labels_beside_the_selection_tag_and_can_be_switched_off(window, workspace, qtbot):
    start = window.article.text.index("واشنطن")
    box = window.article.rectangles(Span(start, start + 6))[0].toRect()

    def double_click():
        viewport = window.article.viewport()
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=box.center())
        qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=box.center())
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, NONE, box.center())

    double_click()
    assert window.article.label_bar.isVisible()
    qtbot.mouseClick(window.article.label_bar.chips[1], Qt.MouseButton.LeftButton)
    assert workspace.annotation.label_id == label(workspace, "location").id

    window.preferences.set("label_bar", "hidden")
    workspace.select(None)
    window.article.set_caret(0)
    double_click()
    assert not window.article.label_bar.isVisible()
