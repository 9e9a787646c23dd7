"""Going through the history by more than one step, a little at a time: the window goes on answering."""

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.errors import UserError
from annotator.store.project import Event, Project, Step
from annotator.ui.workspace import Workspace

_SLICE = 0.05
"""Seconds until the window gets its turn."""


class Travel(QObject):
    """Takes a reviewer back to one of their steps, or forward to it."""

    began = Signal()
    """It takes a while."""
    ended = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._target: Step | None = None
        self._revision = 0
        self._last: Event | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        workspace.project_changed.connect(self.stop)
        workspace.reviewer_changed.connect(self.stop)

    @property
    def under_way(self) -> bool:
        """Whether there is still some way to go."""
        return self._target is not None

    def to(self, step: Step) -> None:
        """Set out for the state right after a step of the reviewer's own."""
        self.stop()
        project = self._workspace.require()
        self._target, self._revision, self._last = step, project.revision, None
        self._go_on()
        if self.under_way:
            self._timer.start()
            self.began.emit()

    def stop(self) -> None:
        """Stay where one has come."""
        if self._target is None:
            return
        self._target = None
        self._timer.stop()
        self.ended.emit()
        if self._workspace.project is not None:
            self._workspace.jump(self._last)

    def _go_on(self) -> None:
        project, until = self._workspace.project, monotonic() + _SLICE
        try:
            while project is not None and self._target is not None:
                if project.revision != self._revision or not self._step(project, self._target):
                    self.stop()  # something else was done meanwhile, or this is the place
                elif monotonic() > until:
                    return
        except UserError as error:
            self.stop()
            self._workspace.refused.emit(error)

    def _step(self, project: Project, target: Step) -> bool:
        """Take one step; whether there was one to take."""
        later, earlier = project.undoable(target.reviewer_id), project.redoable(target.reviewer_id)
        if later is not None and later.number > target.number:
            self._last = project.undo(target.reviewer_id)
        elif earlier is not None and earlier.number <= target.number:
            self._last = project.redo(target.reviewer_id)
        else:
            return False
        self._revision = project.revision
        return True
