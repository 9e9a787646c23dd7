"""ZIP archives from anywhere: members are read by name into memory, within limits; none is unpacked to disk.

A path that leaves the archive, a member twice, a bomb: each is refused with a sentence, for a name or a
size in an archive is a claim of whoever made it. An archive inside another counts into the limits of that.
"""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, cast

from annotator.core.errors import UserError, why

MAX_MEMBERS = 20_000
MAX_MEMBER_BYTES = 64 * 1024 * 1024
MAX_TOTAL_BYTES = 1024 * 1024 * 1024
_MAX_ALL_MEMBERS = 5 * MAX_MEMBERS
"""Of an archive and those inside it."""
_PIECE = 1024 * 1024
_READ_ON = 64 * 1024
"""A parser makes of a piece many times its size."""
_DAMAGED = (
    zipfile.BadZipFile,
    struct.error,
    zlib.error,
    lzma.LZMAError,
    RuntimeError,  # a password is needed
    NotImplementedError,  # packed in a way Python does not know
    OSError,
    EOFError,
    ValueError,
)


class Allowance:
    """What an archive, and those inside it, may still unpack to."""

    def __init__(self) -> None:
        self.bytes = MAX_TOTAL_BYTES
        self.members = _MAX_ALL_MEMBERS


class Archive:
    """An open archive whose member list has been looked over."""

    def __init__(self, file: zipfile.ZipFile, name: str, allowance: Allowance | None = None) -> None:
        self.name = name
        """Of the file, for messages."""
        self.allowance = allowance or Allowance()
        """To be given to those inside it."""
        self._file = file
        self._infos = {info.filename: info for info in self._checked(file.infolist())}

    @property
    def members(self) -> tuple[str, ...]:
        """Paths of the files inside, with ``/``, in the archive's order."""
        return tuple(self._infos)

    def packed(self, member: str) -> int:
        """How many bytes a member takes in the archive, as that says."""
        return self._infos[member].compress_size

    def read(self, member: str, limit: int = MAX_MEMBER_BYTES) -> bytes:
        """All bytes of a member.

        Raises:
            UserError: there is no such member, it is damaged or locked with a password, or it holds more than
                the limit, whatever the archive says of its size.
        """
        info = self._infos.get(member)
        if info is None:
            raise UserError("{file} lacks the part “{member}”.", file=self.name, member=member)
        total = max(self.allowance.bytes, 0)
        limit, named = (total, MAX_TOTAL_BYTES) if total < limit else (limit, limit)
        data = self._unpacked(info, limit)
        if len(data) > limit:
            raise UserError(
                "{file} unpacks to more than {limit} MB; it is refused.",
                file=self.name,
                limit=named // 2**20,
            )
        self.allowance.bytes -= len(data)
        return data

    @contextmanager
    def inside(self, member: str) -> Iterator["Archive"]:
        """A member that is itself an archive, open while it is used.

        Raises:
            UserError: as :meth:`read` and :func:`opened`.
        """
        name = f"{self.name}/{member}"
        with _zip_file(io.BytesIO(self.read(member)), name) as file:
            yield Archive(file, name, self.allowance)

    def _unpacked(self, info: zipfile.ZipInfo, limit: int) -> bytes:
        """What a member holds, and no more than one byte beyond the limit."""
        try:
            with self._file.open(info) as stream:
                return stream.read(limit + 1)
        except _DAMAGED as error:
            raise UserError("{file} is damaged, or locked with a password.", file=self.name) from error

    @contextmanager
    def stream(self, member: str) -> Iterator[IO[bytes]]:
        """A member as a file for a parser, to read on only; for members too large for memory.

        Raises:
            UserError: as :meth:`pieces`.
        """
        with closing(self.pieces(member, _READ_ON)) as pieces:  # else the archive stays open
            yield cast("IO[bytes]", _Stream(pieces))

    def pieces(self, member: str, size: int = _PIECE) -> Generator[bytes, None, None]:
        """What a member holds, in pieces of so many bytes; for members too large for memory.

        Raises:
            UserError: as :meth:`read`; the limit is what all members together may hold.
        """
        info = self._infos.get(member)
        if info is None:
            raise UserError("{file} lacks the part “{member}”.", file=self.name, member=member)
        try:
            with self._file.open(info) as stream:
                while piece := stream.read(size):
                    self.allowance.bytes -= len(piece)
                    if self.allowance.bytes < 0:
                        raise UserError(
                            "{file} unpacks to more than {limit} MB; it is refused.",
                            file=self.name,
                            limit=MAX_TOTAL_BYTES // 2**20,
                        )
                    yield piece
        except _DAMAGED as error:
            raise UserError("{file} is damaged, or locked with a password.", file=self.name) from error

    def _checked(self, infos: list[zipfile.ZipInfo]) -> Iterator[zipfile.ZipInfo]:
        seen: set[str] = set()
        if len(infos) > MAX_MEMBERS:
            raise UserError("{file} holds more than {limit} files.", file=self.name, limit=MAX_MEMBERS)
        self.allowance.members -= len(infos)
        if self.allowance.members < 0:
            raise UserError(
                "{file} and what it is in hold more than {limit} files.",
                file=self.name,
                limit=_MAX_ALL_MEMBERS,
            )
        for info in infos:
            path = PurePosixPath(info.filename)
            if path.is_absolute() or ".." in path.parts or "\\" in info.filename or ":" in str(path):
                raise UserError(
                    "{file} holds “{member}”, a path out of the archive; it is refused.",
                    file=self.name,
                    member=info.filename,
                )
            if info.filename in seen:
                raise UserError("{file} holds “{member}” twice.", file=self.name, member=info.filename)
            seen.add(info.filename)
            if not info.is_dir():
                yield info


class _Stream:
    """Pieces of a file as a file to read on; each time it gives a piece, however long."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    def read(self, _size: int) -> bytes:
        return next(self._pieces, b"")


@contextmanager
def opened(path: Path, allowance: Allowance | None = None) -> Iterator[Archive]:
    """An archive, open while it is used; one that came out of another has the allowance of that.

    Raises:
        UserError: the file cannot be read, is no ZIP archive, or holds what is refused.
    """
    with _zip_file(path, path.name) as file:
        yield Archive(file, path.name, allowance)


def _zip_file(source: Path | io.BytesIO, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(source)
    except OSError as error:
        raise UserError("{file} cannot be read: {reason}.", file=name, reason=why(error)) from error
    except _DAMAGED as error:
        raise UserError("{file} is no ZIP archive, or is damaged.", file=name) from error
