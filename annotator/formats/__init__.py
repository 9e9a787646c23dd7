"""A file <-> a :class:`Bundle`. Formats know neither the project file nor the window."""

from pathlib import Path

from annotator.formats.article import PLAIN_TEXT
from annotator.formats.bundle import Format
from annotator.formats.gold import GOLD
from annotator.formats.gold_shape import NAME

FORMATS = (GOLD, PLAIN_TEXT)
"""Every format, the most telling first."""

_GLIMPSE = 256


def format_of(path: Path) -> Format:
    """The format of a file, by its name or, where that says nothing, by how it begins; else plain text."""
    for kind in FORMATS:
        if path.suffix.lower() in kind.suffixes:
            return kind
    try:
        with path.open("rb") as file:
            return GOLD if f'"{NAME}"'.encode() in file.read(_GLIMPSE) else PLAIN_TEXT
    except OSError:
        return PLAIN_TEXT  # whose reader says what is wrong with the file
