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
from annotator.cli_export import convert, export
from annotator.cli_figure import figure
from annotator.cli_formats import formats
from annotator.cli_import import BAD_INPUT, import_, new
from annotator.cli_print import print_
from annotator.cli_search import search
from annotator.cli_showing import counted, echo_json, echo_overview
from annotator.core.errors import Phrase, UserError

if TYPE_CHECKING:
    from annotator.store.check import Finding

PROBLEMS_FOUND = 1

_NO_DISPLAY = "There is no display to open a window on; use sanad --help for what works without one."
_PATH = click.Path(path_type=Path)


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
cli.add_command(convert)
cli.add_command(export)
cli.add_command(figure)
cli.add_command(formats)
cli.add_command(import_)
cli.add_command(new)
cli.add_command(print_)
cli.add_command(search)
