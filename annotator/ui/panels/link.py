"""Another annotation that the selected one has to do with: what it is to it, its quote, and the way there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.records import Annotation
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.panels.chip import colour_of
from annotator.ui.workspace import Workspace

_SHOWN = 60


class Link(QWidget):
    """A caption and a button with the quote, along its start edge the colour of the label."""

    def __init__(self, workspace: Workspace, name: str, annotation: Annotation) -> None:
        super().__init__()
        self._workspace = workspace
        self._annotation_id = annotation.id
        label = workspace.label_set.label_by_id[annotation.label_id]
        title = label.title(phrases.language())
        quote = phrases.isolated(phrases.shortened(annotation.quote, _SHOWN))
        button = QPushButton(quote.replace("&", "&&"))
        button.setObjectName("link")
        side = "right" if phrases.mirrored() else "left"
        button.setStyleSheet(f"border-{side}: 3px solid {colour_of(label)};")
        button.setToolTip(phrases.tooltip(f"{title}: {annotation.quote}"))
        button.setAccessibleName(f"{name} {title}: {quote}")
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain(name, "caption"))
        column.addWidget(button)

    def _go(self) -> None:
        self._workspace.select(self._annotation_id, reveal=True)
