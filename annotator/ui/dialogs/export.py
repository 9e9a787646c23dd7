"""Where the gold data goes, and which zones' annotations are left out of it."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QGridLayout, QLineEdit, QPushButton, QWidget

from annotator.core.records import ZoneKind
from annotator.ui import phrases
from annotator.ui.dialogs.base import Dialog, plain
from annotator.ui.dialogs.questions import ask_folder


class ExportDialog(Dialog):
    """A folder, and a tick for each kind of zone in use."""

    def __init__(
        self,
        folder: str,
        kinds: list[tuple[ZoneKind, int]],
        without: set[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Export gold data"))
        self.add_heading(self.tr("Export gold data"))
        self.folder = QLineEdit(folder)
        self.folder.setAccessibleName(self.tr("Folder for the gold data"))
        choose = QPushButton(self.tr("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        caption = plain(self.tr("Folder"), "caption")
        caption.setBuddy(self.folder)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for column, widget in enumerate((caption, self.folder, choose)):
            grid.addWidget(widget, 0, column)
        self.column.addLayout(grid)
        self.ticks: dict[str, QCheckBox] = {}
        if kinds:
            self.column.addSpacing(6)
            self.column.addWidget(plain(self.tr("Leave out what is annotated in"), "caption"))
        for kind, count in kinds:
            counted = phrases.counted(self.tr("%n annotation(s)", "", count))
            title = phrases.isolated(kind.title(phrases.language()))
            tick = QCheckBox(f"{title} · {counted}".replace("&", "&&"))
            tick.setChecked(kind.name in without)
            self.ticks[kind.name] = tick
            self.column.addWidget(tick)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.go.setText(self.tr("Export"))
        self.folder.textChanged.connect(self._follow)
        self._follow()
        self.setMinimumWidth(560)

    def target(self) -> Path:
        """The folder."""
        return Path(self.folder.text().strip()).expanduser()

    def without(self) -> tuple[str, ...]:
        """The kinds of zones that are ticked, by name."""
        return tuple(name for name, tick in self.ticks.items() if tick.isChecked())

    def _choose(self) -> None:
        found = ask_folder(self, self.tr("Folder for the gold data"), self.folder.text())
        if found is not None:
            self.folder.setText(str(found))

    def _follow(self) -> None:
        self.go.setEnabled(bool(self.folder.text().strip()))
