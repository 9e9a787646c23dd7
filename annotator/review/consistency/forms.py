"""Strings as the rules compare them: folded, without what stands around the words."""

from collections.abc import Callable
from functools import cached_property
from sys import intern
from typing import Final, NamedTuple

import regex

from annotator.text.folding import Folded, fold

TOKEN = regex.compile(r"[\p{L}\p{N}]+")
_LETTER = regex.compile(r"\p{L}")
_MOST_WORDS: Final = 8
_FEWEST_LETTERS: Final = 3

_PROCLITICS = regex.compile("(?P<proclitics>[وف]?[بلك]?)(?P<article>ال)?")
_ELIDED = regex.compile("(?P<before>[وف]?ل)ل.")


class Words:
    """The words of one text, folded, and where they stand in it."""

    def __init__(self, text: str) -> None:
        self.text: Final = text
        self.folded: Final = Folded(text)
        self.tokens: Final[list[str]] = TOKEN.findall(self.folded.text)
        """The words, folded."""
        self.places: Final = [match.span() for match in TOKEN.finditer(self.folded.text)]
        """Where each stands in the folded text."""

    @cached_property
    def starts(self) -> list[int]:
        """Where each begins in the text itself, in code points."""
        return [self.folded.source(start) for start, _ in self.places]

    @cached_property
    def ends(self) -> list[int]:
        """Where each ends in the text itself, without the marks after it."""
        return [self.folded.source(end - 1) + 1 for _, end in self.places]


def form_of(quote: str) -> str:
    """What a quote has in common with the same words written otherwise; empty if it holds no word.

    Folded, white space as single spaces, without the punctuation and quotation marks around it.
    """
    folded = fold(quote)
    tokens = list(TOKEN.finditer(folded))
    return intern(spaced(folded[tokens[0].start() : tokens[-1].end()])) if tokens else ""


def tokens(form: str) -> list[str]:
    """The words of a form."""
    return TOKEN.findall(form)


def spaced(folded: str) -> str:
    """The same with single spaces."""
    return " ".join(folded.split())


def bare_span(quote: str, start: int) -> tuple[int, int]:
    """The range of a quote without the punctuation around its words, given where the quote begins."""
    words = Words(quote)
    if not words.places:
        return start, start + len(quote)
    first, last = words.folded.original_range(words.places[0][0], words.places[-1][1])
    return start + first, start + last


def is_sought(form: str) -> bool:
    """Whether repeats of a form are looked for: not of whole sentences, nor of numbers and particles."""
    return form.count(" ") < _MOST_WORDS and len(_LETTER.findall(form)) >= _FEWEST_LETTERS


class Cut(NamedTuple):
    """One way in which a word of the text may begin a marked string."""

    offset: int
    """Code points of the folded word before the string."""
    first: str
    """What the string then begins with."""
    prefix: str
    """What stands before the string in its word, where that is more than proclitics: its article."""


def cuts(word: str) -> list[Cut]:
    """The ways in which a string may begin in a folded word: after proclitics, and after an article."""
    found = [Cut(0, word, "")]
    match = _PROCLITICS.match(word)
    ends = {0}
    if match is not None:
        proclitics = match["proclitics"]
        stops = {*range(1, len(proclitics) + 1), match.end() if match["article"] else 0}
        for end in sorted(stops):
            if end not in ends and end < len(word):
                ends.add(end)
                found.append(Cut(end, word[end:], "ال" if end > len(proclitics) else ""))
    if elided := _ELIDED.match(word):
        cut = len(elided["before"])
        found.append(Cut(cut, "ا" + word[cut:], ""))
    return found


def first_words(word: str) -> tuple[str, ...]:
    """The folded words of a text in which a string that begins with this word may begin."""
    before = ("", "و", "ف")
    after = ("", "ب", "ل", "ك")
    plain = [f"{one}{other}{article}{word}" for one in before for other in after for article in ("", "ال")]
    elided = [f"{one}ل{word[1:]}" for one in before] if word.startswith("ال") else []
    return tuple(plain + elided)


def is_trimming(wide: str, narrow: str, without_title: Callable[[str], str]) -> bool:
    """Whether two quotes that end together differ by proclitics, an article, or a person's title alone."""
    folded = fold(wide[: len(wide) - len(narrow)])
    extra = form_of(folded)
    if not extra:
        return bool(folded.strip())
    attached = not folded.endswith(" ") and _PROCLITICS.fullmatch(extra) is not None
    return attached or form_of(without_title(wide)) == form_of(narrow)
