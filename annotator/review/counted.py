"""What a figure counts, as a key under which figures of several articles come together.

The key is the head of the counted noun phrase, its first word, without article, case ending and number; the
plurals that are other words come from a table. It is for grouping alone and is never shown.
"""

from collections.abc import Iterable, Sequence

from annotator.text.folding import Fold, fold

_FOLDS = Fold(sum(flag.value for flag in Fold))
_PASSED_OVER = frozenset({"من", "في"})
_ARTICLE = "ال"
_ENDINGS = ("تين", "تان", "ات", "ون", "ين", "ان", "ا", "ه")
_SHORTEST = 3
"""Letters that stay when an article or an ending goes."""
_AROUND = "\"'()[]{}.,;:?!- "


class CountedNouns:
    """The table, compiled."""

    def __init__(self, rows: Iterable[Sequence[str]]) -> None:
        """Take rows of singular and other forms, as ``lexicon.counted`` gives them."""
        self._singulars: dict[str, str] = {}
        """By the bare form of each word in the table: the singular as it is written."""
        for singular, forms in rows:
            for form in (singular, *forms.split()):
                self._singulars.setdefault(_bare(fold(form, _FOLDS)), singular)
        self._keys: dict[str, tuple[str, str]] = {}

    def key(self, phrase: str) -> tuple[str, str]:
        """The key of a noun phrase or a unit, and a word to show for it; both empty if there is no word."""
        found = self._keys.get(phrase)
        if found is None:
            found = self._keys[phrase] = self._made(phrase)
        return found

    def _made(self, phrase: str) -> tuple[str, str]:
        for word in phrase.split():
            folded = fold(word, _FOLDS).strip(_AROUND)
            if folded and folded not in _PASSED_OVER:
                bare = _bare(folded)
                singular = self._singulars.get(bare)
                if singular is not None:
                    return _bare(fold(singular, _FOLDS)), singular
                return bare, _shown(word)
        return "", ""


def _bare(folded: str) -> str:
    """A folded word without article and ending."""
    word = folded
    if word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + _SHORTEST:
        word = word[len(_ARTICLE) :]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST:
            return word[: -len(ending)]
    return word


def _shown(word: str) -> str:
    """A word as it is written, without the article."""
    inner = word.strip(_AROUND + "«»“”،؛")
    has_article = inner.startswith(_ARTICLE) and len(inner) >= len(_ARTICLE) + _SHORTEST
    return inner[len(_ARTICLE) :] if has_article else inner
