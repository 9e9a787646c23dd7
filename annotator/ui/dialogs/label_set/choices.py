"""The choices of an attribute."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from annotator.core import label_edits
from annotator.core.records import Attribute
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.dialogs.label_set.editing import LabelSetEditing
from annotator.ui.dialogs.label_set.record_list import RecordList, Row
from annotator.ui.dialogs.questions import ask_text


class Choices(QWidget):
    """What an attribute may be; nothing for one that is not a choice."""

    def __init__(self, editing: LabelSetEditing) -> None:
        super().__init__()
        self._editing = editing
        self._attribute: Attribute | None = None
        self.list = RecordList(self.tr("Choices"), ordered=False)
        self.list.setMinimumHeight(120)
        self.list.delete_pressed.connect(self.delete)
        self.list.itemActivated.connect(self.rename)
        self.list.picked.connect(self._follow)
        frame = QFrame()
        frame.setObjectName("dialogList")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(2, 4, 2, 4)
        inside.addWidget(self.list)
        self.add = _button(self.tr("Add…"), self.tr("Add a choice"), self.add_choice)
        self.rename_button = _button(self.tr("Rename…"), self.tr("Rename the choice"), self.rename)
        self.remove = _button(self.tr("Delete…"), self.tr("Delete the choice"), self.delete)
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self.add, self.rename_button, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(plain(self.tr("Choices"), "caption"))
        column.addWidget(frame, 1)
        column.addLayout(row)

    def show_attribute(self, attribute: Attribute | None) -> None:
        """Show the choices of an attribute."""
        self._attribute = attribute
        self.setVisible(attribute is not None and attribute.type == "choice")
        used = self._editing.usage.choices
        rows = (
            [
                Row(number, choice, phrases.counted(str(used.get((attribute.id, choice), 0))))
                for number, choice in enumerate(attribute.choices)
            ]
            if attribute is not None
            else []
        )
        self.list.show_rows(rows, movable=False)
        self._follow()

    def choice(self) -> str | None:
        """The current choice."""
        place = self.list.current_id()
        if self._attribute is None or place is None or place >= len(self._attribute.choices):
            return None
        return self._attribute.choices[place]

    def add_choice(self) -> None:
        """Add a choice."""
        attribute = self._attribute
        name = ask_text(self, self.tr("Add a choice"), self.tr("Its name in gold data"))
        if attribute is not None and name is not None:
            self._editing.perform(
                lambda context, known: label_edits.add_choice(context, known, attribute, name)
            )

    def rename(self) -> None:
        """Give the choice another name, in annotations too."""
        attribute, choice = self._attribute, self.choice()
        if attribute is None or choice is None or not self._editing.writable:
            return
        name = ask_text(self, self.tr("Rename the choice"), self.tr("Its name in gold data"), choice)
        if name is None or name == choice:
            return
        if name in attribute.choices:
            question = self.tr("{choice} and {name} become one choice in:")
        else:
            question = self.tr("Call {choice} {name} in:")
        self._editing.carry_out(
            lambda _context, known: label_edits.rename_choice(known, attribute, choice, name),
            question.format(choice=phrases.isolated(choice), name=phrases.isolated(name)),
            self.tr("Rename"),
        )

    def delete(self) -> None:
        """Delete the choice; annotations that have it lose their value."""
        attribute, choice = self._attribute, self.choice()
        if attribute is None or choice is None or not self._editing.writable:
            return
        self._editing.carry_out(
            lambda _context, known: label_edits.delete_choice(known, attribute, choice),
            self.tr("Delete {choice}? It is taken from:").format(choice=phrases.isolated(choice)),
            self.tr("Delete"),
        )

    def _follow(self) -> None:
        self.add.setEnabled(self._editing.writable)
        for button in (self.rename_button, self.remove):
            button.setEnabled(self._editing.writable and self.choice() is not None)


def _button(text: str, name: str, slot: object) -> QToolButton:
    button = QToolButton()
    button.setObjectName("quiet")
    button.setText(text)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(slot)
    return button
