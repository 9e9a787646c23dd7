"""Automatic backups: one after a project has been opened, unless nothing has changed; and opening one."""

import logging
import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from annotator.core.errors import UserError, why
from annotator.store.copying import Backup, back_up_if_due, backups
from annotator.store.project import Project
from annotator.ui import phrases
from annotator.ui.dialogs.questions import ask_new_file, ask_row
from annotator.ui.tasks import Cancelled, Task, Watch, go_on

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

log = logging.getLogger(__name__)


def default_folder() -> Path:
    """Where this person's backups are kept, each project's in a folder of its own."""
    return user_data_path("sanad", appauthor=False) / "backups"


class Backups(QObject):
    """Makes backups in the background, and offers them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._task: Task | None = None
        window.workspace.project_changed.connect(self._stop)

    def make_if_due(self, project: Project) -> None:
        """Back an opened project up. What goes wrong is only logged: the project itself is well."""
        if project.read_only or self._window.preferences.text("backups") == "off":
            return
        self._task = self._window.tasks.prepare()
        self._task.failed.connect(self._log)
        self._task.ended.connect(self._forget)
        self._window.tasks.start(self._task, partial(_back_up, project, default_folder()))

    def choose(self) -> None:
        """Offer the backups of the projects opened last, and open a copy of the one chosen.

        Raises:
            UserError: the copy cannot be written or opened.
        """
        menu = QMenu(self._window)
        self._fill(menu)
        if menu.isEmpty():
            menu.addAction(self.tr("No backups yet")).setEnabled(False)
        chosen = ask_row(menu, self._window)
        found = chosen.data() if chosen is not None else None
        menu.deleteLater()
        if found is not None:
            self._open_copy(*found)

    def _fill(self, menu: QMenu) -> None:
        session = self._window.session
        offered = [(path, backups(default_folder(), session.uuid_of(path))) for path in session.recent()]
        offered = [(path, made) for path, made in offered if made]
        for path, made in offered:
            title = phrases.isolated(path.stem).replace("&", "&&")
            submenu = menu if len(offered) == 1 else menu.addMenu(title)
            for backup in made:
                action = QAction(f"{title}  –  {_moment(backup)}", submenu)
                action.setData((path, backup))
                submenu.addAction(action)

    def _open_copy(self, path: Path, backup: Backup) -> None:
        day = backup.at.astimezone().date().isoformat()
        target = ask_new_file(
            self._window,
            self.tr("Open a copy of the backup"),
            str(path.with_name(f"{path.stem} {day}.sanad")),
            self.tr("Sanad projects (*.sanad)"),
        )
        if target is None:
            return
        if target.exists():
            raise UserError("“{path}” exists already; choose another name.", path=target)
        try:
            shutil.copyfile(backup.path, target)
        except OSError as error:
            raise UserError(
                "Cannot write a copy to “{path}”: {reason}.", path=target, reason=why(error)
            ) from error
        self._window.projects.open(target)

    def _stop(self, _project: object) -> None:
        """Let a project that is being closed go at once."""
        if self._task is not None:
            self._task.cancel()

    def _log(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            log.warning("No backup was made: %s", error if isinstance(error, UserError) else type(error))

    def _forget(self, task: Task) -> None:
        if task is self._task:
            self._task = None


def _moment(backup: Backup) -> str:
    return phrases.left_to_right(backup.at.astimezone().strftime("%Y-%m-%d %H:%M"))


def _back_up(project: Project, folder: Path, watch: Watch) -> None:
    """Work for a thread."""
    go_on(watch, 0, 0)
    back_up_if_due(project, folder, partial(go_on, watch))
