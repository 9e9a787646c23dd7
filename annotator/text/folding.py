"""Folding: what different spellings of one word have in common, with the way back to the original offsets.

Folding is for finding, never for storing: it makes words equal that are not (``على`` and ``علي``), so what
was found is shown as it is written. Every code point folds alone, to none, one or several code points. So a
carrier with a combining hamza (``ي`` + U+0654) equals ``ئ`` only under ``Fold.LOOSE``.

Offsets are code points, ranges half-open.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from enum import Flag, auto
from functools import cache, cached_property, lru_cache
from typing import Final

import regex

from annotator.text.graphemes import EXTENDING, FORMAT, PREPENDED, snap
from annotator.text.words import CORE, word_at


class Fold(Flag):
    """What a folding makes equal; combine with ``|``."""

    MARKS = auto()
    """Vowel signs and every other combining mark are left out."""
    TATWEEL = auto()
    """Tatweel is left out."""
    INVISIBLE = auto()
    """Zero-width characters, bidi controls, byte order marks and soft hyphens are left out."""
    ALEF = auto()
    """``أ إ آ ٱ`` are ``ا``."""
    YEH = auto()
    """``ى ی ې ے`` are ``ي``."""
    TEH_MARBUTA = auto()
    """``ة`` is ``ه``."""
    KAF = auto()
    """``ک`` is ``ك``."""
    DIGITS = auto()
    """Arabic-Indic and Persian digits are ``0`` to ``9``."""
    PUNCTUATION = auto()
    """Arabic punctuation, quotes, dashes and spaces are the ASCII ones next of kin."""
    FORMS = auto()
    """Arabic presentation forms are the letters they show: ``ﻻ`` is ``لا``."""
    LOOSE = auto()
    """``ئ`` is ``ي``, ``ؤ`` is ``و``."""
    CASE = auto()
    """Capitals are small letters."""


SEARCH: Final = ~Fold.LOOSE
"""What a search means unless told otherwise."""

_LETTERS: Final = {
    Fold.ALEF: dict.fromkeys("أإآٱ", "ا"),
    Fold.YEH: dict.fromkeys("ىیېے", "ي"),
    Fold.TEH_MARBUTA: {"ة": "ه"},
    Fold.KAF: {"ک": "ك"},
    Fold.DIGITS: {char: str(i % 10) for i, char in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")},
    Fold.PUNCTUATION: {
        **dict(zip("٫٬٪،؛؟۔", ".,%,;?.", strict=True)),
        **dict.fromkeys("«»“”„‟", '"'),
        **dict.fromkeys("‹›‘’‚‛", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys(
            "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
            " ",
        ),
    },
    Fold.LOOSE: {"ئ": "ي", "ؤ": "و"},
}
_FREQUENTLY_CHANGING: Final = tuple((char, ord(char)) for char in "أإآىةئؤ\n.،ًّ")
_LONG: Final = 200
_INVISIBLE = regex.compile(rf"[{FORMAT}\u180E\u200B-\u200D]")
_FORM = regex.compile(r"[\uFB50-\uFDFF\uFE70-\uFEFC]")

_CONJUNCTION_AND_PREPOSITION = regex.compile("[وف]?[بلك]?")
_BEFORE_ELIDED_ARTICLE = regex.compile("[وف]?ل")
_NOTHING = regex.compile("")


def fold(text: str, folds: Fold = SEARCH) -> str:
    """The text folded, about 15 ns a code point; see ``Folded`` for the way back."""
    table = _table(folds)
    if len(text) > _LONG:
        text = _frequent_replaced(text, table)
    return _changing(folds).sub(lambda run: run[0].translate(table), text)


class _Table(dict[int, str]):
    """What each code point folds to, worked out when a text first needs it."""

    def __init__(self, folds: Fold) -> None:
        super().__init__()
        self._folds = folds
        self._irregular: dict[str, None] = {}

    def __missing__(self, code_point: int) -> str:
        folded = _folded_char(chr(code_point), self._folds)
        if len(folded) != 1:
            self._irregular[chr(code_point)] = None  # before a thread beside this one could rely on it
        self[code_point] = folded
        return folded

    def irregular(self) -> re.Pattern[str]:
        """What does not fold to exactly one code point, in all texts folded so far."""
        return _any_of("".join(list(self._irregular)))


@lru_cache
def _any_of(chars: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(chars)}]" if chars else "(?!)")


def _frequent_replaced(text: str, table: _Table) -> str:
    """In a long text, what changes most often is quicker replaced letter by letter of the alphabet."""
    for char, code_point in _FREQUENTLY_CHANGING:
        folded = table[code_point]
        if folded != char:
            text = text.replace(char, folded)
    return text


@cache
def _table(folds: Fold) -> _Table:
    return _Table(folds)


@cache
def _changing(folds: Fold) -> re.Pattern[str]:
    return _not_itself(_table(folds))


def _not_itself(table: _Table) -> re.Pattern[str]:
    """What is not plainly itself. Finding that takes a tenth of the time of translating every letter.

    The first of a run stands apart, so that ``re`` looks for it quickly: two and a half times as quickly.
    """
    plain = "".join(
        char for char in map(chr, (*range(0x80), *range(0x600, 0x700))) if table[ord(char)] == char
    )
    changing = f"[^{re.escape(plain)}]"
    return re.compile(f"{changing}{changing}*+")


def skeleton(text: str) -> tuple[str, bool]:
    """The text under every fold, with a space for each code point left that is in no word.

    Besides, whether a word may end where its letters and those of the next one stand side by side in it.
    """
    folded = _SKELETON_CHANGING.sub(
        lambda run: run[0].translate(_SKELETON), _frequent_replaced(text, _SKELETON)
    )
    if _HIDDEN not in folded:
        return folded, False
    return folded.replace(_HIDDEN, ""), _BREAKING.search(text) is not None


_HIDDEN: Final = "\0"


class _Skeleton(_Table):
    """What each code point leaves; those that may hide the end of a word are told by :data:`_HIDDEN`."""

    def __missing__(self, code_point: int) -> str:
        char = chr(code_point)
        folded = _folded_char(char, self._folds)
        left = "".join(letter if _IN_WORD.match(letter) else " " for letter in folded)
        left = self[code_point] = f"{_HIDDEN}{left}" if _MAY_BREAK.match(char) else left
        return left


def _folded_char(char: str, folds: Fold) -> str:
    if Fold.FORMS in folds and _FORM.match(char):
        # The form of a lone mark decomposes to a space that carries it.
        shown = unicodedata.normalize("NFKC", char)
        shown = shown.lstrip(" ") if len(shown) > 1 else shown
        if shown != char:
            return "".join(_folded_char(letter, folds) for letter in shown)
    if Fold.CASE in folds and (small := char.casefold()) != char:
        return "".join(_folded_char(letter, folds & ~Fold.CASE) for letter in small)
    if _is_left_out(char, folds):
        return ""
    return next((group[char] for kind, group in _LETTERS.items() if kind in folds and char in group), char)


def _is_left_out(char: str, folds: Fold) -> bool:
    return (
        (Fold.MARKS in folds and unicodedata.category(char) == "Mn")
        or (Fold.TATWEEL in folds and char == "ـ")
        or (Fold.INVISIBLE in folds and _INVISIBLE.match(char) is not None)
    )


def alike(letter: str, folds: Fold) -> str:
    """The code points that fold to a letter or digit alone, but for presentation forms."""
    table = _table(folds)
    others = (char for group in _LETTERS.values() for char in group)
    return "".join(dict.fromkeys(char for char in (letter, *others) if table[ord(char)] == letter))


def shows_forms(text: str) -> bool:
    """Whether there are presentation forms of Arabic letters in a text."""
    return _FORM.search(text) is not None


class Folded:
    """One text folded, searchable as often as needed.

    The map back is made at its first use: a list of the code points that did not fold to exactly one.
    """

    def __init__(self, original: str, folds: Fold = SEARCH) -> None:
        self.original: Final = original
        self.folds: Final = folds
        self._table: Final = _table(folds)
        self.text: Final = fold(original, folds)

    def source(self, position: int) -> int:
        """The original offset of the code point that the folded one at this position comes from.

        The length of the original for the end of the folded text; ValueError outside ``0..len(self.text)``.
        """
        if not 0 <= position <= len(self.text):
            raise ValueError(f"position {position} is outside 0..{len(self.text)}")
        if position == len(self.text):
            return len(self.original)
        starts, ends, folded_ends = self._irregular
        before = bisect_right(folded_ends, position)
        offset = position + (ends[before - 1] - folded_ends[before - 1] if before else 0)
        return min(offset, starts[before]) if before < len(starts) else offset

    def original_range(self, start: int, end: int) -> tuple[int, int]:
        """The original range of a folded one, with the marks and tatweels after it; whole clusters.

        ValueError unless ``0 <= start < end <= len(self.text)``.
        """
        if start >= end:
            raise ValueError(f"range {start}..{end} is empty")
        first, last = self.source(start), self.source(end - 1) + 1
        first, last = snap(self.original, first, last)
        if Fold.TATWEEL in self.folds:
            while last < len(self.original) and self.original[last] == "ـ":
                last = snap(self.original, first, last + 1)[1]
        return first, last

    def find(
        self, needle: str, *, whole_word: bool = False, proclitics: bool = False
    ) -> Iterator[tuple[int, int]]:
        """Where the needle, folded likewise, occurs in the original: ranges in order that do not overlap.

        Each range folds to what the needle folds to and cuts no cluster; where that cannot be, there is no
        hit. With ``whole_word`` it also begins and ends no word in the middle; with ``proclitics`` besides, و
        or ف, then ب ل or ك may stand before it in its word, and a needle with the article is found after ل
        too, where the article has lost its alef: ``القوات`` finds ``لقوات`` in ``للقوات``. An empty needle
        is nowhere.
        """
        needle = fold(needle, self.folds)
        if not needle:
            return
        elided = "ل" + needle[2:] if whole_word and proclitics and needle.startswith("ال") else ""
        if f"ل{elided}" not in self.text:
            elided = ""
        if not elided and needle not in self.text:
            return
        before, after = self._sure_ends(needle, proclitics=proclitics) if whole_word else ("", "")
        pattern = _needle_pattern(needle, elided, before, after)
        position = 0
        while match := pattern.search(self.text, position):
            found = self._hit(match, whole_word=whole_word, proclitics=proclitics)
            position = match.end() if found else match.start() + 1
            if found:
                yield found

    def _hit(self, match: regex.Match[str], *, whole_word: bool, proclitics: bool) -> tuple[int, int] | None:
        start, end = self.original_range(*match.span())
        if self.original[start:end].translate(self._table) != match[0]:
            return None  # half of a ligature, or a mark that stayed
        prefix = _BEFORE_ELIDED_ARTICLE if match.lastgroup else _CONJUNCTION_AND_PREPOSITION
        allowed = prefix if proclitics else _NOTHING
        if whole_word and not _is_word(self.original, start, end, self.folds, allowed):
            return None
        return start, end

    def _sure_ends(self, needle: str, *, proclitics: bool) -> tuple[str, str]:
        """For a pattern: what surely cuts a word at the needle's ends. Looking closer takes far longer."""
        if _UNUSUAL.search(self.original) and _BREAKING.search(self.original):
            return "", ""
        letter = rf"[{CORE}--[{_IN_PROCLITICS}]]" if proclitics else f"[{CORE}]"
        first, last = (_IN_WORD.match(char) for char in (needle[0], needle[-1]))
        return f"(?<!{letter})" if first else "", f"(?![{CORE}])" if last else ""

    @cached_property
    def _irregular(self) -> tuple[list[int], list[int], list[int]]:
        """Of each code point that does not fold to one: its start, its end, the end of its folding."""
        table = self._table
        starts: list[int] = []
        ends: list[int] = []
        folded_ends: list[int] = []
        drift = 0
        for match in table.irregular().finditer(self.original):
            drift += len(table[ord(match[0])]) - 1
            starts.append(match.start())
            ends.append(match.end())
            folded_ends.append(match.end() + drift)
        return starts, ends, folded_ends


