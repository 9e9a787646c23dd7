"""Figures not annotated yet: shown with F4, gone through with Tab, accepted with Y, rejected with X."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.records import Span
from annotator.store import queries
from annotator.store.project import Project

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ROCKETS = "14 صاروخاً"


@pytest.fixture
def waiting(window, qtbot):
    """Waits until the article has been looked through."""

    def wait():
        qtbot.waitUntil(lambda: bool(window.suggesting.open), timeout=10_000)

    return wait


@pytest.fixture
def shown(window, waiting):
    """The window with the suggestions of the article shown."""
    waiting()
    press(window, Qt.Key.Key_F4)
    return window


def press(window, key, modifiers=NONE):
    QTest.keyClick(window.article, key, modifiers)


def tag(window, quote, key):
    start = window.article.text.index(quote)
    window.article.select(Span(start, start + len(quote)))
    press(window, key)


def quotes(window):
    return [item.quote for item in window.suggesting.open]


def outlined(window):
    return [span for span, _label in window.article._scene.suggested.all]


def go_to(window, quote):
    """Press Tab until the hand is there."""
    for _ in range(40):
        current = window.suggesting.current
        if current is not None and current.quote == quote:
            return current
        press(window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {quote}")


def test_tagging_a_figure_fills_it_in_and_one_undo_takes_all_back(window, workspace):
    tag(window, "حوالي 3500 جندي أجنبي", Qt.Key.Key_3)
    assert workspace.annotation.attributes == {
        "value": 3500,
        "op": "~",
        "counted": "جندي أجنبي",
        "number_text": "3500",
    }
    assert workspace.annotation.origin == "manual"

    press(window, Qt.Key.Key_Z, CTRL)

    assert workspace.opened.annotations == {}


def test_what_is_no_figure_is_not_filled_in(window, workspace):
    tag(window, "واشنطن", Qt.Key.Key_3)

    assert workspace.annotation.attributes == {}


def test_relabelling_to_a_figure_fills_it_in(window, workspace):
    tag(window, ROCKETS, Qt.Key.Key_1)
    assert workspace.annotation.attributes == {}

    press(window, Qt.Key.Key_3)

    assert workspace.annotation.attributes["value"] == 14


def test_values_follow_the_words_while_nobody_has_changed_them(window, workspace):
    tag(window, "3500 جندي", Qt.Key.Key_3)
    row = workspace.annotation.id
    start = window.article.text.index("حوالي 3500 جندي")

    workspace.move_boundary(row, Span(start, workspace.annotation.end))
    assert workspace.annotation.attributes["op"] == "~"

    workspace.set_attribute(row, "value", 3501)
    workspace.move_boundary(row, Span(start + len("حوالي "), workspace.annotation.end))
    assert workspace.annotation.attributes["value"] == 3501
    assert workspace.annotation.attributes["op"] == "~"


def test_figures_are_not_filled_in_when_proposals_are_switched_off(window, workspace):
    window.preferences.set("proposals", "off")

    tag(window, ROCKETS, Qt.Key.Key_3)

    assert workspace.annotation.attributes == {}


def test_the_article_is_looked_through_without_being_asked(window, waiting):
    waiting()

    assert ROCKETS in quotes(window)
    assert window.tool_row.suggestions.text().endswith(str(len(quotes(window))))
    assert outlined(window) == []


def test_a_key_shows_them_in_the_article_and_in_a_list_and_hides_them_again(shown):
    assert shown.docks.shown("suggestions")
    assert outlined(shown) == [item.span for item in shown.suggesting.open]
    assert shown.suggesting.panel.model.rowCount() == len(quotes(shown))

    press(shown, Qt.Key.Key_F4)

    assert not shown.docks.shown("suggestions")
    assert outlined(shown) == []


def test_tab_goes_through_annotations_and_suggestions_by_place(shown, workspace):
    tag(shown, ROCKETS, Qt.Key.Key_3)
    press(shown, Qt.Key.Key_Escape)
    shown.article.set_caret(0)
    met = []
    for _ in range(len(quotes(shown)) + 1):
        press(shown, Qt.Key.Key_Tab)
        at = shown.suggesting.current or workspace.annotation
        met.append(at.span.start)

    assert met == sorted(met)
    assert len(set(met)) == len(met)

    press(shown, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    at = shown.suggesting.current or workspace.annotation
    assert at.span.start == met[-2]


def test_a_suggestion_is_accepted_with_its_values_and_the_hand_goes_on(shown, workspace):
    current = go_to(shown, ROCKETS)
    following = quotes(shown)[quotes(shown).index(ROCKETS) + 1]

    press(shown, Qt.Key.Key_Y)

    made = next(item for item in workspace.opened.annotations.values() if item.quote == ROCKETS)
    assert made.origin == "suggested"
    assert made.span == current.span
    assert made.attributes["value"] == 14
    assert shown.suggesting.current.quote == following
    assert ROCKETS not in quotes(shown)


def test_undo_brings_the_suggestion_back(shown, qtbot):
    go_to(shown, ROCKETS)
    press(shown, Qt.Key.Key_Y)

    press(shown, Qt.Key.Key_Z, CTRL)

    qtbot.waitUntil(lambda: ROCKETS in quotes(shown))


def test_a_rejected_suggestion_stays_rejected_and_undo_takes_that_back(shown, workspace, qtbot):
    go_to(shown, ROCKETS)
    document = workspace.opened.document.id

    press(shown, Qt.Key.Key_X)
    assert ROCKETS not in quotes(shown)
    assert shown.suggesting.current is not None

    other = next(item for item in queries.documents(workspace.project.database) if item.id != document)
    workspace.open_document(other.id)
    workspace.open_document(document)
    qtbot.waitUntil(lambda: bool(shown.suggesting.open))
    assert ROCKETS not in quotes(shown)

    press(shown, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: ROCKETS in quotes(shown))


def test_all_are_accepted_in_one_step(shown, workspace):
    count = len(quotes(shown))

    shown.action_set["accept-all"].trigger()

    assert len(workspace.opened.annotations) == count
    assert quotes(shown) == []
    press(shown, Qt.Key.Key_Z, CTRL)
    assert workspace.opened.annotations == {}


def test_a_label_key_works_on_the_words_of_a_suggestion(shown, workspace):
    go_to(shown, ROCKETS)

    press(shown, Qt.Key.Key_1)

    assert workspace.annotation.quote == ROCKETS
    assert workspace.annotation.origin == "manual"
    assert shown.suggesting.current is None


def test_escape_lets_go_of_a_suggestion(shown, workspace):
    go_to(shown, ROCKETS)

    press(shown, Qt.Key.Key_Escape)

    assert shown.suggesting.current is None
    assert workspace.opened.annotations == {}
    assert ROCKETS in quotes(shown)


def test_a_click_in_the_list_goes_there(shown, workspace):
    panel = shown.suggesting.panel
    row = quotes(shown).index(ROCKETS)
    panel.list.scrollTo(panel.model.index(row))

    place = panel.list.visualRect(panel.model.index(row)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, NONE, place)

    assert shown.suggesting.current.quote == ROCKETS
    assert workspace.selection == shown.suggesting.current.span


def test_keys_work_in_the_list_too(shown, workspace):
    go_to(shown, ROCKETS)
    shown.suggesting.panel.list.setFocus()

    QTest.keyClick(shown.suggesting.panel.list, Qt.Key.Key_Y)

    assert [item.quote for item in workspace.opened.annotations.values()] == [ROCKETS]


def test_without_a_suggestion_the_keys_say_what_to_do(shown):
    press(shown, Qt.Key.Key_X)
    assert shown.status_line.remark.text() == "Tab goes to the next suggestion; X rejects it then."

    press(shown, Qt.Key.Key_Y)
    assert shown.status_line.remark.text() == "Tab goes to the next suggestion; Y accepts it then."


def test_what_is_annotated_is_not_suggested(window, waiting):
    waiting()

    tag(window, ROCKETS, Qt.Key.Key_3)

    assert ROCKETS not in quotes(window)


@pytest.mark.usefixtures("answer")
def test_nothing_is_suggested_in_a_project_that_cannot_be_changed(start, sample, tmp_path, qtbot):
    path = shutil.copy(sample, tmp_path / "other.sanad")
    with Project.open(path):
        sanad = start(path)
        workspace, window = sanad.workspace, sanad.window
        workspace.open_document(queries.documents(workspace.project.database)[1].id)
        press(window, Qt.Key.Key_F4)
        qtbot.wait(400)
        QApplication.processEvents()

        assert window.suggesting.open == []
        assert outlined(window) == []
        assert window.suggesting.panel.head.text() == "Read-only: nothing is suggested here."
