"""All keys on one sheet, made from the actions, with those of the article itself."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.action_set import RowAction
from annotator.ui.actions import MENUS, SUBMENUS
from annotator.ui.dialogs.base import Dialog, plain

_COLUMNS = 4
_BESIDE = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class CheatSheet(Dialog):
    """Groups of rows: what, and which key."""

    def __init__(self, actions: Sequence[RowAction], parent: QWidget) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Keys at a glance"))
        self.add_heading(self.tr("Keys at a glance"))
        self.rows: list[str] = []
        groups = [(self.tr("In the article"), self._article_keys())]
        for menu_id, title in (*MENUS, *((submenu, title) for submenu, _, title in SUBMENUS)):
            rows = [(item.title(), item.key_names()) for item in actions if item.row.menu == menu_id]
            if rows:  # without a project there are no zones
                groups.append((QCoreApplication.translate("Actions", title), rows))
        self.column.addWidget(self._columns(groups), 1)
        self.add_buttons(QDialogButtonBox.StandardButton.Close)
        self.resize(min(1340, parent.width() - 40), min(880, parent.height() - 20))

    def _article_keys(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Word by word"), "← →"),
            (self.tr("Letter by letter"), "Alt+← →"),
            (self.tr("Sentence by sentence"), "Ctrl+← →"),
            (self.tr("Extend the selection"), "Shift+← →"),
            (self.tr("Grow: word, phrase, sentence, paragraph"), "Space"),
            (self.tr("Shrink"), "Shift+Space"),
            (self.tr("Let go of the selection"), "Esc"),
            (self.tr("Larger, smaller"), self.tr("Ctrl+wheel")),
            (self.tr("Select exactly, not by words"), self.tr("Alt+drag")),
        ]

    def _columns(self, groups: list[tuple[str, list[tuple[str, str]]]]) -> QScrollArea:
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 10, 0)
        across.setSpacing(30)
        downs = [QVBoxLayout() for _ in range(_COLUMNS)]
        heights = [0] * _COLUMNS
        for title, rows in groups:
            shortest = heights.index(min(heights))
            downs[shortest].addLayout(self._group(title, rows))
            downs[shortest].addSpacing(10)
            heights[shortest] += len(rows) + 2
        for down in downs:
            down.addStretch(1)
            across.addLayout(down, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        return area

    def _group(self, title: str, rows: list[tuple[str, str]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(plain(title, "heading"))
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for number, (name, keys) in enumerate(rows):
            label = plain(name)
            label.setWordWrap(True)
            grid.addWidget(label, number, 0)
            if keys:
                grid.addWidget(plain(keys, "key"), number, 1, _BESIDE)
            self.rows.append(name)
        column.addLayout(grid)
        return column
