"""Whether what a file says of an article stands in the project already, whatever ids it has.

Other tools' files have no ids that last, so what would be made of a layer now is compared with the layer that
is there: by spans, labels, values, entities by their names, notes, relations and zones.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

import sqlite_utils
from msgspec import json

from annotator.core.errors import UserError
from annotator.core.records import Annotation, AnyRecord, Entity, Layer, Record, Relation, Status, Zone
from annotator.store import queries

_HOW_FAR: dict[Status, int] = {"new": 0, "started": 1, "done": 2}
_ANOTHER_NAME = (
    "{place}: the layer of “{document}” by “{reviewer}” in this project says something else, and stays as it"
    " is; import this one under another reviewer's name."
)
_ANOTHER_PROJECT = (
    "{place}: the layer of “{document}” by “{reviewer}” in this project says something else, and stays as it"
    " is; import this one into another project."
)
_R = TypeVar("_R", bound=Record)
_Named = dict[int, tuple[int, str]]
"""Label and name of entities, by row id."""


class TakenError(UserError):
    """A reviewer has a layer on the article already, and the file's says something else."""

    def __init__(self, place: str, document: str, reviewer: str, theirs: str | None) -> None:
        self.theirs = theirs
        """What the file calls the reviewer; ``None`` where another name would not help."""
        values = {"place": place, "document": document, "reviewer": reviewer}
        if theirs is None:
            super().__init__(_ANOTHER_PROJECT, **values)
        else:
            super().__init__(_ANOTHER_NAME, **values)


def layer_by(
    database: sqlite_utils.Database, document_id: int, reviewer_id: int | None, kind: str
) -> Layer | None:
    """The layer of a kind that a reviewer has on a document."""
    layers = queries.layers(database, document_id)
    return next((item for item in layers if item.reviewer_id == reviewer_id and item.kind == kind), None)


def stands(database: sqlite_utils.Database, layer: Layer, made: Iterable[AnyRecord], *, exact: bool) -> bool:
    """Whether a layer says what the records that would be made of another one say.

    If they are ``exact``, the other one may not be further on than the layer, either.
    """
    records = list(made)
    (other,) = _of(records, Layer)
    if exact and _HOW_FAR[other.status] > _HOW_FAR[layer.status]:
        return False
    if set(other.contributors) != set(layer.contributors):
        return False
    zones = queries.zones(database, layer.id)
    if _zones(zones) != _zones(_of(records, Zone)):
        return False
    annotations, theirs = queries.annotations(database, layer.id), _of(records, Annotation)
    if len(annotations) != len(theirs):
        return False
    named = {item.id: (item.label_id, item.name) for item in _of(records, Entity)}
    named |= _entities(database, [*annotations, *theirs])
    relations = queries.relations(database, layer.id)
    return _said(annotations, relations, named) == _said(theirs, _of(records, Relation), named)


def _of(records: Iterable[AnyRecord], kind: type[_R]) -> list[_R]:
    return [item for item in records if isinstance(item, kind)]


def _zones(zones: Iterable[Zone]) -> Counter[tuple[int, int, int]]:
    return Counter((item.start, item.end, item.kind_id) for item in zones)


def _entities(database: sqlite_utils.Database, annotations: Iterable[Annotation]) -> _Named:
    """The entities that annotations mention, of those that the project has."""
    wanted = {item.entity_id for item in annotations if item.entity_id is not None}
    if not wanted:
        return {}
    sql = "SELECT id, label_id, name FROM entity WHERE id IN (SELECT value FROM json_each(?))"
    rows = database.execute(sql, (json.encode(sorted(wanted)).decode(),)).fetchall()
    return {row_id: (label_id, name) for row_id, label_id, name in rows}


def _said(
    annotations: Iterable[Annotation], relations: Iterable[Relation], named: _Named
) -> Counter[Hashable]:
    """What annotations say, each with what it is linked to, whatever ids they have."""
    said = {item.id: _of_annotation(item, named) for item in annotations}
    links: defaultdict[int, Counter[Hashable]] = defaultdict(Counter)
    for item in relations:
        links[item.source_id][item.type_id, "to", said[item.target_id]] += 1
        links[item.target_id][item.type_id, "from", said[item.source_id]] += 1
    return Counter((said[key], frozenset(links[key].items())) for key in said)


def _of_annotation(item: Annotation, named: _Named) -> Hashable:
    return (
        item.start,
        item.end,
        item.label_id,
        frozenset(item.attributes.items()),
        None if item.entity_id is None else named.get(item.entity_id),
        item.note,
        item.reviewer_id,
    )
