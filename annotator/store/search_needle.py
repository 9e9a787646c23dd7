"""What a query's needle means: where it occurs in one text.

Offsets are code points of the original text, half-open.
"""

from collections.abc import Callable

import regex
from msgspec import Struct

from annotator.core.errors import UserError
from annotator.core.records import Span
from annotator.text.folding import Fold, Folded, stands_as_word
from annotator.text.graphemes import snap
from annotator.text.sieve import Sieve


class Finder(Struct, frozen=True):
    """What looks for a needle."""

    find: Callable[[str], list[Span]]
    """Where it occurs in a text: spans in order that do not overlap and cut no cluster."""
    may_be_in: Callable[[bytes], bool] = lambda _content: True
    """Whether it may occur in a text, in UTF-8; that is quick to say."""


_SECONDS = 1.0
"""What a regular expression may take on one text. An ordinary one takes a millisecond on a long article."""


def words_finder(needle: str, folds: Fold, *, whole_word: bool) -> Finder:
    """Finds words folded; as they are written with no folds."""

    def find(text: str) -> list[Span]:
        hits = Folded(text, folds).find(needle, whole_word=whole_word, proclitics=whole_word)
        return [Span(*hit) for hit in hits]

    sieve = Sieve(needle, folds, whole_word=whole_word, proclitics=whole_word)
    return Finder(find, sieve.lets_through)


def pattern_finder(needle: str, *, whole_word: bool) -> Finder:
    """Finds what a regular expression matches, widened to whole clusters. ``^`` and ``$`` are lines' ends.

    Raises:
        UserError: it is no regular expression; or, from the finder, it takes too long.
    """
    try:
        pattern = regex.compile(needle, regex.MULTILINE | regex.VERSION1)
    except regex.error as error:
        raise _bad_pattern(getattr(error, "msg", str(error)), getattr(error, "pos", None)) from error
    except (ValueError, OverflowError, KeyError, RecursionError) as error:
        raise _bad_pattern(str(error), None) from error

    def find(text: str) -> list[Span]:
        try:
            matches = [match.span() for match in pattern.finditer(text, timeout=_SECONDS)]
        except TimeoutError as error:
            raise UserError(
                "This regular expression takes too long on one of the articles; make it simpler."
            ) from error
        return list(_whole(text, matches, whole_word=whole_word))

    return Finder(find)


def _whole(text: str, matches: list[tuple[int, int]], *, whole_word: bool) -> list[Span]:
    found: list[Span] = []
    last = 0
    for match in matches:
        start, end = snap(text, *match)
        if match[0] == match[1] or start < last:
            continue
        if whole_word and not stands_as_word(text, start, end, proclitics=True):
            continue
        found.append(Span(start, end))
        last = end
    return found


def _bad_pattern(problem: str, position: int | None) -> UserError:
    if position is None:
        return UserError("This is not a regular expression: {problem}.", problem=problem)
    return UserError(
        "This is not a regular expression: {problem}, at character {place}.",
        problem=problem,
        place=position + 1,
    )
