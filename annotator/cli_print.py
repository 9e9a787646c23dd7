"""``sanad print``: annotated articles as a PDF file, as the window shows them."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import click

from annotator.core.errors import UserError

_PATH = click.Path(path_type=Path)


@click.command("print", short_help="Write annotated articles as a PDF file.")
@click.argument("project", type=_PATH)
@click.option("-o", "--output", "path", required=True, type=_PATH, help="The PDF file to write.")
@click.option("--reviewer", metavar="NAME", help="Whose annotations are shown [default: the first reviewer].")
@click.option(
    "--article",
    "articles",
    multiple=True,
    metavar="NAME",
    help="Name of an article; may be given several times [default: all].",
)
def print_(project: Path, path: Path, *, reviewer: str | None, articles: tuple[str, ...]) -> None:
    """Write the articles of PROJECT as a PDF file, with their annotations, each from a new page on.

    A file that is there already is replaced, unless it is a project.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from annotator.exchange.people import reviewer_id
    from annotator.exchange.replacing import refuse_project
    from annotator.store import queries
    from annotator.store.project import Project
    from annotator.ui.app import make_application
    from annotator.ui.printing.pages import write_pdf
    from annotator.ui.printing.printed import printed

    with Project.open(project, read_only=True) as opened:
        who = reviewer_id(opened.database, reviewer)
        documents = queries.documents(opened.database)
        unknown = sorted(set(articles) - {item.name for item in documents})
        if unknown:
            raise UserError("There is no article “{name}” in the project; check its name.", name=unknown[0])
        chosen = [item for item in documents if not articles or item.name in articles]
        if not chosen:
            raise UserError("“{path}” holds no article to print.", path=project)
        with suppress(OSError):  # which is told when it is written
            refuse_project(path, opened.path)
        application = make_application()
        pages = write_pdf((printed(opened, item, who) for item in chosen), path)
        application.processEvents()
    click.echo(f"{path}: {pages} pages.")
