"""What is known of each format, in words: for the command line, and for the table of formats in the docs."""

from collections.abc import Collection, Iterable

from msgspec import Struct

from annotator.formats.every import FORMATS
from annotator.formats.format import Format
from annotator.formats.losing import SENTENCES, Loss
from annotator.formats.options import Option, options_of


class OptionEntry(Struct, frozen=True):
    """One thing to choose."""

    name: str
    """As the command line has it."""
    title: str
    default: bool | int | str
    choices: dict[str, str] | None
    explanation: str


class Entry(Struct, frozen=True):
    """One format."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    reads: bool
    writes: bool
    articles_only: bool
    files: str
    """What it writes: ``one`` file, or ``many``."""
    loses: dict[str, str]
    """What it cannot hold, if Sanad writes it."""
    kept_aside: dict[str, str]
    """What it holds in fields of Sanad's own alone."""
    reading: tuple[OptionEntry, ...]
    writing: tuple[OptionEntry, ...]
    extra: str
    """The optional extra of the package it needs."""


def entry(kind: Format) -> Entry:
    """What is known of a format."""
    return Entry(
        name=kind.name,
        title=str(kind.title),
        suffixes=kind.suffixes,
        reads=kind.read is not None,
        writes=kind.write is not None,
        articles_only=kind.articles_only,
        files="one" if kind.one_file else "many",
        loses=_sentences(kind.loses),
        kept_aside=_sentences(kind.kept_aside),
        reading=tuple(map(_option, options_of(kind.reading))) if kind.read else (),
        writing=tuple(map(_option, options_of(kind.writing))) if kind.write else (),
        extra=kind.extra,
    )


def _sentences(losses: Collection[Loss]) -> dict[str, str]:
    return {loss.value: str(SENTENCES[loss]) for loss in Loss if loss in losses}


def entries() -> list[Entry]:
    """All formats: ours first, then those of other tools by name."""
    ours, *others = FORMATS
    return [entry(kind) for kind in (ours, *sorted(others, key=lambda kind: kind.name))]


def markdown() -> str:
    """The page on formats, as it stands in the repository."""
    found = entries()
    rows = [
        f"| `{item.name}` | {item.title} | {' '.join(f'`{suffix}`' for suffix in item.suffixes)} |"
        f" {_read(item)} | {_written(item)} |"
        for item in found
    ]
    return _PAGE.format(rows="\n".join(rows), formats="\n".join(_section(item) for item in found))


def table(found: Iterable[Entry]) -> str:
    """Formats one a line, for a terminal."""
    rows = [("format", "reads", "writes", "loses", "what it is")]
    rows += [
        (item.name, _read(item), _written(item), _count(item), f"{item.title} ({' '.join(item.suffixes)})")
        for item in found
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in rows
    )


def details(item: Entry) -> str:
    """All of one format, for a terminal."""
    lines = [f"{item.title} ({item.name}): {' '.join(item.suffixes)}"]
    lines += [f"reads {_read(item)}, writes {_written(item)}"]
    lines += [f"needs pip install 'sanad[{item.extra}]'"] if item.extra else []
    for title, options in (("when it is read", item.reading), ("when it is written", item.writing)):
        lines += [f"options {title}:"] if options else []
        lines += [f"  {_line(option)}" for option in options]
    if item.writes:
        lines += ["does not hold:", *(f"  {what}" for what in item.loses.values())]
    if item.kept_aside:
        lines += [f"{_ASIDE}:", *(f"  {what}" for what in item.kept_aside.values())]
    return "\n".join(lines)


def _listed(names: Iterable[str]) -> str:
    """Things one after the other, in one line."""
    return "; ".join(names)


def _count(item: Entry) -> str:
    """How many kinds of things a format cannot hold."""
    return str(len(item.loses)) if item.writes else "–"


def _option(item: Option) -> OptionEntry:
    choices = {value: str(title) for value, title in (item.choices or {}).items()}
    name, explanation = item.name.replace("_", "-"), str(item.help or "")
    return OptionEntry(name, str(item.title), item.default, choices or None, explanation)


def _read(item: Entry) -> str:
    return ("articles" if item.articles_only else "yes") if item.reads else "–"


def _written(item: Entry) -> str:
    return ("yes" if item.files == "one" else "yes, a folder") if item.writes else "–"


def _section(item: Entry) -> str:
    lines = [f"### {item.title}: `{item.name}`", ""]
    if item.extra:
        lines += [f"Needs `pip install 'sanad[{item.extra}]'`.", ""]
    if item.writes:
        lost = _listed(item.loses.values())
        lines += [f"Does not hold: {lost}." if lost else "Holds all there is.", ""]
    if item.kept_aside:
        lines += [f"{_ASIDE[0].upper()}{_ASIDE[1:]}: {_listed(item.kept_aside.values())}.", ""]
    for what, options in (("import", item.reading), ("export", item.writing)):
        lines += [f"- {what}: {_line(option)}" for option in options]
    return "\n".join(lines if lines[-1] else lines[:-1]) + "\n"


def _line(option: OptionEntry) -> str:
    """An option with what it can be."""
    start = f"`-O {option.name}={_shown(option.default)}`: {option.title}"
    if option.choices:
        start += ": " + _listed(f"`{value}` {title}" for value, title in option.choices.items())
    return f"{start.rstrip('.')}. {option.explanation}".rstrip()


def _shown(default: bool | int | str) -> str:  # noqa: FBT001  # a tick's default is a truth value
    """A value as the command line has it."""
    if isinstance(default, bool):
        return "yes" if default else "no"
    return str(default)


_ASIDE = "holds in fields of Sanad's own alone, which other tools ignore and may drop"

_PAGE = """\
# Formats

What Sanad reads and writes. This page is made by `sanad formats --markdown` from the formats themselves.
Tests hold it to them: reading what a format wrote gives back everything but what is said here that it does
not hold. What is said to be in fields of Sanad's own comes back when Sanad reads the file; to other tools it
says nothing, and files that they write may lack it.

| name | what it is | files | read | written |
|---|---|---|---|---|
{rows}

Options are given on the command line with `-O` (of what `sanad convert` reads, with `-I`); what stands
below is what they are unless chosen.

{formats}"""
