"""Making, opening, refusing and closing project files."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.core.errors import UserError
from annotator.core.schema import SchemeDefinition, define
from annotator.store import queries, recovery
from annotator.store.migrations import APPLICATION_ID, VERSION
from annotator.store.project import Project

HOLD = """
import sys
from pathlib import Path
from annotator.store.project import Project
project = Project.open(Path(sys.argv[1]))
print(project.read_only, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def closed(desk: Any) -> Path:
    """A closed project with a document and an annotation."""
    desk.tag(desk.add(), 0, 3)
    desk.project.close()
    return desk.project.path


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        Project.open(path)
    return str(caught.value)


def change(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def overwrite(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


def test_a_new_project_has_its_label_set_its_reviewer_and_no_document(
    project: Project, definition: SchemeDefinition
) -> None:
    assert define(project.label_set) == definition
    assert [reviewer.name for reviewer in queries.reviewers(project.database)] == ["مراجع"]
    assert queries.documents(project.database) == []
    assert not project.read_only
    assert project.owner is None


def test_a_project_keeps_its_identity(closed: Path) -> None:
    with Project.open(closed) as first:
        uuid = first.uuid
    with Project.open(closed) as second:
        assert second.uuid == uuid


def test_the_creation_cannot_be_undone(project: Project) -> None:
    assert project.undoable(1) is None
    assert project.undo(1) is None
    assert [step.name for step in project.history()] == ["create"]


def test_what_exists_is_not_overwritten(tmp_path: Path, definition: SchemeDefinition) -> None:
    path = tmp_path / "letter.sanad"
    path.write_text("dear")
    with pytest.raises(UserError, match="exists already"):
        Project.create(path, definition, "R")
    assert path.read_text() == "dear"
    assert os.listdir(tmp_path) == ["letter.sanad"]  # noqa: PTH208  # names are what matters


def test_a_project_is_not_made_in_a_folder_that_is_not_there(
    tmp_path: Path, definition: SchemeDefinition
) -> None:
    with pytest.raises(UserError, match="no folder"):
        Project.create(tmp_path / "nowhere" / "a.sanad", definition, "R")
    assert list(tmp_path.iterdir()) == []


def test_a_reviewer_needs_a_name(tmp_path: Path, definition: SchemeDefinition) -> None:
    with pytest.raises(UserError, match="needs a name"):
        Project.create(tmp_path / "a.sanad", definition, "  ")
    assert list(tmp_path.iterdir()) == []


def test_a_creation_that_fails_leaves_nothing(
    tmp_path: Path, definition: SchemeDefinition, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr("annotator.store.connecting.history.record", full)
    with pytest.raises(UserError, match="the drive is full"):
        Project.create(tmp_path / "a.sanad", definition, "R")
    assert list(tmp_path.iterdir()) == []


def test_one_file_is_left_when_closed(closed: Path) -> None:
    assert list(closed.parent.iterdir()) == [closed]


def test_closing_twice_is_harmless(project: Project) -> None:
    project.close()
    project.close()
    with Project.open(project.path) as again:
        assert not again.read_only


@pytest.mark.parametrize("name", ["مشروع ١.sanad", "a b#c?d%20'\";--.sanad", "no-suffix"])
def test_any_file_name_will_do(make_project: Callable[..., Project], name: str) -> None:
    path = make_project(name).path
    assert path.name == name
    assert path.exists()


def test_a_symbolic_link_opens_and_locks_what_it_names(closed: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.sanad"
    link.symlink_to(closed)
    with Project.open(link) as first, Project.open(closed) as second:
        assert not first.read_only
        assert second.read_only


# --- refusals ---


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.sanad").endswith("gone.sanad”: No such file or directory.")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is not a file" in refusal(tmp_path)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", "نص".encode() * 200])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.sanad"
    path.write_bytes(content)
    assert "not a Sanad project" in refusal(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.sanad"
    change(path, "CREATE TABLE notes (text)")
    assert "another program" in refusal(path)


def test_a_newer_project_is_refused_and_untouched(closed: Path) -> None:
    change(closed, "PRAGMA user_version = 999")
    before = closed.read_bytes()
    assert "newer Sanad (file version 999" in refusal(closed)
    assert closed.read_bytes() == before
    assert list(closed.parent.iterdir()) == [closed]


def test_a_version_that_never_was_is_refused(closed: Path) -> None:
    change(closed, "PRAGMA user_version = 0")
    assert "damaged" in refusal(closed)


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("CREATE TRIGGER evil AFTER INSERT ON annotation BEGIN DELETE FROM document; END", "trigger evil"),
        ("CREATE VIEW evil AS SELECT * FROM text", "view evil"),
        ("CREATE TABLE evil (x)", "table evil"),
        ("CREATE INDEX evil ON document (name)", "index evil"),
    ],
)
def test_what_sanad_did_not_make_is_refused_by_name(closed: Path, statement: str, what: str) -> None:
    change(closed, statement)
    assert what in refusal(closed)


def test_a_trigger_under_a_name_of_sqlite_is_refused(closed: Path) -> None:
    change(
        closed,
        "CREATE TRIGGER evil AFTER INSERT ON annotation BEGIN DELETE FROM document; END",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET name = 'sqlite_autoindex_evil' WHERE name = 'evil'",
    )
    assert "did not make" in refusal(closed) or "damaged" in refusal(closed)


def test_a_missing_table_is_refused(closed: Path) -> None:
    change(closed, "DROP TABLE zone")
    assert "a part is missing" in refusal(closed)


def test_a_project_without_its_own_row_is_refused(closed: Path) -> None:
    change(closed, "DELETE FROM project")
    assert "a part is missing" in refusal(closed)


def test_a_truncated_file_is_refused(closed: Path) -> None:
    data = closed.read_bytes()
    closed.write_bytes(data[: len(data) // 2])
    assert "is damaged" in refusal(closed)


def test_damage_in_the_schema_page_is_refused(closed: Path) -> None:
    overwrite(closed, 100, b"\xff" * 400)
    assert "is damaged" in refusal(closed)


@pytest.mark.parametrize("page", range(2, 30, 3))
def test_a_damaged_page_is_refused(closed: Path, page: int) -> None:
    overwrite(closed, (page - 1) * 4096, b"\x5a" * 4096)
    before = closed.read_bytes()
    assert "is damaged" in refusal(closed)
    assert closed.read_bytes() == before
    assert list(closed.parent.iterdir()) == [closed]


def test_a_changed_letter_is_found_when_the_text_is_read(closed: Path) -> None:
    data = closed.read_bytes()
    at = data.index("مسؤول".encode())
    overwrite(closed, at, "نسؤول".encode())
    with Project.open(closed) as project:
        (document,) = queries.documents(project.database)
        with pytest.raises(UserError, match="damaged"):
            queries.text(project.database, document.text_sha256)


def test_the_header_says_what_the_file_is(closed: Path) -> None:
    header = closed.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == VERSION


# --- two windows ---


def test_a_second_window_reads_and_is_told_who_has_the_project(closed: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, closed], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "False\n"
        with Project.open(closed) as project:
            assert project.read_only
            assert project.owner is not None
            assert f"(process {holder.pid})" in str(project.owner)
            (document,) = queries.documents(project.database)
            assert document.name == "article.txt"
            with pytest.raises(UserError, match="read-only"):
                project.undo(1)
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        with Project.open(closed) as project:  # the lock went with its process
            assert not project.read_only
    finally:
        holder.kill()
        holder.communicate()
    assert list(closed.parent.iterdir()) == [closed]


def test_a_project_opened_twice_in_one_process_has_one_writer(closed: Path) -> None:
    with Project.open(closed) as first:
        with Project.open(closed) as second:
            assert (first.read_only, second.read_only) == (False, True)
            assert f"(process {os.getpid()})" in str(second.owner)
        with Project.open(closed) as third:  # closing the second gave nothing away
            assert third.read_only
    with Project.open(closed) as fourth:
        assert not fourth.read_only


def test_a_reader_does_not_keep_a_writer_out(closed: Path) -> None:
    with Project.open(closed, read_only=True) as reader, Project.open(closed) as writer:
        assert reader.read_only
        assert reader.owner is None
        assert not writer.read_only
        writer.undo(1)
        assert queries.label_counts(reader.database)["actor"] == 0


def test_a_user_without_a_name_can_work(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr(recovery.getpass, "getuser", nameless)
    with Project.open(closed) as first, Project.open(closed) as second:
        assert not first.read_only
        assert str(second.owner).startswith("someone on ")


def test_a_lock_file_that_was_left_behind_locks_nothing(closed: Path) -> None:
    closed.with_name(f".{closed.name}.lock").write_text('{"name": "ghost"}')
    with Project.open(closed) as project:
        assert not project.read_only
    assert list(closed.parent.iterdir()) == [closed]


# --- media that cannot be written ---


def test_a_folder_that_cannot_be_written_opens_read_only(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_lock: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(recovery.ProjectLock, "take", refused)
    with Project.open(closed) as project:
        assert project.read_only
        assert project.owner is None


def test_a_file_that_cannot_be_written_opens_read_only(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.store.connecting.os.access", lambda *_: False)
    with Project.open(closed) as project:
        assert project.read_only
        assert len(queries.documents(project.database)) == 1
    assert list(closed.parent.iterdir()) == [closed]


@pytest.mark.skipif(os.geteuid() == 0, reason="permission bits do not bind root")
def test_permission_bits_make_a_project_read_only(closed: Path) -> None:
    closed.parent.chmod(0o555)
    try:
        with Project.open(closed) as project:
            assert project.read_only
    finally:
        closed.parent.chmod(0o755)


# --- a write that was cut off ---


@pytest.fixture
def cut_off(closed: Path, tmp_path: Path) -> Path:
    """A project whose last write was cut off: half of it in the file, a hot journal beside it."""
    source = sqlite3.connect(closed, isolation_level=None)
    source.execute("PRAGMA cache_size = 1")  # so that it spills to the file before the commit
    source.execute("BEGIN IMMEDIATE")
    source.execute("UPDATE document SET name = 'half'")
    source.execute("CREATE TABLE spill (x)")
    source.executemany("INSERT INTO spill VALUES (?)", [("x" * 3000,)] * 200)
    target = tmp_path / "after crash" / closed.name
    target.parent.mkdir()
    for path in (closed, closed.with_name(f"{closed.name}-journal")):
        (target.parent / path.name).write_bytes(path.read_bytes())
    source.rollback()
    source.close()
    return target


@pytest.mark.parametrize("read_only", [False, True])
def test_opening_rolls_a_cut_off_write_back(cut_off: Path, read_only: bool) -> None:
    with Project.open(cut_off, read_only=read_only) as project:
        assert [document.name for document in queries.documents(project.database)] == ["article.txt"]
    assert list(cut_off.parent.iterdir()) == [cut_off]


def test_a_cut_off_write_on_a_read_only_medium_is_not_called_damage(
    cut_off: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.store.connecting.os.access", lambda *_: False)
    before = cut_off.read_bytes()
    sentence = refusal(cut_off)
    assert "damaged" not in sentence
    assert "copy it and the “-journal” file" in sentence
    assert cut_off.read_bytes() == before
