"""What the command line says of an import."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli_showing import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.core.errors import UserError
    from annotator.exchange.importing import Fault, Imported, ImportReport, Refusal
    from annotator.exchange.mapping import Dropped

_LISTED = 20
"""So many sentences of a kind are shown; their number is always told."""


def echo_imported(imported: Imported) -> None:
    """Show what an import brought, and what it refused."""
    report = imported.report
    click.echo(
        f"Imported {counted(report.documents, 'document')}, {counted(report.annotations, 'annotation')},"
        f" {counted(report.relations, 'relation')}."
    )
    if report.comparisons:
        click.echo(f"With {counted(report.comparisons, 'comparison')} of annotations.")
    if report.incomplete:
        left_out = counted(report.incomplete, "comparison")
        click.echo(f"Left out: {left_out} of annotations that are not here, or are compared already.")
    _echo_there(report)
    _echo_some("Annotations added to the document with the same text: ", report.joined, len(report.joined))
    if report.predictions:
        click.echo(f"With {counted(report.predictions, 'prediction')} of machines, as suggestions.")
    if report.made:
        click.echo(f"New in the label set: {', '.join(report.made)}.")
    _echo_dropped(report.dropped)
    if report.unlisted:
        click.echo(f"Kept {counted(report.unlisted, 'value')} that the label set does not list.")
    if report.unusual:
        click.echo(f"Kept {counted(report.unusual, 'relation')} between labels the label set does not link.")
    echo_faults(report.faults, report.fault_count)
    _echo_some("Note: ", report.notes.sentences, report.notes.count)
    _echo_some("Not read, for no format knows it: ", imported.unreadable, len(imported.unreadable))
    echo_refused(imported.refused)


def echo_faults(faults: Iterable[Fault], count: int, *, refuse: bool = False) -> None:
    """Say what was left out because it cannot be used, or would ``refuse`` the file it is in."""
    if count:
        told = f"{counted(count, 'thing')} that cannot be used"
        hint = "would keep the whole of a file out, unless --faults skip leaves out only these"
        click.echo(f"Found {told}; each {hint}:" if refuse else f"Left out {told}:")
        _echo_some("  ", [f"{fault.error}{_hint(fault.error)}" for fault in faults], count)


def _echo_there(report: ImportReport) -> None:
    """Say what was there already: of a file with several articles that brought nothing else, in one line."""
    whole = {path: len(names) for path, names in report.there.items() if len(names) > 1}
    single = [name for path, names in report.there.items() if path not in whole for name in names]
    names = [*report.partly, *single]
    _echo_some("Left out, for it is there already: ", names, len(names))
    files = [f"{path}, with {counted(count, 'article')}" for path, count in whole.items()]
    _echo_some("Left out, for all in it is there already: ", files, len(files))


def _echo_dropped(dropped: Dropped) -> None:
    """Say what was left out because the mapping says so."""
    parts = [f"{counted(count, 'annotation')} of {name}" for name, count in dropped.labels.items()]
    for (label, name), count in dropped.attributes.items():
        parts.append(f"{counted(count, 'value')} of {name} of {label}")
    parts += [f"{counted(count, 'relation')} of {name}" for name, count in dropped.relations.items()]
    if dropped.links:
        parts.append(f"{counted(dropped.links.total(), 'relation')} to what is left out")
    parts += [f"{counted(count, 'zone')} of {name}" for name, count in dropped.zones.items()]
    if dropped.entities:
        parts.append("their entities")
    if parts:
        click.echo(f"Left out, as the mapping says: {'; '.join(parts)}.")


def _echo_some(before: str, sentences: Sequence[str], count: int) -> None:
    """The first of some sentences, and how many more there are."""
    for sentence in sentences[:_LISTED]:
        click.echo(f"{before}{sentence}")
    if count > _LISTED:
        click.echo(f"{before}… and {count - _LISTED} more.")


def echo_refused(refused: Iterable[Refusal]) -> None:
    """Say of each file that was refused why it was."""
    for refusal in refused:
        reason = refusal.reason.removeprefix(f"{Path(refusal.path).name}: ")
        if refusal.encodings:
            reason = f"its encoding could be {' or '.join(refusal.encodings)}; say which with --encoding."
        if refusal.error is not None:
            reason += _hint(refusal.error)
            if refusal.error.skippable:
                reason += " With --faults skip, only what cannot be used is left out."
        click.echo(f"sanad: {refusal.path} was not imported: {reason}", err=True)


def _hint(error: UserError) -> str:
    """What the command line can do about a refusal, where the sentence does not know it."""
    from annotator.exchange.spelling import escaped
    from annotator.exchange.standing import TakenError

    if not isinstance(error, TakenError) or error.theirs is None:
        return ""
    written = shlex.quote(f"reviewer:{escaped(error.theirs, '=')}=NAME")
    return f" Do that with --map {written}."
