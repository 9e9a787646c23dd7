"""Which entity an annotation may mention: by name, by title, by what reviewers linked before.

Each rule has its confidence, from 0 to 1; :data:`PRESELECTED` and more is proposed before the others, if no
other entity is as likely. Nothing is ever linked or merged by itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

import regex

from annotator.core.conventions import KIND, LOCATION, ROLE
from annotator.core.errors import Phrase
from annotator.core.records import Annotation, Entity, Value
from annotator.core.schema import LabelSet
from annotator.core.suggestions import Proposal
from annotator.suggest.history import History
from annotator.suggest.spelling import Spelling, with_article
from annotator.suggest.titles import Titles
from annotator.text.folding import fold

PRESELECTED: Final = 0.6
"""The confidence from which an entity is proposed before the others."""
_AMBIGUOUS: Final = 0.45
_MOSTLY: Final = 0.75
_BESIDE_HISTORY: Final = 0.55
_SHARED_WORDS: Final = 3
_MOST: Final = 20
"""Entities for which one rule may speak; of more nobody could choose one."""

_MODIFIERS: Final = frozenset(map(fold, ("كبار", "بعض", "جميع", "كافة", "كل", "معظم", "سائر")))
_UNNAMED: Final = frozenset(("unnamed official", "count of sources"))
_CLOSING: Final = {'"': '"', "'": "'", "«": "»", "“": "”", "(": ")", "[": "]"}
_CASE_ENDING = regex.compile("(?<=\\w{4})(?:ون|ين|و)$")


class Names(NamedTuple):
    """The word lists that tell what is in a name."""

    spelling: Spelling
    titles: Titles


class Likely(NamedTuple):
    """An entity that may be mentioned."""

    entity: Entity
    confidence: float
    reason: Phrase


class _Found(NamedTuple):
    entity_id: int
    confidence: float
    reason: Phrase


class _Name(NamedTuple):
    """One name of an entity: as it is written, its words folded, and these without article and ending."""

    written: str
    words: tuple[str, ...]
    stems: tuple[str, ...]


_Table = dict[tuple[int, str], dict[int, _Name]]


class EntityIndex:
    """All entities of a project, to be looked up by words; kept up to date by :meth:`follow`."""

    def __init__(self, entities: Iterable[Entity], names: Names) -> None:
        self.names: Final = names
        self._entities: dict[int, Entity] = {}
        self._by_key: _Table = {}
        self._by_bare: _Table = {}
        self._by_last: _Table = {}
        self._by_pair: _Table = {}
        """By the first word of a name and any other, to find those that say more or less."""
        self._by_state: _Table = {}
        for entity in entities:
            self.follow(None, entity)

    def follow(self, before: Entity | None, after: Entity | None) -> None:
        """Take in that an entity was added, changed or removed."""
        if before is not None and self._entities.pop(before.id, None) is not None:
            for table, key, _name in self._places(before):
                table[key].pop(before.id, None)
                if not table[key]:
                    del table[key]
        if after is not None:
            self._entities[after.id] = after
            for table, key, name in self._places(after):
                table.setdefault(key, {}).setdefault(after.id, name)

    def propose(
        self, quote: str, label_id: int, history: History | None = None, *, places: bool = False
    ) -> list[Likely]:
        """The entities of a label that words may mention, the likeliest first.

        ``places``: the label is that of places, where a capital does not stand for its state.
        """
        best: dict[int, _Found] = {}
        known = list(self._by_history(quote, label_id, history)) if history is not None else []
        limit = _BESIDE_HISTORY if known else 1.0
        others = (
            found._replace(confidence=min(limit, found.confidence))
            for found in self._by_rules(quote, label_id, history, places=places)
        )
        for found in (*known, *others):
            if found.entity_id in self._entities and found.confidence > (
                best[found.entity_id].confidence if found.entity_id in best else 0
            ):
                best[found.entity_id] = found
        likely = [Likely(self._entities[item.entity_id], *item[1:]) for item in best.values()]
        return sorted(likely, key=lambda item: (-item.confidence, item.entity.name, item.entity.id))

    def _places(self, entity: Entity) -> Iterator[tuple[_Table, tuple[int, str], _Name]]:
        """Where an entity is filed, each with the one of its names."""
        label_id, titles = entity.label_id, self.names.titles
        for written in (entity.name, *entity.aliases):
            name = self._name(written)
            if not name.words:
                continue
            yield self._by_key, (label_id, " ".join(name.words)), name
            yield self._by_bare, (label_id, " ".join(name.stems)), name
            for pair in _pairs(name):
                yield self._by_pair, (label_id, pair), name
            if len(name.words) > 1 and not titles.kinds(written):
                yield self._by_last, (label_id, name.words[-1]), name
            state = titles.state_of(written)
            if state is not None:
                yield self._by_state, (label_id, state.country), name

    def _name(self, written: str) -> _Name:
        words = tuple(self._words(written))
        return _Name(written, words, tuple(map(_stem, words)))

    def _words(self, words: str) -> list[str]:
        return self.names.spelling.key(words).split()

    def _by_history(self, quote: str, label_id: int, history: History) -> Iterator[_Found]:
        counts = history.entities(quote, label_id)
        total = sum(counts.values())
        for entity_id, count in counts.items():
            if len(counts) == 1:
                said = Phrase("the same words were linked to it before ({count})", count=count)
                yield _Found(entity_id, 0.97, said)
                continue
            share = count / total
            confidence = 0.85 if share >= _MOSTLY else 0.65 if share > 0.5 else _AMBIGUOUS + share / 10
            said = Phrase(
                "the same words were linked to it before ({count} of {total})", count=count, total=total
            )
            yield _Found(entity_id, confidence, said)

    def _by_rules(
        self, quote: str, label_id: int, history: History | None, *, places: bool
    ) -> Iterator[_Found]:
        name = self._name(quote)
        if not name.words:
            return
        yield from self._by_name(name, label_id)
        yield from self._by_person(quote, label_id)
        if history is not None:
            yield from self._by_role(quote, label_id, history)
        titles = self.names.titles
        yield from self._by_part(name, label_id, is_unnamed=not _UNNAMED.isdisjoint(titles.kinds(quote)))
        state = titles.land_of(quote) if places else titles.state_of(quote)
        if state is not None:
            said = Phrase("“{quote}” often stands for it", quote=quote)
            yield from _alike(self._by_state.get((label_id, state.country), ()), 0.7, said)

    def _by_name(self, given: _Name, label_id: int) -> Iterator[_Found]:
        words = given.words
        key = " ".join(words)
        yield from self._called(key, label_id, 0.95, 0.92)
        for other in self.names.spelling.other_names(key):
            for entity_id in self._by_key.get((label_id, other), {}):
                said = Phrase("“{quote}” is another name of it", quote=given.written)
                yield _Found(entity_id, 0.85, said)
        if key.startswith("ل"):
            yield from self._called(f"ا{key}", label_id, 0.8, 0.8)
        rest = " ".join(words[1:])
        if words[0] in _MODIFIERS and rest:
            yield from self._called(rest, label_id, 0.75, 0.75)
        said = Phrase("is the same but for the article or an ending")
        yield from _alike(self._by_bare.get((label_id, " ".join(given.stems)), ()), 0.7, said)

    def _called(self, key: str, label_id: int, as_name: float, as_alias: float) -> Iterator[_Found]:
        found = self._by_key.get((label_id, key), {})
        for entity_id, name in found.items():
            is_name = name.written == self._entities[entity_id].name
            said = Phrase("is its name") if is_name else Phrase("is another name it has")
            confidence = as_name if is_name else as_alias
            yield _Found(entity_id, confidence if len(found) == 1 else _AMBIGUOUS, said)

    def _by_person(self, quote: str, label_id: int) -> Iterator[_Found]:
        titles = self.names.titles
        role, name = titles.split(quote)
        words = self._words(name)
        if role:
            for found in self._called(" ".join(words), label_id, 0.9, 0.88):
                yield found._replace(reason=Phrase("is its name after the title “{role}”", role=role))
        is_titled = bool(role) or "person" in titles.kinds(quote)
        if not words or (len(words) > 1 and not is_titled):
            return
        # رئيس الوزراء السوداني is the head of Sudan's government as well as somebody of that name.
        alone = len(words) == 1 or (not role and titles.without_state(name) == name)
        said = Phrase("is the last part of its name")
        yield from _alike(self._by_last.get((label_id, words[-1]), ()), 0.7 if alone else _AMBIGUOUS, said)

    def _by_role(self, quote: str, label_id: int, history: History) -> Iterator[_Found]:
        for words in dict.fromkeys((quote, self.names.titles.without_state(quote))):
            counts = history.roles(words, label_id)
            if counts:
                said = Phrase("“{role}” is its role elsewhere", role=words)
                yield from _alike(counts, 0.65, said)
                return

    def _by_part(self, given: _Name, label_id: int, *, is_unnamed: bool) -> Iterator[_Found]:
        """Names that say more or less than the words and begin alike.

        Unnamed officials are not others of whom more is said.
        """
        alike = {
            entity_id: name
            for pair in _pairs(given)
            for entity_id, name in self._by_pair.get((label_id, pair), {}).items()
            if not _is_of_another(name, given)
        }
        longer = [entity_id for entity_id, name in alike.items() if _within(given.stems, name.stems)]
        shorter = [entity_id for entity_id, name in alike.items() if _within(name.stems, given.stems)]
        if is_unnamed:
            longer = []
        yield from _alike(longer, 0.65, Phrase("is a part of its name"))
        yield from _alike(shorter, 0.6, Phrase("is its name with more words"))
        for entity_id, name in alike.items():
            if _shared(given.words, name.words) >= _SHARED_WORDS:
                yield _Found(entity_id, _AMBIGUOUS, Phrase("begins with the same words"))


def preferred(likely: Sequence[Likely]) -> Likely | None:
    """The entity to propose before the others, if one is likely enough and no other is as likely."""
    if not likely or likely[0].confidence < PRESELECTED:
        return None
    if len(likely) > 1 and likely[1].confidence == likely[0].confidence:
        return None
    return likely[0]


def name_for_new(quote: str, names: Names) -> str:
    """What an entity is called that words are the first to mention: they, without a person's title.

    Words that name somebody in their article only, such as ``رئيس الوزراء``, give no name.
    """
    quote = _tidy(quote)
    return "" if names.titles.is_general(quote) else names.titles.split(quote).name


def kind_and_role(
    quote: str,
    label_id: int,
    entity: Entity | None,
    history: History,
    names: Names,
    label_set: LabelSet,
) -> dict[str, Value]:
    """The kind and the role that words tell, as far as their label knows them.

    The kind is what the same words were said to be before, else what their first words tell, else what other
    mentions of the entity are; the role is the title, as it is written.
    """
    role = names.titles.split(quote).role
    values: dict[str, Value] = {ROLE: role} if role else {}
    said = history.said(quote, label_id, KIND).most_common(1)
    others = history.values(entity.id, KIND).most_common(1) if entity is not None else []
    told = (
        [value for value, _count in said] + [*names.titles.kinds(quote)] + [value for value, _count in others]
    )
    for value in told:
        fitting = label_set.fitting(label_id, {KIND: value})
        if fitting:
            return label_set.fitting(label_id, {**fitting, **values})
    return label_set.fitting(label_id, values)


def entity_proposal(
    annotation: Annotation, text: str, index: EntityIndex, history: History, label_set: LabelSet
) -> Proposal:
    """The entity, or the name of a new one, and the kind and role that an annotation may get."""
    label = label_set.label_by_id[annotation.label_id]
    if not label.has_entities:
        return Proposal(annotation_id=annotation.id)
    words = with_article(text, annotation.span, _tidy(annotation.quote))
    likely = index.propose(words, label.id, history, places=label.name == LOCATION)
    first = preferred(likely)
    entity = first.entity if first is not None else None
    name = "" if likely else name_for_new(words, index.names)
    attributes = kind_and_role(words, label.id, entity, history, index.names, label_set)
    reasons: tuple[Phrase, ...] = ()
    if first is not None:
        reasons = (Phrase("{name}: {reason}", name=first.entity.name, reason=first.reason),)
    return Proposal(
        annotation_id=annotation.id,
        attributes=attributes,
        entity_id=None if entity is None else entity.id,
        entity_name=name,
        reasons=reasons,
    )


def _alike(entity_ids: Iterable[int], confidence: float, reason: Phrase) -> Iterator[_Found]:
    """Entities for which one rule speaks: several are each less likely."""
    found = tuple(islice(entity_ids, _MOST))
    for entity_id in found:
        yield _Found(entity_id, confidence if len(found) == 1 else _AMBIGUOUS, reason)


def _tidy(quote: str) -> str:
    """The words without quotes and brackets around all of them, or that lack their other half."""
    words = " ".join(quote.split())
    while words:
        first, last = words[0], words[-1]
        opens, closes = _CLOSING.get(first), last in _CLOSING.values()
        if opens == last and len(words) > 1 and opens not in words[1:-1] and first not in words[1:-1]:
            words = words[1:-1].strip()
        elif opens and opens not in words[1:]:
            words = words[1:].strip()
        elif closes and not any(_CLOSING.get(char) == last for char in words[:-1]):
            words = words[:-1].strip()
        else:
            return words
    return words


def _pairs(name: _Name) -> set[str]:
    """The first word with each other one."""
    return {f"{name.stems[0]} {other}" for other in name.stems[1:]}


def _is_of_another(one: _Name, other: _Name) -> bool:
    """Whether the longer name is of something else: ``قوات الأمن العراقية``, ``القوات العراقية``."""
    short, long = sorted((one.words, other.words), key=len)
    return short[0].startswith("ال") and not long[0].startswith("ال")


def _stem(word: str) -> str:
    """A word without its article and the ending of its case in the plural."""
    word = word.removeprefix("ال") if len(word) > 4 else word
    return _CASE_ENDING.sub("ي", word)


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether words stand in the same order among others, which are more."""
    rest = iter(whole)
    return len(part) < len(whole) and all(word in rest for word in part)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
