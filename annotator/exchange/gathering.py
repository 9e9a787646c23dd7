"""The files to be imported, out of what a person names: files, folders of them, ZIP archives of them.

An archive is unpacked into a temporary folder that lives as long as the :class:`Gathered`. What belongs to
another file, and is read with it, is no file of its own; what no format reads is listed.
"""

import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from annotator.core.errors import UserError, why
from annotator.core.schema import FORMAT as SCHEME
from annotator.exchange.dataset import FORMAT as DATASET
from annotator.exchange.reading import Refusal, refusal_of
from annotator.formats.format import Format
from annotator.formats.registry import claimed, format_named, known_format
from annotator.formats.zipped import Allowance, Archive
from annotator.formats.zipped import opened as opened_archive

_ARCHIVE = ".zip"
_GLIMPSE = 64
_NOISE = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})


class Told:
    """How far the reading of files is: bytes of those that are read, and of the one in hand."""

    def __init__(
        self, files: "Gathered", pending: Collection[Path], tell: Callable[[int, int], None] | None
    ) -> None:
        self._files = files
        self._tell = tell
        self._total = sum(map(files.size, pending))
        self._before = 0
        self._done = 0

    def more(self, path: Path, size: int) -> None:
        """So many bytes more of a file have been read."""
        self._done = min(self._done + size, self._before + self._files.size(path))
        if self._tell is not None:
            self._tell(self._done, self._total)

    def over(self, path: Path) -> None:
        """A file has been read to its end, or refused."""
        end = self._before + self._files.size(path)
        if self._done < end:
            self.more(path, end - self._done)
        self._before = self._done = end


class Gathered:
    """Files in the order they are to be read; to be closed when they have been."""

    def __init__(self) -> None:
        self.refused: list[Refusal] = []
        """Archives nothing is taken from; the other files are."""
        self._files: dict[Path, str] = {}
        self._unreadable: dict[Path, str] = {}
        self._sizes: dict[Path, int] = {}
        self._folder: TemporaryDirectory[str] | None = None
        self._archives = 0

    def __iter__(self) -> Iterator[Path]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @classmethod
    def of(cls, paths: Iterable[Path]) -> Self:
        """Files as they are, whether they are there or not."""
        found = cls()
        found._files = {path: str(path) for path in paths}
        return found

    @property
    def unreadable(self) -> list[str]:
        """Files in folders and archives that no format reads, as a person knows them."""
        return list(self._unreadable.values())

    def shown(self, path: Path) -> str:
        """What a person calls one of the files: in an archive, ``archive.zip/file.txt``."""
        return self._files.get(path, str(path))

    def size(self, path: Path) -> int:
        """Bytes one of the files takes; 0 if it is not there any more."""
        if path not in self._sizes:
            try:
                self._sizes[path] = path.stat().st_size
            except OSError:
                self._sizes[path] = 0
        return self._sizes[path]

    def part(self, paths: Iterable[Path]) -> "Gathered":
        """Only these of the files; what was unpacked is removed with the whole."""
        some = Gathered()
        some.refused = self.refused
        some._files = {path: self._files[path] for path in paths}
        some._sizes = self._sizes
        return some

    def close(self) -> None:
        """Remove what was unpacked; harmless if nothing was, or if it is gone."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def add(self, path: Path, chosen: Format | None) -> None:
        """Take a file, or what is in a folder or an archive of a chosen format or of any.

        Raises:
            UserError: it is not there, cannot be read, or holds nothing to import.
        """
        if not path.exists():
            raise UserError("There is no file “{path}”; check its name.", path=path)
        before, refused = len(self._files), len(self.refused)
        if path.is_dir():
            found = [(item, str(item)) for item in _inside(path)]
        elif _is_archive(path, chosen):
            found = self._all_of(path, str(path), chosen)
        else:
            self._files[path] = str(path)
            return
        for item, shown in found:
            self._sort(item, shown, chosen)
        nothing = len(self._files) == before and len(self.refused) == refused
        if nothing and not any(item in self._files for item, _shown in found):
            raise UserError("“{folder}” holds no file that Sanad reads; choose another one.", folder=path)

    def leave_out_companions(self, chosen: Format | None) -> None:
        """Take out the files that are read with another one."""
        beside: set[Path] = set()
        for path in self._files:
            kind = _kind(path, chosen)
            companions = kind.companions(path) if kind else ()
            if path not in companions:  # a companion itself, but of nothing that is here
                beside.update(companions)
        for path in beside:
            self._files.pop(path, None)
            self._unreadable.pop(path, None)

    def raise_refusal(self) -> None:
        """Where all or nothing is wanted.

        Raises:
            UserError: why the first archive was refused, if any was.
        """
        for item in self.refused:
            if item.error is not None:
                raise item.error

    def _sort(self, path: Path, shown: str, chosen: Format | None) -> None:
        if _is_archive(path, chosen):
            if self._is_unpacked(path):  # twice
                self._unreadable[path] = shown
                return
            for item, name in self._all_of(path, shown, chosen):
                self._sort(item, name, chosen)
        elif _is_told_beside(path):
            return
        elif _kind(path, chosen) is not None and not (chosen is None and _may_be_anything(path)):
            self._files[path] = shown
        else:
            self._unreadable[path] = shown

    def _is_unpacked(self, path: Path) -> bool:
        """Whether a file comes from an archive."""
        return self._folder is not None and path.is_relative_to(self._folder.name)

    def _all_of(self, path: Path, shown: str, chosen: Format | None) -> list[tuple[Path, str]]:
        """What is in an archive; nothing if it is refused, whole."""
        try:
            return list(self._unpacked(path, shown, chosen))
        except UserError as error:
            self.refused.append(refusal_of(shown, error))
            return []

    def _unpacked(
        self, path: Path, shown: str, chosen: Format | None, within: Allowance | None = None
    ) -> Iterator[tuple[Path, str]]:
        """What is in an archive, and in archives inside it; those inside these stay as they are."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="sanad-", ignore_cleanup_errors=True)
        self._archives += 1
        folder = Path(self._folder.name) / str(self._archives)
        folder.mkdir()
        with opened_archive(path, within) as archive:
            for member in sorted(archive.members):
                if _is_noise(Path(member)):
                    continue
                target, name = folder / member, f"{shown}/{member}"
                _unpack(archive, member, target)
                if within is None and _is_archive(target, chosen):
                    yield from self._unpacked(target, name, chosen, archive.allowance)
                    target.unlink()
                else:
                    yield target, name


