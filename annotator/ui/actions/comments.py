"""The actions of the menu: what reviewers tell each other."""

from annotator.ui.actions.row import Action, editable, has_project
from annotator.ui.commands import Commands
from annotator.ui.phrases import QT_TRANSLATE_NOOP

ACTIONS: tuple[Action, ...] = (
    Action(
        "comment",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Write a comment"),
        Commands.comment,
        ("M",),
        editable,
        scope="article",
        apart=True,
    ),
)

PANEL: tuple[Action, ...] = (
    Action(
        "comments-panel",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Comments panel"),
        Commands.toggle_comments,
        ("Ctrl+Shift+M",),
        has_project,
        checked=Commands.comments_shown,
    ),
)
