"""Files of other tools, and a project to take them into."""

import json

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from annotator.core.schema import LabelSet
from annotator.store import queries
from tests.ui.importing.steps import ARABIC


@pytest.fixture
def empty(start, make_project):
    """The program on a project without articles."""
    project = make_project()
    project.close()
    return start(project.path)


@pytest.fixture
def drop(empty, qtbot):
    """Drop files on the window, and wait until the import is over."""

    def dropped(*paths):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        event = QDropEvent(
            QPointF(empty.window.rect().center()),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        empty.window.dropEvent(event)
        qtbot.waitUntil(lambda: not empty.window.imports.running)

    return dropped


@pytest.fixture
def project(empty):
    """What is in the project, in short."""
    return Contents(empty.workspace)


class Contents:
    def __init__(self, workspace):
        self._workspace = workspace

    @property
    def labels(self) -> LabelSet:
        return self._workspace.label_set

    @property
    def texts(self):
        database = self._workspace.project.database
        return [queries.text(database, item.text_sha256) for item in queries.documents(database)]

    @property
    def titles(self):
        return [item.title for item in queries.documents(self._workspace.project.database)]

    @property
    def reviewers(self):
        return [item.name for item in queries.reviewers(self._workspace.project.database)]

    @property
    def marked(self):
        """Of each annotation its label and its words."""
        database = self._workspace.project.database
        names = {label.id: label.name for label in self.labels.labels}
        return [
            (names[item.label_id], item.quote)
            for document in queries.documents(database)
            for layer in queries.layers(database, document.id)
            for item in queries.annotations(database, layer.id)
        ]


@pytest.fixture
def doccano(tmp_path):
    """A file as doccano exports it; each of the entities is words of the text with their label."""

    def write(*entities, name="admin.jsonl", text=ARABIC, extra=()):
        found = [
            {
                "id": number,
                "start_offset": text.index(words),
                "end_offset": text.index(words) + len(words),
                "label": label,
            }
            for number, (words, label) in enumerate(entities, 1)
        ]
        record = {"id": 1, "text": text, "entities": [*found, *extra], "relations": []}
        path = tmp_path / name
        path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
        return path

    return write
