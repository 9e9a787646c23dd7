"""How files are to be read: what a person chose, and one file opened accordingly."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from annotator.core.errors import UserError
from annotator.exchange.mapping import Mapping
from annotator.formats.article import UnclearEncodingError
from annotator.formats.bundle import Bundle
from annotator.formats.format import Format, Reading
from annotator.formats.options import choose, options_of
from annotator.formats.registry import format_named, format_of

Duplicates = Literal["skip", "keep"]
"""What to do with an article whose text is there already."""

Faults = Literal["stop", "skip"]
"""What to do with one thing that cannot be used: refuse its file, or leave the thing out and list it."""


class Choices(Struct, frozen=True, kw_only=True):
    """What a person may choose about an import."""

    encoding: str | None = None
    """Of the articles; ``None`` to detect it."""
    encodings: dict[Path, str] = {}
    """Of single files, before that of all."""
    duplicates: Duplicates = "skip"
    format: str | None = None
    """The name of the format of all files; ``None`` to tell it from each."""
    options: dict[str, bool | int | str] = {}
    """Of that format; or, where none is chosen, of every format that has such an option."""
    files: dict[Path, "Chosen"] = {}
    """How single files are to be read, before what is chosen for all."""
    faults: Faults = "stop"
    mapping: Mapping = Mapping()
    """From names in the files to those of the label set."""


class Chosen(Struct, frozen=True):
    """How one file is to be read."""

    format: str
    options: dict[str, bool | int | str] = {}


class Refusal(Struct, frozen=True):
    """One file that was not imported."""

    path: str
    """As a person knows it: of a file in an archive, ``archive.zip/file.txt``."""
    reason: str
    encodings: tuple[str, ...] = ()
    """If it was refused for its encoding: those it could be in."""
    error: UserError | None = None
    """The reason, to be told in another language."""


class Fault(Struct, frozen=True):
    """One thing in a file that was left out, for it cannot be used."""

    path: str
    """As with :class:`Refusal`."""
    error: UserError


class Opened(Struct, frozen=True):
    """A file that is being read."""

    kind: Format
    reading: Reading[Any]
    """Knows what was wrong in it, so far."""
    bundles: Iterator[Bundle]


def format_for(path: Path, choices: Choices) -> Format:
    """The format a file is read as.

    Raises:
        UserError: one was chosen that there is not.
    """
    own = choices.files.get(path)
    name = choices.format if own is None else own.format
    return format_of(path) if name is None else format_named(name)


def opened(path: Path, choices: Choices, *, skip: bool | None = None) -> Opened:
    """A file to be read as was chosen. ``skip`` is whether faults are skipped, whatever was chosen.

    Raises:
        UserError: there is no such format, it is not read, or lacks an option. What else is raised, is raised
            by asking for bundles.
    """
    own = choices.files.get(path)
    kind = format_for(path, choices)
    if kind.read is None:
        raise UserError("Sanad writes {title} but does not read it.", title=kind.title)
    options = dict(choices.options if own is None else own.options)
    if own is None and choices.format is None:
        known = {item.name for item in options_of(kind.reading)}
        options = {name: value for name, value in options.items() if name.replace("-", "_") in known}
    reading = Reading(
        choose(kind.reading, options),
        encoding=choices.encodings.get(path, choices.encoding),
        skip=choices.faults == "skip" if skip is None else skip,
    )
    return Opened(kind, reading, kind.read(path, reading))


def refusal_of(shown: str, error: UserError) -> Refusal:
    """Why a file, as a person knows it, was refused."""
    choices = error.choices if isinstance(error, UnclearEncodingError) else ()
    return Refusal(shown, str(error), tuple(choice.encoding for choice in choices), error)
