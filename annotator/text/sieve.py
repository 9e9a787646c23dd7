"""A quick look whether words may occur in a text, before it is folded to see.

It takes some millionths of a second where folding takes ten times as long, and never says no where
:func:`annotator.text.folding.find` finds something. What it looks for is the longest run of Arabic letters,
digits and spaces in the needle, each letter in all its spellings, whatever is no such letter between them.
"""

from functools import cache
from typing import Final

import regex

from annotator.text.folding import Fold, alike, fold, shows_forms

_RUN: Final = regex.compile(r"[\u0621-\u063A\u0641-\u064A0-9 ]+")
_LETTERS: Final = r"\u0621-\u063A\u0641-\u064A"
_BETWEEN: Final = rf"[^\0-\x7F{_LETTERS}]*"
"""Whatever is left out may stand there, and more."""
_LEFT_OUT: Final = Fold.MARKS | Fold.TATWEEL | Fold.INVISIBLE | Fold.FORMS
_NOT_AFTER_LETTER: Final = rf"(?<![{_LETTERS}])"
_NOT_AFTER_LETTER_BUT_PROCLITIC: Final = (
    rf"(?<![[{_LETTERS}]--[وفبلك]])(?<![{_LETTERS}][وف])"
    rf"(?<![[{_LETTERS}]--[وف]][بلك])(?<![{_LETTERS}]{{2}}[بلك])"
)
_NOT_BEFORE_LETTER: Final = rf"(?![\u064B-\u0652]*[{_LETTERS}])"
_FREQUENT: Final = " اليونمرتهبعدفسكقحجىءخصشطضذغثئزظؤ0123456789"
_MAY_BE_FORM: Final = b"\xef"
"""With what the UTF-8 of every presentation form begins."""


class Sieve:
    """Lets through every text that may hold a needle."""

    def __init__(
        self, needle: str, folds: Fold, *, whole_word: bool = False, proclitics: bool = False
    ) -> None:
        folded = fold(needle, folds)
        self._needle: Final = "" if folds else needle
        self._may_be_in_forms: Final = Fold.FORMS in folds
        run = max(_RUN.finditer(folded), key=lambda match: len(match[0]), default=None)
        self._pattern: Final = (
            None
            if run is None or not folds
            else _pattern(
                run[0],
                folds,
                begins=whole_word and run.start() == 0,
                ends=whole_word and run.end() == len(folded),
                proclitics=proclitics,
            )
        )

    def lets_through(self, content: bytes) -> bool:
        """Whether a text, in UTF-8, may hold the needle."""
        text = content.decode(errors="replace")
        if self._needle:
            return self._needle in text
        if self._pattern is None or self._pattern.search(text):
            return True
        return self._may_be_in_forms and _MAY_BE_FORM in content and shows_forms(text)


def _pattern(
    run: str, folds: Fold, *, begins: bool, ends: bool, proclitics: bool
) -> regex.Pattern[str] | None:
    """Begins to look with the rarest letter, so most texts are seen through as quickly as with ``in``."""
    between = _BETWEEN if folds & _LEFT_OUT else ""
    units = [_class(letter, folds) for letter in run]
    if begins and proclitics and run.startswith("ال"):
        if len(run) == 2:
            return None
        units[:2] = [f"(?:{units[0]}|{units[1]}){between}{units[1]}"]
        run = run[1:]
    ranks = [_rank(letter, unit) for letter, unit in zip(run, units, strict=True)]
    rarest = ranks.index(max(ranks))
    before = "".join(unit + between for unit in units[:rarest])
    after = "".join(between + unit for unit in units[rarest + 1 :])
    start = _NOT_AFTER_LETTER_BUT_PROCLITIC if proclitics else _NOT_AFTER_LETTER
    start = start if begins and run[0] != " " else ""
    end = _NOT_BEFORE_LETTER if ends and run[-1] != " " else ""
    return regex.compile(f"{units[rarest]}(?<={start}{before}{units[rarest]}){after}{end}", regex.VERSION1)


def _rank(letter: str, unit: str) -> int:
    """How good a letter is to look for first: rare ones are, and those that are spelt in one way alone."""
    return _FREQUENT.find(letter) + (len(_FREQUENT) if len(unit) == 1 else 0)


@cache
def _class(letter: str, folds: Fold) -> str:
    spellings = alike(letter, folds)
    return letter if spellings == letter else f"[{spellings}]"
