"""The editor as a whole."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTabBar, QTabWidget, QWidget

from annotator.core import label_edits
from annotator.core.records import Span
from annotator.core.schema import LabelDefinition, SchemeDefinition
from annotator.ui.dialogs.label_set import LabelSetDialog
from tests.ui.label_set.steps import CTRL, SHIFT


def test_the_editor_opens_by_key_from_the_article(window, workspace, answer):
    seen = []
    answer(lambda dialog: seen.append(dialog.windowTitle()))

    QTest.keyClick(window.article, Qt.Key.Key_L, CTRL | SHIFT)

    assert seen == ["Label set"]


def test_undo_of_the_editor_leaves_what_was_done_before_it_was_opened(window, workspace):
    workspace.tag(Span(132, 138), workspace.labels[0])
    dialog = LabelSetDialog(workspace, window)

    assert not dialog.undo.isEnabled()
    dialog.editing.undo()

    assert workspace.opened.annotations
    dialog.deleteLater()


def test_the_policy_for_proclitics_is_chosen(workspace, editor):
    editor.tabs.setCurrentWidget(editor.policy)

    editor.policy.whole.click()

    assert workspace.label_set.scheme.proclitics == "whole"


def test_fifty_labels_are_no_trouble(workspace, editor, labels):
    more = tuple(LabelDefinition(f"label {number}", "#123456", "#abcdef") for number in range(46))
    given = SchemeDefinition("sanad-scheme", "Fifty", 1, more)
    workspace.perform_in_project(lambda context: label_edits.adopt(context, workspace.label_set, given))

    assert labels.list.count() == 50
    labels.list.setCurrentRow(49)
    assert labels.form.fields.name.text() == "label 45"


def test_a_read_only_project_shows_its_label_set_and_says_why_it_stays(start, sample):
    start(sample)
    second = start(sample)
    dialog = LabelSetDialog(second.workspace, second.window)
    dialog.show()

    assert "Read-only" in dialog.problem.text()
    for widget in (dialog.labels.add, dialog.labels.more, dialog.labels.form, dialog.take_over, dialog.undo):
        assert not widget.isEnabled()
    assert dialog.write.isEnabled()
    assert not dialog.relations.targets.isEnabled()
    assert not dialog.policy.isEnabled()
    dialog.close()
    dialog.deleteLater()


def test_every_widget_of_the_editor_one_can_reach_has_a_name(editor):
    pages = [(editor.tabs, place) for place in range(editor.tabs.count())]
    for tabs, place in [*pages, (editor.labels.tabs, 1), (editor.tabs, 0)]:
        tabs.setCurrentIndex(place)
        nameless = [
            widget
            for widget in editor.findChildren(QWidget)
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            and widget.isVisible()
            and not widget.accessibleName()
            and not (hasattr(widget, "text") and widget.text())
            and not isinstance(widget, QTabWidget | QTabBar)
            and not isinstance(widget.parent(), QLineEdit)
        ]
        assert nameless == []


def test_closing_the_project_closes_the_editor(window, workspace, editor):
    window.projects.close()

    assert not editor.isVisible()
