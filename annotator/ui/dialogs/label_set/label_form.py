"""Everything about one label but its attributes."""

from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from annotator.core import label_edits
from annotator.core.records import Label
from annotator.ui import phrases
from annotator.ui.dialogs.label_set.colours import ColourField
from annotator.ui.dialogs.label_set.editing import LabelSetEditing
from annotator.ui.dialogs.label_set.effect import annotations, articles
from annotator.ui.dialogs.label_set.fields import KeyField, NameFields, NoWheel, TextArea
from annotator.ui.dialogs.label_set.page import scrolling
from annotator.ui.dialogs.label_set.sample import LabelSample


class LabelForm(QWidget):
    """Name, titles, description, key, colours, pattern."""

    def __init__(self, editing: LabelSetEditing) -> None:
        super().__init__()
        self._editing = editing
        self._label: Label | None = None
        self.sample = LabelSample()
        self.fields = NameFields(
            self.tr("Name in gold data"), self.tr("Title in English"), self.tr("Title in Arabic")
        )
        self.description = TextArea(self.tr("Description"))
        self.key = KeyField(self.tr("Key"))
        self.colours = ColourField()
        self.pattern = self._make_patterns()
        self.entities = QCheckBox(self.tr("Its annotations mention entities of the project's list"))
        self._arrange()
        self.fields.renamed.connect(self._rename)
        self.fields.retitled.connect(self._retitle)
        self.description.kept.connect(self._retitle)
        self.key.kept.connect(self._set_key)
        self.colours.chosen.connect(self._recolour)
        self.pattern.activated.connect(self._repattern)
        self.entities.clicked.connect(self._set_entities)

    def show_label(self, label: Label | None) -> None:
        """Show a label as it is."""
        other = self._label is None or label is None or label.id != self._label.id
        self._label = label
        self.setEnabled(label is not None and self._editing.writable)
        if label is None:
            return
        if other:
            self._drop_typing()
        self.sample.show_label(label)
        self.fields.show_names(label.name, label.titles)
        self.description.show_value(label.description)
        self.key.show_value(label.key)
        self.key.setEnabled(not label.retired)
        self.colours.show_label(label)
        self.pattern.setCurrentIndex(self.pattern.findData(label.pattern))
        self.entities.setChecked(label.has_entities)

    def _drop_typing(self) -> None:
        for line in self.fields.lines:
            line.setModified(False)
        self.description.document().setModified(False)

    def _make_patterns(self) -> QComboBox:
        made = QComboBox()
        for pattern, title in (
            ("solid", self.tr("Line")),
            ("dashed", self.tr("Dashes")),
            ("dotted", self.tr("Dots")),
            ("double", self.tr("Double line")),
            ("tint", self.tr("Tint behind the text")),
        ):
            made.addItem(title, pattern)
        made.installEventFilter(NoWheel(made))
        return made

    def _arrange(self) -> None:
        self.fields.add(self.tr("Key"), self.key)
        self.fields.add(self.tr("Colour"), self.colours)
        self.fields.add(self.tr("Pattern"), self.pattern)
        self.fields.add(self.tr("Description"), self.description)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self.sample)
        column.addLayout(self.fields)
        column.addWidget(self.entities)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(column))

    def _current(self) -> Label | None:
        """The label as it is now; the one that was shown may have been changed since."""
        return None if self._label is None else self._editing.label_set.label_by_id.get(self._label.id)

    def _rename(self, name: str) -> None:
        label = self._current()
        if label is None or name == label.name:
            return
        count = self._editing.usage.annotations.get(label.id, 0)
        if count and name and name not in self._editing.label_set.label_by_name:
            lines = [annotations(count), articles(self._editing.usage.documents.get(label.id, 0))]
            question = self.tr("Call {label} {name} in gold data?").format(
                label=phrases.isolated(label.name), name=phrases.isolated(name)
            )
            if not self._editing.agreed(question, self.tr("Rename"), lines):
                self.show_label(label)
                return
        if not self._editing.perform(
            lambda context, labels: label_edits.rename_label(context, labels, label, name)
        ):
            self.show_label(label)

    def _retitle(self) -> None:
        label = self._current()
        if label is None:
            return
        titles = self.fields.titles_from(label.titles)
        described = self.description.toPlainText().strip()
        if (titles, described) != (label.titles, label.description):
            self._editing.perform(
                lambda context, labels: label_edits.retitle_label(context, labels, label, titles, described)
            )

    def _set_key(self, key: str) -> None:
        label = self._current()
        if label is not None and key != label.key.lower():
            self._editing.perform(lambda context, labels: label_edits.set_key(context, labels, label, key))

    def _recolour(self, pair: tuple[str, str]) -> None:
        label = self._current()
        if label is not None:
            self._draw(replace(label, colour=pair[0], colour_dark=pair[1]))

    def _repattern(self) -> None:
        label = self._current()
        if label is not None and self.pattern.currentData() != label.pattern:
            self._draw(replace(label, pattern=self.pattern.currentData()))

    def _draw(self, wanted: Label) -> None:
        label = self._current()
        if label is not None:
            self._editing.perform(
                lambda context, labels: label_edits.recolour_label(
                    context, labels, label, wanted.colour, wanted.colour_dark, wanted.pattern
                )
            )

    def _set_entities(self) -> None:
        label, wanted = self._current(), self.entities.isChecked()
        if label is not None and wanted != label.has_entities:
            self._editing.perform(
                lambda context, labels: label_edits.set_has_entities(
                    context, labels, label, has_entities=wanted
                )
            )
