"""What reviewers tell each other."""

from annotator.ui.commands.group import CommandGroup


class CommentCommands(CommandGroup):
    """What reviewers tell each other."""

    def comment(self) -> None:
        """Say something about the selected annotation, or else about the article."""
        self._window.docks.show("comments")
        self._window.comments.begin()

    def toggle_comments(self) -> None:
        """Show or hide the panel of comments."""
        self._window.docks.toggle("comments")

    def comments_shown(self) -> bool:
        """Whether the panel of comments is shown."""
        return self._window.docks.shown("comments")
