"""What the pages of the editor share: a list at the start with its buttons, fields beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.dialogs.label_set.editing import LabelSetEditing
from annotator.ui.dialogs.label_set.record_list import RecordList


class Page(QWidget):
    """A list and what belongs to its current row."""

    def __init__(self, editing: LabelSetEditing, name: str, width: int, *, ordered: bool = True) -> None:
        super().__init__()
        self.editing = editing
        self.list = RecordList(name, ordered=ordered)
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(4)
        frame = QFrame()
        frame.setObjectName("dialogList")
        frame.setMinimumWidth(width)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(2, 4, 2, 4)
        inside.addWidget(self.list)
        start = QVBoxLayout()
        start.setSpacing(6)
        start.addWidget(frame, 1)
        start.addLayout(self.buttons)
        self.beside = QVBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(20)
        row.addLayout(start)
        row.addLayout(self.beside, 1)
        self.list.picked.connect(self.show_current)
        self.list.delete_pressed.connect(self.delete)
        editing.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show everything again."""

    def show_current(self) -> None:
        """Show what belongs to the current row."""

    def delete(self) -> None:
        """Delete the current row."""

    def add_button(self, text: str, name: str, slot: Callable[[], object] | None) -> QToolButton:
        """A small button under the list."""
        button = QToolButton()
        button.setObjectName("quiet")
        button.setText(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        if slot is not None:
            button.clicked.connect(slot)
        self.buttons.addWidget(button)
        return button

    def move_up(self) -> None:
        """Put the current row before the one above it."""
        self.list.move_current(-1)

    def move_down(self) -> None:
        """Put the current row after the one below it."""
        self.list.move_current(1)


def scrolling(layout: QLayout) -> QScrollArea:
    """Fields that scroll where the room is small."""
    inside = QWidget()
    layout.setContentsMargins(2, 2, 12, 2)
    inside.setLayout(layout)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
