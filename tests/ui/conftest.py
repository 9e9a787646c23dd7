"""A window of its own for each test, on a copy of the sample, in folders of its own."""

import gc
import shutil
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QThreadPool
from PySide6.QtWidgets import QApplication, QDialog

from annotator.exchange.sample import make_sample
from annotator.settings import Settings
from annotator.ui.app import Sanad
from annotator.ui.dialogs.base import Dialog
from annotator.ui.preferences import Preferences
from annotator.ui.session import Session


def pytest_collection_modifyitems(items):
    for item in items:
        # What the offscreen platform says of itself.
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """No test sees the person's own settings, state, logs or documents."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("SANAD_SAMPLE_DIR", str(tmp_path / "own"))
    (tmp_path / "home").mkdir()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.sanad"
    make_sample(path)
    return path


@pytest.fixture
def sample(sample_file, tmp_path):
    """A copy of the sample project."""
    return shutil.copy(sample_file, tmp_path / "sample.sanad")


@pytest.fixture
def start(dressed, qtbot, tmp_path) -> Callable[..., Sanad]:
    """Start the program as often as one likes; each start sees the settings and state of the one before."""
    running: list[Sanad] = []

    def begin(path=None, language="en", colours="light") -> Sanad:
        settings = Settings(tmp_path / "config" / "settings.toml")
        settings.set("language", language)
        settings.set("theme", colours)
        sanad = Sanad(dressed, Preferences(settings), Session(tmp_path / "state" / "session.ini"))
        running.append(sanad)
        sanad.window.resize(1300, 860)
        if path is not None:
            sanad.window.projects.open(path)
        with qtbot.waitExposed(sanad.window):
            sanad.window.show()
        sanad.window.activateWindow()
        qtbot.waitUntil(sanad.window.isActiveWindow)
        return sanad

    yield begin
    for sanad in running:
        stop(sanad)
    running.clear()
    _settle()
    assert leftovers() == []


@pytest.fixture
def sanad(start, sample) -> Sanad:
    """The program, open on the sample, on article 001 with the focus in the article."""
    sanad = start(sample)
    summary = sanad.window.documents.model.summary(1)
    sanad.workspace.open_document(summary.document.id)
    sanad.window.article.setFocus()
    return sanad


@pytest.fixture
def window(sanad):
    return sanad.window


@pytest.fixture
def workspace(sanad):
    return sanad.workspace


@pytest.fixture
def answer(monkeypatch):
    """What the person does in each dialog that opens; one that nobody expects fails the test."""
    answers: list[Callable[[QDialog], object]] = []

    def answered(dialog: QDialog) -> int:
        if not answers:
            raise AssertionError(f"an unexpected dialog: {dialog.windowTitle()}")
        dialog.show()
        answers.pop(0)(dialog)
        result = dialog.result()
        dialog.hide()
        return result

    monkeypatch.setattr(QDialog, "exec", answered)
    monkeypatch.setattr(QDialog, "open", answered)
    monkeypatch.setattr(Dialog, "open", answered)
    yield answers.append
    assert not answers, "a dialog that was expected did not open"


def stop(sanad: Sanad) -> None:
    """End the program as closing its window does."""
    sanad.window.close()
    sanad.close()
    sanad.window.deleteLater()
    sanad.deleteLater()


def leftovers() -> list[str]:
    """Windows and threads that a closed program has left."""
    found = [repr(widget) for widget in QApplication.topLevelWidgets() if widget.objectName() == "window"]
    if QThreadPool.globalInstance().activeThreadCount():
        found.append("threads")
    if not gc.isenabled():
        found.append("somebody who holds back the collection of garbage")
    return found


def _settle() -> None:
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.freeze()  # what is left belongs to modules: to look at it again after each test took half their time
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
