"""Quantities: one number, a range of two, a fraction, a vague plural."""

from fractions import Fraction
from typing import Final, NamedTuple

from annotator.text.figures.lexicon import ARTICLE, DASHES, GAP, Node
from annotator.text.figures.numbers import Amount, Numbers
from annotator.text.figures.tokens import BROKEN, NUMERAL, PROCLITICS, SIGN, SPACED, WORD

NUMBER, RANGE, PART, VAGUE, UNCLEAR = "number", "range", "part", "vague", "unclear"

_DAMMA, _FATHA = "\u064f", "\u064e"
_TO: Final = "الي"
_UNTIL: Final = ("حتي", "لغايه")
_TO_A_NUMBER: Final = ("من", "علي", "عن")
"""After an operator these lead to another number: وأكثر من 30."""
_AND: Final = ("و", "وال")
_LONGEST_GAP: Final = 3
_LONGEST_BETWEEN: Final = 14
_SCORE: Final = 10
"""Two numbers below it with a dash between may be a result: 2-1."""
_HUNDRED: Final = 100
_THOUSAND: Final = 1000


class Quantity(NamedTuple):
    """What is counted, before anything is known of what is counted."""

    kind: str
    """NUMBER, RANGE, PART, VAGUE, or UNCLEAR: there is a number and it is not understood."""
    end: int
    """The token after it."""
    low: Fraction | None = None
    high: Fraction | None = None
    """The same as ``low`` for one number."""
    scale: Fraction = Fraction(1)
    """The scale of its last group, or what a vague plural stands for; 1 where there is none."""
    unit: str = ""
    """The unit, where it stands between two bounds: 10% إلى 15%."""

    @property
    def has_scale(self) -> bool:
        """Whether ألف, مليون or the like is part of it."""
        return self.scale > 1


