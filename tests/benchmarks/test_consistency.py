"""Consistency over 2,000 articles of 40 annotations: looking through them all beside a window in use."""

import random
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication

from annotator.core.change import Change, Transaction
from annotator.core.records import Annotation, Document, Layer, Span
from annotator.settings import Settings
from annotator.store import queries
from annotator.ui.app import Sanad, make_application
from annotator.ui.preferences import Preferences
from annotator.ui.session import Session

DOCUMENTS, SPANS, LENGTH = 2_000, 40, 3_000
TAGS = 20
"""Each new word that is marked has the articles it stands in looked through again."""
NAMES, WORDS = 5_000, 20_000
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
TICK = 5
"""Milliseconds between two looks at the clock of the window's own thread."""


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))


class Press:
    """Makes articles: words, and names of which few are common and most are rare; nine of ten are marked."""

    def __init__(self) -> None:
        self.chance = random.Random(4)
        self.names = [
            " ".join(self.word(4, 7) for _ in range(self.chance.randint(1, 3))) for _ in range(NAMES)
        ]
        self.words = [self.word(2, 7) for _ in range(WORDS)]

    def word(self, least: int, most: int) -> str:
        return "".join(self.chance.choices(LETTERS, k=self.chance.randint(least, most)))

    def name(self) -> str:
        return self.names[min(int(self.chance.paretovariate(0.5)), NAMES - 1)]

    def article(self) -> tuple[str, list[tuple[int, int]]]:
        parts: list[str] = []
        spans: list[tuple[int, int]] = []
        length = 0
        while length < LENGTH:
            is_name = self.chance.random() < 0.09
            words = self.name() if is_name else self.chance.choice(self.words)
            if is_name and len(spans) < SPANS and self.chance.random() < 0.9:
                spans.append((length, length + len(words)))
            after = ". " if self.chance.random() < 0.06 else " "
            parts.append(words + after)
            length += len(words) + len(after)
        return "".join(parts), spans


@pytest.fixture
def large(desk: Any) -> Path:
    """A project of many articles."""
    press, project = Press(), desk.project
    labels = [label.id for label in project.label_set.labels]
    with project.bulk("import", "", 1):
        for number in range(DOCUMENTS):
            text, spans = press.article()
            project.apply(import_of(desk, number, text, spans, labels, press.chance), [text])
    project.close()
    return Path(project.path)


def import_of(
    desk: Any, number: int, text: str, spans: list[tuple[int, int]], labels: list[int], chance: random.Random
) -> Transaction:
    context = desk.context
    document = Document(
        id=context.new_id(),
        uuid=context.new_uuid(),
        name=f"{number}.txt",
        position=number,
        text_sha256=sha256(text.encode()).hexdigest(),
        length=len(text),
    )
    layer = Layer(
        id=context.new_id(), document_id=document.id, reviewer_id=1, status="done", updated=context.at
    )
    marks = [
        Annotation(
            id=context.new_id(),
            uuid=context.new_uuid(),
            layer_id=layer.id,
            label_id=labels[chance.random() < 0.03],
            start=start,
            end=end,
            quote=text[start:end],
            reviewer_id=1,
        )
        for start, end in spans
    ]
    changes = tuple(Change(None, record) for record in (document, layer, *marks))
    return Transaction("import", changes, 1, context.at, document.name)


@pytest.fixture
def sanad(large: Path, tmp_path: Path) -> Iterator[Sanad]:
    settings = Preferences(Settings(tmp_path / "settings.toml"))
    program = Sanad(make_application(), settings, Session(tmp_path / "session.ini"))
    program.window.resize(1300, 860)
    program.window.projects.open(large)
    program.window.show()
    program.workspace.open_document(queries.documents(program.workspace.project.database)[5].id)
    yield program
    program.window.close()
    program.close()


class Pulse:
    """How long the window's thread was away from its events, in seconds."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._clock = QElapsedTimer()
        self._clock.start()
        self._timer = QTimer()
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        self.gaps.append(self._clock.restart() / 1000)

    def stop(self) -> list[float]:
        self._timer.stop()
        return self.gaps


def until_complete(sanad: Sanad) -> None:
    while not sanad.window.checking.kept.complete:
        QApplication.processEvents()
        time.sleep(0.001)


@pytest.mark.timeout(1800)
def test_looking_through_a_large_project(bench: Any, sanad: Sanad) -> None:
    window = sanad.window
    kept = window.checking.kept
    wait_for_others(sanad)
    quiet = Pulse()
    alone = [tag_and_wait(sanad, number) for number in range(20)]
    floors = quiet.stop()
    begun, pulse = time.perf_counter(), Pulse()
    window.checking.toggle()
    tags = []
    while not kept.complete:
        wait(2)
        if len(tags) < TAGS:
            tags.append(tag_and_wait(sanad, 100 + len(tags)))
    what = f"consistency: {DOCUMENTS} articles, {DOCUMENTS * SPANS} annotations"
    bench.add(f"{what}, looked through, with {len(tags)} tags", time.perf_counter() - begun)
    gaps = pulse.stop()
    bench.add_many(f"{what}, window away meanwhile (floor: before)", gaps, floors, "100 ms")
    bench.add_many(f"{what}, a tag meanwhile (floor: before)", tags, alone, "100 ms")

    def change(number: int) -> None:
        tag_and_wait(sanad, number + 600)
        until_complete(sanad)

    bench.add_many(f"{what}, from a tag to its findings", bench.times(change, 20), None, "1 s")
    rows = sum(len(group.rows) for group in kept.groups.values())
    again = bench.time(window.checking.panel._refresh, 3)
    bench.add(f"consistency: {rows} findings listed again", again, None, "100 ms")


def wait(seconds: float) -> None:
    """Let the window work."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QApplication.processEvents()
        time.sleep(0.001)


def tag_and_wait(sanad: Sanad, number: int) -> float:
    """Seconds a tag takes, with the painting after it."""
    begun = time.perf_counter()
    text = sanad.workspace.opened.text
    start = text.index(" ", number * 3) + 1
    sanad.workspace.tag(Span(start, text.index(" ", start)), sanad.workspace.labels[0])
    QApplication.processEvents()
    return time.perf_counter() - begun


def wait_for_others(sanad: Sanad) -> None:
    """What else the window reads in the background is not to be measured."""
    while not sanad.window.vocabulary.complete or not sanad.window.knowing.complete:
        QApplication.processEvents()
        time.sleep(0.01)
