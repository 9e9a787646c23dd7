"""What is asked about what comes in: how it looks in either direction."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPlainTextEdit

from annotator.exchange.mapping import Mapping
from annotator.exchange.survey import Survey, Unclear
from annotator.formats.plain_text import candidates
from annotator.ui.dialogs.encodings import EncodingDialog
from annotator.ui.dialogs.taking_in import Doubts, TakingInDialog

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
