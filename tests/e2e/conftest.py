"""The program as a person has it: begun by its command line, driven by keys and the mouse."""

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No settings, state or documents but those of this test; the folder they are in."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("SANAD_SAMPLE_DIR", str(tmp_path / "own"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    (tmp_path / "home").mkdir()
    return tmp_path


@pytest.fixture
def sanad(
    own_folders: Path, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Callable[..., None]:
    """Run ``sanad ARGUMENTS…`` until the hand, given the window, has done its work and closed it."""
    pytest.importorskip("PySide6")
    application = request.getfixturevalue("dressed")
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest

    from annotator import settings
    from annotator.cli import cli
    from annotator.ui.main_window import MainWindow

    caplog.set_level(logging.ERROR, "annotator.qt")  # the offscreen platform says what it cannot do
    settings.Settings(settings.default_path()).set("language", "en")

    def run(*arguments: str, hand: Callable[[MainWindow], None]) -> None:
        troubles: list[BaseException] = []

        def work() -> None:
            windows = [item for item in application.topLevelWidgets() if isinstance(item, MainWindow)]
            try:
                (window,) = (item for item in windows if item.isVisible())
                window.resize(1300, 860)
                window.activateWindow()
                assert QTest.qWaitForWindowActive(window)
                hand(window)
                assert window.isHidden(), "the hand has not closed the window"
            except BaseException as error:  # noqa: BLE001  # raised below, outside the event loop
                troubles.append(error)
            finally:
                application.quit()

        QTimer.singleShot(0, work)
        with suppress(SystemExit):
            cli.main(list(arguments), prog_name="sanad")
        for window in application.topLevelWidgets():
            if isinstance(window, MainWindow):
                window.close()
                window.deleteLater()
        if troubles:
            raise troubles[0]

    return run
