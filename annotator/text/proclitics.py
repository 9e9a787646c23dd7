"""Where a span may begin inside a word: after the proclitics that Arabic writes onto it.

و or ف comes first, then ب, ل or ك before a noun, س before a verb. In ``للقوات`` the article has lost its
alef; what comes nearest to the name ``القوات`` is ``لقوات``, so the cut is after the first ل. A proclitic is
cut off with the marks and tatweels it carries, never inside a grapheme cluster.

Offsets are code points, ranges half-open.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import regex

from annotator.text.folding import Fold, fold
from annotator.text.graphemes import EXTENDING, FORMAT, check_range, grapheme_ceil, grapheme_floor
from annotator.text.words import word_at

# ى is a letter of its own here: ولدى is و and لدى, but ولدي is a son. So is ة.
_SPELLING: Final = (
    Fold.MARKS | Fold.TATWEEL | Fold.INVISIBLE | Fold.ALEF | Fold.KAF | Fold.FORMS | Fold.DIGITS | Fold.CASE
)
_HAMZA_KEPT: Final = _SPELLING & ~Fold.ALEF
_LETTER: Final = Fold.INVISIBLE | Fold.KAF | Fold.FORMS

_CONJUNCTIONS: Final = "وف"
_PREPOSITIONS: Final = "بلك"
_FUTURE: Final = "س"

_TATWEELS = regex.compile(rf"(?:[{FORMAT}]*\u0640[{EXTENDING}]*)*[{FORMAT}]*")
_WORD = regex.compile(rf"[\p{{L}}\p{{M}}\p{{Nd}}{FORMAT}\u200C\u200D]+")
_SHORTEST_STEM: Final = 3


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ENDINGS: Final = _set(
    "ا ان انه انها ين ون ي يه يها يهم ية يات يين يون ه ها هم هما هن نا ني"
    " ات اته اتها اتهم اتنا ت ته تها تهم تا وا وه وها"
)
_TEH_ENDINGS: Final = _set("ة ت ته تها تهم تهما تنا تي تان تين تيه تيها ات اته اتها اتهم اتنا")
_STEM_ENDINGS: Final = sorted(_ENDINGS | _TEH_ENDINGS, key=len, reverse=True)

# The vowels a proclitic has; any other mark on its letter (وُ, وّ) says it belongs to the word.
_VOWELS: Final = {"و": "\u064e", "ف": "\u064e", "ك": "\u064e", "ب": "\u0650", "ل": "\u064e\u0650\u0652"}

# What remains is surely a word when it looks like this; the words this is wrong about are listed. Few Arabic
# words begin with و and the list has them. For the others: the article, a hamza on alef, and the shapes of
# verbal nouns (استعمال انفعال, تفعيل تفاعل, مفاعلة).
_NOMINAL: Final = (
    r"[أإ]|ال\p{L}{3}|است|ا\p{L}{2,3}ا\p{L}$|ت\p{L}(?:\p{L}ي|ا\p{L})\p{L}$|م\p{L}ا\p{L}{2}(?:ة|ات)$"
)
_SURE_REST: Final = {
    "و": regex.compile(r"[أإ]|\p{L}{3}"),
    "ف": regex.compile(_NOMINAL),
    "ب": regex.compile(_NOMINAL),
    "ل": regex.compile(rf"ل|{_NOMINAL}"),
    "ك": regex.compile(_NOMINAL),
}
# Words of two letters that follow و and ف every day.
_SHORT_WORDS: Final = _set("هم هن هو هي ما من عن في لا لم لن لو قد كم كل كي اذ ثم مع هل اي ان تم شن حث ظل نص")
_SHORTEST_LISTED: Final = 4

_NOT_ARABIC = regex.compile(r"\P{Arabic}|\p{Nd}")


class Vocabulary(NamedTuple):
    """What tells a proclitic from the first letter of a word; ``vocabulary`` makes it."""

    stems: frozenset[str]
    """Listed words that keep their first letter with any ending."""
    names: frozenset[str]
    """Listed words that keep it as they are."""
    attested: frozenset[str]
    """The words of the project's articles, as ``vocabulary_of`` gives them."""


def vocabulary(
    words: Iterable[str], names: Iterable[str], attested: frozenset[str] = frozenset()
) -> Vocabulary:
    """A vocabulary of listed words, names that take no ending, and the words of the project's articles."""
    return Vocabulary(_spellings(words), _spellings(names), attested)


def vocabulary_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of the texts, folded, for ``Vocabulary.attested``; 1 MB takes a tenth of a second.

    Each word with its stem, and without its article if it has one. Sets of several calls unite with ``|``.
    """
    written = {word for text in texts for word in set(_WORD.findall(fold(text, _HAMZA_KEPT)))}
    attested = {form for word in written for form in _forms(word)}
    return frozenset(attested)


def cuts(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where a span on the range may begin: at its start, and after each proclitic its first word may have.

    The start comes first, the others follow in order. A cut leaves at least two letters, or one digit, of
    the word. Only spelling is asked: ``وزارة`` may be cut, if someone wants to. A range that does not begin
    with a word has no other start. ValueError unless ``0 <= start <= end <= len(text)``.
    """
    check_range(text, start, end)
    return (start, *(cut for _, cut in _proclitics(text, start, end)))


