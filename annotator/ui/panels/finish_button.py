"""The button in the article's head: mark it done, or take it up again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from annotator.ui import phrases
from annotator.ui.action_set import ActionSet
from annotator.ui.workspace import Workspace


class FinishButton(QPushButton):
    """Checked when the article is done."""

    def __init__(self, workspace: Workspace, actions: ActionSet) -> None:
        super().__init__()
        self.setObjectName("done")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._workspace = workspace
        self._actions = actions
        self.clicked.connect(self._press)
        workspace.document_changed.connect(self._follow)
        workspace.changed.connect(self._follow)
        workspace.busy_changed.connect(self._follow)
        self._follow()

    def _press(self) -> None:
        self._actions["reopen" if self._done() else "finish"].trigger()
        self._follow()

    def _done(self) -> bool:
        opened = self._workspace.opened
        return opened is not None and opened.layer.status == "done"

    def _follow(self) -> None:
        done = self._done()
        action = self._actions["reopen" if done else "finish"]
        self.setChecked(done)
        self.setText(self.tr("✓ Done") if done else self.tr("Mark done"))
        self.setEnabled(self._workspace.editable)
        self.setToolTip(phrases.tooltip(f"{action.title()} {action.key_names()}".strip()))
