"""Gold in and gold out: 1,000 documents of 40 annotations, beside plain sqlite3 and json."""

import json
import sqlite3
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from annotator.exchange.exporting import export_project
from annotator.exchange.importing import import_files

DOCUMENTS, SPANS = 1000, 40
PHRASE = "نحو 2500 جندي أميركي "
AIM = "ratio under 2"


@pytest.fixture
def gold(tmp_path: Path, desk: Any) -> Path:
    """A gold file, made by an export."""
    raw = tmp_path / "raw.jsonl"
    with raw.open("w", encoding="utf-8", newline="\n") as file:
        for number in range(DOCUMENTS):
            file.write(json.dumps(gold_line(number), ensure_ascii=False) + "\n")
    import_files(desk.project, 1, [raw])
    export_project(desk.project, tmp_path / "gold")
    return tmp_path / "gold" / "gold.jsonl"


def gold_line(number: int) -> dict[str, Any]:
    """One document with one layer, as gold data has it."""
    text = f"{PHRASE * 150}{number}"
    return {
        "format": "sanad-gold",
        "version": 1,
        "id": str(uuid4()),
        "name": f"{number}.txt",
        "text": text,
        "text_sha256": sha256(text.encode()).hexdigest(),
        "offset_unit": "unicode_code_point",
        "metadata": {"title": "", "source": "", "published": "", "language": "ar"},
        "layer": {
            "kind": "reviewer",
            "reviewers": ["R1"],
            "status": "done",
            "updated": "2026-01-01T00:00:00Z",
        },
        "annotations": [
            {
                "id": str(uuid4()),
                "start": place * len(PHRASE),
                "end": place * len(PHRASE) + 20,
                "label": "figure",
                "quote": PHRASE[:20],
                "word_start": place * len(PHRASE),
                "word_end": place * len(PHRASE) + 20,
                "attributes": {"value": 2500, "op": "~", "counted": "جندي أميركي"},
                "entity": None,
                "note": "",
                "reviewer": "R1",
                "origin": "manual",
                "scheme_version": 1,
            }
            for place in range(SPANS)
        ],
        "relations": [],
        "zones": [],
    }


def plain_import(gold: Path, path: Path) -> None:
    """What a script would do: parse, insert, commit."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(
        "PRAGMA synchronous = EXTRA; CREATE TABLE document (id TEXT PRIMARY KEY, name, text, layer);"
        "CREATE TABLE annotation (id TEXT PRIMARY KEY, document, start, stop, label, quote, attributes);"
        "CREATE INDEX place ON annotation (document, start); BEGIN"
    )
    with gold.open(encoding="utf-8") as file:
        for line in file:
            item = json.loads(line)
            connection.execute(
                "INSERT INTO document VALUES (?, ?, ?, ?)",
                (item["id"], item["name"], item["text"], json.dumps(item["layer"])),
            )
            connection.executemany(
                "INSERT INTO annotation VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        span["id"],
                        item["id"],
                        span["start"],
                        span["end"],
                        span["label"],
                        span["quote"],
                        json.dumps(span["attributes"], ensure_ascii=False),
                    )
                    for span in item["annotations"]
                ],
            )
    connection.execute("COMMIT")
    connection.close()


def plain_export(path: Path, target: Path) -> None:
    """What a script would do: select, dump."""
    connection = sqlite3.connect(path)
    with target.open("w", encoding="utf-8") as file:
        for row_id, name, text, layer in connection.execute("SELECT * FROM document").fetchall():
            spans = connection.execute(
                "SELECT id, start, stop, label, quote, attributes FROM annotation WHERE document = ?"
                " ORDER BY start",
                (row_id,),
            )
            item = {
                "id": row_id,
                "name": name,
                "text": text,
                "layer": json.loads(layer),
                "annotations": [
                    {
                        "id": span[0],
                        "start": span[1],
                        "end": span[2],
                        "label": span[3],
                        "quote": span[4],
                        "attributes": json.loads(span[5]),
                    }
                    for span in spans.fetchall()
                ],
            }
            file.write(json.dumps(item, ensure_ascii=False) + "\n")
    connection.close()


def test_gold_in_and_out(gold: Path, make_project: Any, bench: Any, tmp_path: Path) -> None:
    project = make_project("imported.sanad")
    database = tmp_path / "floor.db"
    floor_in = bench.time(lambda: plain_import(gold, database))
    bench.add(
        "import 1,000 gold documents", bench.time(lambda: import_files(project, 1, [gold])), floor_in, AIM
    )
    floor_out = bench.time(lambda: plain_export(database, tmp_path / "floor.jsonl"))
    target = tmp_path / "again"
    bench.add(
        "export 1,000 gold documents", bench.time(lambda: export_project(project, target)), floor_out, AIM
    )
    assert (target / "gold.jsonl").read_bytes() == gold.read_bytes()
