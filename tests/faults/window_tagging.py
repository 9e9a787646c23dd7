"""A process that opens the window on a project for each line it reads: ``window_tagging.py PROJECT``.

Each window is a child of its own, forked when everything is imported. It prints "ready" and its process id,
then tags word after word by keys, and prints the UUID of each annotation when the window says it is saved.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.ui.app import run_window
from annotator.ui.main_window import MainWindow


class Typist(QObject):
    """Moves on by a word and tags it, over and over, while the window goes on with its own work."""

    def __init__(self) -> None:
        super().__init__()
        self._window: MainWindow | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._type)
        self._timer.start(0)

    def _type(self) -> None:
        if self._window is None:
            self._begin()
            return
        QTest.keyClick(self._window.article, Qt.Key.Key_Left)
        QTest.keyClick(self._window.article, Qt.Key.Key_1)
        annotation = self._window.workspace.annotation
        if annotation is not None and "Saved" in self._window.status_line.saved.text():
            print(annotation.uuid, flush=True)

    def _begin(self) -> None:
        self._window = next(item for item in QApplication.topLevelWidgets() if isinstance(item, MainWindow))
        self._window.article.setFocus()
        there = self._window.workspace.opened.annotations.values()
        self._window.article.set_caret(max((item.end for item in there), default=0))
        print("ready", os.getpid(), flush=True)


def main() -> None:
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            application = QApplication(sys.argv[:1])
            typist = Typist()
            run_window(Path(sys.argv[1]))
            del typist, application
            os._exit(1)
        os.waitpid(child, 0)
        print("gone", flush=True)


if __name__ == "__main__":
    main()
