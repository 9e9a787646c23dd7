"""Text on one line: line ends and whatever cannot be seen are written with a backslash."""

import re
from typing import Final

_ESCAPED: Final = re.compile(r"\\(?:u([0-9a-f]{4})|(.))", re.DOTALL)
_UNUSUAL: Final = re.compile(r"[^ -\[\]-~\u060C\u061B\u061F\u0621-\u0652\u0660-\u0669]")
"""All but what is sure to stay as it is; most text is."""
_SHORT: Final = {"n": "\n", "r": "\r", "t": "\t"}


def escaped(text: str) -> str:
    """A text on one line, from which it can be told exactly; blanks at its ends can be seen."""
    inner = _UNUSUAL.sub(_escape, text)
    if inner.startswith(" "):
        inner = "\\u0020" + inner[1:]
    return inner[:-1] + "\\u0020" if inner.endswith(" ") else inner


def unescaped(line: str) -> str:
    """The text that was escaped."""
    return _ESCAPED.sub(_unescape, line)


def _escape(match: re.Match[str]) -> str:
    letter = match[0]
    if letter == "\\":
        return "\\\\"
    if letter.isprintable() or ord(letter) > 0xFFFF:
        return letter
    short = next((name for name, meant in _SHORT.items() if meant == letter), None)
    return f"\\{short}" if short else f"\\u{ord(letter):04x}"


def _unescape(match: re.Match[str]) -> str:
    if match[1] is None:
        return _SHORT.get(match[2], match[2])
    code = int(match[1], 16)
    return match[0] if 0xD800 <= code < 0xE000 or not code else chr(code)
