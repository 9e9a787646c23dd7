"""Copies of a project: snapshots, the copy before a migration, and automatic backups.

A copy is made by SQLite's backup API, which sees one moment of the project however long it takes, under a
temporary name, and gets its own name when it is whole and on the drive.
"""

import os
import re
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from msgspec import Struct

from annotator.core.errors import UserError
from annotator.store.failures import NOT_COPIED, explained
from annotator.store.recovery import first_problem

if TYPE_CHECKING:
    from annotator.store.project import Project

_PAGES = 256
"""Pages copied at a time: about 1 MB, a millisecond. Between two steps the project can be changed."""

_PAUSE = 0.001
"""Seconds between two steps: without it the copy takes the connection again before a waiting tag gets it."""

_NAME = re.compile(r"(\d{8}T\d{6}Z)-(\d+)\.sanad")
_TIME = "%Y%m%dT%H%M%SZ"

_KEPT = (
    (lambda backup: backup.path.name, 5),
    (lambda backup: backup.at.date(), 7),
    (lambda backup: backup.at.isocalendar()[:2], 4),
    (lambda backup: (backup.at.year, backup.at.month), 6),
)  # fmt: skip
"""The newest backups of so many moments, days, weeks and months."""


class Backup(Struct, frozen=True):
    """An automatic backup."""

    path: Path
    at: datetime
    revision: int
    """The project's revision that it holds."""


def copy(
    source: sqlite3.Connection,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    *,
    check: bool = False,
    durable: bool = True,
) -> None:
    """Copy an open project to ``path``, replacing what is there; ``check`` proves the copy whole first.

    Unless it is ``durable`` a loss of power may take the copy away: enough for one that is used and removed.

    ``progress`` is told the pages done and the pages there are; what it raises ends the copy.

    Raises:
        UserError: the copy cannot be written; what was at ``path`` is untouched.
    """
    partial = path.with_name(f".{uuid4().hex}.partial")
    try:
        with explained(NOT_COPIED, path):
            _fill(source, partial, progress)
            if check:
                _prove(partial, path)
            if durable:
                _put_in_place(partial, path)
            else:
                partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def copy_before_migration(source: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy a project beside itself; the copy's path.

    Raises:
        UserError: the copy cannot be written.
    """
    stamp = datetime.now(UTC).strftime(_TIME)
    target = path.with_name(f"{path.stem}.version-{version}.{stamp}{path.suffix}")
    copy(source, target, check=True)
    return target


def back_up_if_due(
    project: "Project", folder: Path, progress: Callable[[int, int], None] | None = None
) -> Path | None:
    """Back a project up to its own folder in ``folder``, unless the newest backup there holds what it holds.

    Made to run in a worker after a project has been opened; ``progress`` is as in :func:`copy`. Older backups
    are thinned out. Returns the new backup's path.

    Raises:
        UserError: the backup cannot be written.
    """
    revision = project.revision
    made = backups(folder, project.uuid)
    if made and made[0].revision == revision:
        return None
    stamp = datetime.now(UTC).strftime(_TIME)
    path: Path = folder / project.uuid / f"{stamp}-{revision}.sanad"
    with explained(NOT_COPIED, path):
        path.parent.mkdir(parents=True, exist_ok=True)
    project.snapshot(path, progress, check=True)
    _thin(backups(folder, project.uuid))
    return path


def backups(folder: Path, uuid: str) -> list[Backup]:
    """The automatic backups of a project, newest first."""
    found = []
    for path in (folder / uuid).glob("*.sanad"):
        match = _NAME.fullmatch(path.name)
        if match:
            at = datetime.strptime(match[1], _TIME).replace(tzinfo=UTC)
            found.append(Backup(path, at, int(match[2])))
    return sorted(found, key=lambda backup: (backup.at, backup.revision), reverse=True)


def _thin(made: list[Backup]) -> None:
    """Remove the backups that are the newest of no moment, day, week or month to keep."""
    kept: set[Path] = set()
    for moment_of, count in _KEPT:
        newest: dict[object, Path] = {}
        for backup in made:
            newest.setdefault(moment_of(backup), backup.path)
        kept.update(list(newest.values())[:count])
    for backup in made:
        if backup.path not in kept:
            backup.path.unlink(missing_ok=True)


def _fill(source: sqlite3.Connection, partial: Path, progress: Callable[[int, int], None] | None) -> None:
    def report(_status: int, remaining: int, total: int) -> None:
        time.sleep(_PAUSE)
        if progress is not None:
            progress(total - remaining, total)

    with closing(sqlite3.connect(partial)) as target:
        target.execute("PRAGMA journal_mode = OFF")  # nobody reads it before it is whole
        target.execute("PRAGMA synchronous = OFF")
        # A step that meets an open transaction of the project waits so many seconds and tries again.
        source.backup(target, pages=_PAGES, progress=report, sleep=0.01)


def _prove(partial: Path, path: Path) -> None:
    with closing(sqlite3.connect(f"{partial.absolute().as_uri()}?mode=ro", uri=True)) as made:
        problem = first_problem(made)
    if problem:
        raise UserError(NOT_COPIED, path=path, reason=problem)


def _put_in_place(partial: Path, path: Path) -> None:
    """Bring the copy to the drive, then give it its name: a name never stands for half a copy."""
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
    partial.replace(path)
    if hasattr(os, "O_DIRECTORY"):  # elsewhere a folder cannot be opened, and need not be
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
