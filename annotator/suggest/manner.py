"""How a claim says what it says: in the speaker's own words or not, and whether it denies.

Offsets are code points, ranges half-open. Nothing is read beyond the text that is given.
"""

from collections.abc import Collection, Iterable
from typing import Final, Literal

import regex

from annotator.core.records import Span
from annotator.core.spans import Ranged
from annotator.suggest.speech import Speech, key_of
from annotator.text.words import words

Mode = Literal["direct", "indirect", "mixed"]

_QUOTE = regex.compile(r"[\"«»“”„‟‹›]")
_OPENING = regex.compile(r"(?r)[\"«“„‹»”]\s*(?:[إأا]ن\p{L}{0,2}\s+)?\s*\Z")
_FIRST_WORDS: Final = 7
"""A negation further in than this is likely that of another clause."""
_PAUSE = regex.compile(r"[،,؛;:.؟?!\"«»“”]")


def mode_of(
    text: str, claim: Span, all_pairs: Collection[tuple[int, int]], names: Iterable[Ranged] = ()
) -> Mode:
    """Whether a claim stands in quotes wholly, partly or not at all.

    ``all_pairs`` are the quotations in its paragraphs, without their quotes. ``names`` are annotations: a
    name in quotes is no quotation. Where quotes do not pair, one right before the claim opens a quotation
    that nobody closed, and one inside it makes the claim mixed.
    """
    named = {(name.start, name.end) for name in names}
    pairs = [pair for pair in all_pairs if pair not in named]
    if any(start <= claim.start and claim.end <= end for start, end in pairs):
        return "direct"
    quote = claim.quote(text)
    if _is_one_quotation(text, claim, pairs):
        return "direct"
    if any(claim.start < end and start < claim.end for start, end in pairs):
        return "mixed"
    marks = {edge for start, end in named for edge in (start - 1, end)}
    if any(claim.start + mark.start() not in marks for mark in _QUOTE.finditer(quote)):
        return "mixed"
    before = text[max(claim.start - 16, 0) : claim.start]
    opened = _OPENING.search(before)
    is_half = opened is not None and not any(
        end == claim.start - len(before) + opened.start() for _, end in all_pairs
    )
    return "direct" if is_half else "indirect"


def _is_one_quotation(text: str, claim: Span, pairs: Collection[tuple[int, int]]) -> bool:
    """Whether the claim was marked with its quotes, and perhaps a stop."""
    return any(
        claim.start < start
        and end < claim.end
        and not text[claim.start : start - 1].strip()
        and not text[end + 1 : claim.end].strip(" .\u00a0")
        for start, end in pairs
    )


def is_negated(text: str, claim: Span, speech: Speech) -> bool:
    """Whether the main clause of the claim is surely negated: its verb, or that it is so.

    Only a negation at its beginning counts, before which at most a subject stands. Where it only says that
    something goes on (``لا يزال``) or is so in one case alone (``لا … إلا``) it denies nothing.
    """
    keys: list[str] = []
    last = claim.start
    for start, end in words(text, claim.start, min(claim.end, claim.start + 200)):
        gap = text[last:start]
        if end > claim.end or len(keys) >= _FIRST_WORDS or (keys and _ends_subject(gap)):
            return False
        key, last = key_of(text[max(start, claim.start) : end]), end
        if key in speech.negations:
            rest = [key_of(text[a:b]) for a, b in words(text, end, min(claim.end, end + 120))]
            return not _is_no_denial(rest, speech)
        if keys and key in speech.subordinators:
            return False
        keys.append(key)
    return False


def _ends_subject(gap: str) -> bool:
    mark = _PAUSE.search(gap)
    return mark is not None and mark[0] not in '"«»“”'


def _is_no_denial(rest: list[str], speech: Speech) -> bool:
    return (bool(rest) and rest[0] in speech.undenied) or not speech.exceptions.isdisjoint(rest)
