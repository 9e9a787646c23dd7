"""The command line: ``sanad PROJECT`` opens the window, ``sanad COMMAND`` works without one.

What a command needs is imported when it runs, so that ``sanad --help`` answers at once.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator import __version__
from annotator.cli_board import board
from annotator.cli_figure import figure
from annotator.cli_search import search
from annotator.cli_showing import (
    counted,
    echo_exported,
    echo_imported,
    echo_json,
    echo_overview,
    echo_refused,
    progress_bar,
)
from annotator.core.errors import Phrase, UserError

if TYPE_CHECKING:
    from annotator.exchange.importing import Choices, Imported
    from annotator.store.check import Finding
    from annotator.store.project import Project

PROBLEMS_FOUND = 1
BAD_INPUT = 2

_NO_DISPLAY = "There is no display to open a window on; use sanad --help for what works without one."
_PATH = click.Path(path_type=Path)
_ENCODING = click.option("--encoding", metavar="NAME", help="Encoding of the articles [default: detected].")
_DUPLICATES = click.option(
    "--duplicates",
    type=click.Choice(["skip", "keep"]),
    default="skip",
    show_default=True,
    help="An article whose text is there already.",
)


class _Told(click.ClickException):
    """A sentence for the person at the terminal."""

    exit_code = BAD_INPUT

    def show(self, file: Any = None) -> None:  # noqa: ANN401  # as in click
        click.echo(f"sanad: {self.message}", file=file, err=file is None)


class _Sanad(click.Group):
    """A group whose first argument may be a project instead of a command."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None:
            return super().resolve_command(ctx, ["open", *args])
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  # as in click
        try:
            return super().invoke(ctx)
        except UserError as error:
            raise _Told(str(error)) from error


@click.group(
    cls=_Sanad,
    invoke_without_command=True,
    subcommand_metavar="[PROJECT | COMMAND [ARGS]...]",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 check found problems, 2 bad input or a file that was refused.",
)
@click.version_option(__version__, prog_name="sanad")
@click.option("--try-sample", is_flag=True, help="Open the sample: five articles, one of them annotated.")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    help="With --try-sample: the folder for the sample [default: $SANAD_SAMPLE_DIR, or a folder of yours].",
)
@click.pass_context
def cli(ctx: click.Context, *, try_sample: bool, into: Path | None) -> None:
    """Annotate right-to-left articles and export gold data.

    Without a command, opens the window, on PROJECT if one is given. Without a display, --try-sample does the
    sample's work headless: makes the project, exports its gold data, renders the window to a picture.
    """
    if into is not None and not try_sample:
        raise click.UsageError("--into goes with --try-sample.")
    if ctx.invoked_subcommand is None:
        ctx.exit(_try_sample(into) if try_sample else _open_window(None))
    elif try_sample:
        raise click.UsageError("--try-sample goes without a command and without a project.")


@cli.command("open", hidden=True)
@click.argument("project", type=_PATH)
@click.pass_context
def open_project(ctx: click.Context, project: Path) -> None:
    """Open the window on a project."""
    if not project.exists():
        raise UserError("“{name}” is neither a project nor a command; see sanad --help.", name=project)
    ctx.exit(_open_window(project))


@cli.command(short_help="Make a new project, with files in it.")
@click.argument("project", type=_PATH)
@click.argument("files", nargs=-1, type=_PATH)
@click.option("--reviewer", required=True, metavar="NAME", help="Who annotates.")
@click.option("--scheme", type=_PATH, help="Label set (scheme.json) [default: news].")
@_ENCODING
@_DUPLICATES
@click.pass_context
def new(
    ctx: click.Context,
    project: Path,
    files: tuple[Path, ...],
    *,
    reviewer: str,
    scheme: Path | None,
    encoding: str | None,
    duplicates: Any,  # noqa: ANN401  # click has checked the choice
) -> None:
    """Make a new PROJECT, with FILES in it: articles, gold JSONL, or folders of them.

    A file that is refused does not keep the others out; the exit code is 2 then. If all are refused, no
    project is made.
    """
    from annotator.exchange.importing import Choices, gather
    from annotator.formats.scheme import read_scheme
    from annotator.resources import RESOURCES
    from annotator.store.project import Project as ProjectFile

    definition = read_scheme(scheme or RESOURCES / "schemes" / "standard.json")
    found = gather(files)
    with ProjectFile.create(project, definition, reviewer) as opened:
        imported = _import(opened, None, found, Choices(encoding=encoding, duplicates=duplicates))
    if found and len(imported.refused) == len(found):
        project.unlink()
        echo_refused(imported.refused)
        raise UserError("No file could be imported, so “{path}” was not made.", path=project)
    click.echo(f"Made {project} for {reviewer}.")
    if found:
        ctx.exit(_tell_imported(imported))


@cli.command("import", short_help="Import articles or gold JSONL into a project.")
@click.argument("project", type=_PATH)
@click.argument("files", nargs=-1, required=True, type=_PATH)
@click.option(
    "--reviewer", metavar="NAME", help="Who imports, and can undo it [default: the first reviewer]."
)
@_ENCODING
@_DUPLICATES
@click.pass_context
def import_(
    ctx: click.Context,
    project: Path,
    files: tuple[Path, ...],
    *,
    reviewer: str | None,
    encoding: str | None,
    duplicates: Any,  # noqa: ANN401  # click has checked the choice
) -> None:
    """Import FILES into PROJECT: articles, gold JSONL with its annotations, or folders of them.

    All that go in are one undo step. A file that is refused does not keep the others out; the exit code is 2
    then.
    """
    from annotator.exchange.importing import Choices, gather
    from annotator.store.project import Project as ProjectFile

    found = gather(files)
    with ProjectFile.open(project) as opened:
        if opened.read_only:
            raise UserError(
                "“{path}” cannot be written{reason}; nothing was imported.",
                path=project,
                reason=f", for {opened.owner} has it open" if opened.owner else "",
            )
        imported = _import(opened, reviewer, found, Choices(encoding=encoding, duplicates=duplicates))
    ctx.exit(_tell_imported(imported))


