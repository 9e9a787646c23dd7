"""What must hold for a project as a whole: the rules, each with what it says when it finds something."""

import sqlite3
from collections.abc import Iterator

from annotator.core.errors import Phrase
from annotator.store import history, search_index, tables
from annotator.store.rules import Project, ProjectRule, Subject, decoded, shortened


def _broken_pages(project: Project) -> Iterator[Subject]:
    for (problem,) in project.rows("PRAGMA integrity_check(100)"):
        if problem != "ok" and not search_index.is_of_index(problem):
            yield Subject(problem)


def _unindexed_text(project: Project) -> Iterator[Subject]:
    if search_index.is_stale(project.database):
        yield Subject(Phrase("it is of another version of Sanad"))
        return
    try:
        text_sha256 = search_index.first_unknown(project.database)
    except sqlite3.DatabaseError as error:
        yield Subject(str(error))
        return
    if text_sha256 is not None:
        yield Subject(Phrase("the text {hash} is not in it", hash=text_sha256[:12]))


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
        ids = decoded(contributors)
        if not isinstance(ids, list) or any(row_id not in known for row_id in ids):
            yield Subject(contributors, document)


def _entities_of_other_labels(project: Project) -> Iterator[Subject]:
    sql = (
        "SELECT annotation.quote, entity.name, document.name FROM annotation"
        " JOIN entity ON entity.id = entity_id JOIN layer ON layer.id = layer_id"
        " JOIN document ON document.id = document_id WHERE entity.label_id <> annotation.label_id"
    )
    for quote, entity, document in project.rows(sql):
        yield Subject(shortened(quote), document, {"entity": entity})


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
        yield Subject(shortened(quote), document, {"maker": maker, "writer": writer})


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
        yield Subject(shortened(quote), document, {"count": count})


def _misplaced_comments(project: Project) -> Iterator[Subject]:
    sql = (
        "SELECT comment.text, document.name FROM comment JOIN document ON document.id = comment.document_id"
        " JOIN annotation ON annotation.id = annotation_id JOIN layer ON layer.id = annotation.layer_id"
        " WHERE layer.document_id <> comment.document_id"
    )
    for text, document in project.rows(sql):
        yield Subject(shortened(text), document)


def _strange_comparisons(project: Project) -> Iterator[Subject]:
    sql = (
        "SELECT comparison.uuid, source.quote, target.quote FROM comparison"
        " JOIN annotation AS source ON source.id = source_id JOIN layer AS one ON one.id = source.layer_id"
        " JOIN annotation AS target ON target.id = target_id"
        " JOIN layer AS other ON other.id = target.layer_id"
        " WHERE one.reviewer_id <> comparison.reviewer_id OR other.reviewer_id <> comparison.reviewer_id"
    )
    for uuid, source, target in project.rows(sql):
        yield Subject(uuid, values={"source": shortened(source), "target": shortened(target)})


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
        "comment place",
        "error",
        "The comment “{subject}” is noted for “{document}”, and stands on an annotation of another document.",
        _misplaced_comments,
    ),
    ProjectRule(
        "comparison layers",
        "warning",
        "The comparison {subject} of “{source}” with “{target}” is not by who wrote both their layers.",
        _strange_comparisons,
    ),
    ProjectRule(
        "history", "error", "The undo step {subject} cannot be read; it cannot be undone.", _broken_history
    ),
    ProjectRule(
        "search index",
        "warning",
        "The search index is not what it should be ({subject}); sanad check --rebuild-index makes it anew.",
        _unindexed_text,
    ),
    ProjectRule("next id", "error", "The id of {subject} is to be given out again.", _used_up_ids),
)
