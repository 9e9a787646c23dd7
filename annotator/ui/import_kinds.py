"""Which kinds of files come in, and of which kind those are that a person has named."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from annotator.exchange.gathering import Gathered
from annotator.formats import FORMATS, claimed, known_format
from annotator.formats.article import PLAIN_TEXT
from annotator.formats.format import Format
from annotator.formats.options import options_of
from annotator.ui import phrases
from annotator.ui.dialogs.options_form import Choices

_ARCHIVE = "*.zip"


class Group(Struct, frozen=True):
    """Files of one kind, which are asked about together."""

    files: tuple[Path, ...]
    names: tuple[str, ...]
    """As a person knows them."""
    kind: Format
    certain: bool
    """Whether they can be of no other kind."""
    offered: dict[str, Choices]
    """What the files offer for the kind's options."""

    @property
    def needs_answers(self) -> bool:
        """Whether a person has to look at it."""
        return not self.certain or bool(options_of(self.kind.reading))


def readable() -> list[Format]:
    """The kinds of files that can be read, in the order of their titles."""
    kinds = [kind for kind in FORMATS if kind.read is not None]
    return sorted(kinds, key=lambda kind: phrases.sentence_of(kind.title).casefold())


def filters() -> str:
    """The kinds for a file dialog: all of them, each by itself, any file."""
    kinds = readable()
    every = {suffix: None for kind in kinds for suffix in kind.suffixes}
    said = QCoreApplication.translate("Imports", "Articles and annotations")
    rows = [f"{said} ({_patterns(every)} {_ARCHIVE})"]
    rows += [
        f"{phrases.sentence_of(kind.title).replace('(', '–').replace(')', '')} ({_patterns(kind.suffixes)})"
        for kind in kinds
    ]
    rows.append(QCoreApplication.translate("Imports", "All files (*)"))
    return ";;".join(rows)


def grouped(files: Gathered) -> list[Group]:
    """The files by their kinds, in the order in which the kinds come first. Reads the beginning of each."""
    groups: dict[tuple[str, bool, str], list[Path]] = {}
    offers: dict[tuple[str, bool, str], tuple[Format, dict[str, Choices]]] = {}
    for path in files:
        kind = known_format(path)
        certain = kind is not None and _is_certain(kind, path)
        kind = kind or PLAIN_TEXT
        offered = offers_of(kind, path)
        key = (kind.name, certain, str(sorted(offered.items())))
        groups.setdefault(key, []).append(path)
        offers.setdefault(key, (kind, offered))
    return [
        Group(
            tuple(paths),
            tuple(files.shown(path) for path in paths),
            offers[key][0],
            key[1],
            offers[key][1],
        )
        for key, paths in groups.items()
    ]


def offers_of(kind: Format, path: Path) -> dict[str, Choices]:
    """What a file offers for the options of a kind, such as its columns; nothing if it offers nothing."""
    return {}


def _is_certain(kind: Format, path: Path) -> bool:
    """Whether a file says by itself, or by a suffix no other kind has, what it is."""
    if kind.claims is not None:
        return claimed(kind, path)
    suffix = path.suffix.lower()
    return sum(suffix in other.suffixes for other in FORMATS if other.read is not None) == 1


def _patterns(suffixes: Iterable[str]) -> str:
    return " ".join(f"*{suffix}" for suffix in suffixes)
