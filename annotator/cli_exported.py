"""What the command line shows of exports and conversions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotator.cli_showing import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.exchange.converting import Converted
    from annotator.exchange.ordering import ExportReport, Preview
    from annotator.formats.format import Lost
    from annotator.formats.losing import Loss

_SHOWN = 20
"""So many warnings and faults are shown."""


def echo_exported(report: ExportReport) -> None:
    """Show what an export holds, and what it does not."""
    listed = report.report.name if report.report else "manifest.json"
    click.echo(
        f"Exported {counted(report.documents, 'document')}, {counted(report.annotations, 'annotation')},"
        f" {counted(report.relations, 'relation')} to {report.target}."
    )
    if report.parts:
        click.echo(f"Split: {', '.join(f'{name} {count}' for name, count in report.parts.items())}.")
    if report.without_file:
        click.echo(f"Without a file, for nothing is in it: {', '.join(report.without_file)}.")
    if report.comparisons:
        click.echo(f"With {counted(report.comparisons, 'comparison')} of annotations.")
    _echo_left_out(report)
    if report.unfinished:
        click.echo(f"Not marked done: {counted(len(report.unfinished), 'layer')}; {listed} lists them.")
    _echo_lost(report.lost, report.examples, report.uncounted)


_LEFT_OUT = {
    "no layer": "that nobody has annotated",
    "status": "without the chosen status",
    "layers": "without a layer of those chosen",
    "no annotations": "in which nothing that was chosen is annotated",
}
"""What is said of documents by the reason why they were left out."""


def _echo_left_out(report: ExportReport) -> None:
    for reason, said in _LEFT_OUT.items():
        count = sum(item.reason == reason for item in report.left_out)
        if count:
            click.echo(f"Left out: {counted(count, 'document')} {said}.")
    if report.in_zones:
        where = report.report.name if report.report else "manifest.json"
        click.echo(f"Left out: {counted(report.in_zones, 'annotation')} in zones; {where} says where.")
    if report.of_other_labels:
        click.echo(f"Left out: {counted(report.of_other_labels, 'annotation')} with other labels.")


def _echo_lost(lost: Mapping[Loss, int], examples: Iterable[Lost], uncounted: Iterable[Loss]) -> None:
    """Show what a format cannot hold, with the first thing of each kind, and what else without a number."""
    from annotator.formats.losing import SENTENCES

    first = {item.loss: item for item in reversed(list(examples))}
    for loss, count in lost.items():
        click.echo(f"Lost: {SENTENCES[loss]}: {count}.")
        if loss in first:
            click.echo(f"  the first, in {first[loss].document}: {first[loss].what}")
    if things := "; ".join(str(SENTENCES[loss]) for loss in uncounted):
        click.echo(f"{'Nor does it hold' if lost else 'It does not hold'}: {things}.")


def echo_preview(found: Preview) -> None:
    """Show what an export would make."""
    click.echo(found.first_record.rstrip() or "(not text)")
    for what, count in (("the project holds", found.before), ("goes out", found.after)):
        documents, annotations = (
            counted(count.documents, "document"),
            counted(count.annotations, "annotation"),
        )
        click.echo(f"{what}: {documents}, {counted(count.layers, 'layer')}, {annotations}")
    if found.parts:
        click.echo(f"Split: {', '.join(f'{name} {count}' for name, count in found.parts.items())}.")
    _echo_lost(found.losses, found.examples, found.uncounted)


def echo_converted(done: Converted) -> None:
    """Show what came of a conversion."""
    echo_exported(done.report)
    for warning in done.warnings[:_SHOWN]:
        click.echo(f"sanad: {warning}", err=True)
    if done.warning_count > _SHOWN:
        click.echo(f"sanad: {done.warning_count - _SHOWN} more warnings are not shown.", err=True)
    for fault in done.faults[:_SHOWN]:
        click.echo(f"sanad: left out: {fault.error}", err=True)
    if done.fault_count > _SHOWN:
        click.echo(f"sanad: {done.fault_count} things were left out in all.", err=True)
    if done.predictions:
        click.echo(f"Left out: {counted(done.predictions, 'prediction')} of machines.")
