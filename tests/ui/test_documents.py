"""The list of articles, and going from one to another."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.steps import ALT, CTRL, key, open_row


def names(window):
    model = window.documents.model
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_filter_finds_by_name_and_by_status(qtbot, window):
    qtbot.keyClicks(window.documents.filter, "002")
    assert names(window) == ["مباحثات بين بغداد وواشنطن لرسم مستقبل قوات التحالف في العراق"]

    window.documents.filter.clear()
    window.documents.status.setCurrentIndex(3)
    assert len(names(window)) == 1

    qtbot.keyClicks(window.documents.filter, "nothing like it")
    assert window.documents.empty.isVisible()
    assert "filter" in window.documents.empty.text()


def test_an_article_without_a_title_goes_by_how_it_begins(qtbot, window, workspace):
    assert workspace.opened.document.title == ""
    assert names(window)[1].startswith("أيلاف من لندن: فيما تُعقد في واشنطن")
    assert "أيلاف من لندن: فيما تُعقد في واشنطن" in window.article_pane.title.text()
    assert window.article_pane.title.objectName() == ""

    window.documents.filter.setText("أيلاف من")  # QTest types only Latin letters
    assert len(names(window)) == 1

    window.documents.filter.clear()
    open_row(window, 0)
    assert window.article_pane.title.objectName() == "heading"


def test_a_title_too_long_for_the_head_is_cut_where_it_ends(window, workspace):
    open_row(window, 0)
    title = window.article_pane.title
    title.setText("إنهاء مهمة التحالف الدولي " * 20)
    window.resize(1000, 700)
    QApplication.processEvents()

    assert title.shown().startswith("إنهاء مهمة")
    assert title.shown().endswith("…")
    assert title.fontMetrics().horizontalAdvance(title.shown()) <= title.width()
    assert window.article_pane.finish.width() >= window.article_pane.finish.sizeHint().width()


def test_articles_follow_each_other_by_key(window, workspace):
    first = workspace.opened.document.position

    key(window, Qt.Key.Key_PageDown, CTRL)
    assert workspace.opened.document.position == first + 1

    key(window, Qt.Key.Key_Up, ALT)
    assert workspace.opened.document.position == first


def test_a_damaged_text_is_told_and_the_article_that_is_open_stays(window, workspace, monkeypatch):
    before = workspace.opened.document
    target = window.documents.model.summary(0).document
    database = workspace.project.database
    database.execute("UPDATE text SET content = content || 'x' WHERE sha256 = ?", (target.text_sha256,))

    window.documents.open_neighbour(-1)

    assert "damaged" in window.banner.sentence.text()
    assert workspace.opened.document == before
