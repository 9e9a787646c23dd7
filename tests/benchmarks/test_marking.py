"""Mark all like this over many articles, and the entities proposed for a mention."""

import itertools
import time
from pathlib import Path
from typing import Any

import pytest

from annotator.core.records import Entity
from annotator.exchange import lexica
from annotator.exchange.marking import Request, find_mentions
from annotator.store import queries
from annotator.suggest.entities import EntityIndex
from annotator.suggest.mentions import Sought
from annotator.text.folding import fold
from tests.benchmarks.test_store import tagged

SEEDS = Path(__file__).parents[2] / "seeds"
DOCUMENTS = 1000
TAGGED = 20
"""Annotations in each document."""


@pytest.fixture(scope="module")
def texts() -> list[str]:
    seeds = [path.read_text("utf-8")[:3000] for path in sorted(SEEDS.glob("*.txt"))]
    return [f"{number}\n{seeds[number % len(seeds)]}" for number in range(DOCUMENTS)]


@pytest.mark.parametrize("words", ["العراق", "القوات الأميركية", "مقتدى الصدر"])
def test_all_mentions_in_a_thousand_articles(bench: Any, desk: Any, texts: list[str], words: str) -> None:
    project = desk.project
    with project.bulk("import", "many", desk.reviewer_id):
        for text in texts:
            project.apply(tagged(desk, text, TAGGED), [text])
    label = project.label_set.label_by_name["actor"]
    request = Request(what=Sought(words=words, label_id=label.id), reviewer_id=desk.reviewer_id)
    start = time.perf_counter()
    first = next(find_mentions(project.path, request), None)
    until_first = time.perf_counter() - start
    found = list(find_mentions(project.path, request))
    seconds = bench.time(lambda: list(find_mentions(project.path, request)))

    def floor() -> int:
        needle = fold(words)
        return sum(needle in fold(queries.text(project.database, item.text_sha256)) for item in documents)

    documents = queries.documents(project.database)
    name = f"mark all, {DOCUMENTS} articles, {len(found)} mentions"
    bench.add(name, seconds, bench.time(floor))
    bench.add(f"{name}, the first" if first else f"{name}, until it is known", until_first)


def test_the_entities_of_a_mention_among_thousands(bench: Any) -> None:
    count = 5000
    families = ["السوداني", "الصدر", "بارزاني", "الحلبوسي", "العامري"]
    given = ["محمد", "علي", "حسين", "مقتدى", "نجم", "فؤاد"]
    names = (" ".join(parts) for parts in itertools.product(given, given, given, given, families))
    entities = [
        Entity(id=number, uuid=str(number), label_id=1, name=name)
        for number, name in zip(range(1, count + 1), names, strict=False)
    ]
    index = EntityIndex(entities, lexica.names())
    bench.add(f"index of {count} entities", bench.time(lambda: EntityIndex(entities, lexica.names())))
    quotes = [f"رئيس الوزراء {entity.name}" for entity in entities[::50]]
    times = bench.times(lambda number: index.propose(quotes[number], 1), len(quotes))
    bench.add_many(f"the entity of a mention among {count}", times)
    change = entities[7]
    bench.add("an entity renamed", bench.time(lambda: index.follow(change, change), 100))
