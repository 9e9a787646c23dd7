"""Coverage-guided fuzzing of the readers with atheris: ``python -m tests.fuzz [FORMAT …] [--seconds N]``.

Each format is fuzzed in a process of its own, beginning from its sound samples; what was tried is counted. An
input that makes a reader raise anything but a UserError, or give out a bundle no project can hold, is kept in
``build/fuzz`` and the exit code is 1.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "build" / "fuzz"
_DONE = re.compile(rb"Done (\d+) runs|^#(\d+)\s", re.MULTILINE)
_TIMEOUT = 20
"""Seconds a single input may take."""


def main() -> int:
    """Fuzz the formats named, or all that are read."""
    from annotator.formats.every import FORMATS

    names = [kind.name for kind in FORMATS if kind.read]
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("formats", nargs="*", help=f"of: {', '.join(names)}")
    parser.add_argument("--seconds", type=int, default=20, help="for each format (default: %(default)s)")
    parser.add_argument("--in-this-process", metavar="CORPUS", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.in_this_process:
        fuzz(given.formats[0], given.seconds, given.in_this_process)
    tried = {name: run(name, given.seconds) for name in given.formats or names}
    failed = [name for name, (_, sound) in tried.items() if not sound]
    for name, (count, _) in tried.items():
        print(f"{name:16} {count:>10,} inputs{'  FAILED, see build/fuzz' if name in failed else ''}")
    print(f"{'together':16} {sum(count for count, _ in tried.values()):>10,} inputs")
    return 1 if failed else 0


def run(name: str, seconds: int) -> tuple[int, bool]:
    """Fuzz one format in a process of its own; how many inputs were tried, and whether all went well."""
    from annotator.formats.registry import format_named
    from tests.formats.hostile import seeds

    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, path in enumerate(seeds(format_named(name), Path(folder))):
            shutil.copy(path, corpus / str(number))
        command = [sys.executable, "-m", "tests.fuzz", name, "--seconds", str(seconds)]
        done = subprocess.run(
            [*command, "--in-this-process", str(corpus)], cwd=ROOT, capture_output=True, check=False
        )
    counts = [int(one or other) for one, other in _DONE.findall(done.stderr)]
    if done.returncode:
        sys.stderr.buffer.write(done.stdout[-3000:] + done.stderr[-3000:])
    return max(counts, default=0), done.returncode == 0


def fuzz(name: str, seconds: int, corpus: str) -> None:
    """Fuzz one format here; never returns."""
    import atheris

    with atheris.instrument_imports(include=["annotator.formats", "annotator.text"]):
        from annotator.formats.registry import format_named
    from tests.formats.hostile import read_or_refuse, seeds

    kind = format_named(name)
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{kind.suffixes[0]}"
        for sample in seeds(kind, Path(folder) / "sound")[:1]:  # what stands beside a file stays sound
            for beside, needed in zip(kind.companions(sample), kind.companions(path), strict=False):
                if beside.exists():
                    shutil.copy(beside, needed)

        def try_one(data: bytes) -> None:
            path.write_bytes(data)
            read_or_refuse(kind, path, skip=len(data) % 2 == 0)

        limits = [f"-max_total_time={seconds}", f"-timeout={_TIMEOUT}", "-rss_limit_mb=2000", "-verbosity=1"]
        atheris.Setup([name, *limits, f"-artifact_prefix={KEPT}/{name}-", corpus], try_one)
        atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
