"""Fields for the attributes of an annotation, one kind for each type of attribute."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSizePolicy

from annotator.core.errors import UserError
from annotator.core.records import Annotation, Attribute
from annotator.ui import keys, phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.panels import values
from annotator.ui.panels.choice_keys import ChoiceKeys
from annotator.ui.workspace import Workspace


def attempt(workspace: Workspace, edit: Callable[[], object]) -> bool:
    """Make an edit that no action began; a refusal is told. Whether it was made."""
    try:
        edit()
    except UserError as error:
        workspace.refused.emit(error)
        return False
    return True


class KeysField(ChoiceKeys):
    """A choice among few."""

    def __init__(self, workspace: Workspace, attribute: Attribute, colour: str) -> None:
        super().__init__(attribute.choices, colour)
        self._workspace = workspace
        self.attribute = attribute
        self._annotation_id = 0
        self.message: QLabel | None = None
        self.chosen.connect(self._keep)

    def show_annotation(self, annotation: Annotation) -> None:
        """Show what an annotation has."""
        self._annotation_id = annotation.id
        self.show_value(annotation.attributes.get(self.attribute.name))

    def keep(self) -> bool:
        """Nothing is under way."""
        return True

    def revert(self) -> None:
        """Nothing is under way."""

    def _keep(self, value: object) -> None:
        chosen = value if isinstance(value, str) else None
        attempt(
            self._workspace,
            lambda: self._workspace.set_attribute(self._annotation_id, self.attribute.name, chosen),
        )


class ListField(QPushButton):
    """A choice among many: its number picks, or typing in a list."""

    asked = Signal(object, object)
    """This field, and what was typed: the list is wanted."""

    def __init__(self, workspace: Workspace, attribute: Attribute) -> None:
        super().__init__()
        self.setObjectName("link")
        self._workspace = workspace
        self.attribute = attribute
        self._annotation_id = 0
        self.value: str | None = None
        self.message: QLabel | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._ask)

    def show_annotation(self, annotation: Annotation) -> None:
        """Show what an annotation has."""
        self._annotation_id = annotation.id
        value = annotation.attributes.get(self.attribute.name)
        self.value = None if value is None else str(value)
        face = values.face(self.value) if self.value is not None else "–"
        self.setText(phrases.isolated(face).replace("&", "&&"))
        self.setAccessibleDescription(face)

    def keep(self) -> bool:
        """Nothing is under way."""
        return True

    def revert(self) -> None:
        """Nothing is under way."""

    def pick(self, value: str | None) -> None:
        """Give the annotation a value, or with ``None`` take it away."""
        attempt(
            self._workspace,
            lambda: self._workspace.set_attribute(self._annotation_id, self.attribute.name, value),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number picks at once, a letter begins to look for a choice, Delete takes it away."""
        key = keys.pressed(event)
        if key.isdigit() and 0 < int(key) <= len(self.attribute.choices):
            self.pick(self.attribute.choices[int(key) - 1])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.pick(None)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Space):
            self.asked.emit(self, "")
        elif event.text().isalpha():
            self.asked.emit(self, event.text())
        else:
            event.ignore()

    def _ask(self) -> None:
        self.asked.emit(self, "")


class TextField(QLineEdit):
    """A number, a date or free text. What cannot be kept stays in the field, with the reason below it."""

    def __init__(self, workspace: Workspace, attribute: Attribute) -> None:
        super().__init__()
        self._workspace = workspace
        self.attribute = attribute
        self._annotation: Annotation | None = None
        self._drafts: dict[int, str] = {}
        self.message = plain("", "inlineProblem")
        self.message.setWordWrap(True)
        self.message.hide()
        self._strict = attribute.type in ("number", "date")
        if self._strict:
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.editingFinished.connect(self.keep)
        self.textEdited.connect(self._echo)

    def show_annotation(self, annotation: Annotation) -> None:
        """Show what an annotation has, or what was typed for it that it cannot have."""
        same = self._annotation is not None and self._annotation.id == annotation.id
        if same and self.isModified() and self.hasFocus():
            self._annotation = annotation
            return
        self._annotation = annotation
        draft = self._drafts.get(annotation.id)
        self.setText(values.shown(annotation.attributes.get(self.attribute.name)) if draft is None else draft)
        self.setCursorPosition(0)
        self.say("")
        if draft is not None:
            self.setModified(True)
            self._check(draft)

    def keep(self) -> bool:
        """Write the value; an empty field takes it away. Whether there is nothing wrong with it."""
        annotation = self._annotation
        if annotation is None or not self.isModified() or not self._workspace.editable:
            return True
        typed = self.text()
        if not self._check(typed):
            self._drafts[annotation.id] = typed
            return False
        self._drafts.pop(annotation.id, None)
        self.setModified(False)
        value = values.read(self.attribute, typed)
        if not attempt(
            self._workspace, lambda: self._workspace.set_attribute(annotation.id, self.attribute.name, value)
        ):
            return False
        self.setText(values.shown(value))
        return True

    def revert(self) -> None:
        """Put back what the annotation has."""
        if self._annotation is not None and self.isModified():
            self._drafts.pop(self._annotation.id, None)
            self.setModified(False)
            self.show_annotation(self._workspace.annotation or self._annotation)

    def say(self, sentence: str) -> None:
        """Write below the field; nothing hides the line."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)

    def _check(self, typed: str) -> bool:
        try:
            values.read(self.attribute, typed)
        except UserError as error:
            self.say(phrases.sentence_of(error))
            return False
        self.say("")
        return True

    def _echo(self, typed: str) -> None:
        """While one types, only what will be kept if that looks different: ``٢٬٥٠٠`` is 2500."""
        self.say("")
        if not self._strict:
            return
        try:
            kept = values.shown(values.read(self.attribute, typed))
        except UserError:
            return
        if kept != typed.strip():
            self.say(phrases.left_to_right(f"= {kept}"))


Field = KeysField | ListField | TextField
