r"""How names stand on a command line, where some signs part them: a backslash before such a sign takes it in.

A backslash before anything else is itself, and ``\\`` is one.
"""

import re

_SIGNS = ":="
_MARKED = re.compile(rf"\\([\\{_SIGNS}])")
_TOKEN = re.compile(rf"\\[\\{_SIGNS}]|[{_SIGNS}]")


def escaped(name: str, signs: str) -> str:
    """A name in which those of ``:`` and ``=`` that are given part nothing."""
    return "".join(f"\\{letter}" if letter == "\\" or letter in signs else letter for letter in name)


def unescaped(written: str) -> str:
    """The name that was written."""
    return _MARKED.sub(r"\1", written)


def parted(written: str, sign: str) -> list[str]:
    """What stands before, between and after the signs that part names, as it is written."""
    parts, begin = [], 0
    for found in _TOKEN.finditer(written):
        if found[0] == sign:
            parts.append(written[begin : found.start()])
            begin = found.end()
    return [*parts, written[begin:]]
