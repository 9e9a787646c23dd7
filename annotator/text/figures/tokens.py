"""The tokens of a text that numbers are read from: numerals, words, signs.

Offsets are code points, ranges half-open.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

import regex

from annotator.text.folding import Fold, fold
from annotator.text.graphemes import EXTENDING, FORMAT

FOLDS: Final = ~Fold(0)
"""Spelling differences that mean nothing in number words; hamza seats too (مئة, مائة and ماية)."""

GLUED, SPACED, BROKEN = range(3)
"""What stands before a token: nothing, blanks, or the end of a line."""

NUMERAL, WORD, SIGN = "numeral", "word", "sign"


class Token(NamedTuple):
    """One numeral, word or sign."""

    kind: str
    start: int
    end: int
    folded: str
    """The word folded, the sign as it is, the digits of a numeral as they are."""
    gap: int
    value: Fraction | None = None
    """Of a numeral: what it says; None where it says no amount (a date, a telephone number, ``F-16``)."""
    prefix: str = ""
    """Of a numeral: the proclitics and the article written onto it; its range is without them."""
    is_grouped: bool = False
    """Of a numeral: whether one comma groups its digits (``2,500``), which before a scale is unclear."""


_DIGIT: Final = r"[0-9٠-٩۰-۹]"
_BY_THREE: Final = rf"{_DIGIT}{{3}}(?!{_DIGIT})"
_SPACED_OUT: Final = rf"{_DIGIT}{{1,3}}(?P<space>[ \u00a0\u2009\u202f]){_BY_THREE}(?:(?P=space){_BY_THREE})*+"
_TOKEN = regex.compile(
    rf"(?P<numeral>{_SPACED_OUT}|{_DIGIT}++(?:[.,:/٫٬،'’]{_DIGIT}++)*+)"
    rf"|(?P<word>(?!\u0640)\p{{L}}[\p{{L}}\p{{M}}\u0640{FORMAT}\u200c\u200d]*+)"
    rf"|(?P<sign>[^\s{FORMAT}\u200b-\u200d][{EXTENDING}]*+)"
)
_SPACE = regex.compile(r"\s")
_BREAK = regex.compile(r"[\n\r\u0085\u2028\u2029]")
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_ARABIC = regex.compile(r"\p{Arabic}")

PROCLITICS: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
_ARTICLED: Final = {
    letters + article
    for letters in PROCLITICS
    for article in (("", "ل") if letters.endswith("ل") else ("", "ال"))
} - {""}
_AND: Final = "و"
_BEFORE_NUMERALS: Final = frozenset(["من", "عن", "علي", "نحو", "حوالي", "بين", "الي", "زهاء", "قرابه"])
"""Words after which many leave out the space before a numeral: أكثر من150."""
DASHES: Final = frozenset("-‐‑‒–—−ـ")
_MOST_DIGITS: Final = 18


def tokens(text: str) -> list[Token]:
    """The tokens of the text, in order; about a microsecond a word."""
    found: list[Token] = []
    folded: dict[str, str] = {}
    position = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        gap = _gap(text, position, start)
        position = end
        if match.lastgroup == WORD:
            word = match[0]
            if word not in folded:
                folded[word] = fold(word, FOLDS)
            found.append(Token(WORD, start, end, folded[word], gap))
        elif match.lastgroup == NUMERAL:
            found.append(_numeral(match[0].translate(_DIGITS), start, end, gap))
        else:
            found.append(Token(SIGN, start, end, match[0][0], gap))
    return list(_joined(found, text))


def _gap(text: str, start: int, end: int) -> int:
    between = text[start:end]
    if between == " ":
        return SPACED
    if not between or not _SPACE.search(between):
        return GLUED
    return BROKEN if _BREAK.search(between) else SPACED


def _numeral(digits: str, start: int, end: int, gap: int) -> Token:
    value, is_grouped = read_digits(digits)
    return Token(NUMERAL, start, end, digits, gap, value, "", is_grouped)


_PLAIN = regex.compile(r"\d+")
_GROUPED = regex.compile(
    r"[1-9]\d{0,2}(?P<group>[.,٬،'’ \u00a0\u2009\u202f])\d{3}(?:(?P=group)\d{3})*(?P<rest>[.,٫]\d+)?"
)
_DECIMAL = regex.compile(r"(?P<whole>\d+)[.,٫،](?P<part>\d+)")


def read_digits(digits: str) -> tuple[Fraction | None, bool]:
    """What ASCII digits with separators say, and whether one comma groups them by three.

    None where that is no amount, or not clear: a date, a time, a number that begins with 0, ``1.500``.
    """
    if len(digits) > _MOST_DIGITS + 6 or (digits[0] == "0" and digits[1:2].isdigit()):
        return None, False
    if _PLAIN.fullmatch(digits):
        return (Fraction(digits) if len(digits) <= _MOST_DIGITS else None), False
    grouped = _GROUPED.fullmatch(digits)
    if grouped and grouped["rest"] is None and grouped["group"] == "." and digits.count(".") == 1:
        return None, False
    if grouped and (grouped["rest"] is None or grouped["rest"][0] != grouped["group"]):
        rest = grouped["rest"] or ""
        whole = digits[: len(digits) - len(rest)].replace(grouped["group"], "")
        number = Fraction(f"{whole}.{rest[1:]}") if rest else Fraction(whole)
        return number, grouped["group"] in ",،" and not rest and digits.count(grouped["group"]) == 1
    decimal = _DECIMAL.fullmatch(digits)
    if decimal:
        return Fraction(f"{decimal['whole']}.{decimal['part']}"), False
    return None, False


def _joined(found: list[Token], text: str) -> Iterator[Token]:
    """The tokens with what is written onto numerals taken into account."""
    i = 0
    while i < len(found):
        token = found[i]
        following = found[i + 1] if i + 1 < len(found) else None
        if (
            token.folded == _AND
            and following is not None
            and following.gap == SPACED
            and following.kind == WORD
        ):
            # و with a space after it, as many write.
            found[i + 1] = following._replace(
                start=token.start, folded=_AND + following.folded, gap=token.gap
            )
            i += 1
            continue
        if token.kind == WORD and following is not None and following.kind == NUMERAL:
            is_apart = text[token.end - 1] == "ـ" or token.folded == _AND
            carries = following.gap == GLUED or (following.gap == SPACED and is_apart)
            if carries and token.folded in _ARTICLED:
                found[i + 1] = following._replace(prefix=token.folded, gap=token.gap)
                i += 1
                continue
        if token.kind == NUMERAL and token.value is not None and not _says_an_amount(found, i):
            token = token._replace(value=None)
        yield token
        i += 1


def _says_an_amount(found: list[Token], i: int) -> bool:
    """Whether nothing written onto the numeral makes it part of a name or of a longer number."""
    token = found[i]
    before = found[i - 1] if i else None
    after = found[i + 1] if i + 1 < len(found) else None
    if not token.prefix and before is not None and token.gap == GLUED:
        if before.kind != SIGN:
            return before.folded in _BEFORE_NUMERALS
        if before.folded in "+#@_/\\*":
            return False
        if before.folded in DASHES and before.gap == GLUED and i > 1:
            if found[i - 2].kind == WORD:
                return False  # F-16
            if found[i - 2].kind == NUMERAL and _is_chain(found, i - 2):
                return False
    if before is not None and before.kind == NUMERAL and token.gap != BROKEN and not token.prefix:
        return False
    if after is None:
        return True
    if after.gap == GLUED:
        if after.kind == WORD:
            return _ARABIC.match(after.folded) is not None and len(after.folded) > 1
        if after.kind == SIGN and after.folded in "#@_/\\*=‰‱+±~":
            return False
        if after.folded in DASHES and i + 2 < len(found) and found[i + 2].gap == GLUED:
            return found[i + 2].kind == NUMERAL and not _is_chain(found, i)
    return not (after.kind == NUMERAL and after.gap == SPACED and not after.prefix)


def _is_chain(found: list[Token], i: int) -> bool:
    """Whether the numeral is the first of more than two joined by dashes, or not the first."""

    def joins(k: int) -> bool:
        return (
            0 < k < len(found) - 1
            and found[k].folded in DASHES
            and found[k].gap == GLUED
            and found[k + 1].gap == GLUED
            and found[k + 1].kind == NUMERAL
            and found[k - 1].kind == NUMERAL
        )

    return (joins(i + 1) and joins(i + 3)) or (joins(i - 1) and joins(i + 1))
