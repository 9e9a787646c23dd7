"""What stands around a number: whether it makes the number no figure, and what is counted."""

from fractions import Fraction
from typing import Final

from annotator.text.figures.lexicon import ARTICLE, DASHES
from annotator.text.figures.quantities import Quantities, Quantity
from annotator.text.figures.tokens import BROKEN, GLUED, NUMERAL, SIGN, SPACED, WORD

_QUOTES: Final = frozenset("«»\"“”'‘’")
_TO_ARTICLE: Final = "لل"
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_LAST_DAY: Final = 31
_HUNDRED: Final = 100
_THOUSAND: Final = 1000
_ADJECTIVES: Final = 3
_OF: Final = "من"
_PILOTLESS: Final = (("من", "دون", "طيار"), ("بدون", "طيار"), ("دون", "طيار"))


class Contexts(Quantities):
    """The surroundings of the quantities of one text."""

    def core(self, i: int) -> str:
        """The word of the token without its proclitics and article, as far as a table may have it."""
        if not 0 <= i < len(self.tokens):
            return ""
        return self.tokens[i].folded

    def is_in(self, kind: str, i: int) -> bool:
        """Whether the token is a word of this kind in the table of what is no figure."""
        if not 0 <= i < len(self.tokens) or self.tokens[i].kind != WORD:
            return False
        listed, folded = self.lexicon.not_figures[kind], self.tokens[i].folded
        return any(form in listed for form in _without_proclitics(folded))

    # --- no figures ---

    def is_no_figure(self, i: int, quantity: Quantity) -> bool:
        """Whether the number is a date, a year, a time, part of a name, or one of several others."""
        return (
            self._is_date(i, quantity)
            or self._is_name(i, quantity)
            or self._is_ordinal(i)
            or self._is_counter(i)
            or self._is_selection(i, quantity)
        )

    def is_year_like(self, i: int, quantity: Quantity) -> bool:
        """Whether a numeral could be a year."""
        token = self.tokens[i]
        is_plain = token.kind == NUMERAL and token.folded.isdigit() and len(token.folded) == 4
        return is_plain and quantity.end == i + 1 and _FIRST_YEAR <= int(token.folded) <= _LAST_YEAR

    def _before(self, i: int) -> int:
        """The token before a number, signs passed over that may stand between them."""
        k = i - 1
        while k >= 0 and self.tokens[k].kind == SIGN and self.tokens[k].folded in '(/"«':
            k -= 1
        return k if k >= 0 and self.tokens[k + 1].gap != BROKEN else -1

    def _is_date(self, i: int, quantity: Quantity) -> bool:
        low, before, after = quantity.low, self._before(i), self._after_row(quantity.end)
        value = low if low is not None else Fraction(0)
        is_one = value == 1
        if self.is_in("month", after) or (
            self.is_in("month", before) and not is_one and self._is_bare(quantity)
        ):
            return True
        if self.is_in("year", before) and not is_one:
            plural = self.core(before) not in ("عام", "سنه", "العام", "السنه")
            if not plural or value >= _THOUSAND:
                return True
        if (
            self.is_in("after_year", after)
            and value >= _HUNDRED
            and quantity.kind == "number"
            and not quantity.has_scale
        ):
            return True
        if (
            self.tokens[i].kind == NUMERAL
            and self.is_in("day", before)
            and value <= _LAST_DAY
            and self._is_bare(quantity)
        ):
            return True
        if self.core(after) == _OF and value <= _LAST_DAY and self._names_a_day(after + 1):
            return True
        if self.is_in("time", before) and self.core(before).endswith("الساعه"):
            return True
        return self.is_in("time_after", after)

    def _after_row(self, i: int) -> int:
        """The token after a row of numbers joined by و or dashes: 27 و28 يناير."""
        k = i
        while k < len(self.tokens) and self.tokens[k].gap != BROKEN and k < i + 6:
            token = self.tokens[k]
            if (
                not (token.kind == NUMERAL and token.prefix)
                and token.folded not in DASHES
                and not (token.kind == NUMERAL and self.tokens[k - 1].folded in DASHES)
            ):
                break
            k += 1
        return k if k < len(self.tokens) and self.tokens[k].gap != BROKEN else len(self.tokens)

    def _names_a_day(self, i: int) -> bool:
        return self.is_in("month", i) or self.is_in("day_of", i) or self.core(i) in ("شهر", "الشهر")

    def _is_bare(self, quantity: Quantity) -> bool:
        """Whether nothing that could be counted follows."""
        return not self.noun_end(quantity.end)

    def has_article(self, i: int) -> bool:
        """Whether a number begins with the article: الخمسين, الـ27, للـ27."""
        token, word = self.tokens[i], self.word(i)
        if token.kind == NUMERAL:
            return token.prefix.endswith((ARTICLE, _TO_ARTICLE))
        return word is not None and word.has_article

    def _is_name(self, i: int, quantity: Quantity) -> bool:
        before, token = self._before(i), self.tokens[i]
        if self.has_article(i) and self.is_in("group", before):
            return True
        is_plain = quantity.kind == "number" and not quantity.has_scale
        if is_plain and token.kind == NUMERAL and self.is_in("name", before):
            is_free = self.core(before).startswith(ARTICLE) and self.is_known_noun(quantity.end)
            return token.prefix in ("", ARTICLE) and not is_free
        if quantity.kind == "range" and self.core(before) == _OF:
            before -= 1
        if quantity.kind == "range" and (self.is_in("score", before) or self.is_in("name", before)):
            return True
        return quantity.kind == "part" and self.is_in("part", quantity.end)

    def _is_ordinal(self, i: int) -> bool:
        """الخامس عشر, الحادي والعشرين: only the tail of an ordinal looks like a number."""
        word = self.word(i)
        if word is None or i == 0 or self.tokens[i].gap == BROKEN or not self.is_in("ordinal", i - 1):
            return False
        return ("teen" in word.says and not word.prefix) or ("ten" in word.says and word.prefix == "و")

    def _is_counter(self, i: int) -> bool:
        """1. or 1) at the beginning of a line: a place in a list."""
        token = self.tokens[i]
        if token.kind != NUMERAL or (i and token.gap != BROKEN) or i + 2 >= len(self.tokens):
            return False
        return (
            self.tokens[i + 1].folded in ".)"
            and self.tokens[i + 1].gap == GLUED
            and self.tokens[i + 2].kind == WORD
        )

    def _is_selection(self, i: int, quantity: Quantity) -> bool:
        """ثلاثة من كل خمسة, واحد من أبرز: a share, or somebody."""
        end = quantity.end
        if self.core(end) == _OF and (
            self.core(end + 1) in ("كل", "اصل", "بين", "اجل") or self.is_number(end + 1)
        ):
            return True
        if self.core(end) == _OF and self.is_in("age", end + 1):
            return True
        if self.core(i - 1) in ("كل", "اصل") and self.core(i - 2) == _OF:
            return True
        is_one_word = (
            quantity.low == 1
            and self.tokens[i].kind == WORD
            and quantity.end == i + 1
            and not quantity.has_scale
        )
        return is_one_word and (self.core(end) == _OF or self.noun_end(end) > 0)

    # --- what is counted ---

    def noun_end(self, i: int) -> int:
        """The token after the noun that may be counted from here on; 0 where none is."""
        return i + 1 if self._may_be_counted(i) else 0

    def _may_be_counted(self, i: int) -> bool:
        if not 0 <= i < len(self.tokens):
            return False
        token = self.tokens[i]
        if token.kind != WORD or token.gap == BROKEN or self.is_number(i):
            return False
        if (
            token.gap == GLUED
            and self.tokens[i - 1].kind != NUMERAL
            and self.tokens[i - 1].folded not in _QUOTES
        ):
            return False
        return not self.ends_phrase(i)

    def ends_phrase(self, i: int) -> bool:
        """Whether no noun phrase goes on with this token."""
        token = self.tokens[i]
        if token.gap == BROKEN:
            return True
        if token.kind == SIGN:
            return token.folded not in _QUOTES and token.folded not in DASHES
        if token.kind == NUMERAL or (token.folded.startswith(_TO_ARTICLE) and len(token.folded) > 3):
            return True
        if token.folded not in self.lexicon.not_counted:
            return self.operator_after(i)[0] != ""
        return self._pilotless(i) == i

    def phrase_end(self, i: int, *, to_preposition: bool = False) -> int:
        """The token after the noun phrase that begins here: all that no preposition or verb cuts off.

        On demand a preposition written onto its noun cuts as well.
        """
        k = i
        while k < len(self.tokens) and not self.ends_phrase(k) and not self.is_number(k):
            if (
                to_preposition
                and k > i
                and not self.keeps_its_letter(self.core(k))
                and self.core(k)[0] != "و"
            ):
                break
            k += 1
        while k > i and self.tokens[k - 1].kind == SIGN and self.tokens[k - 1].folded in DASHES:
            k -= 1
        return k

    def sure_phrase_end(self, i: int, *, is_definite: bool) -> int:
        """The token after noun and agreeing adjectives: what surely belongs to the noun phrase."""
        k = i + 1
        noun = self.tokens[i].folded
        owned = not noun.startswith(ARTICLE)
        if is_definite and owned and self._is_definite(k):
            noun, k = self.tokens[k].folded, k + 1
        limit = k + _ADJECTIVES
        while k < min(limit, len(self.tokens)) and self._is_adjective(k, noun):
            k += 1
        return self._pilotless(k)

    def _pilotless(self, i: int) -> int:
        """The token after بدون طيار or من دون طيار, which belongs to its noun; the token itself elsewhere."""
        words = tuple(self.core(k) for k in range(i, i + 3))
        if words in _PILOTLESS:
            return i + 3
        return i + 2 if words[:2] in _PILOTLESS else i

    def _is_definite(self, i: int) -> bool:
        is_word = i < len(self.tokens) and self.tokens[i].kind == WORD and self.tokens[i].gap == SPACED
        return is_word and self.tokens[i].folded.startswith(ARTICLE) and not self.ends_phrase(i)

    def _is_adjective(self, i: int, noun: str) -> bool:
        token = self.tokens[i]
        if token.kind != WORD or token.gap != SPACED or self.ends_phrase(i) or self.is_number(i):
            return False
        folded = token.folded
        if noun.startswith(ARTICLE):
            return folded.startswith(ARTICLE) and _agrees(noun, folded)
        if folded.startswith(ARTICLE) or not self.keeps_its_letter(folded):
            return False
        if folded in self.lexicon.adjectives:
            return True
        is_masculine = noun.removesuffix("ا") in self.lexicon.singulars and not noun.endswith("ه")
        return _agrees(noun, folded) and not (is_masculine and folded.endswith("ه"))

    def keeps_its_letter(self, folded: str) -> bool:
        """Whether the first letter of a word that no table knows is no proclitic."""
        return folded[0] not in _PROCLITICS or any(
            form in self.lexicon.whole_words for form in _stems(folded)
        )


