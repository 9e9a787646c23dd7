"""What all groups of commands stand on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow
    from annotator.ui.workspace import Workspace


class CommandGroup(QObject):
    """Some of the actions of a window. Any may raise UserError, which is shown as it is."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.workspace: Workspace = window.workspace

    def tell(self, error: object) -> None:
        """Show a sentence to the person."""
        self._window.tell(error)

    def remark(self, sentence: str) -> None:
        """Say in the line at the foot why a key did nothing."""
        self._window.status_line.say(sentence)
