"""What the editor does to the label set: each change one undo step, told first if it reaches annotations."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.core.change import EditContext, Transaction
from annotator.core.errors import UserError
from annotator.core.label_edits import Plan
from annotator.core.records import Entity
from annotator.core.schema import LabelSet
from annotator.store import queries
from annotator.store.project import Step
from annotator.store.relabelling import carry_out, preview
from annotator.store.usage import LabelUsage, label_usage
from annotator.ui.dialogs.label_set.effect import EffectDialog, reached
from annotator.ui.workspace import Workspace

Build = Callable[[EditContext, LabelSet], Transaction]
BuildPlan = Callable[[EditContext, LabelSet], Plan]


class LabelSetEditing(QObject):
    """The label set of the open project, as the editor changes it."""

    changed = Signal()
    """The label set, or what of it is in use, is another now."""
    refused = Signal(object)
    """The UserError that says why something was not done; ``None`` once something is."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self.window = window
        """What its dialogs stand over."""
        self._usage: LabelUsage | None = None
        steps = workspace.require().history(1)
        self._first = steps[0].number if steps else 0
        """The last step before the editor was opened: what is older is not taken back from here."""
        workspace.changed.connect(self._follow)
        workspace.busy_changed.connect(self.changed)

    @property
    def label_set(self) -> LabelSet:
        """As it is now."""
        return self._workspace.label_set

    @property
    def writable(self) -> bool:
        """Whether it can be changed."""
        return self._workspace.writable

    @property
    def usage(self) -> LabelUsage:
        """What of it is in use."""
        if self._usage is None:
            self._usage = label_usage(self._workspace.require().database)
        return self._usage

    def entities(self) -> list[Entity]:
        """All entities of the project."""
        return queries.entities(self._workspace.require().database)

    def tried(self, build: Build) -> Transaction:
        """A change that is not made, to look at.

        Raises:
            UserError: it may not be made.
        """
        reviewer = self._workspace.reviewer
        context = self._workspace.require().context(reviewer.id if reviewer is not None else 0)
        return build(context, self.label_set)

    def perform(self, build: Build) -> bool:
        """Make a change that leaves annotations as they are; whether it was made."""
        try:
            self._workspace.perform_in_project(lambda context: build(context, self.label_set))
        except UserError as error:
            self.refused.emit(error)
            return False
        self.refused.emit(None)
        return True

    def carry_out(self, build: BuildPlan, question: str, button: str) -> bool:
        """Make a change that reaches annotations, once the person has seen how many; whether it was made."""
        project, reviewer = self._workspace.require(), self._workspace.reviewer
        if reviewer is None:
            return False
        try:
            plan = build(project.context(reviewer.id), self.label_set)
            seen = preview(project.database, plan)
            if reached(seen) and not self.agreed(question, button, reached(seen)):
                return False
            QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                carry_out(project, reviewer.id, replace(plan, confirmed=seen.annotations))
            finally:
                QGuiApplication.restoreOverrideCursor()
        except UserError as error:
            self.refused.emit(error)
            return False
        self.refused.emit(None)
        return True

    def agreed(self, question: str, button: str, lines: list[str]) -> bool:
        """Whether the person wants this, having read what it comes to."""
        dialog = EffectDialog(question, lines, button, self.window)
        accepted = bool(dialog.exec())
        dialog.deleteLater()
        return accepted

    def undoable(self) -> Step | None:
        """The step of this editor that undo takes back."""
        return self._own(self._workspace.undoable())

    def redoable(self) -> Step | None:
        """The step of this editor that redo brings back."""
        return self._own(self._workspace.redoable())

    def undo(self) -> None:
        """Take back the last change."""
        if self.undoable() is not None:
            self._travel(self._workspace.undo)

    def redo(self) -> None:
        """Bring back the change taken back last."""
        if self.redoable() is not None:
            self._travel(self._workspace.redo)

    def _own(self, step: Step | None) -> Step | None:
        return step if step is not None and step.number > self._first else None

    def _travel(self, go: Callable[[], None]) -> None:
        try:
            go()
        except UserError as error:
            self.refused.emit(error)

    def _follow(self) -> None:
        self._usage = None
        self.changed.emit()
