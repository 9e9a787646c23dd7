import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.records import Span
from annotator.ui import travel

CTRL = Qt.KeyboardModifier.ControlModifier


def tag(window, *quotes):
    for quote in quotes:
        start = window.article.text.index(quote)
        window.article.select(Span(start, start + len(quote)))
        QTest.keyClick(window.article, Qt.Key.Key_1)


def go(window, row):
    history = window.history
    history.list.setCurrentIndex(history.model.index(row))
    history.list.setFocus()
    QTest.keyClick(history.list, Qt.Key.Key_Return)


def quotes(workspace):
    return sorted(item.quote for item in workspace.opened.annotations.values())


def shown(window):
    model = window.history.model
    return [
        (model.step(row).subject, model.standing(model.step(row)))
        for row in range(model.rowCount())
        if model.step(row).name == "tag"
    ]


@pytest.fixture
def tagged(window, monkeypatch):
    monkeypatch.setattr(travel, "_SLICE", 60.0)
    tag(window, "واشنطن", "لندن", "الجمعة")
    QTest.keyClick(window.article, Qt.Key.Key_H, CTRL)
    return window


def test_the_history_is_hidden_until_asked_for_and_names_the_steps(window):
    assert not window.history.isVisible()
    tag(window, "واشنطن")

    QTest.keyClick(window.article, Qt.Key.Key_H, CTRL)

    assert window.history.isVisible()
    newest = window.history.model.index(0).data()
    assert newest.startswith("Tag: \u2068actor: واشنطن\u2069, sample, \u2066")
    assert newest.endswith("you are here")


def test_enter_goes_back_to_a_step_and_forward_again(tagged, workspace):
    go(tagged, 2)

    assert quotes(workspace) == ["واشنطن"]
    assert shown(tagged) == [
        ("actor: الجمعة", "undone"),
        ("actor: لندن", "undone"),
        ("actor: واشنطن", "here"),
    ]

    go(tagged, 0)

    assert quotes(workspace) == sorted(["واشنطن", "لندن", "الجمعة"])
    assert shown(tagged)[0] == ("actor: الجمعة", "here")


def test_a_double_click_goes_back_too(tagged, workspace, qtbot):
    rows = tagged.history.list
    place = rows.visualRect(rows.model().index(1)).center()

    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert quotes(workspace) == sorted(["واشنطن", "لندن"])


def test_the_history_follows_undo_and_redo(tagged):
    QTest.keyClick(tagged.article, Qt.Key.Key_Z, CTRL)
    assert shown(tagged)[:2] == [("actor: الجمعة", "undone"), ("actor: لندن", "here")]

    QTest.keyClick(tagged.article, Qt.Key.Key_Y, CTRL)
    assert shown(tagged)[0] == ("actor: الجمعة", "here")


def test_steps_of_others_are_shown_but_nobody_jumps_to_them(tagged, workspace):
    workspace.add_reviewer("second")
    assert shown(tagged)[0] == ("actor: الجمعة", "others")

    go(tagged, [step for step, _ in enumerate(shown(tagged))][-1] + 1)

    assert "each reviewer undoes their own" in tagged.banner.sentence.text()
    assert "\u2068sample\u2069" in tagged.banner.sentence.text()


def test_a_long_way_leaves_the_window_its_turns_and_can_be_stopped(tagged, workspace, monkeypatch, qtbot):
    monkeypatch.setattr(travel, "_SLICE", 0.0)
    history = tagged.history

    history.travel.to(history.model.step(2))

    assert history.travel.under_way
    assert history.stop.isVisible()
    assert quotes(workspace) == sorted(["واشنطن", "لندن"])
    qtbot.mouseClick(history.stop, Qt.MouseButton.LeftButton)
    assert not history.travel.under_way
    assert not history.stop.isVisible()
    assert quotes(workspace) == sorted(["واشنطن", "لندن"])


def test_what_is_done_on_the_way_ends_it(tagged, workspace, monkeypatch, qtbot):
    monkeypatch.setattr(travel, "_SLICE", 0.0)
    history = tagged.history
    history.travel.to(history.model.step(2))

    tag(tagged, "واشنطن الجمعة")

    qtbot.waitUntil(lambda: not history.travel.under_way)
    assert quotes(workspace) == sorted(["واشنطن", "لندن", "واشنطن الجمعة"])


def test_a_read_only_project_is_not_travelled_in(tagged, workspace, monkeypatch):
    monkeypatch.setattr(workspace.project, "read_only", True)

    go(tagged, 2)

    assert "read-only" in tagged.banner.sentence.text()
    assert len(quotes(workspace)) == 3
