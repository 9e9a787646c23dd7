"""The panels around the article: where they stand and which are shown, from one start to the next."""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QTabBar, QWidget

from annotator.ui import phrases
from annotator.ui.panels.dock import Dock
from annotator.ui.session import Session

_ROOM = 400
"""Pixels of height a panel beside the article takes that is hidden at first, when it is asked for."""
_LOW = 310
"""The same for one below."""

Side = Literal["start", "end", "bottom"]
"""Before or after the article, in the direction the interface reads, or below everything."""


class Docks(QObject):
    """The docks of a window, by name."""

    changed = Signal()
    """A dock was shown or hidden."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._docks: dict[str, Dock] = {}
        self._hidden_at_first: set[str] = set()
        self._below: set[str] = set()
        """Those below the article that have not been shown yet; later the window knows their height."""
        self._drawers: dict[Side, Dock] = {}
        """Of each side, the panel in whose place those that are hidden at first come up, as tabs."""
        self._working = False
        """Whether the docks are in use, and not put away behind the welcome page."""

    def __getitem__(self, name: str) -> Dock:
        return self._docks[name]

    def add(
        self,
        name: str,
        title: str,
        panel: QWidget,
        side: Side,
        *,
        extra: QWidget | None = None,
        paper: bool = True,
        hidden: bool = False,
    ) -> None:
        """Put a panel beside the article; those ``hidden`` until a person asks for them share a place."""
        dock = Dock(name, title, panel, extra, paper=paper)
        self._window.addDockWidget(_area(side), dock)
        self._docks[name] = dock
        if hidden:
            self._hidden_at_first.add(name)
            if side == "bottom":
                self._below.add(name)
            dock.hide()  # else Qt makes a row of tabs for it that stays where it is
            if side in self._drawers:
                self._window.tabifyDockWidget(self._drawers[side], dock)
            self._drawers[side] = dock
        dock.visibilityChanged.connect(self.changed)
        self._name_tabs()

    def show(self, name: str) -> None:
        """Bring a panel into view."""
        dock = self._docks[name]
        was_hidden = dock.isHidden()
        dock.show()
        dock.raise_()
        self._name_tabs()
        if was_hidden and name in self._hidden_at_first:
            self._give_room(name, dock)

    def _give_room(self, name: str, dock: Dock) -> None:
        if self._window.dockWidgetArea(dock) != Qt.DockWidgetArea.BottomDockWidgetArea:
            self._window.resizeDocks([dock], [max(dock.height(), _ROOM)], Qt.Orientation.Vertical)
        elif name in self._below and not self._is_tab(dock):
            self._window.resizeDocks([dock], [_LOW], Qt.Orientation.Vertical)
        self._below.discard(name)

    def _is_tab(self, dock: Dock) -> bool:
        """Whether it came up as a tab beside one that is shown: the place has its height already."""
        return any(not other.isHidden() for other in self._window.tabifiedDockWidgets(dock))

    def toggle(self, name: str) -> None:
        """Show a panel, or hide it if it can be seen: behind another, it comes to the front."""
        dock = self._docks[name]
        if dock.isHidden() or dock.visibleRegion().isEmpty():
            self.show(name)
        else:
            dock.hide()
        self.changed.emit()

    def shown(self, name: str) -> bool:
        """Whether a panel is shown."""
        return not self._docks[name].isHidden()

    def put_away(self) -> None:
        """Hide all, for the welcome page."""
        self.remember()
        self._working = False
        for dock in self._docks.values():
            dock.hide()

    def lay_out(self) -> None:
        """Show all as they were, or as they are at the first start."""
        for name, dock in self._docks.items():
            dock.setVisible(name not in self._hidden_at_first)
        state = self._session.bytes(self._key())
        if state.isEmpty() or not self._window.restoreState(state):
            self._resize()
        self._working = True
        self._name_tabs()

    def remember(self) -> None:
        """Note how they stand, for the next start."""
        if self._working:
            self._session.keep_bytes(self._key(), self._window.saveState())

    def _name_tabs(self) -> None:
        """Name the rows of tabs, which Qt makes as it needs them."""
        for tabs in self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            tabs.setAccessibleName(self.tr("Panels"))

    def _resize(self) -> None:
        documents, inspector = self._docks["documents"], self._docks["inspector"]
        annotations = self._docks["annotations"]
        self._window.resizeDocks([documents, inspector], [270, 320], Qt.Orientation.Horizontal)
        self._window.resizeDocks([inspector, annotations], [430, 330], Qt.Orientation.Vertical)

    def _key(self) -> str:
        return "docks-rtl" if phrases.mirrored() else "docks-ltr"


def _area(side: Side) -> Qt.DockWidgetArea:
    if side == "bottom":
        return Qt.DockWidgetArea.BottomDockWidgetArea
    before = (side == "start") != phrases.mirrored()
    return Qt.DockWidgetArea.LeftDockWidgetArea if before else Qt.DockWidgetArea.RightDockWidgetArea
