"""How far an article is, and who reads it."""

from annotator.ui.commands.group import CommandGroup


class ReviewCommands(CommandGroup):
    """How far an article is, and who reads it."""

    def finish(self) -> None:
        """Mark the article done and open the next that is not, unless something looks wrong."""
        self._window.finishing.finish()

    def look_for_problems(self) -> None:
        """Show what looks wrong in the article."""
        self._window.finishing.look()

    def reopen(self) -> None:
        """Take a finished article up again."""
        self.workspace.set_status("started")

    def toggle_direction(self) -> None:
        """Read the article in the other direction."""
        self.workspace.set_direction("rtl" if self.is_left_to_right() else "ltr")

    def is_left_to_right(self) -> bool:
        """Whether the article is read left to right."""
        return self.workspace.opened is not None and self.workspace.opened.document.direction == "ltr"

    def change_reviewer(self) -> None:
        """Offer the reviewers of the project."""
        self._window.projects.choose_reviewer()
