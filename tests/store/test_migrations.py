"""A project of an older version is backed up, then brought up to date in one step, or left as it was."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlite_utils

from annotator.core.errors import UserError
from annotator.store import migrations, queries, tables
from annotator.store.project import Project


def add_colour(database: sqlite_utils.Database) -> None:
    """A migration as one would write it: a table is rebuilt with a column more."""
    database.execute(f"CREATE TABLE new_zone ({NEW_ZONE}) STRICT")
    database.execute("INSERT INTO new_zone SELECT *, 'red' FROM zone")
    database.execute("DROP TABLE zone")
    database.execute("ALTER TABLE new_zone RENAME TO zone")
    database.execute("CREATE INDEX zone_layer ON zone (layer_id)")


NEW_ZONE = tables.SCHEMA["zone"] + ",\n        colour TEXT NOT NULL"


@pytest.fixture
def old(desk: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project of version 1, which a program that writes version 2 is about to open."""
    desk.tag(desk.add(), 0, 3)
    desk.project.close()
    monkeypatch.setattr(migrations, "VERSION", 2)
    monkeypatch.setitem(migrations.MIGRATIONS, 1, add_colour)
    monkeypatch.setitem(tables.SCHEMA, "zone", NEW_ZONE)
    return desk.project.path


def version_of(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def test_an_older_project_is_brought_up_to_date_after_a_backup(old: Path) -> None:
    before = list(sqlite3.connect(old).iterdump())
    with Project.open(old) as project:
        assert not project.read_only
        assert len(queries.documents(project.database)) == 1
        assert project.database.execute("PRAGMA foreign_keys").fetchone()[0] == 1
        project.undo(1)
    assert version_of(old) == 2
    (copy,) = (path for path in old.parent.iterdir() if path != old)
    assert copy.name.startswith("project.version-1.")
    assert version_of(copy) == 1
    assert list(sqlite3.connect(copy).iterdump()) == before


def test_it_is_migrated_once(old: Path) -> None:
    for _ in range(2):
        Project.open(old).close()
    assert len(list(old.parent.iterdir())) == 2


def test_a_migration_that_fails_leaves_the_file_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(database: sqlite_utils.Database) -> None:
        add_colour(database)
        raise ZeroDivisionError

    monkeypatch.setitem(migrations.MIGRATIONS, 1, fail)
    before = list(sqlite3.connect(old).iterdump())
    with pytest.raises(ZeroDivisionError):
        Project.open(old)
    assert version_of(old) == 1
    assert list(sqlite3.connect(old).iterdump()) == before
    assert not old.with_name(f".{old.name}.lock").exists()


def test_a_migration_that_loses_rows_others_refer_to_is_not_committed(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(database: sqlite_utils.Database) -> None:
        add_colour(database)
        database.execute("DELETE FROM layer")

    monkeypatch.setitem(migrations.MIGRATIONS, 1, lose)
    with pytest.raises(ValueError, match="a row of annotation"):
        Project.open(old)
    assert version_of(old) == 1


def test_a_project_that_cannot_be_backed_up_is_not_migrated(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("annotator.store.copying._put_in_place", full)
    with pytest.raises(UserError, match="No space left"):
        Project.open(old)
    assert version_of(old) == 1
    assert list(old.parent.iterdir()) == [old]


def test_an_older_project_is_not_read_without_being_written_once(old: Path) -> None:
    with pytest.raises(UserError, match="opened for writing once"):
        Project.open(old, read_only=True)
    assert version_of(old) == 1


def test_a_damaged_older_project_is_not_migrated(old: Path) -> None:
    data = bytearray(old.read_bytes())
    data[4096 * 5 : 4096 * 6] = b"\x5a" * 4096
    old.write_bytes(data)
    with pytest.raises(UserError, match="damaged"):
        Project.open(old)
    assert old.read_bytes() == data
    assert list(old.parent.iterdir()) == [old]


def test_every_version_up_to_this_one_has_its_migration() -> None:
    assert sorted(migrations.MIGRATIONS) == list(range(1, migrations.VERSION))


@pytest.mark.parametrize(
    "path", sorted(Path(__file__).parents[1].joinpath("data", "projects").glob("*.sanad"))
)
def test_projects_of_every_version_open(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    with Project.open(copy) as project:
        assert queries.document_count(project.database) > 0
        assert sum(queries.label_counts(project.database).values()) > 0
        while project.undo(1):
            pass
        while project.redo(1):
            pass
