"""What single lines of brat say, where they end, and names that mean something."""

import re
from pathlib import Path
from typing import Final

import regex

CONFIGURATION: Final = "annotation.conf"
NOTE: Final = "AnnotatorNotes"
"""The type of comment that brat's own notes have."""
ESCAPED_NOTE: Final = "EscapedNote"
ESCAPED_ATTRIBUTE: Final = "EscapedAttribute"
OUR_DATABASE: Final = "Sanad"
"""The database that normalisations to a project's entities name."""

# brat reads its lines with Python's `codecs`, to which all of these end one.
BREAKS: Final = r"\n\r\x0B\x0C\x1C-\x1E\x85\u2028\u2029"
_NORMALISED: Final = re.compile(r"\S+ (\S+) ([^\s:]+):(\S+)")
_OF_2013: Final = re.compile(r"Reference (?:Annotation:(\S+) Referent:(\S+)|Referent:(\S+) Annotation:(\S+))")
_MAX_FRAGMENTS: Final = 1000
_MAX_DIGITS: Final = 12
_ON_ONE_LINE: Final = regex.compile(rf"[^{BREAKS}]++")


def fragments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a span that lie on one line each; none if it holds line ends alone."""
    return [match.span() for match in _ON_ONE_LINE.finditer(text, start, end)]


def is_plain(text: str) -> bool:
    """Whether a text can stand on a line as it is, and comes back so from readers that strip it."""
    return text == text.strip() and "\t" not in text and _ON_ONE_LINE.fullmatch(text) is not None


def text_beside(path: Path) -> tuple[Path, ...]:
    """Where the text of a file of annotations may lie: ``a.txt`` for ``a.ann``, and for ``a.txt.ann``."""
    named, whole = path.with_suffix(".txt"), path.with_suffix("")
    return (named, whole) if whole.suffix.lower() == ".txt" else (named,)


def offsets_of(written: str) -> list[tuple[int, int]]:
    """The fragments of a text-bound, as they are written; none if that is not how."""
    parts = [part.split() for part in written.split(";", _MAX_FRAGMENTS)]
    if any(len(part) != 2 or not all(map(_is_number, part)) for part in parts):
        return []
    return [(int(start), int(end)) for start, end in parts]


def normalisation(written: str) -> tuple[str, str, str] | None:
    """Target, database and entry of a normalisation, also in the form of the shared tasks of 2013."""
    if old := _OF_2013.match(written):
        target, named = (old[1], old[2]) if old[1] else (old[4], old[3])
        written = f"Reference {target} {named}"
    match = _NORMALISED.match(written)
    return (match[1], match[2], match[3]) if match else None


def _is_number(written: str) -> bool:
    return written.isascii() and written.isdecimal() and len(written) <= _MAX_DIGITS
