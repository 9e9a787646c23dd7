"""``sanad new`` and ``sanad import``: files of any format into a project.

What the files call things is looked at first, and led to the label set: by ``--map``, by a mapping file, by
equal or common names. What leads nowhere is never guessed at: it is listed, and nothing goes in.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from annotator.cli_imported import echo_faults, echo_imported, echo_refused
from annotator.cli_showing import counted, progress_bar
from annotator.core.errors import UserError, why

if TYPE_CHECKING:
    from annotator.core.schema import LabelSet
    from annotator.exchange.asking import Asked
    from annotator.exchange.gathering import Gathered
    from annotator.exchange.importing import Choices, Imported
    from annotator.exchange.mapping import Mapping
    from annotator.exchange.survey import Survey
    from annotator.store.project import Project

BAD_INPUT = 2

_PATH = click.Path(path_type=Path)
_F = TypeVar("_F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--encoding", metavar="NAME", help="Encoding of the articles [default: detected]."),
    click.option(
        "--duplicates",
        type=click.Choice(["skip", "keep"]),
        default="skip",
        show_default=True,
        help="An article whose text is there already.",
    ),
    click.option("--format", "format_name", metavar="NAME", help="Format of the files [default: detected]."),
    click.option(
        "-O",
        "--option",
        "options",
        multiple=True,
        metavar="NAME=VALUE",
        help="An option of the format; may be given several times.",
    ),
    click.option(
        "--map",
        "maps",
        multiple=True,
        metavar="THEIRS=OURS",
        help="Where a name of the files leads: a label, relation or zone of the label set, - to leave it out,"
        " + to make it new. LABEL:ATTRIBUTE=VALUE as OURS gives the annotations of a label a value where they"
        " have none, as in PER=actor:kind=person; what is proposed is not given after PER=actor:kind=."
        " KIND:THEIRS=OURS for label, relation, zone, reviewer; attribute:LABEL/THEIRS=OURS for an attribute;"
        " *=+ or *=- for all names that lead nowhere. In THEIRS write \\= for an =, in OURS \\: for a colon,"
        " and \\\\ for a backslash before one of these. May be given several times.",
    ),
    click.option("--map-file", type=_PATH, help="A file of such names, as --save-map writes it."),
    click.option("--save-map", type=_PATH, help="Write where all names led to a file."),
    click.option(
        "--faults",
        type=click.Choice(["stop", "skip"]),
        default="stop",
        show_default=True,
        help="One bad annotation or row: refuse its file, or leave it out and list it.",
    ),
)


def _reading(command: _F) -> _F:
    """Give a command the options of reading files."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command(short_help="Make a new project, with files in it.")
@click.argument("project", type=_PATH)
@click.argument("files", nargs=-1, type=_PATH)
@click.option("--reviewer", required=True, metavar="NAME", help="Who annotates.")
@click.option("--scheme", type=_PATH, help="Label set (scheme.json) [default: news].")
@_reading
@click.pass_context
def new(
    ctx: click.Context,
    /,
    project: Path,
    files: tuple[Path, ...],
    *,
    reviewer: str,
    scheme: Path | None,
    **asked: Any,  # noqa: ANN401  # the options of reading, which click has checked
) -> None:
    """Make a new PROJECT, with FILES in it: articles, annotations, folders or ZIP archives of them.

    A file that is refused does not keep the others out; the exit code is 2 then. If all are refused, no
    project is made.
    """
    from annotator.exchange.gathering import gather
    from annotator.formats.scheme import read_scheme
    from annotator.resources import RESOURCES
    from annotator.store.project import Project as ProjectFile

    definition = read_scheme(scheme or RESOURCES / "schemes" / "standard.json")
    with gather(files, asked["format_name"]) as found:
        with ProjectFile.create(project, definition, reviewer) as opened:
            try:
                imported = _bring(opened, None, found, asked)
            except BaseException:
                opened.close()
                project.unlink()
                raise
        if len(found) and len(imported.refused) == len(found) + len(found.refused):
            project.unlink()
            echo_refused(imported.refused)
            raise UserError("No file could be imported, so “{path}” was not made.", path=project)
        click.echo(f"Made {project} for {reviewer}.")
        if len(found):
            ctx.exit(_tell(imported))


@click.command("import", short_help="Import articles and annotations into a project.")
@click.argument("project", type=_PATH)
@click.argument("files", nargs=-1, required=True, type=_PATH)
@click.option(
    "--reviewer", metavar="NAME", help="Who imports, and can undo it [default: the first reviewer]."
)
@_reading
@click.option("--dry-run", is_flag=True, help="Only show what the files hold, and where their names lead.")
@click.pass_context
def import_(
    ctx: click.Context,
    /,
    project: Path,
    files: tuple[Path, ...],
    *,
    reviewer: str | None,
    dry_run: bool,
    **asked: Any,  # noqa: ANN401  # as above
) -> None:
    """Import FILES into PROJECT: articles, annotations, folders or ZIP archives of them.

    All that go in are one undo step. A file that is refused does not keep the others out; the exit code is 2
    then. What the predictions of machines say comes in as suggestions.
    """
    from annotator.exchange.gathering import gather
    from annotator.store.project import Project as ProjectFile

    with (
        gather(files, asked["format_name"]) as found,
        ProjectFile.open(project, read_only=dry_run) as opened,
    ):
        if dry_run:
            ctx.exit(_show(opened, found, asked))
        if opened.read_only:
            raise UserError(
                "“{path}” cannot be written{reason}; nothing was imported.",
                path=project,
                reason=f", for {opened.owner} has it open" if opened.owner else "",
            )
        imported = _bring(opened, reviewer, found, asked)
    ctx.exit(_tell(imported))


