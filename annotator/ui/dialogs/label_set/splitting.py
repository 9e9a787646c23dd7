"""What merging and splitting a label ask."""

from msgspec import Struct
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QSizePolicy, QWidget

from annotator.core import label_edits
from annotator.core.change import EditContext
from annotator.core.label_edits import Plan
from annotator.core.palette import PALETTE
from annotator.core.records import Attribute, Entity, Label
from annotator.core.schema import LabelDefinition, LabelSet
from annotator.ui import phrases
from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.label_set.editing import LabelSetEditing
from annotator.ui.dialogs.label_set.effect import annotations
from annotator.ui.dialogs.label_set.fields import Fields, TextLine


class MergeDialog(Dialog):
    """Into which label."""

    def __init__(self, label: Label, label_set: LabelSet, parent: QWidget) -> None:
        super().__init__("", parent)
        language = phrases.language()
        self.setWindowTitle(self.tr("Merge a label"))
        self.add_heading(self.tr("Merge {label} into").format(label=phrases.isolated(label.title(language))))
        self._label_set = label_set
        self.labels = QComboBox()
        self.labels.setAccessibleName(self.tr("Label to merge into"))
        for other in label_set.labels:
            if other.id != label.id:
                self.labels.addItem(other.title(language), other.id)
        self.column.addWidget(self.labels)
        self.add_sentence(self.tr("Its attributes go along; the next step shows what changes."))
        self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.setMinimumWidth(420)

    def target(self) -> Label | None:
        """The label chosen."""
        return self._label_set.label_by_id.get(self.labels.currentData() or 0)


class Split(Struct, frozen=True):
    """What the person wants to split off."""

    label: Label
    given: LabelDefinition
    attribute: str
    value: str
    entities: tuple[Entity, ...]

    def plan(self, context: EditContext, label_set: LabelSet) -> Plan:
        """The edit that does it."""
        return label_edits.split_label(
            context,
            label_set,
            self.label,
            self.given,
            self.entities,
            attribute=self.attribute,
            value=self.value,
        )


class SplitDialog(Dialog):
    """Which annotations become the new label, and what it is called."""

    def __init__(self, label: Label, editing: LabelSetEditing, parent: QWidget) -> None:
        super().__init__("", parent)
        language = phrases.language()
        self.setWindowTitle(self.tr("Split a label"))
        self._label, self._editing = label, editing
        self.add_heading(self.tr("Split {label}").format(label=phrases.isolated(label.title(language))))
        self.add_sentence(self.tr("Annotations with this value get the new label."))
        self.attribute, self.value = QComboBox(), QComboBox()
        self.value.setEditable(True)
        for field in (self.attribute, self.value):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._attributes = [
            item for item in editing.label_set.attributes_of(label.id) if item.type in ("choice", "text")
        ]
        for item in self._attributes:
            self.attribute.addItem(item.title(language), item.id)
        self.name = TextLine(self.tr("Name of the new label"))
        fields = Fields()
        fields.add(self.tr("Attribute"), self.attribute)
        fields.add(self.tr("Value"), self.value)
        fields.add(self.tr("Name of the new label"), self.name)
        self.column.addLayout(fields)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.attribute.currentIndexChanged.connect(self._offer_values)
        self.value.currentTextChanged.connect(self._follow)
        self.name.textChanged.connect(self._follow)
        self._offer_values()
        self.setMinimumWidth(460)

    def wanted(self) -> Split | None:
        """What was asked for."""
        attribute = self._chosen()
        if attribute is None:
            return None
        count = len(self._editing.label_set.labels)
        light, dark = PALETTE[count % len(PALETTE)]
        given = LabelDefinition(self.name.text().strip(), light, dark, pattern=self._label.pattern, titles={})
        return Split(self._label, given, attribute.name, self._value(), tuple(self._editing.entities()))

    def _chosen(self) -> Attribute | None:
        place = self.attribute.currentIndex()
        return self._attributes[place] if 0 <= place < len(self._attributes) else None

    def _value(self) -> str:
        typed, data = self.value.currentText().strip(), self.value.currentData()
        is_listed = self.value.currentText() == self.value.itemText(self.value.currentIndex())
        return str(data) if is_listed and data is not None else typed

    def _offer_values(self) -> None:
        attribute = self._chosen()
        self.value.clear()
        for choice in attribute.choices if attribute is not None else ():
            count = self._editing.usage.choices.get((attribute.id, choice), 0) if attribute else 0
            self.value.addItem(f"{choice} ({annotations(count)})", choice)
        self._follow()

    def _follow(self) -> None:
        self._ok.setEnabled(bool(self._chosen() and self._value() and self.name.text().strip()))
