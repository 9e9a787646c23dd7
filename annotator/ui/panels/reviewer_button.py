"""Who is at work, at the far end of the menu bar; pressing it changes that."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from annotator.core.errors import UserError
from annotator.core.records import Reviewer
from annotator.ui import phrases
from annotator.ui.dialogs.questions import ask_text
from annotator.ui.workspace import Workspace


class ReviewerButton(QToolButton):
    """The reviewer's name, with a menu of all reviewers."""

    refused = Signal(object)
    """A UserError."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewer")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._workspace = workspace
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        workspace.reviewer_changed.connect(self._follow)
        workspace.project_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        reviewer = self._workspace.reviewer
        name = phrases.isolated(reviewer.name) if reviewer is not None else ""
        self.setText(self.tr("Reviewer: {name}").format(name=name).replace("&", "&&") + "  ▾")
        self.setAccessibleName(self.tr("Reviewer: {name}").format(name=name))

    def _fill(self) -> None:
        self._menu.clear()
        current = self._workspace.reviewer
        for reviewer in self._workspace.reviewers():
            choice = _Choice(reviewer, self._workspace, self._menu)
            choice.setChecked(current is not None and reviewer.id == current.id)
            self._menu.addAction(choice)
        self._menu.addSeparator()
        adding = self._menu.addAction(self.tr("Add a reviewer…"))
        adding.setEnabled(self._workspace.writable)
        adding.triggered.connect(self._add)

    def _add(self) -> None:
        name = ask_text(self.window(), self.tr("Add a reviewer"), self.tr("Name of the reviewer"))
        if name is None:
            return
        try:
            self._workspace.add_reviewer(name)
        except UserError as error:
            self.refused.emit(error)


class _Choice(QAction):
    """One reviewer."""

    def __init__(self, reviewer: Reviewer, workspace: Workspace, parent: QMenu) -> None:
        super().__init__(reviewer.name.replace("&", "&&"), parent)
        self._reviewer = reviewer
        self._workspace = workspace
        self.setCheckable(True)
        self.triggered.connect(self._choose)

    def _choose(self) -> None:
        self._workspace.be(self._reviewer)
