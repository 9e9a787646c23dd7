"""The window: assembly only. What its actions do is in commands, what its parts show in the panels."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from annotator.core.errors import UserError
from annotator.store.project import Event
from annotator.ui import focus_order, phrases
from annotator.ui.action_set import ActionSet
from annotator.ui.article.view import ArticleView
from annotator.ui.article_menu import ArticleMenu
from annotator.ui.asking import Asking
from annotator.ui.commands import Commands
from annotator.ui.consistency.checking import DOCK as CONSISTENCY
from annotator.ui.consistency.checking import Checking
from annotator.ui.docks import Docks
from annotator.ui.exports import Exports
from annotator.ui.finishing import Finishing
from annotator.ui.hand import Hand
from annotator.ui.imports import Imports
from annotator.ui.knowing import Knowing
from annotator.ui.mark_all import MarkAll
from annotator.ui.panels.annotations import AnnotationsPanel
from annotator.ui.panels.article_pane import ArticlePane, ArticleWire
from annotator.ui.panels.banner import Banner
from annotator.ui.panels.comments import CommentsPanel
from annotator.ui.panels.documents import DocumentsPanel
from annotator.ui.panels.entities import EntitiesPanel
from annotator.ui.panels.find_bar import FindBar
from annotator.ui.panels.finish_button import FinishButton
from annotator.ui.panels.history import HistoryPanel
from annotator.ui.panels.inspector import Inspector
from annotator.ui.panels.reviewer_button import ReviewerButton
from annotator.ui.panels.status_line import StatusLine
from annotator.ui.panels.tool_row import ToolRow
from annotator.ui.panels.welcome import Welcome
from annotator.ui.passages import Passages
from annotator.ui.preferences import Preferences
from annotator.ui.printing.printing import Printing
from annotator.ui.project_search import ProjectSearch
from annotator.ui.projects import Projects
from annotator.ui.proposing import Proposing
from annotator.ui.session import Session
from annotator.ui.suggesting import DOCK, Suggesting
from annotator.ui.tasks import Tasks
from annotator.ui.vocabulary import ProjectVocabulary
from annotator.ui.workspace import Workspace

_SUFFIX = ".sanad"


class MainWindow(QMainWindow):
    """One window on one project, or the welcome page."""

    def __init__(self, workspace: Workspace, preferences: Preferences, session: Session) -> None:
        super().__init__()
        self.workspace = workspace
        self.preferences = preferences
        self.session = session
        self.tasks = Tasks(self)
        self.article = ArticleView()
        self.hand = Hand(self.article, workspace)
        self.commands = Commands(self)
        self.wire = ArticleWire(self.article, workspace, preferences)
        self.vocabulary = ProjectVocabulary(workspace, self.tasks, self)
        self.article.set_vocabulary(self.vocabulary.current)
        self.vocabulary.changed.connect(self.article.set_vocabulary)
        self.projects = Projects(self)
        self.imports = Imports(self)
        self.exports = Exports(self)
        self.printing = Printing(self)
        self.finishing = Finishing(self)
        self.checking = Checking(self)
        self.passages = Passages(self)
        self.project_search = ProjectSearch(self)
        self.mark_all = MarkAll(self)
        self.action_set = ActionSet(self.commands)
        self.docks = Docks(self, session)
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.setMinimumSize(QSize(640, 420))
        self.knowing = Knowing(workspace, self.tasks, self)
        self.suggesting = Suggesting(self)
        self.finishing.follow(self.suggesting)
        self.proposing = Proposing(self, self.knowing)
        self._arrange()
        self._connect()
        self._restore()
        self._show_project()

    # ---- what others ask of the window ---------------------------------------------------------

    def tell(self, error: object) -> None:
        """Show a sentence to the person."""
        sentence = phrases.sentence_of(error) if isinstance(error, UserError) else str(error)
        self.banner.tell(sentence)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.banner, sentence))

    def cycle_panes(self, step: int) -> None:
        """Move the focus from pane to pane."""
        there = [(pane, target) for pane, target in self._panes() if pane.isVisible() and target.isVisible()]
        focus = self.focusWidget()
        at = next(
            (place for place, (pane, _) in enumerate(there) if focus is pane or pane.isAncestorOf(focus)), -1
        )
        if there:
            there[(at + step) % len(there)][1].setFocus(Qt.FocusReason.TabFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt's own
        """Go on with Tab as one reads."""
        return focus_order.go_on(self, [pane for pane, _ in self._panes()], forward=forward)

    def _panes(self) -> list[tuple[QWidget, QWidget]]:
        """The panes as one reads them, and where the focus goes that comes to each."""
        return [
            (self.tool_row, self.tool_row.first_field()),
            (self.documents, self.documents.list),
            (self.finishing.panel, self.finishing.panel.list),
            (self.checking.panel, self.checking.panel.list),
            (self.comments, self.comments.first_field()),
            (self.history, self.history.list),
            (self.suggesting.panel, self.suggesting.panel.list),
            (self.entities, self.entities.list),
            (self.find_bar, self.find_bar.field),
            (self.article, self.article),
            (self.inspector, self.inspector.first_field()),
            (self.annotations, self.annotations.list),
            (self.project_search.place, self.project_search.place.first_field()),
            (self.mark_all.place, self.mark_all.place.first_field()),
        ]

    def show_settings(self) -> None:
        """Show the settings."""
        from annotator.ui.dialogs.settings import SettingsDialog

        SettingsDialog(self.preferences, self).open()

    def show_palette(self) -> None:
        """Find an action by typing."""
        from annotator.ui.dialogs.palette import Palette

        Palette(self.action_set.all(), self).open()

    def show_cheat_sheet(self) -> None:
        """Show all keys."""
        from annotator.ui.dialogs.cheat_sheet import CheatSheet

        CheatSheet(self.action_set.all(), self).open()

    def show_rules(self) -> None:
        """Show by which rules things are found and proposed."""
        from annotator.ui.dialogs.rules import RulesDialog

        RulesDialog(self).open()

    def show_about(self) -> None:
        """Say what this program is."""
        from annotator.ui.dialogs.about import AboutDialog

        AboutDialog(self).open()

    def open_path(self, path: Path) -> None:
        """Open a project the system has handed over."""
        self.projects.open(path)

    def resume(self, before: "MainWindow") -> None:
        """Go on where another window was, which read in another language."""
        self.setGeometry(before.geometry())
        self.projects.restore_places()
        self.wire.show_document()
        self.article.setFocus()

    def repaint_theme(self) -> None:
        """Draw everything again in the colours in use."""
        self.tool_row.fill()
        self.inspector.refresh()
        self.wire.set_styles()
        self.welcome.show_recent(self.session.recent())
        self.action_set.refresh()

    def leave(self) -> None:
        """Remember the window's shape and place, and let nothing run on."""
        self.imports.stop()
        self.mark_all.stop()
        self.commands.close_board()
        self.inspector.commit()
        self.projects.remember()
        self.docks.remember()
        self.session.keep_bytes("geometry", self.saveGeometry())
        self.session.flush()
        self.tasks.close()

    # ---- events --------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is on disk; remember the place."""
        try:
            self.leave()
        except UserError as error:
            self.tell(error)
            event.ignore()
            return
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if event.mimeData().hasUrls() and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a project, or add what was dropped as articles."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        try:
            if len(paths) == 1 and paths[0].suffix == _SUFFIX:
                self.projects.open(paths[0])
            else:
                self.imports.add(paths)
        except UserError as error:
            self.tell(error)

    def changeEvent(self, event: QEvent) -> None:
        """Keep what is being typed when the window goes to the back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            try:
                self.inspector.commit()
            except UserError as error:
                self.tell(error)

    # ---- assembly ------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.tool_row = ToolRow(self.workspace, self.action_set, self.hand)
        self.addToolBar(self.tool_row)
        self.documents = DocumentsPanel(self.workspace)
        self.inspector = Inspector(self.workspace, self.proposing.section)
        self.asking = Asking(self.inspector, self.article)
        self.annotations = AnnotationsPanel(self.workspace)
        self.welcome = Welcome()
        self.banner = Banner()
        self.find_bar = FindBar(self.article, self.workspace, self.tasks, self.action_set)
        self.article_menu = ArticleMenu(self.article, self.workspace, self.action_set)
        finish = FinishButton(self.workspace, self.action_set)
        self.article_pane = ArticlePane(self.article, self.workspace, finish, self.find_bar)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.article_pane)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        self.status_line = StatusLine(self.workspace)
        self.setStatusBar(self.status_line)
        self._add_docks()
        self._fill_menus()

    def _add_docks(self) -> None:
        self.docks.add("documents", self.tr("Articles"), self.documents, "start", paper=False)
        self.docks.add("inspector", self.tr("Inspector"), self.inspector, "end")
        order = self.annotations.order
        self.docks.add("annotations", self.tr("Annotations"), self.annotations, "end", extra=order)
        self.docks.add("finish", self.tr("Before it is done"), self.finishing.panel, "start", hidden=True)
        self.docks.add(CONSISTENCY, self.tr("Consistency"), self.checking.panel, "bottom", hidden=True)
        self.comments = CommentsPanel(self.workspace)
        shown = self.comments.filter
        self.docks.add("comments", self.tr("Comments"), self.comments, "start", extra=shown, hidden=True)
        self.history = HistoryPanel(self.workspace)
        self.docks.add("history", self.tr("History"), self.history, "start", hidden=True)
        self.entities = EntitiesPanel(self.workspace)
        self.docks.add("entities", self.tr("Entities"), self.entities, "start", hidden=True)
        self.docks.add("search", self.tr("Search"), self.project_search.place, "bottom", hidden=True)
        title = self.tr("Mark all like this")
        self.docks.add("mark-all", title, self.mark_all.place, "bottom", hidden=True)
        self.docks.add(DOCK, self.tr("Suggestions"), self.suggesting.panel, "start", hidden=True)
        self.docks.changed.connect(self.action_set.refresh)
        self.suggesting.changed.connect(self.action_set.refresh)

    def _fill_menus(self) -> None:
        bar = self.menuBar()
        self.action_set.fill(bar)
        self.action_set.serve(self, self.article, self.annotations.list, self.suggesting.panel.list)
        self.wordmark = QLabel(self.tr("Sanad"))
        self.wordmark.setObjectName("wordmark")
        self.reviewer_button = ReviewerButton(self.workspace)
        bar.setCornerWidget(self.wordmark, Qt.Corner.TopLeftCorner)
        bar.setCornerWidget(self.reviewer_button, Qt.Corner.TopRightCorner)

    def _connect(self) -> None:
        self.workspace.project_changed.connect(self._show_project)
        self.workspace.document_changed.connect(self._show_title)
        self.workspace.refused.connect(self.tell)
        self.reviewer_button.refused.connect(self.tell)
        self.workspace.changed.connect(self._on_change)
        self.workspace.label_set_changed.connect(self.wire.set_styles)
        self.comments.left.connect(self.article.setFocus)
        self.article.zoomed.connect(self._keep_zoom)
        self.welcome.sample.clicked.connect(self.action_set["try-sample"].trigger)
        self.welcome.new.clicked.connect(self.action_set["new"].trigger)
        self.welcome.open.clicked.connect(self.action_set["open"].trigger)
        self.welcome.chosen.connect(self.projects.open_told)

    def _restore(self) -> None:
        geometry = self.session.bytes("geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(1440, 900)
        with suppress(ValueError):
            self.article.set_zoom(float(self.session.text("zoom")))

    def _on_change(self, event: Event) -> None:
        """A message about what was refused before is out of date; a screen reader is told what was done."""
        self.banner.clear()
        said = f"{phrases.step_name(event.name)}: {event.subject}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.article, said))

    def _keep_zoom(self, factor: object) -> None:
        self.session.keep_text("zoom", str(factor))

    # ---- welcome page or project ---------------------------------------------------------------

    def _show_project(self) -> None:
        project = self.workspace.project
        if project is None:
            self.docks.put_away()
            self.welcome.show_recent(self.session.recent())
        self._stack.setCurrentWidget(self.welcome if project is None else self.article_pane)
        self.tool_row.setVisible(project is not None)
        self.reviewer_button.setVisible(project is not None)
        self.status_line.setVisible(project is not None)
        if project is None:
            self.banner.tell_lasting("")
            self.welcome.sample.setFocus()
        else:
            self.docks.lay_out()
            self.tool_row.show()
            self.banner.tell_lasting(self._why_read_only())
        self._show_title()

    def _why_read_only(self) -> str:
        project = self.workspace.project
        if project is None or not project.read_only:
            return ""
        if project.owner is not None:
            return self.tr(
                "Read-only: {owner} has this project open. Close it there to make changes here."
            ).format(owner=phrases.sentence_of(project.owner))
        return self.tr(
            "Read-only: this file cannot be written. Copy it to a folder of yours to make changes."
        )

    def _show_title(self) -> None:
        project = self.workspace.project
        name = project.path.stem if project is not None else ""
        self.setWindowTitle(self.tr("{project} – Sanad").format(project=name) if name else self.tr("Sanad"))
