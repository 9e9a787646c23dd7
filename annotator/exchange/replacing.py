"""What an export may replace: a dataset that Sanad wrote and nobody has changed since, nothing else."""

import os
from hashlib import file_digest
from pathlib import Path
from typing import Any

import msgspec

from annotator.core.errors import UserError
from annotator.exchange.dataset import FILES, FORMAT, MANIFEST


def refuse_to_lose(folder: Path) -> None:
    """Make sure that every file an export would replace is one an export wrote, by the manifest beside it.

    Raises:
        UserError: a file is of another hand, or has been changed by one.
        OSError: a file cannot be read.
    """
    there = [name for name in FILES if os.path.lexists(folder / name)]
    if not there:
        return
    hashes = _hashes(folder / MANIFEST)
    for name in there:
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


def _hashes(path: Path) -> dict[str, Any] | None:
    """The SHA-256 that a manifest gives of each file; ``None`` if there is no manifest of a dataset."""
    if not path.is_file():
        return None
    try:
        found: dict[str, Any] = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
        files = msgspec.convert(found.get("files"), dict[str, dict[str, Any]])
    except msgspec.MsgspecError:
        return None
    if found.get("format") != FORMAT:
        return None
    return {name: item.get("sha256") for name, item in files.items()}


def _digest(path: Path) -> str | None:
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
