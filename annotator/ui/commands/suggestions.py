"""What the machine proposes: for the selected annotation, and as annotations still to be made."""

from annotator.ui.commands.group import CommandGroup
from annotator.ui.suggesting import DOCK


class SuggestionCommands(CommandGroup):
    """What the machine proposes, accepted or rejected by a person."""

    def accept(self) -> None:
        """Accept the suggestion the hand is at, or what is proposed for the selected annotation."""
        suggesting, proposing = self._window.suggesting, self._window.proposing
        if suggesting.current is not None:
            suggesting.accept(suggesting.current)
        elif self.workspace.annotation is None:
            self.remark(self.tr("Tab goes to the next suggestion; Y accepts it then."))
        elif proposing.proposal is not None:
            proposing.accept()
        else:
            self.remark(proposing.why_nothing())

    def reject(self) -> None:
        """Have the suggestion the hand is at not made again."""
        suggesting = self._window.suggesting
        if suggesting.current is not None:
            suggesting.reject(suggesting.current)
        else:
            self.remark(self.tr("Tab goes to the next suggestion; X rejects it then."))

    def accept_all(self) -> None:
        """Annotate all that is suggested, as one step."""
        count = self._window.suggesting.accept_all()
        self.remark(self.tr("%n suggestion(s) accepted.", "", count))

    def toggle_suggestions(self) -> None:
        """Show or hide what could be annotated."""
        self._window.docks.toggle(DOCK)

    def suggestions_shown(self) -> bool:
        """Whether what could be annotated is shown."""
        return self._window.docks.shown(DOCK)
