"""The window as a whole: what it opens with, its panels, menus and keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.steps import key, open_row


def test_the_sample_opens_on_its_first_article_with_everything_about_it(start, sample):
    window = start(sample).window

    assert window.article.text.startswith("Skip to main content")
    assert window.documents.model.rowCount() == 5
    assert window.annotations.model.rowCount() == 112
    assert window.status_line.progress.text() == "1 of 5 done"
    assert window.status_line.saved.text() == "✓ Saved"
    assert "Reviewer: \u2068sample\u2069" in window.reviewer_button.text()


def test_panels_hide_and_their_state_returns(start, sample):
    sanad = start(sample)
    sanad.window.article.setFocus()
    key(sanad.window, Qt.Key.Key_F2)
    assert not sanad.window.docks["documents"].isVisible()
    assert not sanad.window.action_set["documents-panel"].isChecked()
    sanad.window.close()
    sanad.close()

    again = start(sample)

    assert not again.window.docks["documents"].isVisible()
    assert again.window.docks["inspector"].isVisible()
    again.window.action_set["documents-panel"].trigger()
    assert again.window.docks["documents"].isVisible()


def test_f6_goes_round_the_panes(window):
    seen = []
    for _ in range(4):
        key(window, Qt.Key.Key_F6)
        seen.append(window.focusWidget())

    assert window.documents.list in seen
    assert window.annotations.list in seen or len(set(seen)) > 1
    assert window.article in seen


def test_every_menu_shows_every_action(window):
    menus = [action.menu() for action in window.menuBar().actions()]
    menus += [action.menu() for menu in menus for action in menu.actions() if action.menu()]
    shown = {action for menu in menus for action in menu.actions() if action.objectName()}

    assert {action.objectName() for action in shown} == {item.row.id for item in window.action_set.all()}


def test_no_key_has_two_meanings_in_one_place(window):
    taken: dict[str, str] = {}
    for action in window.action_set.all():
        for sequence in action.shortcuts():
            text = sequence.toString()
            assert text not in taken, (text, taken.get(text), action.row.id)
            taken[text] = action.row.id


def test_every_widget_one_can_reach_has_a_name(window):
    open_row(window, 0)
    window.workspace.select(window.workspace.opened.in_order()[5].id)
    nameless = [
        widget
        for widget in window.findChildren(object)
        if hasattr(widget, "focusPolicy")
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and not (hasattr(widget, "text") and widget.text())
        and not isinstance(widget.parent(), QLineEdit)
    ]

    assert [type(widget).__name__ for widget in nameless] == []


def test_invisible_characters_can_be_shown(window):
    window.action_set["invisibles"].trigger()

    assert window.article.shows_invisibles()
    assert window.action_set["invisibles"].isChecked()
