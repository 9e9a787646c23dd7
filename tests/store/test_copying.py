"""Snapshots and backups: one moment of the project, whole, and never in the way of a tag."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from annotator.core.errors import UserError
from annotator.store import copying, queries
from annotator.store.check import check
from annotator.store.copying import back_up_if_due, backups
from annotator.store.project import Project

Dump = Callable[[Project], dict[str, list[Any]]]


def test_a_snapshot_is_the_project(desk: Any, dump: Dump, tmp_path: Path) -> None:
    desk.tag(desk.add(), 0, 3)
    told: list[tuple[int, int]] = []
    desk.project.snapshot(tmp_path / "copy.sanad", lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 0
    with Project.open(tmp_path / "copy.sanad") as copy:
        assert copy.uuid == desk.project.uuid
        assert dump(copy) == dump(desk.project)
        assert check(copy.database) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".project.sanad.lock",
        "copy.sanad",
        "project.sanad",
    ]


def test_a_snapshot_taken_while_tagging_holds_a_prefix_of_the_tags(desk: Any, tmp_path: Path) -> None:
    text = "كلمة " * 60_000
    document = desk.add(text)
    pages = 0

    def one_more(_done: int, _total: int) -> None:
        nonlocal pages
        pages += 1

    worker = threading.Thread(target=desk.project.snapshot, args=(tmp_path / "copy.sanad", one_more))
    worker.start()
    made = [desk.tag(document, start * 5, start * 5 + 4).uuid for start in range(60)]
    worker.join(30)
    assert not worker.is_alive()
    with Project.open(tmp_path / "copy.sanad") as copy:
        assert check(copy.database) == []
        layer = queries.layer(copy.database, document.id, desk.reviewer_id)
        copied = [item.uuid for item in queries.annotations(copy.database, layer.id)] if layer else []
    assert copied == made[: len(copied)]


def test_a_snapshot_that_is_broken_off_leaves_nothing(desk: Any, tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    before = sorted(tmp_path.iterdir())
    with pytest.raises(UserError, match="Cannot write a copy"):
        desk.project.snapshot(tmp_path / "copy.sanad", stop)
    assert sorted(tmp_path.iterdir()) == before


def test_what_a_listener_raises_to_cancel_a_snapshot_comes_through(desk: Any, tmp_path: Path) -> None:
    class Cancelled(Exception):  # noqa: N818
        pass

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        desk.project.snapshot(tmp_path / "copy.sanad", stop)
    desk.add()


def test_a_snapshot_replaces_another_file_whole(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "copy.sanad").write_text("old")
    desk.project.snapshot(tmp_path / "copy.sanad", check=True)
    with Project.open(tmp_path / "copy.sanad"):
        pass


def test_a_snapshot_does_not_replace_an_open_project(desk: Any) -> None:
    with pytest.raises(UserError, match="is open"):
        desk.project.snapshot(desk.project.path)
    desk.add()


def test_a_project_that_has_been_closed_is_not_copied(desk: Any, tmp_path: Path) -> None:
    desk.project.close()
    with pytest.raises(UserError, match="was closed"):
        back_up_if_due(desk.project, tmp_path / "backups")


def test_a_folder_that_is_not_there_is_told(desk: Any, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Cannot write a copy"):
        desk.project.snapshot(tmp_path / "nowhere" / "copy.sanad")


# --- backups ---


def test_a_backup_is_made_when_something_has_changed(desk: Any, dump: Dump, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    desk.add()
    first = back_up_if_due(desk.project, folder)
    assert first is not None
    assert back_up_if_due(desk.project, folder) is None
    desk.project.undo(1)
    second = back_up_if_due(desk.project, folder)
    assert second not in (None, first)
    assert [backup.path for backup in backups(folder, desk.project.uuid)] == [second, first]
    with Project.open(first) as project:
        assert len(queries.documents(project.database)) == 1


def test_backups_of_two_projects_keep_apart(make_project: Callable[..., Project], tmp_path: Path) -> None:
    one, other = make_project("one.sanad"), make_project("other.sanad")
    folder = tmp_path / "backups"
    assert back_up_if_due(one, folder)
    assert back_up_if_due(other, folder)
    assert len(backups(folder, one.uuid)) == len(backups(folder, other.uuid)) == 1


def test_a_backup_can_be_made_in_a_worker(desk: Any, tmp_path: Path) -> None:
    worker = threading.Thread(target=back_up_if_due, args=(desk.project, tmp_path / "backups"))
    worker.start()
    desk.add()
    worker.join(10)
    assert len(backups(tmp_path / "backups", desk.project.uuid)) == 1


def test_a_backup_that_cannot_be_written_is_told(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file is in the way")
    with pytest.raises(UserError, match="Cannot write a copy"):
        back_up_if_due(desk.project, tmp_path / "backups")


def test_old_backups_are_thinned_out_and_none_is_lost_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "uuid"
    folder.mkdir()
    start = datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(400):  # one every twelve hours, for 200 days
        at = start + timedelta(hours=12 * number)
        (folder / f"{at.strftime('%Y%m%dT%H%M%SZ')}-{number}.sanad").touch()
        copying._thin(backups(tmp_path, "uuid"))
    kept = backups(tmp_path, "uuid")
    assert [backup.revision for backup in kept[:5]] == [399, 398, 397, 396, 395]
    assert len(kept) <= 22
    ages = [(kept[0].at - backup.at).days for backup in kept]
    assert max(ages) >= 120
    assert len({backup.at.date() for backup in kept[:12]}) >= 6


def test_files_that_are_no_backups_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "uuid").mkdir()
    (tmp_path / "uuid" / "mine.sanad").touch()
    assert backups(tmp_path, "uuid") == []
