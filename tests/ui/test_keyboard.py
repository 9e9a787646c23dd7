"""The keys by which annotations are made and changed, and the way by Tab and F6 to everything else."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.core import label_edits
from annotator.core.records import Span
from annotator.text.proclitics import vocabulary_of
from annotator.ui import keys
from annotator.ui.commands.edges import pushed, pushed_by_word

Key = Qt.Key
NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
# Scan codes of X11.
SCAN_1, SCAN_LEFT_BRACKET, SCAN_RIGHT_BRACKET, SCAN_C = 10, 34, 35, 54


def press(window, key, modifiers=NONE):
    QTest.keyClick(window.article, key, modifiers)


def type_at(window, scan, text="", modifiers=NONE):
    """Press the key at a place of the keyboard, whatever the layout types there."""
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_unknown, modifiers, scan, 0, 0, text)
    QGuiApplication.sendEvent(window.article, event)


def select(window, quote):
    start = window.article.text.index(quote)
    window.article.select(Span(start, start + len(quote)))


def caret(window, quote, inside=2):
    window.workspace.select(None)
    window.article.set_caret(window.article.text.index(quote) + inside)


def quotes(workspace):
    return [item.quote for item in workspace.opened.in_order()]


def label(workspace, name):
    return workspace.label_set.label_by_name[name]


# ---- edges -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "modifiers", "quote"),
    [
        (Key.Key_BracketLeft, NONE, "واشنطن "),
        (Key.Key_BracketLeft, SHIFT, "واشنط"),
        (Key.Key_BracketRight, SHIFT, "اشنطن"),
        (Key.Key_BracketRight, NONE, " واشنطن"),
        (Key.Key_BracketLeft, CTRL, "واشنطن الجمعة"),
        (Key.Key_BracketRight, CTRL, "في واشنطن"),
        (Key.Key_Left, CTRL | SHIFT, "واشنطن "),
        (Key.Key_Right, CTRL | SHIFT, "واشنط"),
    ],
)
def test_the_edges_of_an_annotation_move_by_key(window, workspace, key, modifiers, quote):
    select(window, "واشنطن")
    press(window, Key.Key_1)

    press(window, key, modifiers)

    assert workspace.annotation.quote == quote


def test_the_edges_of_a_selection_move_too(window):
    select(window, "واشنطن الجمعة")

    press(window, Key.Key_BracketLeft, CTRL | SHIFT)

    assert window.article.selection().quote(window.article.text) == "واشنطن"


def test_the_brackets_are_known_by_their_place(window, workspace):
    select(window, "واشنطن")
    press(window, Key.Key_1)

    type_at(window, SCAN_LEFT_BRACKET, "<", SHIFT)  # as an Arabic layout types it
    assert workspace.annotation.quote == "واشنط"
    type_at(window, SCAN_LEFT_BRACKET, "ج")
    assert workspace.annotation.quote == "واشنطن"
    type_at(window, SCAN_RIGHT_BRACKET, "", CTRL)
    assert workspace.annotation.quote == "في واشنطن"


def test_an_edge_never_meets_the_other():
    assert len(pushed("ab", Span(0, 1), at_start=True, outward=False)) == 0
    assert len(pushed("ab", Span(0, 1), at_start=False, outward=False)) == 0


def test_an_edge_goes_by_whole_words_and_leaves_proclitics_out(window):
    text = "قال الرئيس والوزير أمس"
    snapping = window.article.snapping
    word = Span(text.index("أمس"), len(text))

    wider = pushed_by_word(text, word, snapping, at_start=True, outward=True)
    assert wider.quote(text) == "الوزير أمس"
    whole = pushed_by_word(text, wider, snapping, at_start=True, outward=True)
    assert whole.quote(text) == "والوزير أمس"
    assert pushed_by_word(text, whole, snapping, at_start=True, outward=False) == word
    narrower = pushed_by_word(text, whole, snapping, at_start=False, outward=False)
    assert narrower.quote(text) == "والوزير"


# ---- labels ------------------------------------------------------------------------------------


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


# ---- proclitics --------------------------------------------------------------------------------


def test_one_key_tags_the_word_without_its_proclitic(window, workspace):
    caret(window, "والتعاون")

    press(window, Key.Key_4)

    assert quotes(workspace) == ["التعاون"]


def test_c_cycles_the_cut_of_the_annotation_and_of_the_selection(window, workspace):
    caret(window, "والتعاون")
    press(window, Key.Key_4)

    type_at(window, SCAN_C, "ؤ")
    assert quotes(workspace) == ["والتعاون"]
    type_at(window, SCAN_C, "ؤ")
    assert quotes(workspace) == ["التعاون"]

    workspace.select(None)
    select(window, "التعاون")
    press(window, Key.Key_C)
    assert window.article.selection().quote(window.article.text) == "والتعاون"


def test_a_project_that_takes_words_whole_does_so(window, workspace):
    workspace.perform_in_project(
        lambda context: label_edits.set_proclitics(context, workspace.label_set, "whole")
    )
    caret(window, "والتعاون")

    press(window, Key.Key_4)

    assert quotes(workspace) == ["والتعاون"]


def test_the_words_of_all_articles_tell_proclitics(window, workspace, qtbot):
    qtbot.waitUntil(lambda: window.vocabulary.complete)
    texts = []
    for row in range(5):
        workspace.open_document(window.documents.model.summary(row).document.id)
        texts.append(workspace.opened.text)

    assert window.vocabulary.current.attested == vocabulary_of(texts)
    assert window.article.snapping.vocabulary == window.vocabulary.current


def test_exactly_what_is_selected_is_tagged(window, workspace):
    start = window.article.text.index("واشنطن")
    window.article.select(Span(start, start + 7))  # with the space after it

    press(window, Key.Key_1)

    assert quotes(workspace) == ["واشنطن "]


# ---- going round -------------------------------------------------------------------------------


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


def test_f6_reaches_every_pane_that_is_shown(window, workspace):
    workspace.open_document(window.documents.model.summary(0).document.id)
    for name in ("comments-panel", "history-panel"):
        window.action_set[name].trigger()
    window.docks.show("history")
    seen = []
    for _ in range(12):
        QTest.keyClick(window.focusWidget(), Key.Key_F6)
        seen.append(window.focusWidget())

    for pane in (window.tool_row, window.documents, window.article, window.annotations, window.history):
        assert any(pane is widget or pane.isAncestorOf(widget) for widget in seen), pane


def test_tab_reaches_every_control_and_each_has_a_name(window, workspace):
    """Tab in the article goes from annotation to annotation, so F6 leads out of it."""
    workspace.open_document(window.documents.model.summary(0).document.id)
    workspace.select(workspace.opened.in_order()[5].id)
    window.action_set["comments-panel"].trigger()
    window.action_set["find"].trigger()
    reached = walk(window)

    missing = [widget for widget in controls(window) if widget not in reached]
    assert [described(widget) for widget in missing] == []
    assert [described(widget) for widget in reached if not name_of(widget)] == []


def walk(window):
    """Everything Tab and Shift+Tab come by, from each pane F6 leads to."""
    reached: list[QWidget] = []
    for _ in range(10):
        QTest.keyClick(window.focusWidget(), Key.Key_F6)
        start = window.focusWidget()
        for key, modifiers in ((Key.Key_Tab, NONE), (Key.Key_Backtab, SHIFT)):
            start.setFocus()
            seen: list[QWidget] = []
            while (widget := window.focusWidget()) not in seen:
                seen.append(widget)
                if widget in (window.article, window.annotations.list):
                    break
                QTest.keyClick(widget, key, modifiers)
            reached += [widget for widget in seen if widget not in reached]
        start.setFocus()
    return reached


def controls(window):
    """What can have the focus by Tab; the field of a spin box stands for it."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and not widget.visibleRegion().isEmpty()
        and widget.focusProxy() is None
        and not (isinstance(widget, QLineEdit) and widget.parent().focusProxy() is widget)
    ]