def gather(paths: Iterable[Path], format_name: str | None = None) -> Gathered:
    """The files to import: those given, and those in the folders and archives given, by name.

    In folders and archives only what the chosen format reads is taken, or what any does. Without ``close()``
    unpacked files stay until the program ends.

    An archive that is refused does not keep the others out.

    Raises:
        UserError: something is not there, or a folder holds nothing to import; an archive is refused, and
            there is nothing else; or there is no such format.
    """
    chosen = None if format_name is None else format_named(format_name)
    found = Gathered()
    try:
        for path in paths:
            try:
                found.add(path, chosen)
            except OSError as error:
                raise UserError("{file} cannot be read: {reason}.", file=path, reason=why(error)) from error
        found.leave_out_companions(chosen)
        if not len(found):
            found.raise_refusal()
    except BaseException:
        found.close()
        raise
    return found


def _inside(folder: Path) -> list[Path]:
    return sorted(
        item for item in folder.rglob("*") if item.is_file() and not _is_noise(item.relative_to(folder))
    )


def _is_noise(path: Path) -> bool:
    """Whether a file is what systems leave about, or hidden."""
    return any(part.startswith(".") or part in _NOISE for part in path.parts)


def _is_told_beside(path: Path) -> bool:
    """Whether a file is what an export writes about its data: label set, manifest, report.

    Nobody misses it.
    """
    if path.suffix.lower() != ".json":
        return False
    with suppress(OSError), path.open("rb") as file:
        head = file.read(_GLIMPSE)
        return any(f'"{name}"'.encode() in head for name in (DATASET, SCHEME))
    return False


def _kind(path: Path, chosen: Format | None) -> Format | None:
    """The format that reads a file; with a chosen one, that one or none."""
    if chosen is None:
        return known_format(path)
    return chosen if claimed(chosen, path) or path.suffix.lower() in chosen.suffixes else None


def _may_be_anything(path: Path) -> bool:
    """Whether a file is JSON of no known format: articles only where a person says so.

    Settings and label sets are JSON, too.
    """
    from annotator.formats.json_articles import JSON_ARTICLES  # with the window it would load too early

    kind = known_format(path)
    return kind is JSON_ARTICLES and path.suffix.lower() == ".json"


def _is_archive(path: Path, chosen: Format | None) -> bool:
    """Whether a file is an archive of files, and not of a format that is packed like one."""
    if path.suffix.lower() != _ARCHIVE or not zipfile.is_zipfile(path):
        return False
    kind = known_format(path) if chosen is None else chosen
    return kind is None or _ARCHIVE not in kind.suffixes or not claimed(kind, path)


def _unpack(archive: Archive, member: str, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            for piece in archive.pieces(member):
                file.write(piece)
    except (OSError, ValueError) as error:  # a name that cannot be, a full disk, a name twice in another case
        raise UserError(
            "“{member}” in {file} cannot be unpacked: {reason}.",
            member=member,
            file=archive.name,
            reason=why(error) if isinstance(error, OSError) else error,
        ) from error
