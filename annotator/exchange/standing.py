"""Whether what a file says of an article stands in the project already, whatever ids it has.

Other tools' files have no ids that last, so what would be made of a layer now is compared with the layer that
is there: by spans, labels, values, entities by their names, notes, relations and zones. Of gold, whose ids
hold everywhere, two entities of one name are two.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
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
_Named = dict[int, tuple[int, str, int]]
"""Label and name of entities by row id; and this once more, where the name would be taken for another's."""
_Linked = tuple[Mapping[int, Hashable], Sequence[Relation]]
"""What annotations say, by row id, and how they are linked."""


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
    named: _Named = {item.id: (item.label_id, item.name, 0) for item in _of(records, Entity)}
    named |= _entities(database, [*annotations, *theirs], exact=exact)
    relations = queries.relations(database, layer.id)
    return _say_the_same(
        ({item.id: _of_annotation(item, named) for item in annotations}, relations),
        ({item.id: _of_annotation(item, named) for item in theirs}, _of(records, Relation)),
    )


def _of(records: Iterable[AnyRecord], kind: type[_R]) -> list[_R]:
    return [item for item in records if isinstance(item, kind)]


def _zones(zones: Iterable[Zone]) -> Counter[tuple[int, int, int]]:
    return Counter((item.start, item.end, item.kind_id) for item in zones)


def _entities(database: sqlite_utils.Database, annotations: Iterable[Annotation], *, exact: bool) -> _Named:
    """The entities that annotations mention, of those that the project has.

    Ids of gold are ``exact``, so two of one name are two; what an id of another tool meant, the name tells.
    """
    wanted = {item.entity_id for item in annotations if item.entity_id is not None}
    if not wanted:
        return {}
    sql = "SELECT id, label_id, name FROM entity WHERE id IN (SELECT value FROM json_each(?))"
    rows = database.execute(sql, (json.encode(sorted(wanted)).decode(),)).fetchall()
    alike = Counter((label_id, name) for _id, label_id, name in rows)
    return {
        row_id: (label_id, name, row_id if exact and alike[label_id, name] > 1 else 0)
        for row_id, label_id, name in rows
    }


def _say_the_same(ours: _Linked, theirs: _Linked) -> bool:
    """Whether annotations say the same, each with what it is linked to, whatever ids they have.

    Those that say the same are told apart by what they are linked to, and then by what that is linked to, as
    long as this tells more apart.
    """
    (our_said, our_links), (their_said, their_links) = ours, theirs
    count = 0
    while Counter(our_said.values()) == Counter(their_said.values()):
        if len(set(our_said.values())) == count:
            return True
        count = len(set(our_said.values()))
        numbers: dict[Hashable, int] = {}
        our_said = _with_links(our_said, our_links, numbers)
        their_said = _with_links(their_said, their_links, numbers)
    return False


def _with_links(
    said: Mapping[int, Hashable], relations: Sequence[Relation], numbers: dict[Hashable, int]
) -> dict[int, Hashable]:
    """A number for what each annotation says together with what it is linked to; equal for equal ones."""
    links: defaultdict[int, Counter[Hashable]] = defaultdict(Counter)
    for item in relations:
        links[item.source_id][item.type_id, "to", said[item.target_id]] += 1
        links[item.target_id][item.type_id, "from", said[item.source_id]] += 1
    return {
        key: numbers.setdefault((what, frozenset(links[key].items())), len(numbers))
        for key, what in said.items()
    }


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
