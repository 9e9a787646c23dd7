"""The attributes of one label."""

from functools import partial

from PySide6.QtWidgets import QCheckBox, QMenu, QToolButton, QVBoxLayout

from annotator.core import label_edits
from annotator.core.records import Attribute, AttributeType, Label
from annotator.core.schema import AttributeDefinition
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.dialogs.label_set.choices import Choices
from annotator.ui.dialogs.label_set.editing import LabelSetEditing
from annotator.ui.dialogs.label_set.fields import NameFields
from annotator.ui.dialogs.label_set.page import Page, scrolling
from annotator.ui.dialogs.label_set.record_list import Row
from annotator.ui.dialogs.questions import ask_text


class AttributesPage(Page):
    """The attributes in order, and the fields of the current one."""

    def __init__(self, editing: LabelSetEditing) -> None:
        super().__init__(editing, "", 210)
        self.list.setAccessibleName(self.tr("Attributes"))
        self._label: Label | None = None
        self._types: dict[AttributeType, str] = {
            "choice": self.tr("One of several"),
            "number": self.tr("Number"),
            "text": self.tr("Text"),
            "date": self.tr("Date"),
        }
        self.fields = NameFields(
            self.tr("Name in gold data"), self.tr("Title in English"), self.tr("Title in Arabic")
        )
        self.type = plain("")
        self.type.setToolTip(self.tr("An attribute keeps its type; for another, add another attribute."))
        self.required = QCheckBox(self.tr("Required: without it a finding is told"))
        self.choices = Choices(editing)
        self._arrange()
        self.add = self.add_button(self.tr("Add ▾"), self.tr("Add an attribute"), None)
        menu = QMenu(self.add)
        for kind, title in self._types.items():
            menu.addAction(title, partial(self.add_attribute, kind))
        self.add.setMenu(menu)
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.up = self.add_button("↑", self.tr("Up (Alt+↑)"), self.move_up)
        self.down = self.add_button("↓", self.tr("Down (Alt+↓)"), self.move_down)
        self.buttons.addStretch(1)
        self.remove = self.add_button(self.tr("Delete…"), self.tr("Delete the attribute"), self.delete)
        self.list.moved.connect(self._reorder)
        self.fields.renamed.connect(self._rename)
        self.fields.retitled.connect(self._retitle)
        self.required.clicked.connect(self._require)

    def show_label(self, label: Label | None) -> None:
        """Show the attributes of a label."""
        self._label = label
        language, used = phrases.language(), self.editing.usage.attributes
        attributes = self.editing.label_set.attributes_of(label.id) if label is not None else ()
        rows = [
            Row(item.id, item.title(language), phrases.counted(str(used.get(item.id, 0))))
            for item in attributes
        ]
        self.list.show_rows(rows, movable=self.editing.writable)
        self.show_current()

    def attribute(self) -> Attribute | None:
        """The current attribute."""
        row_id = self.list.current_id()
        return next((item for item in self.editing.label_set.attributes if item.id == row_id), None)

    def show_current(self) -> None:
        """Show the current attribute."""
        attribute, writable = self.attribute(), self.editing.writable
        there = attribute is not None and writable
        self.add.setEnabled(self._label is not None and writable)
        for widget in (self.up, self.down, self.remove, *self.fields.lines, self.required):
            widget.setEnabled(there)
        self.choices.show_attribute(attribute)
        self.fields.show_names(attribute.name if attribute else "", attribute.titles if attribute else {})
        self.type.setText(self._types[attribute.type] if attribute else "")
        self.required.setChecked(bool(attribute and attribute.required))

    def add_attribute(self, kind: AttributeType) -> None:
        """Add an attribute of a type."""
        label = self._label
        name = ask_text(self, self.tr("Add an attribute"), self.tr("Its name in gold data"))
        if label is None or name is None:
            return
        given = AttributeDefinition(name=name, type=kind)
        if self.editing.perform(
            lambda context, known: label_edits.add_attribute(context, known, label, given)
        ):
            self.list.go_to(self.editing.label_set.attributes_of(label.id)[-1].id)

    def delete(self) -> None:
        """Delete the attribute with its values."""
        attribute = self.attribute()
        if attribute is not None and self.editing.writable:
            self.editing.carry_out(
                lambda _context, known: label_edits.delete_attribute(known, attribute),
                self.tr("Delete {attribute}? Its value is taken from:").format(
                    attribute=phrases.isolated(attribute.title(phrases.language()))
                ),
                self.tr("Delete"),
            )

    def _rename(self, name: str) -> None:
        attribute = self.attribute()
        if attribute is None or name == attribute.name:
            return
        if not self.editing.carry_out(
            lambda _context, known: label_edits.rename_attribute(known, attribute, name),
            self.tr("Call {attribute} {name} in gold data?").format(
                attribute=phrases.isolated(attribute.name), name=phrases.isolated(name)
            ),
            self.tr("Rename"),
        ):
            self.show_current()

    def _retitle(self) -> None:
        attribute = self.attribute()
        if attribute is None:
            return
        titles = self.fields.titles_from(attribute.titles)
        if titles != attribute.titles:
            self.editing.perform(
                lambda context, known: label_edits.change_attribute(context, known, attribute, titles=titles)
            )

    def _require(self) -> None:
        attribute, wanted = self.attribute(), self.required.isChecked()
        if attribute is not None:
            self.editing.perform(
                lambda context, known: label_edits.change_attribute(
                    context, known, attribute, required=wanted
                )
            )

    def _reorder(self, ids: list[int]) -> None:
        by_id = {item.id: item for item in self.editing.label_set.attributes}
        order = [by_id[row_id] for row_id in ids if row_id in by_id]
        if not order or not self.editing.perform(
            lambda context, known: label_edits.reorder_attributes(context, known, order)
        ):
            self.show_label(self._label)

    def _arrange(self) -> None:
        self.fields.add(self.tr("Type"), self.type)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addLayout(self.fields)
        column.addWidget(self.required)
        column.addWidget(self.choices, 1)
        column.addStretch(0)
        self.beside.addWidget(scrolling(column))