class Quantities(Numbers):
    """The quantities of one text."""

    def quantity(
        self, i: int, *, is_between: bool = False, is_from: bool = False, is_change: bool = False
    ) -> Quantity | None:
        """The quantity that begins at the token; UNCLEAR ones are to be passed over whole."""
        vague = self._vague(i)
        if vague:
            return vague
        if self.tokens[i].kind == NUMERAL and self.tokens[i].value is None:
            return Quantity(UNCLEAR, self._after_numbers(i))
        amount = self.amount(i)
        if amount is None:
            return self._part(i)
        if amount.end == i + 1 and self._is_homograph(i):
            return self._homograph(i) if not is_between else Quantity(UNCLEAR, i + 1)
        found = self._between(i) if is_between else None
        found = found or self._range(amount, is_from=is_from, is_change=is_change)
        if found:
            return found
        amount = self._and_a_half(amount)
        word = self.word(i)
        is_definite = word is not None and word.has_article
        if amount.end < len(self.tokens) and not is_definite and self._runs_on(amount.end):
            return Quantity(UNCLEAR, self._after_numbers(amount.end))
        return Quantity(NUMBER, amount.end, amount.value, amount.value, amount.scale)

    def _and_a_half(self, amount: Amount) -> Amount:
        """ثلاثة ونصف في المئة: a part that no noun or scale stands before."""
        end = amount.end
        word = self.word(end) if amount.scale == 1 and end < len(self.tokens) and self._goes_on(end) else None
        part = word.says.get("fraction") if word else None
        if part is None or part.numerator != 1 or self.unit(end + 1)[0] != "%":
            return amount
        return amount._replace(value=amount.value + part, end=end + 1)

    def _after_numbers(self, i: int) -> int:
        while self.is_number(i) and (i == 0 or self.tokens[i].gap != BROKEN):
            i += 1
        return max(i, 1)

    def _runs_on(self, i: int) -> bool:
        """Whether a number goes on where it should have ended: ثلاثة خمسة, ٣ آلاف ألف."""
        word, token = self.word(i), self.tokens[i]
        if token.gap == BROKEN or not self.is_number(i):
            return False
        if token.kind == NUMERAL:
            return not token.prefix
        return word is not None and not word.prefix and not word.has_article and token.kind == WORD

    # --- vague ---

    def _vague(self, i: int) -> Quantity | None:
        word = self.word(i)
        if word is None:
            return None
        if "few" in word.says and not word.has_article:
            return self._few(i, word.says["few"], word.says["most"])
        many = "many" in word.says and not word.has_article
        base, end = self._vague_base(i + 1 if many else i)
        if base:
            return Quantity(VAGUE, end, 2 * base, 10 * base - 1, base)
        return Quantity(VAGUE, i + 1) if many else None

    def _vague_base(self, i: int) -> tuple[Fraction, int]:
        """What vague plurals multiply to, and the token after them; 0 where there is none."""
        base, j = Fraction(1), i
        for kind in ("vague", "scales"):
            word = self.word(j) if j == i else self.next_word(j)
            if word and kind in word.says:
                base, j = base * word.says[kind], j + 1
        return (base, j) if j > i else (Fraction(0), i)

    def _few(self, i: int, least: Fraction, most: Fraction) -> Quantity | None:
        following = self.word(i + 1)
        if following and "teen" in following.says and not following.prefix:
            return Quantity(VAGUE, i + 2, 10 + least, 10 + most)
        if following and "ten" in following.says and following.prefix == "و":
            ten = following.says["ten"]
            return Quantity(VAGUE, i + 2, ten + least, ten + most)
        base, end = self._vague_base(i + 1)
        if base:
            return Quantity(VAGUE, end, least * base, 10 * base - 1, base)
        return Quantity(VAGUE, i + 1, least, most)

    # --- fractions ---

    def _part(self, i: int) -> Quantity | None:
        word = self.word(i)
        if word is None:
            return None
        if "hidden" in word.says and self.has_vowel(i, _DAMMA):
            return Quantity(PART, i + 1, word.says["hidden"], word.says["hidden"])
        part = self.part(i, len(self.tokens))
        return Quantity(PART, part[1], part[0], part[0]) if part else None

    def _is_homograph(self, i: int) -> bool:
        word = self.word(i)
        return word is not None and "homograph" in word.says

    def _homograph(self, i: int) -> Quantity:
        """خمس: five before a plural, a fifth before a whole; unclear where neither is plain."""
        word = self.lexicon.words[self.tokens[i].folded]
        number = Quantity(NUMBER, i + 1, word.says["unit"], word.says["unit"])
        part = Quantity(PART, i + 1, word.says["homograph"], word.says["homograph"])
        if self.has_vowel(i, _DAMMA):
            return part
        if word.has_article or self.has_vowel(i, _FATHA):
            return number
        unclear = Quantity(UNCLEAR, i + 1)
        noun = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if noun is None or noun.kind != WORD or noun.gap == BROKEN:
            return (
                self._range(Amount(word.says["unit"], i + 1, Fraction(1), word.says["unit"]), is_from=False)
                or unclear
            )
        joined = self._range(Amount(word.says["unit"], i + 1, Fraction(1), word.says["unit"]), is_from=False)
        if joined:
            return joined
        bare = noun.folded.removeprefix("ال")
        if bare in self.lexicon.wholes:
            return part
        if bare != noun.folded:
            return part if bare.endswith(("ين", "ون")) else unclear  # five would be خمسة before men
        if self.is_plural(bare):
            return number
        following = self.tokens[i + 2] if i + 2 < len(self.tokens) else None
        is_owned = following is not None and following.kind == WORD and following.folded.startswith("ال")
        if bare in self.lexicon.singulars or is_owned:
            return unclear
        return number

    def is_plural(self, bare: str) -> bool:
        """Whether a noun without its article is surely a plural."""
        return bare in self.lexicon.plurals or (len(bare) > 3 and bare.endswith("ات"))

    # --- ranges ---

    def _range(self, first: Amount, *, is_from: bool, is_change: bool = False) -> Quantity | None:
        """The range whose first bound ends here: 10-15, 10 إلى 15, ثلاثة أو أربعة."""
        unit, joint = self.unit(first.end)
        repeats = not unit and self.is_known_noun(first.end)
        joint += repeats
        if not self._joins(joint, is_from=is_from):
            return None
        at = joint + 1
        if (
            at < len(self.tokens)
            and self.tokens[at].kind == SIGN
            and self.tokens[at].folded in self.lexicon.signs
        ):
            at += 1
        second = self.amount(at) if at < len(self.tokens) and self.tokens[at].gap != BROKEN else None
        if second is None or (unit and self.unit(second.end)[0] not in ("", unit)):
            return None
        if repeats and not self.is_known_noun(second.end):
            return None
        if is_change:
            return Quantity(UNCLEAR, joint)
        is_score = self.tokens[joint].kind == SIGN and first.value < _SCORE and second.value < _SCORE
        if is_score and not unit and not self.has_measure(second.end):
            return Quantity(UNCLEAR, second.end)
        return self._bounds(first, second, unit) or Quantity(UNCLEAR, second.end)

    def has_measure(self, i: int) -> bool:
        """Whether a noun or a unit follows."""
        if self.unit(i)[0]:
            return True
        return i < len(self.tokens) and self.tokens[i].kind == WORD and self.tokens[i].gap == 1

    def _joins(self, i: int, *, is_from: bool) -> bool:
        if i >= len(self.tokens) or self.tokens[i].gap == BROKEN:
            return False
        token = self.tokens[i]
        if token.kind == SIGN:
            return token.folded in DASHES
        return token.folded in self.lexicon.between and (token.folded not in _UNTIL or is_from)

    def _between(self, i: int) -> Quantity | None:
        """The range after بين: its bounds are joined by و, as the words of a number are."""
        found = []
        for k in range(i + 1, min(len(self.tokens), i + _LONGEST_BETWEEN)):
            token, word = self.tokens[k], self.word(k)
            joint = token.prefix if token.kind == NUMERAL else word.prefix if word else ""
            if token.gap != SPACED or joint not in _AND:
                continue
            first, second = self.amount(i, stop=k), self.amount(k)
            if first is None or second is None:
                continue
            unit, end = self.unit(first.end)
            end += not unit and self.is_known_noun(end) and self.is_known_noun(second.end)
            bounds = self._bounds(first, second, unit) if end == k else None
            if bounds:
                found.append(bounds)
        longest = max((bounds.end for bounds in found), default=0)
        found = [bounds for bounds in found if bounds.end == longest]
        if not found:
            return None
        return found[0] if len(found) == 1 else Quantity(UNCLEAR, longest)

    def _bounds(self, first: Amount, second: Amount, unit: str) -> Quantity | None:
        """The range from one to the other; the scale of the second may be meant for both."""
        low = first.value
        if first.scale == 1 and second.scale > 1:
            if second.coefficient > 0 and low < second.coefficient:
                low *= second.scale
            elif not (second.scale == _THOUSAND and low >= _HUNDRED and second.coefficient == 1):
                return None
        if low >= second.value or (unit == "" and _are_years(low, second.value)):
            return None
        return Quantity(RANGE, second.end, low, second.value, max(first.scale, second.scale), unit)

    def is_known_noun(self, i: int) -> bool:
        """Whether the table of counted nouns has the word."""
        if i >= len(self.tokens) or self.tokens[i].gap == BROKEN:
            return False
        word = self.tokens[i].folded.removeprefix(ARTICLE)
        known = word in self.lexicon.singulars or word in self.lexicon.plurals
        return known or (word.endswith("ا") and word[:-1] in self.lexicon.singulars)

    # --- units and operators ---

    def unit(self, i: int) -> tuple[str, int]:
        """The unit that begins at the token, and the token after it; empty where there is none."""
        if i >= len(self.tokens) or self.tokens[i].gap == BROKEN:
            return "", i
        token = self.tokens[i]
        if token.folded in self.lexicon.signs:
            return self.lexicon.signs[token.folded], i + 1
        means, end = self._phrase(self.lexicon.units, i)
        return (self.text[token.start : token.end] if means == "word" else means, end)

    def operator_after(self, i: int) -> tuple[str, int]:
        """The operator whose words begin at the token, and the token after them."""
        operator, end = self._phrase(self.lexicon.after, i)
        goes_on = (
            end < len(self.tokens) and self.tokens[end].folded in _TO_A_NUMBER and self.is_number(end + 1)
        )
        return ("", i) if goes_on else (operator, end)

    def operator_before(self, i: int) -> tuple[str, int, int]:
        """The operator whose words end before the token; its first token, and the proclitics on that."""
        return self._phrase_before(self.lexicon.before, i - 1) or ("", i, 0)

    def _phrase_before(self, node: Node, k: int) -> tuple[str, int, int] | None:
        """The longest way on from the node, token by token towards the beginning."""
        if k < 0 or self.tokens[k].kind != WORD or self.tokens[k + 1].gap == BROKEN:
            return None
        folded = self.tokens[k].folded
        following = node.next.get(folded)
        longer = self._phrase_before(following, k - 1) if following else None
        if longer:
            return longer
        for proclitics in PROCLITICS:
            step = node.next.get(folded[len(proclitics) :]) if folded.startswith(proclitics) else None
            if step and step.ends is not None:
                return step.ends, k, len(proclitics)
        return self._after_gap(node, k)

    def _after_gap(self, node: Node, k: int) -> tuple[str, int, int] | None:
        """The same where other words stand between: لا يقل عدد القتلى عن."""
        beyond = node.next.get(GAP)
        for m in range(k, max(-1, k - _LONGEST_GAP), -1) if beyond else ():
            token = self.tokens[m]
            if token.kind != WORD or token.folded in self.lexicon.not_counted or self.is_number(m):
                return None
            found = self._phrase_before(beyond, m - 1) if beyond and token.gap != BROKEN else None
            if found:
                return found
        return None

    def _phrase(self, root: Node, i: int) -> tuple[str, int]:
        node, found, k = root, ("", i), i
        while (
            k < len(self.tokens) and self.tokens[k].kind == WORD and (k == i or self.tokens[k].gap != BROKEN)
        ):
            step = node.next.get(self.tokens[k].folded)
            if step is None:
                break
            node, k = step, k + 1
            if node.ends is not None:
                found = (node.ends, k)
        return found


def _are_years(low: Fraction, high: Fraction) -> bool:
    return all(bound.denominator == 1 and 1800 <= bound <= 2100 for bound in (low, high))
