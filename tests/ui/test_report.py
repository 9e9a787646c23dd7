"""What came of something: every remark can be read to its end."""

import pytest
from PySide6.QtWidgets import QWidget

from annotator.ui.dialogs.report import ReportDialog


@pytest.mark.parametrize("count", [61, 75, 96])
def test_a_row_is_as_high_as_its_words_are_in_the_column_as_it_is_shown(dressed, qtbot, count):
    room = QWidget()
    qtbot.addWidget(room)
    rows = [("file.jsonl", ("word " * count)[:count])] * 3
    dialog = ReportDialog("Added", "So much.", rows, room)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.table.rowHeight(0) == dialog.table.sizeHintForRow(0))
    dialog.resize(420, 420)
    qtbot.waitUntil(lambda: dialog.table.rowHeight(0) == dialog.table.sizeHintForRow(0))


def test_a_long_name_leaves_room_for_what_is_said_of_it(dressed, qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    name = "everything.zip/inception/project_export.zip/annotation/doc0.txt/INITIAL_CAS.zip"
    dialog = ReportDialog("Added", "So much.", [(name, "It holds no rows."), ("a.txt", "It is empty.")], room)
    dialog.show()

    assert dialog.table.columnWidth(1) > dialog.table.columnWidth(0)
    qtbot.waitUntil(lambda: dialog.table.rowHeight(0) > 2 * dialog.table.rowHeight(1))
