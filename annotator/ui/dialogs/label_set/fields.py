"""Fields of the editor: what is typed is kept when the focus leaves, and shown as it is if it was refused."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from annotator.ui import keys
from annotator.ui.dialogs.base import lines_from_the_start, plain


class TextLine(QLineEdit):
    """A line of text."""

    kept = Signal(object)
    """What was typed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.editingFinished.connect(self._keep)

    def show_value(self, text: str) -> None:
        """Show what is kept, unless something else is being typed."""
        if not (self.hasFocus() and self.isModified()):
            self.setText(text)
            self.setCursorPosition(0)

    def _keep(self) -> None:
        if self.isModified():
            self.setModified(False)
            self.kept.emit(self.text().strip())


class TextArea(QPlainTextEdit):
    """A few lines of text."""

    kept = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        lines_from_the_start(self)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(64)

    def show_value(self, text: str) -> None:
        """Show what is kept, unless something else is being typed."""
        if not (self.hasFocus() and self.document().isModified()):
            self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep it."""
        super().focusOutEvent(event)
        if self.document().isModified():
            self.document().setModified(False)
            self.kept.emit(self.toPlainText().strip())


class KeyField(QLineEdit):
    """Takes the key that is pressed, by its place on the keyboard."""

    kept = Signal(object)
    """The key, or an empty text for none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("Press the key; Delete takes it away."))
        self.setPlaceholderText(self.tr("Press a key"))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFixedWidth(110)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def show_value(self, key: str) -> None:
        """Show the key."""
        self.setText(key.upper())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key."""
        key = keys.plain_key(event)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.kept.emit("")
        elif key.isalnum() and key != "0":
            self.kept.emit(key)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Keep letters that are shortcuts elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(bool(keys.plain_key(event)))
            return event.isAccepted()
        return super().event(event)


class Fields(QFormLayout):
    """Rows of a caption and a field."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(9)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)

    def add(self, caption: str, field: QWidget) -> None:
        """One row."""
        label = plain(caption, "caption")
        label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(caption)
        self.addRow(label, field)


class NameFields(Fields):
    """The name in gold data and the titles of something in the label set, under the captions given."""

    renamed = Signal(object)
    """The name that was typed."""
    retitled = Signal()

    def __init__(self, name: str, english: str, arabic: str) -> None:
        super().__init__()
        self.name = TextLine(name)
        self.english = TextLine(english)
        self.arabic = TextLine(arabic)
        self.lines = (self.name, self.english, self.arabic)
        for caption, line in zip((name, english, arabic), self.lines, strict=True):
            self.add(caption, line)
        self.name.kept.connect(self.renamed)
        self.english.kept.connect(self.retitled)
        self.arabic.kept.connect(self.retitled)

    def show_names(self, name: str, titles: Mapping[str, str]) -> None:
        """Show what is kept."""
        self.name.show_value(name)
        self.english.show_value(titles.get("en", ""))
        self.arabic.show_value(titles.get("ar", ""))

    def titles_from(self, before: Mapping[str, str]) -> dict[str, str]:
        """The titles that are typed, and those in other languages as they were; an empty one is none."""
        titles = {code: title for code, title in before.items() if code not in ("en", "ar")}
        typed = {"en": self.english.text().strip(), "ar": self.arabic.text().strip()}
        return titles | {code: title for code, title in typed.items() if title}


class NoWheel(QObject):
    """Keeps values from changing by scrolling over them."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to what scrolls."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False
