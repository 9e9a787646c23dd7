"""What the rules know of one document: little, made once for each reading of it, and compared by value."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Final
from zlib import crc32

from msgspec import Struct

from annotator.core import conventions as names
from annotator.core import lint
from annotator.core.records import Annotation, Dismissal, Relation, Zone
from annotator.core.schema import LabelSet
from annotator.review.consistency.forms import Words, bare_span, form_of
from annotator.text.folding import fold
from annotator.text.passages import sentences

LINT: Final = frozenset(("no value", "no unit", "no source"))
"""The rules of lint whose findings in all documents are brought together here."""

_FEWEST_WORDS: Final = 5
"""A sentence of fewer words may well stand twice without being the same sentence."""


class Mark(Struct, frozen=True, gc=False):
    """An annotation, as the rules see it. Offsets are without the punctuation around its words."""

    annotation_id: int
    label_id: int
    start: int
    end: int
    is_bare: bool
    """Whether the annotation itself begins and ends so."""
    beside: tuple[int, ...] = ()
    """The labels of other annotations on the same range."""
    entity_id: int | None = None


class Loose(Struct, frozen=True, gc=False):
    """Words of the text that are marked elsewhere, and here are not, or with other boundaries."""

    start: int
    end: int
    inside: tuple[int, ...] = ()
    """The labels of the annotations around it, in order, each once."""
    over: int = 0
    """The annotation that stands here with other boundaries, 0 if none does."""
    over_form: str = ""
    over_label_id: int = 0


class Sentence(Struct, frozen=True, gc=False):
    """One sentence, and in what it is annotated."""

    start: int
    end: int
    signature: int
    """The same for sentences of the same words that are annotated in the same way; 0 if not annotated."""
    marks: int


class Problem(Struct, frozen=True, gc=False):
    """A finding of lint."""

    annotation_id: int
    label_id: int
    start: int
    end: int
    subject: str


class Reading(Struct, frozen=True, gc=False):
    """One layer of one document, as it was read."""

    document_id: int
    text: str
    annotations: tuple[Annotation, ...]
    relations: tuple[Relation, ...]
    zones: tuple[Zone, ...]
    dismissals: tuple[Dismissal, ...]
    others: tuple[Annotation, ...] = ()
    """Annotations of other layers, read for comparison only."""


class DocumentFacts(Struct, frozen=True, gc=False):
    """What the rules know of one document. Forms are as ``form_of`` makes them."""

    document_id: int
    marks: dict[str, tuple[Mark, ...]]
    """By form, in text order; sentences and what says something are not among them."""
    elsewhere: dict[tuple[str, int], int]
    """How often other layers have a form under a label."""
    sentences: dict[int, tuple[Sentence, ...]]
    """By what their words have in common."""
    problems: dict[str, tuple[Problem, ...]]
    """By the rule of lint."""
    dismissals: dict[tuple[str, str], Dismissal]
    """By rule and subject."""
    words: "array[int]"
    """The checksums of its folded words, sorted; the text never changes."""
    said: tuple[tuple[int, int, int], ...] = ()
    """Start, end and label of the annotations that are not among the marks."""
    outside: tuple[tuple[int, int], ...] = ()
    """The parts of the text that are not the article."""
    loose: dict[str, tuple[Loose, ...]] = {}
    """By form, in text order."""

    def has_word(self, sought: int) -> bool:
        """Whether a folded word of this checksum is in the text."""
        place = bisect_left(self.words, sought)
        return place < len(self.words) and self.words[place] == sought


NOTHING: Final = DocumentFacts(0, {}, {}, {}, {}, {}, array("I"))
"""What is known of a document before anything is."""


def checksum(word: str) -> int:
    """The checksum of a folded word."""
    return crc32(word.encode())


def examine(read: Reading, label_set: LabelSet, words: Words) -> DocumentFacts:
    """The facts of a layer, but for what ``Index.scan`` adds. ``words`` are those of its text."""
    saying = _saying_labels(label_set)
    mentions = [item for item in read.annotations if item.label_id not in saying]
    not_the_article = outside(read.zones, label_set)
    told = lint.findings(read.text, read.annotations, read.relations, read.zones, label_set, rules=LINT)
    return DocumentFacts(
        read.document_id,
        _marks(read.text, mentions),
        _counted(read.text, (item for item in read.others if item.label_id not in saying)),
        _sentences(read, words, not_the_article),
        _problems(told, read.annotations),
        {(item.rule, item.subject): item for item in read.dismissals},
        array("I", sorted(map(checksum, set(words.tokens)))),
        tuple((item.start, item.end, item.label_id) for item in read.annotations if item.label_id in saying),
        tuple(not_the_article),
    )


def outside(zones: Iterable[Zone], label_set: LabelSet) -> list[tuple[int, int]]:
    """The ranges of a document that are not the article."""
    kinds = label_set.zone_kind_by_id
    return sorted(
        (zone.start, zone.end) for zone in zones if kinds[zone.kind_id].name in names.NOT_THE_ARTICLE
    )


def _saying_labels(label_set: LabelSet) -> frozenset[int]:
    """The labels of what somebody says: such words are seldom marked twice, and never alike."""
    kind = label_set.relation_type_by_name.get(names.ATTRIBUTED_TO)
    return frozenset(kind.source_label_ids if kind is not None else ())


def marked_form(text: str, annotation: Annotation) -> str:
    """The form of an annotation; after ل its article is whole: ``لقوات`` in ``للقوات`` is ``القوات``."""
    form = form_of(annotation.quote)
    if form.startswith("ل") and text[annotation.start - 1 : annotation.start] == "ل":
        return "ا" + form
    return form


def _marks(text: str, annotations: list[Annotation]) -> dict[str, tuple[Mark, ...]]:
    ranges: dict[tuple[int, int], list[Annotation]] = {}
    for annotation in annotations:
        ranges.setdefault((annotation.start, annotation.end), []).append(annotation)
    found: dict[str, list[Mark]] = {}
    for annotation in annotations:
        form = marked_form(text, annotation)
        if form:
            same = ranges[annotation.start, annotation.end]
            beside = tuple(sorted(item.label_id for item in same if item is not annotation))
            found.setdefault(form, []).append(_mark(annotation, beside))
    return {form: tuple(sorted(marks, key=_place)) for form, marks in found.items()}


def _mark(annotation: Annotation, beside: tuple[int, ...]) -> Mark:
    quote = annotation.quote
    here = annotation.start, annotation.end
    start, end = here if quote[0].isalnum() and quote[-1].isalnum() else bare_span(quote, here[0])
    label_id, entity_id = annotation.label_id, annotation.entity_id
    return Mark(annotation.id, label_id, start, end, (start, end) == here, beside, entity_id)


def _place(mark: Mark) -> tuple[int, int, int]:
    return mark.start, mark.end, mark.annotation_id


def _counted(text: str, annotations: Iterable[Annotation]) -> dict[tuple[str, int], int]:
    counts: dict[tuple[str, int], int] = {}
    for annotation in annotations:
        key = marked_form(text, annotation), annotation.label_id
        if key[0]:
            counts[key] = counts.get(key, 0) + 1
    return counts


def _problems(
    told: Iterable[lint.Finding], annotations: Iterable[Annotation]
) -> dict[str, tuple[Problem, ...]]:
    by_id = {annotation.id: annotation for annotation in annotations}
    found: dict[str, list[Problem]] = {}
    for item in told:
        annotation = by_id[item.annotation_id or 0]
        here = annotation.id, annotation.label_id, annotation.start, annotation.end
        found.setdefault(item.rule, []).append(Problem(*here, item.subject))
    return {rule: tuple(problems) for rule, problems in found.items()}


# --- sentences ---


class Frame:
    """The words of one sentence, by which places in it are told in any other sentence of the same words."""

    def __init__(self, words: Words, start: int, end: int) -> None:
        self._words = words
        self.first = bisect_left(words.starts, start)
        self.last = bisect_right(words.ends, end)
        """One past its last word."""

    def __len__(self) -> int:
        """The number of its words."""
        return max(self.last - self.first, 0)

    def key(self) -> int:
        """The same for sentences of the same words."""
        return _digest(" ".join(self._words.tokens[self.first : self.last]))

    def place_of(self, start: int, end: int) -> tuple[int, int, int, int]:
        """A range of the text as (word, folded code points into it) of its begin, and of its end."""
        words, text = self._words, self._words.text
        first = bisect_right(words.ends, start)
        into = len(fold(text[words.starts[first] : start])) if words.starts[first] < start else 0
        last = bisect_left(words.starts, end) - 1
        rest = len(fold(text[words.starts[last] : end])) if end < words.ends[last] else -1
        return first - self.first, into, last - self.first, rest

    def span_of(self, place: tuple[int, int, int, int]) -> tuple[int, int]:
        """The range of the text at such a place."""
        first, into, last, rest = place
        folded, places = self._words.folded, self._words.places
        begin = places[self.first + first][0] + into
        there = places[self.first + last]
        return folded.original_range(begin, there[1] if rest < 0 else there[0] + rest)


def _digest(words: str) -> int:
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=7).digest())


def _sentences(
    read: Reading, words: Words, not_the_article: list[tuple[int, int]]
) -> dict[int, tuple[Sentence, ...]]:
    marks = sorted(read.annotations, key=lambda item: (item.start, item.end))
    starts = [mark.start for mark in marks]
    found: dict[int, list[Sentence]] = {}
    for start, end in framed(words, not_the_article):
        frame = Frame(words, start, end)
        inside = marks[bisect_left(starts, start) : bisect_left(starts, end)]
        held = sorted(
            (*frame.place_of(item.start, item.end), item.label_id)
            for item in inside
            if item.end <= end and form_of(item.quote)
        )
        sentence = Sentence(start, end, _digest(str(held)) if held else 0, len(held))
        found.setdefault(frame.key(), []).append(sentence)
    return {key: tuple(same) for key, same in found.items()}


def framed(words: Words, not_the_article: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences of a text that are long enough to be told again by their words."""
    for start, end in sentences(words.text):
        if len(Frame(words, start, end)) < _FEWEST_WORDS:
            continue
        if not any(first < end and start < last for first, last in not_the_article):
            yield start, end
