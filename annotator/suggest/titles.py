"""What the words of a name say: a person's title before it, and what kind of actor or place it is.

The tables are ``resources/lexicon/titles.tsv`` and ``states.tsv``; they are given as rows.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import regex

from annotator.suggest.spelling import Spelling
from annotator.text.folding import Fold, fold

_PARTS: Final = "|"
_ARTICLE: Final = "ال"
_LONGEST: Final = 4
"""Words of the longest title in the table."""
_PREPOSITIONS: Final = frozenset(map(fold, ("في", "من", "إلى", "على", "عن", "لدى", "بشأن", "باسم")))
_DEMONSTRATIVES: Final = frozenset(("هذا", "هذه", "هولاء", "ذلك", "تلك", "اوليك"))
"""This and that, folded."""
_ENDINGS: Final = ("يه", "يون", "يين", "يان", "يات", "يا", "ي")
_BEFORE_TITLE = regex.compile("^(?:[وف]?(?:ال|لل|ل)|[وف])(?=..)")
_BEFORE_NAME: Final = frozenset({"title", "rank", "address"})
"""Uses of words that a person's name may follow."""
_SHORTEST: Final = 4
"""Letters of a word that may begin with the article."""


class Title(NamedTuple):
    """A person's title and name, as they are written; either may be empty."""

    role: str
    name: str


class _Entry(NamedTuple):
    use: str
    kinds: tuple[str, ...]


class State(NamedTuple):
    """What a state is called, all folded."""

    country: str
    adjective: str
    capital: str
    others: tuple[str, ...]


