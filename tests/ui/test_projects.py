import shutil

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from annotator.core.errors import UserError
from annotator.core.records import Span
from annotator.exchange.ordering import Order
from annotator.store import queries
from annotator.store.project import Project
from annotator.ui import exports
from annotator.ui.article.sheet import Place
from annotator.ui.dialogs.encodings import EncodingDialog
from annotator.ui.dialogs.new_project import NewProjectDialog
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.panels.welcome import Welcome
from annotator.ui.tasks import Cancelled, Task

ARABIC = "قال مسؤول في وزارة الدفاع الأميركية إن المحادثات مستمرة في بغداد."


@pytest.fixture
def empty(start, make_project):
    """The program on a project without articles."""
    project = make_project()
    project.close()
    return start(project.path)


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(window.rect().center()),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def texts(workspace):
    database = workspace.project.database
    return [queries.text(database, item.text_sha256) for item in queries.documents(database)]


def article(folder, name, text=ARABIC, encoding="utf-8"):
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_the_first_start_shows_the_welcome_page_and_one_press_opens_the_sample(qtbot, start):
    window = start().window
    assert window.findChild(Welcome).isVisible()
    assert not window.tool_row.isVisible()
    assert not window.docks["documents"].isVisible()

    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)

    assert window.documents.model.rowCount() == 5
    assert window.article.hasFocus()
    assert window.tool_row.isVisible()
    QTest.keyClick(window.article, Qt.Key.Key_Left)
    QTest.keyClick(window.article, Qt.Key.Key_1)
    assert window.workspace.annotation.quote == "Skip"


def test_recent_projects_are_offered_and_open_where_they_were_left(qtbot, start, sample):
    sanad = start(sample)
    sanad.workspace.open_document(sanad.window.documents.model.summary(3).document.id)
    sanad.window.article.set_caret(700)
    sanad.window.close()
    sanad.close()
    again = start()
    button = next(item for item in again.window.welcome.findChildren(QPushButton, "recent"))

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert again.workspace.opened.document.name.startswith("003")
    assert again.window.article.caret() == 700


def test_closing_a_project_goes_back_to_the_welcome_page(window):
    window.action_set["close"].trigger()

    assert window.welcome.isVisible()
    assert not window.docks["documents"].isVisible()
    assert not window.action_set["export"].isEnabled()


def test_a_new_project_is_made_with_reviewer_and_articles(qtbot, start, answer, tmp_path):
    window = start().window
    article(tmp_path, "one.txt")

    def fill(dialog: NewProjectDialog):
        dialog.path.setText(str(tmp_path / "folder" / "mine"))
        dialog.reviewer.setText("منى")
        dialog._add([tmp_path / "one.txt"])
        dialog.accept()

    answer(fill)
    window.action_set["new"].trigger()
    qtbot.waitUntil(lambda: window.documents.model.rowCount() == 1)

    assert window.workspace.project.path == tmp_path / "folder" / "mine.sanad"
    assert window.workspace.reviewer.name == "منى"
    assert texts(window.workspace) == [ARABIC]
    assert window.article.text == ARABIC


def test_a_new_project_needs_a_reviewer_and_a_free_place(start, answer, sample, tmp_path):
    window = start().window

    def fail(dialog: NewProjectDialog):
        dialog.path.setText(str(tmp_path / "new"))
        dialog.accept()
        assert "needs a name" in dialog.problem.text()
        dialog.reviewer.setText("R")
        dialog.path.setText(str(sample))
        dialog.accept()
        assert "exists already" in dialog.problem.text()
        dialog.reject()

    answer(fail)
    window.action_set["new"].trigger()

    assert window.workspace.project is None


