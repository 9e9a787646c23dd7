"""A form made from what the label set defines for a label."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.core.errors import UserError
from annotator.core.records import Annotation, Attribute, Value
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.workspace import Workspace


class AttributeForm(QWidget):
    """The values of one annotation; each is kept when the focus leaves its field."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._pages: dict[int, _Page] = {}
        self._page: _Page | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        workspace.project_changed.connect(self._forget)

    def show_annotation(self, annotation: Annotation) -> None:
        """Show the values of an annotation."""
        page = self._pages.get(annotation.label_id) or self._make(annotation.label_id)
        if page is not self._page:
            if self._page is not None:
                self._page.hide()
            self._page = page
            page.show()
        for field in page.fields:
            field.show_value(annotation)
            field.setEnabled(self._workspace.editable)
        self.setVisible(bool(page.fields))

    def first_field(self) -> QWidget | None:
        """The field at the top, if there is any."""
        return self._page.fields[0] if self._page is not None and self._page.fields else None

    def commit(self) -> None:
        """Keep what is being typed."""
        for field in self._page.fields if self._page is not None else ():
            if field.hasFocus():
                field.keep()

    def _make(self, label_id: int) -> "_Page":
        page = _Page(self._workspace, label_id)
        self._layout.addWidget(page)
        self._pages[label_id] = page
        return page

    def _forget(self) -> None:
        """Another project has another label set."""
        for page in self._pages.values():
            page.deleteLater()
        self._pages, self._page = {}, None


class _Page(QWidget):
    """The fields of one label."""

    def __init__(self, workspace: Workspace, label_id: int) -> None:
        super().__init__()
        self.fields: list[ChoiceField | TextField] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        for row, attribute in enumerate(workspace.label_set.attributes_of(label_id)):
            title = plain(attribute.title(phrases.language()), "caption")
            listed = attribute.type == "choice" and bool(attribute.choices)
            field = (ChoiceField if listed else TextField)(workspace, attribute)
            field.setAccessibleName(title.text())
            title.setBuddy(field)
            grid.addWidget(title, row, 0)
            grid.addWidget(field, row, 1)
            self.fields.append(field)


class ChoiceField(QComboBox):
    """One of the values the label set lists, or none."""

    def __init__(self, workspace: Workspace, attribute: Attribute) -> None:
        super().__init__()
        self._workspace = workspace
        self._attribute = attribute
        self._annotation_id = 0
        self.addItem("–", None)
        for choice in attribute.choices:
            self.addItem(choice, choice)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._choose)

    def show_value(self, annotation: Annotation) -> None:
        """Show what an annotation has."""
        self._annotation_id = annotation.id
        value = annotation.attributes.get(self._attribute.name)
        row = self.findData(value)
        if row < 0:
            self.addItem(str(value), value)
            row = self.count() - 1
        self.setCurrentIndex(row)

    def keep(self) -> None:
        """Nothing is under way in a list."""

    def wheelEvent(self, event: object) -> None:
        """Leave the wheel to the panel: values must not change by scrolling."""
        event.ignore()  # type: ignore[attr-defined]

    def _choose(self) -> None:
        try:
            self._workspace.set_attribute(self._annotation_id, self._attribute.name, self.currentData())
        except UserError as error:
            self._workspace.refused.emit(error)


class TextField(QLineEdit):
    """A number, a date or free text."""

    def __init__(self, workspace: Workspace, attribute: Attribute) -> None:
        super().__init__()
        self._workspace = workspace
        self._attribute = attribute
        self._annotation: Annotation | None = None
        if attribute.type in ("number", "date"):
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.editingFinished.connect(self.keep)

    def show_value(self, annotation: Annotation) -> None:
        """Show what an annotation has."""
        same = self._annotation is not None and self._annotation.id == annotation.id
        if same and self.isModified() and self.hasFocus():
            self._annotation = annotation
            return
        self._annotation = annotation
        value = annotation.attributes.get(self._attribute.name)
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)

    def keep(self) -> None:
        """Write the value; an empty field takes it away."""
        if self._annotation is None or not self.isModified() or not self._workspace.editable:
            return
        self.setModified(False)
        try:
            self._workspace.set_attribute(self._annotation.id, self._attribute.name, self._value())
        except UserError as error:
            self._workspace.refused.emit(error)

    def _value(self) -> Value | None:
        text = self.text().strip()
        if not text or self._attribute.type != "number":
            return text or None
        try:
            number = float(text)  # Python reads the digits of any script
        except ValueError:
            raise UserError("“{text}” is not a number; type one, such as 2500.", text=text) from None
        return int(number) if number.is_integer() else number
