"""What the fault tests share: a project, and a child process that works on it until it is stopped."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.store import queries
from annotator.store.check import check
from annotator.store.project import Project

_CHILD = Path(__file__).with_name("tagging.py")


@pytest.fixture
def path(desk: Any) -> Path:
    """A closed project with one document."""
    desk.add("كلمة " * 200_000)
    desk.project.close()
    return desk.project.path


@pytest.fixture
def tagging(path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a child that tags and prints the UUID of each annotation once apply has returned."""
    children: list[subprocess.Popen[str]] = []

    def start(count: int = 1_000_000, before: tuple[str, ...] = ()) -> subprocess.Popen[str]:
        child = subprocess.Popen(
            [*before, sys.executable, _CHILD, path, str(count)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        children.append(child)
        return child

    yield start
    for child in children:
        child.kill()
        child.wait()
        if child.stdout is not None:
            child.stdout.close()


@pytest.fixture
def survivors(path: Path) -> Callable[[], list[str]]:
    """Opens the project as the next start does, checks it, and gives the UUIDs in it, oldest first."""

    def look() -> list[str]:
        with Project.open(path) as project:
            assert not project.read_only
            assert check(project.database) == []
            rows = project.database.execute("SELECT uuid FROM annotation ORDER BY id").fetchall()
            steps = project.database.execute("SELECT count(*) FROM history WHERE name = 'tag'").fetchone()[0]
            assert steps == len(rows)
            if rows:
                (document,) = queries.documents(project.database)
                assert queries.layer(project.database, document.id, 1) is not None
        assert list(path.parent.iterdir()) == [path]
        return [row[0] for row in rows]

    return look
