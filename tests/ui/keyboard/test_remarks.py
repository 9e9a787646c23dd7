"""Keys that can do nothing say so."""

import pytest

from tests.ui.keyboard.steps import (
    CTRL,
    SHIFT,
    Key,
    caret,
    press,
    select,
)


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
