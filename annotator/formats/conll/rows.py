"""What one line of a CoNLL file says, and how tags become spans: the same for reader and writer."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import regex

from annotator.text.graphemes import FORMAT

DOCUMENT_START: Final = ("-DOCSTART-", "-X-", "O", "O")
"""The row that begins a document in the files of CoNLL-2003."""
HEADER: Final = "# sanad = "
TEXT: Final = "# text = "
BLANK: Final = regex.compile(rf"[\s\u200B-\u200D{FORMAT}]*+")
"""What may stand between two tokens."""
TAGGED: Final = re.compile(rb"[\t ](?:O|[BIESLUMW]-\S+)[\t \r]*\Z")
"""What a line of bytes ends with if its last column is a tag."""

_TAG: Final = re.compile(r"O|[BIESLUMW]-.+", re.DOTALL)
_COMMENT: Final = re.compile(r"#+\s?[\w:.-]+(?: [\w:.-]+)? ?=(?: |\Z)")
_SPACES: Final = re.compile(" +")
_NO_TAG: Final = ("O", "_", "-")
_BEGINNING: Final = frozenset("BSUW")
_ENDING: Final = frozenset("ESLUW")
_CHUNKS: Final = frozenset(["NP", "VP", "PP", "ADVP", "ADJP", "SBAR", "PRT", "CONJP", "INTJ", "LST", "UCP"])
"""What the third column of CoNLL-2003 says: phrases, which nobody annotated as spans."""


class TagSpan(NamedTuple):
    """A label on a row of tokens, as their indices."""

    first: int
    end: int
    label: str


def columns_of(line: str) -> list[str]:
    """The columns of a line: between tabs if it has one, else between spaces."""
    line = line.rstrip("\t ")
    return [part.strip(" ") for part in (line.split("\t") if "\t" in line else _SPACES.split(line))]


def is_tag(column: str) -> bool:
    """Whether a column looks like a tag: ``O``, or a prefix and a label."""
    return _TAG.fullmatch(column) is not None


def is_comment(line: str) -> bool:
    """Whether a line is a comment, and not the row of a token that begins with a hash."""
    if not line.startswith("#"):
        return False
    columns = columns_of(line)
    return len(columns) < 2 or not is_tag(columns[-1]) or _COMMENT.match(line) is not None


def tag_columns(rows: list[list[str]]) -> tuple[int, ...]:
    """Which columns hold tags, by what all rows have there; those of phrases only if there is no other."""
    width = min(map(len, rows))
    found = [n for n in range(width) if all(is_tag(row[n]) for row in rows)]
    labels = {n: {row[n][2:] for row in rows} - {""} for n in found}
    phrases = [n for n in found if labels[n] and labels[n] <= _CHUNKS]
    return tuple(n for n in found if n not in phrases or len(phrases) == len(found))


def word_column(rows: list[list[str]], tags: Iterable[int]) -> int:
    """Which column holds the token: the first without tags that does not merely count."""
    others = [n for n in range(min(map(len, rows))) if n not in tags]
    counting = [n for n in others if all(row[n].isdecimal() for row in rows)]
    return next((n for n in others if n not in counting), others[0] if others else 0)


def spans(tags: Iterable[str]) -> Iterator[TagSpan]:
    """The spans that the tags of one sentence tell, whatever way of tagging they follow.

    A tag without a prefix goes on as long as it stays the same. One that continues nothing begins a span, as
    in the first way of writing BIO.
    """
    begun, label, end = 0, "", -1
    for end, tag in enumerate(tags):
        if tag == "O" and not label:
            continue
        prefix, name = _parted(tag)
        if label and (prefix in _BEGINNING or name != label):
            yield TagSpan(begun, end, label)
            label = ""
        if name and not label:
            begun, label = end, name
        if label and prefix in _ENDING:
            yield TagSpan(begun, end + 1, label)
            label = ""
    if label:
        yield TagSpan(begun, end + 1, label)


def joined(sentences: Iterable[Iterable[str]]) -> tuple[str, list[tuple[int, int]]]:
    """A text made of tokens, with a space between them and a line for each sentence; and where they lie."""
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    position = 0
    for number, sentence in enumerate(sentences):
        for index, word in enumerate(sentence):
            between = " " if index else "\n" if number else ""
            position += len(between)
            places.append((position, position + len(word)))
            position += len(word)
            parts += (between, word)
    return "".join(parts), places


def spaceless(label: str) -> str:
    """A label as it can stand in a column."""
    return "_".join(label.split()) or "_"


@lru_cache(maxsize=1024)
def _parted(tag: str) -> tuple[str, str]:
    """Prefix and label of a tag; both empty for no label."""
    prefix, label = (tag[0], tag[2:]) if is_tag(tag) else ("I", tag)
    return (prefix, label) if label.strip() and tag not in _NO_TAG else ("", "")
