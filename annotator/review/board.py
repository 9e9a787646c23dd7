"""Figures across articles by what they count, and claims by who made them; of one reviewer."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from annotator.core.conventions import (
    ATTRIBUTED_TO,
    ATTRIBUTION,
    BY_NOBODY_NAMED,
    BY_OUTLET,
    NUMBERS,
    OPERATOR,
)
from annotator.core.records import Annotation, Relation
from annotator.core.schema import LabelSet
from annotator.core.spans import reading_order
from annotator.review.bounds import Bounds, bounds
from annotator.review.counted import CountedNouns
from annotator.text.folding import fold

SpeakerKind = Literal["entity", "words", "outlet", "unnamed", "nobody"]
"""Who said it: an entity, an actor without one, the outlet, somebody not named, or it is not told."""


class Article(Struct, frozen=True, gc=False):
    """Where something stands."""

    document_id: int
    uuid: str
    name: str
    title: str
    """Its title, or how it begins."""
    source: str
    published: str
    position: int


class Speaker(Struct, frozen=True, gc=False):
    """Who made a claim."""

    kind: SpeakerKind
    key: str
    """The same for what counts as one speaker."""
    name: str
    """As a person reads it; empty for ``unnamed`` and ``nobody``, and for an outlet that is not known."""


class Claim(Struct, frozen=True, kw_only=True, gc=False):
    """A claim, with who made it."""

    annotation: Annotation
    article: Article
    speakers: tuple[Speaker, ...]
    """At least one, if only ``nobody``."""


class Figure(Struct, frozen=True, kw_only=True, gc=False):
    """A figure, with what it counts and who said it."""

    annotation: Annotation
    article: Article
    claim: Claim | None
    """The tightest claim it lies in."""
    key: str
    """Of its group; empty if neither unit nor counted noun is given."""
    title: str
    """A word for its group."""
    bounds: Bounds | None

    @property
    def id(self) -> int:
        """The row id of its annotation."""
        return self.annotation.id

    def text(self, name: str) -> str:
        """An attribute as text; empty if it has none."""
        return str(self.annotation.attributes.get(name, ""))


class Group(Struct, frozen=True, gc=False):
    """Figures that count the same."""

    key: str
    title: str
    figures: int
    articles: int
    low: float | None
    """The smallest number said in it; ``None`` where none is."""
    high: float | None


class Said(Struct, frozen=True, gc=False):
    """A speaker, and how much they said."""

    speaker: Speaker
    claims: int
    articles: int


class Reading:
    """How the contents of a layer become figures and claims."""

    def __init__(self, label_set: LabelSet, nouns: CountedNouns, entities: Mapping[int, str]) -> None:
        """Take the label set, the nouns, and the names of the entities by row id."""
        self.figure_labels = frozenset(
            label.id for label in label_set.labels if _holds_numbers(label_set, label.id)
        )
        kind = label_set.relation_type_by_name.get(ATTRIBUTED_TO)
        self.claim_labels = frozenset(kind.source_label_ids if kind is not None else ())
        self.relation_type = kind.id if kind is not None else 0
        self._nouns = nouns
        self._entities = entities

    def read(
        self, article: Article, annotations: Collection[Annotation], relations: Iterable[Relation]
    ) -> tuple[list[Figure], list[Claim]]:
        """The figures and claims among the annotations of one layer, in the order of the text."""
        claims = self._claims(article, annotations, relations)
        marked = sorted(
            (item for item in annotations if item.label_id in self.figure_labels), key=reading_order
        )
        around = _tightest([claim.annotation for claim in claims], marked)
        known = {claim.annotation.id: claim for claim in claims}
        figures = []
        for item in marked:
            key, title = self.group_of(item)
            figures.append(
                Figure(
                    annotation=item,
                    article=article,
                    claim=known.get(around.get(item.id, 0)),
                    key=key,
                    title=title,
                    bounds=bounds(item.attributes),
                )
            )
        return figures, claims

    def group_of(self, figure: Annotation) -> tuple[str, str]:
        """The key of a figure's group and a word for it: its unit, or else the head of what it counts."""
        unit = " ".join(str(figure.attributes.get("unit", "")).split())
        if not unit:
            return self._nouns.key(str(figure.attributes.get("counted", "")))
        one_word = self._nouns.key(unit)[0] if " " not in unit else ""
        return one_word or fold(unit), unit

    def _claims(
        self, article: Article, annotations: Collection[Annotation], relations: Iterable[Relation]
    ) -> list[Claim]:
        known = {item.id: item for item in annotations}
        sources: dict[int, list[Annotation]] = {}
        for link in relations:
            if link.type_id == self.relation_type and link.target_id in known:
                sources.setdefault(link.source_id, []).append(known[link.target_id])
        return [
            Claim(
                annotation=item,
                article=article,
                speakers=tuple(self._speakers(item, article, sources.get(item.id, []))),
            )
            for item in sorted(annotations, key=reading_order)
            if item.label_id in self.claim_labels
        ]

    def _speakers(self, claim: Annotation, article: Article, sources: list[Annotation]) -> Iterator[Speaker]:
        if sources:
            yield from dict.fromkeys(map(self._actor, sources))
        elif claim.attributes.get(ATTRIBUTION) == BY_OUTLET:
            yield Speaker("outlet", f"outlet {fold(article.source)}", article.source)
        elif claim.attributes.get(ATTRIBUTION) == BY_NOBODY_NAMED:
            yield Speaker("unnamed", "unnamed", "")
        else:
            yield Speaker("nobody", "nobody", "")

    def _actor(self, actor: Annotation) -> Speaker:
        name = self._entities.get(actor.entity_id or 0)
        if name is not None:
            return Speaker("entity", f"entity {actor.entity_id}", name)
        quote = " ".join(actor.quote.split())
        return Speaker("words", f"words {fold(quote)}", quote)


