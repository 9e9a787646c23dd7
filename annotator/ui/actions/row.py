"""What a row of the table of actions holds, and the conditions under which actions can be used."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from annotator.ui.commands import Commands
from annotator.ui.workspace import Workspace

Scope = Literal["window", "article"]
"""Where the keys of an action work: anywhere in the window, or in the article and the list of annotations."""


def always(_workspace: Workspace) -> bool:
    """Whatever is open."""
    return True


def has_project(workspace: Workspace) -> bool:
    """A project is open."""
    return workspace.project is not None


def writable(workspace: Workspace) -> bool:
    """The open project can be changed."""
    return workspace.writable


def editable(workspace: Workspace) -> bool:
    """The open article can be worked on."""
    return workspace.editable


def has_document(workspace: Workspace) -> bool:
    """An article is open."""
    return workspace.opened is not None


def has_annotations(workspace: Workspace) -> bool:
    """The open article has annotations, or suggestions that are shown."""
    return workspace.opened is not None and bool(workspace.opened.annotations or workspace.offered)


def changes_annotation(workspace: Workspace) -> bool:
    """An annotation is selected and can be changed."""
    return workspace.editable and workspace.annotation is not None


def has_span(workspace: Workspace) -> bool:
    """There is something whose boundaries can be moved."""
    return workspace.editable and has_quote(workspace)


def has_quote(workspace: Workspace) -> bool:
    """Text or an annotation is selected."""
    return workspace.annotation is not None or workspace.selection is not None


def can_undo(workspace: Workspace) -> bool:
    """There is a step to take back."""
    return workspace.undoable() is not None


def can_redo(workspace: Workspace) -> bool:
    """There is a step to bring back."""
    return workspace.redoable() is not None


def is_unfinished(workspace: Workspace) -> bool:
    """The open article can still be marked done."""
    return workspace.editable and workspace.opened is not None and workspace.opened.layer.status != "done"


def is_done(workspace: Workspace) -> bool:
    """The open article is marked done."""
    return workspace.editable and workspace.opened is not None and workspace.opened.layer.status == "done"


@dataclass(frozen=True)
class Action:
    """One thing a person can do."""

    id: str
    menu: str
    """The id of its menu, of :data:`MENUS` or :data:`SUBMENUS`."""
    text: str
    """Its English name, which is also the key of its translation (context ``Actions``)."""
    run: Callable[[Commands], None]
    keys: tuple[str, ...] = ()
    """Key sequences as Qt writes them; the first is shown in menus."""
    enabled: Callable[[Workspace], bool] = always
    scope: Scope = "window"
    checked: Callable[[Commands], bool] | None = None
    """For what is on or off: whether it is on."""
    apart: bool = False
    """Whether a line sets it apart from the row before it in the menu."""
    context: str = "Actions"
    """Context of its translation; empty if the text is the project's own."""
