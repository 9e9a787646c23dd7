"""What tests of the core share: a context that counts, the standard label set, annotations made by hand."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest

from annotator.core.change import EditContext
from annotator.core.records import Annotation, Relation
from annotator.core.schema import LabelSet, SchemeDefinition, instantiate


@pytest.fixture
def context() -> EditContext:
    """Hands out ids from 1000 and speaking UUIDs."""
    ids, uuids = itertools.count(1000), itertools.count(1)
    return EditContext(7, "now", ids.__next__, lambda: f"uuid-{next(uuids)}")


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
    """Makes annotations of a quote in a text; ids count from 100 and UUIDs are like them."""
    ids = itertools.count(100)

    def make(text: str, quote: str, label: str = "actor", **more: Any) -> Annotation:
        start, row_id = text.index(quote), next(ids)
        given = {"layer_id": 2, "reviewer_id": 7, "label_id": labels.label_by_name[label].id} | more
        return Annotation(
            id=row_id, uuid=f"u{row_id}", start=start, end=start + len(quote), quote=quote, **given
        )

    return make


@pytest.fixture
def join(labels: LabelSet) -> Callable[..., Relation]:
    """Links two annotations; ids count from 500."""
    ids = itertools.count(500)

    def make(source: Annotation, target: Annotation, kind: str = "attributed_to") -> Relation:
        row_id = next(ids)
        type_id = labels.relation_type_by_name[kind].id
        return Relation(
            id=row_id,
            uuid=f"r{row_id}",
            layer_id=2,
            type_id=type_id,
            source_id=source.id,
            target_id=target.id,
        )

    return make
