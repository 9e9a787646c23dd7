"""Files going into the project, a few bundles at a time so that the window goes on answering.

A worker reads them, a little ahead of what is written; so no more than that is in memory.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct
from PySide6.QtCore import QObject

from annotator.core.errors import UserError
from annotator.exchange.gathering import Gathered
from annotator.exchange.gathering import Told as ReadSoFar
from annotator.exchange.importing import ImportReport, end, importer_of
from annotator.exchange.reading import Choices, Opened, opened
from annotator.formats.bundle import Bundle
from annotator.formats.gold import GOLD
from annotator.ui.feeding import Fed, Feed
from annotator.ui.slicing import Sliced
from annotator.ui.tasks import Tasks
from annotator.ui.workspace import Workspace


class Told(NamedTuple):
    """Something to say about a file."""

    name: str
    """As a person knows it."""
    what: UserError


class Imported(Struct):
    """What came of an import."""

    report: ImportReport
    refused: list[Told] = msgspec.field(default_factory=list)
    """Files that were left out."""


class Writing(Sliced):
    """An import under way. A file goes in whole or not at all."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        files: Gathered,
        choices: Choices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(workspace, parent)
        self._tasks = tasks
        self._files = files
        self._choices = choices
        self._refused: dict[Path, Told] = {}
        self._feed: Feed | None = None
        self._read = ReadSoFar(files, list(files), self._tell)
        self._bytes = (0, sum(files.size(path) for path in files))
        self._open: dict[Path, Opened] = {}
        self._at: Path | None = None
        self._over = False

    def start(self) -> None:
        """Begin."""
        names = [Path(self._files.shown(path)).name for path in self._files]
        self.begin("import", names[0] if len(names) == 1 else str(len(names)))
        if self._transaction is not None:
            self._importer = importer_of(self._project, self._reviewer_id, self._choices)
            self._feed = Feed(self._tasks, self._files, self._bundles, self.give_up)

    def total(self) -> int:
        """How many parts are known to be: one more, until it is over."""
        return self._done if self._over else self._done + 1

    def ready(self) -> bool:
        """Whether something was read."""
        return self._feed is not None and (self._feed.ready() or self._feed.over())

    def step(self) -> tuple[int, int]:
        """How far it is, in bytes."""
        return self._bytes

    def do(self, _number: int) -> None:
        """Write one article."""
        fed = self._feed.take() if self._feed is not None else None
        if fed is None:
            self._at = None
            self._importer.finish()
            self._over = True
        elif fed.path not in self._refused:
            self._take(fed)

    def has_changes(self) -> bool:
        """Whether anything is new."""
        return bool(self._importer.changes)

    def outcome(self) -> Imported:
        """What went in and what did not."""
        archives = [Told(item.path, item.error) for item in self._files.refused if item.error]
        files = [self._refused[path] for path in self._files if path in self._refused]
        return Imported(self._importer.report, archives + files)

    def refuse(self, _number: int, error: UserError) -> None:
        """Leave out the file, with what was written of it."""
        path, feed = self._at, self._feed
        if path is None or feed is None:
            self.give_up(error)
            return
        self._importer.take_back()
        feed.skip(path)
        self._refused[path] = Told(self._files.shown(path), error)
        self._open.pop(path, None)
        self._read.over(path)

    def leave(self, error: Exception | None) -> None:
        """Read no further, and close the step."""
        if self._feed is not None:
            self._feed.stop()
        super().leave(error)

    # ---- inside --------------------------------------------------------------------------------

    def _take(self, fed: Fed) -> None:
        path = fed.path
        if path != self._at:
            self._at, file = path, self._open.get(path)
            self._importer.begin(self._files.shown(path), exact=file is not None and file.kind is GOLD)
        if fed.refusal is not None:
            raise fed.refusal
        if fed.bundle is not None:
            self._importer.add(fed.bundle)
            self._read.more(path, fed.bundle.size)
        else:
            end(self._importer, self._open.pop(path))
            self._read.over(path)

    def _tell(self, done: int, total: int) -> None:
        self._bytes = (done, total)

    def _bundles(self, path: Path) -> Iterator[Bundle]:
        """The bundles of a file; read by a worker."""
        file = opened(path, self._choices)
        self._open[path] = file
        yield from file.bundles
