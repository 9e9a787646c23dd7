"""What looks through the project in the background, while an import keeps the file to itself."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.errors import UserError
from annotator.ui.consistency.reading import Keeper

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_what_an_import_kept_from_being_read_is_read_when_it_is_in(window, workspace, qtbot, monkeypatch):
    def refused(_keeper, _watch):
        workspace.busy = True  # the import began while this slice waited for its turn
        raise UserError("The file is being written.")

    kept = window.checking.kept
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Keeper, "run", refused)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_K, CTRL_SHIFT)
        qtbot.waitUntil(lambda: workspace.busy)
        qtbot.waitUntil(lambda: kept._running is None)
    assert not kept.groups

    workspace.set_busy(False)

    qtbot.waitUntil(lambda: kept.complete and bool(kept.groups))
