"""The window of the editor: its pages, what went wrong, undo, import and export."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QPushButton, QTabWidget, QWidget

from annotator.core.errors import UserError
from annotator.ui import phrases
from annotator.ui.dialogs.base import Dialog, plain
from annotator.ui.dialogs.label_set.editing import LabelSetEditing
from annotator.ui.dialogs.label_set.files import LabelSetFiles
from annotator.ui.dialogs.label_set.labels import LabelsPage
from annotator.ui.dialogs.label_set.policy import PolicyPage
from annotator.ui.dialogs.label_set.relations import RelationsPage
from annotator.ui.dialogs.label_set.zones import ZonesPage
from annotator.ui.workspace import Workspace


class LabelSetDialog(Dialog):
    """Each change is made at once and can be undone; there is nothing to confirm at the end."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Label set"))
        self._workspace = workspace
        self.editing = LabelSetEditing(workspace, self)
        self.files = LabelSetFiles(self.editing, workspace.require().path.parent)
        self.heading = self.add_heading("")
        self.version = plain("", "muted")
        head = QHBoxLayout()
        self.column.removeWidget(self.heading)
        head.addWidget(self.heading)
        head.addWidget(self.version, 1)
        self.column.addLayout(head)
        self.problem = plain("", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.column.addWidget(self.problem)
        self.labels = LabelsPage(self.editing)
        self.relations = RelationsPage(self.editing)
        self.zones = ZonesPage(self.editing)
        self.policy = PolicyPage(self.editing)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for page, title in (
            (self.labels, self.tr("Labels")),
            (self.relations, self.tr("Relations")),
            (self.zones, self.tr("Zones")),
            (self.policy, self.tr("Words")),
        ):
            self.tabs.addTab(page, title)
        self.column.addWidget(self.tabs, 1)
        self._add_foot()
        self.editing.refused.connect(self._tell)
        self.editing.changed.connect(self._follow)
        workspace.project_changed.connect(self.reject)
        self._follow()
        self._tell(None)
        self.resize(980, 720)
        self.labels.list.setFocus()

    def _add_foot(self) -> None:
        self.undo = self._button(self.tr("Undo"), self.editing.undo)
        self.redo = self._button(self.tr("Redo"), self.editing.redo)
        self.take_over = self._button(self.tr("Import…"), self.files.choose)
        self.write = self._button(self.tr("Export…"), self.files.choose_target)
        for keys, slot in (
            (QKeySequence("Ctrl+Z"), self.editing.undo),
            (QKeySequence("Ctrl+Shift+Z"), self.editing.redo),
            (QKeySequence("Ctrl+Y"), self.editing.redo),
        ):
            QShortcut(keys, self, slot)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self.column.removeWidget(buttons)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.undo, self.redo, self.take_over, self.write):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(buttons)
        self.column.addLayout(foot)

    def _button(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _follow(self) -> None:
        if self._workspace.project is None:
            return
        scheme = self.editing.label_set.scheme
        self.heading.setText(phrases.isolated(scheme.name))
        self.version.setText(phrases.counted(self.tr("Version {number}").format(number=scheme.version)))
        undoable, redoable = self.editing.undoable(), self.editing.redoable()
        self.undo.setEnabled(undoable is not None)
        self.undo.setToolTip(phrases.tooltip(phrases.step_name(undoable.name)) if undoable else "")
        self.redo.setEnabled(redoable is not None)
        self.redo.setToolTip(phrases.tooltip(phrases.step_name(redoable.name)) if redoable else "")
        self.take_over.setEnabled(self.editing.writable)

    def _tell(self, error: UserError | None) -> None:
        """Say what went wrong, or why nothing can be done at all."""
        if error is not None:
            sentence = phrases.sentence_of(error)
        elif not self.editing.writable:
            sentence = self.tr("Read-only: the label set cannot be changed here.")
        else:
            sentence = ""
        self.problem.setText(sentence)
        self.problem.setAccessibleName(sentence)
        self.problem.setVisible(bool(sentence))
