"""Mark all like this: the other places where the words of an annotation stand, each with how likely it is.

Found folded, at word boundaries, with optional proclitics and in the spellings of the table. The first rule
that applies says how likely a place is, and its reason says so; :data:`TICKED` and more is ticked beforehand.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import regex
from msgspec import Struct

from annotator.core.conventions import KIND, LOCATION
from annotator.core.edits.suggestions import is_marked, is_rejected
from annotator.core.errors import Phrase
from annotator.core.records import Annotation, Entity, Span, Value
from annotator.core.schema import LabelSet
from annotator.core.spans import coincide, contains, overlap
from annotator.core.suggestions import Suggestion
from annotator.suggest.history import History
from annotator.suggest.places import Places, beside, word_before, written_before
from annotator.suggest.spelling import Spelling, with_article
from annotator.suggest.titles import Titles
from annotator.text.folding import Folded, fold
from annotator.text.proclitics import Vocabulary, likely_cut, vocabulary_of
from annotator.text.words import whole_words

TICKED: Final = 0.6
"""The confidence from which a mention is ticked beforehand."""
CONTEXT: Final = 60
"""Code points of context a mention comes with on each side."""

_ARTICLE: Final = "ال"
_SHORT: Final = 3
_SURE, _UNSURE = 0.75, 0.25


class Sought(Struct, frozen=True, kw_only=True):
    """What to look for, and what each place found is to say."""

    words: str
    """With the article, where the annotation's own words have lost its alef after ل."""
    label_id: int
    entity_id: int | None = None
    attributes: dict[str, Value] = {}
    names: tuple[str, ...] = ()
    """Other names of the same, to look for as well."""
    longer: tuple[str, ...] = ()
    """Names of the same with more words: a place in or before one of them is seldom a mention of its own."""
    document_id: int | None = None
    """Where the annotation stands."""


class Mention(Suggestion, frozen=True, kw_only=True):
    """A place where the words stand."""

    form: str
    """The words as they stand there, with their proclitics: what to group by."""
    ticked: bool
    before: str
    """Up to :data:`CONTEXT` code points of its paragraph before it."""
    after: str


class NameWords(NamedTuple):
    """The word lists that tell names from other words."""

    spelling: Spelling
    titles: Titles
    common: frozenset[str]
    """Keys of words that name something only where they are marked."""
    before: Mapping[str, frozenset[str]]
    """By name of a label: the keys of words after which it is more likely."""
    vocabulary: Vocabulary

    @property
    def listed(self) -> frozenset[str]:
        """The words after which some label is more likely."""
        return frozenset(word for words in self.before.values() for word in words)


def sought(text: str, annotation: Annotation, entity: Entity | None = None, *, names: bool = False) -> Sought:
    """What to look for to find what is like an annotation; with ``names`` also the entity's other names."""
    words = " ".join(annotation.quote.split())
    kind = annotation.attributes.get(KIND)
    called = (entity.name, *entity.aliases) if entity is not None else ()
    others = called if names else ()
    return Sought(
        words=with_article(text, annotation.span, words),
        label_id=annotation.label_id,
        entity_id=annotation.entity_id,
        attributes={} if kind is None else {KIND: kind},
        names=tuple(name for name in others if fold(name) != fold(words)),
        longer=tuple(name for name in called if len(name.split()) > 1 and fold(name) != fold(words)),
    )


