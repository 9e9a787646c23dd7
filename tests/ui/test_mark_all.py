"""Marking all that is like an annotation: the panel that A opens, its keys, and what it writes."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.records import Span
from annotator.store import queries
from annotator.ui import slicing
from annotator.ui.models.concordance import Group

Key = Qt.Key
WORDS = "الولايات المتحدة"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def tagged(workspace):
    """Tag words of the open article; the first time they stand there unless told otherwise."""

    def tag(words, label, nth=0):
        text, at = workspace.opened.text, -1
        for _ in range(nth + 1):
            at = text.index(words, at + 1)
        found = next(item for item in workspace.labels if item.name == label)
        workspace.tag(Span(at, at + len(words)), found)
        return workspace.annotation

    return tag


@pytest.fixture
def begin(window, qtbot):
    """Press A in the article and wait until all places are found."""

    def press():
        window.article.setFocus()
        QTest.keyClick(window.article, Key.Key_A)
        panel = window.mark_all.panel
        qtbot.waitUntil(lambda: not panel.gathering.running)
        return panel

    return press


def of_project(workspace):
    database = workspace.project.database
    return [
        item
        for layer in queries.all_layers(database)
        for item in queries.annotations(database, layer.id)
        if item.origin == "propagated"
    ]


def done(window, qtbot):
    panel = window.mark_all.panel
    qtbot.waitUntil(lambda: not panel.marker.running and not panel.gathering.running)


def test_a_shows_every_other_place_of_the_words_grouped_by_form(tagged, begin, workspace, window):
    tagged("العراق", "location")
    panel = begin()
    assert window.docks.shown("mark-all")
    assert panel.list.hasFocus()
    titles = {
        item.title: len(item.lines)
        for item in (panel.model.item(row) for row in range(panel.model.rowCount()))
        if isinstance(item, Group)
    }
    assert {"العراق", "والعراق", "بالعراق"} <= titles.keys()
    assert "العراقية" not in titles
    here = workspace.annotation.span
    assert all(
        (line.document_id, line.span) != (workspace.opened.document.id, here) for line in panel.model.lines
    )
    assert all(line.details for line in panel.model.lines)


def test_control_enter_marks_all_that_is_ticked_in_one_step_that_undo_takes_back(
    tagged, begin, workspace, window, qtbot
):
    tagged(WORDS, "actor")
    panel = begin()
    ticked = len(panel.model.ticked)
    assert ticked > 3
    articles = {panel.model.lines[number].document_id for number in panel.model.ticked}
    assert len(articles) > 1

    QTest.keyClick(panel.list, Key.Key_Return, CTRL)
    done(window, qtbot)

    made = of_project(workspace)
    assert len(made) == ticked
    assert {item.quote for item in made} <= {WORDS, "ولايات المتحدة", "لولايات المتحدة", "الولایات المتحدة"}
    assert panel.foot.said.text() == f"Marked {ticked} in {len(articles)} articles."
    assert not panel.model.ticked
    assert workspace.undoable().name == "mark all"

    panel.foot.undo.click()
    done(window, qtbot)
    assert of_project(workspace) == []
    assert workspace.undoable().name == "tag"
    assert len(panel.model.ticked) == ticked  # and they can be marked again
    assert not panel.foot.undo.isVisible()


def test_the_window_answers_while_much_is_marked_and_cancel_takes_all_back(
    tagged, begin, workspace, window, qtbot, monkeypatch
):
    monkeypatch.setattr(slicing, "_SLICE", 0.0)  # a turn of the window after each article
    tagged(WORDS, "actor")
    panel = begin()
    panel.marker.progressed.connect(lambda _step: panel.head.cancel.click())
    QTest.keyClick(panel.list, Key.Key_Return, CTRL)
    assert workspace.busy
    assert panel.head.cancel.isVisible()
    qtbot.waitUntil(lambda: not workspace.busy)

    assert of_project(workspace) == []
    assert workspace.undoable().name == "tag"
    assert panel.foot.said.text() == "Nothing was marked."
    assert panel.model.ticked


def test_enter_marks_one_place_and_goes_on(tagged, begin, workspace):
    tagged(WORDS, "actor")
    panel = begin()
    first = panel.list.number()
    line = panel.model.lines[first]

    QTest.keyClick(panel.list, Key.Key_Return)

    made = of_project(workspace)
    assert [(item.quote, item.span) for item in made] == [(line.quote, line.span)]
    assert workspace.undoable().name == "mark all"
    assert panel.model.marked == {first}
    assert panel.list.number() != first
    QTest.keyClick(panel.list, Key.Key_Up)
    QTest.keyClick(panel.list, Key.Key_Return)
    assert len(of_project(workspace)) == 1


def test_x_leaves_a_place_out_and_takes_it_in_again(tagged, begin, workspace, window, qtbot):
    tagged(WORDS, "actor")
    panel = begin()
    first, ticked = panel.list.number(), len(panel.model.ticked)
    assert first in panel.model.ticked
    QTest.keyClick(panel.list, Key.Key_X)
    assert panel.model.out == {first}
    assert panel.foot.mark.text() == f"Mark {ticked - 1}"
    assert panel.list.number() != first

    panel.list.go_to(first)
    QTest.keyClick(panel.list, Key.Key_X)
    assert panel.model.out == set()
    QTest.keyClick(panel.list, Key.Key_Space)
    assert len(panel.model.ticked) == ticked
    QTest.keyClick(panel.list, Key.Key_A, CTRL)
    assert panel.model.ticked == set(range(len(panel.model.lines)))


def test_words_with_two_labels_show_both_histories_and_the_key_of_a_label_decides(
    tagged, begin, workspace, window, qtbot
):
    tagged("العراق", "location")
    tagged("العراق", "actor", nth=1)
    panel = begin()
    known = panel.head.known.text()
    assert "Actor" in known
    assert "Location" in known
    number = panel.list.number()
    location = next(label for label in workspace.labels if label.name == "location")

    QTest.keyClick(panel.list, Key.Key_2)

    assert panel.model.lines[number].label_id == location.id
    assert number in panel.model.ticked
    QTest.keyClick(panel.list, Key.Key_Return)
    assert [item.label_id for item in of_project(workspace)] == [location.id]


def test_a_key_on_a_heading_gives_the_label_to_the_whole_group(tagged, begin, workspace):
    tagged("العراق", "actor")
    panel = begin()
    panel.list.setCurrentIndex(panel.model.index(0))
    group = panel.list.group()
    QTest.keyClick(panel.list, Key.Key_2)
    location = next(label for label in workspace.labels if label.name == "location")
    assert {panel.model.lines[number].label_id for number in group.lines} == {location.id}
    assert set(group.lines) <= panel.model.ticked


def test_a_line_with_another_label_gets_what_the_words_are_under_it_elsewhere(
    tagged, begin, workspace, window, qtbot
):
    tagged("العراق", "location")
    location = workspace.annotation
    actor = tagged("العراق", "actor", nth=1)
    (entity_id, _count), *_ = Counter(
        item.entity_id
        for layer in queries.all_layers(workspace.project.database)
        for item in queries.annotations(workspace.project.database, layer.id)
        if item.label_id == actor.label_id and item.quote == "العراق" and item.entity_id is not None
    ).most_common()
    workspace.select(location.id)
    panel = begin()

    unmarked = next(number for number, line in enumerate(panel.model.lines) if line.span != actor.span)
    panel.list.go_to(unmarked)
    QTest.keyClick(panel.list, Key.Key_3)
    suggestion = panel.model.suggestion(unmarked)
    assert (suggestion.entity_id, suggestion.attributes) == (None, {})
    QTest.keyClick(panel.list, Key.Key_1)
    QTest.keyClick(panel.list, Key.Key_Return)

    (made,) = of_project(workspace)
    assert (made.label_id, made.entity_id) == (actor.label_id, entity_id)
    assert made.attributes == {"kind": "state"}

    panel.head.choose(actor.label_id)
    panel.look()
    done(window, qtbot)
    assert panel.model.lines
    for number in range(len(panel.model.lines)):
        suggestion = panel.model.suggestion(number)
        assert (suggestion.entity_id, suggestion.attributes) == (entity_id, {"kind": "state"})


def test_words_without_a_label_are_asked_for_one(window, workspace, begin, qtbot):
    at = workspace.opened.text.index(WORDS)
    window.article.select(Span(at, at + len(WORDS)))
    panel = begin()
    assert panel.head.label() is None
    assert "Which label" in panel.message.text()
    assert not panel.model.lines

    QTest.keyClick(window.focusWidget(), Key.Key_1)

    qtbot.waitUntil(lambda: bool(panel.model.lines) and not panel.gathering.running)
    assert panel.head.label().name == "actor"
    assert panel.list.hasFocus()


def test_finished_articles_are_passed_over_unless_they_are_asked_for(tagged, begin, workspace, window, qtbot):
    tagged(WORDS, "actor")
    finished = next(
        item.document.id
        for item in queries.summaries(workspace.project.database, workspace.reviewer.id)
        if item.status == "done"
    )
    panel = begin()
    assert finished not in {line.document_id for line in panel.model.lines}
    before = len(panel.model.lines)
    panel.head.finished.click()
    done(window, qtbot)
    assert len(panel.model.lines) >= before


def test_only_this_article_can_be_looked_through(tagged, begin, workspace, window, qtbot):
    tagged(WORDS, "actor")
    panel = begin()
    panel.head.scope.setCurrentIndex(1)
    panel.head.scope.activated.emit(1)
    done(window, qtbot)
    assert {line.document_id for line in panel.model.lines} == {workspace.opened.document.id}


def test_a_click_and_shift_enter_show_the_place_and_keep_the_focus(tagged, begin, workspace, window):
    tagged(WORDS, "actor")
    panel = begin()
    QTest.keyClick(panel.list, Key.Key_Return, SHIFT)
    line = panel.model.lines[panel.list.number()]
    assert window.article.selection() == line.span
    assert panel.list.hasFocus()
    assert of_project(workspace) == []
    assert line.span in window.article._scene.hits.spans
    QTest.keyClick(panel.list, Key.Key_Escape)
    assert window.article.hasFocus()


def test_what_was_said_stays_when_the_places_are_looked_for_again(tagged, begin, workspace, window, qtbot):
    tagged(WORDS, "actor")
    panel = begin()
    first = panel.list.number()
    QTest.keyClick(panel.list, Key.Key_Space)
    QTest.keyClick(panel.list, Key.Key_Down)
    QTest.keyClick(panel.list, Key.Key_X)
    said = (set(panel.model.ticked), set(panel.model.out))
    workspace.tag(Span(0, 4), workspace.labels[0])
    assert panel.head.again.isVisible()
    panel.head.again.click()
    done(window, qtbot)
    assert (panel.model.ticked, panel.model.out) == said
    assert first not in panel.model.ticked


def test_a_read_only_project_shows_the_places_and_marks_nothing(tagged, begin, workspace, monkeypatch):
    tagged(WORDS, "actor")
    panel = begin()
    monkeypatch.setattr(workspace.project, "read_only", True)
    panel._show_state()
    assert not panel.foot.mark.isEnabled()
    told = []
    workspace.refused.connect(told.append)
    QTest.keyClick(panel.list, Key.Key_Return)
    assert "read-only" in str(told[0])
    assert of_project(workspace) == []


def test_closing_the_project_while_marking_leaves_nothing_half_done(
    tagged, begin, workspace, window, qtbot, monkeypatch, sample
):
    monkeypatch.setattr(slicing, "_SLICE", 0.0)
    tagged(WORDS, "actor")
    panel = begin()
    QTest.keyClick(panel.list, Key.Key_Return, CTRL)
    assert workspace.busy
    window.projects.close()
    assert not panel.model.lines
    window.projects.open(sample)
    assert of_project(workspace) == []


def test_control_enter_marks_from_the_button_too_and_never_finishes_the_article(
    tagged, begin, workspace, window, qtbot
):
    tagged(WORDS, "actor")
    panel = begin()
    ticked = len(panel.model.ticked)
    panel.foot.mark.setFocus()
    QTest.keyClick(panel.foot.mark, Key.Key_Return, CTRL)
    done(window, qtbot)
    assert len(of_project(workspace)) == ticked
    assert workspace.opened.layer.status == "started"


def test_both_panels_share_a_place_below_the_article(tagged, begin, window, qtbot):
    tagged(WORDS, "actor")
    panel = begin()
    QTest.keyClick(window.article, Key.Key_F, CTRL | SHIFT)
    search = window.project_search.panel
    qtbot.waitUntil(lambda: search.isVisible() and panel.visibleRegion().isEmpty())
    assert search.field.hasFocus()
    place = window.docks["search"].geometry()
    assert place.top() > window.article_pane.geometry().top()
    assert place.width() > window.width() * 0.9


def test_undo_leaves_the_list_where_it_stood(tagged, begin, workspace, window, qtbot):
    tagged(WORDS, "actor")
    panel = begin()
    for _ in range(3):
        QTest.keyClick(panel.list, Key.Key_Down)
    QTest.keyClick(panel.list, Key.Key_Return)
    place = panel.model.place_of(panel.list.number())
    workspace.undo()
    done(window, qtbot)
    assert panel.model.place_of(panel.list.number()) == place
    assert not panel.model.marked


def test_what_is_being_marked_stays_as_it_was_said(tagged, begin, workspace, window, qtbot, monkeypatch):
    monkeypatch.setattr(slicing, "_SLICE", 0.0)  # a turn of the window after each article
    tagged(WORDS, "actor")
    panel = begin()
    lines, ticked = list(panel.model.lines), len(panel.model.ticked)
    QTest.keyClick(panel.list, Key.Key_Return, CTRL)
    assert panel.marker.running

    for key in (Key.Key_Return, Key.Key_X, Key.Key_2):
        QTest.keyClick(panel.list, key)
    assert not panel.head.scope.isEnabled()
    panel.look()
    assert panel.model.lines == lines

    done(window, qtbot)
    assert len(of_project(workspace)) == ticked == len(panel.model.marked)
    assert panel.head.scope.isEnabled()


def test_escape_goes_back_to_the_text_from_every_field(tagged, begin, window):
    tagged(WORDS, "actor")
    panel = begin()
    for field in (panel.list, panel.head.labels, panel.head.scope, panel.head.finished, panel.foot.mark):
        field.setFocus()
        QTest.keyClick(field, Key.Key_Escape)
        assert window.article.hasFocus()


def test_before_anything_is_looked_for_the_panel_only_says_what_to_do(window):
    window.docks.show("mark-all")
    panel = window.mark_all.panel
    assert panel.message.text() == "Select an annotation or words in the article and press A."
    assert panel.message.isVisibleTo(panel)
    assert not panel.foot.isVisibleTo(panel)
