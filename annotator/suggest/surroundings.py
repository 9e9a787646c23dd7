"""The neighbourhood of a claim: the words around it, in sentences, and who is annotated there.

Only a part of the text is read, some 3,000 code points before the claim and 600 after it; within it offsets
count from its own beginning.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import regex

from annotator.core.records import Annotation, Span
from annotator.core.spans import Ranged
from annotator.suggest.speech import key_of
from annotator.text.graphemes import grapheme_ceil
from annotator.text.passages import paragraph_at, quotations, sentence_at, sentences
from annotator.text.words import words

_BEFORE: Final = 3000
_AFTER: Final = 600
_SENTENCE: Final = 1200
"""What stands further before the claim than this is not read as its sentence."""
_BLANK = regex.compile(r"\s")


class Word(NamedTuple):
    """A word of the neighbourhood."""

    start: int
    end: int
    key: str
    """As ``speech.key_of`` gives it."""
    gap: str
    """What stands between the word before and this one."""


class Actor(NamedTuple):
    """Who may have said it, where it is annotated in the neighbourhood."""

    start: int
    end: int
    id: int


class Surroundings:
    """What stands around one claim."""

    def __init__(
        self,
        text: str,
        claim: Ranged,
        actors: Iterable[Annotation],
        claims: Iterable[Annotation],
        said_by: Mapping[int, Sequence[int]],
    ) -> None:
        self.shift: Final = _beginning(text, claim.start)
        end = min(len(text), claim.end + _AFTER)
        self.text: Final = text[self.shift : end]
        self.claim: Final = Span(claim.start - self.shift, claim.end - self.shift)
        self.actors: Final = [Actor(*here, actor.id) for actor, here in self._near(actors)]
        by_id = {actor.id: actor for actor in self.actors}
        self.other_claims: Final[list[Span]] = []
        self.said: Final[list[tuple[Span, tuple[Actor, ...]]]] = []
        """Other claims, with their sources where these are near."""
        for other, here in self._near(claims):
            span = Span(*here)
            if span == self.claim:
                continue
            self.other_claims.append(span)
            sources = tuple(by_id[i] for i in said_by.get(other.id, ()) if i in by_id)
            if sources:
                self.said.append((span, sources))
        self._paragraphs: Final = (
            paragraph_at(self.text, self.claim.start)[0],
            paragraph_at(self.text, self.claim.end)[1],
        )
        self.pairs: Final = self._pairs()
        """The texts between two quotes in the paragraphs of the claim."""
        self.quotation: Final = min(
            (pair for pair in self.pairs if pair[0] <= self.claim.start and self.claim.end <= pair[1]),
            key=lambda pair: pair[1] - pair[0],
            default=None,
        )
        """The one that holds the claim."""
        begin, finish = self._sentence()
        self.head: Final = self.words_in(max(begin, self.claim.start - _SENTENCE), self.claim.start)
        """The words before the claim in its sentence; one it begins in is not among them."""
        self.tail: Final = self.words_in(self.claim.end, min(finish, len(self.text)))
        """The words after the claim in its sentence."""
        self._begin: Final = begin
        self._starts = [word.start for word in self.head]

    def earlier(self) -> Iterator[tuple[int, int]]:
        """The sentences before that of the claim, the nearest first."""
        end = self._begin
        while end > 0:
            start = paragraph_at(self.text, end - 1)[0]
            yield from reversed([each for each in sentences(self.text, start, end) if each[0] < end])
            end = start - 1

    def words_in(self, start: int, end: int) -> list[Word]:
        """The words that lie wholly in a range."""
        found: list[Word] = []
        last = start
        for first, after in words(self.text, start, end):
            if first >= start and after <= end:
                found.append(Word(first, after, key_of(self.text[first:after]), self.text[last:first]))
                last = after
        return found

    def _pairs(self) -> list[tuple[int, int]]:
        start, end = self._paragraphs
        return [(start + first, start + last) for first, last in quotations(self.text[start:end])]

    def _sentence(self) -> tuple[int, int]:
        """The sentence of the claim; one that begins or ends in its quotation holds all of that."""
        start, end = self.quotation or (self.claim.start, self.claim.end)
        first = sentence_at(self.text, max(start - 1, 0) if self.quotation else start)
        last = sentence_at(self.text, min(end + 1, len(self.text)) if self.quotation else end)
        return (
            min(first[0], self.claim.start) if first else self.claim.start,
            max(last[1], self.claim.end) if last else self.claim.end,
        )

    def index_at(self, offset: int) -> int:
        """The index in ``head`` of the first word that begins at the offset or after it."""
        return bisect_left(self._starts, offset)

    def inside_another_claim(self, start: int, end: int) -> bool:
        """Whether a range lies in another claim that does not hold this one."""
        here = Span(start, end)
        return any(other.contains(here) and not other.contains(self.claim) for other in self.other_claims)

    def actor_at(self, word: Word) -> Actor | None:
        """The longest actor that begins in a word, after its proclitics."""
        found = [actor for actor in self.actors if word.start <= actor.start < word.end]
        return max(found, key=lambda actor: actor.end - actor.start, default=None)

    def actor_until(self, word: Word) -> Actor | None:
        """The longest actor that ends with a word."""
        found = [actor for actor in self.actors if word.start < actor.end <= word.end]
        return max(found, key=lambda actor: actor.end - actor.start, default=None)

    def _near(self, annotations: Iterable[Annotation]) -> Iterable[tuple[Annotation, tuple[int, int]]]:
        end = self.shift + len(self.text)
        for item in annotations:
            if self.shift <= item.start and item.end <= end:
                yield item, (item.start - self.shift, item.end - self.shift)


def _beginning(text: str, start: int) -> int:
    """Where the neighbourhood begins: at a blank, so that no word is cut."""
    if start <= _BEFORE:
        return 0
    blank = _BLANK.search(text, start - _BEFORE, start)
    return blank.end() if blank else min(grapheme_ceil(text, start - _BEFORE), start)
