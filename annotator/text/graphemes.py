r"""Where a caret may stand: grapheme clusters as Unicode defines them (UAX #29, through ``regex``'s ``\X``).

Offsets are code points, ranges half-open. A look-up reads back only to the nearest character that is sure to
begin a cluster, usually the one before, so its cost does not depend on the length of the text.
"""

from typing import Final

import regex

EXTENDING: Final = r"\p{GCB=Extend}\p{GCB=SpacingMark}\p{GCB=ZWJ}"
"""For a regex set: what continues the cluster before it (vowel marks, ZWNJ, ZWJ, variation selectors …)."""

PREPENDED: Final = r"\p{GCB=Prepend}"
"""For a regex set: what opens a cluster the next character continues (U+0600 ARABIC NUMBER SIGN …)."""

FORMAT: Final = r"\u00AD\u061C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF"
"""For a regex set: invisible characters that end no word: soft hyphen, bidi controls, word joiner, BOM."""

_CLUSTER = regex.compile(r"\X")

# A cluster surely begins at a line break, and at an ordinary character unless what stands before it reaches
# forward: a prepended sign, ZWJ (emoji sequences), a mark (Indic conjuncts).
_SURE_START = regex.compile(rf"(?r)\r|(?<!\r)\n|(?<![{PREPENDED}{EXTENDING}])\p{{GCB=XX}}")

_PLAIN: Final = frozenset(
    map(chr, (0x0A, *range(0x20, 0x7F), 0x60C, 0x61B, 0x61F, *range(0x620, 0x64B), *range(0x660, 0x66A)))
)
"""Between two of these, which most texts are made of, a cluster begins."""

_BLANK: Final = rf"\s\u200B-\u200D{FORMAT}"
_FIRST_VISIBLE = regex.compile(rf"[^{_BLANK}]")
_LAST_VISIBLE = regex.compile(rf"(?r)[^{_BLANK}]")


def grapheme_floor(text: str, offset: int) -> int:
    """The cluster boundary at or before the offset; ValueError outside ``0..len(text)``."""
    _check(text, offset)
    return offset if offset == len(text) or _is_plain(text, offset) else _cluster(text, offset)[0]


def grapheme_ceil(text: str, offset: int) -> int:
    """The cluster boundary at or after the offset; ValueError outside ``0..len(text)``."""
    _check(text, offset)
    if offset == len(text) or _is_plain(text, offset):
        return offset
    start, end = _cluster(text, offset)
    return offset if offset == start else end


def next_grapheme(text: str, offset: int) -> int:
    """The first cluster boundary after the offset, or the end; ValueError outside ``0..len(text)``."""
    _check(text, offset)
    return offset if offset == len(text) else _cluster(text, offset)[1]


def previous_grapheme(text: str, offset: int) -> int:
    """The last cluster boundary before the offset, or 0; ValueError outside ``0..len(text)``."""
    _check(text, offset)
    return 0 if offset == 0 else _cluster(text, offset - 1)[0]


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """The range widened outward to whole clusters; ValueError unless ``0 <= start <= end <= len(text)``.

    An empty range inside a cluster becomes that cluster; at a boundary it stays empty.
    """
    check_range(text, start, end)
    return grapheme_floor(text, start), grapheme_ceil(text, end)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without whitespace (NBSP too), zero-width characters and bidi controls at its ends.

    A space that carries a mark, and a joiner that belongs to a letter, stay: no cluster is cut that was
    whole. All blank gives the empty range ``(start, start)``. ValueError as in ``snap``.
    """
    check_range(text, start, end)
    first = _FIRST_VISIBLE.search(text, start, end)
    last = _LAST_VISIBLE.search(text, start, end)
    if first is None or last is None:
        return start, start
    visible = snap(text, first.start(), last.end())
    return max(start, visible[0]), min(end, visible[1])


def check_range(text: str, start: int, end: int) -> None:
    """Raise ValueError unless ``0 <= start <= end <= len(text)``."""
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"range {start}..{end} is outside 0..{len(text)}")


def _check(text: str, offset: int) -> None:
    if not 0 <= offset <= len(text):
        raise ValueError(f"offset {offset} is outside 0..{len(text)}")


def _is_plain(text: str, offset: int) -> bool:
    """Whether a cluster surely begins at the offset, as at most offsets; this is quick to say."""
    return text[offset] in _PLAIN and (offset == 0 or text[offset - 1] in _PLAIN)


def _cluster(text: str, offset: int) -> tuple[int, int]:
    """The cluster that holds the character at ``offset < len(text)``."""
    sure = _SURE_START.search(text, 0, offset + 1)
    position = sure.start() if sure else 0
    while True:
        match = _CLUSTER.match(text, position)
        if match is None or match.end() > offset:
            return position, match.end() if match else len(text)
        position = match.end()
