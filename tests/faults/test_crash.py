"""A process that is killed loses nothing it has told, and leaves nothing half done."""

import random
import signal
import subprocess
import threading
from collections.abc import Callable
from typing import Any

import pytest

Tagging = Callable[..., subprocess.Popen[str]]
Survivors = Callable[[], list[str]]


def kill_after(child: subprocess.Popen[str], seconds: float) -> list[str]:
    """Kill a child some time after it is ready; the UUIDs it had told by then."""
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    timer = threading.Timer(seconds, child.send_signal, (signal.SIGKILL,))
    timer.start()
    told = child.stdout.read().splitlines(keepends=True)
    timer.join()
    assert child.wait() == -signal.SIGKILL
    return [line.strip() for line in told if line.endswith("\n")]


def run(rounds: int, tagging: Tagging, survivors: Survivors, longest: float) -> None:
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    known: list[str] = []
    for number in range(rounds):
        told = kill_after(tagging(), chance.uniform(0, longest))
        found = survivors()
        where = f"round {number} of seed {seed}"
        expected = known + told
        assert found[: len(expected)] == expected, where
        assert len(found) <= len(expected) + 1, where  # what was on disk and not yet told
        known = found
    assert len(known) > rounds


def test_forty_kills_at_random_moments_lose_nothing_that_was_told(
    tagging: Tagging, survivors: Survivors
) -> None:
    run(40, tagging, survivors, 0.06)


@pytest.mark.thorough
@pytest.mark.timeout(1800)
def test_hundreds_of_kills_lose_nothing_that_was_told(tagging: Tagging, survivors: Survivors) -> None:
    run(500, tagging, survivors, 0.2)


def test_a_child_that_is_left_alone_closes_cleanly(tagging: Tagging, survivors: Survivors) -> None:
    out: Any = tagging(3).communicate()[0].splitlines()
    assert out[0] == "ready"
    assert out[-1] == "closed"
    assert survivors() == out[1:-1]
