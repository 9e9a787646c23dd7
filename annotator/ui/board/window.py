"""The window of the board. It stands beside the article and follows it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabWidget, QToolButton, QVBoxLayout, QWidget

from annotator.core.errors import UserError
from annotator.ui import phrases
from annotator.ui.board.claims_page import ClaimsPage
from annotator.ui.board.feed import BoardFeed
from annotator.ui.board.figures_page import FiguresPage
from annotator.ui.board.saving import Saving
from annotator.ui.board.saying import Words
from annotator.ui.dialogs.base import plain
from annotator.ui.dialogs.questions import ask_target
from annotator.ui.session import Session
from annotator.ui.tasks import Tasks
from annotator.ui.workspace import Workspace

_GEOMETRY = "board"


class BoardWindow(QWidget):
    """Figures and claims across articles, each on a page of its own."""

    entered = Signal(object)
    """A figure or a claim to go to in its article."""

    def __init__(self, workspace: Workspace, tasks: Tasks, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("board")
        self.setWindowTitle(self.tr("Board"))
        self._workspace = workspace
        self._session = session
        self._tasks = tasks
        self._words = Words(self)
        self.feed = BoardFeed(workspace, tasks, self)
        self.figures = FiguresPage(workspace, self.feed, self._words)
        self.claims = ClaimsPage(self.feed, self._words)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.figures, self.tr("Figures"))
        self.tabs.addTab(self.claims, self.tr("Claims by speaker"))
        self.save = QToolButton()
        self.save.setObjectName("quiet")
        self.save.setText(self.tr("Save as CSV…"))
        self.save.clicked.connect(self._ask_where)
        self.state = plain("", "muted")
        self.problem = plain("", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._arrange()
        self._connect()
        geometry = session.bytes(_GEOMETRY)
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(1320, 800)

    def refresh(self) -> None:
        """Show what the feed has."""
        self._tell(None)
        page = self.tabs.currentWidget()
        (self.claims if page is self.claims else self.figures).refresh()
        nothing = not self.feed.board.figures and not self.feed.board.claims
        self.save.setEnabled(not nothing and not self.feed.loading)
        if not self.feed.loading:
            self._show_state()

    def save_csv(self, path: Path) -> None:
        """Write the table of the page that is shown."""
        project, reviewer = self._workspace.require(), self._workspace.reviewer
        is_claims = self.tabs.currentWidget() is self.claims
        self._tell(None)
        self.save.setEnabled(False)
        task = self._tasks.prepare()
        task.progressed.connect(self._show_progress)
        task.succeeded.connect(self._tell_saved)
        task.failed.connect(self._refuse_saving)
        work = Saving(project.path, reviewer.id if reviewer is not None else 0, path, claims=is_claims)
        self._tasks.start(task, work.run)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to follow the project. The article's window may stand before this one."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.setTransientParent(None)  # type: ignore[arg-type]  # as Qt documents it
        self.feed.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop reading."""
        self._session.keep_bytes(_GEOMETRY, self.saveGeometry())
        self.feed.stop()
        super().closeEvent(event)

    def _tell_saved(self, path: Path) -> None:
        self.save.setEnabled(True)
        self.state.setText(self.tr("Saved: {file}").format(file=phrases.left_to_right(path.name)))

    def _refuse_saving(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self._show_state()
        if not isinstance(error, UserError):
            raise error
        running = phrases.still_running(self._workspace.busy_with)
        self._tell(running if self._workspace.busy else error)

    def _ask_where(self) -> None:
        project = self._workspace.require().path
        name = self.tr("claims") if self.tabs.currentWidget() is self.claims else self.tr("figures")
        folder = Path(self._session.text("board-folder") or project.parent)
        kinds = self.tr("Tables (*.csv)")
        found = ask_target(self, self.tr("Save as CSV"), str(folder / f"{project.stem}-{name}.csv"), kinds)
        if found is not None:
            self._session.keep_text("board-folder", str(found.parent))
            self.save_csv(found.with_suffix(".csv") if not found.suffix else found)

    def _arrange(self) -> None:
        head = QFrame()
        head.setObjectName("boardHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 2, 10, 2)
        row.setSpacing(12)
        row.addWidget(self.state, 1)
        row.addWidget(self.save)
        self.tabs.setCornerWidget(head, Qt.Corner.TopRightCorner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.problem)
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.feed.changed.connect(self.refresh)
        self.tabs.currentChanged.connect(self.refresh)
        self.feed.progressed.connect(self._show_progress)
        self.feed.refused.connect(self._tell)
        self.figures.refused.connect(self._tell)
        self.figures.entered.connect(self.entered)
        self.claims.entered.connect(self.entered)
        self._workspace.project_changed.connect(self._follow_project)
        for keys, slot in (
            (QKeySequence("Ctrl+Z"), self._undo),
            (QKeySequence("Ctrl+Shift+Z"), self._redo),
            (QKeySequence("Ctrl+Y"), self._redo),
            (QKeySequence("Ctrl+W"), self.close),
        ):
            QShortcut(keys, self, slot)

    def _follow_project(self, project: object) -> None:
        if project is None:
            self.close()

    def _undo(self) -> None:
        self._try(self._workspace.undo)

    def _redo(self) -> None:
        self._try(self._workspace.redo)

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except UserError as error:
            self._tell(error)

    def _tell(self, error: object) -> None:
        """Say what went wrong, until something goes right."""
        sentence = phrases.sentence_of(error) if isinstance(error, UserError) else ""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _show_progress(self, step: tuple[int, int] | None) -> None:
        if step is None:
            self._show_state()
            return
        done, total = step
        said = self.tr("Reading: {done} of {total} articles").format(done=done, total=total)
        self.state.setText(phrases.counted(said))

    def _show_state(self) -> None:
        reviewer = self._workspace.reviewer
        name = phrases.isolated(reviewer.name) if reviewer is not None else ""
        self.state.setText(self.tr("Layers of {reviewer}").format(reviewer=name) if name else "")
