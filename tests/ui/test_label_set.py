import itertools

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTabBar, QTabWidget, QWidget

from annotator.core import label_edits
from annotator.core.records import Span
from annotator.core.schema import LabelDefinition, SchemeDefinition, read_definition, write_definition
from annotator.store import queries
from annotator.ui.dialogs.label_set import LabelSetDialog
from annotator.ui.dialogs.label_set.colours import PALETTE

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def editor(window, workspace):
    dialog = LabelSetDialog(workspace, window)
    dialog.show()
    yield dialog
    dialog.close()
    dialog.deleteLater()


@pytest.fixture
def labels(editor):
    return editor.labels


def stand_on(editor, name):
    editor.labels.list.go_to(editor.editing.label_set.label_by_name[name].id)


def names(workspace):
    return [label.name for label in workspace.label_set.labels]


def retype(field, text):
    field.setFocus()
    field.selectAll()
    field.insert(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def saying(text):
    """An answer to a question for a line of text."""

    def give(dialog):
        dialog.findChild(QLineEdit).setText(text)
        dialog.accept()

    return give


def agreeing(lines):
    """An answer to a preview, which notes what it tells."""

    def give(dialog):
        lines.extend(dialog.lines)
        dialog.accept()

    return give


def annotation_count(workspace):
    return queries.label_counts(workspace.project.database)


def test_the_editor_opens_by_key_from_the_article(window, workspace, answer):
    seen = []
    answer(lambda dialog: seen.append(dialog.windowTitle()))

    QTest.keyClick(window.article, Qt.Key.Key_L, CTRL | SHIFT)

    assert seen == ["Label set"]


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


def test_a_used_label_is_renamed_after_a_look_at_what_it_reaches(workspace, editor, answer):
    stand_on(editor, "actor")
    lines = []
    answer(agreeing(lines))

    retype(editor.labels.form.name, "agent")

    assert names(workspace)[0] == "agent"
    assert lines[0].startswith("66 annotation")
    assert lines[1].startswith("in 1 article")


def test_a_name_given_up_is_shown_as_it_was(workspace, editor, answer):
    stand_on(editor, "actor")
    answer(lambda dialog: dialog.reject())

    retype(editor.labels.form.name, "agent")

    assert names(workspace)[0] == "actor"
    assert editor.labels.form.name.text() == "actor"


def test_titles_change_at_once_and_everywhere(window, workspace, editor):
    stand_on(editor, "actor")

    retype(editor.labels.form.english, "Agent")

    assert window.tool_row.chips[0].text() == "Agent"
    assert editor.labels.list.item(0).text().startswith("Agent")
    editor.undo.click()
    assert window.tool_row.chips[0].text() == "Actor"
    assert editor.labels.form.english.text() == "Actor"
    editor.redo.click()
    assert window.tool_row.chips[0].text() == "Agent"


def test_undo_of_the_editor_leaves_what_was_done_before_it_was_opened(window, workspace):
    workspace.tag(Span(132, 138), workspace.labels[0])
    dialog = LabelSetDialog(workspace, window)

    assert not dialog.undo.isEnabled()
    dialog.editing.undo()

    assert workspace.opened.annotations
    dialog.deleteLater()


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


def test_attributes_are_added_renamed_required_and_deleted(workspace, editor, labels, answer):
    stand_on(editor, "claim")
    page = labels.attributes
    labels.tabs.setCurrentWidget(page)
    answer(saying("stance"))
    page.add_attribute("choice")
    made = page.attribute()
    assert (made.name, made.type, made.required) == ("stance", "choice", False)
    page.required.click()
    assert page.attribute().required
    answer(saying("for"))
    page.choices.add.click()
    assert page.attribute().choices == ("for",)

    retype(page.name, "attitude")  # nobody has it: at once
    assert page.attribute().name == "attitude"
    page.delete()

    assert "attitude" not in [item.name for item in workspace.label_set.attributes]


def test_a_used_attribute_is_renamed_in_its_annotations(workspace, editor, labels, answer):
    stand_on(editor, "figure")
    labels.tabs.setCurrentWidget(labels.attributes)
    labels.attributes.list.setCurrentRow(0)
    lines = []
    answer(agreeing(lines))

    retype(labels.attributes.name, "amount")

    assert lines[0].startswith("5 annotation")
    found = workspace.project.database.execute(
        "SELECT count(*) FROM annotation WHERE attributes LIKE '%amount%'"
    ).fetchone()
    assert found == (5,)


def test_a_choice_is_renamed_in_its_annotations(workspace, editor, labels, answer):
    stand_on(editor, "claim")
    labels.tabs.setCurrentWidget(labels.attributes)
    lines = []
    labels.attributes.choices.list.setCurrentRow(1)
    answer(saying("newspaper"))
    answer(agreeing(lines))

    labels.attributes.choices.rename()

    assert "newspaper" in labels.attributes.attribute().choices
    assert "annotation" in lines[0]


def test_relation_types_say_what_may_be_linked(workspace, editor):
    page = editor.relations
    editor.tabs.setCurrentWidget(page)
    assert page.kind().name == "attributed_to"

    page.targets.item(1).setCheckState(Qt.CheckState.Checked)

    by_id = workspace.label_set.label_by_id
    kind = workspace.label_set.relation_type_by_name["attributed_to"]
    assert [by_id[row].name for row in kind.target_label_ids] == ["actor", "location"]


def test_a_relation_type_is_deleted_with_its_relations(workspace, editor, answer):
    lines = []
    answer(agreeing(lines))

    editor.relations.delete()

    assert lines[0].startswith("15 relation")
    assert "attributed_to" not in workspace.label_set.relation_type_by_name


def test_kinds_of_zones_are_added_and_renamed(window, workspace, editor, answer):
    answer(saying("advert"))
    editor.zones.add.click()
    editor.tabs.setCurrentWidget(editor.zones)

    retype(editor.zones.name, "advertisement")
    retype(editor.zones.arabic, "إعلان")

    assert workspace.label_set.zone_kind_by_name["advertisement"].titles == {"ar": "إعلان"}


def test_the_policy_for_proclitics_is_chosen(workspace, editor):
    editor.tabs.setCurrentWidget(editor.policy)

    editor.policy.whole.click()

    assert workspace.label_set.scheme.proclitics == "whole"


def test_a_label_set_is_written_and_taken_over(workspace, editor, answer, tmp_path):
    assert editor.files.write(tmp_path / "scheme.json")
    written = read_definition((tmp_path / "scheme.json").read_bytes())
    assert [label.name for label in written.labels] == names(workspace)
    assert not editor.files.write(tmp_path / "scheme.json")
    assert "already" in editor.problem.text()

    given = SchemeDefinition(
        "sanad-scheme", "Other", 1, (LabelDefinition("event", "#111111", "#eeeeee", "4"), written.labels[0])
    )
    (tmp_path / "other.json").write_bytes(write_definition(given))
    lines = []
    answer(agreeing(lines))

    assert editor.files.take_over(tmp_path / "other.json")

    assert "event" in names(workspace)
    assert any(line.startswith("added: label") for line in lines)
    assert any(line.startswith("loses its key 4") for line in lines)
    assert any("stays" in line and "figure" in line for line in lines)
    editor.undo.click()
    assert names(workspace) == ["actor", "location", "figure", "claim"]


def test_a_file_that_is_no_label_set_is_refused(editor, tmp_path):
    (tmp_path / "x.json").write_text("{}")

    assert not editor.files.take_over(tmp_path / "x.json")

    assert "not a label set" in editor.problem.text()


def test_fifty_labels_are_no_trouble(workspace, editor, labels):
    more = tuple(LabelDefinition(f"label {number}", "#123456", "#abcdef") for number in range(46))
    given = SchemeDefinition("sanad-scheme", "Fifty", 1, more)
    workspace.perform_in_project(lambda context: label_edits.adopt(context, workspace.label_set, given))

    assert labels.list.count() == 50
    labels.list.setCurrentRow(49)
    assert labels.form.name.text() == "label 45"


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


# ---- the palette ---------------------------------------------------------------------------------

# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
_SEEN = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "without red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "without green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}


