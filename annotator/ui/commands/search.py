"""Searching all articles."""

from annotator.ui import project_search
from annotator.ui.commands.group import CommandGroup


class SearchCommands(CommandGroup):
    """Searching all articles."""

    def search(self) -> None:
        """Show where to type what to look for in all articles."""
        self._window.project_search.begin()

    def toggle_search(self) -> None:
        """Show or hide the search panel."""
        self._window.docks.toggle(project_search.DOCK)

    def search_shown(self) -> bool:
        """Whether the search panel is shown."""
        return self._window.docks.shown(project_search.DOCK)
