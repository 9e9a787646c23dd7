"""A line of text that gives way: it is cut where it ends, whichever way it reads."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel


class ElidedLabel(QLabel):
    """A label whose text is seen as far as there is room; ``text`` is always the whole."""

    def __init__(self, least: int) -> None:
        """Make it at least so many pixels wide, if its text is."""
        super().__init__()
        self._least = least
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """Room for the beginning."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), self._least), whole.height())

    def shown(self) -> str:
        """What is seen of the text."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what there is room for."""
        painter = QPainter(self)
        side = self.style().visualAlignment(self.layoutDirection(), self.alignment())
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            side,
            self.palette(),
            self.isEnabled(),
            self.shown(),
            self.foregroundRole(),
        )
        painter.end()
