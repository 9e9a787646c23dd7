"""Amounts: what a row of numerals and number words says.

A number is groups joined by و, each smaller than the scale of the one before: a coefficient (a numeral, or
words below a thousand) and a scale, a scale alone, or a coefficient alone at the end.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from annotator.text.figures.lexicon import FigureLexicon, Word
from annotator.text.figures.tokens import BROKEN, GLUED, NUMERAL, SIGN, WORD, Token

HALF, THIRD, QUARTER = Fraction(1, 2), Fraction(1, 3), Fraction(1, 4)
LIMIT: Final = 1 << 63
_THOUSAND: Final = 1000
_AND: Final = "و"
_LONGEST: Final = 16
"""Tokens: no amount in words is longer."""


class Amount(NamedTuple):
    """One number."""

    value: Fraction
    end: int
    """The token after it."""
    scale: Fraction
    """The scale of its last group; 1 where it has none."""
    coefficient: Fraction
    """What counts the scale, if the number is one group; else 0."""


class _Group(NamedTuple):
    value: Fraction
    end: int
    scale: Fraction
    coefficient: Fraction


class Numbers:
    """The number words of one text."""

    def __init__(self, text: str, found: Sequence[Token], lexicon: FigureLexicon) -> None:
        self.text = text
        self.tokens = found
        self.lexicon = lexicon

    def word(self, i: int) -> Word | None:
        """What the token may mean in a number; None if nothing, or where there is no token."""
        if not 0 <= i < len(self.tokens) or self.tokens[i].kind == NUMERAL:
            return None
        return self.lexicon.words.get(self.tokens[i].folded)

    def next_word(self, i: int) -> Word | None:
        """The same for a token that goes on a number: on the same line, without proclitics."""
        word = self.word(i)
        return word if word and not word.prefix and self.tokens[i].gap != BROKEN else None

    def is_number(self, i: int) -> bool:
        """Whether the token is a numeral or a word of numbers, ``many`` words aside."""
        if not 0 <= i < len(self.tokens):
            return False
        word = self.word(i)
        return self.tokens[i].kind == NUMERAL or (word is not None and set(word.says) != {"many"})

    def has_vowel(self, i: int, vowel: str) -> bool:
        """Whether the first letter of the number word, after its proclitics, carries this mark."""
        token, word = self.tokens[i], self.word(i)
        if word is None or word.has_article:
            return False
        letters = [k for k in range(token.start, token.end) if self.text[k].isalpha() and self.text[k] != "ـ"]
        at = letters[word.cut] if word.cut < len(letters) else token.start
        return vowel in self.text[at + 1 : at + 3].partition("ـ")[0]

    # --- amounts ---

    def amount(self, i: int, stop: int | None = None) -> Amount | None:
        """The longest number that begins at the token and ends before ``stop``."""
        stop = min(len(self.tokens), i + _LONGEST, stop if stop is not None else len(self.tokens))
        total, j, group = Fraction(0), i, None
        while j < stop and (j == i or self._goes_on(j)):
            following = self._group(j, stop)
            if following is None or (group and following.value >= group.scale):
                break
            total, j = total + following.value, following.end
            coefficient = following.coefficient if group is None else Fraction(0)
            group = following._replace(coefficient=coefficient)
            if group.scale == 1:
                break
        if group is None:
            return None
        total, j = self._with_part(total, j, group.scale, stop)
        return Amount(total, j, group.scale, group.coefficient) if abs(total) < LIMIT else None

    def _goes_on(self, i: int) -> bool:
        token, word = self.tokens[i], self.word(i)
        if token.gap != 1:
            return False
        return token.prefix == _AND if token.kind == NUMERAL else word is not None and word.prefix == _AND

    def _with_part(self, total: Fraction, i: int, scale: Fraction, stop: int) -> tuple[Fraction, int]:
        """The number with the part of its scale that follows: مليون ونصف (المليون)."""
        word = self.word(i) if scale > 1 and i < stop and self._goes_on(i) else None
        part = word.says.get("fraction") if word else None
        if part not in (HALF, THIRD, QUARTER):
            return total, i
        named = self.next_word(i + 1) if i + 1 < stop else None
        if named and "scale" in named.says and named.says["scale"] <= scale:
            return total + part * named.says["scale"], i + 2
        return total + part * scale, i + 1

    def _group(self, i: int, stop: int) -> _Group | None:
        token = self.tokens[i]
        one = Fraction(1)
        if token.kind == NUMERAL:
            if token.value is None:
                return None
            scaled = self._scaled(token.value, i + 1, stop)
            if scaled and token.is_grouped:
                return None
            return scaled or _Group(token.value, i + 1, one, token.value)
        part = self.part(i, stop)
        if part:
            return self._scaled(part[0], part[1], stop)
        small = self.small(i, stop)
        if small is None:
            return self._bare_scale(i, stop)
        value, j = small
        return self._scaled(value, j, stop) or _Group(value, j, one, value)

    def part(self, i: int, stop: int) -> tuple[Fraction, int] | None:
        """The fraction that begins at the token (نصف, ثلاثة أرباع), and the token after it."""
        word = self.word(i)
        if word is None:
            return None
        if "fraction" in word.says:
            return word.says["fraction"], i + 1
        following = self.next_word(i + 1) if i + 1 < stop else None
        if following and "fractions" in following.says and "unit" in word.says:
            return word.says["unit"] * following.says["fractions"], i + 2
        return None

    def _scaled(self, value: Fraction, i: int, stop: int) -> _Group | None:
        word = self.next_word(i) if i < stop else None
        if word is None or not word.says.keys() & {"scale", "scales"}:
            return None
        if word.has_article and value.denominator == 1:
            return None
        scale = word.says.get("scale") or word.says["scales"]
        i += 1
        if scale == _THOUSAND and i < stop:
            word = self.next_word(i)
            if word and not word.has_article and word.says.get("scale", 0) > scale:
                scale, i = scale * word.says["scale"], i + 1
        return _Group(value * scale, i, scale, value)

    def _bare_scale(self, i: int, stop: int) -> _Group | None:
        word = self.word(i)
        if word is None:
            return None
        dual, scale = word.says.get("dual"), word.says.get("scale")
        if dual and (scale is None or self._counts_at_once(i)):
            return _Group(dual, i + 1, dual / 2, Fraction(2))
        if scale is None:
            return None
        return (
            self._scaled(Fraction(1), i, stop)
            if not word.prefix and not word.has_article
            else _Group(scale, i + 1, scale, Fraction(1))
        )

    def _counts_at_once(self, i: int) -> bool:
        """Whether a counted noun follows: ألفا جندي is two thousand, ألفاً by itself one."""
        token = self.tokens[i]
        if "\u064b" in self.text[token.start : token.end] or i + 1 >= len(self.tokens):
            return False
        following = self.tokens[i + 1]
        is_word = following.kind == WORD and following.gap == 1 and not self.is_number(i + 1)
        return is_word and following.folded not in self.lexicon.not_counted and following.folded[0] != _AND

    # --- below a thousand ---

    def small(self, i: int, stop: int) -> tuple[Fraction, int] | None:
        """The number below a thousand that begins at the token, and the token after it."""
        word = self.word(i)
        if word is None or self.tokens[i].kind == SIGN:
            return None
        hundreds = word.says.get("hundred") or word.says.get("hundreds")
        if hundreds:
            return self._with_rest(hundreds, i + 1, stop)
        unit = word.says.get("unit")
        following = self.next_word(i + 1) if i + 1 < stop else None
        if unit and 2 < unit < 10 and following and not following.has_article and "hundred" in following.says:
            return self._with_rest(unit * following.says["hundred"], i + 2, stop)
        return self._below_hundred(i, stop)

    def _with_rest(self, hundreds: Fraction, i: int, stop: int) -> tuple[Fraction, int]:
        rest = self._below_hundred(i, stop) if i < stop and self._goes_on(i) else None
        return (hundreds + rest[0], rest[1]) if rest and rest[0] else (hundreds, i)

    def _below_hundred(self, i: int, stop: int) -> tuple[Fraction, int] | None:
        word = self.word(i)
        if word is None:
            return None
        if "ten" in word.says:
            return word.says["ten"], i + 1
        unit = word.says.get("unit", word.says.get("part"))
        if unit is None:
            return None
        following = self.word(i + 1) if i + 1 < stop and self.tokens[i + 1].gap == 1 else None
        if following and 0 < unit < 10:
            if "teen" in following.says and not following.prefix and not following.has_article:
                return unit + following.says["teen"], i + 2
            if "ten" in following.says and following.prefix == _AND:
                return unit + following.says["ten"], i + 2
        return (unit, i + 1) if "unit" in word.says else None


__all__ = ["GLUED", "HALF", "LIMIT", "QUARTER", "THIRD", "Amount", "Numbers"]
