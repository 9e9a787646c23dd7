"""``sanad board``: figures across articles, or claims by speaker, as CSV."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli_showing import counted

_PATH = click.Path(path_type=Path)


@click.command(short_help="Write figures across articles as CSV.")
@click.argument("project", type=_PATH)
@click.option(
    "-o", "--output", "file", required=True, type=_PATH, help="The CSV file to write; - is standard output."
)
@click.option("--reviewer", metavar="NAME", help="Whose layers [default: the first reviewer].")
@click.option("--claims", is_flag=True, help="Write claims by speaker instead of figures.")
def board(project: Path, file: Path, *, reviewer: str | None, claims: bool) -> None:
    """Write the board of PROJECT as CSV: figures by what they count, with what was said of pairs of them.

    With --claims: claims by who said them; one with several speakers has a row for each of them.

    Numbers stay numbers; text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    from annotator.exchange.board import csv_of, load, write_csv
    from annotator.exchange.people import reviewer_id
    from annotator.review.tables import claim_table, figure_table
    from annotator.store.project import Project

    with Project.open(project, read_only=True) as opened:
        found, comparisons = load(opened.database, reviewer_id(opened.database, reviewer), opened.label_set)
    table = claim_table(found) if claims else figure_table(found, comparisons)
    if str(file) == "-":
        click.echo(csv_of(table)[0], nl=False)
        return
    rows, number = write_csv(file, table), len(found.claims) if claims else len(found.figures)
    written = counted(number, "claim" if claims else "figure")
    more = f" in {rows} rows, one for each speaker," if rows != number else ""
    click.echo(f"Wrote {written}{more} to {file}.")
