"""Figures that begin with their noun: جنديان, المحطات الأربع; and losses that there were none of."""

from fractions import Fraction
from typing import Final

from msgspec.structs import replace

from annotator.text.figures.figure import Figure
from annotator.text.figures.lexicon import ARTICLE
from annotator.text.figures.numbers import HALF, QUARTER, THIRD
from annotator.text.figures.phrases import Found, Phrases, as_number
from annotator.text.figures.quantities import NUMBER, VAGUE, Quantity
from annotator.text.figures.tokens import BROKEN, NUMERAL, PROCLITICS, SIGN, SPACED, WORD
from annotator.text.graphemes import snap

_TWO: Final = Fraction(2)
_OR: Final = "او"
_TO: Final = "الي"
_MOST_FILLERS: Final = 6
_FARTHEST_HEAD: Final = 4
_SHORTEST_NOUN: Final = 3
_QUOTES: Final = '«»"“”'


class Nouns(Phrases):
    """The figures of one text whose noun comes first."""

    # --- two, one and a half ---

    def read_dual(self, i: int) -> Found | None:
        """جنديان: a noun that says two by its ending, perhaps with اثنان or ونصف after it."""
        cut = self.lexicon.duals.get(self.tokens[i].folded)
        if cut is None or self._is_second_bound(i, cut):
            return None
        joined = self._two_or_more(i, cut)
        if joined:
            return joined
        end = self.phrase_end(i) if self.is_marked else self.sure_phrase_end(i, is_definite=False)
        if self._has_another(i + 1, end):
            return None
        start = self.offset(i, cut)
        more, more_end = self.more_after(i + 1)
        if more:
            end = i + 1
        following = self.word(end)
        if following and following.says.get("unit") == _TWO and not following.prefix:
            number, last = (self.tokens[end].start, self.tokens[end].end), end + 1
        else:
            number, last = (start, self.tokens[more_end - 1 if more else i].end), more_end if more else end
            last = self._same_again(last, i) if more else last
        counted = (start, self.tokens[end - 1].end)
        return self.noun_figure((i, cut), _TWO + more, counted, number, last)

    def _is_second_bound(self, i: int, cut: int) -> bool:
        """شهر أو شهرين, من يوم إلى يومين: the dual is the second of two bounds."""
        if i == 0 or self.tokens[i].gap == BROKEN:
            return False
        before = self.tokens[i - 1].folded
        stem = self.tokens[i].folded[cut:-3]
        return before == _OR or (before == _TO and i > 1 and self.tokens[i - 2].folded.startswith(stem))

    def _two_or_more(self, i: int, cut: int) -> Found | None:
        """يومين أو ثلاثة: a range from two."""
        if i + 2 >= len(self.tokens) or self.tokens[i + 1].folded not in (_OR, _TO):
            return None
        amount = self.amount(i + 2)
        if amount is None or amount.scale > 1 or amount.value <= _TWO or self.tokens[i + 2].gap == BROKEN:
            return None
        start, end = self.offset(i, cut), amount.end
        counted = (start, self.tokens[i].end)
        if self.noun_end(end) and self.is_known_noun(end):
            counted, end = (self.tokens[end].start, self.tokens[end].end), end + 1
        found = self.noun_figure((i, cut), _TWO, counted, (start, self.tokens[amount.end - 1].end), end)
        if found is None or found.figure.operator not in ("=", "~"):
            return None
        figure = found.figure
        return found._replace(
            figure=Figure(
                minimum=2,
                maximum=as_number(amount.value),
                operator="range",
                counted=figure.counted,
                counted_range=counted,
                number_text=figure.number_text,
                number=figure.number,
            )
        )

    def _has_another(self, start: int, end: int) -> bool:
        """ضابطان وجندي: whether something else is counted with them."""
        return any(self.is_single_noun(k) for k in range(start, end))

    def is_single_noun(self, i: int) -> bool:
        """Whether the token is و and one of something: وجندي."""
        folded = self.tokens[i].folded
        is_joined = folded[:1] == "و" and folded not in self.lexicon.singulars
        return is_joined and (folded[1:] in self.lexicon.singulars or folded[1:] in self.lexicon.duals)

    def read_and_a_half(self, i: int) -> Found | None:
        """عام ونصف: one and a half, without a number."""
        cut = self.lexicon.times.get(self.tokens[i].folded)
        more, end = self.more_after(i + 1) if cut is not None else (Fraction(0), i)
        if cut is None or not more:
            return None
        start = self.offset(i, cut)
        counted, number = (start, self.tokens[i].end), (start, self.tokens[end - 1].end)
        return self.noun_figure((i, cut), 1 + more, counted, number, self._same_again(end, i))

    def more_after(self, i: int) -> tuple[Fraction, int]:
        """What ونصف adds to the noun before the token, and the token after it; 0 where it is not there."""
        word = self.word(i) if i < len(self.tokens) and self.tokens[i].gap == SPACED else None
        part = word.says.get("fraction") if word and word.prefix == "و" and not word.has_article else None
        return (part, i + 1) if part in (HALF, THIRD, QUARTER) else (Fraction(0), i)

    def _same_again(self, i: int, noun: int) -> int:
        """The token after the noun, if it is said again: ساعتين ونصف الساعة."""
        named = self.core(i).removeprefix(ARTICLE)
        is_same = len(named) >= _SHORTEST_NOUN and named[:-1] in self.core(noun)
        return i + 1 if is_same and self.tokens[i].gap == SPACED else i

    # --- nothing ---

    def read_none(self, i: int) -> Found | None:
        """دون تسجيل إصابات: losses that there were none of."""
        folded = self.tokens[i].folded
        cut = 1 if folded[:1] in ("و", "ف") and folded[1:] in self.lexicon.nothing else 0
        if folded[cut:] not in self.lexicon.nothing:
            return None
        k = i + 1
        while (
            k < min(len(self.tokens), i + _MOST_FILLERS)
            and self.tokens[k].gap == SPACED
            and self._fills(k, i)
        ):
            k += 1
        if k >= len(self.tokens) or self.core(k) not in self.lexicon.losses or self.tokens[k].gap != SPACED:
            return None
        end = self.phrase_end(k) if self.is_marked else self.sure_phrase_end(k, is_definite=False)
        has_from = not cut and self.is_from(i - 1)
        first = i - 1 if has_from else i
        start = self.offset(first, len(self.core(first)) - 2 if has_from else cut)
        counted = (self.tokens[k].start, self.tokens[end - 1].end)
        figure = Figure(value=0, counted=self.text[slice(*counted)], counted_range=counted)
        return Found(figure, *snap(self.text, start, counted[1]), first, end, is_sure=True)

    def _fills(self, k: int, i: int) -> bool:
        """Whether the token may stand between a negation and losses: لم يسفر الهجوم عن إصابات."""
        is_subject = (
            k == i + 2 and self.core(k).startswith(ARTICLE) and self.core(k + 1) in self.lexicon.fillers
        )
        return self.core(k) in self.lexicon.fillers or is_subject

    # --- the number after the noun ---

    def read_after_noun(self, i: int, quantity: Quantity) -> Found | None:
        """المحطات الأربع, الدول الـ27, جندي واحد: the number at the token comes after its noun."""
        word, token = self.word(i), self.tokens[i]
        if i == 0 or token.gap == BROKEN:
            return None
        if quantity == Quantity(VAGUE, i + 1):
            return self._several_after_noun(i)
        if quantity.kind != NUMBER or quantity.low is None:
            return None
        if token.kind == NUMERAL:
            is_definite = token.prefix == ARTICLE
        else:
            is_definite = word is not None and word.has_article and not word.prefix
        if is_definite:
            return self._after_plural(i, quantity)
        is_one = quantity.low == 1 and quantity.end == i + 1 and word is not None and not word.prefix
        return self._one_after_noun(i, quantity) if is_one and not quantity.has_scale else None

    def _several_after_noun(self, i: int) -> Found | None:
        """دول عدة: some of them."""
        bare, is_definite = self._bare(i - 1)
        is_last = not self.noun_end(i + 1) or self.core(i + 1).startswith(ARTICLE)
        if is_definite or not is_last or self.word(i) is None or not self.is_plural(bare):
            return None
        cut = len(self.tokens[i - 1].folded) - len(bare)
        start, number = self.offset(i - 1, cut), (self.number_start(i), self.tokens[i].end)
        found = self.noun_figure((i - 1, cut), Fraction(0), (start, self.tokens[i - 1].end), number, i + 1)
        return found and found._replace(figure=replace(found.figure, value=None, operator="vague"))

    def _after_plural(self, i: int, quantity: Quantity) -> Found | None:
        head = self._head(i)
        if head is None:
            return None
        counts_on = self.noun_end(quantity.end) and not self.core(quantity.end).startswith(ARTICLE)
        if counts_on and head != i - 1:
            return None
        bare, is_definite = self._bare(head)
        cut = len(self.tokens[head].folded) - len(bare) - (len(ARTICLE) if is_definite else 0)
        return self._noun_and_number((head, max(cut, 0)), i, quantity)

    def _one_after_noun(self, i: int, quantity: Quantity) -> Found | None:
        noun = self.tokens[i - 1]
        for proclitics in PROCLITICS:
            bare = noun.folded[len(proclitics) :]
            known = bare in self.lexicon.singulars or bare.removesuffix("ا") in self.lexicon.singulars
            if noun.folded.startswith(proclitics) and known:
                return self._noun_and_number((i - 1, len(proclitics)), i, quantity)
        return None

    def _noun_and_number(self, head: tuple[int, int], i: int, quantity: Quantity) -> Found | None:
        if quantity.low is None:
            return None
        counted = (self.offset(*head), self.tokens[i - 1].end)
        number = (self.number_start(i), self.tokens[quantity.end - 1].end)
        return self.noun_figure(head, quantity.low, counted, number, quantity.end)

    def _head(self, i: int) -> int | None:
        """The plural that heads the noun phrase before the token."""
        if self.is_marked and self.tokens[0].kind == WORD and self.is_plural(self._bare(0)[0]):
            return 0
        for k in range(i - 1, max(-1, i - 1 - _FARTHEST_HEAD), -1):
            token = self.tokens[k]
            is_cut = token.kind == NUMERAL or (token.kind == SIGN and token.folded not in _QUOTES)
            if is_cut or self.tokens[k + 1].gap == BROKEN or token.folded in self.lexicon.not_counted:
                return None
            bare, is_definite = self._bare(k)
            if token.kind == WORD and self.is_plural(bare) and (is_definite or k < i - 1):
                return k
        return None

    def _bare(self, i: int) -> tuple[str, bool]:
        """The noun without proclitics and article, and whether it has the article."""
        folded = self.tokens[i].folded
        for proclitics in PROCLITICS:
            article = proclitics + ("ل" if proclitics.endswith("ل") else ARTICLE)
            if folded.startswith(article) and len(folded) >= len(article) + _SHORTEST_NOUN - 1:
                return folded[len(article) :], True
        for proclitics in PROCLITICS:
            if folded.startswith(proclitics) and self.is_plural(folded[len(proclitics) :]):
                return folded[len(proclitics) :], False
        return folded, False
