"""What lint finds, and what it looks at."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Literal

import regex
from msgspec import Struct

from annotator.core.records import Annotation, Comment, Dismissal, Relation, Span, Zone
from annotator.core.schema import LabelSet
from annotator.core.spans import reading_order
from annotator.text.passages import quotations

Severity = Literal["warning", "info"]


class Finding(Struct, frozen=True):
    """Something that looks wrong."""

    rule: str
    """The name of a row of :data:`annotator.core.lint.RULES`."""
    severity: Severity
    annotation_id: int | None
    """Where to jump to; ``None`` if it is about no annotation."""
    span: Span
    subject: str
    """What it is about, from UUIDs and offsets: the same as long as that is the same."""
    values: dict[str, str]
    """What its sentence names."""
    dismissal: Dismissal | None = None
    """Why it may stand, if somebody has said so."""


class Found(Struct, frozen=True):
    """What a rule has found something about, and what its sentence needs."""

    annotation: Annotation | None
    subject: str
    values: dict[str, str]


class Rule(Struct, frozen=True):
    """One way in which a layer may look wrong."""

    name: str
    """For machines and dismissals; stays as it is."""
    severity: Severity
    sentence: str
    """What is wrong, in English, and the key of its translation; names the finding's values."""
    find: "Callable[[Facts], Iterator[Found]]"
    by_default: bool = True


class Facts:
    """What the rules look at: one layer of one document, with what is worked out of it once for all."""

    def __init__(
        self,
        text: str,
        annotations: Iterable[Annotation],
        relations: Iterable[Relation],
        zones: Iterable[Zone],
        label_set: LabelSet,
        comments: Iterable[Comment] = (),
    ) -> None:
        self.text = text
        self.annotations = sorted(annotations, key=reading_order)
        self.relations = sorted(relations, key=lambda link: link.id)
        self.zones = sorted(zones, key=lambda zone: (zone.start, zone.end, zone.id))
        self.comments = sorted(comments, key=lambda comment: comment.id)
        self.label_set = label_set
        self.by_id = {annotation.id: annotation for annotation in self.annotations}

    @cached_property
    def defined(self) -> dict[int, frozenset[str]]:
        """The names of the attributes each label defines."""
        labels = self.label_set
        return {
            label.id: frozenset(item.name for item in labels.attributes_of(label.id))
            for label in labels.labels
        }

    def unpaired(self, span: Span) -> str:
        """A quotation mark or bracket in a span whose partner is not there too; empty if there is none."""
        places, partners = self._marks
        loose = ""
        for place in places[bisect_left(places, span.start) : bisect_left(places, span.end)]:
            partner = partners.get(place)
            if partner is None:
                loose += self.text[place]
            elif not span.start <= partner < span.end:
                return self.text[place]
        return next((kind[0] for kind in _KINDS if not _balanced(loose, kind)), "")

    @cached_property
    def _marks(self) -> tuple[list[int], dict[int, int]]:
        """Where quotation marks and brackets are; of a paired quotation mark, where its partner is."""
        partners: dict[int, int] = {}
        for start, end in quotations(self.text):
            partners[start - 1], partners[end] = end, start - 1
        return [match.start() for match in _MARK.finditer(self.text)], partners


# A quotation mark between two Hebrew letters is one of theirs.
_MARK = regex.compile(r"(?<!\p{Hebrew})\"|\"(?!\p{Hebrew})|[«»“”„‹›()\[\]]")
_KINDS = ('"', "“”„", "«»", "‹›", "()", "[]")
_COUNTED_TOGETHER = ('"', "“”„")


def _balanced(marks: str, kind: str) -> bool:
    """Whether marks of one kind could be pairs; writers put curly quotes either way round."""
    counts = [marks.count(mark) for mark in kind]
    return sum(counts) % 2 == 0 if kind in _COUNTED_TOGETHER else counts[0] == counts[1]
