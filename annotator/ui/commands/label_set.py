"""The label set of the project."""

from annotator.ui.commands.group import CommandGroup


class LabelSetCommands(CommandGroup):
    """The label set of the project."""

    def edit_label_set(self) -> None:
        """Show the labels and what belongs to them, to be changed."""
        from annotator.ui.dialogs.label_set import LabelSetDialog

        self._window.inspector.commit()
        LabelSetDialog(self.workspace, self._window).open()
