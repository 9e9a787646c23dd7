"""Figures in the tokens of a text: operators, quantity, unit and counted noun put together."""

from fractions import Fraction
from typing import Final, NamedTuple

from annotator.text.figures.figure import Figure
from annotator.text.figures.lexicon import ARTICLE, DASHES
from annotator.text.figures.nouns import Nouns
from annotator.text.figures.phrases import Found, Operators, as_number
from annotator.text.figures.quantities import NUMBER, PART, RANGE, UNCLEAR, VAGUE, Quantity
from annotator.text.figures.tokens import BROKEN, GLUED, NUMERAL
from annotator.text.graphemes import snap

_OF: Final = "من"
_BELOW_ZERO: Final = ("تحت", "الصفر")
_CHANGE_DISTANCE: Final = 5
_FEW: Final = 10


class _Tail(NamedTuple):
    """What follows a number."""

    end: int
    """The token after the figure."""
    unit: str = ""
    operator: str = ""
    words: tuple[int, int] = (0, 0)
    """Tokens of that operator."""
    counted: tuple[int, int] = (0, 0)
    """Tokens of the counted noun phrase."""
    more: Fraction = Fraction(0)
    """What is added after the noun: سنوات ونصف."""
    more_end: int = 0
    is_below_zero: bool = False
    is_known: bool = False
    """Whether the counted noun is in the table."""


