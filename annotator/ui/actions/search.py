"""The actions of the menu: searching all articles."""

from annotator.ui.actions.row import Action, has_project
from annotator.ui.commands import Commands
from annotator.ui.phrases import QT_TRANSLATE_NOOP

ACTIONS: tuple[Action, ...] = (
    Action(
        "search",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Search all articles"),
        Commands.search,
        ("Ctrl+Shift+F",),
        has_project,
    ),
)

PANEL: tuple[Action, ...] = (
    Action(
        "search-panel",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Search panel"),
        Commands.toggle_search,
        (),
        has_project,
        checked=Commands.search_shown,
    ),
)
