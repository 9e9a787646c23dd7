"""Files into a project: articles become documents, gold lines become layers of them.

All files of one import are one undo step. A file is taken whole or not at all; one that is refused does not
keep the others out. Nothing but the document in hand is held in memory.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from annotator.core.errors import UserError
from annotator.exchange.importer import Duplicates, Importer, ImportReport
from annotator.formats import FORMATS, format_of
from annotator.formats.article import UnclearEncodingError
from annotator.formats.bundle import Bundle
from annotator.formats.format import Reading
from annotator.formats.gold_reading import COMPARISONS_NAME, ENTITIES_NAME
from annotator.formats.plain_text import Decoded
from annotator.store.project import Project

__all__ = [
    "Duplicates",
    "Found",
    "ImportReport",
    "Importer",
    "Refusal",
    "gather",
    "import_files",
    "look",
    "read_file",
]

_SUFFIXES = tuple(suffix for kind in FORMATS for suffix in kind.suffixes)


class Refusal(Struct, frozen=True):
    """One file that was not imported."""

    path: str
    reason: str
    encodings: tuple[str, ...] = ()
    """If it was refused for its encoding: those it could be in."""


class Found(Struct, frozen=True, kw_only=True):
    """What one file holds: bundles, or encodings to choose from, or the reason it is refused."""

    path: Path
    bundles: tuple[Bundle, ...] = ()
    choices: tuple[Decoded, ...] = ()
    """How the file reads in each encoding it could be in; a person chooses one."""
    refusal: Refusal | None = None


class Imported(Struct, frozen=True):
    """What came of an import: what went in, and what did not."""

    report: ImportReport
    refused: tuple[Refusal, ...]


def gather(paths: Iterable[Path]) -> list[Path]:
    """The files to import: those given, and the articles and gold files in the folders given, by name.

    What stands beside a gold file is left out, for that brings it along.

    Raises:
        UserError: something is not there, or a folder holds nothing to import.
    """
    files: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(
                item for item in path.rglob("*") if item.is_file() and item.suffix.lower() in _SUFFIXES
            )
            if not inside:
                raise UserError(
                    "“{folder}” holds no .txt or .jsonl file; choose another folder.", folder=path
                )
            files.update(dict.fromkeys(inside))
        elif path.exists():
            files[path] = None
        else:
            raise UserError("There is no file “{path}”; check its name.", path=path)
    beside = (ENTITIES_NAME, COMPARISONS_NAME)
    accompanied = {path.parent for path in files if path.name not in beside}
    return [path for path in files if path.name not in beside or path.parent not in accompanied]


def read_file(path: Path, encoding: str | None = None) -> Iterator[Bundle]:
    """The bundles in a file, read as they are asked for. Needs no project, so a worker may do it.

    Raises:
        UnclearEncodingError: it is text, and its encoding cannot be told.
        UserError: it cannot be read, or holds what no format allows; says where.
    """
    kind = format_of(path)
    if kind.read is None:
        raise ValueError("the format of a file is one that can be read")
    return kind.read(path, Reading(kind.reading(), encoding=encoding))


def look(path: Path, encoding: str | None = None) -> Found:
    """All that is in a file. Raises no UserError: a refusal is a finding too."""
    try:
        return Found(path=path, bundles=tuple(read_file(path, encoding)))
    except UnclearEncodingError as error:
        return Found(path=path, choices=error.choices)
    except UserError as error:
        return Found(path=path, refusal=Refusal(str(path), str(error)))


class Choices(Struct, frozen=True, kw_only=True):
    """What a person may choose about an import."""

    encoding: str | None = None
    """Of the articles; ``None`` to detect it."""
    duplicates: Duplicates = "skip"


def import_files(
    project: Project,
    reviewer_id: int,
    paths: Iterable[Path],
    choices: Choices = Choices(),  # noqa: B008  # frozen
    progress: Callable[[int, int], None] | None = None,
) -> Imported:
    """Import files as one undo step, each whole or not at all. ``progress`` is told bytes done and in all.

    Raises:
        UserError: the project cannot be written.
    """
    files = list(paths)
    refused: dict[Path, Refusal] = {}
    while True:
        pending = [path for path in files if path not in refused]
        try:
            report = _attempt(project, reviewer_id, pending, choices, refused, progress or _silent)
        except _SpoiltError as spoilt:  # all has been taken back; once more, without the file that spoilt it
            refused[spoilt.path] = Refusal(str(spoilt.path), str(spoilt.reason))
        else:
            return Imported(report, tuple(refused[path] for path in files if path in refused))


class _SpoiltError(Exception):
    """A file was refused after part of it had been written."""

    def __init__(self, path: Path, reason: UserError) -> None:
        self.path = path
        self.reason = reason
        super().__init__(str(reason))


class _NothingNewError(Exception):
    """Nothing was imported, so there is to be no undo step."""


def _attempt(
    project: Project,
    reviewer_id: int,
    files: list[Path],
    choices: Choices,
    refused: dict[Path, Refusal],
    progress: Callable[[int, int], None],
) -> ImportReport:
    importer = Importer(project, reviewer_id, duplicates=choices.duplicates)
    subject = files[0].name if len(files) == 1 else str(len(files))
    done, total = 0, sum(path.stat().st_size for path in files if path.exists())
    with suppress(_NothingNewError), project.bulk("import", subject, reviewer_id):
        for path in files:
            written = importer.report.changes
            try:
                for bundle in read_file(path, choices.encoding):
                    importer.add(bundle)
                    done += bundle.size
                    progress(done, total)
            except UserError as error:
                if importer.report.changes != written:
                    raise _SpoiltError(path, error) from error
                refused[path] = _refusal(path, error)
        importer.finish()
        if not importer.report.changes:
            raise _NothingNewError
    return importer.report


def _refusal(path: Path, error: UserError) -> Refusal:
    choices = error.choices if isinstance(error, UnclearEncodingError) else ()
    return Refusal(str(path), str(error), tuple(choice.encoding for choice in choices))


def _silent(_done: int, _total: int) -> None:
    """Tell nobody."""
