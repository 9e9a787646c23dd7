"""Why an action cannot be used just now: what a person reads who pressed its key."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotator.ui.actions import row
from annotator.ui.actions.relations import mentions
from annotator.ui.actions.suggestions import are_offered, can_accept
from annotator.ui.phrases import QT_TRANSLATE_NOOP
from annotator.ui.workspace import Workspace

_NO_ANNOTATION = QT_TRANSLATE_NOOP("Actions", "Select an annotation first: click it, or go to it with Tab.")
_NO_WORDS = QT_TRANSLATE_NOOP("Actions", "Select words or an annotation first.")
_NONE_YET = QT_TRANSLATE_NOOP("Actions", "This article has no annotations yet.")
_NO_ENTITY = QT_TRANSLATE_NOOP("Actions", "Annotations with this label do not name an entity.")
_NO_UNDO = QT_TRANSLATE_NOOP("Actions", "There is nothing to undo.")
_NO_REDO = QT_TRANSLATE_NOOP("Actions", "There is nothing to redo.")
_NOT_OFFERED = QT_TRANSLATE_NOOP("Actions", "No suggestions are shown here; F4 shows them.")
_NO_CHANGES = QT_TRANSLATE_NOOP("Actions", "This project is open read-only.")

_MISSING: dict[Callable[[Workspace], bool], str] = {
    row.changes_annotation: _NO_ANNOTATION,
    row.has_span: _NO_WORDS,
    row.has_quote: _NO_WORDS,
    row.has_annotations: _NONE_YET,
    can_accept: _NO_ANNOTATION,
    are_offered: _NOT_OFFERED,
    row.can_undo: _NO_UNDO,
    row.can_redo: _NO_REDO,
}
_CHANGING = (
    row.changes_annotation,
    row.has_span,
    row.can_undo,
    row.can_redo,
    row.editable,
    mentions,
    can_accept,
    are_offered,
)


def reason(action: row.Action, workspace: Workspace) -> str:
    """The sentence for an action that is not enabled, in the window's language; empty if there is none."""
    sentence = _MISSING.get(action.enabled, "")
    if workspace.project is not None and not workspace.writable and action.enabled in _CHANGING:
        sentence = _NO_CHANGES
    elif action.enabled is mentions:
        sentence = _NO_ANNOTATION if workspace.annotation is None else _NO_ENTITY
    return QCoreApplication.translate("Actions", sentence) if sentence else ""
