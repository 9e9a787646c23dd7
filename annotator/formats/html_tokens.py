"""HTML from anywhere as tags and text, in one pass whose time grows with the length alone.

Python's own ``html.parser`` is not used: it takes quadratic time on broken pages, and what it makes of
scripts and comments depends on the version of Python.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

_VOID_NAMES = "area base basefont bgsound br col embed frame hr img input link meta param source track wbr"
VOID: Final = frozenset(_VOID_NAMES.split())
"""Elements that have no end tag."""

_RAW_NAMES = "iframe noembed noframes noscript script style template textarea title xmp"
RAW: Final = frozenset(_RAW_NAMES.split())
"""Elements whose content is given out whole, whatever looks like a tag in it."""

_NAME = re.compile(r"[A-Za-z][^\t\n\f\r />]*+")
_ATTRIBUTE = re.compile(
    r"[\t\n\f\r /]*+([^\t\n\f\r />][^\t\n\f\r />=]*+)"
    r"""(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:"([^"]*+)"|'([^']*+)'|([^\t\n\f\r >]*+)))?"""
)
_END_OF_TAG = re.compile(r"[\t\n\f\r /]*+>")
_LONG_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{10,}+;?")
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in RAW}


class Start(NamedTuple):
    """A start tag."""

    name: str
    """Lower case, without a namespace's prefix."""
    attributes: dict[str, str]
    closed: bool
    """Whether it ends with ``/>``."""


class End(NamedTuple):
    """An end tag."""

    name: str


class Text(NamedTuple):
    """Text, its character references replaced."""

    text: str


class Raw(NamedTuple):
    """An element of RAW, with all it holds."""

    name: str
    attributes: dict[str, str]
    content: str
    """As it is written; only in a title are character references replaced."""


Token = Start | End | Text | Raw


def tokens(html: str) -> Iterator[Token]:
    """The tags and texts of a page, one after the other; comments and declarations are passed over."""
    position, length = 0, len(html)
    while position < length:
        opening = html.find("<", position)
        if opening < 0:
            opening = length
        if opening > position:
            yield Text(resolved(html[position:opening]))
        if opening == length:
            return
        token, position = _markup(html, opening)
        if isinstance(token, Start) and token.name in RAW and not token.closed:
            content, position = _raw(html, position, token.name)
            token = Raw(token.name, token.attributes, content)
        if token is not None:
            yield token


def resolved(text: str) -> str:
    """A text with its character references replaced; one of a number no character has becomes U+FFFD."""
    if "&" not in text:
        return text
    return unescape(_LONG_NUMBER.sub("\ufffd", text))


def _markup(html: str, opening: int) -> tuple[Token | None, int]:
    """What begins with the ``<`` at a place, and where it ends."""
    if html.startswith("<!--", opening):
        return None, _after(html, "-->", opening + 2)
    if html.startswith("<![CDATA[", opening):
        end = _after(html, "]]>", opening)
        return Text(html[opening + 9 : end].removesuffix("]]>")), end
    if html.startswith(("<!", "<?"), opening):
        return None, _after(html, ">", opening)
    is_end = html.startswith("</", opening)
    name = _NAME.match(html, opening + 1 + is_end)
    if name is None:
        return Text("<"), opening + 1
    attributes, end = _attributes(html, name.end())
    plain = name[0].lower().rpartition(":")[2]
    if is_end:
        return End(plain), end
    return Start(plain, attributes, closed=html.startswith("/>", end - 2)), end


def _attributes(html: str, position: int) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    while True:
        end = _END_OF_TAG.match(html, position)
        if end:
            return found, end.end()
        item = _ATTRIBUTE.match(html, position)
        if item is None:
            return found, len(html)  # the page ends within a tag
        value = next((part for part in item.groups()[1:] if part is not None), "")
        found.setdefault(item[1].lower(), resolved(value))
        position = item.end()


def _raw(html: str, position: int, name: str) -> tuple[str, int]:
    end = _RAW_ENDS[name].search(html, position)
    if end is None:
        return html[position:], len(html)
    content = html[position : end.start()]
    return resolved(content) if name == "title" else content, _after(html, ">", end.end())


def _after(html: str, wanted: str, position: int) -> int:
    """The place behind what is looked for; the page's end if it does not come."""
    found = html.find(wanted, position)
    return len(html) if found < 0 else found + len(wanted)