@lru_cache
def _needle_pattern(needle: str, elided: str, before: str, after: str) -> regex.Pattern[str]:
    pattern = before + regex.escape(needle)
    if elided:  # which takes a hundred times as long
        pattern = f"(?:{pattern}|(?<=ل)(?P<elided>{regex.escape(elided)}))"
    return regex.compile(pattern + after, regex.VERSION1)


_IN_WORD = regex.compile(CORE, regex.VERSION1)
_BREAKING = regex.compile(
    rf"[\u0345\u180E\u200B\uFDFC{PREPENDED}]|[{FORMAT}][{EXTENDING}]|\p{{N}}[{EXTENDING}]*+\u0640",
    regex.VERSION1,
)
"""What ends a word and folds to nothing or to letters, and a few signs besides."""
_MAY_BREAK = regex.compile(rf"[\u0345\u180E\u200B\uFDFC\u0640{PREPENDED}{FORMAT}]", regex.VERSION1)
"""The single code points with which each of those may be."""
_UNUSUAL: Final = re.compile("[^\n -~\u060c\u061b\u061f\u0621-\u063a\u0641-\u0669«»–“”…]")
"""Whatever may be one of those, and more; far quicker to look for."""
_SKELETON: Final = _Skeleton(~Fold(0))
_SKELETON_CHANGING: Final = _not_itself(_SKELETON)
_IN_PROCLITICS: Final = r"وفبلكک\uFB50-\uFDFF\uFE70-\uFEFC"
_BLANK: Final = " \n"
"""What is in no word; only the most frequent, for looking closer takes far longer."""
_PREFIX_FOLDS: Final = Fold.MARKS | Fold.TATWEEL | Fold.INVISIBLE | Fold.KAF | Fold.FORMS


def find(
    text: str, needle: str, folds: Fold = SEARCH, *, whole_word: bool = False, proclitics: bool = False
) -> Iterator[tuple[int, int]]:
    """``Folded(text, folds).find(…)``, for a text that is searched once."""
    return Folded(text, folds).find(needle, whole_word=whole_word, proclitics=proclitics)


def stands_as_word(text: str, start: int, end: int, *, proclitics: bool = False) -> bool:
    """Whether the range begins and ends no word in the middle; proclitics may stand before it as in ``find``.

    ValueError unless ``0 <= start <= end <= len(text)``.
    """
    return _is_word(text, start, end, SEARCH, _CONJUNCTION_AND_PREPOSITION if proclitics else _NOTHING)


def _is_word(text: str, start: int, end: int, folds: Fold, allowed_before: regex.Pattern[str]) -> bool:
    if end < len(text) and text[end] not in _BLANK:
        last = word_at(text, end)
        if last and last[0] < end < last[1]:
            return False
    if start == 0 or text[start - 1] in _BLANK:
        return True
    first = word_at(text, start)
    before = text[first[0] : start] if first and first[0] < start < first[1] else ""
    return allowed_before.fullmatch(fold(before, folds | _PREFIX_FOLDS)) is not None
