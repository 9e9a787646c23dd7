"""What all dialogs share: margins, a heading, buttons at the end."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.ui import phrases


class Dialog(QDialog):
    """A dialog with room around what it holds."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(26, 22, 26, 20)
        self.column.setSpacing(14)

    def open(self) -> None:
        """Show it over its window, without a loop of its own; it goes when it is closed."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        super().open()

    def add_heading(self, text: str) -> QLabel:
        """A line in bold."""
        label = plain(text, "heading")
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        label.setFont(font)
        self.column.addWidget(label)
        return label

    def add_sentence(self, text: str) -> QLabel:
        """A paragraph that wraps."""
        label = plain(text, "muted")
        label.setWordWrap(True)
        self.column.addWidget(label)
        return label

    def add_buttons(self, *standard: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
        """The row of buttons at the end."""
        buttons = QDialogButtonBox()
        for button in standard:
            buttons.addButton(button)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.column.addWidget(buttons)
        return buttons


def plain(text: str, name: str = "") -> QLabel:
    """A label that never reads its text as markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if name:
        label.setObjectName(name)
    return label


def drop_down(choices: Iterable[tuple[str, str]] = ()) -> QComboBox:
    """A choice among values, each with its title, no wider than a dialog has room for."""
    combo = QComboBox()
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(18)
    for value, title in choices:
        combo.addItem(title, value)
    return combo


def set_in(field: QAbstractSpinBox) -> None:
    """Let a number begin where the choices above it do, which the style sheet alone does not."""
    if phrases.mirrored():
        field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    else:
        field.lineEdit().setTextMargins(8, 0, 0, 0)


def from_the_start(field: QLineEdit) -> None:
    """Let what stands in a field begin where the window's lines do, be it in another script."""
    field.setAlignment(_start() | Qt.AlignmentFlag.AlignVCenter)


def lines_from_the_start(area: QPlainTextEdit) -> None:
    """Let the lines of a text begin where the window's do: Qt begins them on the left in any window."""
    option = area.document().defaultTextOption()
    option.setAlignment(_start())
    area.document().setDefaultTextOption(option)


def _start() -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if phrases.mirrored() else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute
