"""The actions of the menu: marking all that is like something."""

from annotator.ui.actions.row import Action, has_project, has_span
from annotator.ui.commands import Commands
from annotator.ui.phrases import QT_TRANSLATE_NOOP

ACTIONS: tuple[Action, ...] = (
    Action(
        "mark-all",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Mark all like this…"),
        Commands.mark_all,
        ("A",),
        has_span,
        scope="article",
        apart=True,
    ),
)

PANEL: tuple[Action, ...] = (
    Action(
        "mark-all-panel",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Mark-all panel"),
        Commands.toggle_mark_all,
        (),
        has_project,
        checked=Commands.mark_all_shown,
    ),
)
