"""Where errors that nobody expected go: a log file, and one dialog. Never the text of an article."""

import logging
import platform
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

import PySide6
from platformdirs import user_log_path
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from annotator import __version__
from annotator.core.errors import UserError

log = logging.getLogger("annotator")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def default_path() -> Path:
    """Where the log of this person is kept."""
    return user_log_path("sanad", appauthor=False) / "sanad.log"


class ErrorReporter(QObject):
    """Catches what nobody expected: writes it down, and tells the window from the main thread."""

    caught = Signal(object)
    """Details to copy into a report, as text."""
    refused = Signal(object)
    """A UserError that no one on the way has shown."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._handler: logging.Handler
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=2, encoding="utf-8")
        except OSError:
            self._handler = logging.StreamHandler()
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        log.addHandler(self._handler)
        self._previous = sys.excepthook

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = self.catch
        qInstallMessageHandler(_from_qt)

    def remove(self) -> None:
        """Leave catching to whoever did it before."""
        sys.excepthook = self._previous
        qInstallMessageHandler(None)
        log.removeHandler(self._handler)
        self._handler.close()

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write down an exception and tell of it."""
        if issubclass(kind, KeyboardInterrupt):
            self._previous(kind, error, trace)
            return
        if isinstance(error, UserError):
            self.refused.emit(error)
            return
        details = describe(kind, trace)
        log.error("%s", details)
        self.caught.emit(details)


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where an exception came from. Its message is left out: it may quote an article."""
    places = "".join(traceback.format_tb(trace))
    return (
        f"Sanad {__version__}, PySide6 {PySide6.__version__}, Python {platform.python_version()}, "
        f"{platform.platform()}\n{places}{kind.__name__}"
    )


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = getattr(context, "category", None) or "default"
    logging.getLogger(f"annotator.qt.{category}").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
