"""Files whose encoding cannot be told: the person looks at each reading and chooses."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QFrame,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.exchange.survey import Unclear
from annotator.ui import phrases
from annotator.ui.dialogs.base import Dialog, plain

_PREVIEW = 240
"""Characters of each reading that are shown."""
_NAMES = {"windows-1256": "Windows-1256", "iso-8859-6": "ISO-8859-6"}


class EncodingDialog(Dialog):
    """One choice for each file; a file may be left out."""

    def __init__(self, unclear: list[Unclear], parent: QWidget) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Encoding"))
        self.add_heading(self.tr("Which reading is right?"))
        self.add_sentence(
            self.tr("It cannot be told how these files are encoded. Choose the reading that makes sense.")
        )
        self.groups: dict[Path, QButtonGroup] = {}
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(14)
        for found in unclear:
            rows.addWidget(self._question(found))
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        self.column.addWidget(area, 1)
        self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.resize(680, 560)

    def answers(self) -> dict[Path, str]:
        """The encoding chosen for each file that is not left out."""
        chosen: dict[Path, str] = {}
        for path, group in self.groups.items():
            button = group.checkedButton()
            encoding = button.property("encoding") if button is not None else ""
            if encoding:
                chosen[path] = encoding
        return chosen

    def _question(self, found: Unclear) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(plain(phrases.isolated(found.path.name), "heading"))
        group = QButtonGroup(self)
        self.groups[found.path] = group
        for decoded in found.choices:
            button = QRadioButton(phrases.left_to_right(_NAMES.get(decoded.encoding, decoded.encoding)))
            button.setProperty("encoding", decoded.encoding)
            group.addButton(button)
            column.addWidget(button)
            column.addWidget(_preview(decoded.text[:_PREVIEW], button.text()))
        left_out = QRadioButton(self.tr("None of these: leave the file out"))
        left_out.setProperty("encoding", "")
        group.addButton(left_out)
        column.addWidget(left_out)
        group.buttons()[0].setChecked(True)
        return card


def _preview(text: str, name: str) -> QPlainTextEdit:
    view = QPlainTextEdit()
    view.setPlainText(text)
    view.setReadOnly(True)
    view.setAccessibleName(name)
    view.setTabChangesFocus(True)
    view.setFixedHeight(74)
    option = view.document().defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    view.document().setDefaultTextOption(option)
    return view