def test_dropped_files_and_folders_become_articles_in_one_undo_step(qtbot, empty, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    article(folder, "b.txt", "نص ثان\r\n\u00a0")
    loose = article(tmp_path, "a.txt", encoding="utf-8")

    drop(empty.window, loose, folder)
    qtbot.waitUntil(lambda: empty.window.documents.model.rowCount() == 2)

    assert texts(empty.workspace) == [ARABIC, "نص ثان\r\n\u00a0"]
    assert "2 articles added" in empty.window.banner.sentence.text()
    empty.window.action_set["undo"].trigger()
    assert texts(empty.workspace) == []
    assert empty.window.documents.empty.isVisible()


def test_files_that_were_read_for_one_project_do_not_go_into_another(qtbot, empty, sample, tmp_path):
    (tmp_path / "a.txt").write_text(ARABIC, encoding="utf-8")
    window = empty.window

    window.imports.add([tmp_path / "a.txt"])
    window.projects.open(sample)
    qtbot.waitUntil(lambda: not window.tasks._running)

    assert not window.imports.running
    assert queries.document_count(window.workspace.project.database) == 5


def test_a_refused_file_is_listed_with_the_reason_and_the_others_go_in(qtbot, empty, answer, tmp_path):
    good, bad = article(tmp_path, "good.txt"), article(tmp_path, "bad.txt", "")
    seen = []

    def read(dialog: ReportDialog):
        seen.extend(dialog.table.item(0, column).text() for column in (0, 1))

    answer(read)
    drop(empty.window, good, bad)
    qtbot.waitUntil(lambda: bool(seen))

    assert "bad.txt" in seen[0]
    assert "empty" in seen[1]
    assert texts(empty.workspace) == [ARABIC]


def test_an_unclear_encoding_is_asked_about_with_a_preview(qtbot, empty, answer, tmp_path):
    from annotator.formats.plain_text import candidates

    path = article(tmp_path, "old.txt", "خبر", "cp1256")
    readings = [item.encoding for item in candidates(path.read_bytes())]

    def choose(dialog: EncodingDialog):
        group = dialog.groups[path]
        button = next(item for item in group.buttons() if item.property("encoding") == readings[0])
        button.setChecked(True)
        dialog.accept()

    answer(choose)
    drop(empty.window, path)
    qtbot.waitUntil(lambda: empty.window.documents.model.rowCount() == 1)

    assert texts(empty.workspace) == [path.read_bytes().decode(readings[0])]


def test_an_article_that_is_there_already_is_asked_about(qtbot, empty, tmp_path, monkeypatch):
    path = article(tmp_path, "one.txt")
    drop(empty.window, path)
    qtbot.waitUntil(lambda: empty.window.documents.model.rowCount() == 1)
    asked = []

    def keep(_parent, _title, sentence, _choices):
        asked.append(sentence)
        return 1

    monkeypatch.setattr("annotator.ui.importing.ask_choice", keep)
    drop(empty.window, path)
    qtbot.waitUntil(lambda: empty.window.documents.model.rowCount() == 2)

    assert "one.txt" in asked[0]


def test_articles_cannot_be_dropped_where_no_project_is_open(start, tmp_path):
    window = start().window

    drop(window, article(tmp_path, "one.txt"))

    assert "first" in window.banner.sentence.text()


def test_a_dropped_project_is_opened(start, sample):
    window = start().window

    drop(window, sample)

    assert window.documents.model.rowCount() == 5


def test_gold_data_is_written_and_reported(qtbot, window, answer, tmp_path):
    seen = []
    answer(seen.append)

    window.exports.export(tmp_path / "gold", Order())
    qtbot.waitUntil(lambda: bool(seen))

    assert (tmp_path / "gold" / "gold.jsonl").stat().st_size > 1000


def test_a_sound_project_has_no_problems(qtbot, window):
    window.action_set["check"].trigger()

    qtbot.waitUntil(lambda: "No problems" in window.banner.sentence.text())


def test_a_check_can_be_cancelled(workspace, monkeypatch):
    monkeypatch.setattr(Project, "snapshot", lambda project, path, _progress: shutil.copy(project.path, path))
    task = Task()
    task.cancel()

    with pytest.raises(Cancelled):
        exports._check(workspace.project, task)


def test_a_second_window_is_read_only_and_says_who_has_the_project(start, sample):
    with Project.open(sample):
        window = start(sample).window

        assert "has this project open" in window.banner.sentence.text()
        assert not window.action_set["tag-actor"].isEnabled()
        assert not window.action_set["add-articles"].isEnabled()
        assert window.status_line.saved.text() == "Read-only"
        window.article.select(Span(0, 4))
        QTest.keyClick(window.article, Qt.Key.Key_1)
        assert len(window.workspace.opened.annotations) == 112


def test_what_is_no_project_is_refused_and_the_open_one_stays(window, tmp_path):
    path = tmp_path / "other.sanad"
    path.write_text("hello", encoding="utf-8")
    before = window.workspace.project

    window.projects.open_told(path)

    assert "other.sanad" in window.banner.sentence.text()
    assert window.workspace.project is before
    with pytest.raises(UserError):
        window.projects.open(tmp_path / "missing.sanad")


def test_reviewers_have_layers_of_their_own(window, workspace):
    window.article.select(Span(0, 6))
    QTest.keyClick(window.article, Qt.Key.Key_1)

    workspace.add_reviewer("ليلى")

    assert workspace.reviewer.name == "ليلى"
    assert workspace.opened.annotations == {}
    assert window.status_line.progress.text() == "0 of 5 done"
    workspace.be(workspace.reviewers()[0])
    assert len(workspace.opened.annotations) == 1


def test_the_reviewer_returns_at_the_next_start(start, sample):
    sanad = start(sample)
    sanad.workspace.add_reviewer("ليلى")
    sanad.window.close()
    sanad.close()

    assert start(sample).workspace.reviewer.name == "ليلى"


def test_the_direction_of_an_article_can_be_turned_and_turned_back(window, workspace):
    window.action_set["left-to-right"].trigger()
    assert window.article.direction == "ltr"
    assert window.action_set["left-to-right"].isChecked()

    window.action_set["undo"].trigger()
    assert window.article.direction == "rtl"


def test_dragging_an_end_in_the_view_moves_it_in_the_project(window, workspace):
    window.article.select(Span(0, 6))
    QTest.keyClick(window.article, Qt.Key.Key_1)

    window.article.boundary_dragged.emit((workspace.annotation_id, Span(0, 9)))

    assert workspace.annotation.span == Span(0, 9)


def test_the_quote_is_copied_as_the_file_has_it(qapp, window, workspace):
    text = window.article.text
    window.article.select(Span(0, 20))

    window.action_set["copy"].trigger()

    assert qapp.clipboard().text() == text[:20]


def test_a_click_in_the_article_selects_the_annotation_under_it(qtbot, window, workspace):
    workspace.open_document(window.documents.model.summary(0).document.id)
    annotation = workspace.opened.in_order()[0]
    window.article.reveal(annotation.span)
    place = window.article.rectangles(annotation.span)[0].center()

    qtbot.mouseClick(
        window.article.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(place.x()), round(place.y()))
    )

    assert workspace.annotation is not None
    assert workspace.annotation.span.contains(Span(annotation.start, annotation.start + 1))


