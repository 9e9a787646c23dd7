"""Lists and buttons that are part of the surface they lie on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QToolButton


def quieten(view: QAbstractItemView) -> None:
    """Give a list no frame and no bar across, light the row under the mouse, let nothing be typed into it."""
    view.setMouseTracking(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)


def quiet_button(text: str) -> QToolButton:
    """A button of words alone, which Tab goes to."""
    button = QToolButton()
    button.setObjectName("quiet")
    button.setText(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
