"""The row under the menus: the labels with their keys, undo and redo."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from annotator.ui import phrases, theme
from annotator.ui.action_set import ActionSet, RowAction
from annotator.ui.hand import Hand
from annotator.ui.panels.chip import Chip
from annotator.ui.workspace import Workspace


class ToolRow(QToolBar):
    """Labels as chips; the one the selected annotation has is filled."""

    def __init__(
        self, workspace: Workspace, actions: ActionSet, hand: Hand, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toolRow")
        self.setAccessibleName(self.tr("Labels"))
        self.setMovable(False)
        self.setIconSize(QSize(18, 18))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._workspace = workspace
        self._actions = actions
        self._hand = hand
        self.chips: list[Chip] = []
        self.zones: QToolButton | None = None
        self._suggested = 0
        actions.remade.connect(self.fill)
        hand.changed.connect(self._follow)
        workspace.picked.connect(self._follow)
        workspace.changed.connect(self._follow)
        workspace.document_changed.connect(self._follow)
        workspace.busy_changed.connect(self._follow)
        self.fill()

    def first_field(self) -> QWidget:
        """Where the focus goes that comes to the row."""
        return self.chips[0] if self.chips else self

    def fill(self) -> None:
        """Make the chips and buttons again."""
        self.clear()
        self.chips = []
        for label in self._workspace.labels:
            chip = Chip(label)
            chip.clicked.connect(self._press)
            self.addWidget(chip)
            self.chips.append(chip)
        self._add_zones()
        self.addSeparator()
        mirrored = phrases.mirrored()
        for name in ("undo", "redo"):
            self._add_button(name, mirrored=mirrored)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        self.suggestions = _CountButton(self._actions["suggestions"])
        self.suggestions.show_count(self._suggested)
        self.addWidget(self.suggestions)
        for name in ("find", "palette", "cheat-sheet"):
            self._add_button(name)
        self._follow()

    def show_suggested(self, count: int) -> None:
        """Show how many suggestions the article has."""
        self._suggested = count
        self.suggestions.show_count(count)

    def _press(self) -> None:
        """Tag what is selected; with nothing selected, take the label up to paint with."""
        chip, workspace = self.sender(), self._workspace
        if not isinstance(chip, Chip):
            return
        selected = workspace.selection is not None or workspace.annotation is not None
        paints = self._hand.armed == chip.label or not selected
        self._actions[f"{'arm' if paints else 'tag'}-{chip.label.name}"].trigger()

    def _add_zones(self) -> None:
        self.zones = QToolButton()
        self.zones.setText(self.tr("Zones") + " ▾")
        self.zones.setAccessibleName(self.tr("Zones"))
        self.zones.setToolTip(self.tr("Say which paragraphs are not body text"))
        self.zones.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.zones.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zones.setMenu(self._zone_menu())
        self.addWidget(self.zones)

    def _zone_menu(self) -> QMenu:
        made = QMenu(self)
        made.addActions(self._actions.of_menu("zones", own=True))
        made.aboutToShow.connect(self._actions.refresh)
        return made

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
            chip.set_armed(self._hand.armed == chip.label)
        if self.zones is not None:
            self.zones.setEnabled(self._workspace.editable)


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


class _CountButton(_ActionButton):
    """A button that is on or off, with a number beside its name."""

    def __init__(self, action: RowAction) -> None:
        self._count = 0
        super().__init__(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)

    def show_count(self, count: int) -> None:
        """Show a number; none for nothing."""
        self._count = count
        self._follow()

    def _follow(self) -> None:
        super()._follow()
        if self._count and self.isEnabled():
            self.setText(f"{self.text()} {phrases.counted(str(self._count))}")
        self.setCheckable(True)
        self.setChecked(self._action.isChecked())
