"""The actions of the menu: finding one's way."""

from annotator.ui.actions.row import Action
from annotator.ui.commands import Commands
from annotator.ui.phrases import QT_TRANSLATE_NOOP

ACTIONS: tuple[Action, ...] = (
    Action("palette", "help", QT_TRANSLATE_NOOP("Actions", "Find an action…"), Commands.palette, ("Ctrl+K",)),
    Action(
        "cheat-sheet",
        "help",
        QT_TRANSLATE_NOOP("Actions", "Keys at a glance"),
        Commands.cheat_sheet,
        ("?", "F1", "؟", "Shift+?", "Shift+؟"),
    ),
    Action(
        "rules",
        "help",
        QT_TRANSLATE_NOOP("Actions", "How Sanad finds and proposes"),
        Commands.rules,
        ("Shift+F1",),
    ),
    Action("about", "help", QT_TRANSLATE_NOOP("Actions", "About Sanad"), Commands.about, apart=True),
)
