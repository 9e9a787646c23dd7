"""A calm strip above the article: something to know, which does not stop the work."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget


class Banner(QFrame):
    """One sentence. A lasting one stays; another can be put away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._lasting = ""
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.dismiss = QToolButton()
        self.dismiss.setText("✕")
        self.dismiss.setAccessibleName(self.tr("Put this message away"))
        self.dismiss.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 10, 8)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show a sentence until it is put away."""
        self._show(sentence, dismissable=True)

    def tell_lasting(self, sentence: str) -> None:
        """Show a sentence as long as it holds; an empty one ends it."""
        self._lasting = sentence
        self.clear()

    def clear(self) -> None:
        """Put the message away; a lasting one comes back."""
        if self._lasting:
            self._show(self._lasting, dismissable=False)
        else:
            self.sentence.clear()
            self.hide()

    def _show(self, sentence: str, *, dismissable: bool) -> None:
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.dismiss.setVisible(dismissable)
        self.show()
