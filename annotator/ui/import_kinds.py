"""Which kinds of files come in, and of which kind those are that a person has named.

A window that starts imports this module, so formats are loaded where they are needed.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from annotator.core.errors import UserError
from annotator.exchange.gathering import Gathered
from annotator.exchange.survey import Unclear
from annotator.formats.article import PLAIN_TEXT, UnclearEncodingError
from annotator.formats.columns import NONE, Column, Roles, proposed
from annotator.formats.format import Format
from annotator.formats.options import choose, options_of
from annotator.formats.registry import claimed, formats, known_format
from annotator.ui import phrases
from annotator.ui.dialogs.options_form import Choices

_ARCHIVE = "*.zip"
_BRACKETED = re.compile(r"\s*\(.*\)")
"""What file dialogs would take for suffixes."""
_TEXT_TABLES = (".csv", ".tsv", ".tab", ".txt")
_OF_TABLES = ("heading", "delimiter", "sheet")
"""The options on which it depends which columns a table has."""


Values = Mapping[str, bool | int | str]


class Offer(Struct, frozen=True):
    """What a file offers for the options of its kind, such as its columns."""

    choices: dict[str, Choices] = {}
    """By the option's name."""
    values: dict[str, str] = {}
    """What is proposed of them."""
    without: tuple[str, ...] = ()
    """Options that mean nothing for such a file."""
    problem: UserError | None = None
    """Why the file cannot be read as that kind, whatever is chosen."""


class Group(Struct, frozen=True):
    """Files of one kind, which are asked about together."""

    files: tuple[Path, ...]
    names: tuple[str, ...]
    """As a person knows them."""
    kind: Format
    certain: bool
    """Whether they can be of no other kind."""
    offer: Offer

    @property
    def has_options(self) -> bool:
        """Whether there is something to choose about the kind."""
        return bool(options_of(self.kind.reading))

    @property
    def needs_answers(self) -> bool:
        """Whether a person has to look at it. What other tools write says itself how it is to be read."""
        return not self.certain or (self.kind.articles_only and self.has_options)


def readable() -> list[Format]:
    """The kinds of files that can be read, in the order of their titles."""
    kinds = [kind for kind in formats() if kind.read is not None]
    return sorted(kinds, key=lambda kind: phrases.sentence_of(kind.title).casefold())


def filters() -> str:
    """The kinds for a file dialog: all of them, each by itself, any file."""
    kinds = readable()
    every = {suffix: None for kind in kinds for suffix in kind.suffixes}
    said = QCoreApplication.translate("Imports", "Articles and annotations")
    rows = [f"{said} ({_patterns(every)} {_ARCHIVE})"]
    rows += [
        f"{_BRACKETED.sub('', phrases.sentence_of(kind.title))} ({_patterns(kind.suffixes)})"
        for kind in kinds
    ]
    rows.append(QCoreApplication.translate("Imports", "All files (*)"))
    return ";;".join(rows)


def grouped(
    files: Gathered, encodings: Mapping[Path, str], progress: Callable[[int, int], None]
) -> tuple[list[Group], list[Unclear]]:
    """The files by their kinds, in the order of the first of each; and those of unclear encoding.

    Reads the beginning of each file; a table has to be read to know its columns.
    """
    groups: dict[tuple[str, bool, str], list[Path]] = {}
    found: dict[tuple[str, bool, str], tuple[Format, Offer]] = {}
    unclear = []
    for number, path in enumerate(files):
        progress(number, len(files))
        known = known_format(path)
        kind = known or PLAIN_TEXT
        try:
            offer = offer_of(kind, path, encodings.get(path))
        except UnclearEncodingError as error:
            unclear.append(Unclear(path, error.choices))
            continue
        certain = known is not None and _is_certain(kind, path)
        columns = [title for title, _ in offer.choices.get("text", ())]
        key = (kind.name, certain, str(offer.problem or columns))
        groups.setdefault(key, []).append(path)
        found.setdefault(key, (kind, offer))
    return [
        Group(tuple(paths), tuple(map(files.shown, paths)), found[key][0], key[1], found[key][1])
        for key, paths in groups.items()
    ], unclear


def offer_of(kind: Format, path: Path, encoding: str | None, values: Values | None = None) -> Offer:
    """What a file offers for the options of a kind, of which ``values`` are chosen already.

    Raises:
        UnclearEncodingError: the encoding was not given, and cannot be told.
    """
    from annotator.formats.json_articles import JSON_ARTICLES, fields
    from annotator.formats.table.kind import SHEET, EmptySheetError, SheetReading, columns

    try:
        if kind is SHEET:
            offer = _columns(columns(path, encoding, choose(SheetReading, fixed_by(values or {}))))
            is_text = path.suffix.lower() in _TEXT_TABLES
            return replace(offer, without=("sheet",) if is_text else ("delimiter",))
        return _columns(fields(path)) if kind is JSON_ARTICLES else Offer()
    except UnclearEncodingError:
        raise
    except EmptySheetError:  # another one may hold rows
        return Offer(without=("delimiter",))
    except UserError as error:
        return Offer(problem=error)


def depends_on_file(kind: Format) -> bool:
    """Whether files offer something for the options of a kind."""
    from annotator.formats.json_articles import JSON_ARTICLES
    from annotator.formats.table.kind import SHEET

    return kind in (SHEET, JSON_ARTICLES)


def fixed_by(values: Values) -> Values:
    """The chosen options on which it depends what a file offers."""
    return {name: value for name, value in values.items() if name in _OF_TABLES}


def _columns(found: Sequence[Column]) -> Offer:
    """The columns of a table or fields of records, each with the beginning of what it holds first."""
    choices = [(column.name, _shown(column)) for column in found]
    none = (NONE, QCoreApplication.translate("Imports", "None"))
    return Offer(
        {role: choices if role == "text" else [none, *choices] for role in Roles._fields},
        {role: name or NONE for role, name in proposed(found)._asdict().items()},
    )


def _shown(column: Column) -> str:
    name = phrases.isolated(phrases.shortened(column.name, 30))
    if not column.example:
        return name
    return phrases.directed(f"{name}  ·  {phrases.isolated(phrases.shortened(column.example, 28))}")


def _is_certain(kind: Format, path: Path) -> bool:
    """Whether a file says by itself, or by a suffix no other kind has, what it is."""
    if kind.claims is not None:
        return claimed(kind, path)
    suffix = path.suffix.lower()
    return sum(suffix in other.suffixes for other in formats() if other.read is not None) == 1


def _patterns(suffixes: Iterable[str]) -> str:
    return " ".join(f"*{suffix}" for suffix in suffixes)
