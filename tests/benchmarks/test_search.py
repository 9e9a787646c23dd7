"""Searching 10,000 articles, 30 MB: the first page of hits, all hits, and what the index costs.

The floor of a search is ``LIKE`` over the same texts in plain sqlite3, which folds nothing; of
an import, the same import without the index. The articles are made up of the words and phrases of the
seeds by Zipf's law, with 150,000 rare words besides.
"""

import random
import sqlite3
from collections import Counter
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

import pytest

from annotator.exchange.importing import gather, import_files
from annotator.resources import SEEDS
from annotator.store import search_index
from annotator.store.reading import reading
from annotator.store.search import Query, search
from annotator.text.folding import fold

ARTICLES, LENGTH, RARE = 10_000, 1620, 150_000
PAGE = 50
AIM = "50 ms"
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_BEFORE = ("", "", "", "ال", "وال", "بال", "و", "ي", "ت", "م", "لل", "است")
_AFTER = ("", "", "", "ة", "ات", "ين", "ون", "ها", "هم", "ية", "ي", "ً")


def articles(chance: random.Random) -> list[str]:
    """Texts of words and phrases of the seeds, frequent ones first, and of words that stand nowhere else."""
    texts = [path.read_text(encoding="utf-8").split() for path in sorted(SEEDS.glob("*.txt"))]
    seen = Counter(word for words in texts for word in words)
    words = [word for word, _count in seen.most_common()]
    phrases = [" ".join(chance.choice(texts)[(i := chance.randrange(300)) : i + 3]) for _ in range(3000)]
    rare = [
        "".join((chance.choice(_BEFORE), *chance.choices(_LETTERS, k=3), chance.choice(_AFTER)))
        for _ in range(RARE)
    ]
    mixed = [*words[100:], *phrases, *rare[:5000]]
    chance.shuffle(mixed)
    ranked = [*words[:100], *mixed, *rare[5000:]]
    weights = list(accumulate(1 / (rank + 2) for rank in range(len(ranked))))
    return [article(chance, number, ranked, weights) for number in range(ARTICLES)]


def article(chance: random.Random, number: int, ranked: list[str], weights: list[float]) -> str:
    said = chance.choices(ranked, cum_weights=weights, k=LENGTH // 5)
    lines = [" ".join(said[start : start + 40]) for start in range(0, len(said), 40)]
    return f"{number}\n" + ".\n".join(lines)[:LENGTH]


def needles(chance: random.Random, texts: list[str]) -> dict[str, list[str]]:
    """What people look for, by kind."""
    counts = Counter(word for text in texts for word in set(fold(text).split()))
    long = {word: count for word, count in counts.items() if len(word) > 2 and word.isalpha()}
    frequent = sorted(long, key=lambda word: -long[word])

    def phrase() -> str:
        words = chance.choice(texts).split()
        start = chance.randrange(len(words) - 3)
        return " ".join(words[start : start + chance.choice((2, 3))])

    return {
        "a frequent word": chance.choices(frequent[:200], k=40),
        "a rare word": chance.choices([word for word in long if long[word] < 4], k=40),
        "a word that is nowhere": [word[::-1] + word for word in chance.choices(frequent, k=40)],
        "a phrase": [phrase() for _ in range(40)],
        "two common words": [" ".join(chance.sample(frequent[:100], 2)) for _ in range(40)],
        "one or two letters": [
            *chance.choices(_LETTERS, k=10),
            *("".join(chance.choices(_LETTERS, k=2)) for _ in range(30)),
        ],
    }


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return articles(random.Random(7))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> Path:
    path = tmp_path_factory.mktemp("articles")
    for number, text in enumerate(texts):
        (path / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return path


def plain(path: Path, texts: list[str]) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("CREATE TABLE article (position INTEGER PRIMARY KEY, content TEXT)")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO article VALUES (?, ?)", enumerate(texts))
    connection.execute("COMMIT")
    return connection


@pytest.mark.timeout(900)
def test_searching(
    make_project: Any, folder: Path, texts: list[str], bench: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    files = gather([folder])
    with monkeypatch.context() as patch:
        patch.setattr(search_index, "add", lambda *_: None)
        bare = make_project("bare.sanad")
        without = bench.time(lambda: import_files(bare, 1, files))
    project = make_project("indexed.sanad")
    size = sum(len(text.encode()) for text in texts)
    bench.add(
        f"import {ARTICLES} articles, {size / 1e6:.0f} MB, with the search index",
        bench.time(lambda: import_files(project, 1, files)),
        without,
        "ratio under 2",
    )
    bench.add(f"make the search index of {size / 1e6:.0f} MB anew", bench.time(project.rebuild_index))
    sizes = project.path.stat().st_size / 1e6, bare.path.stat().st_size / 1e6
    bench.add(f"the project file: {sizes[0]:.1f} MB, without the index {sizes[1]:.1f} MB", 0)
    floor = plain(tmp_path / "plain.db", texts)
    with reading(project.path) as database:
        measure(bench, database, floor, needles(random.Random(11), texts))
    floor.close()


def measure(bench: Any, database: Any, floor: sqlite3.Connection, kinds: dict[str, list[str]]) -> None:
    everything: list[float] = []
    sql = "SELECT position FROM article WHERE content LIKE ? LIMIT ?"

    def first_page(query: Query) -> None:
        list(islice(search(database, query), PAGE))

    first_page(Query(needle="نص"))
    for whole_word in (False, True):
        for kind, words in kinds.items():
            queries = [Query(needle=word, whole_word=whole_word) for word in words]
            ours = bench.times(lambda i, queries=queries: first_page(queries[i]), 40)
            plain = bench.times(
                lambda i, words=words: floor.execute(sql, (f"%{words[i]}%", PAGE)).fetchall(), 40
            )
            what = f"search: first page, {kind}{', whole words' if whole_word else ''}"
            for name, share in (("p50", 0.5), ("p95", 0.95)):
                bench.add(f"{what}, {name}", at(ours, share), at(plain, share), AIM)
            everything += ours
    bench.add(f"search: first page, all {len(everything)}, p95", at(everything, 0.95), None, AIM)
    for word in (kinds["a frequent word"][0], kinds["two common words"][0]):
        query = Query(needle=word, whole_word=True)
        found = sum(1 for _ in search(database, query))
        taken = bench.time(lambda query=query: list(search(database, query)))
        plain_time = bench.time(lambda word=word: floor.execute(sql, (f"%{word}%", -1)).fetchall())
        bench.add(f"search: all {found} whole words in the project, as for marking all", taken, plain_time)


def at(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]
