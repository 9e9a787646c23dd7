"""Figures in the tokens of a text: operators, quantity, unit and counted noun put together.

Offsets are code points, ranges half-open.
"""

from fractions import Fraction
from typing import Final, NamedTuple

from annotator.text.figures.contexts import Contexts
from annotator.text.figures.figure import Figure
from annotator.text.figures.lexicon import ARTICLE, DASHES
from annotator.text.figures.numbers import HALF, LIMIT, QUARTER, THIRD
from annotator.text.figures.quantities import NUMBER, PART, RANGE, UNCLEAR, VAGUE, Quantity
from annotator.text.figures.tokens import BROKEN, GLUED, NUMERAL, PROCLITICS, SIGN, SPACED, WORD
from annotator.text.graphemes import snap

_LEAD: Final = "-"
_RANGE_WORD: Final = "range"
_FROM: Final = ("من", "ومن", "فمن")
_OF: Final = "من"
_MOST_OPERATORS: Final = 4
_CHANGE_DISTANCE: Final = 5
_MOST_FILLERS: Final = 6


class Operators(NamedTuple):
    """The operators before a number."""

    operator: str
    """The one that counts; empty if none."""
    first: int
    """The first token of those that say something."""
    cut: int
    """Proclitics on that token."""
    lead: int
    """The first token of all of them, those that only lead to the number too."""
    is_range: bool
    is_unclear: bool


class Found(NamedTuple):
    """A figure and where it stands."""

    figure: Figure
    start: int
    end: int
    lead: int
    """The first token of the words that lead to it."""
    last: int
    """The token after it."""
    is_sure: bool
    """Whether it stands on something: a counted noun, a unit, an operator, a scale."""


class _Tail(NamedTuple):
    """What follows a number."""

    end: int
    """The token after the figure."""
    unit: str = ""
    operator: str = ""
    counted: tuple[int, int] = (0, 0)
    """Tokens of the counted noun phrase."""
    more: Fraction = Fraction(0)
    """What is added after the noun: سنوات ونصف."""
    more_end: int = 0
    is_below_zero: bool = False
    is_known: bool = False
    """Whether the counted noun is in the table."""


