"""Every action, one row each: menus, toolbar, shortcuts, command palette and cheat sheet are made from it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from annotator.ui.commands import Commands
from annotator.ui.phrases import QT_TRANSLATE_NOOP
from annotator.ui.workspace import Workspace

Scope = Literal["window", "article"]
"""Where the keys of an action work: anywhere in the window, or in the article and the list of annotations."""


def _always(_workspace: Workspace) -> bool:
    return True


def _has_project(workspace: Workspace) -> bool:
    return workspace.project is not None


def _writable(workspace: Workspace) -> bool:
    return workspace.writable


def _editable(workspace: Workspace) -> bool:
    return workspace.editable


def _has_document(workspace: Workspace) -> bool:
    return workspace.opened is not None


def _has_annotations(workspace: Workspace) -> bool:
    return workspace.opened is not None and bool(workspace.opened.annotations)


def _has_annotation(workspace: Workspace) -> bool:
    return workspace.annotation is not None


def _changes_annotation(workspace: Workspace) -> bool:
    return workspace.editable and workspace.annotation is not None


def _has_quote(workspace: Workspace) -> bool:
    return workspace.annotation is not None or workspace.selection is not None


def _can_undo(workspace: Workspace) -> bool:
    return workspace.undoable() is not None


def _can_redo(workspace: Workspace) -> bool:
    return workspace.redoable() is not None


def _is_unfinished(workspace: Workspace) -> bool:
    return workspace.editable and workspace.opened is not None and workspace.opened.layer.status != "done"


def _is_done(workspace: Workspace) -> bool:
    return workspace.editable and workspace.opened is not None and workspace.opened.layer.status == "done"


@dataclass(frozen=True)
class Action:
    """One thing a person can do."""

    id: str
    menu: str
    """The id of its menu, of :data:`MENUS`."""
    text: str
    """Its English name, which is also the key of its translation (context ``Actions``)."""
    run: Callable[[Commands], None]
    keys: tuple[str, ...] = ()
    """Key sequences as Qt writes them; the first is shown in menus."""
    enabled: Callable[[Workspace], bool] = _always
    scope: Scope = "window"
    checked: Callable[[Commands], bool] | None = None
    """For what is on or off: whether it is on."""
    apart: bool = False
    """Whether a line sets it apart from the row before it in the menu."""
    context: str = "Actions"
    """Context of its translation; empty if the text is the project's own."""


MENUS = (
    ("file", QT_TRANSLATE_NOOP("Actions", "File")),
    ("edit", QT_TRANSLATE_NOOP("Actions", "Edit")),
    ("annotate", QT_TRANSLATE_NOOP("Actions", "Annotate")),
    ("view", QT_TRANSLATE_NOOP("Actions", "View")),
    ("review", QT_TRANSLATE_NOOP("Actions", "Review")),
    ("help", QT_TRANSLATE_NOOP("Actions", "Help")),
)

