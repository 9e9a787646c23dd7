"""What tests of the editor do again and again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from annotator.store import queries

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def stand_on(editor, name):
    editor.labels.list.go_to(editor.editing.label_set.label_by_name[name].id)


def names(workspace):
    return [label.name for label in workspace.label_set.labels]


def retype(field, text):
    field.setFocus()
    field.selectAll()
    field.insert(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def saying(text):
    """An answer to a question for a line of text."""

    def give(dialog):
        dialog.findChild(QLineEdit).setText(text)
        dialog.accept()

    return give


def agreeing(lines):
    """An answer to a preview, which notes what it tells."""

    def give(dialog):
        lines.extend(dialog.lines)
        dialog.accept()

    return give


def annotation_count(workspace):
    return queries.label_counts(workspace.project.database)
