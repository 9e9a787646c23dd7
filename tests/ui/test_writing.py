"""An import while it is written: nothing else goes into its step, and a bug in it ends it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.errors import UserError
from annotator.core.records import Span
from annotator.exchange.importing import Importer


@pytest.fixture
def import_one(window, tmp_path):
    """Adds one article, as far as the window's turn."""

    def add():
        path = tmp_path / "new.txt"
        path.write_text("خبر جديد", encoding="utf-8")
        window.imports.add([path])

    return add


def test_nothing_can_be_changed_while_an_import_is_written(workspace):
    workspace.set_busy(True)
    label = workspace.labels[0]

    for edit in (lambda: workspace.tag(Span(0, 4), label), workspace.undo, workspace.redo):
        with pytest.raises(UserError, match="still running"):
            edit()

    workspace.set_busy(False)
    workspace.tag(Span(0, 4), label)
    assert len(workspace.opened.annotations) == 1


def test_a_bug_in_an_import_is_told_once_and_leaves_nothing(
    window, workspace, import_one, monkeypatch, qtbot
):
    def fail(_importer, _bundle):
        raise ZeroDivisionError

    monkeypatch.setattr(Importer, "add", fail)
    before = window.documents.model.rowCount()

    with qtbot.captureExceptions() as caught:
        import_one()
        qtbot.waitUntil(lambda: bool(caught) and not workspace.busy)

    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert window.documents.model.rowCount() == before
    QTest.keyClick(window.article, Qt.Key.Key_1)
    assert len(workspace.opened.annotations) == 1
