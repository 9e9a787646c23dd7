"""The fields of one label."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from annotator.core.palette import PALETTE
from tests.ui.label_set.steps import agreeing, names, retype, stand_on


def test_a_used_label_is_renamed_after_a_look_at_what_it_reaches(workspace, editor, answer):
    stand_on(editor, "actor")
    lines = []
    answer(agreeing(lines))

    retype(editor.labels.form.fields.name, "agent")

    assert names(workspace)[0] == "agent"
    assert lines[0].startswith("66 annotation")
    assert lines[1].startswith("in 1 article")


def test_a_name_given_up_is_shown_as_it_was(workspace, editor, answer):
    stand_on(editor, "actor")
    answer(lambda dialog: dialog.reject())

    retype(editor.labels.form.fields.name, "agent")

    assert names(workspace)[0] == "actor"
    assert editor.labels.form.fields.name.text() == "actor"


def test_titles_change_at_once_and_everywhere(window, workspace, editor):
    stand_on(editor, "actor")

    retype(editor.labels.form.fields.english, "Agent")

    assert window.tool_row.chips[0].text() == "Agent"
    assert editor.labels.list.item(0).text().startswith("Agent")
    editor.undo.click()
    assert window.tool_row.chips[0].text() == "Actor"
    assert editor.labels.form.fields.english.text() == "Actor"
    editor.redo.click()
    assert window.tool_row.chips[0].text() == "Agent"


def test_a_key_is_set_by_pressing_it(workspace, editor):
    stand_on(editor, "actor")
    key = editor.labels.form.key
    key.setFocus()

    QTest.keyClick(key, Qt.Key.Key_Q)
    assert workspace.label_set.label_by_name["actor"].key == "q"
    event = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, 17 + 8, 0, 0, "ص"
    )
    QGuiApplication.sendEvent(key, event)
    assert workspace.label_set.label_by_name["actor"].key == "w"
    QTest.keyClick(key, Qt.Key.Key_Delete)
    assert workspace.label_set.label_by_name["actor"].key == ""


def test_a_key_another_label_has_is_refused_with_its_name(workspace, editor):
    stand_on(editor, "actor")
    key = editor.labels.form.key
    key.setFocus()

    QTest.keyClick(key, Qt.Key.Key_2)

    assert workspace.label_set.label_by_name["actor"].key == "1"
    assert "location" in editor.problem.text()
    QTest.keyClick(key, Qt.Key.Key_Q)
    assert not editor.problem.isVisible()


def test_colours_and_pattern_are_drawn_at_once(window, workspace, editor):
    stand_on(editor, "actor")

    editor.labels.form.colours.swatches[2].click()
    editor.labels.form.pattern.setCurrentIndex(2)
    editor.labels.form.pattern.activated.emit(2)

    label = workspace.label_set.label_by_name["actor"]
    assert (label.colour, label.colour_dark) == PALETTE[2]
    assert label.pattern == "dotted"
    assert editor.labels.form.colours.swatches[2].isChecked()
    assert window.tool_row.chips[0].label == label
