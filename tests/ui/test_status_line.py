"""How many annotations were made today: the same number live, after undo, and after a restart."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core import edits
from annotator.core.records import Span
from annotator.store import queries
from annotator.ui.panels import status_line

CTRL = Qt.KeyboardModifier.ControlModifier


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.article, key, modifiers)


def tag(window, quote="واشنطن", key=Qt.Key.Key_1):
    start = window.article.text.index(quote)
    window.article.select(Span(start, start + len(quote)))
    press(window, key)


def today(window):
    return window.status_line.today.text()


@pytest.fixture
def joined(workspace):
    """Another reviewer."""
    project, database = workspace.project, workspace.project.database
    context = project.context(workspace.reviewer.id)
    project.apply(edits.add_reviewer(context, "ب", queries.reviewers(database)))
    return queries.reviewers(database)[-1]


def test_what_the_sample_brings_was_not_annotated_today(window):
    assert today(window) == "0 annotations today"


def test_tagging_untagging_undo_and_redo_count(window):
    tag(window)
    assert today(window) == "1 annotation today"
    tag(window, "بغداد", Qt.Key.Key_2)
    assert today(window) == "2 annotations today"
    press(window, Qt.Key.Key_Delete)
    assert today(window) == "1 annotation today"
    press(window, Qt.Key.Key_Z, CTRL)
    assert today(window) == "2 annotations today"
    press(window, Qt.Key.Key_Z, CTRL)
    assert today(window) == "1 annotation today"
    press(window, Qt.Key.Key_Y, CTRL)
    assert today(window) == "2 annotations today"


def test_removing_what_was_there_before_takes_nothing_from_today(window, workspace):
    annotated = window.documents.model.summary(0).document
    workspace.open_document(annotated.id)
    tag_count = today(window)
    workspace.select(next(iter(workspace.opened.annotations)))
    press(window, Qt.Key.Key_Delete)
    assert today(window) == tag_count == "0 annotations today"


def test_an_accepted_suggestion_counts(window, qtbot):
    qtbot.waitUntil(lambda: bool(window.suggesting.open), timeout=10_000)
    window.suggesting.accept(window.suggesting.open[0])
    assert today(window) == "1 annotation today"


def test_each_reviewer_has_a_count_of_their_own(window, workspace, joined):
    mine = workspace.reviewer
    tag(window)
    workspace.be(joined)
    assert today(window) == "0 annotations today"
    workspace.be(mine)
    assert today(window) == "1 annotation today"


def test_the_count_survives_a_restart(start, sample):
    sanad = start(sample)
    sanad.workspace.open_document(sanad.window.documents.model.summary(1).document.id)
    sanad.window.article.setFocus()
    tag(sanad.window)
    tag(sanad.window, "بغداد", Qt.Key.Key_2)
    press(sanad.window, Qt.Key.Key_Delete)
    sanad.window.close()
    sanad.close()
    assert today(start(sample).window) == "1 annotation today"


def test_a_new_day_begins_at_nothing(window, monkeypatch):
    tag(window)
    tomorrow = status_line._local_day() + timedelta(days=1)
    monkeypatch.setattr(status_line, "_local_day", lambda: tomorrow)
    tag(window, "بغداد", Qt.Key.Key_2)
    assert today(window) == "0 annotations today"  # by the clock, both were made the day before
