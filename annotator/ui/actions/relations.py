"""The actions about what an annotation says and has to do with others."""

from annotator.ui.actions.row import Action, changes_annotation, has_project
from annotator.ui.commands import Commands
from annotator.ui.phrases import QT_TRANSLATE_NOOP
from annotator.ui.workspace import Workspace


def mentions(workspace: Workspace) -> bool:
    """An annotation is selected that may mention an entity."""
    annotation = workspace.annotation
    return (
        workspace.editable
        and annotation is not None
        and workspace.label_set.label_by_id[annotation.label_id].has_entities
    )


ACTIONS: tuple[Action, ...] = (
    Action(
        "edit-annotation",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Fill in the annotation"),
        Commands.edit_annotation,
        ("Return", "Enter"),
        changes_annotation,
        scope="article",
        apart=True,
    ),
    Action(
        "relate",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Say who said it, or link it…"),
        Commands.relate,
        ("R",),
        changes_annotation,
        scope="article",
    ),
    Action(
        "entity",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Choose the entity…"),
        Commands.choose_entity,
        ("E",),
        mentions,
        scope="article",
    ),
)

PANEL: tuple[Action, ...] = (
    Action(
        "entities-panel",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Entities panel"),
        Commands.toggle_entities,
        ("F5",),
        has_project,
        checked=Commands.entities_shown,
    ),
)
