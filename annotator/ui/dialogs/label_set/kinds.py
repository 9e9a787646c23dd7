"""What the pages of relation types and of kinds of zones share: a list of kinds with names and titles."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from annotator.core.records import RelationType, ZoneKind
from annotator.ui import phrases
from annotator.ui.dialogs.label_set.editing import Build, LabelSetEditing
from annotator.ui.dialogs.label_set.fields import NameFields
from annotator.ui.dialogs.label_set.page import Page
from annotator.ui.dialogs.label_set.record_list import Row

Kind = TypeVar("Kind", RelationType, ZoneKind)


class KindsPage(Page, Generic[Kind]):
    """The kinds, and the name and titles of the current one; what is in use is renamed when agreed."""

    fields: NameFields

    def __init__(self, editing: LabelSetEditing) -> None:
        super().__init__(editing, "", 270, ordered=False)

    def kinds(self) -> Sequence[Kind]:
        """All there are."""
        raise NotImplementedError

    def used(self) -> dict[int, int]:
        """How often each is used, by row id."""
        raise NotImplementedError

    def renaming(self, kind: Kind, name: str) -> Build:
        """The edit that gives it another name."""
        raise NotImplementedError

    def retitling(self, kind: Kind, titles: dict[str, str]) -> Build:
        """The edit that gives it other titles."""
        raise NotImplementedError

    def agreed(self, kind: Kind, name: str, count: int) -> bool:
        """Whether the person wants it renamed, having read how often it is used."""
        raise NotImplementedError

    def take_fields(self, fields: NameFields) -> None:
        """Have these fields for name and titles."""
        self.fields = fields
        fields.renamed.connect(self._rename)
        fields.retitled.connect(self._retitle)

    def kind(self) -> Kind | None:
        """The current one."""
        row_id = self.list.current_id()
        return next((kind for kind in self.kinds() if kind.id == row_id), None)

    def refresh(self) -> None:
        """Show everything again."""
        language, used = phrases.language(), self.used()
        rows = [
            Row(kind.id, kind.title(language), phrases.counted(str(used.get(kind.id, 0))))
            for kind in self.kinds()
        ]
        self.list.show_rows(rows, movable=False)
        self.show_current()

    def show_current(self) -> None:
        """Show name and titles of the current one."""
        kind = self.kind()
        for line in self.fields.lines:
            line.setEnabled(kind is not None and self.editing.writable)
        self.fields.show_names(kind.name if kind else "", kind.titles if kind else {})

    def _rename(self, name: str) -> None:
        kind = self.kind()
        if kind is None or name == kind.name:
            return
        count = self.used().get(kind.id, 0)
        agreed = not count or self.agreed(kind, name, count)
        if not agreed or not self.editing.perform(self.renaming(kind, name)):
            self.show_current()

    def _retitle(self) -> None:
        kind = self.kind()
        if kind is None:
            return
        titles = self.fields.titles_from(kind.titles)
        if titles != kind.titles:
            self.editing.perform(self.retitling(kind, titles))
