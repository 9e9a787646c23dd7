"""The page of kinds of zones."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from annotator.core import label_edits
from annotator.core.records import ZoneKind
from annotator.core.schema import ZoneDefinition
from annotator.ui import phrases
from annotator.ui.dialogs.label_set.editing import Build, LabelSetEditing
from annotator.ui.dialogs.label_set.effect import zones
from annotator.ui.dialogs.label_set.fields import NameFields
from annotator.ui.dialogs.label_set.kinds import KindsPage
from annotator.ui.dialogs.label_set.page import scrolling
from annotator.ui.dialogs.questions import ask_text


class ZonesPage(KindsPage[ZoneKind]):
    """The kinds of zones, and the fields of the current one."""

    def __init__(self, editing: LabelSetEditing) -> None:
        super().__init__(editing)
        self.list.setAccessibleName(self.tr("Kinds of zones"))
        self.take_fields(
            NameFields(self.tr("Name in gold data"), self.tr("Title in English"), self.tr("Title in Arabic"))
        )
        column = QVBoxLayout()
        column.addLayout(self.fields)
        column.addStretch(1)
        self.beside.addWidget(scrolling(column))
        self.add = self.add_button(self.tr("Add…"), self.tr("Add a kind of zone"), self.add_kind)
        self.buttons.addStretch(1)
        self.remove = self.add_button(self.tr("Delete…"), self.tr("Delete the kind of zone"), self.delete)
        self.refresh()

    def kinds(self) -> Sequence[ZoneKind]:
        """All there are."""
        return self.editing.label_set.zone_kinds

    def used(self) -> dict[int, int]:
        """How often each is used, by row id."""
        return self.editing.usage.zone_kinds

    def renaming(self, kind: ZoneKind, name: str) -> Build:
        """The edit that gives it another name."""
        return lambda context, known: label_edits.rename_zone_kind(context, known, kind, name)

    def retitling(self, kind: ZoneKind, titles: dict[str, str]) -> Build:
        """The edit that gives it other titles."""
        return lambda context, known: label_edits.retitle_zone_kind(context, known, kind, titles)

    def agreed(self, kind: ZoneKind, name: str, count: int) -> bool:
        """Whether the person wants it renamed, having read how often it is used."""
        question = self.tr("Call {zone} {name} in gold data?").format(
            zone=phrases.isolated(kind.name), name=phrases.isolated(name)
        )
        return self.editing.agreed(question, self.tr("Rename"), [zones(count)])

    def show_current(self) -> None:
        """Show the current kind."""
        super().show_current()
        self.add.setEnabled(self.editing.writable)
        self.remove.setEnabled(self.kind() is not None and self.editing.writable)

    def add_kind(self) -> None:
        """Add a kind of zone."""
        name = ask_text(self, self.tr("Add a kind of zone"), self.tr("Its name in gold data"))
        if name is not None and self.editing.perform(
            lambda context, known: label_edits.add_zone_kind(context, known, ZoneDefinition(name))
        ):
            self.list.go_to(self.editing.label_set.zone_kinds[-1].id)

    def delete(self) -> None:
        """Delete the kind with its zones."""
        kind = self.kind()
        if kind is not None and self.editing.writable:
            self.editing.carry_out(
                lambda _context, known: label_edits.delete_zone_kind(known, kind),
                self.tr("Delete {zone}? This deletes:").format(
                    zone=phrases.isolated(kind.title(phrases.language()))
                ),
                self.tr("Delete"),
            )