_PROCLITICS: Final = "وفبلك"
_ENDINGS: Final = ("ي", "يه", "يا", "يين", "يون", "يات", "يان")
_SHORTEST: Final = 4


def _agrees(noun: str, adjective: str) -> bool:
    """Whether a word looks like an adjective of the noun: a nisba, or with the noun's ending."""
    if len(adjective) < _SHORTEST:
        return False
    if adjective.endswith((*_ENDINGS, "ه")):
        return True
    same = next((ending for ending in ("ات", "ين", "ون", "ان", "ا") if noun.endswith(ending)), "")
    return same != "" and adjective.endswith(same)


def _stems(folded: str) -> list[str]:
    """The word as a list may have it: without ending, or with that of the feminine."""
    stems = [folded.removesuffix(ending) for ending in ("ا", "ات", "ان", "ين", "يا", "يه", "يين", "ه")]
    return [folded, *stems, *(stem + more for stem in stems for more in ("ه", "ي", "يه"))]


_BEFORE_NAMES: Final = (
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "وب",
    "ول",
    "ال",
    "وال",
    "بال",
    "كال",
    "فال",
    "لل",
    "ولل",
    "وبال",
)


def _without_proclitics(folded: str) -> list[str]:
    """The word, and without what may be written before it."""
    return [
        folded,
        *(folded[len(p) :] for p in _BEFORE_NAMES if folded.startswith(p) and len(folded) > len(p) + 1),
    ]
