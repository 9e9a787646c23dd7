"""What the command line shows: counts, reports, progress."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.exchange.overview import DocumentOverview, Overview


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