class Board:
    """The figures and claims of all layers of one reviewer, kept up as layers change."""

    def __init__(self) -> None:
        self.figures: dict[int, Figure] = {}
        """By the row id of the annotation."""
        self.claims: dict[int, Claim] = {}
        self._layers: dict[int, tuple[list[Figure], list[Claim]]] = {}
        self._groups: dict[str, dict[int, Figure]] = {}
        self._said: dict[str, dict[int, Claim]] = {}
        self._speakers: dict[str, Speaker] = {}
        self._summaries: dict[str, Group] = {}
        self._amounts: dict[str, Said] = {}

    def put(self, layer_id: int, figures: list[Figure], claims: list[Claim]) -> None:
        """Have this instead of what a layer held."""
        self._take_out(layer_id)
        if not figures and not claims:
            return
        self._layers[layer_id] = figures, claims
        for figure in figures:
            self.figures[figure.id] = figure
            self._groups.setdefault(figure.key, {})[figure.id] = figure
            self._summaries.pop(figure.key, None)
        for claim in claims:
            self.claims[claim.annotation.id] = claim
            for speaker in claim.speakers:
                self._speakers[speaker.key] = speaker
                self._said.setdefault(speaker.key, {})[claim.annotation.id] = claim
                self._amounts.pop(speaker.key, None)

    def groups(self) -> list[Group]:
        """The groups, the largest first, and last what is counted without a name."""
        for key in self._groups:
            if key not in self._summaries:
                self._summaries[key] = self._summary(key)
        found = [self._summaries[key] for key in self._groups]
        return sorted(found, key=lambda group: (not group.key, -group.figures, group.title, group.key))

    def size(self, key: str) -> int:
        """How many figures a group has."""
        return len(self._groups.get(key, ()))

    def of_group(self, key: str) -> list[Figure]:
        """The figures of a group, by place of the article and in the text."""
        return sorted(self._groups.get(key, {}).values(), key=_figure_place)

    def speakers(self) -> list[Said]:
        """Who said something, those with the most claims first, and last what nobody is told to have said."""
        for key, claims in self._said.items():
            if key not in self._amounts:
                articles = len({claim.article.document_id for claim in claims.values()})
                self._amounts[key] = Said(self._speakers[key], len(claims), articles)
        found = [self._amounts[key] for key in self._said]
        return sorted(
            found, key=lambda said: (not said.speaker.name, -said.claims, said.speaker.name, said.speaker.key)
        )

    def of_speaker(self, key: str) -> list[Claim]:
        """The claims of a speaker, by place of the article and in the text."""
        return sorted(self._said.get(key, {}).values(), key=_claim_place)

    def _take_out(self, layer_id: int) -> None:
        figures, claims = self._layers.pop(layer_id, ([], []))
        for figure in figures:
            self.figures.pop(figure.id, None)
            self._summaries.pop(figure.key, None)
            _discard(self._groups, figure.key, figure.id)
        for claim in claims:
            self.claims.pop(claim.annotation.id, None)
            for speaker in claim.speakers:
                self._amounts.pop(speaker.key, None)
                _discard(self._said, speaker.key, claim.annotation.id)

    def _summary(self, key: str) -> Group:
        figures = self._groups[key].values()
        titles = Counter(figure.title for figure in figures)
        title = min(titles, key=lambda title: (-titles[title], title))
        values = [
            number
            for figure in figures
            if figure.bounds is not None
            for number in (figure.bounds.value, *_ends(figure.bounds))
            if number is not None
        ]
        articles = len({figure.article.document_id for figure in figures})
        return Group(key, title, len(figures), articles, min(values, default=None), max(values, default=None))


def _holds_numbers(label_set: LabelSet, label_id: int) -> bool:
    names = {attribute.name for attribute in label_set.attributes_of(label_id)}
    return OPERATOR in names and not names.isdisjoint(NUMBERS)


def _tightest(claims: list[Annotation], figures: list[Annotation]) -> dict[int, int]:
    """The row id of the tightest claim around each figure that lies in one; both are in text order."""
    found: dict[int, int] = {}
    for figure in figures:
        around = [
            claim
            for claim in claims
            if claim.start <= figure.start and figure.end <= claim.end and claim.id != figure.id
        ]
        if around:
            found[figure.id] = min(around, key=lambda claim: (claim.end - claim.start, claim.id)).id
    return found


def _ends(given: Bounds) -> tuple[float, ...]:
    """The bounds of a figure that says no number of its own, as far as there are any."""
    if given.value is not None:
        return ()
    return tuple(end for end in (given.low, given.high) if abs(end) != float("inf"))


def _discard(
    groups: dict[str, dict[int, Figure]] | dict[str, dict[int, Claim]], key: str, row_id: int
) -> None:
    group = groups.get(key)
    if group is not None:
        group.pop(row_id, None)
        if not group:
            del groups[key]


def _figure_place(figure: Figure) -> tuple[int, int, int]:
    return figure.article.position, figure.annotation.start, figure.id


def _claim_place(claim: Claim) -> tuple[int, int, int]:
    return claim.article.position, claim.annotation.start, claim.annotation.id
