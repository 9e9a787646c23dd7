"""What the inspector says when nothing is selected: how to begin."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui import phrases
from annotator.ui.workspace import Workspace


class Hint(QWidget):
    """The keys that tag."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._sentence = QLabel(
            self.tr("Select words in the article, or put the caret on one, and press a key:")
        )
        self._sentence.setObjectName("muted")
        self._sentence.setWordWrap(True)
        self._keys = QGridLayout()
        self._keys.setHorizontalSpacing(12)
        self._keys.setVerticalSpacing(8)
        self._keys.setColumnStretch(1, 1)
        self._more = QLabel(self.tr("Press ? for all keys."))
        self._more.setObjectName("muted")
        self._more.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.setSpacing(14)
        layout.addWidget(self._sentence)
        layout.addLayout(self._keys)
        layout.addWidget(self._more)
        layout.addStretch(1)
        workspace.project_changed.connect(self._show)
        workspace.label_set_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        while (item := self._keys.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, label in enumerate(self._workspace.labels):
            key = QLabel(label.key.upper())
            key.setObjectName("key")
            key.setAlignment(Qt.AlignmentFlag.AlignCenter)
            title = QLabel(label.title(phrases.language()))
            for made in (key, title):
                made.setTextFormat(Qt.TextFormat.PlainText)
            self._keys.addWidget(key, row, 0)
            # As wide as its text, so that a title of the other script stays beside its key.
            self._keys.addWidget(title, row, 1, Qt.AlignmentFlag.AlignLeading)
