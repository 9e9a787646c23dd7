"""The page of labels: their list, and what can be done to one of them."""

from PySide6.QtWidgets import QMenu, QTabWidget, QToolButton

from annotator.core import label_edits
from annotator.core.palette import PALETTE
from annotator.core.records import Label
from annotator.core.schema import LabelDefinition
from annotator.ui import phrases
from annotator.ui.dialogs.label_set.attributes import AttributesPage
from annotator.ui.dialogs.label_set.editing import LabelSetEditing
from annotator.ui.dialogs.label_set.effect import annotations, articles
from annotator.ui.dialogs.label_set.label_form import LabelForm
from annotator.ui.dialogs.label_set.page import Page
from annotator.ui.dialogs.label_set.record_list import Row
from annotator.ui.dialogs.label_set.splitting import MergeDialog, SplitDialog
from annotator.ui.dialogs.questions import ask_text
from annotator.ui.panels.chip import colour_of

_KEYS = "123456789"


class LabelsPage(Page):
    """The labels in order, the form of the current one, its attributes."""

    def __init__(self, editing: LabelSetEditing) -> None:
        super().__init__(editing, "", 270)
        self.list.setAccessibleName(self.tr("Labels"))
        self.form = LabelForm(editing)
        self.attributes = AttributesPage(editing)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.form, self.tr("Label"))
        self.tabs.addTab(self.attributes, self.tr("Attributes"))
        self.beside.addWidget(self.tabs)
        self.add = self.add_button(self.tr("Add…"), self.tr("Add a label"), self.add_label)
        self.up = self.add_button("↑", self.tr("Up (Alt+↑)"), self.move_up)
        self.down = self.add_button("↓", self.tr("Down (Alt+↓)"), self.move_down)
        self.buttons.addStretch(1)
        self.more = self.add_button(self.tr("More ▾"), self.tr("More to do with the label"), None)
        self._make_menu()
        self.list.moved.connect(self._reorder)
        self.refresh()

    def label(self) -> Label | None:
        """The current label."""
        row_id = self.list.current_id()
        return None if row_id is None else self.editing.label_set.label_by_id.get(row_id)

    def refresh(self) -> None:
        """Show everything again."""
        language, used = phrases.language(), self.editing.usage.annotations
        rows = [
            Row(
                label.id,
                label.title(language),
                phrases.counted(str(used.get(label.id, 0))),
                colour_of(label),
                label.key,
                label.retired,
            )
            for label in self.editing.label_set.labels
        ]
        self.list.show_rows(rows, movable=self.editing.writable)
        self.add.setEnabled(self.editing.writable)
        self.show_current()

    def show_current(self) -> None:
        """Show the current label."""
        label, writable = self.label(), self.editing.writable
        self.form.show_label(label)
        self.attributes.show_label(label)
        count = len(self.editing.label_set.attributes_of(label.id)) if label is not None else 0
        self.tabs.setTabText(1, phrases.counted(self.tr("Attributes ({count})").format(count=count)))
        for button in (self.up, self.down, self.more):
            button.setEnabled(label is not None and writable)

    def add_label(self) -> None:
        """Add a label with a free key and a colour that is not taken."""
        name = ask_text(self, self.tr("Add a label"), self.tr("Its name in gold data"))
        if name is None:
            return
        labels = self.editing.label_set.labels
        taken, keys = {label.colour.lower() for label in labels}, {label.key for label in labels}
        free = [pair for pair in PALETTE if pair[0] not in taken] or [PALETTE[len(labels) % len(PALETTE)]]
        given = LabelDefinition(
            name=name,
            colour=free[0][0],
            colour_dark=free[0][1],
            key=next((key for key in _KEYS if key not in keys), ""),
        )
        if self.editing.perform(lambda context, known: label_edits.add_label(context, known, given)):
            made = self.editing.label_set.label_by_name.get(name)
            if made is not None:
                self.list.go_to(made.id)
                self.form.fields.english.setFocus()

    def retire(self) -> None:
        """Have the label no longer offered, or offered again."""
        label = self.label()
        if label is None:
            return
        if label.retired:
            self.editing.perform(lambda context, known: label_edits.unretire_label(context, known, label))
            return
        count = self.editing.usage.annotations.get(label.id, 0)
        lines = [
            self.tr("{count} stay as they are").format(count=annotations(count)),
            articles(self.editing.usage.documents.get(label.id, 0)),
        ]
        question = self.tr("Offer {label} no longer?").format(label=self._named(label))
        if not count or self.editing.agreed(question, self.tr("Retire"), lines):
            self.editing.perform(lambda context, known: label_edits.retire_label(context, known, label))

    def delete(self) -> None:
        """Delete the label with its annotations."""
        label = self.label()
        if label is not None and self.editing.writable:
            self.editing.carry_out(
                lambda _context, known: label_edits.delete_label(known, label),
                self.tr("Delete {label}? This deletes:").format(label=self._named(label)),
                self.tr("Delete"),
            )

    def merge(self) -> None:
        """Give the label's annotations another label, and delete it."""
        label = self.label()
        if label is None:
            return
        dialog = MergeDialog(label, self.editing.label_set, self)
        target = dialog.target() if dialog.exec() else None
        dialog.deleteLater()
        if target is not None:
            self.editing.carry_out(
                lambda context, known: label_edits.merge_labels(context, known, [label], target),
                self.tr("Merge {label} into {target}? This gives the label {target} to:").format(
                    label=self._named(label), target=self._named(target)
                ),
                self.tr("Merge"),
            )

    def split(self) -> None:
        """Give some of the label's annotations a new label."""
        label = self.label()
        if label is None:
            return
        dialog = SplitDialog(label, self.editing, self)
        wanted = dialog.wanted() if dialog.exec() else None
        dialog.deleteLater()
        if wanted is None:
            return
        done = self.editing.carry_out(
            wanted.plan,
            self.tr("Split {label}? This gives the label {name} to:").format(
                label=self._named(label), name=phrases.isolated(wanted.given.name)
            ),
            self.tr("Split"),
        )
        made = self.editing.label_set.label_by_name.get(wanted.given.name)
        if done and made is not None:
            self.list.go_to(made.id)

    def _reorder(self, ids: list[int]) -> None:
        by_id = self.editing.label_set.label_by_id
        order = [by_id[row_id] for row_id in ids if row_id in by_id]
        if [label.id for label in self.editing.label_set.labels] == ids:
            return
        if not self.editing.perform(lambda context, known: label_edits.reorder_labels(context, known, order)):
            self.refresh()

    def _make_menu(self) -> None:
        menu = QMenu(self.more)
        self.retire_action = menu.addAction(self.tr("Retire"), self.retire)
        menu.addAction(self.tr("Merge into…"), self.merge)
        menu.addAction(self.tr("Split…"), self.split)
        menu.addSeparator()
        menu.addAction(self.tr("Delete…"), self.delete)
        menu.aboutToShow.connect(self._name_retiring)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(menu)

    def _name_retiring(self) -> None:
        label = self.label()
        retired = label is not None and label.retired
        self.retire_action.setText(self.tr("Offer again") if retired else self.tr("Retire"))

    def _named(self, label: Label) -> str:
        return phrases.isolated(label.title(phrases.language()))
