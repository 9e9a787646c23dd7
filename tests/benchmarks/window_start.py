"""Opens a window and says when it is usable: ``window_start.py [PROJECT]``; without one, an empty window."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))


def say_and_leave() -> None:
    print("usable", flush=True)
    os._exit(0)


def sanad(path: Path) -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer

    from annotator.ui import app
    from annotator.ui.article.view import ArticleView

    class Watch(QObject):
        """Waits until the article has been painted and nothing is left to do before the next key."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt names it
            if event.type() == QEvent.Type.Paint and isinstance(watched.parent(), ArticleView):
                QTimer.singleShot(0, say_and_leave)
            return False

    watch = Watch()
    app.make_application().installEventFilter(watch)
    app.run_window(path)


def empty() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.show()
    QTimer.singleShot(0, say_and_leave)
    application.exec()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sanad(Path(sys.argv[1]))
    else:
        empty()
