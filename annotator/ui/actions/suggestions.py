"""The actions about what the machine proposes."""

from annotator.ui.actions.row import Action, has_document
from annotator.ui.commands import Commands
from annotator.ui.phrases import QT_TRANSLATE_NOOP
from annotator.ui.workspace import Workspace


def can_accept(workspace: Workspace) -> bool:
    """An annotation is selected, or suggestions are shown, and can be changed."""
    return workspace.editable and (workspace.annotation is not None or bool(workspace.offered))


def are_offered(workspace: Workspace) -> bool:
    """Suggestions are shown, and can be made annotations."""
    return workspace.editable and bool(workspace.offered)


ACTIONS: tuple[Action, ...] = (
    Action(
        "accept-proposal",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Accept what is proposed"),
        Commands.accept,
        ("Y",),
        can_accept,
        scope="article",
        apart=True,
    ),
    Action(
        "reject-suggestion",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Reject the suggestion"),
        Commands.reject,
        ("X",),
        are_offered,
        scope="article",
    ),
)

PANEL: tuple[Action, ...] = (
    Action(
        "suggestions",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Suggestions"),
        Commands.toggle_suggestions,
        ("F4",),
        has_document,
        checked=Commands.suggestions_shown,
        apart=True,
    ),
    Action(
        "accept-all",
        "review",
        QT_TRANSLATE_NOOP("Actions", "Accept all suggestions shown"),
        Commands.accept_all,
        (),
        are_offered,
    ),
)
