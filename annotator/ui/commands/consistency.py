"""What is not of a piece over all articles."""

from annotator.ui.commands.group import CommandGroup
from annotator.ui.consistency.checking import DOCK


class ConsistencyCommands(CommandGroup):
    """What is not of a piece over all articles."""

    def toggle_consistency(self) -> None:
        """Show what is not of a piece, or hide it."""
        self._window.checking.toggle()

    def consistency_shown(self) -> bool:
        """Whether it is shown."""
        return self._window.docks.shown(DOCK)
