"""The actions of the menu: making and changing annotations."""

from annotator.ui.actions.row import Action, changes_annotation, editable, has_annotations, has_quote
from annotator.ui.commands import Commands
from annotator.ui.phrases import QT_TRANSLATE_NOOP

ACTIONS: tuple[Action, ...] = (
    Action(
        "delete",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Delete the annotation"),
        Commands.delete,
        ("Del", "Backspace"),
        changes_annotation,
        scope="article",
        apart=True,
    ),
    Action(
        "note",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Write a note"),
        Commands.note,
        ("N",),
        changes_annotation,
        scope="article",
    ),
    Action(
        "next-annotation",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Next annotation"),
        Commands.next_annotation,
        ("Tab",),
        has_annotations,
        scope="article",
        apart=True,
    ),
    Action(
        "previous-annotation",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Previous annotation"),
        Commands.previous_annotation,
        ("Shift+Tab", "Shift+Backtab"),
        has_annotations,
        scope="article",
    ),
    Action(
        "walk-stack",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Next annotation on this spot"),
        Commands.walk_stack,
        ("S",),
        has_annotations,
        scope="article",
    ),
    Action(
        "cycle-cut",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "With or without و ف ب ل ك"),
        Commands.cycle_cut,
        ("C",),
        has_quote,
        scope="article",
        apart=True,
    ),
    Action(
        "repeat",
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "The last label again"),
        Commands.repeat,
        (".",),
        editable,
        scope="article",
    ),
    Action(
        "disarm",
        "paint",
        QT_TRANSLATE_NOOP("Actions", "Stop painting"),
        Commands.disarm,
        (),
        editable,
        apart=True,
    ),
)
