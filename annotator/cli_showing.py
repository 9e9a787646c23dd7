"""What the command line shows: counts, reports, progress."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotator.exchange.exporting import ExportReport
    from annotator.exchange.importing import Imported, Refusal
    from annotator.exchange.overview import DocumentOverview, Overview


def echo_exported(report: ExportReport) -> None:
    """Show what a dataset holds, and what it does not."""
    click.echo(
        f"Exported {counted(report.documents, 'document')}, {counted(report.annotations, 'annotation')},"
        f" {counted(report.relations, 'relation')} to {report.folder}."
    )
    if report.comparisons:
        click.echo(f"With {counted(report.comparisons, 'comparison')} of annotations.")
    if report.left_out:
        click.echo(f"Left out: {counted(len(report.left_out), 'document')} that nobody has annotated.")
    if report.in_zones:
        click.echo(f"Left out: {counted(report.in_zones, 'annotation')} in zones; manifest.json says where.")
    if report.unfinished:
        click.echo(f"Not marked done: {counted(len(report.unfinished), 'layer')}; manifest.json lists them.")


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
    for name in report.repeated:
        click.echo(f"Left out, for its text is there already: {name}")
    for name in report.joined:
        click.echo(f"Annotations added to the document with the same text: {name}")
    if report.unlisted:
        click.echo(f"Kept {counted(report.unlisted, 'value')} that the label set does not list.")
    if report.unusual:
        click.echo(f"Kept {counted(report.unusual, 'relation')} between labels the label set does not link.")
    echo_refused(imported.refused)


def echo_refused(refused: Iterable[Refusal]) -> None:
    """Say of each file that was refused why it was."""
    for refusal in refused:
        reason = refusal.reason.removeprefix(f"{Path(refusal.path).name}: ")
        if refusal.encodings:
            reason = f"its encoding could be {' or '.join(refusal.encodings)}; say which with --encoding."
        click.echo(f"sanad: {refusal.path} was not imported: {reason}", err=True)


@contextmanager
def progress_bar(title: str) -> Iterator[Callable[[int, int], None]]:
    """Shows progress on a terminal and nothing in a pipe."""
    shown = sys.stderr is not None and sys.stderr.isatty()
    with click.progressbar(length=1, label=title, file=sys.stderr, hidden=not shown) as bar:

        def tell(done: int, total: int) -> None:
            bar.length = total
            bar.update(max(done - bar.pos, 0))

        yield tell


def echo_overview(found: Overview) -> None:
    """Show what a project holds."""
    labels = ", ".join(f"{name} {count}" for name, count in found.labels.items())
    lines = [
        f"project      {found.path}",
        f"id           {found.uuid}",
        f"label set    {found.label_set.name}, version {found.label_set.version}",
        f"reviewers    {', '.join(found.reviewers)}",
        f"documents    {len(found.documents)}",
        f"annotations  {found.annotations}: {labels}",
    ]
    click.echo("\n".join([*lines, *map(_document_line, found.documents)]))


def _document_line(document: DocumentOverview) -> str:
    layers = "; ".join(
        f"{layer.reviewer}{' (adjudicated)' if layer.kind == 'adjudicated' else ''}: {layer.status},"
        f" {counted(layer.annotations, 'annotation')}"
        for layer in document.layers
    )
    return f"  {document.name}  {counted(document.length, 'character')}  {layers or 'new'}"


def counted(number: int, what: str) -> str:
    """A count in words: ``1 layer``, ``2 layers``."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def echo_json(value: object) -> None:
    """Show a value as JSON, escaped where the console is not UTF-8."""
    import msgspec

    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
    text = json.dumps(msgspec.to_builtins(value, enc_hook=str), indent=2, ensure_ascii=encoding != "utf8")
    click.echo(text)