class Titles:
    """The tables, ready for use."""

    def __init__(
        self, titles: Iterable[tuple[str, ...]], states: Iterable[tuple[str, ...]], spelling: Spelling
    ) -> None:
        self._spelling = spelling
        self._entries: dict[tuple[str, ...], list[_Entry]] = {}
        for use, kinds, words in titles:
            entry = _Entry(use, tuple(kind.strip() for kind in kinds.split(",") if kind.strip()))
            for phrase in words.split(_PARTS):
                self._entries.setdefault(_bare(self._keys(phrase)), []).append(entry)
        self.states: Final = tuple(self._state(row) for row in states)
        self._adjectives = {state.adjective.split(" ")[-1]: state for state in self.states}
        self._countries = {
            tuple(name.split()): state for state in self.states for name in (state.country, *state.others)
        }
        self._capitals = {tuple(state.capital.split()): state for state in self.states}

    def split(self, quote: str) -> Title:
        """The title before a person's name, and the name; with no title or no name, the quote is the name."""
        written = quote.split()
        words = self._keys(quote)
        place = role_end = 0
        found = self._entry(words, 0)
        if found is None or not _BEFORE_NAME & {entry.use for entry in found[1]}:
            return self._with_comma(written) if found is None else Title("", " ".join(written))
        while place < len(words):
            length, is_rank = self._title_words(words, place, definite=_is_definite(written[place]))
            if not length:
                break
            if role_end == place and not (is_rank and place):
                role_end += length
            place += length
        if place < len(words) and written[place].startswith("("):
            close = next((i for i in range(place, len(words)) if written[i].endswith(")")), -1) + 1
            if close:
                role_end, place = (close if role_end == place else role_end), close
        rank = self._later_rank(words, place)
        if rank is not None:
            role_end, place = rank
        if place >= len(words):
            return Title("", " ".join(written))
        name = " ".join(written[place : self._later_title(words, place)]).rstrip("،, ")
        return Title(" ".join(written[:role_end]), name) if name else Title("", " ".join(written))

    def kinds(self, quote: str) -> tuple[str, ...]:
        """The kinds that the first words tell, the most certain first."""
        words = self._keys(quote)
        if not words:
            return ()
        if tuple(words) in self._countries:
            return ("state", "country")
        if tuple(words) in self._capitals:
            return ("city", "state")
        if regex.match(r"\d+$", words[0]) and len(words) > 1:
            later = self._entry(words, 1)
            return ("count of sources",) if later and later[1][0].use == "unnamed" else ()
        found = self._entry(words, 0)
        if found is None:
            return ()
        return tuple(dict.fromkeys(kind for entry in found[1] for kind in entry.kinds))

    def is_general(self, quote: str) -> bool:
        """Whether the words name something only in their article: ``الحكومة``, ``رئيس الوزراء العراقي``."""
        words = self._keys(quote)
        if words and words[0] in _DEMONSTRATIVES:
            return True
        found = self._entry(words, 0) if words else None
        if found is None or tuple(words) in self._countries:
            return False
        is_person = any(entry.use == "title" for entry in found[1])
        place = 0
        while place < len(words):
            here = self._entry(words, place)
            if here is None and is_person and place and self._adjective(words[place]) is not None:
                place += 1
                continue
            if here is None or any(entry.use == "name" for entry in here[1]):
                return False
            place += here[0]
        return True

    def is_state_name(self, quote: str) -> bool:
        """Whether the words are a country or a capital, which are actors as often as places."""
        words = tuple(self._keys(quote))
        return words in self._countries or words in self._capitals

    def is_adjective(self, word: str) -> bool:
        """Whether a word is called after a state: ``الأميركية``."""
        return any(self._adjective(key) is not None for key in self._keys(word))

    def state_of(self, quote: str) -> State | None:
        """The state that the words stand for as an actor: its country, capital, government or side."""
        words = self._keys(quote)
        whole = tuple(words)
        found = self._countries.get(whole) or self._capitals.get(whole)
        if found is not None or len(words) < 2:
            return found
        return self._of(words[1:]) if _drop_article(words[0]) in _SIDES else None

    def land_of(self, quote: str) -> State | None:
        """The state whose land the words name: ``الأراضي العراقية``."""
        words = self._keys(quote)
        return self._of(words[1:]) if len(words) > 1 and _drop_article(words[0]) in _LANDS else None

    def without_state(self, quote: str) -> str:
        """The words without the adjective of a state at their end."""
        words = quote.split()
        return " ".join(words[:-1] if len(words) > 1 and self._adjective(self._keys(words[-1])[0]) else words)

    def _of(self, words: Sequence[str]) -> State | None:
        """The state that an adjective or a name stands for."""
        adjective = self._adjective(words[0]) if len(words) == 1 else None
        return adjective or self._countries.get(tuple(words))

    def _title_words(self, words: Sequence[str], place: int, *, definite: bool) -> tuple[int, bool]:
        """How many words at a place belong to a title, and whether they are a rank."""
        found = self._entry(words, place)
        if found is not None:
            length, entries = found
            uses = {entry.use for entry in entries}
            if "place" in uses and not definite:
                return length + 1, False
            if uses & {*_BEFORE_NAME, "part"}:
                return length, not uses.isdisjoint({"rank", "address"}) and "title" not in uses
        word = words[place]
        if word in _PREPOSITIONS:
            return 2, False
        for length in (3, 2, 1):
            if tuple(words[place : place + length]) in self._countries:
                return length, False
        if self._adjective(word) is not None:
            return 1, False
        return (1, False) if place and definite else (0, False)

    def _later_rank(self, words: Sequence[str], place: int) -> tuple[int, int] | None:
        """Where a military rank after a place begins and ends, if a name follows it."""
        for start in range(place, len(words) - 1):
            found = self._entry(words, start) if words[start].startswith(_ARTICLE) else None
            if found is not None and all(entry.use == "rank" for entry in found[1]):
                end = start + found[0]
                return (start, end) if end < len(words) else None
        return None

    def _later_title(self, words: Sequence[str], place: int) -> int:
        """Where a name ends that another title follows: ``يحيى رسول الناطق باسم القائد العام``."""
        return next(
            (i for i in range(place + 2, len(words) - 1) if self._is_long_title(words, i)), len(words)
        )

    def _is_long_title(self, words: Sequence[str], place: int) -> bool:
        """Whether a title begins at a place that is no part of a name, as the one word ``شيخ`` may be."""
        found = self._entry(words, place)
        if found is None or not any(entry.use == "title" for entry in found[1]):
            return False
        return found[0] > 1 or (place + 1 < len(words) and self._entry(words, place + 1) is not None)

    def _with_comma(self, written: Sequence[str]) -> Title:
        """A name with a title behind a comma: ``فؤاد حسين، وزير الخارجية``."""
        comma = next((i for i, word in enumerate(written, 1) if word.endswith(("،", ","))), len(written))
        rest = self._keys(" ".join(written[comma:]))
        found = self._entry(rest, 0) if rest else None
        name = " ".join(written[:comma]).rstrip("،, ")
        if not name or found is None or not any(entry.use == "title" for entry in found[1]):
            return Title("", " ".join(written))
        return Title(" ".join(written[comma:]), name)

    def _entry(self, words: Sequence[str], place: int) -> tuple[int, list[_Entry]] | None:
        """The longest listed words at a place, and what is said of them."""
        for length in range(min(_LONGEST, len(words) - place), 0, -1):
            first, *rest = words[place : place + length]
            for start in dict.fromkeys((first, _drop_article(first))):
                found = self._entries.get(_bare((start, *rest)))
                if found is not None:
                    return length, found
        return None

    def _keys(self, words: str) -> list[str]:
        """The words one by one, folded; ئ and ؤ as well, for they are spelt in many ways."""
        return [fold(self._spelling.key(word), Fold.LOOSE) for word in words.split()]

    def _state(self, row: tuple[str, ...]) -> State:
        country, adjective, capital = (" ".join(self._keys(cell)) for cell in row[:3])
        names = row[3].split(_PARTS) if len(row) > 3 else ()
        return State(country, adjective, capital, tuple(" ".join(self._keys(name)) for name in names))

    def _adjective(self, word: str) -> State | None:
        bare = _drop_article(word)
        for ending in _ENDINGS:
            if bare.endswith(ending):
                found = self._adjectives.get(bare.removesuffix(ending) + "ي")
                if found is not None:
                    return found
        return None


_LANDS: Final = frozenset(map(fold, ("أرض", "أراضي")))
_SIDES: Final = frozenset(map(fold, ("حكومة", "جانب", "سلطات", "دولة", "إدارة", "جمهورية", "طرف")))


def _is_definite(written: str) -> bool:
    """Whether a word has the article, so that it belongs to a title; the hamza tells ألينا from one."""
    word = fold(written, ~Fold.ALEF)
    return word.startswith((_ARTICLE, "لل", "بال", "وال")) and len(word) >= _SHORTEST


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(_drop_only_article(word) for word in words)


def _drop_only_article(word: str) -> str:
    return word.removeprefix(_ARTICLE) if len(word) >= _SHORTEST else word


def _drop_article(word: str) -> str:
    """A word without the article, the conjunction and the preposition written onto it."""
    return _BEFORE_TITLE.sub("", word)
