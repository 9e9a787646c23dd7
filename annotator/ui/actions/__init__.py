"""Every action, one row each: menus, toolbar, shortcuts, command palette and cheat sheet are made from it."""

from annotator.ui.actions import (
    annotate,
    board,
    comments,
    edges,
    edit,
    file,
    find,
    guide,
    label_set,
    marking,
    relations,
    review,
    search,
    suggestions,
    view,
)
from annotator.ui.actions.row import Action
from annotator.ui.phrases import QT_TRANSLATE_NOOP

MENUS = (
    ("file", QT_TRANSLATE_NOOP("Actions", "File")),
    ("edit", QT_TRANSLATE_NOOP("Actions", "Edit")),
    ("annotate", QT_TRANSLATE_NOOP("Actions", "Annotate")),
    ("view", QT_TRANSLATE_NOOP("Actions", "View")),
    ("review", QT_TRANSLATE_NOOP("Actions", "Review")),
    ("help", QT_TRANSLATE_NOOP("Actions", "Help")),
)

SUBMENUS = (
    ("paint", "annotate", QT_TRANSLATE_NOOP("Actions", "Paint with a label")),
    ("edges", "annotate", QT_TRANSLATE_NOOP("Actions", "Boundaries")),
    ("zones", "annotate", QT_TRANSLATE_NOOP("Actions", "Zones")),
)
"""Menus inside menus: id, the menu it stands in, title."""

ACTIONS: tuple[Action, ...] = (
    *file.ACTIONS,
    *edit.ACTIONS,
    *find.ACTIONS,
    *search.ACTIONS,
    *annotate.ACTIONS,
    *marking.ACTIONS,
    *relations.ACTIONS,
    *suggestions.ACTIONS,
    *comments.ACTIONS,
    *edges.ACTIONS,
    *label_set.ACTIONS,
    *view.ACTIONS,
    *comments.PANEL,
    *relations.PANEL,
    *search.PANEL,
    *marking.PANEL,
    *review.ACTIONS,
    *board.ACTIONS,
    *suggestions.PANEL,
    *guide.ACTIONS,
)
"""Every action but those that tag: :mod:`annotator.ui.action_set` makes one for each label of the project."""
