"""What an export may replace: what an export wrote and nobody has changed since, nothing else."""

import os
import zipfile
from collections.abc import Iterable
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from annotator.core.errors import UserError
from annotator.exchange.dataset import FORMAT, MANIFEST

PROJECT = ".sanad"
REPORT = ".report.json"
"""What the name of the report beside an exported file ends in, after the file's own name."""


def refuse_to_lose(folder: Path, names: Iterable[str]) -> list[str]:
    """Make sure that every file an export would replace is one an export wrote, by the manifest beside it.

    ``names`` are the files it writes, the manifest aside. Gives out the others that the earlier export wrote
    and that are still there: they are to go, for no manifest will list them.

    Raises:
        UserError: a file is of another hand, or has been changed by one.
        OSError: a file cannot be read.
    """
    hashes = _hashes(folder / MANIFEST)
    wanted = [name for name in (*names, MANIFEST) if os.path.lexists(folder / name)]
    earlier = [name for name in hashes or {} if _is_inside(name) and os.path.lexists(folder / name)]
    for name in dict.fromkeys([*wanted, *earlier]):
        if hashes is None or (name != MANIFEST and name not in hashes):
            raise UserError(
                "“{file}” was not written by an export, and this one would replace it; choose another"
                " folder.",
                file=folder / name,
            )
        if name != MANIFEST and _digest(folder / name) != hashes[name]:
            raise UserError(
                "“{file}” has been changed since it was exported, and this export would replace it; choose"
                " another folder, or move the file away.",
                file=folder / name,
            )
    return [name for name in earlier if name not in wanted]


def refuse_to_lose_file(target: Path, *, agreed: bool) -> None:
    """Make sure of the same for a single file or archive, by the report beside the one or in the other.

    ``agreed`` says that a person lets the file go, whosever it is, unless it is a project. The report goes
    only if an export wrote it.

    Raises:
        UserError: it is a project, of another hand, or has been changed by one.
        OSError: it cannot be read.
    """
    report = report_of(target)
    for path in (target, report):
        if path.is_dir():
            raise UserError("“{file}” is a folder; choose the name of a file.", file=path)
    refuse_project(target)
    hashes = _hashes(report)
    if hashes is None and os.path.lexists(report):
        raise _of_another_hand(report)
    if agreed or not os.path.lexists(target):
        return
    if not (hashes is not None and _digest(target) == hashes.get(target.name)) and not _is_archive_of_ours(
        target
    ):
        raise _of_another_hand(target)


def refuse_project(target: Path, opened: Path | None = None) -> None:
    """Make sure that a file is no project, which nothing written may replace; nor the one that is open.

    It is told by its name: to look into the file would take from SQLite the locks it has on it.

    Raises:
        UserError: it is one.
        OSError: nobody can tell.
    """
    is_open = opened is not None and target.exists() and target.samefile(opened)
    if is_open or target.suffix.lower() == PROJECT:
        raise UserError("“{file}” is a project, or named like one; choose another name.", file=target)


def _of_another_hand(file: Path) -> UserError:
    return UserError(
        "“{file}” was not written by an export, or has been changed since; choose another name.", file=file
    )


def report_of(target: Path) -> Path:
    """The report beside an exported file."""
    return target.with_name(target.name + REPORT)


def _hashes(path: Path) -> dict[str, Any] | None:
    """The SHA-256 that a manifest gives of each file; ``None`` if there is no manifest of an export."""
    return _hashes_in(path.read_bytes()) if path.is_file() else None


def _hashes_in(data: bytes) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = msgspec.json.decode(data, type=dict[str, Any])
        files = msgspec.convert(found.get("files"), dict[str, dict[str, Any]])
    except msgspec.MsgspecError:
        return None
    if found.get("format") != FORMAT:
        return None
    return {name: item.get("sha256") for name, item in files.items()}


def _is_archive_of_ours(path: Path) -> bool:
    """Whether a ZIP archive holds what its own manifest says, to the byte, and nothing else."""
    try:
        with zipfile.ZipFile(path) as archive:
            hashes = _hashes_in(archive.read(MANIFEST))
            if hashes is None or sorted(archive.namelist()) != sorted([*hashes, MANIFEST]):
                return False
            for name, known in hashes.items():
                with archive.open(name) as member:
                    if file_digest(member, "sha256").hexdigest() != known:  # type: ignore[arg-type]  # readable
                        return False
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError):
        return False
    return True


def _is_inside(name: str) -> bool:
    """Whether a name in a manifest, which anybody may have written, leads to a file in its folder."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name


def _digest(path: Path) -> str | None:
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
