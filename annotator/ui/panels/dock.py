"""A panel that can be moved, hidden and resized, with a quiet title."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from annotator.ui import phrases

_LEAST = 200
"""Pixels of width any panel keeps; one whose buttons need more keeps more."""


class Dock(QDockWidget):
    """A dock whose title is as quiet as its panel."""

    def __init__(
        self, name: str, title: str, panel: QWidget, extra: QWidget | None = None, *, paper: bool = True
    ) -> None:
        super().__init__(title)
        self.setObjectName(name)
        self.setWidget(panel)
        self.setTitleBarWidget(_Title(self, title, extra, paper=paper))
        panel.ensurePolished()
        panel.setMinimumWidth(max(_LEAST, panel.minimumSizeHint().width()))


class _Title(QFrame):
    """The name of the panel and a button that hides it; dragging it moves the dock."""

    def __init__(self, dock: QDockWidget, title: str, extra: QWidget | None, *, paper: bool) -> None:
        super().__init__(dock)
        self.setObjectName("dockTitlePaper" if paper else "dockTitleDesk")
        label = QLabel(title)
        label.setObjectName("dockTitle")
        close = QToolButton()
        close.setObjectName("quiet")
        close.setText("×")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setAccessibleName(self.tr("Hide {panel}").format(panel=title))
        close.setToolTip(close.accessibleName())
        close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 2) if not phrases.mirrored() else row.setContentsMargins(
            10, 6, 14, 2
        )
        row.addWidget(label, 1)
        if extra is not None:
            row.addWidget(extra)
        row.addWidget(close)
