"""Where strings that are marked somewhere stand in a text: all strings in one pass over its words."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from annotator.review.consistency.forms import Cut, Words, cuts, spaced, tokens

_MOST_KNOWN: Final = 200_000
"""Words remembered; more than most projects have."""


class Place(NamedTuple):
    """One string found, in code points of the text."""

    form: str
    start: int
    end: int
    after_article: bool
    """Whether the text has an article before it that the string has not."""


class Strings:
    """The strings sought, by the word they begin with and the number of their words."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[int, set[str]]] = {}
        self._cuts: dict[str, tuple[Cut, ...]] = {}
        """Of words met before: how a string may begin in them."""

    def add(self, form: str) -> None:
        """Seek one more."""
        first, *rest = tokens(form)
        if first not in self._by_first:
            self._cuts.clear()
        self._by_first.setdefault(first, {}).setdefault(1 + len(rest), set()).add(form)

    def remove(self, form: str) -> None:
        """Seek it no more."""
        first, *rest = tokens(form)
        length = 1 + len(rest)
        by_length = self._by_first[first]
        by_length[length].remove(form)
        if not by_length[length]:
            del by_length[length]
        if not by_length:
            del self._by_first[first]
            self._cuts.clear()

    def find(self, words: Words) -> Iterator[Place]:
        """Where each stands, by where it begins."""
        for number, word in enumerate(words.tokens):
            known = self._cuts.get(word)
            if known is None:
                known = tuple(cut for cut in cuts(word) if cut.first in self._by_first)
                if len(self._cuts) >= _MOST_KNOWN:
                    self._cuts.clear()
                self._cuts[word] = known
            for cut in known:
                yield from self._at(words, number, cut)

    def _at(self, words: Words, number: int, cut: Cut) -> Iterator[Place]:
        places, text = words.places, words.folded.text
        begin = places[number][0] + cut.offset
        # A cut before which the article has lost its alef begins with it all the same.
        lost = "ا" if cut.first[0] != text[begin] else ""
        for length, forms in self._by_first[cut.first].items():
            last = number + length - 1
            if last >= len(places):
                continue
            stop = places[last][1]
            form = spaced(lost + text[begin:stop])
            if form in forms:
                start, end = words.folded.original_range(begin, stop)
                yield Place(form, start, end, bool(cut.prefix))
