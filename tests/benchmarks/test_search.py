"""Searching 10,000 articles, 30 MB: the first page of hits, all hits, and what the index costs.

The floor of a search is ``LIKE`` over the same texts in plain sqlite3, which folds nothing; of
an import, the same import without the index. The articles are made up of the words and phrases of the
seeds by Zipf's law, with 150,000 rare words besides.

The mix is what people look for: names, short words that are words (``في``), frequent, rare and absent words,
phrases that occur and phrases that do not (the words of one turned round), as many of each, anywhere and
as whole words. Apart from it stand two hard kinds: two of the hundred most frequent words at
random, which hardly ever stand side by side, and random letters, alone or two, which are hardly ever words.
"""

import random
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

import pytest

from annotator.exchange.importing import gather, import_files
from annotator.resources import SEEDS
from annotator.store import search_index
from annotator.store.reading import reading
from annotator.store.search import Hit, Query, search
from annotator.text.folding import fold

ARTICLES, LENGTH, RARE = 10_000, 1620, 150_000
PAGE = 50
AIM = "50 ms"
ROUNDS, FLOORS = 30, 5
HARD = ("two common words (hard)", "one or two random letters (hard)")
_NAMES = (
    "العراق",
    "بغداد",
    "الولايات المتحدة",
    "إيران",
    "أمريكا",
    "الخارجية",
    "واشنطن",
    "سليماني",
    "ترامب",
    "سوريا",
)
_SHORT = ("في", "من", "لا", "أن", "ما", "عن", "هو", "مع", "لم", "قد", "أو", "هي", "ثم", "كل", "بن")
LIKE = "SELECT position FROM article WHERE content LIKE ? LIMIT ?"
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
    """What people look for, by kind; the kinds in ``HARD`` are not what they do."""
    counts = Counter(word for text in texts for word in set(fold(text).split()))
    long = {word: count for word, count in counts.items() if len(word) > 2 and word.isalpha()}
    frequent = sorted(long, key=lambda word: -long[word])

    def phrase() -> str:
        words = chance.choice(texts).split()
        start = chance.randrange(len(words) - 3)
        return " ".join(words[start : start + chance.choice((2, 3))])

    return {
        "a name": chance.choices(_NAMES, k=ROUNDS),
        "a short word": chance.choices(_SHORT, k=ROUNDS),
        "a frequent word": chance.choices(frequent[:200], k=ROUNDS),
        "a rare word": chance.choices([word for word in long if long[word] < 4], k=ROUNDS),
        "a word that is nowhere": [word[::-1] + word for word in chance.choices(frequent, k=ROUNDS)],
        "a phrase": [phrase() for _ in range(ROUNDS)],
        "a phrase that is nowhere": [" ".join(reversed(phrase().split())) for _ in range(ROUNDS)],
        HARD[0]: [" ".join(chance.sample(frequent[:100], 2)) for _ in range(ROUNDS)],
        HARD[1]: [
            *chance.choices(_LETTERS, k=ROUNDS // 4),
            *("".join(chance.choices(_LETTERS, k=2)) for _ in range(ROUNDS - ROUNDS // 4)),
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
    size = sum(len(text.encode()) for text in texts)
    with monkeypatch.context() as patch:
        patch.setattr(search_index, "add", lambda *_: None)
        bare = make_project("bare.sanad")
        without = timed(lambda: import_files(bare, 1, files))
    project = make_project("indexed.sanad")
    indexed = timed(lambda: import_files(project, 1, files))
    what = f"import {ARTICLES} articles, {size / 1e6:.0f} MB, with the search index"
    for clock, ours, floor in zip(("wall", "CPU"), indexed, without, strict=True):
        bench.add(f"{what}, {clock}", ours, floor, "ratio under 2")
    bench.add(f"make the search index of {size / 1e6:.0f} MB anew", bench.time(project.rebuild_index))
    sizes = project.path.stat().st_size / 1e6, bare.path.stat().st_size / 1e6
    bench.add(f"the project file: {sizes[0]:.1f} MB, without the index {sizes[1]:.1f} MB", 0)
    floor_file = plain(tmp_path / "plain.db", texts)
    kinds = needles(random.Random(11), texts)
    with reading(project.path) as database:
        measure(bench, database, floor_file, kinds)
        measure_all(bench, database, floor_file, kinds)
    floor_file.close()


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """How long something takes, and how long the processor works for it."""
    start = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start[0], time.process_time() - start[1]


def measure(bench: Any, database: Any, floor: sqlite3.Connection, kinds: dict[str, list[str]]) -> None:
    """The first page, kind by kind."""
    mix: list[float] = []
    everything: list[float] = []

    def first_page(query: Query) -> None:
        list(islice(search(database, query), PAGE))

    first_page(Query(needle="نص"))
    for whole_word in (False, True):
        for kind, words in kinds.items():
            queries = [Query(needle=word, whole_word=whole_word) for word in words]
            ours = bench.times(lambda i, queries=queries: first_page(queries[i]), ROUNDS)
            plain = bench.times(
                lambda i, words=words: floor.execute(LIKE, (f"%{words[i]}%", PAGE)).fetchall(), FLOORS
            )
            what = f"search: first page, {kind}{', whole words' if whole_word else ''}"
            for name, share in (("p50", 0.5), ("p95", 0.95)):
                bench.add(f"{what}, {name}", at(ours, share), at(plain, share), AIM)
            everything += ours
            mix += [] if kind in HARD else ours
    for name, share in (("p50", 0.5), ("p95", 0.95)):
        bench.add(f"search: first page, the mix of {len(mix)}, {name}", at(mix, share), None, AIM)
    bench.add(f"search: first page, with the hard ones, {len(everything)}, p95", at(everything, 0.95))


def measure_all(bench: Any, database: Any, floor: sqlite3.Connection, kinds: dict[str, list[str]]) -> None:
    """All hits, as for marking all."""
    for word in (kinds["a frequent word"][0], kinds["a phrase"][0]):
        query = Query(needle=word, whole_word=True)
        found: list[Hit] = []
        taken = bench.time(lambda query=query, found=found: found.extend(search(database, query)))
        plain_time = bench.time(lambda word=word: floor.execute(LIKE, (f"%{word}%", -1)).fetchall())
        bench.add(
            f"search: all {len(found)} whole words in the project, as for marking all", taken, plain_time
        )


def at(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]
