"""The pictures of the README: the window on the sample, the import and the export, in both languages."""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog  # noqa: E402

from annotator.exchange.sample import make_sample  # noqa: E402
from annotator.settings import Settings  # noqa: E402
from annotator.ui.app import Sanad, make_application, render_window  # noqa: E402
from annotator.ui.export.dialog import ExportDialog  # noqa: E402
from annotator.ui.main_window import MainWindow  # noqa: E402
from annotator.ui.preferences import Preferences  # noqa: E402
from annotator.ui.session import Session  # noqa: E402

FOLDER = ROOT / "packaging" / "screenshots"
_AT_REST = 1500  # milliseconds in which a preview is there
_THEIRS = "قال وزير الدفاع أحمد إن نحو 2500 جندي وصلوا إلى بغداد أمس."
_LABELS = {"وزير الدفاع أحمد": "PER", "2500 جندي": "QUANTITY", "بغداد": "LOC", "أمس": "DATE"}


def main() -> None:
    """Draw them all."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "sample.sanad"
        make_sample(project)
        theirs = labelled_elsewhere(Path(folder) / "theirs.jsonl")
        for language in ("en", "ar"):
            for dark in (False, True):
                picture = FOLDER / f"window-{language}{'-dark' if dark else ''}.png"
                render_window(project, picture, language=language, dark=dark)
                print(picture.relative_to(ROOT))
            draw(project, language, "export", lambda window: window.exports.choose())
            draw(project, language, "import", lambda window: window.imports.add([theirs]))


def labelled_elsewhere(path: Path) -> Path:
    """Articles as doccano exports them, with labels of its own."""
    spans = [
        [_THEIRS.index(quote), _THEIRS.index(quote) + len(quote), label] for quote, label in _LABELS.items()
    ]
    lines = [json.dumps({"id": number, "text": _THEIRS, "label": spans}) for number in range(1)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def draw(project: Path, language: str, name: str, ask: Callable[[MainWindow], object]) -> None:
    """Draw the dialog that a command brings up, and press Cancel in it."""
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        chosen = Settings(Path(folder) / "settings.toml")
        chosen.set("language", language)
        chosen.set("theme", "light")
        sanad = Sanad(application, Preferences(chosen), Session(Path(folder) / "session.ini"))
        sanad.window.resize(1440, 900)
        sanad.window.projects.open(project)
        sanad.window.show()
        picture = FOLDER / f"{name}-{language}.png"
        picture.unlink(missing_ok=True)
        waiting = QEventLoop()
        QTimer.singleShot(_AT_REST, lambda: _take(application, picture, waiting))
        ask(sanad.window)
        if not picture.exists():  # a dialog that comes up later, when files have been read
            waiting.exec()
        sanad.window.close()
        sanad.close()
        sanad.window.deleteLater()
    print(picture.relative_to(ROOT))


def _take(application: QApplication, picture: Path, waiting: QEventLoop) -> None:
    for widget in application.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            if isinstance(widget, ExportDialog):
                widget.target.setText("gold")
            widget.grab().save(str(picture))
            widget.reject()
    waiting.quit()


if __name__ == "__main__":
    main()
