"""What becomes of a question when something else is done before it is answered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.records import Span


@pytest.fixture
def asked(window, workspace):
    """A claim that was just made, and the question who said it; an actor was made before."""
    for quote, label in (("واشنطن", Qt.Key.Key_1), ("لندن", Qt.Key.Key_4)):
        start = window.article.text.index(quote)
        window.article.select(Span(start, start + len(quote)))
        QTest.keyClick(window.article, label)
    assert workspace.label_set.label_by_id[workspace.annotation.label_id].name == "claim"
    QTest.keyClick(window.article, Qt.Key.Key_R)
    assert window.inspector.asks()
    return window


def test_a_question_about_what_undo_takes_back_is_dropped(asked):
    actor = next(iter(asked.workspace.opened.annotations))

    asked.action_set["undo"].trigger()

    assert not asked.inspector.asks()
    assert asked.article.hasFocus()
    asked.inspector.take_target(actor)
    assert asked.workspace.opened.relations == {}


def test_answers_that_are_gone_are_not_offered_any_more(asked, workspace):
    actor = next(iter(workspace.opened.annotations.values()))

    workspace.untag([actor])

    assert not asked.inspector.asks()
    asked.inspector.take_target(actor.id)
    assert workspace.opened.relations == {}
