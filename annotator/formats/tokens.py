"""Tokens of a text that keep their place in it, for formats that put labels on tokens and not on characters.

A token is a word (as ``text.words`` has it, so with its clitics), or what is visible between two words: one
character with its marks, a row of the same taken together (``...``). White space and what cannot be seen
belong to no token, unless they are asked for.

A span may begin or end inside a word: Arabic writes the conjunction, the preposition and the article onto
it. There are two answers. *Split*: give :class:`Tokens` the spans to hold, and a token boundary is put
wherever one begins or ends. *Grow*: make the tokens without them, and :func:`fit` the spans.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

import regex
from msgspec.structs import replace

from annotator.core.errors import Phrase
from annotator.core.spans import Ranged
from annotator.formats.bundle import Bundle, BundleAnnotation
from annotator.formats.format import Writing
from annotator.formats.losing import Loss
from annotator.text.graphemes import FORMAT, PREPENDED
from annotator.text.passages import sentences
from annotator.text.words import words

PARTIAL_WORDS: Final = {
    "split": Phrase("Split the word there"),
    "grow": Phrase("Let the span grow to whole words"),
}
"""What can be done where a span begins or ends inside a word: choices for an option."""

_BLANK: Final = rf"\s\u200B-\u200D{FORMAT}"
# No cluster that holds white space: only a prepended sign could have one.
_BETWEEN_WORDS = regex.compile(rf"(?![{_BLANK}])(?:(?![{PREPENDED}])(\X)\1*+|.)", regex.DOTALL)


class Token(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Tokens:
    """The tokens of one text, in order; none is empty, none overlaps another."""

    def __init__(self, text: str, held: Iterable[Ranged] = (), *, blanks: bool = False) -> None:
        """The tokens of a text, split wherever one of the held spans begins or ends.

        With ``blanks`` everything is in a token, so that every span can be held exactly, but for a single
        space after a token that is not blank: see :meth:`space_after`.
        """
        spans = [(span.start, span.end) for span in held]
        starts, ends = {span[0] for span in spans}, {span[1] for span in spans}
        pieces = _split(_visible(text), sorted(starts | ends))
        self.text: Final = text
        self.all: Final = list(_with_blanks(text, pieces, starts, ends) if blanks else pieces)
        self._starts = [token.start for token in self.all]
        self._ends = [token.end for token in self.all]

    def __len__(self) -> int:
        return len(self.all)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.all)

    def __getitem__(self, index: int) -> Token:
        return self.all[index]

    def word(self, index: int) -> str:
        """What a token says."""
        return self.text[self._starts[index] : self._ends[index]]

    def space_after(self, index: int) -> bool:
        """Whether a space that is in no token follows directly."""
        end = self._ends[index]
        following = self._starts[index + 1] if index + 1 < len(self) else len(self.text)
        return end < following and self.text[end] == " "

    def touched(self, span: Ranged) -> range:
        """Indices of the tokens that share a character with a span; empty for one that holds no token."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def covered(self, indices: range) -> Token:
        """From the start of the first of these tokens to the end of the last; there must be one."""
        return Token(self._starts[indices[0]], self._ends[indices[-1]])

    def sentences(self, held: Iterable[Ranged] = ()) -> list[range]:
        """The sentences as indices of their tokens: every token is in one, no sentence is empty.

        No sentence ends inside one of the held spans.
        """
        if not self.all:
            return []
        ranges = [self.touched(span) for span in held]
        reached = _reach(len(self), ranges)
        firsts = {bisect_left(self._starts, start) for start, _ in sentences(self.text)}
        begins = sorted({0, *(first for first in firsts if first < len(self) and reached[first] <= first)})
        return [range(*pair) for pair in zip(begins, [*begins[1:], len(self)], strict=True)]


def fit(bundle: Bundle, tokens: Tokens, writing: Writing[Any]) -> Bundle:
    """The bundle with each span fitted to the tokens it touches; whatever changes is told.

    Inside a word a span grows; white space at its ends falls away; one that touches no token is dropped, and
    its relations with it.
    """
    if bundle.layer is None:
        return bundle
    kept = []
    for item in bundle.layer.annotations:
        indices = tokens.touched(item)
        if not indices:
            writing.lost(
                Loss.WORD_PARTS, bundle.document.name, Phrase("{label} on white space", label=item.label)
            )
            continue
        start, end = tokens.covered(indices)
        if (start, end) != (item.start, item.end):
            quote = tokens.text[start:end]
            what = Phrase("{label} “{quote}” becomes “{new}”", label=item.label, quote=item.quote, new=quote)
            writing.lost(Loss.WORD_PARTS, bundle.document.name, what)
            kept.append(replace(item, start=start, end=end, quote=quote))
        else:
            kept.append(item)
    return with_annotations(bundle, kept)


def with_annotations(bundle: Bundle, annotations: Iterable[BundleAnnotation]) -> Bundle:
    """The bundle with these annotations alone, the relations among them, no entity of the others."""
    if bundle.layer is None:
        return bundle
    kept = tuple(annotations)
    ids = {item.uuid for item in kept}
    relations = tuple(r for r in bundle.layer.relations if r.source in ids and r.target in ids)
    gone = {item.entity for item in bundle.layer.annotations} - {item.entity for item in kept}
    return replace(
        bundle,
        layer=replace(bundle.layer, annotations=kept, relations=relations),
        entities=tuple(item for item in bundle.entities if item.uuid not in gone),
    )


def _visible(text: str) -> Iterator[Token]:
    """Words and what is visible between them."""
    position = 0
    for start, end in words(text):
        yield from _between(text, position, start)
        yield Token(start, end)
        position = end
    yield from _between(text, position, len(text))


def _between(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _BETWEEN_WORDS.finditer(text, start, end):
        yield Token(*match.span())


def _split(tokens: Iterable[Token], cuts: list[int]) -> Iterator[Token]:
    for start, end in tokens:
        inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        yield from map(Token, (start, *inside), (*inside, end))


def _with_blanks(text: str, tokens: Iterable[Token], starts: set[int], ends: set[int]) -> Iterator[Token]:
    position = 0
    for token in tokens:
        yield from _blanks(text, position, token.start, starts, ends)
        yield token
        position = token.end
    yield from _blanks(text, position, len(text), starts, ends)


def _blanks(text: str, start: int, end: int, starts: set[int], ends: set[int]) -> Iterator[Token]:
    """The blank tokens between two others: less one space after a token, if no span begins or ends there."""
    if 0 < start < end and text[start] == " " and start not in starts and start + 1 not in ends:
        start += 1
    for cut in range(start + 1, end):
        if cut in starts or cut in ends:
            yield Token(start, cut)
            start = cut
    if start < end:
        yield Token(start, end)


def _reach(count: int, ranges: Iterable[range]) -> list[int]:
    """For each token, one past the last of the tokens held together with one before it."""
    begin_until = [0] * (count + 1)
    for indices in ranges:
        if indices:
            begin_until[indices[0] + 1] = max(begin_until[indices[0] + 1], indices[-1] + 1)
    reached = 0
    return [reached := max(reached, until) for until in begin_until]
