"""Gold in and gold out: 10,000 documents of 40 annotations, beside plain sqlite3 and orjson."""

import json
import sqlite3
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

import orjson
import pytest

from annotator.exchange.exporting import export_project
from annotator.exchange.importing import import_files

DOCUMENTS, SPANS = 10_000, 40
PHRASE = "نحو 2500 جندي أميركي "
AIM = "ratio under 1.5"
KEYS = (
    "id", "start", "end", "label", "quote", "word_start", "word_end", "attributes", "entity", "note",
    "reviewer", "origin", "scheme_version",
)  # fmt: skip


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
        "PRAGMA synchronous = EXTRA;"
        "CREATE TABLE document (id TEXT PRIMARY KEY, name, text, text_sha256, metadata, layer);"
        "CREATE TABLE annotation (id TEXT PRIMARY KEY, document, start, stop, label, quote, word_start,"
        " word_end, attributes, entity, note, reviewer, origin, scheme_version);"
        "CREATE INDEX place ON annotation (document, start); BEGIN"
    )
    with gold.open("rb") as file:
        for line in file:
            item = orjson.loads(line)
            connection.execute(
                "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)",
                (
                    *(item[key] for key in ("id", "name", "text", "text_sha256")),
                    *(orjson.dumps(item[key]).decode() for key in ("metadata", "layer")),
                ),
            )
            connection.executemany(
                f"INSERT INTO annotation VALUES (?{', ?' * 13})",
                [
                    (
                        span["id"],
                        item["id"],
                        *(span[key] for key in KEYS[1:7]),
                        orjson.dumps(span["attributes"]).decode(),
                        *(span[key] for key in KEYS[8:]),
                    )
                    for span in item["annotations"]
                ],
            )
    connection.execute("COMMIT")
    connection.close()


def plain_export(path: Path, target: Path) -> None:
    """What a script would do: select, dump."""
    connection = sqlite3.connect(path)
    columns = (
        "id, start, stop, label, quote, word_start, word_end, attributes, entity, note, reviewer, origin"
    )
    with target.open("wb") as file:
        for row_id, name, text, digest, metadata, layer in connection.execute("SELECT * FROM document"):
            spans = connection.execute(
                f"SELECT {columns}, scheme_version FROM annotation WHERE document = ? ORDER BY start",
                (row_id,),
            )
            item = {
                "format": "sanad-gold",
                "version": 1,
                "id": row_id,
                "name": name,
                "text": text,
                "text_sha256": digest,
                "offset_unit": "unicode_code_point",
                "metadata": orjson.loads(metadata),
                "layer": orjson.loads(layer),
                "annotations": [
                    dict(zip(KEYS, span, strict=True)) | {"attributes": orjson.loads(span[7])}
                    for span in spans.fetchall()
                ],
                "relations": [],
                "zones": [],
            }
            file.write(orjson.dumps(item) + b"\n")
    connection.close()


def memory(work: str, project: Path, other: Path) -> float:
    """Megabytes that a process of its own takes at most to import into a project, or to export it."""
    done = subprocess.run(
        [sys.executable, "-c", work + PEAK, str(project), str(other)], capture_output=True, check=True
    )
    return int(done.stdout) * 1024 / 1e6


EXPORT = """
import sys
from pathlib import Path
from annotator.exchange.exporting import export_project
from annotator.store.project import Project
with Project.open(Path(sys.argv[1]), read_only=True) as project:
    export_project(project, Path(sys.argv[2]))
"""
IMPORT = """
import sys
from pathlib import Path
from annotator.exchange.importing import import_files
from annotator.store.project import Project
with Project.open(Path(sys.argv[1])) as project:
    import_files(project, 1, [Path(sys.argv[2])])
"""
PEAK = 'print(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])'


@pytest.mark.timeout(600)
def test_gold_in_and_out(gold: Path, make_project: Any, bench: Any, tmp_path: Path) -> None:
    project = make_project("imported.sanad")
    database = tmp_path / "floor.db"
    floor_in = bench.time(lambda: plain_import(gold, database))
    what = f"{DOCUMENTS:,} gold documents, {DOCUMENTS * SPANS:,} annotations"
    took = bench.time(lambda: import_files(project, 1, [gold]))
    bench.add(f"import {what}", took, floor_in, AIM)
    index = bench.time(project.rebuild_index)
    bench.add("the same less the search index, which the floor does not make", took - index, floor_in, AIM)
    bench.add("that search index alone, made anew", index)
    floors, times = [], []
    for number in map(str, range(3)):
        floors += bench.times(lambda _, name=number: plain_export(database, tmp_path / f"floor{name}"), 1)
        times += bench.times(lambda _, name=number: export_project(project, tmp_path / f"again{name}"), 1)
    bench.add(f"export {what}", min(times), min(floors), AIM)
    assert (tmp_path / "again0" / "gold.jsonl").read_bytes() == gold.read_bytes()
    assert (tmp_path / "floor0").read_bytes() == gold.read_bytes()
    if sys.platform == "linux":
        aim = "under 250"
        bench.add(
            "megabytes an export takes", memory(EXPORT, project.path, tmp_path / "once") / 1000, aim=aim
        )
        empty = make_project("empty.sanad")
        empty.close()
        bench.add("megabytes an import takes", memory(IMPORT, empty.path, gold) / 1000, aim=aim)
