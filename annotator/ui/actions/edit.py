"""The actions of the menu: undo, redo, copying, finding."""

from annotator.ui.actions.row import Action, can_redo, can_undo, has_project, has_quote
from annotator.ui.commands import Commands
from annotator.ui.phrases import QT_TRANSLATE_NOOP

ACTIONS: tuple[Action, ...] = (
    Action("undo", "edit", QT_TRANSLATE_NOOP("Actions", "Undo"), Commands.undo, ("Ctrl+Z",), can_undo),
    Action(
        "redo",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Redo"),
        Commands.redo,
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        can_redo,
    ),
    Action(
        "copy",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Copy the quote"),
        Commands.copy_quote,
        ("Ctrl+C",),
        has_quote,
        scope="article",
        apart=True,
    ),
    Action(
        "find-document",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Filter articles"),
        Commands.filter_documents,
        ("Ctrl+L",),
        has_project,
    ),
)
