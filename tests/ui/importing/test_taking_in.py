"""What is asked about what comes in: how it looks in either direction."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPlainTextEdit

from annotator.core.errors import UserError
from annotator.exchange.mapping import Mapping
from annotator.exchange.reading import Fault
from annotator.exchange.survey import Survey, Unclear
from annotator.formats.plain_text import candidates
from annotator.ui.dialogs.encodings import EncodingDialog
from annotator.ui.dialogs.taking_in import Doubts, TakingInDialog

BROKEN = Doubts(names=False, people=False, repeated=(), faults=1)
PEOPLE = Doubts(names=False, people=True, repeated=(), faults=0)


@pytest.fixture
def asked(dressed, qtbot):
    """The question who annotated, with a name in its field, in a window of a direction."""
    labels = None  # no name is asked about

    def make(direction, name):
        dressed.setLayoutDirection(direction)
        survey = Survey(annotations=1, reviewers=Counter({"": 1}))
        dialog = TakingInDialog(survey, PEOPLE, labels, Mapping(), [name], "", None)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return make


@pytest.mark.parametrize("name", ["Rania", "رانية"])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight])
def test_a_name_stands_where_lines_begin_whatever_its_script(asked, direction, name):
    dialog = asked(direction, name)
    field = dialog.people[""].lineEdit()
    middle = field.cursorPositionAt(QPoint(field.width() // 2, field.height() // 2))
    from_the_right = direction == Qt.LayoutDirection.RightToLeft
    latin = name.isascii()
    assert middle == (0 if from_the_right == latin else len(name))


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight])
def test_a_reading_of_an_unclear_file_begins_on_the_right(dressed, qtbot, tmp_path, direction):
    dressed.setLayoutDirection(direction)
    dialog = EncodingDialog([Unclear(tmp_path / "a.txt", candidates("لا".encode("cp1256")))], None)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    view = dialog.findChild(QPlainTextEdit)
    assert view.toPlainText() == "لا"
    assert view.cursorRect().left() > view.width() * 3 / 4


@pytest.mark.parametrize("name", ["a.jsonl", "خبر"])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight])
def test_what_cannot_be_used_is_listed_where_lines_begin(dressed, qtbot, direction, name):
    dressed.setLayoutDirection(direction)
    survey = Survey(faults=[Fault(name, UserError("{place}: x", place=name))], fault_count=1)
    dialog = TakingInDialog(survey, BROKEN, None, Mapping(), ["R1"], "", None)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    view = dialog.findChild(QPlainTextEdit)
    block = view.document().firstBlock()
    edges = block.layout().lineAt(0).naturalTextRect()
    middle = view.viewport().width() / 2
    assert (edges.left() > middle) == (direction == Qt.LayoutDirection.RightToLeft)
    assert (edges.right() < middle) == (direction == Qt.LayoutDirection.LeftToRight)
