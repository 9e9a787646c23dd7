"""The first page: try the sample, begin, open, or go on where one was."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.resources import RESOURCES
from annotator.ui import phrases, theme

_SHOWN = 6


class Welcome(QWidget):
    """What can be opened. Its buttons carry actions of the window."""

    chosen = Signal(object)
    """The path of a recent project."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        title = QLabel(self.tr("Sanad"))
        title.setObjectName("title")
        lead = QLabel(
            self.tr("Read Arabic articles, mark who, where, how many and what is claimed, export gold data.")
        )
        lead.setObjectName("lead")
        lead.setWordWrap(True)
        self.sample = QPushButton(self.tr("Try the sample"))
        self.sample.setObjectName("primary")
        self.sample.setAccessibleDescription(
            self.tr("Five real articles, the first one annotated. Nothing to set up.")
        )
        about = QLabel(self.sample.accessibleDescription())
        about.setObjectName("muted")
        about.setWordWrap(True)
        self.new = QPushButton(self.tr("New project…"))
        self.open = QPushButton(self.tr("Open project…"))
        for button in (self.sample, self.new, self.open):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setMinimumHeight(40)
            button.setAutoDefault(True)  # Enter presses it
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.sample, 2)
        buttons.addWidget(self.new, 1)
        buttons.addWidget(self.open, 1)
        self.recent_title = QLabel(self.tr("Recent projects"))
        self.recent_title.setObjectName("caption")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(40, 34, 40, 30)
        column.setSpacing(12)
        mark = QLabel()
        mark.setFixedSize(56, 56)
        mark.setPixmap(QIcon(str(RESOURCES / "icons" / "sanad.svg")).pixmap(52, 52))
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(mark)
        head.addWidget(title, 1)
        column.addLayout(head)
        column.addWidget(lead)
        column.addSpacing(14)
        column.addLayout(buttons)
        column.addWidget(about)
        column.addSpacing(10)
        column.addWidget(self.recent_title)
        column.addLayout(self._recent)
        card.setFixedWidth(620)
        page = QVBoxLayout(self)
        page.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        page.addLayout(row)
        page.addStretch(3)

    def show_recent(self, paths: list[Path]) -> None:
        """Offer the projects that were open last and are still there."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        there = [path for path in paths if path.is_file()][:_SHOWN]
        for path in there:
            button = _RecentButton(path)
            button.picked.connect(self.chosen)
            self._recent.addWidget(button)
        self.recent_title.setVisible(bool(there))


class _RecentButton(QPushButton):
    """One project to open again."""

    picked = Signal(object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.setObjectName("recent")
        self.setAutoDefault(True)
        folder = phrases.left_to_right(phrases.shortened(_homely(path.parent), 52))
        self.setText(f"{phrases.isolated(path.stem)}   {folder}".replace("&", "&&"))
        self.setIcon(theme.icon("folder", theme.colours().muted))
        self.setToolTip(phrases.tooltip(str(path)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._pick)

    def _pick(self) -> None:
        self.picked.emit(self._path)


def _homely(path: Path) -> str:
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except ValueError:
        return str(path)