def name_of(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def described(widget):
    return f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"


def test_a_screen_reader_is_told_caret_and_selection(window):
    interface = QAccessible.queryAccessibleInterface(window.article)
    assert interface.text(QAccessible.Text.Name) == "Article"
    text = interface.textInterface()

    select(window, "واشنطن")

    start = window.article.text.index("واشنطن")
    assert text.selectionCount() == 1
    window.article.set_caret(start)
    assert text.cursorPosition() == start
    assert text.text(start, start + 6) == "واشنطن"


# ---- the names of keys -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "scan", "modifiers", "name"),
    [
        ("1", 10, NONE, "1"),
        ("١", 10, NONE, "1"),
        ("&", 10, NONE, "1"),
        ("!", 10, SHIFT, "Shift+1"),
        ("1", 10, SHIFT, "1"),
        ("١", 10, ALT, "Alt+1"),
        ("n", 57, NONE, "N"),
        ("N", 57, SHIFT, "Shift+N"),
        ("ى", 57, NONE, "N"),
        ("ج", 34, NONE, "["),
        ("{", 0, SHIFT, "Shift+["),
        ("]", 0, NONE, "]"),
        ("\x1b", 34, CTRL, "Ctrl+["),
        ("؟", 61, SHIFT, "?"),
        ("", 0, NONE, ""),
    ],
)
def test_a_key_has_one_name_on_all_layouts(text, scan, modifiers, name):
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_unknown, modifiers, scan, 0, 0, text)

    assert keys.pressed(event) == name


# ---- keys that can do nothing ------------------------------------------------------------------


@pytest.mark.parametrize(
    "key",
    [Key.Key_Delete, Key.Key_R, Key.Key_E, Key.Key_C, Key.Key_N, Key.Key_Return, Key.Key_BracketLeft],
)
def test_a_key_that_needs_an_annotation_says_so(window, key):
    caret(window, "واشنطن")
    press(window, key)
    assert "Select" in window.status_line.remark.text()


def test_without_a_proclitic_to_leave_out_the_key_says_so(window):
    select(window, "التحالف")
    press(window, Key.Key_C)
    assert "leave out" in window.status_line.remark.text()


def test_a_key_that_does_something_in_the_article_without_an_annotation_does_it(window):
    caret(window, "لندن", 0)
    before = window.article.caret()
    press(window, Key.Key_Left, CTRL | SHIFT)
    assert window.article.selection().start == before
    assert window.status_line.remark.text() == ""
