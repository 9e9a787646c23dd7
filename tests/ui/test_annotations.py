"""The list of annotations, and what the inspector shows and keeps of one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from annotator.core.records import Span
from annotator.ui.models.annotations import Heading
from tests.ui.steps import key, open_row


def test_a_click_on_a_row_jumps_to_the_annotation(qtbot, window, workspace):
    open_row(window, 0)
    index = window.annotations.model.index(40)
    window.annotations.list.scrollTo(index)

    position = window.annotations.list.visualRect(index).center()
    qtbot.mouseClick(window.annotations.list.viewport(), Qt.MouseButton.LeftButton, pos=position)

    assert workspace.annotation == window.annotations.model.item(40)
    assert window.article.rectangles(workspace.annotation.span)


def test_annotations_are_grouped_by_label_with_counts(window):
    open_row(window, 0)
    window.annotations.order.setCurrentIndex(1)
    model = window.annotations.model

    headings = [item for row in range(model.rowCount()) if isinstance(item := model.item(row), Heading)]

    assert [(item.label.name, item.count) for item in headings] == [
        ("actor", 66),
        ("location", 14),
        ("figure", 6),
        ("claim", 26),
    ]
    model.toggle(0)
    assert model.rowCount() == 112 + 4 - 66


def test_the_inspector_shows_the_selected_annotation(window, workspace):
    open_row(window, 0)
    figure = next(item for item in workspace.opened.in_order() if item.attributes.get("value") == 2500)

    workspace.select(figure.id)

    assert window.inspector.quote.text() == f"\u2068{figure.quote}\u2069"
    assert window.inspector.offsets.text() == f"\u2066{figure.start}–{figure.end}\u2069"
    assert window.inspector.first_field().text() == "2500"
    assert window.status_line.labels.text() == "\u2068Figure\u2069 in \u2068Claim\u2069"


def test_a_value_typed_into_the_inspector_is_kept(window, workspace):
    open_row(window, 0)
    figure = next(item for item in workspace.opened.in_order() if item.attributes.get("value") == 2500)
    workspace.select(figure.id)
    field = window.inspector.first_field()
    field.setFocus()
    field.selectAll()

    field.insert("٣٠٠٠")
    key(window, Qt.Key.Key_Return)

    assert workspace.annotation.attributes["value"] == 3000


def test_a_value_that_is_no_number_is_refused_in_words(qtbot, window, workspace):
    open_row(window, 0)
    figure = next(item for item in workspace.opened.in_order() if item.attributes.get("value") == 2500)
    workspace.select(figure.id)
    field = window.inspector.first_field()
    field.setFocus()

    qtbot.keyClicks(field, "x")
    key(window, Qt.Key.Key_Return)

    assert "is not a number" in field.message.text()
    assert workspace.annotation.attributes["value"] == 2500


def test_a_note_is_kept_when_the_focus_leaves_it(qtbot, window, workspace):
    window.article.select(Span(0, 6))
    key(window, Qt.Key.Key_1)
    key(window, Qt.Key.Key_N)

    qtbot.keyClicks(window.inspector.note, "sure?")
    window.article.setFocus()

    assert workspace.annotation.note == "sure?"


def test_a_note_belongs_to_the_annotation_it_was_typed_for(qtbot, window, workspace):
    open_row(window, 0)
    first, second = workspace.opened.in_order()[:2]
    workspace.select(first.id)
    window.inspector.focus_note()
    qtbot.keyClicks(window.inspector.note, "mine")

    workspace.select(second.id)

    assert workspace.opened.annotations[first.id].note == "mine"
    assert workspace.opened.annotations[second.id].note == ""
    assert window.inspector.note.toPlainText() == ""


def test_relations_of_the_sample_are_shown_and_can_be_followed(qtbot, window, workspace):
    open_row(window, 0)
    link = next(iter(workspace.opened.relations.values()))
    workspace.select(link.source_id)
    button = next(
        item
        for item in window.inspector.findChildren(QPushButton, "link")
        if "Said by" in item.accessibleName()
    )

    button.click()

    assert workspace.annotation_id == link.target_id
