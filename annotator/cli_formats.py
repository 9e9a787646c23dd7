"""``sanad formats``: what each format reads, writes and loses."""

from __future__ import annotations

import click

from annotator.cli_showing import echo_json


@click.command(short_help="Show the formats: what each reads, writes and loses.")
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Write the page on formats.")
def formats(name: str | None, *, as_json: bool, as_markdown: bool) -> None:
    """Show the formats, or with NAME one of them with its options and what it cannot hold."""
    from annotator.formats import catalogue
    from annotator.formats.registry import format_named

    found = catalogue.entries() if name is None else [catalogue.entry(format_named(name))]
    if as_markdown:
        click.echo(catalogue.markdown(), nl=False)
    elif as_json:
        echo_json(found)
    elif name is None:
        click.echo(catalogue.table(found))
    else:
        click.echo(catalogue.details(found[0]))
