"""The actions of the menu: how far an article is, and who reads it."""

from annotator.ui.actions.row import Action, editable, has_document, has_project, is_done, is_unfinished
from annotator.ui.commands import Commands
from annotator.ui.phrases import QT_TRANSLATE_NOOP

ACTIONS: tuple[Action, ...] = (
    Action(
        "finish",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Mark done and go to the next"),
        Commands.finish,
        ("Ctrl+Return", "Ctrl+Enter"),
        is_unfinished,
    ),
    Action(
        "look-for-problems",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Look for problems"),
        Commands.look_for_problems,
        ("F7",),
        has_document,
    ),
    Action(
        "consistency",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Consistency of all articles"),
        Commands.toggle_consistency,
        ("Ctrl+Shift+K",),
        has_project,
        checked=Commands.consistency_shown,
    ),
    Action(
        "reopen",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Take the article up again"),
        Commands.reopen,
        (),
        is_done,
    ),
    Action(
        "left-to-right",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Read this article left to right"),
        Commands.toggle_direction,
        (),
        editable,
        checked=Commands.is_left_to_right,
        apart=True,
    ),
    Action(
        "reviewer",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Change the reviewer…"),
        Commands.change_reviewer,
        (),
        has_project,
    ),
)
