"""The keys that move the edges of annotations and selections."""

import pytest

from annotator.core.records import Span
from annotator.ui.commands.edges import pushed, pushed_by_word
from tests.ui.keyboard.steps import (
    CTRL,
    NONE,
    SCAN_LEFT_BRACKET,
    SCAN_RIGHT_BRACKET,
    SHIFT,
    Key,
    press,
    select,
    type_at,
)


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
