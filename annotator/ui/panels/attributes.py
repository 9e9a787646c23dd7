"""A form made from what the label set defines for a label."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from annotator.core.conventions import MAXIMUM, MINIMUM
from annotator.core.records import Annotation, Attribute
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.panels.chip import colour_of
from annotator.ui.panels.choice_keys import MOST
from annotator.ui.panels.fields import Field, KeysField, ListField, TextField
from annotator.ui.workspace import Workspace

_COLUMNS = 6
"""Of the grid: three short fields, two longer ones or one wide one fill a line."""
_ROWS = 6
"""Of the grid, for each line: captions, fields, what is wrong with up to three of them, a gap."""


class AttributeForm(QWidget):
    """The values of one annotation; each is kept when the focus leaves its field."""

    list_asked = Signal(object, object)
    """A field whose choices are a list, and what was typed in it so far."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._pages: dict[int, _Page] = {}
        self._page: _Page | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        workspace.project_changed.connect(self.forget)

    @property
    def fields(self) -> list[Field]:
        """The fields shown."""
        return self._page.fields if self._page is not None else []

    def show_annotation(self, annotation: Annotation, hidden: tuple[str, ...] = ()) -> None:
        """Show the values of an annotation, but for those that are shown elsewhere."""
        page = self._pages.get(annotation.label_id) or self._make(annotation.label_id, hidden)
        if page is not self._page:
            if self._page is not None:
                self._page.hide()
            self._page = page
            page.show()
        page.show_annotation(annotation, editable=self._workspace.editable)
        self.setVisible(bool(page.fields))

    def first_field(self) -> QWidget | None:
        """The field at the top, if there is any."""
        return self.fields[0] if self.fields else None

    def commit(self) -> bool:
        """Keep what is being typed; whether there is nothing wrong with it."""
        return all(field.keep() for field in self.fields if field.hasFocus())

    def revert(self) -> None:
        """Drop what is being typed."""
        for field in self.fields:
            if field.hasFocus():
                field.revert()

    def forget(self) -> None:
        """Make the form again: the label set or the colours are others."""
        for page in self._pages.values():
            page.hide()
            page.deleteLater()
        self._pages, self._page = {}, None

    def _make(self, label_id: int, hidden: tuple[str, ...]) -> "_Page":
        page = _Page(self._workspace, label_id, hidden)
        for field in page.fields:
            if isinstance(field, ListField):
                field.asked.connect(self.list_asked)
        self._layout.addWidget(page)
        self._pages[label_id] = page
        return page


class _Page(QWidget):
    """The fields of one label, captions above them, short ones beside each other."""

    def __init__(self, workspace: Workspace, label_id: int, hidden: tuple[str, ...]) -> None:
        super().__init__()
        self._workspace = workspace
        self._colour = colour_of(workspace.label_set.label_by_id[label_id])
        self.fields: list[Field] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        wanted = [item for item in workspace.label_set.attributes_of(label_id) if item.name not in hidden]
        for row, line in enumerate(_lines(wanted)):
            for place, attribute in enumerate(line):
                width = _COLUMNS // len(line)
                self._add(attribute, _ROWS * row, place, place * width, width)
            self._grid.setRowMinimumHeight(_ROWS * row + _ROWS - 1, 4)

    def show_annotation(self, annotation: Annotation, *, editable: bool) -> None:
        """Show the values of an annotation."""
        for field in self.fields:
            field.show_annotation(annotation)
            field.setEnabled(editable)
        self._compare_bounds(annotation)

    def _add(self, attribute: Attribute, row: int, place: int, column: int, width: int) -> None:
        title = plain(attribute.title(phrases.language()), "caption")
        field = self._field(attribute)
        field.setAccessibleName(title.text())
        title.setBuddy(field)
        self._grid.addWidget(title, row, column, 1, width)
        self._grid.addWidget(field, row + 1, column, 1, width, Qt.AlignmentFlag.AlignTop)
        if field.message is not None:
            self._grid.addWidget(field.message, row + 2 + place, 0, 1, _COLUMNS)
        self.fields.append(field)

    def _field(self, attribute: Attribute) -> Field:
        if attribute.type == "choice" and attribute.choices:
            if len(attribute.choices) > MOST:
                return ListField(self._workspace, attribute)
            return KeysField(self._workspace, attribute, self._colour)
        return TextField(self._workspace, attribute)

    def _compare_bounds(self, annotation: Annotation) -> None:
        low, high = annotation.attributes.get(MINIMUM), annotation.attributes.get(MAXIMUM)
        if not isinstance(low, int | float) or not isinstance(high, int | float) or low <= high:
            return
        for field in self.fields:
            if isinstance(field, TextField) and field.attribute.name == MAXIMUM and not field.isModified():
                field.say(self.tr("This is less than the lower bound."))


def _lines(attributes: list[Attribute]) -> list[list[Attribute]]:
    """Attributes as they share lines: numbers and dates by threes, texts by twos, choices alone."""
    lines: list[list[Attribute]] = []
    for attribute in attributes:
        last = lines[-1] if lines else []
        if last and _room(attribute) == _room(last[0]) and len(last) < _room(attribute):
            last.append(attribute)
        else:
            lines.append([attribute])
    return lines


def _room(attribute: Attribute) -> int:
    """How many of its kind a line holds."""
    if attribute.type in ("number", "date"):
        return 3
    return 1 if attribute.type == "choice" else 2
