"""A place for a panel that is made when somebody first wants to see it: the window need not wait for it."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class LazyPanel(QWidget):
    """Empty until it is shown."""

    def __init__(self, make: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._panel: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def fill(self) -> None:
        """Make the panel, if it is not there yet."""
        if self._panel is None:
            self._panel = self._make()
            self._panel.ensurePolished()
            self._column.addWidget(self._panel)
            self.setMinimumWidth(max(self.minimumWidth(), self._panel.minimumSizeHint().width()))

    def first_field(self) -> QWidget:
        """Where the focus goes that comes to the panel."""
        proxy = self._panel.focusProxy() if self._panel is not None else None
        return proxy or self

    def showEvent(self, event: QShowEvent) -> None:
        """Make the panel."""
        self.fill()
        super().showEvent(event)