class Reader(Nouns):
    """Reads the figures of one text."""

    def at(self, i: int) -> Found | Quantity | None:
        """The figure that shows at the token: at its number, or at a noun that says one.

        A Quantity where there is a number and no figure, to be passed over.
        """
        token = self.tokens[i]
        if token.kind == NUMERAL or token.folded in self.lexicon.words:
            return self._at_number(i)
        if token.folded in self.lexicon.duals:
            return self.read_dual(i)
        if token.folded in self.lexicon.times:
            return self.read_and_a_half(i)
        return self.read_none(i)

    def _at_number(self, i: int) -> Found | Quantity | None:
        if self._ends_alternative(i):
            return Quantity(UNCLEAR, i + 1)
        before, sign, is_negative = self.sign_before(i)
        operators = self.operators(before, self.prefix(i))
        is_from = self.is_from(before - 1)
        is_change = is_from and any(
            self.is_in("change", k) for k in range(max(0, before - _CHANGE_DISTANCE), before)
        )
        quantity = self.quantity(i, is_between=operators.is_range, is_from=is_from, is_change=is_change)
        if quantity is None:
            return None
        passed = quantity._replace(kind=UNCLEAR)
        if quantity.kind == UNCLEAR or operators.is_unclear or self.is_no_figure(i, quantity):
            return passed
        if operators.is_range and quantity.kind != RANGE:
            operators = Operators("", before, 0, before)
        after_noun = self.read_after_noun(i, quantity) if operators.lead == i else None
        if after_noun:
            return after_noun
        word = self.word(i)
        is_one = word is not None and word.says.get("unit") == 1 and quantity.end == i + 1
        if is_one and not operators.operator and not self.unit(i + 1)[0]:
            return passed  # one is said after its noun; before it stands somebody: واحد من أبرز
        if quantity.kind == RANGE and is_from and operators.lead == before:
            cut = len(self.core(before - 1)) - len(_OF)
            operators = Operators("", before - 1, cut, before - 1, is_range=True)
        tail = self._tail(i, quantity, sign, operators)
        if tail is None or not self._stands(i, quantity, operators, tail):
            return passed
        return self._found(i, quantity, operators, tail, before, is_negative=is_negative)

    def _ends_alternative(self, i: int) -> bool:
        """من شهر إلى ثلاثة, بين يوم وثلاثة: the number is the second of two bounds, the first is not said."""
        if self.prefix(i) == "و":
            return self.core(i - 1) in self.lexicon.times and self.core(i - 2) == "بين"
        return self.core(i - 1) in self.lexicon.between and self.core(i - 2) in self.lexicon.times

    # --- after the number ---

    def _tail(self, i: int, quantity: Quantity, sign: str, operators: Operators) -> _Tail | None:
        unit, j = self.unit(quantity.end)
        if unit and sign and unit != sign:
            return None
        operator, end = self.operator_after(j)
        bare = _Tail(end, unit or sign or quantity.unit, operator, (j, end))
        tail = self._with_noun(quantity, bare, operators, has_article=self.has_article(i))
        if tail is not None and not tail.operator:
            operator, end = self.operator_after(tail.end)
            tail = tail._replace(operator=operator, words=(tail.end, end), end=end)
        return tail

    def _with_noun(
        self, quantity: Quantity, tail: _Tail, operators: Operators, *, has_article: bool
    ) -> _Tail | None:
        j = tail.end
        is_of = self.core(j) == _OF and self.tokens[j].gap != BROKEN
        j += is_of
        unit, end = self.unit(j) if is_of and not tail.unit else ("", j)
        if unit:
            return tail._replace(unit=unit, end=end)
        may_count = is_of or not tail.unit or self.is_marked
        if not may_count or not self.noun_end(j) or not self._is_counted(j, quantity, is_of=is_of):
            return tail
        is_definite = self.core(j).startswith(ARTICLE) and not is_of and not tail.unit
        if is_definite and quantity.kind in (NUMBER, RANGE) and not has_article:
            return None  # خمسا المساحة
        is_definite = is_of or quantity.kind in (VAGUE, PART)
        if self.is_marked and operators.lead == 0:
            end = self.phrase_end(j, to_preposition=operators.first > 0)
        else:
            end = self.sure_phrase_end(j, is_definite=is_definite)
        is_few = quantity.low is not None and quantity.low <= _FEW
        if is_few and any(self.is_single_noun(k) for k in range(j + 1, end)):
            return None
        return self._with_more(
            quantity, tail._replace(end=end, counted=(j, end), is_known=self.is_known_noun(j))
        )

    def _with_more(self, quantity: Quantity, tail: _Tail) -> _Tail:
        """سنوات ونصف, درجات تحت الصفر: what changes the number after the noun."""
        noun, after = tail.counted[0], tail.counted[0] + 1
        more, end = self.more_after(after) if quantity.kind == NUMBER else (Fraction(0), after)
        if more:
            named = self.core(end).removeprefix(ARTICLE)
            is_named = named != "" and (named == self.core(noun) or named in self.lexicon.singulars)
            more *= quantity.scale  # مليون طن ونصف
            return tail._replace(counted=(noun, after), end=end + is_named, more=more, more_end=end)
        for k in (after, after + 1):
            if (self.core(k), self.core(k + 1)) == _BELOW_ZERO:
                return tail._replace(counted=(noun, k), end=k + 2, is_below_zero=True)
        return tail

    def _is_counted(self, i: int, quantity: Quantity, *, is_of: bool) -> bool:
        """Whether the number may count this noun."""
        if self.is_marked:
            return True
        folded = self.core(i)
        is_definite = folded.startswith(ARTICLE)
        if is_of or quantity.kind == PART:
            return (
                is_definite
                or self.is_known_noun(i)
                or self._is_owned(folded)
                or folded in self.lexicon.wholes
            )
        if is_definite:
            return quantity.kind == VAGUE
        return self.is_known_noun(i) or not self._is_verb_like(folded)

    def _is_owned(self, folded: str) -> bool:
        """سكانها, جنوده: a noun with a pronoun."""
        stems = [
            folded.removesuffix(pronoun)
            for pronoun in ("ه", "ها", "هم", "هن", "نا")
            if folded.endswith(pronoun)
        ]
        return any(stem in self.lexicon.plurals or stem in self.lexicon.wholes for stem in stems)

    def _is_verb_like(self, folded: str) -> bool:
        """Whether a word that no table knows looks like a verb, or like one with a proclitic."""
        if len(folded) < 3:
            return True
        if not self.keeps_its_letter(folded):
            return True
        if folded.endswith(("وا", "ون")) and not folded.startswith("م"):
            return True
        if folded[0] == "ي" and folded.endswith(("ون", "ان")):
            return True
        is_short = 3 < len(folded) < 6 and not folded.endswith(("ا", "ه", "ات"))
        return folded[0] in "يت" and is_short and folded[2:3] != "ا" and folded[-2:-1] != "ي"

    def _stands(self, i: int, quantity: Quantity, operators: Operators, tail: _Tail) -> bool:
        """Whether there is enough to say that this is a figure."""
        has_noun = tail.counted != (0, 0)
        if self.is_year_like(i, quantity) and not tail.unit:
            is_weak = operators.operator in ("", "<=", "<") and not tail.operator
            if is_weak and not (has_noun and tail.is_known):
                return False
        if self.is_marked and operators.lead == 0:
            return True
        if quantity.kind == PART:
            return has_noun or operators.operator != ""
        dash = i and self.tokens[i].gap == GLUED and self.tokens[i - 1].folded in DASHES
        if dash and self.sign_before(i)[0] == i:
            return False
        is_led = operators.lead < i
        has_scale = quantity.has_scale and (quantity.kind == VAGUE or quantity.end > i + 1)
        return has_noun or is_led or has_scale or bool(tail.unit or tail.operator)

    # --- putting together ---

    def _found(
        self, i: int, quantity: Quantity, operators: Operators, tail: _Tail, before: int, *, is_negative: bool
    ) -> Found:
        number = (
            self.tokens[before].start if is_negative else self.number_start(i),
            self.tokens[max(quantity.end, tail.more_end) - 1].end,
        )
        low = None if quantity.low is None else quantity.low + tail.more
        if low is not None and (is_negative or tail.is_below_zero):
            low = -low
        is_single = quantity.kind in (NUMBER, PART)
        counted = self._counted(tail)
        figure = Figure(
            value=as_number(low) if is_single else None,
            minimum=None if is_single else as_number(low),
            maximum=None if is_single else as_number(quantity.high),
            operator=_operator(quantity, operators.operator or tail.operator),
            unit=tail.unit,
            counted=self.text[slice(*counted)],
            counted_range=counted,
            number_text=self.text[slice(*number)],
            number=number,
            understood=self.said(operators, before, *tail.words),
        )
        first = self.tokens[before].start if before < i else self.number_start(i)
        span = snap(self.text, self.start(operators, first), self.tokens[tail.end - 1].end)
        is_led = operators.lead < before
        is_sure = is_led or quantity.has_scale or bool(counted[1] or tail.unit or tail.operator)
        return Found(figure, *span, min(operators.lead, before), tail.end, is_sure=is_sure)

    def _counted(self, tail: _Tail) -> tuple[int, int]:
        first, last = tail.counted
        return (self.tokens[first].start, self.tokens[last - 1].end) if first < last else (0, 0)


def _operator(quantity: Quantity, said: str) -> str:
    return {RANGE: "range", VAGUE: "vague"}.get(quantity.kind) or said or "="
