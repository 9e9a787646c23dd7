"""The label set as a file: taken over from one, after a look at what it would change, or written to one."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject

from annotator.core import label_edits
from annotator.core.change import Change, Transaction
from annotator.core.errors import UserError, why
from annotator.core.records import Attribute, Label, RelationType, ZoneKind
from annotator.core.schema import LabelSet, SchemeDefinition, define, write_definition
from annotator.formats.scheme import NAME, read_scheme
from annotator.ui import phrases
from annotator.ui.dialogs.label_set.editing import LabelSetEditing
from annotator.ui.dialogs.questions import ask_file, ask_new_file

_SHOWN = 14


class LabelSetFiles(QObject):
    """Import and export."""

    def __init__(self, editing: LabelSetEditing, folder: Path) -> None:
        super().__init__(editing)
        self._editing = editing
        self._folder = folder

    def choose(self) -> None:
        """Ask for a file, and take its label set over."""
        found = ask_file(
            self._editing.window, self.tr("Import a label set"), str(self._folder), self._kinds()
        )
        if found is not None:
            self.take_over(found)

    def take_over(self, path: Path) -> bool:
        """Take over the label set in a file, once the person has seen what changes."""
        try:
            given = read_scheme(path)
            transaction = self._editing.tried(lambda context, known: label_edits.adopt(context, known, given))
        except UserError as error:
            self._editing.refused.emit(error)
            return False
        lines = list(self._lines(transaction, self._editing.label_set, given))
        if len(lines) > _SHOWN:
            rest = len(lines) - _SHOWN
            lines = [*lines[:_SHOWN], self.tr("and %n more", "", rest)]
        question = self.tr("Take over {name}?").format(name=phrases.isolated(given.name))
        if not self._editing.agreed(question, self.tr("Take over"), lines):
            return False
        return self._editing.perform(lambda context, known: label_edits.adopt(context, known, given))

    def choose_target(self) -> None:
        """Ask where to write the label set, and write it."""
        found = ask_new_file(
            self._editing.window, self.tr("Export the label set"), str(self._folder / NAME), self._kinds()
        )
        if found is not None:
            self.write(found)

    def write(self, path: Path) -> bool:
        """Write the label set to a new file."""
        try:
            with path.open("xb") as file:
                file.write(write_definition(define(self._editing.label_set)))
        except FileExistsError:
            self._editing.refused.emit(
                UserError("“{path}” is there already; choose another name.", path=path)
            )
            return False
        except OSError as error:
            self._editing.refused.emit(
                UserError("“{path}” cannot be written: {reason}.", path=path, reason=why(error))
            )
            return False
        self._editing.refused.emit(None)
        return True

    def _kinds(self) -> str:
        return self.tr("Label sets (*.json)")

    def _lines(self, transaction: Transaction, known: LabelSet, given: SchemeDefinition) -> Iterator[str]:
        """What would be added and changed, and what the file lacks."""
        for change in transaction.changes:
            line = self._line(change)
            if line:
                yield line
        names = {label.name for label in given.labels}
        missing = [label.name for label in known.labels if label.name not in names]
        if missing:
            yield self.tr("stays, though the file does not have it: {names}").format(
                names=phrases.isolated("، ".join(missing))
            )

    def _line(self, change: Change) -> str:
        record, before = change.record, change.before
        if not isinstance(record, Label | Attribute | RelationType | ZoneKind):
            return ""
        what = {
            Label: self.tr("label {name}"),
            Attribute: self.tr("attribute {name}"),
            RelationType: self.tr("relation {name}"),
            ZoneKind: self.tr("zone {name}"),
        }[type(record)].format(name=phrases.isolated(record.name))
        if before is None:
            return self.tr("added: {what}").format(what=what)
        if isinstance(before, Label) and isinstance(record, Label) and before.key and not record.key:
            return self.tr("loses its key {key}: {what}").format(key=before.key.upper(), what=what)
        fields = ", ".join(
            self._field(name)
            for name in record.__struct_fields__
            if getattr(before, name) != getattr(record, name)
        )
        return self.tr("changed: {what} ({fields})").format(what=what, fields=fields)

    def _field(self, name: str) -> str:
        return {
            "titles": self.tr("titles"),
            "colour": self.tr("colour"),
            "colour_dark": self.tr("colour on dark paper"),
            "key": self.tr("key"),
            "pattern": self.tr("pattern"),
            "description": self.tr("description"),
            "retired": self.tr("retired"),
            "has_entities": self.tr("entities"),
            "choices": self.tr("choices"),
            "required": self.tr("required"),
            "source_label_ids": self.tr("from"),
            "target_label_ids": self.tr("to"),
        }.get(name, name)
