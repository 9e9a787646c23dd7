"""Finding in the article."""

from annotator.ui.commands.group import CommandGroup


class FindCommands(CommandGroup):
    """Finding in the article."""

    def find(self) -> None:
        """Show where to type what to look for; what is selected is proposed."""
        self._window.project_search.is_last = False
        opened, span = self.workspace.opened, self.workspace.selection
        self._window.find_bar.begin(span.quote(opened.text) if opened is not None and span else "")

    def find_next(self) -> None:
        """Select the next hit, of the last search wherever that was."""
        self._step(1)

    def find_previous(self) -> None:
        """Select the hit before."""
        self._step(-1)

    def _step(self, steps: int) -> None:
        if self._window.project_search.can_step():
            self._window.project_search.step(steps)
        elif self.workspace.opened is not None:
            self._window.find_bar.step(steps)
