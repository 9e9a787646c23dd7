"""A project as a dataset: gold lines, label set, entities, manifest, dataset card.

Written into a hidden folder inside the target, flushed to disk, read back and proved, and only then moved
into place: whatever goes wrong before, a dataset that is there stays as it is.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from annotator.core.errors import UserError, why
from annotator.core.schema import define, write_definition
from annotator.exchange.bundling import Bundler
from annotator.exchange.dataset import (
    COMPARISONS,
    ENTITIES,
    FILES,
    GOLD,
    MANIFEST,
    README,
    SCHEME,
    Tally,
    Unfinished,
    Written,
    manifest,
    readme,
)
from annotator.exchange.leaving import Leaving
from annotator.exchange.replacing import refuse_to_lose
from annotator.formats.bundle import Bundle
from annotator.formats.gold import write_comparisons, write_entities, write_line
from annotator.formats.gold_reading import read, read_comparisons, read_entities
from annotator.store.project import Project

Progress = Callable[[int, int], None]
"""Told the steps done and the steps there are."""


class ExportChoices(Struct, frozen=True, kw_only=True):
    """What a person chooses before an export."""

    without_zones: tuple[str, ...] = ()
    """Kinds of zones whose annotations are left out."""


_ALL = ExportChoices()


class ExportReport(Struct, frozen=True, kw_only=True):
    """What a dataset holds, and what it does not."""

    folder: Path
    documents: int
    lines: int
    annotations: int
    relations: int
    comparisons: int
    left_out: tuple[str, ...]
    """Names of documents without a layer."""
    unfinished: tuple[Unfinished, ...]
    """Layers that are in it although they are not done."""
    in_zones: int = 0
    """Annotations left out because they lie inside zones of the chosen kinds."""


def export_project(
    project: Project,
    folder: Path,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    choices: ExportChoices = _ALL,
) -> ExportReport | None:
    """Export a project as it is now; see :func:`export_gold`."""
    with tempfile.TemporaryDirectory(prefix="sanad-") as temporary:
        snapshot = Path(temporary) / "snapshot.sanad"
        project.snapshot(snapshot)
        return export_gold(snapshot, folder, progress, cancelled, choices=choices)


def export_gold(
    snapshot: Path,
    folder: Path,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    choices: ExportChoices = _ALL,
) -> ExportReport | None:
    """Write the dataset of a project file that nobody changes into a folder; ``None`` if it was cancelled.

    Only the files of a dataset that an export wrote there are replaced, others in the folder are left alone;
    a file of another hand that has such a name is refused. May run in a worker.

    Raises:
        UserError: the folder cannot be written or holds what would be lost, the disk is full, or the project
            is damaged; or the label set lacks a chosen kind of zone.
    """
    with Project.open(snapshot, read_only=True) as project:
        leaving = Leaving(choices.without_zones, project.label_set)
        with _staging(folder) as staging:
            return _export(
                _Export(project, staging, progress or _silent, cancelled or _never, leaving), folder
            )


def _export(export: "_Export", folder: Path) -> ExportReport | None:
    with suppress(_CancelledError):
        report = export.write(folder)
        export.prove()
        export.publish(folder)
        return report
    return None


class _CancelledError(Exception):
    """The person pressed Cancel."""


class _Export:
    """One dataset in the making."""

    def __init__(
        self,
        project: Project,
        staging: Path,
        progress: Progress,
        cancelled: Callable[[], bool],
        leaving: Leaving,
    ) -> None:
        self._leaving = leaving
        self._staging = staging
        self._progress = progress
        self._cancelled = cancelled
        self._bundler = Bundler(project.database, project.label_set)
        self._definition = define(project.label_set)
        self._tally = Tally()
        self._written: dict[str, Written] = {}
        self._done = 0
        layers = project.database.execute("SELECT count(*) FROM layer").fetchone()[0]
        self._total = 2 * int(layers)  # each is written, then proved

    def write(self, folder: Path) -> ExportReport:
        """Write all files into the staging folder."""
        tally, bundler = self._tally, self._bundler
        self._write(GOLD, map(self._line, bundler.bundles()))
        left_out = [item for item in bundler.documents if item.uuid not in tally.documents]
        count = len(bundler.entities)
        self._write(SCHEME, [write_definition(self._definition)])
        self._write(ENTITIES, write_entities(map(bundler.entity, bundler.entities)))
        compared = self._leaving.compared(bundler.comparisons())
        tally.compared(compared)
        self._write(COMPARISONS, write_comparisons(compared))
        self._write(README, [readme(tally, self._definition, count, len(left_out))])
        listed = manifest(tally, self._definition, count, left_out, self._written, self._leaving)
        self._write(MANIFEST, [listed])
        return ExportReport(
            folder=folder,
            documents=len(tally.documents),
            lines=tally.lines,
            annotations=tally.annotations,
            relations=tally.relations.total(),
            comparisons=tally.comparisons.total(),
            left_out=tuple(item.name for item in left_out),
            unfinished=tuple(tally.unfinished),
            in_zones=self._leaving.annotations,
        )

    def prove(self) -> None:
        """Read everything back: every hash, every quote, every count."""
        for name, written in self._written.items():
            with (self._staging / name).open("rb") as file:
                digest = _digest(iter(lambda: file.read(1 << 20), b""))
            if digest != written:
                raise _unreliable(self._staging / name)
        lines = annotations = 0
        for bundle in read(self._staging / GOLD) if self._tally.lines else ():
            lines += 1
            annotations += len(bundle.layer.annotations) if bundle.layer else 0
            self._step()
        entities = read_entities(self._staging / ENTITIES)
        comparisons = read_comparisons(self._staging / COMPARISONS)
        if (lines, annotations, len(entities), len(comparisons)) != (
            self._tally.lines,
            self._tally.annotations,
            len(self._bundler.entities),
            self._tally.comparisons.total(),
        ):
            raise _unreliable(self._staging / GOLD)

    def publish(self, folder: Path) -> None:
        """Move the files into place, unless somebody has changed one meanwhile."""
        refuse_to_lose(folder)
        _publish(self._staging, folder)

    def _line(self, bundle: Bundle) -> bytes:
        bundle = self._leaving.of(bundle)
        self._tally.add(bundle)
        self._step()
        if bundle.layer is None:
            raise ValueError("a bundle of a project's layer has a layer")
        return write_line(bundle.document, bundle.layer)

    def _step(self) -> None:
        if self._cancelled():
            raise _CancelledError
        self._done += 1
        self._progress(self._done, self._total)

    def _write(self, name: str, pieces: Iterable[bytes]) -> None:
        digest, size = sha256(), 0
        with (self._staging / name).open("xb") as file:
            for piece in pieces:
                file.write(piece)
                digest.update(piece)
                size += len(piece)
            file.flush()
            os.fsync(file.fileno())
        self._written[name] = Written(digest.hexdigest(), size)


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A hidden folder inside the target, hence on the same drive; gone afterwards.

    A target folder that had to be made and got nothing is removed again.
    """
    is_new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        refuse_to_lose(folder)
        staging = Path(tempfile.mkdtemp(prefix=".sanad-", dir=folder))
        try:
            yield staging
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except FileExistsError as error:
        raise UserError("“{folder}” is a file; choose a folder to export to.", folder=folder) from error
    except OSError as error:
        raise UserError(
            "The export to “{folder}” failed, and nothing there has changed: {reason}."
            " Check the drive and its free space, then export again.",
            folder=folder,
            reason=why(error),
        ) from error
    finally:
        if is_new:
            with suppress(OSError):
                folder.rmdir()


def _publish(staging: Path, folder: Path) -> None:
    """Move the files into place, the manifest last: as long as it is the old one, its hashes tell."""
    for name in FILES:
        try:
            (staging / name).replace(folder / name)
        except OSError as error:
            raise UserError(
                "“{file}” could not be moved into place, so the dataset there is mixed: {reason}."
                " Export again, to another folder.",
                file=folder / name,
                reason=why(error),
            ) from error
    _flush_folder(folder)


def _flush_folder(folder: Path) -> None:
    """Have the moves on disk, where a folder can be flushed at all (not on Windows)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _digest(pieces: Iterable[bytes]) -> Written:
    digest, size = sha256(), 0
    for piece in pieces:
        digest.update(piece)
        size += len(piece)
    return Written(digest.hexdigest(), size)


def _unreliable(path: Path) -> UserError:
    return UserError(
        "{file} does not read back as it was written; the drive is unreliable, export to another one.",
        file=path.name,
    )


def _silent(_done: int, _total: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False
