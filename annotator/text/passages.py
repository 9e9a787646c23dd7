"""Paragraphs, sentences and quotations of an article.

Offsets are code points, ranges half-open. Every look-up reads one paragraph and no more.
"""

from collections.abc import Iterator
from typing import Final

import regex

from annotator.text.graphemes import check_range, trim

# Paragraphs end where the bidi algorithm ends one (UAX #9 class B, without the obsolete U+001C to U+001E):
# what stands in one paragraph is laid out together. U+2028 is a line inside a paragraph.
_TERMINATOR = regex.compile(r"\r\n|[\n\r\u0085\u2029]")
_TERMINATOR_BEFORE = regex.compile(r"(?r)[\n\r\u0085\u2029]")

# A row of stops, the quotes and brackets it closes, one more stop after those (`." .`). What follows must
# be blank or, as the space after a stop is often forgotten, an Arabic letter.
_STOP = regex.compile(
    r"(?P<stop>[.؟?!۔]+)"
    r"(?:(?P<closers>[\"'»”’)\]]+)(?:[ \u00A0]*\.(?!\.))?)?"
    r"(?=[\s\u200B\u200E\u200F\u061C\u2060\u2069\u202C]|\Z|(?P<glued>\p{Arabic}))"
)
_LONE_LETTER_BEFORE = regex.compile(r"(?r)(?<![\p{L}\p{M}\p{N}])\p{L}\p{M}*")
_LETTER = regex.compile(r"\p{L}")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    r"""All paragraphs without their terminators, empty ones too: always one more than there are terminators.

    Terminators are ``\n``, ``\r\n``, ``\r``, U+0085 and U+2029.
    """
    start = 0
    for terminator in _TERMINATOR.finditer(text):
        yield start, terminator.start()
        start = terminator.end()
    yield start, len(text)


def paragraph_at(text: str, offset: int) -> tuple[int, int]:
    """The paragraph that holds the offset; its terminator counts as its own.

    ValueError outside ``0..len(text)``.
    """
    check_range(text, offset, offset)
    if text[offset - 1 : offset + 1] == "\r\n":
        offset -= 1
    before = _TERMINATOR_BEFORE.search(text, 0, offset)
    after = _TERMINATOR.search(text, offset)
    return before.end() if before else 0, after.start() if after else len(text)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The sentences that lie fully or partly in the range, in order, without the blanks around them.

    A sentence ends with its paragraph or at ``.`` ``؟`` ``?`` ``!`` ``۔``, with the quotes and brackets
    closed there. No end: ``..`` ``...`` ``…`` (pauses), a full stop inside a number or a Latin word, after a
    single letter (``د. محمد``, ``J. Biden``), or where nothing said so far has a letter (``1. …``).
    ValueError unless ``0 <= start <= end <= len(text)``.
    """
    end = len(text) if end is None else end
    check_range(text, start, end)
    position = start
    while True:
        paragraph = paragraph_at(text, position)
        for sentence in _sentences_in(text, *paragraph):
            if sentence[1] > start and sentence[0] < end:
                yield sentence
        terminator = _TERMINATOR.match(text, paragraph[1])
        if terminator is None or terminator.end() >= end:
            return
        position = terminator.end()


def sentence_at(text: str, offset: int) -> tuple[int, int] | None:
    """The sentence that holds the offset; between two, the earlier; None in a blank paragraph.

    Before the first sentence of a paragraph, that one. ValueError outside ``0..len(text)``.
    """
    found = None
    for sentence in _sentences_in(text, *paragraph_at(text, offset)):
        if found is not None and sentence[0] > offset:
            break
        found = sentence
    return found


def _sentences_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, start, stop):
            yield trim(text, start, stop.end())
            start = stop.end()
    rest = trim(text, start, end)
    if rest[0] < rest[1]:
        yield rest


def _ends_sentence(text: str, start: int, match: regex.Match[str]) -> bool:
    stop, at = match["stop"], match.start()
    if len(stop) > 1 and not stop.strip("."):
        return False
    if match["glued"] and match["closers"]:
        return False  # a quotation goes on: a straight quote after a stop may open as well as close
    if stop == "." and _LONE_LETTER_BEFORE.match(text, start, at):
        return False
    return _LETTER.search(text, start, at) is not None


_OPENING_OF: Final = {"»": "«", "”": "“", "›": "‹"}
_CLOSING_OF: Final = {opening: closing for closing, opening in _OPENING_OF.items()}
_QUOTE = regex.compile(r"[\"«»“”‹›]")
_NOT_AFTER_OPENING: Final = frozenset(".,،؛:؟?!)]»”›…")
_NOT_BEFORE_CLOSING: Final = frozenset("([«“‹")


def quotation_at(text: str, offset: int) -> tuple[int, int] | None:
    """The innermost text between two quotes of one paragraph that holds the offset, quotes excluded, or None.

    Reads what writers do: straight quotes, ``«…»`` ``“…”`` ``‹…›`` and the same the wrong way round
    (``»…«``). Which side a quote belongs to is told by the blank and the punctuation next to it; a quote
    without a partner in its paragraph pairs with nothing. ValueError outside ``0..len(text)``.
    """
    start, end = paragraph_at(text, offset)
    holding = [pair for pair in _quotations(text, start, end) if pair[0] <= offset <= pair[1]]
    return min(holding, key=lambda pair: pair[1] - pair[0], default=None)


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """All texts between two quotes of one paragraph, quotes excluded, by where they end; see above."""
    for start, end in paragraphs(text):
        yield from _quotations(text, start, end)


def _quotations(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    waiting: dict[str, list[int]] = {quote: [] for quote in '"«»“”‹›'}
    for match in _QUOTE.finditer(text, start, end):
        at, quote = match.start(), match[0]
        may_open = at + 1 < end and _may_open(text[at + 1])
        may_close = at > start and _may_close(text[at - 1])
        partner = _closed_by(quote, waiting, may_open=may_open, may_close=may_close)
        if partner:
            yield waiting[partner].pop() + 1, at
        elif may_open or quote in _CLOSING_OF or (quote == '"' and not may_close):
            if quote == '"':
                waiting[quote].clear()  # straight quotes do not nest: the one before was left open
            waiting[quote].append(at)


def _may_open(following: str) -> bool:
    return not following.isspace() and following not in _NOT_AFTER_OPENING


def _may_close(preceding: str) -> bool:
    return not preceding.isspace() and preceding not in _NOT_BEFORE_CLOSING


def _closed_by(quote: str, waiting: dict[str, list[int]], *, may_open: bool, may_close: bool) -> str:
    """The kind of waiting quote that this one closes, or "" when it closes none."""
    if quote == '"':
        partner = quote if may_close or not may_open else ""
    elif quote in _OPENING_OF:
        partner = _OPENING_OF[quote]
    else:
        partner = _CLOSING_OF[quote] if may_close else ""  # »…«
    return partner if partner and waiting[partner] else ""