@cli.command(short_help="Export a project as a gold dataset.")
@click.argument("project", type=_PATH)
@click.option("-o", "--output", "folder", required=True, type=_PATH, help="Folder for the dataset.")
@click.option(
    "--without-zone",
    "without_zones",
    multiple=True,
    metavar="KIND",
    help="Leave out annotations inside zones of this kind; may be given several times.",
)
def export(project: Path, folder: Path, *, without_zones: tuple[str, ...]) -> None:
    """Export PROJECT as a gold dataset: every layer of every document, label set, entities, manifest, card.

    A dataset that is in the folder already is replaced, once all is written and proved. A file with a name
    of a dataset's that no export wrote, or that has been changed since, is never replaced: the export is
    refused. Other files are left alone.
    """
    from annotator.exchange.exporting import Selection, export_project
    from annotator.store.project import Project as ProjectFile

    choices = Selection(without_zones=without_zones)
    with ProjectFile.open(project, read_only=True) as opened, progress_bar("Exporting") as progress:
        report = export_project(opened, folder, progress, choices=choices)
    if report is None:
        raise ValueError("nobody can cancel an export on the command line")
    echo_exported(report)


@cli.command(short_help="Show what a project holds.")
@click.argument("project", type=_PATH)
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def info(project: Path, *, as_json: bool) -> None:
    """Show what PROJECT holds: documents, layers, their status, annotations of each label."""
    from annotator.exchange.overview import overview
    from annotator.store.project import Project as ProjectFile

    with ProjectFile.open(project, read_only=True) as opened:
        found = overview(opened)
    if as_json:
        echo_json(found)
    else:
        echo_overview(found)


@cli.command("check", short_help="Check a project file and its meaning.")
@click.argument("project", type=_PATH)
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@click.option("--rebuild-index", is_flag=True, help="Make the search index anew from the articles first.")
@click.pass_context
def check_(ctx: click.Context, project: Path, *, as_json: bool, rebuild_index: bool) -> None:
    """Check PROJECT, the file and its meaning: hashes, quotes, ranges, links. Changes nothing else.

    The exit code is 1 if there are problems.
    """
    if rebuild_index:
        _rebuild_index(project)
    findings = _findings(project)
    if as_json:
        echo_json(findings)
    else:
        for finding in findings:
            click.echo(f"{finding.severity}: {finding.sentence} [{finding.rule}]")
        click.echo(counted(len(findings), "problem") + "." if findings else "No problems.")
    ctx.exit(PROBLEMS_FOUND if findings else 0)


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(
                errors="backslashreplace"
            )  # a console of another encoding still shows something
    cli(prog_name="sanad")


def _open_window(project: Path | None) -> int:
    if not _has_display():
        raise UserError(_NO_DISPLAY)
    from annotator.ui.app import run_window

    return run_window(project)


def _try_sample(into: Path | None) -> int:
    from annotator.exchange.sample import own_sample, sample_folder

    if not _has_display():
        return _sample_headless(into or sample_folder())
    from annotator.ui.app import run_window

    return run_window(own_sample(into)) if into else run_window(None, try_sample=True)


def _sample_headless(folder: Path) -> int:
    """The sample's loop without a window: project, gold data, a picture of the window."""
    from annotator.exchange.exporting import export_project
    from annotator.exchange.sample import own_sample
    from annotator.store.project import Project as ProjectFile

    project, gold, picture = own_sample(folder), folder / "gold", folder / "window.png"
    with ProjectFile.open(project, read_only=True) as opened:
        export_project(opened, gold)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from annotator.ui.app import render_window

    render_window(project, picture)
    click.echo("There is no display, so the sample's work was done without one.")
    click.echo(f"project: {project}\ngold data: {gold / 'gold.jsonl'}\npicture of the window: {picture}")
    click.echo(
        "To see the window, run this on a desktop, over SSH with ssh -X, or in xvfb-run with a VNC server."
    )
    return 0


def _has_display() -> bool:
    """Whether a window can be shown; only Linux may lack a display."""
    if sys.platform != "linux":
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    needs_one = chosen in ("", "xcb", "wayland", "wayland-egl")
    return not needs_one or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _import(project: Project, reviewer: str | None, files: list[Path], choices: Choices) -> Imported:
    from annotator.exchange.importing import import_files
    from annotator.exchange.people import reviewer_id

    importer = reviewer_id(project.database, reviewer)
    with progress_bar("Importing") as progress:
        return import_files(project, importer, files, choices, progress)


def _tell_imported(imported: Imported) -> int:
    echo_imported(imported)
    return BAD_INPUT if imported.refused else 0


def _rebuild_index(path: Path) -> None:
    from annotator.store.project import Project

    with Project.open(path) as project:
        project.rebuild_index()


def _findings(path: Path) -> list[Finding]:
    from annotator.store.check import Finding, check
    from annotator.store.failures import DAMAGED
    from annotator.store.project import Project

    try:
        with Project.open(path, read_only=True) as project:
            return check(project.database)
    except UserError as error:
        if error.key != DAMAGED:
            raise
        return [Finding("file", "error", "", path.name, Phrase(error.key, **error.values))]


cli.add_command(board)
cli.add_command(figure)
cli.add_command(search)
