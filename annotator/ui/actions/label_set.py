"""The action that opens the label set editor."""

from annotator.ui.actions.row import Action, has_project
from annotator.ui.commands import Commands
from annotator.ui.phrases import QT_TRANSLATE_NOOP

ACTIONS: tuple[Action, ...] = (
    Action(
        "label-set",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Label set…"),
        Commands.edit_label_set,
        ("Ctrl+Shift+L",),
        has_project,
        apart=True,
    ),
)
