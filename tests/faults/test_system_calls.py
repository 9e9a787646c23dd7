"""Each write, sync and removal of one tag fails, or kills the process: the file is old or new, never torn.

strace makes the system call fail. Where it is not there or may not trace, these tests are skipped. The quick
part of the suite looks at some of the places, ``--thorough`` at all of them.
"""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Tagging = Callable[..., subprocess.Popen[str]]
Survivors = Callable[[], list[str]]

STRACE = ("strace", "-f", "--seccomp-bpf")  # only the calls that matter stop the process
CALLS = ("pwrite64", "fdatasync", "unlink")
KILL = "signal=SIGKILL"
FAULTS = {
    "pwrite64": ("error=ENOSPC", "error=EIO"),
    "fdatasync": ("error=EIO",),
    "unlink": ("error=EIO",),
}


def _can_trace() -> bool:
    if shutil.which("strace") is None:
        return False
    command = [*STRACE, "-o", "/dev/null", "-e", "inject=getppid:error=EIO", "true"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not _can_trace(), reason="strace is not there, or may not trace")


def calls_of_one_tag(
    tagging: Tagging, path: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[int, int]]:
    """For each system call: its number before the tag, and the number at the tag's end, from 1."""
    log = tmp_path_factory.mktemp("strace") / "log"
    traced = ",".join((*CALLS, "write"))
    tagging(1, (*STRACE, "-o", str(log), "-e", f"trace={traced}")).communicate()
    counts = dict.fromkeys(CALLS, 0)
    begin: dict[str, int] = {}
    end: dict[str, int] = {}
    for line in log.read_text(errors="replace").splitlines():
        call = line.split(maxsplit=1)[1].split("(")[0]
        if call in counts:
            counts[call] += 1
        elif 'write(1, "ready' in line:
            begin = dict(counts)
        elif re.search(r'write\(1, "[0-9a-f]{8}-', line):
            end = dict(counts)
    return {call: (begin[call], end[call]) for call in CALLS}


def points(first: int, last: int, *, thorough: bool) -> list[int]:
    """The calls to strike: all, or the first, the last and some between."""
    every = list(range(first + 1, last + 1))
    return every if thorough else sorted({every[0], every[len(every) // 2], every[-1]})


@pytest.mark.parametrize("thorough", [False, pytest.param(True, marks=pytest.mark.thorough)])
@pytest.mark.timeout(1800)
def test_a_tag_that_is_struck_anywhere_is_there_wholly_or_not_at_all(
    thorough: bool,
    tagging: Tagging,
    survivors: Survivors,
    path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    original = path.read_bytes()
    ranges = calls_of_one_tag(tagging, path, tmp_path_factory)
    assert all(last > first for first, last in ranges.values()), ranges
    for call, (first, last) in ranges.items():
        for fault in (KILL, *FAULTS[call]):
            for number in points(first, last, thorough=thorough):
                path.write_bytes(original)
                strace = (*STRACE, "-o", "/dev/null", "-e", f"inject={call}:{fault}:when={number}")
                out = tagging(1, strace).communicate()[0].splitlines()
                where = f"{call} {number} {fault}: {out}"
                told = [line for line in out if line.count("-") == 4 and len(line) == 36]
                refused = [line for line in out if line.startswith("refused")]
                found = survivors()
                assert len(told) + len(refused) <= 1, where
                if told:
                    assert found == told, where
                elif refused:
                    assert found == [], where
                    assert "not saved" in refused[0], where
                else:
                    assert len(found) <= 1, where
                    assert fault == KILL, where
