"""``sanad export``, ``sanad convert``: what goes out, in any format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli_exported import echo_converted, echo_exported, echo_preview
from annotator.cli_showing import progress_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.exchange.splitting import Splits

_PATH = click.Path(path_type=Path)


def _options(name: str, what: str) -> Callable[[Any], Any]:
    return click.option(
        "-O",
        name,
        "options",
        multiple=True,
        metavar="NAME=VALUE",
        help=f"An option of the format {what}; sanad formats NAME lists them. May be given several times.",
    )


_REPLACE = click.option("--replace", is_flag=True, help="Replace the file, even if no export wrote it.")
_ZIP = click.option("--zip", "zipped", is_flag=True, help="Write a ZIP archive; a name in .zip says so, too.")


@click.command(short_help="Export a project as a gold dataset, or in another format.")
@click.argument("project", type=_PATH)
@click.option("-o", "--output", "target", type=_PATH, help="The folder, or the file, to write.")
@click.option(
    "--format",
    "format_",
    default="gold",
    show_default=True,
    metavar="NAME",
    help="What to write; sanad formats lists them.",
)
@_options("--option", "written")
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(["new", "started", "done"]),
    help="Only layers with this status; may be given several times.",
)
@click.option(
    "--layers",
    type=click.Choice(["all", "reviewers", "adjudicated", "best"]),
    help="Whose: all; those of reviewers; adjudicated ones; or adjudicated where there are, else the"
    " reviewers' [default: all, or reviewers with --reviewer].",
)
@click.option(
    "--reviewer",
    "reviewers",
    multiple=True,
    metavar="NAME",
    help="Only layers of this reviewer; may be given several times.",
)
@click.option(
    "--label",
    "labels",
    multiple=True,
    metavar="NAME",
    help="Only annotations with this label; may be given several times.",
)
@click.option(
    "--without-zone",
    "without_zones",
    multiple=True,
    metavar="KIND",
    help="Leave out annotations inside zones of this kind; may be given several times.",
)
@click.option(
    "--empty",
    type=click.Choice(["none", "begun", "all"]),
    default="begun",
    show_default=True,
    help="Of what has no annotation: nothing; layers that are begun; documents without a layer as well.",
)
@click.option(
    "--split",
    metavar="TRAIN/DEV/TEST",
    help="Split the documents, shares in percent: 80/10/10. Labels are spread evenly, articles that are"
    " nearly the same kept together.",
)
@click.option("--seed", default=1, show_default=True, help="Of the many ways to split, which.")
@_ZIP
@_REPLACE
@click.option("--dry-run", is_flag=True, help="Write nothing; show how it would begin, and what gets lost.")
def export(
    project: Path,
    *,
    target: Path | None,
    format_: str,
    options: tuple[str, ...],
    layers: Any,  # noqa: ANN401  # click has checked the choice
    split: str | None,
    seed: int,
    zipped: bool,
    replace: bool,
    dry_run: bool,
    **chosen: Any,  # noqa: ANN401  # as click gives them
) -> None:
    """Export PROJECT: by default every layer of every document, as a gold dataset.

    With the gold lines come label set, entities, comparisons, a manifest and a dataset card.

    What an export wrote before is replaced, once all is written and proved. A file that no export wrote, or
    that has been changed since, is never replaced in a folder: the export is refused. Other files are left
    alone. What was left out, and what the format cannot hold, is listed in manifest.json, or for a single
    file in NAME.report.json beside it.
    """
    from annotator.exchange.exporting import export_as
    from annotator.exchange.ordering import Order, Selection
    from annotator.exchange.previewing import preview
    from annotator.store.project import Project

    if target is not None:
        target, zipped = _packed(target, zipped=zipped)
    whose: Any = layers or ("reviewers" if chosen["reviewers"] else "all")
    order = Order(
        format=format_,
        options=_given(options),
        selection=Selection(layers=whose, **chosen),
        splits=_splits(split, seed),
        zipped=zipped,
    )
    if dry_run:
        with progress_bar("Looking") as progress:
            found = preview(_existing(project), order, progress)
        echo_preview(found)
        return
    if target is None:
        raise click.UsageError("Missing option '-o' / '--output'.")
    with Project.open(project, read_only=True) as opened, progress_bar("Exporting") as progress:
        report = export_as(opened, order, target, progress, replace=replace)
    if report is None:
        raise ValueError("nobody can cancel an export on the command line")
    echo_exported(report)


@click.command(short_help="Convert files from one format to another, without a project.")
@click.argument("source", metavar="IN", type=_PATH)
@click.argument("target", metavar="OUT", type=_PATH)
@click.option("--from", "from_", metavar="NAME", help="The format of IN [default: told from the files].")
@click.option(
    "--to", metavar="NAME", help="The format of OUT [default: told from its name; of a folder, gold]."
)
@_options("--option", "written")
@click.option(
    "-I",
    "--input-option",
    "input_options",
    multiple=True,
    metavar="NAME=VALUE",
    help="An option of the format read; may be given several times.",
)
@click.option("--encoding", metavar="NAME", help="Encoding of the articles [default: detected].")
@click.option("--reviewer", default="", metavar="NAME", help="Who made the layers that name nobody.")
@click.option("--mapping", type=_PATH, help="A mapping file: what becomes of labels, attributes and others.")
@click.option(
    "--skip-faults",
    is_flag=True,
    help="Leave out what cannot be used, and list it [default: stop at the first].",
)
@_ZIP
@_REPLACE
def convert(
    source: Path,
    target: Path,
    *,
    from_: str | None,
    to: str | None,
    options: tuple[str, ...],
    input_options: tuple[str, ...],
    encoding: str | None,
    reviewer: str,
    mapping: Path | None,
    skip_faults: bool,
    zipped: bool,
    replace: bool,
) -> None:
    """Convert IN, a file, a folder or a ZIP archive, to OUT in another format.

    The label set is the scheme.json beside IN; what it lacks, or all of it, is made of the names in the
    files. Ids that a format wants and IN does not have are made of names and texts, the same every time.
    """
    from annotator.exchange.converting import convert as convert_files
    from annotator.exchange.mapping import Mapping
    from annotator.exchange.ordering import Order
    from annotator.exchange.reading import Choices

    choices = Choices(
        encoding=encoding,
        format=from_,
        options=_given(input_options),
        faults="skip" if skip_faults else "stop",
        mapping=Mapping() if mapping is None else Mapping.from_bytes(_bytes(mapping), mapping.name),
    )
    kind = to or _told(target)
    target, zipped = _packed(target, zipped=zipped)
    order = Order(format=kind, options=_given(options), zipped=zipped)
    with progress_bar("Converting") as progress:
        done = convert_files(
            source, target, order, choices, reviewer=reviewer, progress=progress, replace=replace
        )
    if done is None:
        raise ValueError("nobody can cancel a conversion on the command line")
    echo_converted(done)


def _given(written: Iterable[str]) -> dict[str, bool | int | str]:
    """Options as ``name=value``; a name alone means yes."""
    pairs = (item.partition("=") for item in written)
    return {name: value if sign else "yes" for name, sign, value in pairs}


def _packed(target: Path, *, zipped: bool) -> tuple[Path, bool]:
    """A target and whether it is an archive: if it is called so, and it is called so if it is one."""
    if target.suffix.lower() == ".zip":
        return target, True
    return (target.with_name(f"{target.name}.zip") if zipped else target), zipped


def _splits(split: str | None, seed: int) -> Splits | None:
    from annotator.exchange.splitting import Splits

    return None if split is None else Splits.written(split, seed)


def _existing(project: Path) -> Path:
    """A project that can be opened; it is closed again."""
    from annotator.store.project import Project

    with Project.open(project, read_only=True) as opened:
        return opened.path


def _told(target: Path) -> str:
    """The format that a name tells of: the only one that writes such a file, or gold where it is a folder."""
    from annotator.core.errors import UserError
    from annotator.formats.every import FORMATS

    suffix = target.suffix.lower()
    if suffix in ("", ".zip") or target.is_dir():
        return "gold"
    found = [kind.name for kind in FORMATS if kind.write and kind.one_file and suffix in kind.suffixes]
    if len(found) != 1:
        raise UserError("The name “{file}” does not tell its format; say it with --to.", file=target.name)
    return found[0]


def _bytes(path: Path) -> bytes:
    from annotator.core.errors import UserError, why

    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError("{file} cannot be read: {reason}.", file=path, reason=why(error)) from error
