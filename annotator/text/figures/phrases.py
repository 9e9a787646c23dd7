"""What makes an expression of a quantity: signs and operators before it, and where it begins."""

from fractions import Fraction
from typing import Final, NamedTuple

from annotator.text.figures.contexts import Contexts
from annotator.text.figures.figure import Figure
from annotator.text.figures.lexicon import DASHES
from annotator.text.figures.numbers import LIMIT
from annotator.text.figures.tokens import BROKEN, GLUED, NUMERAL, SIGN
from annotator.text.graphemes import snap

_LEAD: Final = "-"
_RANGE_WORD: Final = "range"
_FROM: Final = ("من", "ومن", "فمن")
_MOST_OPERATORS: Final = 4


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
    is_range: bool = False
    is_unclear: bool = False


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


class Phrases(Contexts):
    """The expressions of one text."""

    is_marked = False
    """Whether the text is one expression that somebody marked."""

    def prefix(self, i: int) -> str:
        """The proclitics on a number."""
        word = self.word(i)
        return self.tokens[i].prefix if self.tokens[i].kind == NUMERAL else word.prefix if word else ""

    def sign_before(self, i: int) -> tuple[int, str, bool]:
        """The token a number begins with, as far as signs go; the unit a sign says; a minus."""
        token = self.tokens[i]
        if i == 0 or token.gap == BROKEN:
            return i, "", False
        sign = self.tokens[i - 1]
        if sign.folded in self.lexicon.negatives:
            return i - 1, "", True
        if token.kind != NUMERAL or token.prefix:
            return i, "", False
        is_after_number = i > 1 and self.tokens[i - 2].kind == NUMERAL
        if sign.folded in self.lexicon.signs and not (is_after_number and sign.gap == GLUED):
            return i - 1, self.lexicon.signs[sign.folded], False
        is_minus = sign.kind == SIGN and sign.folded in DASHES - {"ـ"} and token.gap == GLUED
        is_free = i == 1 or (sign.gap != GLUED and not is_after_number)
        return (i - 1, "", True) if is_minus and is_free else (i, "", False)

    def operators(self, i: int, prefix: str) -> Operators:
        """The operators that end before the token; a number with و has none."""
        if prefix[:1] in ("و", "ف"):
            return Operators("", i, 0, i)
        said: list[str] = []
        first, cut, k = i, 0, i
        for _ in range(_MOST_OPERATORS):
            operator, start, proclitics = self.operator_before(k)
            if not operator:
                break
            k = start
            if operator != _LEAD:
                said.append(operator)
                first, cut = start, proclitics
        bounds = {operator for operator in said if operator not in ("~", _RANGE_WORD)}
        operator = bounds.pop() if len(bounds) == 1 else "~" if "~" in said else ""
        return Operators(operator, first, cut, k, _RANGE_WORD in said, is_unclear=bool(bounds))

    def is_from(self, i: int) -> bool:
        """Whether the token is من, in front of a range or of دون."""
        return i >= 0 and self.tokens[i].folded in _FROM and self.tokens[i + 1].gap != BROKEN

    def start(self, operators: Operators, otherwise: int) -> int:
        """Where in the text the operators begin that say something, after proclitics."""
        return (
            self.offset(operators.first, operators.cut)
            if operators.operator or operators.is_range
            else otherwise
        )

    def said(self, operators: Operators, number: int, after: int, end: int) -> tuple[str, ...]:
        """The words of the operators before the token of the number, and of those between two tokens."""
        spans = []
        if operators.first < number:
            spans.append((self.offset(operators.first, operators.cut), self.tokens[number - 1].end))
        if after < end:
            spans.append((self.tokens[after].start, self.tokens[end - 1].end))
        return tuple(self.text[slice(*span)] for span in spans)

    def noun_figure(
        self,
        head: tuple[int, int],
        value: Fraction,
        counted: tuple[int, int],
        number: tuple[int, int],
        end: int,
    ) -> Found | None:
        """A figure that begins with its noun: that token and its proclitics; two ranges of the text."""
        i, cut = head
        operator, last = self.operator_after(end)
        operators = self.operators(i, self.tokens[i].folded[:cut])
        if operators.is_range or operators.is_unclear:
            return None
        figure = Figure(
            value=as_number(value),
            operator=operators.operator or operator or "=",
            counted=self.text[slice(*counted)],
            counted_range=counted,
            number_text=self.text[slice(*number)],
            number=number,
            understood=self.said(operators, i, end, last),
        )
        span = snap(self.text, self.start(operators, self.offset(i, cut)), self.tokens[last - 1].end)
        return Found(figure, *span, operators.lead, last, is_sure=True)

    def number_start(self, i: int) -> int:
        """Where the number begins that begins in the token, after proclitics."""
        word = self.word(i)
        return self.offset(i, word.cut) if word else self.tokens[i].start

    def offset(self, i: int, letters: int) -> int:
        """Where the token goes on after so many letters and the marks and tatweels they carry."""
        token = self.tokens[i]
        k = token.start
        while letters and k < token.end:
            letters -= 1
            k += 1
            while k < token.end and not (self.text[k].isalpha() and self.text[k] != "ـ"):
                k += 1
        return k


def as_number(value: Fraction | None) -> int | float | None:
    """The value as a figure holds it; None where it is too large."""
    if value is None or abs(value) >= LIMIT:
        return None
    return int(value) if value.denominator == 1 else float(value)
