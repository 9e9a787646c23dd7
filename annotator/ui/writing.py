"""Bundles going into the project, a few at a time so that the window goes on answering."""

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject

from annotator.core.errors import UserError
from annotator.exchange.importing import Duplicates, Found, Importer, ImportReport, Refusal
from annotator.ui import phrases
from annotator.ui.slicing import Sliced
from annotator.ui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.formats.bundle import Bundle


class Imported(Struct, frozen=True):
    """What came of an import."""

    report: ImportReport
    refused: tuple[Refusal, ...]


class Writing(Sliced):
    """An import under way. A file goes in whole or not at all."""

    def __init__(
        self, workspace: Workspace, found: list[Found], duplicates: Duplicates, parent: QObject | None = None
    ) -> None:
        super().__init__(workspace, parent)
        self._duplicates: Duplicates = duplicates
        self._refused = [item.refusal for item in found if item.refusal is not None]
        self._files = [item for item in found if item.bundles]
        self._queue: list[tuple[Path, Bundle]] = []

    def start(self) -> None:
        """Begin, or begin again without a file that spoilt it."""
        self._queue = [(item.path, bundle) for item in self._files for bundle in item.bundles]
        self._importer = Importer(self._project, self._reviewer_id, duplicates=self._duplicates)
        names = [item.path.name for item in self._files]
        self.begin("import", names[0] if len(names) == 1 else str(len(names)))

    def total(self) -> int:
        """How many articles there are."""
        return len(self._queue)

    def do(self, number: int) -> None:
        """Write one article."""
        self._importer.add(self._queue[number][1])

    def has_changes(self) -> bool:
        """Whether anything is new."""
        return bool(self._importer.report.changes)

    def outcome(self) -> Imported:
        """What went in and what did not."""
        return Imported(self._importer.report, tuple(self._refused))

    def refuse(self, number: int, error: UserError) -> None:
        """Begin again without the file."""
        path = self._queue[number][0]
        self.leave(error)
        self._refused.append(Refusal(str(path), phrases.sentence_of(error)))
        self._files = [item for item in self._files if item.path != path]
        self.start()
