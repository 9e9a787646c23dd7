"""The menu on the text: what can be done with what is there."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from annotator.core.records import Span
from annotator.ui.action_set import ActionSet
from annotator.ui.article.view import ArticleView
from annotator.ui.workspace import Workspace

_ON_ANNOTATION = (
    "edit-annotation",
    "mark-all",
    "relate",
    "entity",
    "cycle-cut",
    "walk-stack",
    "note",
    "comment",
    "delete",
)
_ON_TEXT = ("cycle-cut", "mark-all", "comment")


class ArticleMenu(QObject):
    """Made of the actions as it is asked for."""

    def __init__(self, view: ArticleView, workspace: Workspace, actions: ActionSet) -> None:
        super().__init__(view)
        self._view = view
        self._workspace = workspace
        self._actions = actions
        self.menu = QMenu(view)
        view.menu_asked.connect(self._show)

    def _show(self, where: QPoint, span: Span | None, annotation_id: int | None) -> None:
        self.fill(span, annotation_id)
        if not self.menu.isEmpty():
            self.menu.popup(where)

    def fill(self, span: Span | None, annotation_id: int | None) -> None:
        """Put in what is for a text to label, for an annotation, and for the paragraph."""
        self._actions.refresh()
        self.menu.clear()
        if not self._workspace.editable:
            self.menu.addAction(self._actions["copy"])
            return
        if span is not None or annotation_id is not None:
            self.menu.addActions(self._actions.of_menu("annotate", own=True))
            self.menu.addSeparator()
            for name in _ON_TEXT if annotation_id is None else _ON_ANNOTATION:
                action = self._actions.rows.get(name)
                if action is not None and action.isEnabled():
                    self.menu.addAction(action)
            self.menu.addAction(self._actions["copy"])
            self.menu.addSeparator()
        self.menu.addMenu(self._actions.menu("zones"))
