"""The actions of the menu: projects, articles coming in, gold going out."""

from annotator.ui.actions.row import Action, has_document, has_project, writable
from annotator.ui.commands import Commands
from annotator.ui.phrases import QT_TRANSLATE_NOOP

ACTIONS: tuple[Action, ...] = (
    Action("try-sample", "file", QT_TRANSLATE_NOOP("Actions", "Try the sample"), Commands.try_sample),
    Action("new", "file", QT_TRANSLATE_NOOP("Actions", "New project…"), Commands.new_project, ("Ctrl+N",)),
    Action("open", "file", QT_TRANSLATE_NOOP("Actions", "Open project…"), Commands.open_project, ("Ctrl+O",)),
    Action(
        "recent",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Open recent…"),
        Commands.open_recent,
        ("Ctrl+Shift+O",),
    ),
    Action("open-backup", "file", QT_TRANSLATE_NOOP("Actions", "Open a backup…"), Commands.open_backup),
    Action(
        "add-articles",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Add articles or annotations…"),
        Commands.add_articles,
        ("Ctrl+I",),
        writable,
        apart=True,
    ),
    Action(
        "add-folder",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Add a folder of articles or annotations…"),
        Commands.add_folder,
        ("Ctrl+Shift+I",),
        writable,
    ),
    Action(
        "export",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Export…"),
        Commands.export,
        ("Ctrl+E",),
        has_project,
    ),
    Action(
        "print",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Print the article…"),
        Commands.print_article,
        ("Ctrl+P",),
        has_document,
    ),
    Action(
        "save-pdf",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Save the article as PDF…"),
        Commands.save_pdf,
        (),
        has_document,
    ),
    Action(
        "check", "file", QT_TRANSLATE_NOOP("Actions", "Check the project"), Commands.check, (), has_project
    ),
    Action(
        "settings",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Settings…"),
        Commands.settings,
        ("Ctrl+,",),
        apart=True,
    ),
    Action(
        "close",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Close project"),
        Commands.close_project,
        ("Ctrl+W",),
        has_project,
        apart=True,
    ),
    Action("quit", "file", QT_TRANSLATE_NOOP("Actions", "Quit"), Commands.quit, ("Ctrl+Q",)),
)
