"""The row under the menus: the labels with their keys, undo and redo."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from annotator.core.records import Label
from annotator.ui import phrases, theme
from annotator.ui.action_set import ActionSet, RowAction
from annotator.ui.panels.chip import Chip
from annotator.ui.workspace import Workspace


class ToolRow(QToolBar):
    """Labels as chips; the one the selected annotation has is filled."""

    def __init__(self, workspace: Workspace, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolRow")
        self.setAccessibleName(self.tr("Labels"))
        self.setMovable(False)
        self.setIconSize(QSize(18, 18))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._workspace = workspace
        self._actions = actions
        self.chips: list[Chip] = []
        workspace.project_changed.connect(self.fill)
        workspace.picked.connect(self._follow)
        workspace.changed.connect(self._follow)
        workspace.document_changed.connect(self._follow)
        workspace.busy_changed.connect(self._follow)
        self.fill()

    def fill(self) -> None:
        """Make the chips and buttons again."""
        self.clear()
        self.chips = []
        for label in self._workspace.labels:
            chip = _ActionChip(self._actions.tags[f"tag-{label.name}"], label)
            self.addWidget(chip)
            self.chips.append(chip)
        self.addSeparator()
        mirrored = phrases.mirrored()
        for name in ("undo", "redo"):
            self._add_button(name, mirrored=mirrored)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        for name in ("palette", "cheat-sheet"):
            self._add_button(name)
        self._follow()

    def _add_button(self, name: str, *, mirrored: bool = False) -> None:
        button = _ActionButton(self._actions[name])
        drawing = {"palette": "search", "cheat-sheet": "keys"}.get(name, name)
        button.setIcon(theme.icon(drawing, theme.colours().muted, mirrored=mirrored))
        self.addWidget(button)

    def _follow(self) -> None:
        annotation = self._workspace.annotation
        for chip in self.chips:
            chip.setChecked(annotation is not None and annotation.label_id == chip.label.id)
            chip.setEnabled(self._workspace.editable)


class _ActionChip(Chip):
    """A chip that tags."""

    def __init__(self, action: RowAction, label: Label) -> None:
        super().__init__(label)
        self.clicked.connect(action.trigger)


class _ActionButton(QToolButton):
    """A button with an action's short name; the action's own text may name the step it would undo."""

    def __init__(self, action: RowAction) -> None:
        super().__init__()
        self._action = action
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.title().rstrip("…"))
        self.setEnabled(self._action.isEnabled())
        keys = self._action.key_names()
        full = self._action.text().partition("\t")[0].replace("&&", "&")
        self.setToolTip(phrases.tooltip(f"{full} ({keys})" if keys else full))
