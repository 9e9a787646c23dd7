"""What tests of consistency share: the standard label set."""

import itertools
from typing import Any

import pytest

from annotator.core.schema import LabelSet, SchemeDefinition, instantiate


@pytest.fixture(scope="session")
def labels(definition: SchemeDefinition) -> LabelSet:
    """The standard label set as a project holds it."""
    groups: dict[str, list[Any]] = {}
    for change in instantiate(definition, itertools.count(10).__next__):
        groups.setdefault(type(change.record).__name__, []).append(change.record)
    kinds = ("Label", "Attribute", "RelationType", "ZoneKind")
    return LabelSet(groups["Scheme"][0], *(groups[kind] for kind in kinds))
