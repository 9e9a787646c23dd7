import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.records import Span
from annotator.store import queries

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def tagged(window):
    start = window.article.text.index("واشنطن")
    window.article.select(Span(start, start + 6))
    QTest.keyClick(window.article, Key.Key_1)
    return window


def write(window, qtbot, text):
    QTest.keyClick(window.article, Key.Key_M)
    qtbot.keyClicks(window.comments.editor, text)
    QTest.keyClick(window.comments.editor, Key.Key_Return)


def comments(workspace):
    stored = queries.comments(workspace.project.database, workspace.opened.document.id)
    assert stored == list(workspace.opened.comments.values())
    return [(item.text, item.annotation_id, item.resolved) for item in stored]


def listed(window):
    model = window.comments.model
    return [model.remark(row).comment.text for row in range(model.rowCount())]


def choose(window, row):
    window.comments.list.setFocus()
    window.comments.list.setCurrentIndex(window.comments.model.index(row))


def test_m_writes_about_the_selected_annotation(tagged, workspace, qtbot):
    window = tagged
    assert not window.comments.isVisible()

    QTest.keyClick(window.article, Key.Key_M)
    assert window.comments.editor.hasFocus()
    assert window.comments.about.text() == "On \u2068واشنطن\u2069"
    qtbot.keyClicks(window.comments.editor, "sure?")
    QTest.keyClick(window.comments.editor, Key.Key_Return)

    assert window.article.hasFocus()
    assert comments(workspace) == [("sure?", workspace.annotation_id, False)]
    assert listed(window) == ["sure?"]
    assert window.comments.editor.toPlainText() == ""


def test_ctrl_enter_sends_it_rather_than_mark_the_article_done(tagged, workspace, qtbot):
    QTest.keyClick(tagged.article, Key.Key_M)
    qtbot.keyClicks(tagged.comments.editor, "sure?")
    QTest.keyClick(tagged.comments.editor, Key.Key_Return, CTRL)

    assert [text for text, *_ in comments(workspace)] == ["sure?"]
    assert not tagged.finishing.panel.isVisible()


def test_what_is_begun_stays_with_its_article(window, workspace, qtbot):
    here = workspace.opened.document.id
    QTest.keyClick(window.article, Key.Key_M)
    qtbot.keyClicks(window.comments.editor, "sure?")

    workspace.open_document(window.documents.model.summary(2).document.id)
    assert window.comments.editor.toPlainText() == ""
    workspace.open_document(here)
    assert window.comments.editor.toPlainText() == "sure?"


def test_without_an_annotation_it_is_about_the_article(window, workspace, qtbot):
    write(window, qtbot, "too long")

    assert comments(workspace) == [("too long", None, False)]
    assert window.comments.model.remark(0).subject == ""


def test_shift_enter_breaks_the_line_and_escape_goes_back(window, workspace, qtbot):
    QTest.keyClick(window.article, Key.Key_M)
    editor = window.comments.editor
    qtbot.keyClicks(editor, "one")
    QTest.keyClick(editor, Key.Key_Return, SHIFT)
    qtbot.keyClicks(editor, "two")
    assert editor.toPlainText() == "one\ntwo"

    QTest.keyClick(editor, Key.Key_Escape)

    assert window.article.hasFocus()
    assert comments(workspace) == []


def test_an_empty_comment_is_refused_in_words(window, workspace):
    QTest.keyClick(window.article, Key.Key_M)

    QTest.keyClick(window.comments.editor, Key.Key_Return)

    assert "empty" in window.banner.sentence.text()


def test_a_comment_is_resolved_and_reopened_by_key(window, workspace, qtbot):
    write(window, qtbot, "look")
    choose(window, 0)

    QTest.keyClick(window.comments.list, Key.Key_Space)
    assert comments(workspace) == [("look", None, True)]
    assert listed(window) == []
    assert window.comments.empty.isVisible()

    window.comments.filter.setCurrentIndex(1)
    assert listed(window) == ["look"]
    choose(window, 0)
    assert window.comments.resolve.text() == "Reopen"
    QTest.keyClick(window.comments.list, Key.Key_Space)
    assert comments(workspace) == [("look", None, False)]


