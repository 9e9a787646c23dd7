"""Measures and tells: each figure beside its floor from the same run, as a table and in ``build/bench.json``.

A floor is what the plainest program needs for the same data: ``sqlite3`` and ``json``. Nothing here asserts a
time: machines differ. What holds anywhere is the ratio.
"""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

_RESULT = Path(__file__).parents[2] / "build" / "bench.json"
_ROWS = pytest.StashKey[list[dict[str, str | float | None]]]()


class Bench:
    """Gathers figures."""

    def __init__(self, rows: list[dict[str, str | float | None]]) -> None:
        self._rows = rows

    def add(self, what: str, seconds: float, floor: float | None = None, aim: str = "") -> None:
        """Tell how long something took, in seconds, and how long the plainest way to do it."""
        self._rows.append(
            {
                "what": what,
                "ms": round(seconds * 1000, 3),
                "floor_ms": None if floor is None else round(floor * 1000, 3),
                "ratio": None if not floor else round(seconds / floor, 2),
                "aim": aim,
            }
        )

    def add_many(
        self, what: str, times: list[float], floors: list[float] | None = None, aim: str = ""
    ) -> None:
        """Tell the median and the 99th percentile of many."""
        for name, share in (("p50", 0.5), ("p99", 0.99)):
            floor = None if floors is None else at(floors, share)
            self.add(f"{what}, {name}", at(times, share), floor, aim)

    @staticmethod
    def times(work: Callable[[int], object], rounds: int) -> list[float]:
        """How long each of some rounds took, in seconds."""
        result = []
        for number in range(rounds):
            start = time.perf_counter()
            work(number)
            result.append(time.perf_counter() - start)
        return result

    @classmethod
    def time(cls, work: Callable[[], object], rounds: int = 1) -> float:
        """How long something takes at best, in seconds."""
        return min(cls.times(lambda _number: work(), rounds))


def at(times: list[float], share: float) -> float:
    """The time below which that share of the times lies."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


@pytest.fixture
def bench(request: pytest.FixtureRequest) -> Bench:
    """Where a benchmark tells its figures."""
    return Bench(request.config.stash.setdefault(_ROWS, []))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    rows = config.stash.get(_ROWS, [])
    if not rows:
        return
    width = max(len(str(row["what"])) for row in rows)
    terminalreporter.section("benchmarks")
    terminalreporter.line(f"{'':{width}} {'ms':>10} {'floor':>10} {'ratio':>7}  aim")
    for row in rows:
        floor = "" if row["floor_ms"] is None else f"{row['floor_ms']:.2f}"
        ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}"
        line = f"{row['what']:{width}} {row['ms']:>10.2f} {floor:>10} {ratio:>7}  {row['aim']}"
        terminalreporter.line(line.rstrip())
    _RESULT.parent.mkdir(exist_ok=True)
    _RESULT.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    terminalreporter.line(f"written to {_RESULT}")
