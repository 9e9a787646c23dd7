"""The labels in their list: added, moved, retired, deleted, merged, split."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.records import Span
from tests.ui.label_set.steps import ALT, agreeing, annotation_count, names, saying, stand_on


def test_labels_are_listed_in_order_with_key_and_count(editor, labels):
    rows = [labels.list.item(place).text() for place in range(labels.list.count())]

    assert rows == ["Actor, 1, 66", "Location, 2, 14", "Figure, 3, 6", "Claim, 4, 26"]


def test_a_label_is_added_with_a_free_key_and_can_be_used_at_once(window, workspace, editor, answer):
    answer(saying("event"))

    editor.labels.add.click()

    made = workspace.label_set.label_by_name["event"]
    assert made.key == "5"
    assert editor.labels.label() == made
    assert workspace.label_set.scheme.version == 2
    assert [chip.label.name for chip in window.tool_row.chips][-1] == "event"
    window.article.select(Span(132, 138))
    QTest.keyClick(window.article, Qt.Key.Key_5)
    assert workspace.annotation.label_id == made.id
    assert workspace.annotation.scheme_version == 2


def test_a_name_that_is_taken_is_refused(workspace, editor, answer):
    answer(saying("actor"))

    editor.labels.add.click()

    assert editor.problem.isVisible()
    assert "actor" in editor.problem.text()
    assert len(workspace.labels) == 4


def test_alt_and_an_arrow_move_a_label(window, workspace, editor, labels):
    labels.list.setFocus()
    labels.list.setCurrentRow(0)

    QTest.keyClick(labels.list, Qt.Key.Key_Down, ALT)

    assert names(workspace) == ["location", "actor", "figure", "claim"]
    assert labels.label().name == "actor"
    assert [chip.label.name for chip in window.tool_row.chips] == names(workspace)
    labels.up.click()
    assert names(workspace)[0] == "actor"


def test_a_label_that_is_dropped_elsewhere_is_moved(qtbot, workspace, editor, labels):
    labels.list.model().moveRow(labels.list.rootIndex(), 3, labels.list.rootIndex(), 0)

    qtbot.waitUntil(lambda: names(workspace) == ["claim", "actor", "location", "figure"])


def test_a_label_is_retired_and_offered_again(workspace, editor, labels, answer):
    stand_on(editor, "claim")
    lines = []
    answer(agreeing(lines))

    labels.retire()

    assert workspace.label_set.label_by_name["claim"].retired
    assert lines[0].startswith("26 annotation")
    assert lines[0].endswith("stay as they are")
    labels.retire()
    assert not workspace.label_set.label_by_name["claim"].retired


def test_deleting_a_label_tells_what_goes_and_is_one_step(window, workspace, editor, labels, answer):
    workspace.open_document(window.documents.model.summary(0).document.id)
    workspace.select(
        next(item.id for item in workspace.opened.in_order() if item.label_id == labels.label().id)
    )
    lines = []
    answer(agreeing(lines))

    QTest.keyClick(labels.list, Qt.Key.Key_Delete)

    assert [line.split()[0] for line in lines[:2]] == ["66", "15"]
    assert names(workspace) == ["location", "figure", "claim"]
    assert len(workspace.opened.annotations) == 112 - 66
    assert window.annotations.model.rowCount() == 112 - 66
    assert workspace.annotation is None
    editor.undo.click()
    assert names(workspace)[0] == "actor"
    assert len(workspace.opened.annotations) == 112
    assert window.annotations.model.rowCount() == 112


def test_many_annotations_change_in_one_step_too(window, workspace, editor, labels, answer, monkeypatch):
    monkeypatch.setattr("annotator.core.label_edits.plan.BATCH", 10)
    workspace.open_document(window.documents.model.summary(0).document.id)
    window.annotations.order.setCurrentIndex(1)
    answer(lambda dialog: dialog.accept())

    labels.delete()

    assert window.annotations.model.rowCount() == 112 - 66 + 3
    editor.undo.click()
    assert len(workspace.opened.annotations) == 112
    assert not editor.undo.isEnabled()


def test_a_label_is_merged_into_another(workspace, editor, labels, answer):
    stand_on(editor, "location")
    lines = []
    answer(lambda dialog: (dialog.labels.setCurrentIndex(0), dialog.accept()))
    answer(agreeing(lines))

    labels.merge()

    assert names(workspace) == ["actor", "figure", "claim"]
    assert lines[0].startswith("14 annotation")
    assert annotation_count(workspace)["actor"] == 80


def test_a_label_is_split_by_the_value_of_an_attribute(workspace, editor, labels, answer):
    stand_on(editor, "claim")
    used = {
        choice: count
        for (row, choice), count in editor.editing.usage.choices.items()
        if row == workspace.label_set.attributes_of(labels.label().id)[0].id
    }
    lines = []

    def choose(dialog):
        dialog.value.setCurrentIndex(dialog.value.findData("outlet"))
        dialog.name.setText("narration")
        dialog.accept()

    answer(choose)
    answer(agreeing(lines))
    labels.split()

    assert annotation_count(workspace)["narration"] == used["outlet"] > 0
    assert lines[0].startswith(str(used["outlet"]))
    assert labels.label().name == "narration"


def test_a_preview_can_be_turned_down(workspace, editor, labels, answer):
    answer(lambda dialog: dialog.reject())

    labels.delete()

    assert len(names(workspace)) == 4
    assert workspace.label_set.scheme.version == 1


def test_what_reaches_no_annotation_is_done_at_once(workspace, editor, labels, answer):
    answer(saying("event"))
    labels.add.click()

    labels.delete()

    assert "event" not in names(workspace)
