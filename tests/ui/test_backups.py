import pytest

from annotator.core.records import Span
from annotator.store.check import check
from annotator.store.copying import backups
from annotator.store.project import Project
from annotator.ui.backups import default_folder


def made(sanad):
    return backups(default_folder(), sanad.workspace.project.uuid)


def rest(qtbot, sanad):
    """Wait until nothing runs in the background."""
    qtbot.waitUntil(lambda: not sanad.window.tasks._running)


def test_opening_a_project_backs_it_up_unless_nothing_has_changed(start, sample, qtbot):
    sanad = start(sample)
    rest(qtbot, sanad)
    (first,) = made(sanad)
    sanad.workspace.tag(Span(0, 4), sanad.workspace.labels[0])
    sanad.window.projects.close()

    sanad.window.projects.open(sample)
    rest(qtbot, sanad)
    assert len(made(sanad)) == 2
    sanad.window.projects.close()
    sanad.window.projects.open(sample)
    rest(qtbot, sanad)

    assert len(made(sanad)) == 2
    with Project.open(first.path, read_only=True) as project:
        assert check(project.database) == []


def test_backups_can_be_switched_off(start, sample, qtbot):
    sanad = start()
    sanad.window.preferences.set("backups", "off")
    sanad.window.projects.open(sample)
    rest(qtbot, sanad)
    assert made(sanad) == []


def test_a_backup_that_cannot_be_made_is_only_logged(start, sample, qtbot, caplog):
    default_folder().parent.mkdir(parents=True, exist_ok=True)
    default_folder().write_text("a file is in the way")
    sanad = start(sample)
    rest(qtbot, sanad)
    assert "No backup was made" in caplog.text
    assert not sanad.window.banner.isVisible()
    caplog.clear()


def test_closing_at_once_does_not_wait_for_the_backup(start, sample):
    sanad = start(sample)
    sanad.window.projects.close()
    assert sanad.workspace.project is None


@pytest.fixture
def choose(monkeypatch):
    """Have the person choose a row of the menu, by its number; all that were offered."""
    offered = []

    def at(number):
        def chosen(menu, _window):
            rows = menu.actions()
            while rows and rows[0].menu() is not None:
                rows = rows[0].menu().actions()
            offered.extend(row.text() for row in rows)
            return rows[number] if rows[number].isEnabled() else None

        monkeypatch.setattr("annotator.ui.backups.ask_row", chosen)
        return offered

    return at


def test_a_backup_is_opened_as_a_copy(start, sample, qtbot, choose, monkeypatch, tmp_path):
    sanad = start(sample)
    rest(qtbot, sanad)
    sanad.workspace.tag(Span(0, 4), sanad.workspace.labels[0])
    count = len(sanad.workspace.opened.annotations)
    target = tmp_path / "earlier.sanad"
    monkeypatch.setattr("annotator.ui.backups.ask_new_file", lambda *_: target)
    offered = choose(0)

    sanad.window.action_set["open-backup"].trigger()

    assert len(offered) == 1
    assert "sample" in offered[0]
    assert sanad.workspace.project.path == target
    assert len(sanad.workspace.opened.annotations) == count - 1
    assert made(sanad)
    rest(qtbot, sanad)


def test_the_copy_of_a_backup_replaces_nothing(start, sample, qtbot, choose, monkeypatch):
    sanad = start(sample)
    rest(qtbot, sanad)
    monkeypatch.setattr("annotator.ui.backups.ask_new_file", lambda *_: sample)
    choose(0)

    sanad.window.action_set["open-backup"].trigger()

    assert "exists already" in sanad.window.banner.sentence.text()


def test_where_there_is_no_backup_the_menu_says_so(start, choose):
    offered = choose(0)
    start().window.action_set["open-backup"].trigger()
    assert offered == ["No backups yet"]
