"""Finding one's way."""

from annotator.ui.commands.group import CommandGroup


class HelpCommands(CommandGroup):
    """Finding one's way."""

    def palette(self) -> None:
        """Find an action by typing."""
        self._window.show_palette()

    def cheat_sheet(self) -> None:
        """Show the keys."""
        self._window.show_cheat_sheet()

    def rules(self) -> None:
        """Show by which rules things are found and proposed."""
        self._window.show_rules()

    def about(self) -> None:
        """Say what this program is."""
        self._window.show_about()
