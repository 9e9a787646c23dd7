"""Saying that several entities are one: what it is called, and what comes of it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialogButtonBox, QRadioButton, QWidget

from annotator.core.records import Entity
from annotator.ui import phrases
from annotator.ui.dialogs.base import Dialog, plain
from annotator.ui.models.entities import Entry

_NAMES = 30
"""Names shown before the rest is only counted."""


class MergeDialog(Dialog):
    """Choose the name that stays; the others become names it is also called by."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Merge entities"))
        self._entries = sorted(entries, key=_most_mentioned)
        self.add_heading(self.tr("These %n are one. What is it called?", "", len(self._entries)))
        self.choices: list[QRadioButton] = []
        for entry in self._entries:
            mentions = phrases.counted(self.tr("%n mention(s)", "", entry.mentions))
            choice = QRadioButton(f"{phrases.isolated(entry.entity.name)} – {mentions}".replace("&", "&&"))
            choice.toggled.connect(self._preview)
            self.column.addWidget(choice)
            self.choices.append(choice)
        self.preview = plain("", "muted")
        self.preview.setWordWrap(True)
        self.preview.setMinimumWidth(420)
        self.column.addWidget(self.preview)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Merge"))
        self.choices[0].setChecked(True)
        self.choices[0].setFocus()

    def keep(self) -> Entity:
        """The entity that stays."""
        return self._entries[self._chosen()].entity

    def others(self) -> list[Entity]:
        """Those that become one with it."""
        keep = self.keep()
        return [entry.entity for entry in self._entries if entry.entity.id != keep.id]

    def _chosen(self) -> int:
        return next((place for place, choice in enumerate(self.choices) if choice.isChecked()), 0)

    def _preview(self) -> None:
        keep = self.keep()
        names = dict.fromkeys(
            (*keep.aliases, *(name for other in self.others() for name in (other.name, *other.aliases)))
        )
        names.pop(keep.name, None)
        shown = "، ".join(phrases.isolated(name) for name in list(names)[:_NAMES])
        mentions = sum(entry.mentions for entry in self._entries)
        sentence = self.tr("{name} will have %n mention(s).", "", mentions)
        also = self.tr("Also called: {names}").format(names=shown + (" …" if len(names) > _NAMES else ""))
        called = phrases.counted(sentence).format(name=phrases.isolated(keep.name))
        back = self.tr("Undo takes it back.")
        self.preview.setText(f"{called}\n{also}\n{back}")


def _most_mentioned(entry: Entry) -> tuple[int, str]:
    return (-entry.mentions, entry.entity.name)
