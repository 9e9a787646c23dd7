"""The application: fonts, colours, language, errors, and the one window."""

import gc
import logging
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCursor, QFileOpenEvent, QFontDatabase, QFontInfo, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QStyleFactory

from annotator import settings
from annotator.core.errors import UserError
from annotator.resources import RESOURCES
from annotator.settings import Settings
from annotator.ui import logs, phrases, session, theme, translation
from annotator.ui.main_window import MainWindow
from annotator.ui.preferences import Preferences
from annotator.ui.session import Session
from annotator.ui.workspace import Workspace

log = logging.getLogger(__name__)
_AT_REST = 6_000
"""Milliseconds after which a window has all it keeps."""
_SWITCH = 0.0005
"""Seconds a worker may keep the interpreter from the window."""
_BODY_SIZE = 10.5
"""Points of the window's own type, unless the system's is larger."""
_FACES = ("Noto Sans Arabic", "Segoe UI", "Geeza Pro", "Noto Naskh Arabic")
"""Tried after the system's own face for Arabic letters it lacks; the last is ours."""


class Sanad(QObject):
    """What lives as long as the program, and the window, which is made anew for another language."""

    def __init__(self, application: QApplication, preferences: Preferences, remembered: Session) -> None:
        super().__init__()
        self._application = application
        self.preferences = preferences
        self.session = remembered
        self.workspace = Workspace(self)
        self._talking = False
        self._dress()
        self.window = MainWindow(self.workspace, preferences, remembered)
        preferences.changed.connect(self._on_setting)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_colours)
        application.installEventFilter(self)

    def close(self) -> None:
        """Let go of everything; all of it is on disk."""
        self._application.removeEventFilter(self)
        self.workspace.close_project()

    def tell(self, error: object) -> None:
        """Show a refusal that nothing on the way has shown."""
        self.window.tell(error)

    def show_trouble(self, details: str) -> None:
        """Tell of an error nobody expected, one at a time."""
        if self._talking:
            return
        from annotator.ui.dialogs.trouble import TroubleDialog

        self._talking = True
        try:
            TroubleDialog(details, self.window).exec()
        finally:
            self._talking = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Open what the system hands over (a double-click on macOS)."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.window.open_path(Path(event.file()))
            return True
        return False

    def _dress(self) -> None:
        translation.install(self._application, translation.wanted(self.preferences.text("language")))
        phrases.use_digits(self.preferences.text("digits"))
        theme.apply(self._application, theme.wanted(self.preferences.text("theme")))

    def _on_setting(self, setting_id: str) -> None:
        if setting_id in ("language", "digits"):
            QTimer.singleShot(0, self._make_window_again)
        elif setting_id == "theme":
            self._on_system_colours()

    def _on_system_colours(self) -> None:
        chosen = theme.wanted(self.preferences.text("theme"))
        if chosen != theme.colours():
            theme.apply(self._application, chosen)
            self.window.repaint_theme()

    def come_to_rest(self) -> None:
        """Have Python pass over what stays (lexicons, the window) when it looks for garbage.

        It looks at everything there is, which took up to a tenth of a second, in the middle of a tag.
        """
        gc.collect()
        gc.freeze()

    def _make_window_again(self) -> None:
        """Another language: every word and every side changes, so the window is made anew where it was."""
        from annotator.ui.dialogs.settings import SettingsDialog

        gc.unfreeze()  # the old window goes
        old = self.window
        old.leave()
        self._dress()
        self.window = MainWindow(self.workspace, self.preferences, self.session)
        self.window.resume(old)
        self.window.show()
        asked = old.findChild(SettingsDialog)
        if asked is not None and asked.isVisible():
            self.window.show_settings()
        old.hide()
        old.deleteLater()


def make_application() -> QApplication:
    """The application with its fonts and style, once."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    # A worker lets go of the interpreter so soon after the window wants it (Python's own 5 ms add up: a tag
    # takes it up some ten times).
    sys.setswitchinterval(_SWITCH)
    application.setApplicationName("sanad")
    application.setApplicationDisplayName("Sanad")
    application.setDesktopFileName("sanad")
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "sanad.svg")))
    for file in sorted((RESOURCES / "fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            log.warning("The font %s cannot be loaded.", file.name)
    font = application.font()
    # The face itself, not the alias “Sans Serif”: that would take the tall lines of the Arabic face.
    font.setFamilies([QFontInfo(font).family(), *_FACES])
    font.setPointSizeF(max(font.pointSizeF(), _BODY_SIZE))
    application.setFont(font)
    return application


def run_window(path: Path | None, *, try_sample: bool = False) -> int:
    """Show the window until it is closed; the exit code of the program.

    Raises:
        UserError: ``path`` cannot be opened.
    """
    application = make_application()
    reporter = logs.ErrorReporter(logs.default_path())
    reporter.install()
    sanad = Sanad(
        application, Preferences(Settings(settings.default_path())), Session(session.default_path())
    )
    reporter.caught.connect(sanad.show_trouble, Qt.ConnectionType.QueuedConnection)
    reporter.refused.connect(sanad.tell, Qt.ConnectionType.QueuedConnection)
    try:
        if path is not None:
            sanad.window.projects.open(path)
        elif try_sample:
            sanad.window.projects.try_sample()
        sanad.window.show()
        QTimer.singleShot(_AT_REST, sanad.come_to_rest)
        return application.exec()
    finally:
        sanad.close()
        reporter.remove()


def render_window(
    project: Path, png: Path, *, language: str = "en", dark: bool = False, size: tuple[int, int] = (1440, 900)
) -> None:
    """Draw the window on a project, with an annotation selected, into a PNG. Needs no display.

    Raises:
        UserError: the project cannot be opened, or the picture cannot be written.
    """
    from tempfile import TemporaryDirectory

    application = make_application()
    with TemporaryDirectory(prefix="sanad-") as folder:
        chosen = Settings(Path(folder) / "settings.toml")
        chosen.set("language", language)
        chosen.set("theme", "dark" if dark else "light")
        sanad = Sanad(application, Preferences(chosen), Session(Path(folder) / "session.ini"))
        try:
            QCursor.setPos(-1, -1)  # nothing is hovered over
            sanad.window.resize(*size)
            sanad.window.projects.open(project)
            sanad.window.show()
            _settle(application)
            _select_something(sanad.workspace)
            _settle(application)
            if not sanad.window.grab().save(str(png)):
                raise UserError("The picture “{path}” cannot be written.", path=png)
        finally:
            sanad.window.close()
            sanad.close()
            sanad.window.deleteLater()
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _settle(application: QApplication) -> None:
    """Let layouts that wait for each other come to rest."""
    for _ in range(6):
        application.processEvents()


def _select_something(workspace: Workspace) -> None:
    """Select the annotation that shows most: one with attributes, inside another, well into the article."""
    opened = workspace.opened
    if opened is None or not opened.annotations:
        return
    ranked = [
        (bool(opened.around(item)) + bool(item.attributes) + bool(opened.links_of(item)), item.start, item.id)
        for item in opened.annotations.values()
        if "value" in item.attributes or not item.attributes
    ]
    _, _, annotation_id = max(ranked) if ranked else (0, 0, next(iter(opened.annotations)))
    workspace.select(annotation_id, reveal=True)
