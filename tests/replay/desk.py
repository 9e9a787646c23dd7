"""A desk to replay at: a fresh project with one article and nothing on it, open in the real window."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.exchange.bundling import Bundler
from annotator.exchange.importer import Importer
from annotator.formats.bundle import Bundle, BundleEntity, BundleLayer
from annotator.formats.scheme import read_scheme
from annotator.resources import RESOURCES
from annotator.settings import Settings
from annotator.store.project import Project
from annotator.store.queries import reviewers
from annotator.ui.app import Sanad
from annotator.ui.preferences import Preferences
from annotator.ui.session import Session

SCHEME = "scheme.json"
"""The file beside a gold file that holds its label set; without one it is the standard set."""
SIZE = (1300, 860)


def make_project(path: Path, bundle: Bundle, scheme: Path | None = None) -> None:
    """A project with the bundle's article, of the bundle's reviewer, without annotations and entities."""
    definition = read_scheme(scheme or RESOURCES / "schemes" / "standard.json")
    name = bundle.layer.reviewers[0] if bundle.layer is not None else "reviewer"
    with Project.create(path, definition, name) as project:
        reviewer = reviewers(project.database)[0]
        with project.bulk("import", path.name, reviewer.id):
            Importer(project, reviewer.id).add(replace(bundle, layer=None, entities=()))


def made(path: Path) -> tuple[BundleLayer | None, list[BundleEntity]]:
    """What the project's file holds in the end: the layer, the entities."""
    with Project.open(path) as project:
        bundler = Bundler(project.database, project.label_set)
        layers = [bundle.layer for bundle in bundler.bundles()]
        return (layers[0] if layers else None), [bundler.entity(item) for item in bundler.entities]


@contextmanager
def desk(
    application: QApplication, bundle: Bundle, scheme: Path | None = None, *, proposals: bool = True
) -> Iterator[tuple[Sanad, Path]]:
    """The program, open on such a project, in folders of its own."""
    with (
        TemporaryDirectory(prefix="sanad-replay-", ignore_cleanup_errors=True) as name,
        _own_folders(Path(name)),
    ):
        folder = Path(name)
        path = folder / "replay.sanad"
        make_project(path, bundle, scheme)
        settings = Settings(folder / "settings.toml")
        settings.set("language", "en")
        settings.set("theme", "light")
        settings.set("proposals", "on" if proposals else "off")
        sanad = Sanad(application, Preferences(settings), Session(folder / "session.ini"))
        try:
            sanad.window.resize(*SIZE)
            sanad.window.projects.open(path)
            sanad.window.show()
            QTest.qWaitForWindowExposed(sanad.window)
            sanad.window.activateWindow()
            QTest.qWaitForWindowActive(sanad.window)
            _wait_until(lambda: sanad.window.vocabulary.complete and sanad.window.knowing.complete)
            sanad.window.article.setFocus()
            yield sanad, path
        finally:
            sanad.window.close()
            sanad.close()
            sanad.window.deleteLater()
            sanad.deleteLater()
            QThreadPool.globalInstance().waitForDone(5000)
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _wait_until(holds) -> None:
    for _ in range(500):
        if holds():
            return
        QTest.qWait(10)
    raise TimeoutError("the window did not come to rest")


@contextmanager
def _own_folders(folder: Path) -> Iterator[None]:
    """Keep away from the person's own settings, state, logs and backups."""
    names = [
        "HOME",
        "SANAD_SAMPLE_DIR",
        *(f"XDG_{each}_HOME" for each in ("CONFIG", "STATE", "DATA", "CACHE")),
    ]
    before = {name: os.environ.get(name) for name in names}
    os.environ.update({name: str(folder / name.lower()) for name in names})
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
