import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from annotator.core import label_edits
from annotator.core.schema import AttributeDefinition
from annotator.ui.panels.fields import KeysField, ListField, TextField

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


def key(window, *arguments):
    QTest.keyClick(window.focusWidget(), *arguments)


def typed(widget, text):
    """A key that types something Latin keyboards do not."""
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, text)
    QGuiApplication.sendEvent(widget, event)


def by_place(window, scan, text=""):
    """A key as an Arabic layout sends it: its character says nothing, its place does."""
    event = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, scan + 8, 0, 0, text
    )
    QGuiApplication.sendEvent(window.focusWidget(), event)


@pytest.fixture(autouse=True)
def article(window, workspace):
    workspace.open_document(window.documents.model.summary(0).document.id)
    window.article.setFocus()
    return window.article


def annotation(workspace, part, label):
    wanted = workspace.label_set.label_by_name[label].id
    ordered = workspace.opened.in_order()
    return next(item for item in ordered if item.label_id == wanted and part in item.quote)


@pytest.fixture
def figure(workspace):
    found = annotation(workspace, "2500", "figure")
    workspace.select(found.id)
    return found


@pytest.fixture
def actor(workspace):
    found = annotation(workspace, "واشنطن", "actor")
    workspace.select(found.id)
    return found


def field(window, name):
    return next(item for item in window.inspector.form.fields if item.attribute.name == name)


def test_enter_goes_into_the_form_and_enter_comes_back(qtbot, window, workspace, figure):
    key(window, ENTER)
    assert window.focusWidget() is field(window, "value")

    qtbot.keyClicks(window.focusWidget(), "2600")
    key(window, ENTER)

    assert workspace.annotation.attributes["value"] == 2600
    assert window.article.hasFocus()


def test_escape_comes_back_without_what_was_typed(qtbot, window, workspace, figure):
    key(window, ENTER)
    qtbot.keyClicks(window.focusWidget(), "7")

    key(window, ESC)

    assert window.article.hasFocus()
    assert workspace.annotation.attributes["value"] == 2500
    assert field(window, "value").text() == "2500"


def test_escape_in_the_note_keeps_it_and_comes_back(qtbot, window, workspace, figure):
    key(window, Qt.Key.Key_N)
    qtbot.keyClicks(window.focusWidget(), "sure?")

    key(window, ESC)

    assert window.article.hasFocus()
    assert workspace.annotation.note == "sure?"


def test_tab_walks_the_fields_in_the_order_of_the_label_set(window, workspace, figure):
    key(window, ENTER)
    walked = []
    for _ in workspace.label_set.attributes_of(figure.label_id):
        walked.append(window.focusWidget().attribute.name)
        key(window, TAB)

    assert walked == ["value", "min", "max", "op", "unit", "counted", "number_text"]


def test_a_choice_is_picked_by_its_number_or_its_sign(window, workspace, figure):
    row = field(window, "op")
    assert isinstance(row, KeysField)
    row.setFocus()

    key(window, Qt.Key.Key_3)
    assert workspace.annotation.attributes["op"] == ">"
    QTest.keyClicks(row, "<")
    assert workspace.annotation.attributes["op"] == "<"
    typed(row, "≥")
    assert workspace.annotation.attributes["op"] == ">="
    key(window, Qt.Key.Key_Delete)
    assert "op" not in workspace.annotation.attributes


def test_numbers_of_choices_work_on_an_arabic_layout(window, workspace, figure):
    field(window, "op").setFocus()

    by_place(window, 2, "١")
    assert workspace.annotation.attributes["op"] == "="

    by_place(window, 3)
    assert workspace.annotation.attributes["op"] == "~"


def test_a_choice_is_picked_by_mouse_and_taken_away_by_a_second_click(qtbot, window, workspace, figure):
    row = field(window, "op")
    qtbot.mouseClick(row.keys[0], Qt.MouseButton.LeftButton)
    assert workspace.annotation.attributes["op"] == "="

    qtbot.mouseClick(row.keys[0], Qt.MouseButton.LeftButton)
    assert "op" not in workspace.annotation.attributes


def test_signs_are_not_mirrored_in_an_arabic_window(start, sample):
    sanad = start(sample, language="ar")
    found = annotation(sanad.workspace, "2500", "figure")
    sanad.workspace.select(found.id)

    row = field(sanad.window, "op")

    assert row.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert row.keys[0].x() < row.keys[1].x()


def test_the_number_of_a_sign_is_not_drawn_over_it(window, figure):
    key_of_sign = field(window, "op").keys[-1]
    metrics = key_of_sign.fontMetrics()
    sign = metrics.horizontalAdvance(key_of_sign.text())
    for width in range(18, 60):
        key_of_sign.resize(width, 28)
        room = key_of_sign.beside_number(metrics)
        if room is not None:
            assert room.center().x() - sign / 2 >= metrics.horizontalAdvance("8") * 0.8 + 2
            assert room.width() >= sign
    assert room is not None


