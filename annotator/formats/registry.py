"""Which format a file is, and which has a name.

All formats together take a fifth of a second to load, so they are loaded when the first one is asked for.
"""

from pathlib import Path

from annotator.core.errors import UserError
from annotator.formats.article import PLAIN_TEXT
from annotator.formats.format import Format

_GLIMPSE = 4096


def formats() -> tuple[Format, ...]:
    """Every format, the most telling first."""
    from annotator.formats.every import FORMATS

    return FORMATS


def format_of(path: Path) -> Format:
    """The format of a file to be read: the first that claims it, by name and beginning; else plain text."""
    return known_format(path) or PLAIN_TEXT


def known_format(path: Path) -> Format | None:
    """The format of a file to be read, if one claims it or at least knows its suffix."""
    head = _beginning(path)
    readers = [kind for kind in formats() if kind.read is not None]
    claiming = (kind for kind in readers if _claims(kind, path, head))
    return next(claiming, None) or next(
        (kind for kind in readers if path.suffix.lower() in kind.suffixes), None
    )


def claimed(kind: Format, path: Path) -> bool:
    """Whether a file is of a format, by its name and beginning."""
    return _claims(kind, path, _beginning(path))


def format_named(name: str) -> Format:
    """The format of a name, as the command line has it.

    Raises:
        UserError: there is none.
    """
    found = next((kind for kind in formats() if kind.name == name), None)
    if found is None:
        known = ", ".join(kind.name for kind in formats())
        raise UserError("There is no format “{name}”; there are: {known}.", name=name, known=known)
    return found


def _claims(kind: Format, path: Path, head: bytes) -> bool:
    return kind.claims(path, head) if kind.claims else path.suffix.lower() in kind.suffixes


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_GLIMPSE)
    except OSError:
        return b""  # whose reader says what is wrong with the file