def _bring(project: Project, reviewer: str | None, files: Gathered, asked: dict[str, Any]) -> Imported:
    from annotator.exchange.asking import not_kept
    from annotator.exchange.importing import import_files
    from annotator.exchange.people import reviewer_id

    importer = reviewer_id(project.database, reviewer)
    choices = _choices(files, asked)
    lost: tuple[str, ...] = ()
    if not _is_plain(files, choices, asked):
        survey, mapping, wanted = _led(project.label_set, files, choices, asked)
        wanted.refuse_unled(survey, project.label_set, mapping)
        choices = _with(choices, mapping)
        lost = tuple(not_kept(survey, mapping, project.label_set))
        _save(mapping, asked["save_map"])
    with progress_bar("Importing") as progress:
        imported = import_files(project, importer, files, choices, progress)
    for sentence in lost if imported.report.changes else ():
        click.echo(sentence)
    return imported


def _show(project: Project, files: Gathered, asked: dict[str, Any]) -> int:
    """Show what would be imported, and from which names to which."""
    from annotator.exchange.asking import described, known_names, not_kept
    from annotator.exchange.reading import refusal_of
    from annotator.formats.article import UnclearEncodingError

    survey, mapping, wanted = _led(project.label_set, files, _choices(files, asked), asked)
    unled = wanted.unled(survey, project.label_set, mapping)
    click.echo(
        f"{counted(survey.files, 'file')} with {counted(survey.documents, 'document')},"
        f" {counted(survey.annotations, 'annotation')}, {counted(survey.links, 'relation')},"
        f" {counted(survey.predictions, 'prediction')}. Nothing was imported."
    )
    known = known_names(project.label_set) if unled else ()
    for line in (*described(survey, mapping, unled), *known, *not_kept(survey, mapping, project.label_set)):
        click.echo(line)
    for path in files.unreadable:
        click.echo(f"Not read, for no format knows it: {path}")
    refuse = asked["faults"] == "stop" and survey.fault_count > 0
    echo_faults(survey.faults, survey.fault_count, refuse=refuse)
    unclear = [
        refusal_of(files.shown(item.path), UnclearEncodingError(item.path.name, item.choices))
        for item in survey.unclear
    ]
    echo_refused([*survey.refused, *unclear])
    _save(mapping, asked["save_map"])
    return BAD_INPUT if survey.refused or unclear or unled or refuse else 0


def _led(
    label_set: LabelSet, files: Gathered, choices: Choices, asked: dict[str, Any]
) -> tuple[Survey, Mapping, Asked]:
    """What the files hold, where its names lead, and what a person said of that."""
    from annotator.exchange.asking import Asked
    from annotator.exchange.mapping import Mapping
    from annotator.exchange.survey import survey

    path = asked["map_file"]
    remembered = Mapping() if path is None else Mapping.from_bytes(_bytes(path), path.name)
    with progress_bar("Reading") as progress:
        found = survey(files, choices, progress)
    can_look = "dry_run" in click.get_current_context().params
    wanted = Asked.of(asked["maps"], found, remembered, can_look=can_look)
    return found, wanted.mapping(found, label_set), wanted


def _choices(files: Gathered, asked: dict[str, Any]) -> Choices:
    from annotator.exchange.asking import pairs, refuse_unknown_options
    from annotator.exchange.importing import Choices

    choices = Choices(
        encoding=asked["encoding"],
        duplicates=asked["duplicates"],
        format=asked["format_name"],
        options=dict(pairs(asked["options"])),
        faults=asked["faults"],
    )
    refuse_unknown_options(choices, files)
    return choices


def _is_plain(files: Gathered, choices: Choices, asked: dict[str, Any]) -> bool:
    """Whether no name can need to be led anywhere: articles alone, and gold of the same label set."""
    from annotator.exchange.reading import format_for
    from annotator.formats.gold import GOLD

    if asked["maps"] or asked["map_file"] or asked["save_map"]:
        return False
    kinds = (format_for(path, choices) for path in files)
    return all(kind is GOLD or kind.articles_only for kind in kinds)


def _with(choices: Choices, mapping: Mapping) -> Choices:
    from msgspec.structs import replace

    return replace(choices, mapping=mapping)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError("{file} cannot be read: {reason}.", file=path, reason=why(error)) from error


def _save(mapping: Mapping, path: Path | None) -> None:
    """Write a mapping to its file, in place of another mapping and of nothing else."""
    from annotator.exchange.mapping import Mapping

    if path is None:
        return
    if path.exists():
        Mapping.from_bytes(_bytes(path), path.name)
    try:
        path.write_bytes(mapping.to_bytes())
    except OSError as error:
        raise UserError("Cannot write “{path}”: {reason}.", path=path, reason=why(error)) from error
    click.echo(f"Wrote {path}: where {counted(len(mapping.labels), 'label')} led.")


def _tell(imported: Imported) -> int:
    echo_imported(imported)
    return BAD_INPUT if imported.refused else 0