_FILE = (
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
    Action(
        "add-articles",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Add articles…"),
        Commands.add_articles,
        ("Ctrl+I",),
        _writable,
        apart=True,
    ),
    Action(
        "add-folder",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Add a folder of articles…"),
        Commands.add_folder,
        ("Ctrl+Shift+I",),
        _writable,
    ),
    Action(
        "export-gold",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Export gold data…"),
        Commands.export_gold,
        ("Ctrl+E",),
        _has_project,
    ),
    Action(
        "check", "file", QT_TRANSLATE_NOOP("Actions", "Check the project"), Commands.check, (), _has_project
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
        _has_project,
        apart=True,
    ),
    Action("quit", "file", QT_TRANSLATE_NOOP("Actions", "Quit"), Commands.quit, ("Ctrl+Q",)),
)
_EDIT = (
    Action("undo", "edit", QT_TRANSLATE_NOOP("Actions", "Undo"), Commands.undo, ("Ctrl+Z",), _can_undo),
    Action(
        "redo",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Redo"),
        Commands.redo,
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        _can_redo,
    ),
    Action(
        "copy",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Copy the quote"),
        Commands.copy_quote,
        ("Ctrl+C",),
        _has_quote,
        scope="article",
        apart=True,
    ),
    Action(
        "find-document",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Filter articles"),
        Commands.filter_documents,
        ("Ctrl+L",),
        _has_project,
    ),
)
_ANNOTATE = (
    Action(
        "delete",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Delete the annotation"),
        Commands.delete,
        ("Del", "Backspace"),
        _changes_annotation,
        scope="article",
        apart=True,
    ),
    Action(
        "note",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Write a note"),
        Commands.note,
        ("N",),
        _changes_annotation,
        scope="article",
    ),
    Action(
        "next-annotation",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Next annotation"),
        Commands.next_annotation,
        ("Tab",),
        _has_annotations,
        scope="article",
        apart=True,
    ),
    Action(
        "previous-annotation",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Previous annotation"),
        Commands.previous_annotation,
        ("Shift+Tab", "Shift+Backtab"),
        _has_annotations,
        scope="article",
    ),
    Action(
        "end-left",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "End one letter to the left"),
        Commands.end_left,
        ("Ctrl+Shift+Left",),
        _changes_annotation,
        scope="article",
        apart=True,
    ),
    Action(
        "end-right",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "End one letter to the right"),
        Commands.end_right,
        ("Ctrl+Shift+Right",),
        _changes_annotation,
        scope="article",
    ),
    Action(
        "end-word-left",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "End one word to the left"),
        Commands.end_word_left,
        ("Ctrl+Alt+Shift+Left",),
        _changes_annotation,
        scope="article",
    ),
    Action(
        "end-word-right",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "End one word to the right"),
        Commands.end_word_right,
        ("Ctrl+Alt+Shift+Right",),
        _changes_annotation,
        scope="article",
    ),
    Action(
        "start-left",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Start one letter to the left"),
        Commands.start_left,
        (",",),
        _changes_annotation,
        scope="article",
        apart=True,
    ),
    Action(
        "start-right",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Start one letter to the right"),
        Commands.start_right,
        (".",),
        _changes_annotation,
        scope="article",
    ),
    Action(
        "start-word-left",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Start one word to the left"),
        Commands.start_word_left,
        ("Alt+,",),
        _changes_annotation,
        scope="article",
    ),
    Action(
        "start-word-right",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Start one word to the right"),
        Commands.start_word_right,
        ("Alt+.",),
        _changes_annotation,
        scope="article",
    ),
)
_VIEW = (
    Action(
        "next-document",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Next article"),
        Commands.next_document,
        ("Alt+Down", "Ctrl+PgDown"),
        _has_project,
    ),
    Action(
        "previous-document",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Previous article"),
        Commands.previous_document,
        ("Alt+Up", "Ctrl+PgUp"),
        _has_project,
    ),
    Action(
        "zoom-in",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Larger text"),
        Commands.zoom_in,
        ("Ctrl++", "Ctrl+="),
        _has_document,
        apart=True,
    ),
    Action(
        "zoom-out",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Smaller text"),
        Commands.zoom_out,
        ("Ctrl+-",),
        _has_document,
    ),
    Action(
        "zoom-reset",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Usual text size"),
        Commands.zoom_reset,
        ("Ctrl+0",),
        _has_document,
    ),
    Action(
        "invisibles",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Invisible characters"),
        Commands.toggle_invisibles,
        ("F8",),
        checked=Commands.shows_invisibles,
    ),
    Action(
        "documents-panel",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Articles panel"),
        Commands.toggle_documents,
        ("F2",),
        _has_project,
        checked=Commands.documents_shown,
        apart=True,
    ),
    Action(
        "inspector-panel",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Inspector panel"),
        Commands.toggle_inspector,
        ("F3",),
        _has_project,
        checked=Commands.inspector_shown,
    ),
    Action(
        "annotations-panel",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Annotations panel"),
        Commands.toggle_annotations,
        ("F4",),
        _has_project,
        checked=Commands.annotations_shown,
    ),
    Action(
        "next-pane",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Go to the next pane"),
        Commands.next_pane,
        ("F6",),
        _has_project,
    ),
    Action(
        "previous-pane",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Go to the previous pane"),
        Commands.previous_pane,
        ("Shift+F6",),
        _has_project,
    ),
    Action(
        "dark",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Dark colours"),
        Commands.toggle_dark,
        ("Ctrl+Shift+D",),
        checked=Commands.is_dark,
        apart=True,
    ),
    Action(
        "arabic",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Arabic window"),
        Commands.use_arabic,
        checked=Commands.is_arabic,
    ),
    Action(
        "english",
        "view",
        QT_TRANSLATE_NOOP("Actions", "English window"),
        Commands.use_english,
        checked=Commands.is_english,
    ),
)
_REVIEW = (
    Action(
        "finish",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Mark done and go to the next"),
        Commands.finish,
        ("Ctrl+Return", "Ctrl+Enter"),
        _is_unfinished,
    ),
    Action(
        "reopen",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Take the article up again"),
        Commands.reopen,
        (),
        _is_done,
    ),
    Action(
        "left-to-right",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Read this article left to right"),
        Commands.toggle_direction,
        (),
        _editable,
        checked=Commands.is_left_to_right,
        apart=True,
    ),
    Action(
        "reviewer",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Change the reviewer…"),
        Commands.change_reviewer,
        (),
        _has_project,
    ),
)
_HELP = (
    Action("palette", "help", QT_TRANSLATE_NOOP("Actions", "Find an action…"), Commands.palette, ("Ctrl+K",)),
    Action(
        "cheat-sheet",
        "help",
        QT_TRANSLATE_NOOP("Actions", "Keys at a glance"),
        Commands.cheat_sheet,
        ("?", "F1", "؟", "Shift+?", "Shift+؟"),
    ),
    Action("about", "help", QT_TRANSLATE_NOOP("Actions", "About Sanad"), Commands.about, apart=True),
)
ACTIONS: tuple[Action, ...] = (*_FILE, *_EDIT, *_ANNOTATE, *_VIEW, *_REVIEW, *_HELP)
"""Every action but those that tag: :mod:`annotator.ui.action_set` makes one for each label of the project."""
