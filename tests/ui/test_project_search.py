"""Searching all articles: the panel, its keys, and the way from a hit to the article."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from annotator.core.records import Span
from annotator.store import queries
from annotator.store.project import Project
from annotator.text.folding import Fold
from annotator.ui import streaming
from annotator.ui.models.concordance import Group

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def write(field, text):
    """Type as any keyboard does; QTest knows Latin letters only."""
    for character in text:
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
        QGuiApplication.sendEvent(field, event)


@pytest.fixture
def panel(window):
    QTest.keyClick(window.article, Key.Key_F, CTRL | SHIFT)
    return window.project_search.panel


@pytest.fixture
def look_for(panel, qtbot):
    """Type what to look for, and wait until all is found."""

    def type_and_wait(text, count):
        panel.field.clear()
        write(panel.field, text)
        qtbot.waitUntil(lambda: panel.bar.count.text() == count)
        return panel

    return type_and_wait


def chosen(combo, data):
    combo.setCurrentIndex(combo.findData(data))


def texts(workspace):
    database = workspace.project.database
    return {item.id: queries.text(database, item.text_sha256) for item in queries.documents(database)}


def selected(window):
    span = window.article.selection()
    return span.quote(window.article.text) if span else None


def test_the_panel_is_made_when_it_is_first_asked_for(window):
    assert window.project_search._panel is None
    QTest.keyClick(window.article, Key.Key_F, CTRL | SHIFT)
    assert window.docks.shown("search")
    assert window.project_search.panel.field.hasFocus()


def test_words_are_found_in_all_articles_however_they_are_spelt(look_for):
    look_for("العراق", "110 in 5 articles")
    look_for("الولايات المتحدة", "37 in 5 articles")
    panel = look_for("الخارجية", "6 in 3 articles")
    assert {line.quote for line in panel.model.lines} == {"الخارجية", "الخارجيَّة"}


def test_whole_words_are_found_after_proclitics_and_nowhere_else(look_for, qtbot):
    panel = look_for("العراق", "110 in 5 articles")
    panel.bar.whole.click()
    qtbot.waitUntil(lambda: panel.bar.count.text() == "66 in 5 articles")


def test_the_selected_words_are_looked_for(window, qtbot):
    at = window.article.text.index("واشنطن")
    window.article.select(Span(at, at + 6))
    QTest.keyClick(window.article, Key.Key_F, CTRL | SHIFT)
    panel = window.project_search.panel
    assert panel.field.text() == "واشنطن"
    qtbot.waitUntil(lambda: bool(panel.model.lines) and not panel.searching.running)


def test_every_line_is_what_stands_in_its_article(look_for, workspace):
    panel = look_for("العراق", "110 in 5 articles")
    written = texts(workspace)
    for line in panel.model.lines:
        text = written[line.document_id]
        assert line.span.quote(text) == line.quote
        assert text[: line.span.start].endswith(line.before)
        assert text[line.span.end :].startswith(line.after)


def test_enter_in_the_list_goes_to_the_hit_and_a_label_key_tags_it(window, look_for, workspace):
    panel = look_for("العراق", "110 in 5 articles")
    QTest.keyClick(panel.field, Key.Key_Down)
    assert panel.list.hasFocus()
    last = panel.model.rowCount() - 1
    panel.list.setCurrentIndex(panel.model.index(last))
    line = panel.model.line_at(last)

    QTest.keyClick(panel.list, Key.Key_Return)

    assert workspace.opened.document.id == line.document_id
    assert window.article.hasFocus()
    assert window.article.selection() == line.span
    QTest.keyClick(window.article, Key.Key_2)
    assert [item.quote for item in workspace.opened.annotations.values()] == ["العراق"]


def test_a_click_goes_to_the_hit_and_all_hits_of_the_article_are_lit(window, look_for, workspace):
    panel = look_for("العراق", "110 in 5 articles")
    row = next(row for row in range(panel.model.rowCount()) if panel.model.line_at(row) is not None)
    QTest.mouseClick(
        panel.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=panel.list.visualRect(panel.model.index(row)).center(),
    )
    assert panel.list.hasFocus()
    assert selected(window) == "العراق"
    scene = window.article._scene
    here = [line.span for line in panel.model.lines if line.document_id == workspace.opened.document.id]
    assert list(scene.hits.spans) == sorted(here)
    assert scene.hit == here[0]

    window.docks.toggle("search")
    assert not scene.hits.spans


def test_hits_are_lit_in_an_article_opened_otherwise(window, look_for, workspace):
    panel = look_for("العراق", "110 in 5 articles")
    other = panel.model.lines[-1].document_id
    workspace.open_document(other)
    assert len(window.article._scene.hits.spans) == sum(
        line.document_id == other for line in panel.model.lines
    )


def test_f3_goes_on_with_the_last_search_wherever_it_was(window, look_for, workspace, qtbot):
    panel = look_for("العراق", "110 in 5 articles")
    QTest.keyClick(panel.field, Key.Key_Return)
    first = panel.list.number()
    QTest.keyClick(window.article, Key.Key_F3)
    QTest.keyClick(window.article, Key.Key_F3)
    assert panel.list.number() == first + 2
    QTest.keyClick(window.article, Key.Key_F3, SHIFT)
    assert panel.list.number() == first + 1
    QTest.keyClick(window.article, Key.Key_F3, SHIFT)
    QTest.keyClick(window.article, Key.Key_F3, SHIFT)
    assert panel.list.number() == len(panel.model.lines) - 1

    QTest.keyClick(window.article, Key.Key_F, CTRL)
    window.find_bar.field.clear()
    write(window.find_bar.field, "العراق")
    qtbot.waitUntil(lambda: " of " in window.find_bar.count.text())
    before, count = panel.list.number(), window.find_bar.count.text()
    QTest.keyClick(window.article, Key.Key_F3)
    assert panel.list.number() == before
    assert window.find_bar.count.text() != count


def test_escape_goes_back_to_the_text(window, look_for):
    panel = look_for("العراق", "110 in 5 articles")
    QTest.keyClick(panel.field, Key.Key_Escape)
    assert window.article.hasFocus()
    assert window.docks.shown("search")


def test_a_bad_regular_expression_is_explained_below_the_field(panel, qtbot):
    chosen(panel.bar.mode, "regex")
    write(panel.field, "(العراق")
    qtbot.waitUntil(panel.problem.isVisible)
    assert panel.problem.text().startswith("This is not a regular expression")
    assert not panel.bar.spelling.isEnabled()

    write(panel.field, ")ي")
    qtbot.waitUntil(lambda: bool(panel.model.lines))
    assert not panel.problem.isVisible()
    assert {line.quote for line in panel.model.lines} == {"العراقي", "العراقيّ"}


def test_each_fold_can_be_switched_off(panel, qtbot):
    write(panel.field, "امريكي")
    qtbot.waitUntil(lambda: bool(panel.model.lines) and not panel.searching.running)
    folded = len(panel.model.lines)
    QTest.mouseClick(panel.bar.spelling, Qt.MouseButton.LeftButton)
    assert panel.bar.folds.isVisible()
    panel.bar.folds.boxes[Fold.ALEF].click()
    qtbot.waitUntil(lambda: 0 < len(panel.model.lines) < folded and not panel.searching.running)
    assert all("أ" not in line.quote for line in panel.model.lines)
    panel.bar.folds.usual.click()
    qtbot.waitUntil(lambda: len(panel.model.lines) == folded)
    panel.bar.folds.hide()


def test_filters_without_words_list_annotations(panel, window, workspace, qtbot):
    done = next(
        item.document.id
        for item in queries.summaries(workspace.project.database, workspace.reviewer.id)
        if item.annotations
    )
    panel.bar.narrow.click()
    figure = next(label for label in workspace.labels if label.name == "figure")
    next(action for action in panel.filters._label_menu.actions() if action.data() == figure.id).trigger()
    panel.filters.add.click()
    row = panel.filters.rows[0]
    chosen(row.attribute, "value")
    chosen(row.comparison, ">")
    write(row.value, "1000")
    qtbot.waitUntil(lambda: len(panel.model.lines) == 2)
    assert panel.bar.narrow.text() == "Filters (2)"
    assert {line.label_id for line in panel.model.lines} == {figure.id}

    panel.step(1)
    assert workspace.opened.document.id == done
    assert workspace.annotation_id == panel.model.lines[panel.list.number()].annotation_id

    chosen(row.attribute, "unit")
    chosen(row.comparison, "unset")
    assert not row.value.isVisible()
    qtbot.waitUntil(lambda: not panel.searching.running and not panel._pause.isActive())
    annotations = [
        queries.annotation(workspace.project.database, line.annotation_id) for line in panel.model.lines
    ]
    assert all("unit" not in item.attributes for item in annotations)
    row.remove.click()
    qtbot.waitUntil(lambda: panel.bar.narrow.text() == "Filters (1)" and len(panel.model.lines) > 2)


def test_what_cannot_be_a_value_is_explained(panel, qtbot):
    panel.bar.narrow.click()
    panel.filters.add.click()
    row = panel.filters.rows[0]
    chosen(row.attribute, "value")
    write(row.value, "كثير")
    qtbot.waitUntil(panel.problem.isVisible)
    assert "is not a number" in panel.problem.text()
    row.remove.click()
    qtbot.waitUntil(lambda: not panel.problem.isVisible())
    panel.filters.entity.setText("لا أحد")
    qtbot.waitUntil(panel.problem.isVisible)
    assert "no entity" in panel.problem.text()


def test_a_change_that_matters_is_told_and_enter_searches_again(panel, window, workspace, qtbot, look_for):
    look_for("العراق", "110 in 5 articles")
    window.article.select(Span(0, 4))
    workspace.tag(Span(0, 4), workspace.labels[0])
    assert not panel.bar.again.isVisible()  # words are where they are, whatever is annotated

    panel.bar.narrow.click()
    actor = panel.filters._label_menu.actions()[0]
    panel.field.clear()
    actor.trigger()
    qtbot.waitUntil(lambda: bool(panel.model.lines) and not panel.searching.running)
    found = len(panel.model.lines)
    workspace.untag([next(iter(workspace.opened.annotations.values()))])
    assert panel.bar.again.isVisible()
    panel.field.setFocus()
    QTest.keyClick(panel.field, Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel.model.lines) == found - 1)
    assert not panel.bar.again.isVisible()


def test_a_new_search_ends_the_one_before_it(panel, qtbot):
    for needle in ("ا", "العراق", "واشنطن", "الخارجية"):
        panel.field.setText(needle)
        panel.search()
    qtbot.waitUntil(lambda: bool(panel.model.lines) and not panel.searching.running)
    assert {line.quote[:4] for line in panel.model.lines} == {"الخا"}


def test_a_search_can_be_stopped_and_keeps_what_it_has_found(panel, qtbot):
    panel.field.setText("ا")
    panel.search()
    assert panel.bar.cancel.isVisible()
    panel.bar.cancel.click()
    assert not panel.searching.running
    assert not panel.bar.cancel.isVisible()
    found = len(panel.model.lines)
    qtbot.wait(50)
    assert len(panel.model.lines) == found


def test_too_many_hits_are_cut_off_with_a_plain_sentence(panel, qtbot, monkeypatch):
    monkeypatch.setattr("annotator.ui.searching_project.MOST", 50)
    monkeypatch.setattr("annotator.ui.panels.search.MOST", 50)
    panel.field.setText("العراق")
    panel.search()
    qtbot.waitUntil(panel.problem.isVisible)
    assert len(panel.model.lines) == 50
    assert panel.problem.text().startswith("There are more than 50 hits")
    assert streaming.MOST == 10_000


def test_nothing_found_is_said_in_words(look_for, panel, qtbot):
    assert "Type words" in panel.message.text()
    write(panel.field, "زمخشري")
    qtbot.waitUntil(lambda: panel.message.text().startswith("Nothing was found"))


@pytest.mark.parametrize(
    ("mode", "whole", "said"),
    [
        ("folded", False, "Nothing was found in any article."),
        ("folded", True, "Nothing was found. Without “Whole words” there may be more."),
        ("exact", False, "Nothing was found. “Similar spelling” may find more."),
        ("exact", True, "Nothing was found. “Similar spelling” without “Whole words” may find more."),
    ],
)
def test_what_is_advised_is_another_search_than_the_one_that_found_nothing(panel, qtbot, mode, whole, said):
    chosen(panel.bar.mode, mode)
    panel.bar.whole.setChecked(whole)
    write(panel.field, "زمخشري")
    qtbot.waitUntil(lambda: panel.message.text() == said)


def test_hits_are_grouped_by_form(panel, look_for):
    look_for("العراق", "110 in 5 articles")
    chosen(panel.bar.grouping, "form")
    groups = [panel.model.item(row) for row in range(panel.model.rowCount())]
    titles = {item.title: len(item.lines) for item in groups if isinstance(item, Group)}
    assert titles["العراق"] == 58
    assert {"والعراق", "بالعراق", "العراقية"} <= set(titles)


def test_another_project_starts_afresh_and_the_first_remembers(
    panel, look_for, window, tmp_path, definition, qtbot, workspace
):
    look_for("العراق", "110 in 5 articles")
    first = workspace.project.path
    other = tmp_path / "other.sanad"
    Project.create(other, definition, "ب").close()
    window.projects.open(other)
    assert panel.field.text() == ""
    assert not panel.model.lines
    window.projects.open(first)
    assert panel.field.text() == "العراق"
    qtbot.waitUntil(lambda: len(panel.model.lines) == 110)


def test_closing_the_project_ends_the_search_and_leaves_nothing_of_it(panel, workspace, qtbot, look_for):
    look_for("العراق", "110 in 5 articles")
    panel.field.setText("ا")
    panel.search()
    assert panel.progress.isVisibleTo(panel)
    workspace.close_project()
    assert not panel.searching.running
    assert not panel.progress.isVisibleTo(panel)
    assert not panel.bar.cancel.isVisibleTo(panel)
    assert panel.bar.count.text() == ""
    assert panel.message.text() == ""


def test_while_it_searches_it_does_not_say_what_to_type(panel, qtbot):
    panel.field.setText("زمخشري")
    panel.search()
    assert panel.message.text() == ""
    assert panel.bar.count.text() == "Searching…"
    qtbot.waitUntil(lambda: panel.message.text().startswith("Nothing was found"))


def test_a_reviewer_chosen_alone_means_what_they_have_annotated(panel, workspace, qtbot, look_for):
    look_for("العراق", "110 in 5 articles")
    chosen(panel.filters.reviewer, workspace.reviewer.id)
    qtbot.waitUntil(lambda: 0 < len(panel.model.lines) < 110 and not panel.searching.running)
    assert {line.annotation_id for line in panel.model.lines} <= {
        item.id
        for layer in queries.all_layers(workspace.project.database)
        for item in queries.annotations(workspace.project.database, layer.id)
    }
    assert panel.filters.count() == 1
    chosen(panel.filters.reviewer, None)
    qtbot.waitUntil(lambda: len(panel.model.lines) == 110)


def test_a_reviewer_who_comes_is_offered_as_a_filter(panel, workspace):
    workspace.add_reviewer("سارة")
    assert panel.filters.reviewer.findText("سارة") > 0


@pytest.mark.parametrize("part", ["mode", "whole", "order"])
def test_escape_goes_back_to_the_text_from_every_field(panel, window, part):
    getattr(panel.bar, part).setFocus()
    QTest.keyClick(window.focusWidget(), Key.Key_Escape)
    assert window.article.hasFocus()


def test_escape_goes_back_to_the_text_from_the_fields_of_the_filters(panel, window):
    panel.bar.narrow.click()
    panel.filters.add.click()
    for field in (panel.filters.entity, panel.filters.rows[0].value, panel.filters.add):
        field.setFocus()
        QTest.keyClick(field, Key.Key_Escape)
        assert window.article.hasFocus()


def test_what_is_hidden_takes_no_room_between_the_fields(panel, qtbot):
    panel.bar.count.setText("110")
    qtbot.waitUntil(lambda: panel.bar.count.width() > 1)
    assert not panel.bar.cancel.isVisible()
    assert panel.bar.count.x() - panel.bar.order.geometry().right() - 1 == panel.bar.flow._gap


def test_what_an_import_keeps_from_being_read_is_searched_when_it_is_in(panel, workspace, qtbot):
    database = workspace.project.database
    workspace.set_busy(busy=True)
    database.execute("BEGIN EXCLUSIVE")  # as a long step does once its pages do not fit into memory
    panel.field.setText("العراق")
    panel.search()
    qtbot.waitUntil(panel.problem.isVisible)
    assert panel.problem.text() == "“\u2068import\u2069” is still running; do this again when it is done."
    database.execute("ROLLBACK")
    workspace.set_busy(busy=False)
    qtbot.waitUntil(lambda: len(panel.model.lines) == 110)
    assert not panel.problem.isVisible()
