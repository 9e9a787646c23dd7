"""What of a label set is in use: what is told before it is changed, or zones are left out."""

import msgspec
import sqlite_utils


class LabelUsage(msgspec.Struct, frozen=True):
    """What of a label set is in use, by row id; what is not used is missing."""

    annotations: dict[int, int]
    """Annotations of each label."""
    documents: dict[int, int]
    """Documents that have annotations of each label."""
    linked: dict[int, int]
    """Relations that touch annotations of each label."""
    entities: dict[int, int]
    """Entities of each label."""
    attributes: dict[int, int]
    """Annotations that carry each attribute."""
    choices: dict[tuple[int, str], int]
    """Annotations that have each choice of each attribute."""
    relation_types: dict[int, int]
    """Relations of each type."""
    zone_kinds: dict[int, int]
    """Zones of each kind."""


def zone_usage(database: sqlite_utils.Database) -> dict[int, int]:
    """How many annotations lie inside zones of each kind that is in use, by the kind's row id."""
    sql = (
        "SELECT kind_id, count(DISTINCT annotation.id) FROM zone LEFT JOIN annotation"
        " ON annotation.layer_id = zone.layer_id AND annotation.start >= zone.start"
        ' AND annotation."end" <= zone."end" GROUP BY kind_id'
    )
    return dict(database.execute(sql).fetchall())


def label_usage(database: sqlite_utils.Database) -> LabelUsage:
    """What of the label set is in use in the whole project."""

    def counts(sql: str) -> dict[int, int]:
        return dict(database.execute(sql).fetchall())

    values = (
        "FROM annotation, json_each(annotation.attributes) AS given JOIN attribute"
        " ON attribute.label_id = annotation.label_id AND attribute.name = given.key"
    )
    choices = database.execute(
        f"SELECT attribute.id, given.value, count(*) {values}"
        " WHERE attribute.type = 'choice' GROUP BY attribute.id, given.value"
    )
    return LabelUsage(
        annotations=counts("SELECT label_id, count(*) FROM annotation GROUP BY label_id"),
        documents=counts(
            "SELECT label_id, count(DISTINCT document_id) FROM annotation"
            " JOIN layer ON layer.id = layer_id GROUP BY label_id"
        ),
        linked=counts(
            "SELECT label_id, count(DISTINCT relation.id) FROM relation"
            " JOIN annotation ON annotation.id IN (source_id, target_id) GROUP BY label_id"
        ),
        entities=counts("SELECT label_id, count(*) FROM entity GROUP BY label_id"),
        attributes=counts(f"SELECT attribute.id, count(*) {values} GROUP BY attribute.id"),
        choices={(row_id, str(value)): count for row_id, value, count in choices.fetchall()},
        relation_types=counts("SELECT type_id, count(*) FROM relation GROUP BY type_id"),
        zone_kinds=counts("SELECT kind_id, count(*) FROM zone GROUP BY kind_id"),
    )


def has_adjudicated(database: sqlite_utils.Database) -> bool:
    """Whether there is an adjudicated layer."""
    found = database.execute("SELECT EXISTS (SELECT 1 FROM layer WHERE kind = 'adjudicated')").fetchone()
    return bool(found[0])
