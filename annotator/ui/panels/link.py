"""Another annotation that the selected one has to do with: what it is to it, its quote, and the way there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.core.records import Annotation, Relation
from annotator.ui import keys, phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.panels.chip import colour_of
from annotator.ui.workspace import Workspace

_SHOWN = 60
_EDGES = 28
"""Pixels of a quote's button that are not its text."""


class Quote(QPushButton):
    """A quote to go to, along its start edge the colour of its label."""

    def __init__(self, workspace: Workspace, name: str, annotation: Annotation) -> None:
        label = workspace.label_set.label_by_id[annotation.label_id]
        title = label.title(phrases.language())
        quote = phrases.isolated(phrases.shortened(annotation.quote, _SHOWN))
        super().__init__(quote.replace("&", "&&"))
        self._quote = quote
        self._workspace = workspace
        self._annotation_id = annotation.id
        self.setObjectName("link")
        side = "right" if phrases.mirrored() else "left"
        self.setStyleSheet(f"border-{side}: 3px solid {colour_of(label)};")
        self.setToolTip(phrases.tooltip(f"{title}: {annotation.quote}"))
        self.setAccessibleName(f"{name} {title}: {quote}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.go)

    def go(self) -> None:
        """Select what it quotes."""
        self._workspace.select(self._annotation_id, reveal=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the quote at its end: a button would cut both."""
        super().resizeEvent(event)
        shown = self.fontMetrics().elidedText(self._quote, Qt.TextElideMode.ElideRight, self.width() - _EDGES)
        self.setText(shown.replace("&", "&&"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)


class Link(QWidget):
    """A caption and a quote."""

    def __init__(self, workspace: Workspace, name: str, annotation: Annotation) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain(name, "caption"))
        column.addWidget(Quote(workspace, name, annotation))


class RelationRow(QWidget):
    """The other end of a relation. Enter goes there, Delete removes the relation, R changes it."""

    removal_asked = Signal(object)
    """The relation that is to go."""
    change_asked = Signal(object)
    """The relation that is to have another type or target."""

    def __init__(self, workspace: Workspace, name: str, relation: Relation, other: Annotation) -> None:
        super().__init__()
        self.relation = relation
        self.quote = Quote(workspace, name, other)
        self._editable = workspace.editable
        self._remove_button = QToolButton()
        self._remove_button.setObjectName("quiet")
        self._remove_button.setText("×")
        self._remove_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._remove_button.setAccessibleName(self.tr("Remove the relation"))
        self._remove_button.setToolTip(self._remove_button.accessibleName())
        self._remove_button.setEnabled(self._editable)
        self._remove_button.clicked.connect(self._ask_removal)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.quote, 1)
        row.addWidget(self._remove_button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the quote leaves."""
        if not self._editable:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._ask_removal()
        elif keys.pressed(event) == "R":
            self._ask_change()
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go there")).triggered.connect(self.quote.go)
        change = menu.addAction(self.tr("Change type or target… (R)"))
        change.triggered.connect(self._ask_change)
        remove = menu.addAction(self.tr("Remove the relation"))
        remove.triggered.connect(self._ask_removal)
        for action in (change, remove):
            action.setEnabled(self._editable)
        menu.popup(event.globalPos())

    def _ask_removal(self) -> None:
        self.removal_asked.emit(self.relation)

    def _ask_change(self) -> None:
        self.change_asked.emit(self.relation)
