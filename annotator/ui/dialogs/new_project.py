"""What a new project needs: a place, a name for the reviewer, a label set, and articles if one likes."""

from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from annotator.core.errors import UserError, why
from annotator.formats.scheme import read_scheme
from annotator.resources import RESOURCES
from annotator.store.project import Project
from annotator.ui import phrases
from annotator.ui.dialogs.base import Dialog, plain
from annotator.ui.dialogs.questions import ask_file, ask_files, ask_folder, ask_new_file, documents_folder
from annotator.ui.import_kinds import filters

_STANDARD = RESOURCES / "schemes" / "standard.json"
_SUFFIX = ".sanad"


class NewProjectDialog(Dialog):
    """Makes the project when all is there; what is missing it says in place."""

    def __init__(self, reviewer: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("New project"))
        self.project: Project | None = None
        self._articles: list[Path] = []
        self.add_heading(self.tr("New project"))
        self.path = QLineEdit(self._free_path())
        self.reviewer = QLineEdit(reviewer)
        self.reviewer.setPlaceholderText(self.tr("The name your annotations carry"))
        self.label_set = QComboBox()
        self.label_set.addItem(self.tr("Actors, locations, figures, claims"), _STANDARD)
        self.chosen = plain(self.tr("None yet; they can be added at any time."), "muted")
        self._arrange()
        self.problem = plain("", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.column.addWidget(self.problem)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Create the project"))
        self.setMinimumWidth(620)
        (self.path if reviewer else self.reviewer).setFocus()

    def articles(self) -> list[Path]:
        """The files and folders to add."""
        return list(self._articles)

    def reviewer_name(self) -> str:
        """The name typed."""
        return self.reviewer.text().strip()

    def accept(self) -> None:
        """Make the project; stay open if that cannot be done."""
        typed = self.path.text().strip()
        if not typed:
            self._complain(self.tr("Say where the project is to be kept."))
            return
        path = Path(typed).expanduser()
        if path.suffix != _SUFFIX:
            path = path.with_name(path.name + _SUFFIX)
        try:
            definition = read_scheme(self.label_set.currentData())
            _make_folder(path.parent)
            self.project = Project.create(path, definition, self.reviewer_name())
        except UserError as error:
            self._complain(phrases.sentence_of(error))
            return
        super().accept()

    def _complain(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        rows: list[tuple[str, QWidget, list[QPushButton]]] = [
            (self.tr("Your name"), self.reviewer, []),
            (self.tr("Project file"), self.path, [self._button(self.tr("Choose…"), self._choose_path)]),
            (
                self.tr("Label set"),
                self.label_set,
                [self._button(self.tr("From a file…"), self._choose_labels)],
            ),
            (
                self.tr("Articles"),
                self.chosen,
                [
                    self._button(self.tr("Files…"), self._choose_files),
                    self._button(self.tr("Folder…"), self._choose_folder),
                ],
            ),
        ]
        for row, (title, field, buttons) in enumerate(rows):
            label = plain(title, "caption")
            label.setBuddy(field)
            field.setAccessibleName(title)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            beside = QHBoxLayout()
            beside.setSpacing(8)
            for button in buttons:
                beside.addWidget(button)
            grid.addLayout(beside, row, 2)
        self.column.addLayout(grid)

    def _button(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _choose_path(self) -> None:
        kinds = self.tr("Sanad projects (*.sanad)")
        found = ask_new_file(self, self.tr("Where to keep the project"), self.path.text(), kinds)
        if found is not None:
            self.path.setText(str(found))

    def _choose_labels(self) -> None:
        found = ask_file(self, self.tr("Label set"), "", self.tr("Label sets (*.json)"))
        if found is None:
            return
        try:
            definition = read_scheme(found)
        except UserError as error:
            self._complain(phrases.sentence_of(error))
            return
        self.problem.hide()
        self.label_set.addItem(f"{definition.name} ({found.name})", found)
        self.label_set.setCurrentIndex(self.label_set.count() - 1)

    def _choose_files(self) -> None:
        self._add(ask_files(self, self.tr("Add articles or annotations"), "", filters()))

    def _choose_folder(self) -> None:
        found = ask_folder(self, self.tr("Add a folder of articles"), "")
        self._add([found] if found is not None else [])

    def _add(self, paths: list[Path]) -> None:
        self._articles += [path for path in paths if path not in self._articles]
        if self._articles:
            names = phrases.listed(phrases.isolated(path.name) for path in self._articles[:3])
            more = len(self._articles) - 3
            self.chosen.setText(f"{names} … (+{more})" if more > 0 else names)

    def _free_path(self) -> str:
        folder = Path(documents_folder()) / "Sanad"
        name, number = "project", 1
        while (folder / f"{name}{_SUFFIX}").exists():
            number += 1
            name = f"project-{number}"
        return str(folder / f"{name}{_SUFFIX}")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            "The folder “{folder}” cannot be made: {reason}.", folder=folder, reason=why(error)
        ) from error
