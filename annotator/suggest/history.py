"""What reviewers have said of the same words before."""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import TypeVar

from annotator.core.conventions import KIND, ROLE
from annotator.core.records import Annotation, Value
from annotator.suggest.spelling import Spelling

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Hashable)


class History:
    """Counts over the annotations of a project, by folded words; kept up to date by :meth:`follow`."""

    def __init__(self, spelling: Spelling) -> None:
        self._spelling = spelling
        self._keys: dict[str, str] = {}
        self._labels: dict[str, Counter[int]] = {}
        self._entities: dict[tuple[str, int], Counter[int]] = {}
        self._values: dict[tuple[int, str], Counter[Value]] = {}
        self._said: dict[tuple[str, int, str], Counter[Value]] = {}
        self._roles: dict[tuple[str, int], Counter[int]] = {}

    def add(
        self,
        quote: str,
        label_id: int,
        entity_id: int | None = None,
        attributes: Mapping[str, Value] | None = None,
        count: int = 1,
    ) -> None:
        """Count annotations that are alike; a negative ``count`` takes them back."""
        key = self.key(quote)
        _count(self._labels, key, label_id, count)
        given = {name: value for name, value in (attributes or {}).items() if name in (KIND, ROLE)}
        for name, value in given.items():
            _count(self._said, (key, label_id, name), value, count)
        if entity_id is None:
            return
        _count(self._entities, (key, label_id), entity_id, count)
        for name, value in given.items():
            _count(self._values, (entity_id, name), value, count)
        if ROLE in given:
            _count(self._roles, (self.key(str(given[ROLE])), label_id), entity_id, count)

    def follow(self, before: Annotation | None, after: Annotation | None) -> None:
        """Take in a change of one annotation."""
        for annotation, count in ((before, -1), (after, 1)):
            if annotation is not None:
                self.add(
                    annotation.quote, annotation.label_id, annotation.entity_id, annotation.attributes, count
                )

    def key(self, quote: str) -> str:
        """What the quotes that count as the same words have in common."""
        found = self._keys.get(quote)
        if found is None:
            found = self._keys[quote] = self._spelling.key(quote)
        return found

    def labels(self, quote: str) -> Counter[int]:
        """How often the words carry each label, by its row id."""
        return Counter(self._labels.get(self.key(quote), ()))

    def entities(self, quote: str, label_id: int) -> Counter[int]:
        """How often the words under a label mention each entity, by its row id."""
        return Counter(self._entities.get((self.key(quote), label_id), ()))

    def roles(self, quote: str, label_id: int) -> Counter[int]:
        """How often the words are the role of a mention of each entity, by its row id."""
        return Counter(self._roles.get((self.key(quote), label_id), ()))

    def said(self, quote: str, label_id: int, attribute: str) -> Counter[Value]:
        """How often the words under a label have each kind or role."""
        return Counter(self._said.get((self.key(quote), label_id, attribute), ()))

    def values(self, entity_id: int, attribute: str) -> Counter[Value]:
        """How often the mentions of an entity have each kind or role."""
        return Counter(self._values.get((entity_id, attribute), ()))

    def usual(self, quote: str, label_id: int) -> tuple[int | None, dict[str, Value]]:
        """The entity most mentions of the words under a label are linked to, if any, and their usual kind."""
        entities = self.entities(quote, label_id)
        likely, often = entities.most_common(1)[0] if entities else (None, 0)
        kinds = self.said(quote, label_id, KIND).most_common(1)
        kind: dict[str, Value] = {KIND: kinds[0][0]} if kinds else {}
        return (likely if 2 * often > entities.total() else None), kind


def _count(counters: dict[K, Counter[V]], key: K, value: V, count: int) -> None:
    counter = counters.setdefault(key, Counter())
    counter[value] += count
    if counter[value] <= 0:
        del counter[value]
    if not counter:
        del counters[key]