def test_picking_a_choice_tags_nothing(window, workspace, figure):
    before = len(workspace.opened.annotations)
    field(window, "op").setFocus()

    key(window, Qt.Key.Key_1)

    assert len(workspace.opened.annotations) == before
    assert workspace.annotation.label_id == figure.label_id


def test_what_will_be_kept_is_shown_while_one_types_other_digits(qtbot, window, workspace, figure):
    key(window, ENTER)
    line = window.focusWidget()

    line.clear()
    line.insert("٢٬٦٠٠")
    line.textEdited.emit(line.text())
    assert line.message.text() == "\u2066= 2600\u2069"

    key(window, ENTER)
    assert line.text() == "2600"
    assert not line.message.isVisible()


def test_a_value_that_cannot_be_kept_stays_with_the_reason_and_the_focus(qtbot, window, workspace, figure):
    key(window, ENTER)
    line = window.focusWidget()
    qtbot.keyClicks(line, "many")

    key(window, ENTER)

    assert line.hasFocus()
    assert "is not a number" in line.message.text()
    assert line.message.isVisible()
    assert not window.banner.isVisible()
    assert workspace.annotation.attributes["value"] == 2500


def test_what_was_typed_for_one_annotation_is_there_again_when_one_returns(qtbot, window, workspace, figure):
    other = annotation(workspace, "900", "figure")
    key(window, ENTER)
    qtbot.keyClicks(window.focusWidget(), "many")

    workspace.select(other.id)
    assert field(window, "value").text() == "900"
    workspace.select(figure.id)

    assert field(window, "value").text() == "many"
    assert "is not a number" in field(window, "value").message.text()


def test_a_value_is_kept_when_another_annotation_is_selected(qtbot, window, workspace, figure):
    other = annotation(workspace, "900", "figure")
    key(window, ENTER)
    qtbot.keyClicks(window.focusWidget(), "2700")

    workspace.select(other.id)

    assert workspace.opened.annotations[figure.id].attributes["value"] == 2700
    assert workspace.annotation.attributes["value"] == 900


def test_bounds_that_contradict_each_other_are_told(qtbot, window, workspace, figure):
    workspace.set_attribute(figure.id, "min", 15)
    workspace.set_attribute(figure.id, "max", 10)

    assert "less than" in field(window, "max").message.text()
    assert workspace.annotation.attributes["max"] == 10


def test_the_reading_of_a_range_says_which_bound_is_which(window, workspace, figure):
    workspace.set_attribute(figure.id, "min", 10)
    workspace.set_attribute(figure.id, "max", 15)
    assert window.inspector.reading.text() == "\u2066~ 2,500   10 … 15\u2069"


def test_a_long_choice_is_a_list_that_typing_narrows(qtbot, window, workspace, actor):
    listed = field(window, "kind")
    assert isinstance(listed, ListField)
    listed.setFocus()

    qtbot.keyClicks(listed, "g")
    assert window.inspector.picker.field.hasFocus()
    qtbot.keyClicks(window.focusWidget(), "roup")
    key(window, ENTER)

    assert workspace.annotation.attributes["kind"] == "armed group"
    assert listed.hasFocus()


def test_a_long_choice_takes_numbers_at_once(window, workspace, actor):
    field(window, "kind").setFocus()

    key(window, Qt.Key.Key_2)

    assert workspace.annotation.attributes["kind"] == "organisation"


def test_letters_in_a_form_are_no_shortcuts(qtbot, window, workspace, actor):
    role = field(window, "role")
    assert isinstance(role, TextField)
    role.setFocus()

    qtbot.keyClicks(role, "rner1")
    key(window, ENTER)

    assert workspace.annotation.attributes["role"] == "rner1"
    assert workspace.annotation.id == actor.id


def test_enter_in_the_list_of_annotations_goes_there_first_and_then_into_the_form(window, workspace):
    found = annotation(workspace, "2500", "figure")
    listed = window.annotations.list
    listed.setFocus()
    listed.setCurrentIndex(window.annotations.model.index(window.annotations.model.row_of(found.id)))
    key(window, ENTER)
    assert workspace.annotation_id == found.id

    key(window, ENTER)

    assert window.focusWidget() is field(window, "value")


def test_the_form_follows_the_label_set(window, workspace, figure):
    label = workspace.label_set.label_by_id[figure.label_id]
    new = AttributeDefinition("on", "date", {"en": "On"})
    workspace.perform_in_project(
        lambda context: label_edits.add_attribute(context, workspace.label_set, label, new)
    )

    assert field(window, "on").accessibleName() == "On"


def test_a_project_that_is_open_elsewhere_can_be_read_but_not_filled_in(start, sample):
    from annotator.store.project import Project

    with Project.open(sample):
        sanad = start(sample)
        found = annotation(sanad.workspace, "2500", "figure")
        sanad.workspace.select(found.id)

        assert not any(item.isEnabled() for item in sanad.window.inspector.form.fields)
        assert not sanad.window.action_set["relate"].isEnabled()
        assert not sanad.window.action_set["edit-annotation"].isEnabled()
