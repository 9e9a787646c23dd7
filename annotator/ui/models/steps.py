"""The steps of the project's history, the newest first, as one reviewer sees them."""

from typing import Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.store.project import Step
from annotator.ui import phrases
from annotator.ui.moments import local_time
from annotator.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
STEP = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_SHOWN = 500

Standing = Literal["here", "done", "undone", "others"]
"""The reviewer's last step that stands; one before it; one taken back; a step of someone else."""


class StepsModel(QAbstractListModel):
    """What has been done to the project; made again by :meth:`refresh` alone."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._steps: list[Step] = []
        self._names: dict[int, str] = {}
        self._here: int | None = None

    def refresh(self) -> None:
        """Read the steps again."""
        project, reviewer = self._workspace.project, self._workspace.reviewer
        self.beginResetModel()
        self._steps, self._names, self._here = [], {}, None
        if project is not None and reviewer is not None:
            self._steps = project.history(_SHOWN)
            self._names = {person.id: person.name for person in self._workspace.reviewers()}
            own = [step.number for step in self._steps if step.reviewer_id == reviewer.id and not step.undone]
            self._here = max(own, default=None)
        self.endResetModel()

    def step(self, row: int) -> Step | None:
        """The step at a row."""
        return self._steps[row] if 0 <= row < len(self._steps) else None

    def standing(self, step: Step) -> Standing:
        """How a step stands to where the reviewer is."""
        reviewer = self._workspace.reviewer
        if reviewer is None or step.reviewer_id != reviewer.id:
            return "others"
        if step.undone:
            return "undone"
        return "here" if step.number == self._here else "done"

    def row_here(self) -> int | None:
        """Where the reviewer's last step that stands is."""
        return next((row for row, step in enumerate(self._steps) if step.number == self._here), None)

    def who(self, step: Step) -> str:
        """Who took a step."""
        return self._names.get(step.reviewer_id, "")

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Steps."""
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The step, and what a screen reader says."""
        step = self.step(index.row()) if index.isValid() else None
        if step is None:
            return None
        if role == STEP:
            return step
        if role == Qt.ItemDataRole.ToolTipRole:
            return phrases.tooltip(f"{said(step)} ({self.who(step)}, {local_time(step.at)})")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{said(step)}, {self.who(step)}, {local_time(step.at)}{self._remark(step)}"
        return None

    def _remark(self, step: Step) -> str:
        remark = {
            "here": self.tr("you are here"),
            "undone": self.tr("taken back"),
            "others": "",
            "done": "",
        }[self.standing(step)]
        return f", {remark}" if remark else ""


def said(step: Step) -> str:
    """“Tag: figure: 2500 soldiers”, in the window's language."""
    name = phrases.step_name(step.name)
    name = name[:1].upper() + name[1:]
    return f"{name}: {phrases.isolated(step.subject)}" if step.subject else name