def test_a_comment_is_put_in_other_words(window, workspace, qtbot):
    write(window, qtbot, "look")
    choose(window, 0)

    qtbot.mouseClick(window.comments.edit, Qt.MouseButton.LeftButton)
    assert window.comments.editor.toPlainText() == "look"
    qtbot.keyClicks(window.comments.editor, " again")
    QTest.keyClick(window.comments.editor, Key.Key_Return)

    assert comments(workspace) == [("look again", None, False)]


def test_a_comment_is_deleted_and_brought_back(window, workspace, qtbot):
    write(window, qtbot, "look")
    choose(window, 0)

    QTest.keyClick(window.comments.list, Key.Key_Delete)
    assert comments(workspace) == []

    QTest.keyClick(window.article, Key.Key_Z, CTRL)
    assert comments(workspace) == [("look", None, False)]
    assert listed(window) == ["look"]


def test_comments_of_others_can_only_be_resolved(window, workspace, qtbot):
    write(window, qtbot, "look")
    workspace.add_reviewer("second")
    choose(window, 0)

    assert window.comments.resolve.isEnabled()
    assert not window.comments.edit.isEnabled()
    assert not window.comments.delete.isEnabled()


def test_enter_jumps_to_what_a_comment_is_about(tagged, workspace, qtbot):
    window = tagged
    write(window, qtbot, "sure?")
    annotation, document = workspace.annotation_id, workspace.opened.document.id
    workspace.open_document(window.documents.model.summary(2).document.id)
    assert listed(window) == []
    window.comments.filter.setCurrentIndex(3)
    assert listed(window) == ["sure?"]
    assert window.comments.model.remark(0).subject == "واشنطن"
    choose(window, 0)

    QTest.keyClick(window.comments.list, Key.Key_Return)

    assert workspace.opened.document.id == document
    assert workspace.annotation_id == annotation


def test_deleting_an_annotation_takes_its_comments_and_undo_brings_both(tagged, workspace, qtbot):
    write(tagged, qtbot, "sure?")

    QTest.keyClick(tagged.article, Key.Key_Delete)
    assert comments(workspace) == []

    QTest.keyClick(tagged.article, Key.Key_Z, CTRL)
    assert [text for text, _, _ in comments(workspace)] == ["sure?"]
    assert len(workspace.opened.annotations) == 1


def test_open_comments_and_notes_are_marked_in_the_article(tagged, workspace, qtbot, monkeypatch):
    marked = []
    monkeypatch.setattr(tagged.article, "set_commented", lambda ids: marked.append(set(ids)))

    write(tagged, qtbot, "sure?")
    assert marked[-1] == {workspace.annotation_id}

    choose(tagged, 0)
    QTest.keyClick(tagged.comments.list, Key.Key_Space)
    assert marked[-1] == set()
    workspace.set_note(workspace.annotation_id, "mine")
    assert marked[-1] == {workspace.annotation_id}


def test_ctrl_enter_sends_a_comment_and_does_not_finish_the_article(window, workspace, qtbot):
    QTest.keyClick(window.article, Key.Key_M)
    qtbot.keyClicks(window.comments.editor, "sent")

    QTest.keyClick(window.comments.editor, Key.Key_Return, CTRL)

    assert comments(workspace) == [("sent", None, False)]
    assert workspace.opened.layer.status != "done"


def test_a_comment_half_written_does_not_go_to_another_project(window, workspace, qtbot, make_project):
    QTest.keyClick(window.article, Key.Key_M)
    qtbot.keyClicks(window.comments.editor, "about this one")
    other = make_project("other.sanad")
    other.close()

    window.projects.open(other.path)

    assert window.comments.editor.toPlainText() == ""
