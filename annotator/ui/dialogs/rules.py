"""By which rules Sanad finds and proposes, for people to read."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QDialogButtonBox, QTextBrowser, QWidget

from annotator.resources import RESOURCES
from annotator.ui import phrases
from annotator.ui.dialogs.base import Dialog

_FOLDER = RESOURCES / "help"


class RulesDialog(Dialog):
    """The rules, in the window's language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("How Sanad finds and proposes"))
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.windowTitle())
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.setOpenLinks(False)
        option = QTextOption()
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if phrases.mirrored() else Qt.LayoutDirection.LeftToRight
        )
        self.page.document().setDefaultTextOption(option)
        self.page.setMarkdown(_text())
        self.column.addWidget(self.page, 1)
        self.add_buttons(QDialogButtonBox.StandardButton.Close)
        self.resize(720, 640)


def _text() -> str:
    return (_FOLDER / f"rules.{phrases.language()}.md").read_text("utf-8")
