"""The actions of the menu: moving the boundaries of the selected annotation or of the selection.

A bracket key stands for the edge on its side of the screen: it pushes it outward, with Shift it draws it in,
with Ctrl it goes by words.
"""

from annotator.ui.actions.row import Action, changes_annotation, has_span
from annotator.ui.commands import Commands
from annotator.ui.phrases import QT_TRANSLATE_NOOP

ACTIONS: tuple[Action, ...] = (
    Action(
        "left-out",
        "edges",
        QT_TRANSLATE_NOOP("Actions", "Left edge out by a letter"),
        Commands.left_out,
        ("[",),
        has_span,
        scope="article",
    ),
    Action(
        "left-in",
        "edges",
        QT_TRANSLATE_NOOP("Actions", "Left edge in by a letter"),
        Commands.left_in,
        ("Shift+[",),
        has_span,
        scope="article",
    ),
    Action(
        "right-out",
        "edges",
        QT_TRANSLATE_NOOP("Actions", "Right edge out by a letter"),
        Commands.right_out,
        ("]",),
        has_span,
        scope="article",
    ),
    Action(
        "right-in",
        "edges",
        QT_TRANSLATE_NOOP("Actions", "Right edge in by a letter"),
        Commands.right_in,
        ("Shift+]",),
        has_span,
        scope="article",
    ),
    Action(
        "left-out-word",
        "edges",
        QT_TRANSLATE_NOOP("Actions", "Left edge out by a word"),
        Commands.left_out_word,
        ("Ctrl+[",),
        has_span,
        scope="article",
        apart=True,
    ),
    Action(
        "left-in-word",
        "edges",
        QT_TRANSLATE_NOOP("Actions", "Left edge in by a word"),
        Commands.left_in_word,
        ("Ctrl+Shift+[",),
        has_span,
        scope="article",
    ),
    Action(
        "right-out-word",
        "edges",
        QT_TRANSLATE_NOOP("Actions", "Right edge out by a word"),
        Commands.right_out_word,
        ("Ctrl+]",),
        has_span,
        scope="article",
    ),
    Action(
        "right-in-word",
        "edges",
        QT_TRANSLATE_NOOP("Actions", "Right edge in by a word"),
        Commands.right_in_word,
        ("Ctrl+Shift+]",),
        has_span,
        scope="article",
    ),
    Action(
        "end-left",
        "edges",
        QT_TRANSLATE_NOOP("Actions", "End one letter to the left"),
        Commands.end_left,
        ("Ctrl+Shift+Left",),
        changes_annotation,
        scope="article",
        apart=True,
    ),
    Action(
        "end-right",
        "edges",
        QT_TRANSLATE_NOOP("Actions", "End one letter to the right"),
        Commands.end_right,
        ("Ctrl+Shift+Right",),
        changes_annotation,
        scope="article",
    ),
)
