"""Files into a project: articles become documents, gold lines become layers of them.

All files of one import are one undo step. A file is taken whole or not at all: one that is refused, be it at
its end, is taken back alone, and does not keep the others out. Nothing but the document in hand is held in
memory.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from annotator.core.errors import UserError
from annotator.exchange.gathering import Gathered, Told, gather
from annotator.exchange.importer import Importer
from annotator.exchange.reading import Choices, Duplicates, Fault, Faults, Opened, Refusal, opened, refusal_of
from annotator.exchange.reporting import ImportReport
from annotator.formats.article import UnclearEncodingError
from annotator.formats.bundle import Bundle
from annotator.formats.gold import GOLD
from annotator.formats.plain_text import Decoded
from annotator.store.project import Project

__all__ = [
    "Choices",
    "Duplicates",
    "Fault",
    "Faults",
    "Found",
    "ImportReport",
    "Imported",
    "Importer",
    "Refusal",
    "gather",
    "import_files",
    "look",
    "opened",
    "read_file",
]


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
    unreadable: tuple[str, ...] = ()
    """Files in folders and archives that no format reads."""


def read_file(path: Path, encoding: str | None = None) -> Iterator[Bundle]:
    """The bundles in a file, read as they are asked for. Needs no project, so a worker may do it.

    Raises:
        UnclearEncodingError: it is text, and its encoding cannot be told.
        UserError: it cannot be read, or holds what no format allows; says where.
    """
    return opened(path, Choices(encoding=encoding)).bundles


def look(path: Path, encoding: str | None = None) -> Found:
    """All that is in a file. Raises no UserError: a refusal is a finding too."""
    try:
        return Found(path=path, bundles=tuple(read_file(path, encoding)))
    except UnclearEncodingError as error:
        return Found(path=path, choices=error.choices)
    except UserError as error:
        return Found(path=path, refusal=Refusal(str(path), str(error)))


def importer_of(project: Project, reviewer_id: int, choices: Choices) -> Importer:
    """What takes bundles in as was chosen; one for an import."""
    return Importer(
        project,
        reviewer_id,
        duplicates=choices.duplicates,
        mapping=choices.mapping,
        skip=choices.faults == "skip",
    )


def begin(importer: Importer, file: Opened, shown: str) -> None:
    """Have an importer know which file the next bundles are of; ``shown`` is what a person calls it."""
    importer.begin(shown, exact=file.kind is GOLD)


def end(importer: Importer, file: Opened) -> None:
    """Note what was wrong in a file that has been read to its end."""
    importer.end(file.reading.faults, file.reading.fault_count)


def import_files(
    project: Project,
    reviewer_id: int,
    paths: Iterable[Path] | Gathered,
    choices: Choices = Choices(),  # noqa: B008  # frozen
    progress: Callable[[int, int], None] | None = None,
) -> Imported:
    """Import files as one undo step, each whole or not at all.

    ``progress`` is told bytes done and in all; what it raises ends the import, and takes all of it back.

    Raises:
        UserError: the project cannot be written, or there is no such format or option.
    """
    files = paths if isinstance(paths, Gathered) else Gathered.of(paths)
    importer = importer_of(project, reviewer_id, choices)
    refused: list[Refusal] = []
    names = [path.name for path in files]
    subject = names[0] if len(names) == 1 else str(len(names))
    told = Told(files, list(files), progress)
    with suppress(_NothingNewError), project.bulk("import", subject, reviewer_id):
        for path in files:
            try:
                _take(importer, path, files.shown(path), choices, told)
            except UserError as error:
                importer.take_back()
                refused.append(refusal_of(files.shown(path), error))
            told.over(path)
        importer.finish()
        if not importer.changes:
            raise _NothingNewError
    return Imported(importer.report, (*files.refused, *refused), tuple(files.unreadable))


class _NothingNewError(Exception):
    """Nothing was imported, so there is to be no undo step."""


def _take(importer: Importer, path: Path, shown: str, choices: Choices, told: Told) -> None:
    file = opened(path, choices)
    begin(importer, file, shown)
    for bundle in file.bundles:
        importer.add(bundle)
        told.more(path, bundle.size)
    end(importer, file)
