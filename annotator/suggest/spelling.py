"""Which words are the same name: folded, and in the spellings and names a table holds.

The table is ``resources/lexicon/variants.tsv``; it is given as rows, ``part`` or ``name`` before the forms.
"""

from collections.abc import Iterable
from typing import Final

import regex

from annotator.core.records import Span
from annotator.text.folding import fold
from annotator.text.words import word_at

_MOST_FORMS: Final = 64
_QUOTES: Final = "\"'()[]"
_STOPS: Final = ".,;:!?-"
_TANWIN = regex.compile("\u064b\u0627|\u0627\u064b")
"""The ending of the accusative, where it is written: ``مسؤولًا`` is ``مسؤول``."""


class Spelling:
    """The table, ready for use."""

    def __init__(self, rows: Iterable[tuple[str, ...]]) -> None:
        self._sets: list[tuple[str, ...]] = []
        self._name_sets: dict[str, tuple[str, ...]] = {}
        names: list[tuple[str, ...]] = []
        for kind, *forms in rows:
            if kind == "part":
                self._sets.append(tuple(dict.fromkeys(map(_plain, forms))))
            else:
                names.append(tuple(forms))
        self._first = {form: forms[0] for forms in self._sets for form in forms[1:]}
        self._part = _any_of(self._first)
        self._set_of = {form: forms for forms in self._sets for form in forms}
        self._any = _any_of(self._set_of)
        for one in names:
            keys = tuple(dict.fromkeys(map(self.key, one)))
            for key in keys:
                self._name_sets[key] = keys

    def key(self, words: str) -> str:
        """What all spellings of the words have in common, without quotation marks and stops around them."""
        folded = _plain(_TANWIN.sub("", words)).strip(_QUOTES + _STOPS + " ")
        return self._part.sub(self._main, folded)

    def forms(self, words: str) -> tuple[str, ...]:
        """The words folded, and in each other spelling of the table; as they are spelt first.

        Of many words that are spelt in several ways only the first vary: nobody looks for so long a name.
        """
        folded = _plain(words)
        found = dict.fromkeys([folded])
        for written in dict.fromkeys(match[0] for match in self._any.finditer(folded)):
            group = self._set_of[written]
            if len(found) * len(group) > _MOST_FORMS:
                break
            found |= {form.replace(written, other): None for form in tuple(found) for other in group}
        return tuple(found)

    def other_names(self, key: str) -> tuple[str, ...]:
        """The keys of the other names of what has a name with this key."""
        return tuple(other for other in self._name_sets.get(key, ()) if other != key)

    def _main(self, match: regex.Match[str]) -> str:
        return self._first[match[0]]


def with_article(text: str, span: Span, words: str) -> str:
    """The words with the alef that the article loses after ل: ``لقوات`` in ``للقوات`` is ``القوات``."""
    word = word_at(text, span.start)
    if word is None or not word[0] < span.start < word[1] or not words.startswith("ل"):
        return words
    return f"ا{words}" if fold(text[word[0] : span.start]).endswith("ل") else words


def _plain(words: str) -> str:
    return " ".join(fold(words).split())


def _any_of(words: Iterable[str]) -> regex.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return regex.compile("|".join(map(regex.escape, longest_first)) or "(?!)")