def linear(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(colour, seen):
    rgb = [
        min(1, max(0, sum(m * v for m, v in zip(row, linear(colour), strict=True)))) for row in _SEEN[seen]
    ]
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(m * v for m, v in zip(row, rgb, strict=True)) for row in rows]
    x, y, z = (
        (part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (xyz[0] / 0.9505, xyz[1], xyz[2] / 1.089)
    )
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def contrast(one, other):
    lights = sorted(
        (
            sum(m * v for m, v in zip((0.2126, 0.7152, 0.0722), linear(item), strict=True))
            for item in (one, other)
        ),
        reverse=True,
    )
    return (lights[0] + 0.05) / (lights[1] + 0.05)


@pytest.mark.parametrize("seen", _SEEN)
@pytest.mark.parametrize("paper", [0, 1])
def test_any_two_colours_of_the_palette_can_be_told_apart(paper, seen):
    for one, other in itertools.combinations([pair[paper] for pair in PALETTE], 2):
        apart = sum((a - b) ** 2 for a, b in zip(lab(one, seen), lab(other, seen), strict=True)) ** 0.5
        assert apart > 20, (one, other)


def test_each_colour_of_the_palette_stands_out_from_its_paper():
    for light, dark in PALETTE:
        assert contrast(light, "#fffefb") >= 3
        assert contrast(dark, "#202124") >= 3
