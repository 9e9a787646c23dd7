"""What tests of suggestions share: the standard label set, annotations made by hand, the tables."""

import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.core.records import Annotation, Entity
from annotator.core.schema import LabelSet, SchemeDefinition, instantiate
from annotator.exchange import lexica
from annotator.suggest.entities import Names
from annotator.suggest.mentions import NameWords
from annotator.suggest.titles import Titles

GOLD = Path(__file__).parents[2] / "seeds" / "gold"


@pytest.fixture(scope="session")
def labels(definition: SchemeDefinition) -> LabelSet:
    """The standard label set as a project holds it."""
    groups: dict[str, list[Any]] = {}
    for change in instantiate(definition, itertools.count(10).__next__):
        groups.setdefault(type(change.record).__name__, []).append(change.record)
    kinds = ("Label", "Attribute", "RelationType", "ZoneKind")
    return LabelSet(groups["Scheme"][0], *(groups[kind] for kind in kinds))


@pytest.fixture
def spot(labels: LabelSet) -> Callable[..., Annotation]:
    """Makes annotations of a quote in a text, where it stands first or at ``start``; ids count from 100."""
    ids = itertools.count(100)

    def make(
        text: str, quote: str, label: str = "actor", start: int | None = None, **more: Any
    ) -> Annotation:
        start, row_id = text.index(quote) if start is None else start, next(ids)
        given = {"layer_id": 2, "reviewer_id": 7, "label_id": labels.label_by_name[label].id} | more
        return Annotation(
            id=row_id, uuid=f"u{row_id}", start=start, end=start + len(quote), quote=quote, **given
        )

    return make


@pytest.fixture(scope="session")
def names() -> Names:
    """The tables of names as they are shipped."""
    return lexica.names()


@pytest.fixture(scope="session")
def titles(names: Names) -> Titles:
    """The tables of titles and states as they are shipped."""
    return names.titles


@pytest.fixture(scope="session")
def name_words() -> NameWords:
    """The tables that tell names from other words as they are shipped."""
    return lexica.name_words()


@pytest.fixture(scope="session")
def gold(labels: LabelSet) -> tuple[str, list[Annotation], dict[int, Entity]]:
    """The sample article: its text, its mentions without what they say, and the entities."""
    entities: dict[str, Entity] = {}
    for number, line in enumerate((GOLD / "entities.jsonl").read_text("utf-8").splitlines()):
        row = json.loads(line)
        label_id = labels.label_by_name[row["kind"]].id
        entities[row["id"]] = Entity(id=1000 + number, uuid=row["id"], label_id=label_id, name=row["name"])
    article = json.loads((GOLD / "000.jsonl").read_text("utf-8").splitlines()[0])
    mentions = [
        Annotation(
            id=number,
            uuid=item["id"],
            layer_id=1,
            label_id=labels.label_by_name[item["label"]].id,
            start=item["start"],
            end=item["end"],
            quote=item["quote"],
            attributes=item["attributes"],
            entity_id=entities[item["entity"]].id,
            reviewer_id=1,
        )
        for number, item in enumerate(article["annotations"])
        if item["entity"]
    ]
    return article["text"], mentions, {item.id: item for item in entities.values()}
