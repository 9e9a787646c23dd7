"""The project file: a tag, an opening, a document's annotations, and many documents at once."""

import sqlite3
import threading
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from annotator.core import edits
from annotator.core.change import Change, Transaction
from annotator.core.records import Annotation, Document, Layer, Span
from annotator.store import queries
from annotator.store.check import check
from annotator.store.connecting import connect
from annotator.store.project import Project

PHRASE = "نحو 2500 جندي أميركي "


def tagged(desk: Any, text: str, count: int) -> Transaction:
    """A document with a layer of annotations on its phrases."""
    context = desk.context
    document = Document(
        id=context.new_id(),
        uuid=context.new_uuid(),
        name="article.txt",
        position=context.new_id(),
        text_sha256=sha256(text.encode()).hexdigest(),
        length=len(text),
    )
    layer = Layer(id=context.new_id(), document_id=document.id, reviewer_id=1, updated=context.at)
    label = desk.project.label_set.label_by_name["figure"]
    places = len(text) // len(PHRASE)
    annotations = (
        Annotation(
            id=context.new_id(),
            uuid=context.new_uuid(),
            layer_id=layer.id,
            label_id=label.id,
            start=number % places * len(PHRASE),
            end=min(len(text), number % places * len(PHRASE) + 8 + number // places),
            quote=text[number % places * len(PHRASE) :][: 8 + number // places],
            attributes={"value": 2500, "op": "~"},
            reviewer_id=1,
        )
        for number in range(count)
    )
    changes = tuple(Change(None, record) for record in (document, layer, *annotations))
    return Transaction("import", changes, 1, context.at, document.name)


def floor_of_a_commit(path: Path, rounds: int, bench: Any) -> list[float]:
    """How long plain sqlite3 needs to bring one row to the drive, with a project's settings."""
    path.touch()
    connection = connect(path)
    connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, quote TEXT)")
    times: list[float] = bench.times(
        lambda _number: connection.execute("INSERT INTO row (quote) VALUES (?)", (PHRASE,)), rounds
    )
    connection.close()
    return times


@pytest.mark.parametrize("size", [10_000, 100_000, 1_000_000])
def test_a_tag(desk: Any, bench: Any, tmp_path: Path, size: int) -> None:
    text = PHRASE * (size // len(PHRASE))
    desk.project.apply(tagged(desk, text, 10_000), [text])
    (document,) = queries.documents(desk.project.database)
    layer, label = desk.layer(document), desk.project.label_set.labels[0]

    def tag(number: int) -> None:
        nonlocal layer
        start = number * len(PHRASE) % (len(text) - 20)
        span = Span(start, start + 3)
        transaction = edits.tag(desk.context, layer, text, span, label, 1)
        desk.project.apply(transaction)
        layer = next(after for _before, after in transaction.of(Layer) if after)

    times = bench.times(tag, 400)
    floors = floor_of_a_commit(tmp_path / "floor.db", 400, bench)
    bench.add_many(f"tag on disk, {size // 1000} KB and 10,000 spans", times, floors)


def test_opening_and_reading(desk: Any, bench: Any) -> None:
    text = PHRASE * 50_000
    desk.project.apply(tagged(desk, text, 10_000), [text])
    path, project = desk.project.path, desk.project
    (document,) = queries.documents(project.database)
    layer = desk.layer(document)
    plain = sqlite3.connect(path)

    def rows() -> None:
        plain.execute("SELECT * FROM annotation WHERE layer_id = ? ORDER BY start", (layer.id,)).fetchall()

    bench.add(
        "read 10,000 annotations",
        bench.time(lambda: queries.annotations(project.database, layer.id), 5),
        bench.time(rows, 5),
    )
    bench.add(
        "read a text of 1 MB and prove it",
        bench.time(lambda: queries.text(project.database, document.text_sha256), 5),
        bench.time(lambda: plain.execute("SELECT content FROM text").fetchone(), 5),
    )
    bench.add("check a project of 10,000 annotations", bench.time(lambda: check(project.database)))
    plain.close()
    project.close()

    def connect_only() -> None:
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA quick_check").fetchone()
        connection.close()

    bench.add(
        "open a project of 10,000 annotations",
        bench.time(lambda: Project.open(path).close(), 5),
        bench.time(connect_only, 5),
    )


def test_a_thousand_documents(desk: Any, bench: Any, tmp_path: Path) -> None:
    texts = [f"{PHRASE * 150}{number}" for number in range(1000)]
    made = [(tagged(desk, text, 40), text) for text in texts]

    def bulk() -> None:
        with desk.project.bulk("import", "1000", 1):
            for transaction, text in made:
                desk.project.apply(transaction, [text])

    def floor() -> None:
        connection = sqlite3.connect(tmp_path / "floor.db", isolation_level=None)
        connection.executescript(
            "PRAGMA synchronous = EXTRA;"
            "CREATE TABLE document (id INTEGER PRIMARY KEY, uuid TEXT UNIQUE, text);"
            "CREATE TABLE annotation (id INTEGER PRIMARY KEY, uuid TEXT UNIQUE, document, start, stop, label,"
            " quote, attributes); CREATE INDEX place ON annotation (document, start); BEGIN"
        )
        for number, text in enumerate(texts):
            connection.execute("INSERT INTO document VALUES (?, ?, ?)", (number, str(uuid4()), text))
            connection.executemany(
                "INSERT INTO annotation (uuid, document, start, stop, label, quote, attributes)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        str(uuid4()),
                        number,
                        n * 21,
                        n * 21 + 8,
                        "figure",
                        PHRASE[:8],
                        '{"value":2500,"op":"~"}',
                    )
                    for n in range(40)
                ],
            )
        connection.execute("COMMIT")
        connection.close()

    base = bench.time(floor)
    bench.add("write 1,000 documents of 40 annotations", bench.time(bulk), base)
    bench.add("undo that", bench.time(lambda: desk.project.undo(1)))
    bench.add("redo that", bench.time(lambda: desk.project.redo(1)))
    bench.add("copy that", bench.time(lambda: desk.project.snapshot(tmp_path / "copy.sanad")))
    bench.add("check that", bench.time(lambda: check(desk.project.database)))


def test_a_tag_while_a_copy_is_made(desk: Any, bench: Any, tmp_path: Path) -> None:
    with desk.project.bulk("import", "30", 1):
        for number in range(30):
            text = PHRASE * 50_000 + str(number)
            desk.project.apply(tagged(desk, text, 100), [text])
    document = desk.add(PHRASE * 400)
    alone = bench.times(lambda number: desk.tag(document, number * 21, number * 21 + 3), 100)
    over = threading.Event()

    def copy_again_and_again() -> None:
        while not over.is_set():
            desk.project.snapshot(tmp_path / "copy.sanad")

    copying = threading.Thread(target=copy_again_and_again)
    copying.start()
    times = bench.times(lambda number: desk.tag(document, number * 21, number * 21 + 4), 100)
    over.set()
    copying.join()
    bench.add_many("tag while 60 MB are copied again and again (floor: alone)", times, alone)
