"""The page of kinds of zones."""

from PySide6.QtWidgets import QVBoxLayout

from annotator.core import label_edits
from annotator.core.records import ZoneKind
from annotator.core.schema import ZoneDefinition
from annotator.ui import phrases
from annotator.ui.dialogs.label_set.attributes import titles_from
from annotator.ui.dialogs.label_set.editing import LabelSetEditing
from annotator.ui.dialogs.label_set.effect import zones
from annotator.ui.dialogs.label_set.fields import Fields, TextLine
from annotator.ui.dialogs.label_set.page import Page, scrolling
from annotator.ui.dialogs.label_set.record_list import Row
from annotator.ui.dialogs.questions import ask_text


class ZonesPage(Page):
    """The kinds of zones, and the fields of the current one."""

    def __init__(self, editing: LabelSetEditing) -> None:
        super().__init__(editing, "", 270, ordered=False)
        self.list.setAccessibleName(self.tr("Kinds of zones"))
        self.name = TextLine(self.tr("Name in gold data"))
        self.english = TextLine(self.tr("Title in English"))
        self.arabic = TextLine(self.tr("Title in Arabic"))
        fields = Fields()
        fields.add(self.tr("Name in gold data"), self.name)
        fields.add(self.tr("Title in English"), self.english)
        fields.add(self.tr("Title in Arabic"), self.arabic)
        column = QVBoxLayout()
        column.addLayout(fields)
        column.addStretch(1)
        self.beside.addWidget(scrolling(column))
        self.add = self.add_button(self.tr("Add…"), self.tr("Add a kind of zone"), self.add_kind)
        self.buttons.addStretch(1)
        self.remove = self.add_button(self.tr("Delete…"), self.tr("Delete the kind of zone"), self.delete)
        self.name.kept.connect(self._rename)
        self.english.kept.connect(self._retitle)
        self.arabic.kept.connect(self._retitle)
        self.refresh()

    def kind(self) -> ZoneKind | None:
        """The current kind."""
        row_id = self.list.current_id()
        return None if row_id is None else self.editing.label_set.zone_kind_by_id.get(row_id)

    def refresh(self) -> None:
        """Show everything again."""
        language, used = phrases.language(), self.editing.usage.zone_kinds
        rows = [
            Row(kind.id, kind.title(language), phrases.counted(str(used.get(kind.id, 0))))
            for kind in self.editing.label_set.zone_kinds
        ]
        self.list.show_rows(rows, movable=False)
        self.show_current()

    def show_current(self) -> None:
        """Show the current kind."""
        kind, writable = self.kind(), self.editing.writable
        self.add.setEnabled(writable)
        for widget in (self.remove, self.name, self.english, self.arabic):
            widget.setEnabled(kind is not None and writable)
        self.name.show_value(kind.name if kind else "")
        self.english.show_value(kind.titles.get("en", "") if kind else "")
        self.arabic.show_value(kind.titles.get("ar", "") if kind else "")

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

    def _rename(self, name: str) -> None:
        kind = self.kind()
        if kind is None or name == kind.name:
            return
        count = self.editing.usage.zone_kinds.get(kind.id, 0)
        question = self.tr("Call {zone} {name} in gold data?").format(
            zone=phrases.isolated(kind.name), name=phrases.isolated(name)
        )
        agreed = not count or self.editing.agreed(question, self.tr("Rename"), [zones(count)])
        if not agreed or not self.editing.perform(
            lambda context, known: label_edits.rename_zone_kind(context, known, kind, name)
        ):
            self.show_current()

    def _retitle(self) -> None:
        kind = self.kind()
        if kind is None:
            return
        titles = titles_from(kind.titles, self.english, self.arabic)
        if titles != kind.titles:
            self.editing.perform(
                lambda context, known: label_edits.retitle_zone_kind(context, known, kind, titles)
            )