def likely_cut(text: str, start: int, end: int, known: Vocabulary) -> int:
    """Where a span on the range should begin: one of ``cuts``, the last one that leaves a plausible word.

    A proclitic is cut off when its word is not known to begin with that letter, and what remains is known
    or sure to be a word: it has the article, the shape of a verbal noun, three letters after و; a number and
    a foreign word are sure too. The future س stays: it is part of what a claim says.

    ValueError as in ``cuts``.
    """
    check_range(text, start, end)
    word_end = _first_word_end(text, start, end)
    best = start
    for letter, cut in _proclitics(text, start, end):
        whole = text[best:word_end]
        if letter == _FUTURE or not _has_its_vowel(letter, text[best:cut]) or _keeps_its_letter(whole, known):
            break
        if not _is_plausible(letter, text[cut:word_end], known):
            break
        best = cut
    return best


def _proclitics(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Each possible proclitic and the offset after it."""
    word_end = _first_word_end(text, start, end)
    cut, allowed = start, _CONJUNCTIONS + _PREPOSITIONS + _FUTURE
    while allowed and cut < word_end:
        letter, after = _letter_at(text, cut, word_end)
        if not letter or letter not in allowed or not _leaves_a_word(text[after:word_end], letter):
            return
        yield letter, after
        cut, allowed = after, _PREPOSITIONS + _FUTURE if letter in _CONJUNCTIONS else ""


def _first_word_end(text: str, start: int, end: int) -> int:
    word = word_at(text, start)
    return min(end, word[1]) if word and word[0] <= start < word[1] else start


def _letter_at(text: str, start: int, end: int) -> tuple[str, int]:
    """The plain letter of the cluster, and the offset after it and the tatweels that follow."""
    after = grapheme_ceil(text, start + 1)
    tatweels = _TATWEELS.match(text, after, end)
    after = tatweels.end() if tatweels else after
    letter = fold(text[start], _LETTER)
    return letter if len(letter) == 1 and grapheme_floor(text, start) == start else "", min(after, end)


def _leaves_a_word(rest: str, letter: str) -> bool:
    letters = fold(rest, _SPELLING)
    if letter == _FUTURE:
        return len(letters) > _SHORTEST_STEM and letters[0] in "يتنا"
    return len(letters) > 1 or letters.isdigit()


def _has_its_vowel(letter: str, proclitic: str) -> bool:
    marks = {char for char in proclitic if regex.match(r"\p{Mn}", char)}
    return marks <= set(_VOWELS[letter])


def _spellings(listed: Iterable[str]) -> frozenset[str]:
    """As written, and with the alefs bare, as many write."""
    return frozenset(fold(word, folds) for word in listed for folds in (_SPELLING, _HAMZA_KEPT))


def _keeps_its_letter(word: str, known: Vocabulary) -> bool:
    spelled = fold(word, _HAMZA_KEPT)
    if spelled[1] not in "أإآ":  # وأكد is not the name واكد
        spelled = _plain(word)
    if spelled in known.names or spelled in known.stems:
        return True
    if any(_is_inflected(stem, ending, known.stems) for stem, ending in _splits(spelled)):
        return True
    noun = _ARTICLE + _stem(spelled)
    return not known.attested.isdisjoint((_ARTICLE + spelled, noun, noun + "ة"))


def _is_inflected(stem: str, ending: str, stems: frozenset[str]) -> bool:
    if ending in _TEH_ENDINGS and stem + "ة" in stems:
        return True
    return ending in _ENDINGS and len(stem) >= _SHORTEST_STEM and stem in stems


def _splits(word: str) -> Iterator[tuple[str, str]]:
    for length in range(1, min(5, len(word) - 1)):
        yield word[:-length], word[-length:]


def _is_plausible(letter: str, rest: str, known: Vocabulary) -> bool:
    written = fold(rest, _HAMZA_KEPT)
    if _NOT_ARABIC.match(written) or _SURE_REST[letter].match(written):
        return True
    spelled = _plain(rest)
    if spelled in known.attested or _stem(spelled) in known.attested:
        return True
    listed = spelled in known.stems or spelled in known.names
    if letter in _CONJUNCTIONS:
        return listed or spelled in _SHORT_WORDS
    return listed and len(spelled) >= _SHORTEST_LISTED


_ARTICLE: Final = "ال"
_TO_ARTICLE = regex.compile(r"(?:[وف]?[بك]?ال|[وف]?لل)(?=\p{L}{3})")
_NO_ARTICLE: Final = ("أل", "إل", "آل")  # ألوان would pass for ال and وان once folded


def _plain(word: str) -> str:
    return fold(word, _SPELLING).replace("ی", "ي")


def _stem(word: str) -> str:
    """The word without its longest ending, at least three letters long; may be no word at all."""
    for ending in _STEM_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _forms(written: str) -> Iterator[str]:
    """What a written word attests: itself, its stem; after an article, without and with just the article."""
    article = _TO_ARTICLE.match(written)
    word = _plain(written[article.end() :] if article else written)
    if article:
        yield from (_ARTICLE + word, word, _stem(word))
    elif written.startswith(_NO_ARTICLE):
        yield written
    else:
        yield from (word, _stem(word))
