"""How far something is, with Cancel. Appears only if it takes long enough to notice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from annotator.ui.slicing import Sliced
from annotator.ui.tasks import Task

_PATIENCE = 400
"""Milliseconds before it shows."""


class Progress(QProgressDialog):
    """Follows a task, and goes before anything hears how it ended; so it is made before others listen."""

    def __init__(self, sentence: str, task: Task | Sliced, parent: QWidget) -> None:
        super().__init__(sentence, "", 0, 100, parent)
        self.setWindowTitle(sentence.rstrip("…"))
        self.setCancelButtonText(self.tr("Cancel"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumDuration(_PATIENCE)
        self.setMinimumWidth(360)
        self.setAutoClose(False)
        self.setAutoReset(False)
        self.setValue(0)
        task.progressed.connect(self._follow)
        # Not when it has ended: what it leads to may be a dialog, and that must not stand under this one.
        task.succeeded.connect(self._finish)
        task.failed.connect(self._finish)
        self.canceled.connect(task.cancel)

    def _follow(self, step: tuple[int, int]) -> None:
        done, total = step
        if not self.wasCanceled():
            self.setValue(done * 100 // total if total else 0)

    def _finish(self) -> None:
        self.canceled.disconnect()
        self.cancel()  # closing it would not keep it from showing later
        self.deleteLater()
