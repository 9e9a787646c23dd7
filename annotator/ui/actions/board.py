"""The action that opens the board."""

from annotator.ui.actions.row import Action, has_project
from annotator.ui.commands import Commands
from annotator.ui.phrases import QT_TRANSLATE_NOOP

ACTIONS: tuple[Action, ...] = (
    Action(
        "board",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Board: figures and claims across articles"),
        Commands.show_board,
        ("Ctrl+Shift+B",),
        has_project,
        apart=True,
    ),
)
"""Stands last in the menu of the review."""
