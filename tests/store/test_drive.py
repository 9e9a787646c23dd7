"""A drive that is full, and a file that others move, delete or hold."""

import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest

from annotator.core import edits
from annotator.core.errors import UserError
from annotator.store import queries
from annotator.store.check import check
from annotator.store.project import Project
from tests.store.bundles import Dump, bundle


def test_a_full_drive_is_told_and_the_next_change_works(desk: Any, dump: Dump) -> None:
    document = desk.add()
    database, was = desk.project.database, dump(desk.project)
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError, match=r"not saved: the drive is full"):
        desk.add("نص " * 20000)
    assert dump(desk.project) == was
    assert not database.conn.in_transaction
    database.execute("PRAGMA max_page_count = 1000000")
    desk.tag(document, 0, 3)
    assert check(database) == []


def test_a_drive_that_fills_up_during_an_import_leaves_nothing_of_it(desk: Any, dump: Dump) -> None:
    database, was = desk.project.database, dump(desk.project)
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count = {pages + 20}")

    def import_much() -> None:
        with desk.project.bulk("import", "9", 1):
            for number in range(100):
                text = f"{number} " + "كلمة " * 500
                desk.project.apply(bundle(desk, text, 100), [text])

    with pytest.raises(UserError, match=r"not saved: the drive is full"):
        import_much()
    assert dump(desk.project) == was
    assert check(database) == []


def test_a_file_that_was_renamed_while_open_takes_no_change(desk: Any) -> None:
    document = desk.add()
    path: Path = desk.project.path
    path.rename(path.with_name("moved.sanad"))
    with pytest.raises(UserError, match="moved, renamed or deleted"):
        desk.tag(document, 0, 3)
    path.with_name("moved.sanad").rename(path)
    desk.tag(document, 0, 3)


def test_the_work_of_a_deleted_file_can_be_saved_as_a_copy(desk: Any, tmp_path: Path) -> None:
    document = desk.add()
    desk.tag(document, 0, 3)
    desk.project.path.unlink()
    with pytest.raises(UserError, match="save a copy"):
        desk.tag(document, 0, 3)
    desk.project.snapshot(tmp_path / "saved.sanad")
    with Project.open(tmp_path / "saved.sanad") as saved:
        assert queries.label_counts(saved.database)["actor"] == 1


def test_another_program_in_the_way_is_told(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    document = desk.add()
    desk.project.database.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(desk.project.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(UserError, match="another program is using it"):
        desk.project.apply(edits.set_direction(desk.context, document, "ltr"))
    other.rollback()
    other.close()
    desk.project.apply(edits.set_direction(desk.context, document, "ltr"))


def test_a_wrong_statement_is_a_bug_and_not_blamed_on_the_drive(desk: Any) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), desk.project.bulk("import", "", 1):
        desk.project.database.execute("SELECT * FROM no_such")
    desk.add()


def test_closing_waits_for_a_copy_that_is_being_made(desk: Any, tmp_path: Path) -> None:
    desk.add("نص " * 200_000)
    started, go_on = threading.Event(), threading.Event()

    def progress(_done: int, _total: int) -> None:
        started.set()
        go_on.wait(10)

    copying = threading.Thread(target=desk.project.snapshot, args=(tmp_path / "copy.sanad", progress))
    copying.start()
    assert started.wait(10)
    closing = threading.Thread(target=desk.project.close)
    closing.start()
    go_on.set()
    for thread in (copying, closing):
        thread.join(10)
        assert not thread.is_alive()
    with Project.open(tmp_path / "copy.sanad") as copy:
        assert check(copy.database) == []
