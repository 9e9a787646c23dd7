"""Opening and making projects, and remembering the place in each."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from annotator.core.errors import UserError
from annotator.core.records import Document, Reviewer
from annotator.store import queries
from annotator.store.project import Project
from annotator.ui.article.sheet import Place
from annotator.ui.backups import Backups
from annotator.ui.dialogs.questions import ask_file, ask_row

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

_PLACES = 200


class Projects(QObject):
    """What the File menu does to projects."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._session = window.session
        self.backups = Backups(window)
        self._workspace.document_changed.connect(self.remember)

    def open_told(self, path: Path) -> None:
        """Open a project; a refusal is shown."""
        try:
            self.open(path)
        except UserError as error:
            self._window.tell(error)

    def open(self, path: Path) -> None:
        """Open a project where it was left.

        Raises:
            UserError: it cannot be opened; the project that was open stays so.
        """
        current = self._workspace.project
        if current is not None and current.path == path.resolve():
            return
        self._settle()
        self._adopt(Project.open(path))

    def try_sample(self) -> None:
        """Open the reader's own copy of the sample, making it the first time.

        Raises:
            UserError: it cannot be made.
        """
        from annotator.exchange.sample import own_sample, sample_folder

        self.open(own_sample(sample_folder()))

    def new(self) -> None:
        """Ask for what a new project needs, make and open it, and add the articles chosen."""
        from annotator.ui.dialogs.new_project import NewProjectDialog

        dialog = NewProjectDialog(self._session.text("reviewer"), self._window)
        accepted = dialog.exec()
        made, articles, reviewer = dialog.project, dialog.articles(), dialog.reviewer_name()
        dialog.deleteLater()
        if not accepted or made is None:
            return
        self._session.keep_text("reviewer", reviewer)
        self._adopt(made)
        if articles:
            self._window.imports.add(articles)

    def choose(self) -> None:
        """Ask for a project and open it."""
        found = ask_file(
            self._window,
            self.tr("Open project"),
            self._session.text("project-folder"),
            self.tr("Sanad projects (*.sanad);;All files (*)"),
        )
        if found is not None:
            self._session.keep_text("project-folder", str(found.parent))
            self.open(found)

    def choose_recent(self) -> None:
        """Offer the projects opened last."""
        menu = QMenu(self._window)
        for path in self._session.recent():
            action = menu.addAction(f"{path.stem}  –  {path.parent}".replace("&", "&&"))
            action.setData(str(path))
            action.setEnabled(path.is_file())
        if menu.isEmpty():
            menu.addAction(self.tr("No recent projects")).setEnabled(False)
        chosen = ask_row(menu, self._window)
        menu.deleteLater()
        if chosen is not None:
            self.open(Path(chosen.data()))

    def choose_reviewer(self) -> None:
        """Offer the reviewers."""
        self._window.reviewer_button.showMenu()

    def close(self) -> None:
        """Go back to the welcome page."""
        self._settle()
        self.remember()
        self._workspace.close_project()

    def remember(self) -> None:
        """Write down the place in the open project."""
        project, opened, reviewer = self._workspace.project, self._workspace.opened, self._workspace.reviewer
        if project is None or opened is None or reviewer is None:
            return
        wire = self._window.wire
        wire.remember_place()
        places = list(wire.places.items())[-_PLACES:]
        self._session.keep_project(
            project.uuid,
            {
                "reviewer": reviewer.uuid,
                "document": opened.document.uuid,
                "places": {uuid: [place.caret, place.top] for uuid, place in places},
            },
        )

    def restore_places(self) -> None:
        """Read the places in the open project again."""
        project = self._workspace.project
        if project is not None:
            self._window.wire.places = _places(self._session.project(project.uuid).get("places"))

    def _settle(self) -> None:
        """Before the project is let go of: keep what is being typed, take back an import half written."""
        self._window.imports.stop()
        self._window.mark_all.stop()
        self._window.inspector.commit()

    def _adopt(self, project: Project) -> None:
        self.remember()
        state = self._session.project(project.uuid)
        self._workspace.adopt(project, _reviewer(project, state))
        self.restore_places()
        self._session.remember(project.path, project.uuid)
        self._session.flush()
        document = _document(project, state)
        if document is not None:
            self._open_first(document)
        self._window.article.setFocus()
        self.backups.make_if_due(project)

    def _open_first(self, document: Document) -> None:
        try:
            self._workspace.open_document(document.id)
        except UserError as error:
            self._window.tell(error)


def _reviewer(project: Project, state: dict[str, Any]) -> Reviewer | None:
    people = queries.reviewers(project.database)
    return next((person for person in people if person.uuid == state.get("reviewer")), None)


def _document(project: Project, state: dict[str, Any]) -> Document | None:
    remembered = state.get("document")
    found = queries.document_by_uuid(project.database, remembered) if isinstance(remembered, str) else None
    if found is not None:
        return found
    people = queries.reviewers(project.database)
    first = queries.summaries(project.database, people[0].id, limit=1) if people else []
    return first[0].document if first else None


def _places(stored: object) -> dict[str, Place]:
    """The places as they were written down; whatever is not one is left out."""
    found: dict[str, Place] = {}
    for uuid, pair in stored.items() if isinstance(stored, dict) else ():
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(number, int) for number in pair):
            found[uuid] = Place(*pair)
    return found
