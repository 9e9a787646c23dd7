"""Files going into the project, a few bundles at a time so that the window goes on answering.

A worker reads them, a little ahead of what is written; so no more than that is in memory.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct
from PySide6.QtCore import QObject

from annotator.core.errors import UserError
from annotator.exchange.gathering import Gathered
from annotator.exchange.importing import Importer, ImportReport
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
    people: Counter[str] = msgspec.field(default_factory=Counter)
    """Annotations of each reviewer; empty for whoever imports."""


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
        self._total = sum(files.size(path) for path in files)

    def start(self) -> None:
        """Begin, or begin again without a file that spoilt it."""
        pending = [path for path in self._files if path not in self._refused]
        self._open: dict[Path, Opened] = {}
        self._bytes = self._before = 0
        self._at: Path | None = None
        self._over = False
        names = [Path(self._files.shown(path)).name for path in pending]
        self.begin("import", names[0] if len(names) == 1 else str(len(names)))
        if self._transaction is not None:
            self._importer = Importer(
                self._project,
                self._reviewer_id,
                duplicates=self._choices.duplicates,
                mapping=self._choices.mapping,
                skip=self._choices.faults == "skip",
            )
            self._outcome = Imported(self._importer.report)
            self._feed = Feed(self._tasks, pending, self._bundles, self.give_up)

    def total(self) -> int:
        """How many parts are known to be: one more, until it is over."""
        return self._done if self._over else self._done + 1

    def ready(self) -> bool:
        """Whether something was read."""
        return self._feed is not None and (self._feed.ready() or self._feed.over())

    def step(self) -> tuple[int, int]:
        """How far it is, in bytes."""
        return min(self._bytes, self._total), self._total

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
        return bool(self._importer.report.changes)

    def outcome(self) -> Imported:
        """What went in and what did not."""
        archives = [Told(item.path, item.error) for item in self._files.refused if item.error]
        files = [self._refused[path] for path in self._files if path in self._refused]
        self._outcome.refused = archives + files
        return self._outcome

    def refuse(self, _number: int, error: UserError) -> None:
        """Leave out the file; begin again if part of it was written."""
        if self._at is None:
            self.give_up(error)
            return
        self._refused[self._at] = Told(self._files.shown(self._at), error)
        if self._importer.report.changes != self._before:
            self.leave(error)
            self.start()

    def leave(self, error: Exception | None) -> None:
        """Read no further, and close the step."""
        if self._feed is not None:
            self._feed.stop()
        super().leave(error)

    # ---- inside --------------------------------------------------------------------------------

    def _take(self, fed: Fed) -> None:
        shown, report = self._files.shown(fed.path), self._importer.report
        if fed.path != self._at:
            self._at, self._before = fed.path, report.changes
            file = self._open.get(fed.path)
            self._importer.begin(shown, exact=file is not None and file.kind is GOLD)
        if fed.refusal is not None:
            raise fed.refusal
        if fed.bundle is not None:
            self._add(fed.bundle)
        else:
            reading = self._open.pop(fed.path).reading
            for fault in reading.faults:
                report.fault(shown, fault)
            report.fault_count += reading.fault_count - len(reading.faults)

    def _add(self, bundle: Bundle) -> None:
        before = self._importer.report.annotations
        self._importer.add(bundle)
        self._bytes += bundle.size
        added = self._importer.report.annotations - before
        if added and bundle.layer is not None:
            name = bundle.layer.reviewers[0]
            self._outcome.people[self._choices.mapping.reviewers.get(name, name)] += added

    def _bundles(self, path: Path) -> Iterator[Bundle]:
        """The bundles of a file; read by a worker."""
        file = opened(path, self._choices)
        self._open[path] = file
        yield from file.bundles
