"""Adding articles and annotations: which files, and the imports under way."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.core.errors import UserError
from annotator.ui import phrases
from annotator.ui.dialogs.questions import ask_files, ask_folder
from annotator.ui.import_kinds import filters
from annotator.ui.importing import Import

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


class Imports(QObject):
    """Files into the project."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._running: list[Import] = []

    @property
    def running(self) -> bool:
        """Whether an import is under way."""
        return bool(self._running)

    def choose_files(self) -> None:
        """Ask for files and add what is in them."""
        title = self.tr("Add articles or annotations")
        found = ask_files(self._window, title, self._session.text("article-folder"), filters())
        if found:
            self._session.keep_text("article-folder", str(found[0].parent))
            self.add(found)

    def choose_folder(self) -> None:
        """Ask for a folder and add what is in its files."""
        title = self.tr("Add a folder of articles or annotations")
        found = ask_folder(self._window, title, self._session.text("article-folder"))
        if found is not None:
            self._session.keep_text("article-folder", str(found))
            self.add([found])

    def add(self, paths: Sequence[Path]) -> None:
        """Add what is in files, folders and archives.

        Raises:
            UserError: no project is open for writing, or another import is under way.
        """
        if not self._window.workspace.writable:
            raise UserError("Open a project you can write to first, then add articles.")
        if self._running:
            raise phrases.still_running("import")
        begun = Import(self._window, list(paths))
        self._running.append(begun)
        begun.over.connect(self._forget)
        begun.start()

    def stop(self) -> None:
        """Give up what is under way; what is being written is taken back."""
        for begun in list(self._running):
            begun.cancel()

    def _forget(self, begun: Import) -> None:
        self._running.remove(begun)
        begun.deleteLater()
