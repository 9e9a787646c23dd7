"""Names of files made from names of documents: safe on every system, readable, each given once."""

import unicodedata

_FORBIDDEN = frozenset('\\/:*?"<>|')
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(1, 10))}
)
_MAX_BYTES = 120


class FileNames:
    """Gives names of files that differ, also where a file system ignores case."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def give(self, name: str, suffix: str = "") -> str:
        """A name for a file, from any text; ``suffix`` with its dot is put at the end as it is."""
        base = safe(name)
        given, number = f"{base}{suffix}", 2
        while given.casefold() in self._given:
            given, number = f"{base} ({number}){suffix}", number + 1
        self._given.add(given.casefold())
        return given


def safe(name: str) -> str:
    """A text as a file's name: NFC, nothing invisible, no separator, no name Windows keeps for itself."""
    letters = (
        " " if letter in _FORBIDDEN else letter
        for letter in unicodedata.normalize("NFC", name)
        if not unicodedata.category(letter).startswith("C")
    )
    base = " ".join("".join(letters).split())
    base = base.encode()[:_MAX_BYTES].decode(errors="ignore").strip(". ")
    if base.split(".")[0].strip().casefold() in _RESERVED:
        base = f"_{base}"
    return base or "_"
