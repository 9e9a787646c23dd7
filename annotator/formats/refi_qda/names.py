"""What a REFI-QDA file is made of, for its reader and its writers: names, GUIDs, and XML written as text.

The schemas are the standard's of version 1.5 (18 March 2019); order of elements and required attributes are
theirs.
"""

import re
from collections.abc import Iterable
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

PROJECT = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"
ORIGIN = "Sanad"
PROJECT_MEMBER = "project.qde"
SOURCES = "sources"
"""The folder of the archive that holds the texts."""
INTERNAL = "internal://"
LEVELS = " > "
"""What stands between a code and one below it in the name of a label."""

LAYER_NOTE = "sanad:layer"
"""The name of the note that says whose layer it is, its kind and status, as JSON."""
ATTRIBUTES_NOTE = "sanad:attributes"
"""The name of a note on a coding that holds its attributes, as JSON."""
VARIABLES = ("title", "source", "published", "language", "direction")
"""What is known about an article, as variables of its source."""

_SPACE = UUID("4f8d0c1e-5b0a-5c59-9b1c-6a1f0f1b7d53")
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def guid_of(*names: str) -> str:
    """A GUID for what has none; the same names give the same one."""
    return str(uuid5(_SPACE, "\0".join(names)))


ZONES_GUID = guid_of("zones")
"""Of the code that all kinds of zones stand below."""


def plain(guid: str | None) -> str:
    """A GUID as it is compared: without braces, in small letters."""
    return (guid or "").strip().strip("{}").lower()


def is_guid(guid: str) -> bool:
    """Whether that is one, written as :func:`plain` does."""
    return bool(_GUID.fullmatch(guid))


def fit(text: str) -> str:
    """A text with what XML cannot hold replaced by U+FFFD."""
    return _UNFIT.sub("\ufffd", text)


def fit_json(text: str) -> str:
    """JSON with what XML cannot hold escaped, as JSON can."""
    return _UNFIT.sub(lambda found: "".join(f"\\u{unit:04x}" for unit in _units(found[0])), text)


def _units(letter: str) -> Iterable[int]:
    data = letter.encode("utf-16-be", "surrogatepass")
    return (int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2))


def element(name: str, inside: Iterable[str] | str = (), /, **attributes: str | None) -> str:
    """An element with what is inside it, already XML; attributes that are ``None`` are left away."""
    content = inside if isinstance(inside, str) else "".join(inside)
    begun = start(name, **attributes)
    return f"{begun}{content}</{name}>" if content else f"{begun[:-1]}/>"


def start(name: str, /, **attributes: str | None) -> str:
    """The start of an element, to be ended by hand."""
    written = "".join(
        f" {key}={quoteattr(fit(value), _ESCAPES)}" for key, value in attributes.items() if value is not None
    )
    return f"<{name}{written}>"


def text_element(name: str, text: str) -> str:
    """An element that holds a text; line ends stay what they are."""
    return element(name, escape(fit(text), {"\r": "&#13;"}))
