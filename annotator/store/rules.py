"""What must hold in a project: the rules, each with what it says when it finds something."""

import json
from collections.abc import Callable, Iterator
from typing import Any, Literal

import sqlite_utils
from msgspec import Struct
from msgspec.structs import replace

from annotator.core.records import Attribute
from annotator.core.schema import LabelSet
from annotator.store import history, tables
from annotator.text.graphemes import snap, trim

Severity = Literal["error", "warning"]


class Subject(Struct, frozen=True):
    """What a rule has found something about, and the values its sentence needs."""

    subject: str
    document: str = ""
    values: dict[str, object] = {}


class Project(Struct, frozen=True):
    """What the rules see of a project: its database, and its label set if that can be read."""

    database: sqlite_utils.Database
    label_set: LabelSet | None

    def rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one at a time."""
        yield from self.database.execute(sql)


class Article(Struct, frozen=True):
    """What the rules see of a document."""

    project: Project
    name: str
    length: int
    text: str | None
    """``None`` if it is missing or not what its hash says."""
    annotations: list["Mark"]
    zones: list["Mark"]


class Mark(Struct, frozen=True):
    """An annotation or a zone, as it stands in the file."""

    start: int
    end: int
    quote: str = ""
    label_id: int = 0
    attributes: str = "{}"

    def about(self, **values: object) -> Subject:
        """A finding about it."""
        where = f"{self.start}–{self.end}"
        return Subject(f"“{_short(self.quote)}” at {where}" if self.quote else where, values=values)

    def fits(self, text: str) -> bool:
        """Whether it lies in the text and is not empty."""
        return 0 <= self.start < self.end <= len(text)


class Rule(Struct, frozen=True):
    """One thing that must hold. Its finder gives what it does not hold for."""

    name: str
    severity: Severity
    sentence: str
    """May name ``{document}``, ``{subject}`` and the values that the finder gives."""


class ProjectRule(Rule, frozen=True):
    """A rule about the project as a whole."""

    find: Callable[[Project], Iterator[Subject]]


class DocumentRule(Rule, frozen=True):
    """A rule about one document at a time."""

    find: Callable[[Article], Iterator[Subject]]


# --- rules about the project as a whole ---


def _broken_pages(project: Project) -> Iterator[Subject]:
    for (problem,) in project.rows("PRAGMA integrity_check(100)"):
        if problem != "ok":
            yield Subject(problem)


def _dangling(project: Project) -> Iterator[Subject]:
    for table, row_id, parent, _key in project.rows("PRAGMA foreign_key_check"):
        yield Subject(f"{table} {row_id}", values={"parent": parent})


def _foreign_relations(project: Project) -> Iterator[Subject]:
    sql = (
        "SELECT relation.uuid, document.name FROM relation"
        " JOIN annotation AS source ON source.id = source_id"
        " JOIN annotation AS target ON target.id = target_id"
        " JOIN layer ON layer.id = relation.layer_id JOIN document ON document.id = document_id"
        " WHERE source.layer_id <> relation.layer_id OR target.layer_id <> relation.layer_id"
    )
    for uuid, document in project.rows(sql):
        yield Subject(uuid, document)


def _unusual_relations(project: Project) -> Iterator[Subject]:
    if project.label_set is None:
        return
    kinds = project.label_set.relation_type_by_id
    sql = (
        "SELECT relation.uuid, document.name, type_id, source.label_id, target.label_id FROM relation"
        " JOIN annotation AS source ON source.id = source_id"
        " JOIN annotation AS target ON target.id = target_id"
        " JOIN layer ON layer.id = relation.layer_id JOIN document ON document.id = document_id"
    )
    names = project.label_set.label_by_id
    for uuid, document, type_id, source, target in project.rows(sql):
        kind = kinds.get(type_id)
        if kind is None or source not in names or target not in names:
            continue  # dangling, and found by another rule
        if not project.label_set.may_relate(kind, source, target):
            values: dict[str, object] = {
                "kind": kind.name,
                "source": names[source].name,
                "target": names[target].name,
            }
            yield Subject(uuid, document, values)


def _unknown_contributors(project: Project) -> Iterator[Subject]:
    sql = (
        "SELECT document.name, contributors FROM layer JOIN document ON document.id = document_id"
        " WHERE contributors <> '[]'"
    )
    known = {row_id for (row_id,) in project.rows("SELECT id FROM reviewer")}
    for document, contributors in project.rows(sql):
        ids = _decoded(contributors)
        if not isinstance(ids, list) or any(row_id not in known for row_id in ids):
            yield Subject(contributors, document)


def _entities_of_other_labels(project: Project) -> Iterator[Subject]:
    sql = (
        "SELECT annotation.quote, entity.name, document.name FROM annotation"
        " JOIN entity ON entity.id = entity_id JOIN layer ON layer.id = layer_id"
        " JOIN document ON document.id = document_id WHERE entity.label_id <> annotation.label_id"
    )
    for quote, entity, document in project.rows(sql):
        yield Subject(_short(quote), document, {"entity": entity})


def _strangers_in_layers(project: Project) -> Iterator[Subject]:
    sql = (
        "SELECT annotation.quote, maker.name, writer.name, document.name FROM annotation"
        " JOIN layer ON layer.id = layer_id AND kind = 'reviewer'"
        " JOIN document ON document.id = document_id"
        " JOIN reviewer AS maker ON maker.id = annotation.reviewer_id"
        " JOIN reviewer AS writer ON writer.id = layer.reviewer_id"
        " WHERE annotation.reviewer_id <> layer.reviewer_id"
    )
    for quote, maker, writer, document in project.rows(sql):
        yield Subject(_short(quote), document, {"maker": maker, "writer": writer})


def _shared_positions(project: Project) -> Iterator[Subject]:
    sql = "SELECT position, min(name), count(*) FROM document GROUP BY position HAVING count(*) > 1"
    for position, name, count in project.rows(sql):
        yield Subject(str(position), name, {"count": count})


def _repeated_annotations(project: Project) -> Iterator[Subject]:
    sql = (
        "SELECT min(quote), document.name, count(*) FROM annotation JOIN layer ON layer.id = layer_id"
        ' JOIN document ON document.id = document_id GROUP BY layer_id, start, "end", label_id'
        " HAVING count(*) > 1"
    )
    for quote, document, count in project.rows(sql):
        yield Subject(_short(quote), document, {"count": count})


def _broken_history(project: Project) -> Iterator[Subject]:
    for table in ("history", "history_part"):
        for number, changes in project.rows(f"SELECT number, changes FROM {table}"):
            if history.problem(changes) is not None:
                yield Subject(f"{table} {number}")


def _used_up_ids(project: Project) -> Iterator[Subject]:
    next_id = next(project.rows("SELECT next_id FROM project"))[0]
    for kind in tables.record_types():
        table = tables.table_of(kind).name
        for (row_id,) in project.rows(f"SELECT max(id) FROM {table}"):
            if row_id is not None and row_id >= next_id:
                yield Subject(f"{table} {row_id}")


# --- rules about one document ---


def _damaged_text(article: Article) -> Iterator[Subject]:
    if article.text is None:
        yield Subject(article.name)


def _wrong_length(article: Article) -> Iterator[Subject]:
    if article.text is not None and article.length != len(article.text):
        yield Subject(article.name, values={"noted": article.length, "found": len(article.text)})


def _outside(article: Article) -> Iterator[Subject]:
    if article.text is not None:
        yield from (mark.about() for mark in article.annotations if not mark.fits(article.text))


def _misquoted(article: Article) -> Iterator[Subject]:
    for mark, text in _fitting(article):
        if text[mark.start : mark.end] != mark.quote:
            yield mark.about(found=_short(text[mark.start : mark.end]))


def _cut_graphemes(article: Article) -> Iterator[Subject]:
    for mark, text in _fitting(article):
        if snap(text, mark.start, mark.end) != (mark.start, mark.end):
            yield mark.about()


def _padded(article: Article) -> Iterator[Subject]:
    for mark, text in _fitting(article):
        if trim(text, mark.start, mark.end) != (mark.start, mark.end):
            yield mark.about()


def _zones_outside(article: Article) -> Iterator[Subject]:
    if article.text is not None:
        yield from (zone.about() for zone in article.zones if not zone.fits(article.text))


def _impossible_attributes(article: Article) -> Iterator[Subject]:
    for mark in article.annotations:
        values = _decoded(mark.attributes)
        if not isinstance(values, dict):
            yield mark.about(reason="they cannot be read")
            continue
        label_set = article.project.label_set
        for attribute, value in _defined(article, mark, values):
            problem = label_set and label_set.value_problem(replace(attribute, choices=()), value)
            if problem:
                yield mark.about(reason=problem.rstrip("."))


def _unlisted_choices(article: Article) -> Iterator[Subject]:
    for mark in article.annotations:
        values = _decoded(mark.attributes)
        for attribute, value in _defined(article, mark, values if isinstance(values, dict) else {}):
            listed = attribute.type != "choice" or not attribute.choices or value in attribute.choices
            if isinstance(value, str) and not listed:
                yield mark.about(name=attribute.name, value=value)


def _undefined_attributes(article: Article) -> Iterator[Subject]:
    for mark in article.annotations:
        values = _decoded(mark.attributes)
        known = {attribute.name for attribute in _attributes(article, mark)}
        for name in values if isinstance(values, dict) and article.project.label_set else ():
            if name not in known:
                yield mark.about(name=name)


def _fitting(article: Article) -> Iterator[tuple[Mark, str]]:
    text = article.text
    if text is not None:
        yield from ((mark, text) for mark in article.annotations if mark.fits(text))


def _attributes(article: Article, mark: Mark) -> tuple[Attribute, ...]:
    label_set = article.project.label_set
    return label_set.attributes_of(mark.label_id) if label_set else ()


def _defined(article: Article, mark: Mark, values: dict[str, Any]) -> Iterator[tuple[Attribute, Any]]:
    for attribute in _attributes(article, mark) if values else ():
        if attribute.name in values:
            yield attribute, values[attribute.name]


def _decoded(stored: str) -> object:
    try:
        return json.loads(stored)
    except ValueError:
        return None


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


PROJECT_RULES = (
    ProjectRule("file", "error", "The file is damaged: {subject}. Open a backup of it.", _broken_pages),
    ProjectRule("reference", "error", "The row {subject} refers to a {parent} that is not there.", _dangling),
    ProjectRule(
        "relation layer",
        "error",
        "In “{document}” the relation {subject} links annotations of another layer.",
        _foreign_relations,
    ),
    ProjectRule(
        "relation labels",
        "warning",
        "In “{document}” {kind} ({subject}) links {source} to {target}; the label set does not foresee that.",
        _unusual_relations,
    ),
    ProjectRule(
        "contributors",
        "error",
        "A layer of “{document}” names contributors that are no reviewers of the project: {subject}.",
        _unknown_contributors,
    ),
    ProjectRule(
        "entity label",
        "warning",
        "In “{document}” the annotation “{subject}” has another label than its entity “{entity}”.",
        _entities_of_other_labels,
    ),
    ProjectRule(
        "layer owner",
        "warning",
        "In “{document}” the annotation “{subject}” by {maker} stands in the layer of {writer}.",
        _strangers_in_layers,
    ),
    ProjectRule(
        "position",
        "warning",
        "{count} documents, “{document}” among them, have the place {subject} in the list.",
        _shared_positions,
    ),
    ProjectRule(
        "repeated",
        "warning",
        "In “{document}” the annotation “{subject}” stands {count} times with the same span and label.",
        _repeated_annotations,
    ),
    ProjectRule(
        "history", "error", "The undo step {subject} cannot be read; it cannot be undone.", _broken_history
    ),
    ProjectRule("next id", "error", "The id of {subject} is to be given out again.", _used_up_ids),
)

DOCUMENT_RULES = (
    DocumentRule(
        "text",
        "error",
        "The text of “{document}” is missing or not what it was when it was imported; open a backup.",
        _damaged_text,
    ),
    DocumentRule(
        "length", "error", "“{document}” is noted with {noted} characters and has {found}.", _wrong_length
    ),
    DocumentRule(
        "range", "error", "In “{document}” the annotation {subject} lies outside the text.", _outside
    ),
    DocumentRule(
        "quote", "error", "In “{document}” the annotation {subject} covers “{found}” instead.", _misquoted
    ),
    DocumentRule(
        "grapheme", "warning", "In “{document}” the annotation {subject} cuts a character.", _cut_graphemes
    ),
    DocumentRule(
        "spaces", "warning", "In “{document}” the annotation {subject} begins or ends with a space.", _padded
    ),
    DocumentRule(
        "zone range", "error", "In “{document}” the zone {subject} lies outside the text.", _zones_outside
    ),
    DocumentRule(
        "attribute value",
        "error",
        "In “{document}” the annotation {subject} has impossible attributes: {reason}.",
        _impossible_attributes,
    ),
    DocumentRule(
        "attribute choice",
        "warning",
        "In “{document}” the annotation {subject} has the {name} “{value}”, which is not in the list.",
        _unlisted_choices,
    ),
    DocumentRule(
        "attribute name",
        "warning",
        "In “{document}” the annotation {subject} has the attribute “{name}”; its label does not define it.",
        _undefined_attributes,
    ),
)

RULES: tuple[Rule, ...] = (*PROJECT_RULES, *DOCUMENT_RULES)
"""Every rule. A name is for machines and stays."""
