"""A window that is killed has on disk whatever it said is saved, and opens again as if nothing had been."""

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

_CHILD = Path(__file__).with_name("window_tagging.py")
Survivors = Callable[[], list[str]]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks windows that are ready to open")


@pytest.fixture
def path(desk: Any) -> Path:
    """A closed project with one document of some pages."""
    desk.add("كلمة " * 20_000)
    desk.project.close()
    return Path(desk.project.path)


@pytest.fixture
def windows(path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    """The process that opens windows on the project."""
    pytest.importorskip("PySide6")
    home = str(tmp_path_factory.mktemp("home"))
    own = {f"XDG_{name}_HOME": home for name in ("CONFIG", "STATE", "DATA", "CACHE")}
    environment = os.environ | own | {"HOME": home, "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(
        [sys.executable, _CHILD, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    )
    yield process
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    process.wait(20)
    process.stdout.close()


def kill_one(windows: subprocess.Popen[str], seconds: float) -> list[str]:
    """Open a window, kill it some time after it is ready; the UUIDs it had told by then."""
    assert windows.stdin is not None
    assert windows.stdout is not None
    windows.stdin.write("\n")
    windows.stdin.flush()
    ready, number = windows.stdout.readline().split()
    assert ready == "ready"
    timer = threading.Timer(seconds, os.kill, (int(number), signal.SIGKILL))
    timer.start()
    told = []
    for line in windows.stdout:
        if line.endswith("gone\n"):  # perhaps after a part of what the window was about to tell
            break
        told.append(line.strip())
    else:
        pytest.fail("The process that opens windows has ended.")
    timer.join()
    return told


def run(rounds: int, windows: subprocess.Popen[str], survivors: Survivors) -> None:
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    known: list[str] = []
    for number in range(rounds):
        told = kill_one(windows, chance.uniform(0, 0.4))
        found = survivors()
        where = f"round {number} of seed {seed}"
        expected = known + told
        assert found[: len(expected)] == expected, where
        assert len(found) <= len(expected) + 1, where  # what was on disk and not yet told
        known = found
    assert known


def test_a_killed_window_loses_nothing_it_said_was_saved(
    windows: subprocess.Popen[str], survivors: Survivors
) -> None:
    run(8, windows, survivors)


@pytest.mark.thorough
@pytest.mark.timeout(1800)
def test_hundreds_of_killed_windows_lose_nothing_they_said_was_saved(
    windows: subprocess.Popen[str], survivors: Survivors
) -> None:
    run(300, windows, survivors)