class Finder:
    """Looks for one thing in one text after another."""

    def __init__(
        self,
        what: Sought,
        words: NameWords,
        label_set: LabelSet,
        history: History,
        contexts: Mapping[str, Counter[int]] | None = None,
    ) -> None:
        """``contexts``: how often these words carry each label, by what ``word_before`` says."""
        self.what: Final = what
        self._words = words
        self._label_set = label_set
        self._label = label_set.label_by_id[what.label_id]
        self._contexts = contexts or {}
        self._listed = words.listed
        own_words = words.vocabulary.attested | vocabulary_of([what.words])
        self._vocabulary = words.vocabulary._replace(attested=own_words)
        self._labels = history.labels(what.words)
        spelling = words.spelling
        self._needles = dict.fromkeys(spelling.forms(what.words), what.words)
        for name in what.names:
            self._needles.update({form: name for form in spelling.forms(name) if form not in self._needles})
        self._own = fold(what.words)
        self._is_state = words.titles.is_state_name(what.words)
        self._is_general = words.titles.is_general(what.words)
        self._parts = {needle.split()[0].removeprefix(_ARTICLE) for needle in self._needles if needle}

    @property
    def needles(self) -> Iterable[str]:
        """What is looked for, folded: the words and names, in all their spellings."""
        return self._needles.keys()

    def may_be_in(self, text: str) -> bool:
        """Whether it is worth while to read what is annotated in a text: quick, and never wrongly no."""
        folded = fold(text)
        return any(part in folded for part in self._parts)

    def mentions(
        self,
        document_id: int,
        text: str,
        annotations: Sequence[Annotation] = (),
        outside: Iterable[Span] = (),
        rejected: Collection[tuple[str, str]] = (),
    ) -> Iterator[Mention]:
        """The places in one text, in order, that are neither marked nor rejected.

        ``annotations`` are those of the layer; ``outside`` are the zones that are not the article.
        """
        outside = tuple(outside)
        layer = Places(annotations)
        folded = Folded(text)
        longer = self._longer(folded)
        for span, needle in self._hits(folded):
            there = layer.at(span)
            if is_marked(self._label.id, span, there):
                continue
            words = Span(*whole_words(text, span.start, span.end))
            hit = _Hit(document_id, text, span, needle, words, longer.at(span))
            mention = self._mention(hit, there, outside)
            if not is_rejected(mention, rejected):
                yield mention

    def _longer(self, folded: Folded) -> Places[Span]:
        """Where longer names of the same stand."""
        found = (folded.find(name, whole_word=True, proclitics=True) for name in self.what.longer)
        return Places(Span(*place) for places in found for place in places)

    def _hits(self, folded: Folded) -> list[tuple[Span, str]]:
        """The spans that do not overlap, each with its needle; the longer one of two."""
        found = {
            Span(*place): needle
            for needle in self._needles
            for place in folded.find(needle, whole_word=True, proclitics=True)
        }
        hits: list[tuple[Span, str]] = []
        for span in sorted(found, key=lambda item: (item.start, -item.end)):
            if self._label_set.scheme.proclitics == "whole":
                wide = Span(*whole_words(folded.original, span.start, span.end))
            else:
                wide = span
            if not hits or hits[-1][0].end <= wide.start:
                hits.append((wide, found[span]))
        return hits

    def _mention(self, hit: "_Hit", annotations: Sequence[Annotation], outside: tuple[Span, ...]) -> Mention:
        confidence, reason = self._judge(hit, annotations, outside)
        before, after = beside(hit.text, hit.span, CONTEXT)
        return Mention(
            kind="mention",
            document_id=hit.document_id,
            label_id=self._label.id,
            span=hit.span,
            quote=hit.span.quote(hit.text),
            attributes=self.what.attributes,
            entity_id=self.what.entity_id,
            confidence=confidence,
            reason=reason,
            form=hit.words.quote(hit.text),
            ticked=confidence >= TICKED,
            before=before,
            after=after,
        )

    def _judge(
        self, hit: "_Hit", annotations: Sequence[Annotation], outside: tuple[Span, ...]
    ) -> tuple[float, Phrase]:
        return (
            self._by_place(hit, annotations, outside)
            or self._by_neighbours(hit)
            or self._by_label(hit)
            or self._by_word(hit)
            or self._by_form(hit)
        )

    def _by_place(
        self, hit: "_Hit", annotations: Sequence[Annotation], outside: tuple[Span, ...]
    ) -> tuple[float, Phrase] | None:
        if any(overlap(hit.span, zone) for zone in outside):
            return 0.1, Phrase("stands in a part that is not the article")
        for other in annotations:
            if other.label_id == self._label.id and contains(other, hit.span):
                return 0.3, Phrase("stands inside “{quote}”, which is marked already", quote=other.quote)
        for other in annotations:
            if coincide(other, hit.span):
                name = self._label_set.label_by_id[other.label_id].name
                return 0.2, Phrase("is marked {label} here", label=name)
        return None

    def _by_label(self, hit: "_Hit") -> tuple[float, Phrase] | None:
        """Of words that carry several labels, or name a state: what the word before them says."""
        others = {label_id: count for label_id, count in self._labels.items() if label_id != self._label.id}
        if not others and not self._is_state:
            return None
        written = written_before(hit.text, hit.span.start)
        word = word_before(hit.text, hit.span.start, self._listed)
        counts = self._contexts.get(word, Counter())
        total, own = sum(counts.values()), counts[self._label.id]
        if total and not _UNSURE < own / total < _SURE:
            confidence = 0.8 if own / total >= _SURE else 0.2
            if not written:
                return confidence, Phrase(
                    "at the beginning of a sentence it is marked {label} in {count} of {total} places",
                    label=self._label.name,
                    count=own,
                    total=total,
                )
            return confidence, Phrase(
                "after “{word}” it is marked {label} in {count} of {total} places",
                word=written,
                label=self._label.name,
                count=own,
                total=total,
            )
        for name, words in self._words.before.items():
            label = self._label_set.label_by_name.get(name)
            if label is not None and word in words:
                confidence = 0.7 if label.id == self._label.id else 0.25
                return confidence, Phrase(
                    "after “{word}” it is more likely {label}", word=written, label=name
                )
        if not others:
            return self._by_state()
        most = max(others, key=lambda label_id: others[label_id])
        return 0.4, Phrase(
            "is marked {label} elsewhere ({count}), but also {other} ({others})",
            label=self._label.name,
            count=self._labels[self._label.id],
            other=self._label_set.label_by_id[most].name,
            others=others[most],
        )

    def _by_state(self) -> tuple[float, Phrase] | None:
        """Of a state or a capital: a place is seldom without a word that says so before it."""
        if self._label.name != LOCATION:
            return None
        return 0.4, Phrase("is a state or a capital, with no word of place before it")

    def _by_neighbours(self, hit: "_Hit") -> tuple[float, Phrase] | None:
        """Whether it belongs to more words than are sought."""
        for longer in hit.longer:
            if hit.span.contains(longer):
                continue  # it is the name itself, perhaps without a title
            between = hit.text[hit.span.end : longer.start]
            if longer.overlaps(hit.span) or (longer.start > hit.span.start and not between.strip()):
                return 0.4, Phrase("stands in or before “{name}”", name=longer.quote(hit.text))
        after = _NEXT_WORD.match(hit.text, hit.span.end)
        if after is not None and self._words.titles.is_adjective(after["word"]):
            return 0.4, Phrase("goes on with “{word}”", word=after["word"])
        return None

    def _by_word(self, hit: "_Hit") -> tuple[float, Phrase] | None:
        """Whether it may mean something else: a general phrase, or a single word."""
        if self._is_general and " " in hit.needle and hit.document_id != self.what.document_id:
            return 0.4, Phrase("may name something else in another article")
        if " " in hit.needle:
            return None
        bare = hit.needle.removeprefix(_ARTICLE)
        if bare in self._words.common:
            if hit.document_id == self.what.document_id and bare != hit.needle:
                return TICKED, Phrase("is a common word, in the same article")
            return 0.3, Phrase("is a common word that may name something else")
        start, end = hit.words.start, hit.words.end
        if start < hit.span.start and bare == hit.needle:
            cut = likely_cut(hit.text, start, end, self._vocabulary)
            if cut != hit.span.start:
                return 0.3, Phrase("may be the word “{word}”", word=hit.words.quote(hit.text))
        if len(bare) <= _SHORT and bare == hit.needle and not self._labels[self._label.id]:
            return 0.4, Phrase("is a short word")
        return None

    def _by_form(self, hit: "_Hit") -> tuple[float, Phrase]:
        name = self._needles[hit.needle]
        if name != self.what.words:
            return 0.6, Phrase("is another name of it")
        if hit.needle != self._own:
            return 0.85, Phrase("is another spelling of it")
        if " " in hit.needle:
            return 0.95, Phrase("is the same words")
        if hit.needle.startswith(_ARTICLE):
            return 0.9, Phrase("is the same word, with the article")
        return 0.75, Phrase("is the same word")


class _Hit(NamedTuple):
    document_id: int
    text: str
    span: Span
    needle: str
    words: Span
    """The whole words the span lies in, with their proclitics."""
    longer: Sequence[Span]
    """Where longer names of the same stand, near it."""


# The word after a mention, if nothing but a blank is between and it has the article.
_NEXT_WORD: Final = regex.compile(r"[ \t\u00a0]+(?P<word>ال[\p{L}\p{M}\u0640]+)")


def contexts(
    what: Sought, words: NameWords, annotated: Iterable[tuple[str, Sequence[Annotation]]]
) -> dict[str, Counter[int]]:
    """How often the words sought carry each label after each word, in texts with their annotations."""
    key, listed = words.spelling.key(what.words), words.listed
    counts: dict[str, Counter[int]] = {}
    for text, annotations in annotated:
        for annotation in annotations:
            if words.spelling.key(annotation.quote) == key:
                word = word_before(text, annotation.start, listed)
                counts.setdefault(word, Counter())[annotation.label_id] += 1
    return counts
