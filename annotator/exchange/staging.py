"""Files in the making: written in a hidden folder beside their place, flushed, read back, moved at once.

Whatever goes wrong before the move, what is in the place stays as it is.
"""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from hashlib import file_digest, sha256
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from annotator.core.errors import UserError, why
from annotator.exchange.dataset import MANIFEST, Written
from annotator.exchange.ordering import Makes
from annotator.exchange.replacing import refuse_to_lose, refuse_to_lose_file, report_of
from annotator.formats.format import Part

_FLUSHED_EACH = 64
"""Beyond so many files the system is told once to flush all it holds, which takes less time."""
_BLOCK = 1 << 20
"""Bytes that are written at once."""
_BEFORE_TIME = (1980, 1, 1, 0, 0, 0)
"""The date of every member of an archive: the same data give the same bytes."""


class Staging:
    """A hidden folder on the drive of the target, and what has been written into it."""

    def __init__(self, folder: Path, target: Path, makes: Makes, *, replace: bool) -> None:
        self.folder = folder
        self.written: dict[str, Written] = {}
        """By path inside the folder, with ``/``, in the order of writing."""
        self._target = target
        self._makes = makes
        self._replace = replace

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write one file."""
        path = PurePosixPath(name)
        if name in self.written or path.is_absolute() or ".." in path.parts:
            raise ValueError("a format gives each of its files once, by a path inside the folder")
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            with _Sink(file) as sink:
                for piece in pieces:
                    sink.write(piece)
            if len(self.written) < _FLUSHED_EACH:
                _flush(file)
        self.written[name] = sink.written()

    def write_parts(self, parts: Iterable[Part], place: Callable[[str], str]) -> None:
        """Write the files that parts make up; ``place`` gives each its path in the folder."""
        for name, pieces in groupby(parts, key=lambda part: part.name):
            self.write(place(name), (piece.data for piece in pieces))

    def prove(self) -> None:
        """Read every file back.

        Raises:
            UserError: one does not read as it was written.
        """
        for name, written in self.written.items():
            path = self.folder / name
            with path.open("rb") as file:
                digest = file_digest(file, "sha256").hexdigest()
            if Written(digest, path.stat().st_size) != written:
                raise unreliable(path)

    def publish(self) -> None:
        """Move what was written into its place, unless somebody has put something else there meanwhile."""
        if len(self.written) > _FLUSHED_EACH and hasattr(os, "sync"):
            os.sync()
        if self._makes == "folder":
            self._publish_folder()
            return
        made = self.folder / (self._target.name if self._makes == "file" else _ARCHIVE)
        if self._makes == "zip":
            self._pack(made)
        refuse_to_lose_file(self._target, agreed=self._replace)
        _move(made, self._target)
        if self._makes == "file":
            _move(self.folder / report_of(self._target).name, report_of(self._target))
        _flush_folder(self._target.parent)

    def _publish_folder(self) -> None:
        """The manifest comes last: as long as it is the old one, its hashes tell."""
        folder = self._target
        names = [name for name in self.written if name != MANIFEST]
        old = refuse_to_lose(folder, names)
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            _move(self.folder / name, folder / name)
        for name in old:
            (folder / name).unlink(missing_ok=True)
        _move(self.folder / MANIFEST, folder / MANIFEST)
        emptied = {folder / parent for name in old for parent in PurePosixPath(name).parents} - {folder}
        for parent in sorted(emptied, reverse=True):
            with suppress(OSError):
                parent.rmdir()
        _flush_folder(folder)

    def _pack(self, archive: Path) -> None:
        """Put all files into an archive, and prove what it holds."""
        with archive.open("xb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
                for name in self.written:
                    member = zipfile.ZipInfo(name, _BEFORE_TIME)
                    member.compress_type = zipfile.ZIP_DEFLATED
                    member.external_attr = 0o644 << 16
                    with (self.folder / name).open("rb") as source, packed.open(member, "w") as sink:
                        shutil.copyfileobj(source, sink, 1 << 20)
            _flush(file)
        with zipfile.ZipFile(archive) as packed:
            if packed.testzip() is not None:
                raise unreliable(archive)


class _Sink:
    """Writes and hashes in another thread, block by block: both let go of the interpreter meanwhile."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = sha256()
        self._size = 0
        self._pieces: list[bytes] = []
        self._waiting = 0
        self._worker: ThreadPoolExecutor | None = None
        self._before: Future[None] | None = None

    def __enter__(self) -> "_Sink":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        if self._worker is not None:
            self._worker.shutdown()
        if kind is None:
            self._finish_block()
            self._put(b"".join(self._pieces))

    def write(self, piece: bytes) -> None:
        """Take the next bytes."""
        self._pieces.append(piece)
        self._waiting += len(piece)
        if self._waiting >= _BLOCK:
            self._finish_block()
            self._worker = self._worker or ThreadPoolExecutor(1, "sanad-writing")
            self._before = self._worker.submit(self._put, b"".join(self._pieces))
            self._pieces, self._waiting = [], 0

    def written(self) -> Written:
        """Hash and size of all that was written."""
        return Written(self._digest.hexdigest(), self._size)

    def _finish_block(self) -> None:
        """Wait for the block before; what went wrong with it is raised here."""
        if self._before is not None:
            self._before.result()

    def _put(self, block: bytes) -> None:
        self._file.write(block)
        self._digest.update(block)
        self._size += len(block)


_ARCHIVE = ".archive"


@contextmanager
def staged(target: Path, makes: Makes, *, replace: bool = False) -> Iterator[Staging]:
    """Where to write an export; gone afterwards, with folders that had to be made and got nothing.

    Raises:
        UserError: the target cannot be written, or holds what would be lost.
    """
    folder = target if makes == "folder" else target.parent
    made = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if makes == "folder":
            refuse_to_lose(target, ())
        else:
            refuse_to_lose_file(target, agreed=replace)
        hidden = Path(tempfile.mkdtemp(prefix=".sanad-", dir=folder))
        try:
            yield Staging(hidden, target, makes, replace=replace)
        finally:
            shutil.rmtree(hidden, ignore_errors=True)
    except FileExistsError as error:
        raise UserError("“{folder}” is a file; choose a folder to export to.", folder=folder) from error
    except OSError as error:
        raise UserError(
            "The export to “{folder}” failed, and nothing there has changed: {reason}."
            " Check the drive and its free space, then export again.",
            folder=target,
            reason=why(error),
        ) from error
    finally:
        for parent in made:
            with suppress(OSError):
                parent.rmdir()


def unreliable(path: Path) -> UserError:
    """What to say of a file that does not read as it was written."""
    return UserError(
        "{file} does not read back as it was written; the drive is unreliable, export to another one.",
        file=path.name,
    )


def _move(source: Path, target: Path) -> None:
    try:
        source.replace(target)
    except OSError as error:
        raise UserError(
            "“{file}” could not be moved into place, so the dataset there is mixed: {reason}."
            " Export again, to another folder.",
            file=target,
            reason=why(error),
        ) from error


def _flush(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Have the moves on disk, where a folder can be flushed at all (not on Windows)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