def test_the_article_is_scrolled_where_it_was_however_often_it_is_opened(start, sample):
    sanad = start(sample)
    sanad.window.article.restore_place(Place(0, 1500))
    place = sanad.window.article.place()
    for _ in range(3):
        sanad.window.close()
        sanad.close()
        sanad = start(sample)
        QApplication.processEvents()
        assert sanad.window.article.place() == place


def test_a_note_half_written_is_kept_when_another_project_is_opened(window, workspace, make_project, sample):
    workspace.tag(Span(0, 4), workspace.labels[0])
    made, document = workspace.annotation_id, workspace.opened.document
    window.inspector.focus_note()
    window.inspector.note.setPlainText("half wri")
    other = make_project("other.sanad")
    other.close()

    window.projects.open(other.path)
    window.projects.open(sample)

    workspace.open_document(document.id)
    assert workspace.opened.annotations[made].note == "half wri"


def test_what_is_being_typed_is_the_reviewers_who_typed_it(window, workspace):
    first = workspace.reviewer
    workspace.add_reviewer("second")
    second = workspace.reviewer
    workspace.be(first)
    workspace.tag(Span(0, 4), workspace.label_set.label_by_name["figure"])
    made = workspace.annotation_id
    field = next(item for item in window.inspector.form.fields if item.attribute.name == "value")
    field.setFocus()
    QTest.keyClicks(field, "5")

    workspace.be(second)  # a menu takes the focus, but ends no editing

    newest = workspace.project.history(1)[0]
    assert (newest.name, newest.reviewer_id) == ("set attributes", first.id)
    workspace.be(first)
    assert workspace.opened.annotations[made].attributes["value"] == 5
