"""Words around data: sentences in the window's language in which nothing from a file can do harm.

Quotes, names and offsets come from data; each is wrapped in directional isolates, so that it cannot reorder
the sentence around it, and shown as plain text.
"""

import html
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from annotator.core.errors import Phrase, UserError, Worded
from annotator.core.records import Span

_FIRST_STRONG, _LEFT_TO_RIGHT, _END = "\u2068", "\u2066", "\u2069"
_RIGHT_TO_LEFT_MARK = "\u200f"
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_digits = "western"


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a literal for lupdate, which knows this name; it is translated where it is shown."""
    return text


def use_digits(kind: str) -> None:
    """Choose the digits of counts: ``western`` or ``arabic``."""
    global _digits  # noqa: PLW0603  # one window, one kind of digits
    _digits = kind


def counted(sentence: str) -> str:
    """A sentence of the window's own with its digits as chosen; never for offsets, names or quotes."""
    return sentence.translate(_ARABIC_DIGITS) if _digits == "arabic" else sentence


def isolated(text: str) -> str:
    """Text from data, of unknown direction, for use inside a sentence, on one line."""
    inner = " ".join(text.split())
    return f"{_FIRST_STRONG}{inner}{_END}"


def listed(names: Iterable[str]) -> str:
    """Names one after the other in a sentence, with the comma of the window's language between."""
    return ("، " if mirrored() else ", ").join(names)


def left_to_right(text: str) -> str:
    """Offsets, paths and numbers, which read left to right in any language."""
    return f"{_LEFT_TO_RIGHT}{text}{_END}"


def directed(line: str) -> str:
    """A line of isolated parts alone, which has no direction of its own, reading as the window does."""
    return f"{_RIGHT_TO_LEFT_MARK}{line}" if mirrored() else line


def offsets(span: Span) -> str:
    """``2442–2462``, in code points."""
    return left_to_right(f"{span.start}–{span.end}")


def shortened(text: str, length: int = 80) -> str:
    """Text on one line, cut with an ellipsis if it is longer."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"


def tooltip(text: str) -> str:
    """Text from data as a tooltip, which Qt would otherwise read as markup."""
    return f"<span>{html.escape(text)}</span>"


def sentence_of(said: UserError | Phrase | Worded) -> str:
    """An error, or words of the program's own, in the window's language."""
    template = _translated(said.key)
    if not said.values:
        return template
    values = {
        name: _place(value) if name == "place" else _value(value) for name, value in said.values.items()
    }
    try:
        return template.format(**values)
    except (KeyError, IndexError, ValueError):  # a translation that lost a placeholder
        return str(said)


def _translated(words: str) -> str:
    found = QCoreApplication.translate("UserError", words)
    return step_name(words) if found == words else found  # a refusal may name a step


class _Number:
    """A number in a sentence, formatted as the sentence asks."""

    def __init__(self, value: float) -> None:
        self._value = value

    def __format__(self, how: str) -> str:
        return left_to_right(format(self._value, how))


def _value(value: object) -> object:
    if isinstance(value, UserError | Phrase | Worded):
        return sentence_of(value)
    if isinstance(value, int | float):
        return _Number(value)
    return isolated(str(value))


def _place(place: object) -> str:
    """A place in a file, such as ``خبر.jsonl, line 3``: the file's name must not turn what follows around."""
    if isinstance(place, Worded):
        return f"{_FIRST_STRONG}{sentence_of(place)}{_END}"
    return isolated(str(place))


def step_name(name: str) -> str:
    """The name of a transaction (``annotator.core.edits.NAMES``) in the window's language."""
    return QCoreApplication.translate("Step", name)


def still_running(name: str) -> UserError:
    """What is told to who asks for something while a long step of that name is being written."""
    return UserError("“{name}” is still running; do this again when it is done.", name=step_name(name))


def language() -> str:
    """The window's language, ``ar`` or ``en``: labels have titles in both."""
    return "ar" if mirrored() else "en"


def mirrored() -> bool:
    """Whether the window reads right to left."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
