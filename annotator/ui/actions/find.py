"""The actions of the menu: finding in the article."""

from annotator.ui.actions.row import Action, has_document, has_project
from annotator.ui.commands import Commands
from annotator.ui.phrases import QT_TRANSLATE_NOOP

ACTIONS: tuple[Action, ...] = (
    Action(
        "find",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Find in the article"),
        Commands.find,
        ("Ctrl+F",),
        has_document,
        apart=True,
    ),
    Action(
        "find-next",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Find the next"),
        Commands.find_next,
        ("F3",),
        has_project,
    ),
    Action(
        "find-previous",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Find the one before"),
        Commands.find_previous,
        ("Shift+F3",),
        has_project,
    ),
)