class Reader(Contexts):
    """Reads the figures of one text, marked (the text is the expression) or running."""

    is_marked = False

    def read(self, i: int) -> Found | Quantity | None:
        """The figure whose number begins at the token; a Quantity where it is none, to be passed over."""
        before, sign, is_negative = self._sign_before(i)
        operators = self._operators(before, self._prefix(i))
        is_from = before > 0 and self.core(before - 1) in _FROM
        is_change = is_from and self._is_change(before)
        quantity = self.quantity(i, is_between=operators.is_range, is_from=is_from, is_change=is_change)
        if quantity is None:
            return None
        passed = quantity._replace(kind=UNCLEAR)
        if quantity.kind == UNCLEAR or operators.is_unclear or self.is_no_figure(i, quantity):
            return passed
        if operators.is_range and quantity.kind != RANGE:
            operators = Operators("", before, 0, before, is_range=False, is_unclear=False)
        after_noun = self._after_noun(i, quantity, operators)
        if after_noun:
            return after_noun
        tail = self._tail(i, quantity, sign)
        if tail is None or not self._stands(i, quantity, operators, tail):
            return passed
        first = operators.first
        if quantity.kind == RANGE and is_from and first == before:
            first = before - 1
            operators = operators._replace(
                first=first, lead=min(first, operators.lead), cut=len(self.core(first)) - 2
            )
        return self._found(i, quantity, operators, tail, before, is_negative=is_negative)

    # --- before the number ---

    def _prefix(self, i: int) -> str:
        word = self.word(i)
        return self.tokens[i].prefix if self.tokens[i].kind == NUMERAL else word.prefix if word else ""

    def _sign_before(self, i: int) -> tuple[int, str, bool]:
        """The token the expression begins with, as far as signs go; the unit a sign says; a minus."""
        token = self.tokens[i]
        if i and token.gap != BROKEN and self.tokens[i - 1].folded in self.lexicon.negatives:
            return i - 1, "", True
        if i == 0 or token.kind != NUMERAL or token.gap == BROKEN or token.prefix:
            return i, "", False
        sign = self.tokens[i - 1]
        if sign.kind != SIGN:
            return i, "", False
        if sign.folded in self.lexicon.signs and not (
            i > 1 and self.tokens[i - 2].kind == NUMERAL and sign.gap == GLUED
        ):
            return i - 1, self.lexicon.signs[sign.folded], False
        is_minus = sign.folded in DASHES - {"ـ"} and token.gap == GLUED
        is_free = i == 1 or (sign.gap != GLUED and self.tokens[i - 2].kind != NUMERAL)
        return (i - 1, "", True) if is_minus and is_free else (i, "", False)

    def _operators(self, i: int, prefix: str) -> Operators:
        said: list[str] = []
        first, cut, k = i, 0, i
        if prefix[:1] in ("و", "ف"):
            return Operators("", i, 0, i, is_range=False, is_unclear=False)
        for _ in range(_MOST_OPERATORS):
            operator, start, proclitics = self.operator_before(k)
            if not operator:
                break
            k = start
            if operator != _LEAD:
                said.append(operator)
                first, cut = start, proclitics
        is_range = _RANGE_WORD in said
        bounds = {operator for operator in said if operator not in ("~", _RANGE_WORD)}
        operator = bounds.pop() if len(bounds) == 1 else "~" if "~" in said else ""
        return Operators(operator, first, cut, k, is_range, is_unclear=bool(bounds) and not operator)

    def _is_change(self, i: int) -> bool:
        return any(self.is_in("change", k) for k in range(max(0, i - _CHANGE_DISTANCE), i))

    # --- after the number ---

    def _tail(self, i: int, quantity: Quantity, sign: str) -> _Tail | None:
        unit, j = self.unit(quantity.end)
        if unit and sign:
            return None
        unit = unit or sign or quantity.unit
        operator, j = self.operator_after(j)
        tail = self._with_noun(i, quantity, _Tail(j, unit, operator))
        if not tail.operator:
            operator, j = self.operator_after(tail.end)
            tail = tail._replace(operator=operator, end=j)
        return tail

    def _with_noun(self, i: int, quantity: Quantity, tail: _Tail) -> _Tail:
        j = tail.end
        is_of = self.core(j) == _OF and self.tokens[j].gap != BROKEN if j < len(self.tokens) else False
        j += is_of
        if is_of and not tail.unit:
            unit, end = self.unit(j)
            if unit:
                return tail._replace(unit=unit, end=end)
        if not self.noun_end(j) or (tail.unit and not is_of and not self.is_marked):
            return tail
        is_definite = is_of or quantity.kind in (VAGUE, PART)
        if not self._is_counted(j, quantity, is_of=is_of):
            return tail
        end = self.phrase_end(j) if self.is_marked else self.sure_phrase_end(j, is_definite=is_definite)
        tail = tail._replace(end=end, counted=(j, end), is_known=self._is_known(j))
        return self._with_more(tail, quantity)

    def _with_more(self, tail: _Tail, quantity: Quantity) -> _Tail:
        """سنوات ونصف, درجات تحت الصفر: what changes the number after the noun."""
        noun = tail.counted[0] + 1
        word = self.word(noun) if noun < len(self.tokens) and self.tokens[noun].gap == SPACED else None
        part = word.says.get("fraction") if word and word.prefix == "و" else None
        if part in (HALF, THIRD, QUARTER) and quantity.kind == NUMBER:
            end = noun + 1
            named = self.core(end).removeprefix(ARTICLE)
            counted = self.core(noun - 1)
            if named and (named == counted or named in self.lexicon.singulars):
                end += 1
            return tail._replace(counted=(noun - 1, noun), end=end, more=part, more_end=noun + 1)
        for k in range(noun, min(noun + 2, len(self.tokens))):
            if self.core(k) == "تحت" and self.core(k + 1) == "الصفر":
                return tail._replace(counted=(noun - 1, k), end=k + 2, is_below_zero=True)
        return tail

    def _is_counted(self, i: int, quantity: Quantity, *, is_of: bool) -> bool:
        """Whether the number may count this noun."""
        folded = self.core(i)
        if self.is_marked:
            return True
        is_definite = folded.startswith(ARTICLE)
        if is_of or quantity.kind == PART:
            return is_definite or self._is_known(i) or self._is_owned(folded) or folded in self.lexicon.wholes
        if is_definite:
            return quantity.kind == VAGUE
        if self._is_known(i):
            return True
        return not self._is_verb_like(folded)

    def _is_known(self, i: int) -> bool:
        word = self.core(i).removeprefix(ARTICLE)
        known = word in self.lexicon.singulars or word in self.lexicon.plurals
        return known or (word.endswith("ا") and word[:-1] in self.lexicon.singulars)

    def _is_owned(self, folded: str) -> bool:
        """سكانها, جنوده: a noun with a pronoun."""
        stems = [folded.removesuffix(pronoun) for pronoun in ("ه", "ها", "هم", "هن", "نا") if folded.endswith(pronoun)]
        return any(stem in self.lexicon.plurals or stem in self.lexicon.wholes for stem in stems)

    def _is_verb_like(self, folded: str) -> bool:
        """Whether a word that no table knows looks like a verb, or like one with a proclitic."""
        if len(folded) < 3:
            return True
        if folded[0] in "وفبلك" and not any(form in self.lexicon.whole_words for form in _stems(folded)):
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
            weak = operators.operator in ("", "<=", "<") and not tail.operator
            if weak and not (has_noun and tail.is_known):
                return False
        if self.is_marked and operators.lead == 0:
            return True
        is_led = operators.lead < i
        if quantity.kind == PART:
            return has_noun or bool(operators.operator) or self.is_marked and is_led
        if (
            self.tokens[i].gap == GLUED
            and i
            and not self._sign_before(i)[1]
            and self.tokens[i - 1].folded in DASHES
        ):
            return False
        return has_noun or bool(tail.unit) or is_led or bool(tail.operator) or quantity.has_scale

    # --- numerals after the noun ---

    def _after_noun(self, i: int, quantity: Quantity, operators: Operators) -> Found | None:
        """المحطات الأربع, الدول الـ27, جندي واحد: the noun stands before the number."""
        word, token = self.word(i), self.tokens[i]
        if i == 0 or token.gap == BROKEN or quantity.kind not in (NUMBER, VAGUE) or operators.lead != i:
            return None
        is_article = (
            token.prefix == ARTICLE
            if token.kind == NUMERAL
            else word is not None and word.has_article and not word.prefix
        )
        is_one = (
            quantity.end == i + 1
            and token.kind == WORD
            and word is not None
            and not word.prefix
            and not is_article
        )
        if (
            is_one
            and quantity.low is not None
            and quantity.low == 1
            and "unit" in (word.says if word else {})
        ):
            return self._one_after_noun(i, quantity)
        if not is_article or quantity.kind == VAGUE:
            return None
        head = self._head(i)
        if head is None:
            return None
        counts_on = self.noun_end(quantity.end) and not self.core(quantity.end).startswith(ARTICLE)
        return self._noun_found(head, i, quantity) if head == i - 1 or not counts_on else None

    def _head(self, i: int) -> int | None:
        """The plural that heads the noun phrase before the token."""
        limit = 0 if self.is_marked else max(0, i - 4)
        if self.is_marked and self.tokens[0].kind == WORD and self._is_plural(self._bare(0)[0]):
            return 0
        for k in range(i - 1, limit - 1, -1):
            if self.tokens[k].kind == NUMERAL or (
                self.tokens[k].kind == SIGN and self.tokens[k].folded not in '«»"“”'
            ):
                return None
            if self.tokens[k + 1].gap == BROKEN:
                return None
            if self.tokens[k].kind == WORD:
                bare, is_definite = self._bare(k)
                if self._is_plural(bare) and (is_definite or k < i - 1):
                    return k
                if self.tokens[k].folded in self.lexicon.not_counted:
                    return None
        return None

    def _bare(self, i: int) -> tuple[str, bool]:
        """The noun without proclitics and article, and whether it has the article."""
        folded = self.tokens[i].folded
        for proclitics in PROCLITICS:
            article = "ل" if proclitics.endswith("ل") else ARTICLE
            if folded.startswith(proclitics + article) and len(folded) > len(proclitics) + 4:
                return folded[len(proclitics) + len(article) :], True
        for proclitics in PROCLITICS:
            if folded.startswith(proclitics) and self._is_plural(folded[len(proclitics) :]):
                return folded[len(proclitics) :], False
        return folded, False

    def _one_after_noun(self, i: int, quantity: Quantity) -> Found | None:
        noun = self.tokens[i - 1]
        bare = next(
            (
                noun.folded[len(p) :]
                for p in PROCLITICS
                if noun.folded.startswith(p)
                and noun.folded[len(p) :].removesuffix("ا")
                in self.lexicon.singulars | frozenset((noun.folded[len(p) :],)) & self.lexicon.singulars
            ),
            None,
        )
        if noun.kind != WORD or bare is None:
            return None
        head = i - 1
        return self._noun_found(head, i, quantity, len(noun.folded) - len(bare))

    def _noun_found(self, head: int, i: int, quantity: Quantity, cut: int | None = None) -> Found:
        if cut is None:
            bare, is_definite = self._bare(head)
            whole = len(self.tokens[head].folded)
            cut = whole - len(bare) - (2 if is_definite else 0)
            cut = max(cut, 0)
        operators = (
            self._operators(head, "")
            if cut == 0
            else Operators("", head, 0, head, is_range=False, is_unclear=False)
        )
        start = self.offset(head, cut)
        operator, last = self.operator_after(quantity.end)
        first = start if operators.first == head else self.offset(operators.first, operators.cut)
        end = self.tokens[last - 1].end
        value = _number(quantity.low)
        figure = Figure(
            value=value,
            operator=operators.operator or operator or "=",
            counted=self.text[start : self.tokens[i - 1].end],
            counted_range=(start, self.tokens[i - 1].end),
            number_text=self.text[self._number_start(i) : self.tokens[quantity.end - 1].end],
            number=(self._number_start(i), self.tokens[quantity.end - 1].end),
        )
        return Found(figure, *snap(self.text, first, end), operators.lead, last, is_sure=True)

    # --- duals and none ---

    def read_dual(self, i: int) -> Found | None:
        """جنديان: a noun that says two by its ending."""
        token = self.tokens[i]
        cut = next(
            (
                len(p)
                for p in PROCLITICS
                if token.folded.startswith(p) and token.folded[len(p) :] in self.lexicon.duals
            ),
            None,
        )
        if cut is None:
            return None
        if self.is_marked:
            end = self.phrase_end(i)
        else:
            end = self.sure_phrase_end(i, is_definite=False)
        following = self.word(end)
        number_end = i + 1
        if following and following.says.get("unit") == 2 and not following.prefix:
            end = end + 1
            number_end = end
        counted_end = end if number_end == i + 1 else end - 1
        tail = _Tail(end, counted=(i, counted_end))
        more = self._with_more(tail, Quantity(NUMBER, i, Fraction(2), Fraction(2)))
        operator, last = self.operator_after(more.end)
        operators = self._operators(i, token.folded[:cut])
        if operators.is_range or operators.is_unclear:
            return None
        start = self.offset(i, cut)
        number = (
            (self.offset(end - 1, 0), self.tokens[end - 1].end)
            if number_end > i + 1
            else (start, self.tokens[max(more.more_end, i + 1) - 1].end)
        )
        figure = Figure(
            value=_number(Fraction(2) + more.more),
            operator=operators.operator or operator or "=",
            counted=self.text[start : self.tokens[more.counted[1] - 1].end],
            counted_range=(start, self.tokens[more.counted[1] - 1].end),
            number_text=self.text[slice(*number)],
            number=number,
        )
        first = start if operators.first == i else self.offset(operators.first, operators.cut)
        return Found(
            figure, *snap(self.text, first, self.tokens[last - 1].end), operators.lead, last, is_sure=True
        )

    def read_and_a_half(self, i: int) -> Found | None:
        """عام ونصف: one and a half, without a number."""
        folded = self.tokens[i].folded
        cut = next(
            (len(p) for p in PROCLITICS if folded.startswith(p) and folded[len(p) :] in self.lexicon.times),
            None,
        )
        if cut is None:
            return None
        tail = self._with_more(
            _Tail(i + 1, counted=(i, i + 1)), Quantity(NUMBER, i, Fraction(1), Fraction(1))
        )
        if not tail.more:
            return None
        operators = self._operators(i, folded[:cut])
        operator, last = self.operator_after(tail.end)
        if operators.is_range or operators.is_unclear:
            return None
        start, end = self.offset(i, cut), self.tokens[i].end
        number = (start, self.tokens[tail.more_end - 1].end)
        figure = Figure(
            value=_number(1 + tail.more),
            operator=operators.operator or operator or "=",
            counted=self.text[start:end],
            counted_range=(start, end),
            number_text=self.text[slice(*number)],
            number=number,
        )
        first = start if operators.first == i else self.offset(operators.first, operators.cut)
        return Found(
            figure, *snap(self.text, first, self.tokens[last - 1].end), operators.lead, last, is_sure=True
        )

    def read_none(self, i: int) -> Found | None:
        """دون تسجيل إصابات: losses that there were none of."""
        folded = self.tokens[i].folded
        cut = 1 if folded[:1] in "وف" and folded[1:] in self.lexicon.nothing else 0
        if folded[cut:] not in self.lexicon.nothing:
            return None
        k = i + 1
        while (
            k < len(self.tokens)
            and k <= i + _MOST_FILLERS
            and self.core(k) in self.lexicon.fillers
            and self.tokens[k].gap == SPACED
        ):
            k += 1
        if k >= len(self.tokens) or self.core(k) not in self.lexicon.losses or self.tokens[k].gap != SPACED:
            return None
        end = self.phrase_end(k) if self.is_marked else self.sure_phrase_end(k, is_definite=False)
        first = i - 1 if i and self.core(i - 1) in _FROM and self.tokens[i].gap == SPACED else i
        start = self.offset(first, cut if first == i else len(self.core(first)) - 2)
        counted = (self.tokens[k].start, self.tokens[end - 1].end)
        figure = Figure(value=0, counted=self.text[slice(*counted)], counted_range=counted)
        return Found(figure, *snap(self.text, start, counted[1]), first, end, is_sure=True)

    def _fills(self, k: int, i: int) -> bool:
        """Whether the token may stand between a negation and the losses; one subject may: لم يسفر الهجوم عن."""
        is_subject = k == i + 2 and self.core(k).startswith(ARTICLE) and self.core(k + 1) in self.lexicon.fillers
        return self.core(k) in self.lexicon.fillers or is_subject

    # --- putting together ---

    def _found(
        self, i: int, quantity: Quantity, operators: Operators, tail: _Tail, before: int, *, is_negative: bool
    ) -> Found:
        number = (
            self.tokens[before].start if is_negative else self._number_start(i),
            self.tokens[max(quantity.end, tail.more_end) - 1].end,
        )
        low, high = _signed(quantity.low, tail, is_negative=is_negative), quantity.high
        single = quantity.kind in (NUMBER, PART)
        counted = self._counted(tail)
        figure = Figure(
            value=_number(low) if single else None,
            minimum=None if single else _number(low),
            maximum=None if single else _number(high),
            operator=_operator(quantity, operators.operator or tail.operator),
            unit=tail.unit,
            counted=self.text[slice(*counted)],
            counted_range=counted,
            number_text=self.text[slice(*number)],
            number=number,
        )
        start = self._start(i, operators, before)
        end = self.tokens[tail.end - 1].end
        is_led = operators.lead < before
        is_sure = bool(counted[1] or tail.unit or is_led or tail.operator or quantity.has_scale)
        return Found(
            figure, *snap(self.text, start, end), min(operators.lead, before), tail.end, is_sure=is_sure
        )

    def _counted(self, tail: _Tail) -> tuple[int, int]:
        first, last = tail.counted
        if first == last:
            return (0, 0)
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        if self.tokens[first].kind == SIGN:
            start = self.tokens[first].end
        return (start, end)

    def _start(self, i: int, operators: Operators, before: int) -> int:
        if operators.first < before:
            return self.offset(operators.first, operators.cut)
        return self.tokens[before].start if before < i else self._number_start(i)

    def _number_start(self, i: int) -> int:
        word = self.word(i)
        return self.offset(i, word.cut) if word else self.tokens[i].start

    def offset(self, i: int, letters: int) -> int:
        """Where the token goes on after so many folded letters and the marks and tatweels they carry."""
        token = self.tokens[i]
        k = token.start
        while letters and k < token.end:
            letters -= self.text[k].isalpha() and self.text[k] != "ـ"
            k += 1
            while k < token.end and not (self.text[k].isalpha() and self.text[k] != "ـ"):
                k += 1
        return k


def _stems(folded: str) -> list[str]:
    return [folded, *(folded.removesuffix(ending) + more for ending in ("ا", "ات", "ين") for more in ("", "ه"))]


def _signed(low: Fraction | None, tail: _Tail, *, is_negative: bool) -> Fraction | None:
    if low is None:
        return None
    low += tail.more
    return -low if is_negative or tail.is_below_zero else low


def _operator(quantity: Quantity, said: str) -> str:
    return {RANGE: "range", VAGUE: "vague"}.get(quantity.kind) or said or "="


def _number(value: Fraction | None) -> int | float | None:
    if value is None or abs(value) >= LIMIT:
        return None
    return int(value) if value.denominator == 1 else float(value)
