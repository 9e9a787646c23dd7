"""``sanad search``: finding words in all articles of a project."""

from __future__ import annotations

import json
import math
import re
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from annotator.core.errors import UserError

if TYPE_CHECKING:
    from annotator.core.schema import LabelSet
    from annotator.store.project import Project
    from annotator.store.search import Condition, Hit

_CONDITION: Final = re.compile(r"\s*([^\s<>=!]+)\s*(<=|>=|!=|=|<|>)\s*(.*?)\s*")
_SET: Final = re.compile(r"\s*([^\s<>=!]+)\s+(set|unset)\s*")


@click.command(short_help="Find words in all articles of a project.")
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("query")
@click.option("--exact", is_flag=True, help="Letter by letter.")
@click.option("--regex", "as_regex", is_flag=True, help="QUERY is a regular expression.")
@click.option("--whole-word", is_flag=True, help="At word boundaries, with optional proclitics.")
@click.option("--label", "labels", multiple=True, metavar="LABEL", help="Inside annotations of this label.")
@click.option("--reviewer", metavar="NAME", help="Whose annotations and status count [default: everybody's].")
@click.option("--status", type=click.Choice(["new", "started", "done"]), help="In documents of this status.")
@click.option(
    "--where",
    "conditions",
    multiple=True,
    metavar="CONDITION",
    help='Inside annotations with such an attribute: "value>1000", "unit unset", "op=~".',
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Stop after so many hits.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON, one object a line.")
def search(
    project: Path,
    query: str,
    *,
    exact: bool,
    as_regex: bool,
    whole_word: bool,
    labels: tuple[str, ...],
    reviewer: str | None,
    status: Any,  # noqa: ANN401  # click has checked the choice
    conditions: tuple[str, ...],
    limit: int | None,
    as_json: bool,
) -> None:
    """Find QUERY, words or a phrase, in all articles of PROJECT.

    Folded by default, and anywhere in a word: hamzas, vowel signs, tatweel, ى and ي, ة and ه, digits and
    capitals do not matter. One hit a line: document, start and end in code points, the words, their context.
    With --label and --where a hit lies inside such an annotation; an empty QUERY finds the annotations.

    With --json each object has document, document_id, start, end, quote, before, after, context (all three),
    annotation and label.
    """
    from annotator.exchange.people import reviewer_id
    from annotator.store.project import Project as ProjectFile
    from annotator.store.search import Query
    from annotator.store.search import search as found_in

    if exact and as_regex:
        raise click.UsageError("--exact and --regex do not go together.")
    if not as_regex and not query.strip():
        query = ""
    if not query and not (labels or reviewer or status or conditions):
        raise click.UsageError("Say what to look for: words, or --label, --reviewer, --status, --where.")
    if query and reviewer and not (labels or status or conditions):
        raise click.UsageError("--reviewer goes with --label, --status or --where, or with an empty QUERY.")
    with ProjectFile.open(project, read_only=True) as opened:
        asked = Query(
            needle=query,
            mode="regex" if as_regex else "exact" if exact else "folded",
            whole_word=whole_word,
            label_ids=tuple(_label_id(opened.label_set, name) for name in labels),
            reviewer_id=None if reviewer is None else reviewer_id(opened.database, reviewer),
            status=status,
            conditions=tuple(_condition(opened.label_set, words) for words in conditions),
        )
        _echo(opened, islice(found_in(opened.database, asked), limit), as_json=as_json)


def _echo(project: Project, hits: islice[Hit], *, as_json: bool) -> None:
    from annotator.store.queries import annotation, document

    found = False
    for hit in hits:
        found = True
        place = document(project.database, hit.document_id)
        if place is None:
            continue
        marked = None if hit.annotation_id is None else annotation(project.database, hit.annotation_id)
        if not as_json:
            context = _line(f"{hit.before}[{hit.quote}]{hit.after}")
            click.echo(f"{_line(place.name)}\t{hit.span.start}-{hit.span.end}\t{_line(hit.quote)}\t{context}")
            continue
        label = project.label_set.label_by_id.get(marked.label_id) if marked else None
        values = {
            "document": place.name,
            "document_id": place.uuid,
            "start": hit.span.start,
            "end": hit.span.end,
            "quote": hit.quote,
            "before": hit.before,
            "after": hit.after,
            "context": f"{hit.before}{hit.quote}{hit.after}",
            "annotation": marked.uuid if marked else None,
            "label": label.name if label else None,
        }
        click.echo(_object(values))
    if not found:
        click.echo("sanad: nothing was found.", err=True)


def _object(values: dict[str, Any]) -> str:
    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
    line = json.dumps(values, ensure_ascii=encoding != "utf8")
    # A reader that splits at every kind of line break must not cut an object.
    return re.sub("[\u0085\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", line)


def _line(text: str) -> str:
    return " ".join(text.split())


def _label_id(label_set: LabelSet, name: str) -> int:
    label = label_set.label_by_name.get(name)
    if label is None:
        raise UserError(
            "There is no label “{name}” in this project; there are: {known}.",
            name=name,
            known=", ".join(label_set.label_by_name),
        )
    return label.id


def _condition(label_set: LabelSet, words: str) -> Condition:
    from annotator.store.search import Condition

    is_set, compared = _SET.fullmatch(words), _CONDITION.fullmatch(words)
    match = is_set or compared
    if match is None or (compared and not is_set and not compared[3]):
        raise UserError(
            "“{words}” is no condition; write one such as “value>1000”, “op=~” or “unit unset”.", words=words
        )
    known = dict.fromkeys(attribute.name for attribute in label_set.attributes)
    if match[1] not in known:
        raise UserError(
            "No label of this project has an attribute “{name}”; there are: {known}.",
            name=match[1],
            known=", ".join(known),
        )
    if is_set:
        return Condition(match[1], "set" if match[2] == "set" else "unset")
    types = {item.type for item in label_set.attributes if item.name == match[1]}
    if types == {"number"} and not _is_number(match[3]):
        raise UserError(
            "“{name}” is a number, and “{value}” is none; write a number such as 1000.",
            name=match[1],
            value=match[3],
        )
    comparison: Any = match[2]  # the pattern has checked it
    return Condition(match[1], comparison, match[3])


def _is_number(words: str) -> bool:
    from annotator.text.folding import fold

    try:
        return math.isfinite(float(fold(words)))
    except ValueError:
        return False
