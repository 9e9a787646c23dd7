"""ZIP archives written as they grow: no more of them is held than what one member adds."""

import zipfile
from collections.abc import Iterable, Iterator
from typing import IO, cast

from annotator.formats.format import Part

_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The time every member has: the same bundles give the same bytes."""


class _Pipe:
    """Takes what is written, until it is asked for; like a pipe it cannot be sought in."""

    def __init__(self) -> None:
        self._chunks: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._chunks.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""

    def take(self) -> bytes:
        """What was written since the last time."""
        data = b"".join(self._chunks)
        self._chunks.clear()
        return data


class Zipping:
    """One archive in the making."""

    def __init__(self) -> None:
        self._pipe = _Pipe()
        self._file = zipfile.ZipFile(cast("IO[bytes]", self._pipe), "w")  # to write and flush is enough

    def add(self, member: str, chunks: Iterable[bytes]) -> Iterator[Part]:
        """The parts of the archive that hold a file."""
        info = zipfile.ZipInfo(member, _OLDEST)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        with self._file.open(info, "w") as stream:
            for chunk in chunks:
                stream.write(chunk)
                yield Part("", self._pipe.take())
        yield Part("", self._pipe.take())

    def close(self) -> Iterator[Part]:
        """The archive's end."""
        self._file.close()
        yield Part("", self._pipe.take())
