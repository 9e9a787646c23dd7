import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from annotator.ui.dialogs.progress import Progress
from annotator.ui.tasks import Task


@pytest.mark.parametrize("end", ["succeeded", "failed"])
def test_progress_never_shows_above_what_its_end_opens(qtbot, end):
    window, task = QWidget(), Task()
    qtbot.addWidget(window)
    progress = Progress("Adding…", task, window)
    progress.setMinimumDuration(1)
    seen = []

    def report(_outcome):
        loop = QEventLoop()  # as a dialog has one
        QTimer.singleShot(50, loop.quit)
        loop.exec()
        seen.append([dialog.isVisible() for dialog in window.findChildren(Progress)])

    getattr(task, end).connect(report)
    getattr(task, end).emit(None)

    assert not any(seen[0])
    assert not task.cancelled()
