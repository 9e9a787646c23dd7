"""Marking all that is like something."""

from annotator.ui import mark_all
from annotator.ui.commands.group import CommandGroup


class MarkingCommands(CommandGroup):
    """Marking all that is like something."""

    def mark_all(self) -> None:
        """Show where else the words of the annotation, or the selected ones, stand."""
        self._window.mark_all.begin()

    def toggle_mark_all(self) -> None:
        """Show or hide the panel that marks all."""
        self._window.docks.toggle(mark_all.DOCK)

    def mark_all_shown(self) -> bool:
        """Whether the panel that marks all is shown."""
        return self._window.docks.shown(mark_all.DOCK)
