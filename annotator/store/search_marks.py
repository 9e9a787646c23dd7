"""What a query asks of annotations and layers."""

import math
import operator
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

import msgspec
import sqlite_utils
from msgspec import Struct

from annotator.core.records import Span, Value
from annotator.text.folding import fold

if TYPE_CHECKING:
    from annotator.store.search import Condition, Query

_ORDER: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_ATTRIBUTES: Final = msgspec.json.Decoder(dict[str, Value])


class Mark(Struct, frozen=True):
    """An annotation that fits the filters."""

    id: int
    span: Span


def wants_marks(query: "Query") -> bool:
    """Whether a hit must be, or lie in, an annotation."""
    if query.label_ids or query.entity_id is not None or query.conditions:
        return True
    return not query.needle and (query.reviewer_id is not None or query.status is not None)


def marks(
    database: sqlite_utils.Database, query: "Query", document_ids: Iterable[int]
) -> dict[int, list[Mark]]:
    """The annotations of some documents that fit the filters, in text order, by document."""
    where, values = _layer_terms(query)
    if query.label_ids:
        where.append("label_id IN (SELECT value FROM json_each(?))")
        values.append(_json(query.label_ids))
    if query.entity_id is not None:
        where.append("entity_id = ?")
        values.append(query.entity_id)
    sql = (
        'SELECT layer.document_id, annotation.id, start, "end", attributes'
        " FROM layer JOIN annotation ON annotation.layer_id = layer.id"
        f" WHERE {' AND '.join(['layer.document_id IN (SELECT value FROM json_each(?))', *where])}"
        ' ORDER BY start, "end" DESC, annotation.id'
    )
    found: dict[int, list[Mark]] = {}
    for document_id, row_id, start, end, attributes in database.execute(
        sql, (_json(list(document_ids)), *values)
    ).fetchall():
        if meets(attributes, query.conditions):
            found.setdefault(document_id, []).append(Mark(row_id, Span(start, end)))
    return found


def with_status(
    database: sqlite_utils.Database, query: "Query", document_ids: Iterable[int]
) -> frozenset[int]:
    """Those of some documents whose layer, or any layer, has the status asked for.

    A document without a layer is new.
    """
    where, values = _layer_terms(query)
    owner = "AND layer.reviewer_id = ? AND layer.kind = 'reviewer'" if query.reviewer_id is not None else ""
    sql = (
        "SELECT given.value FROM json_each(?) AS given WHERE EXISTS"
        f" (SELECT 1 FROM layer WHERE layer.document_id = given.value AND {' AND '.join(where)})"
        f" OR ? = 'new' AND NOT EXISTS (SELECT 1 FROM layer WHERE layer.document_id = given.value {owner})"
    )
    reviewer = () if query.reviewer_id is None else (query.reviewer_id,)
    rows = database.execute(sql, (_json(list(document_ids)), *values, query.status, *reviewer)).fetchall()
    return frozenset(row_id for (row_id,) in rows)


def meets(attributes: str, conditions: "Iterable[Condition]") -> bool:
    """Whether attributes, as the file has them, are what the conditions ask for."""
    if not conditions:
        return True
    try:
        given = _ATTRIBUTES.decode(attributes)
    except msgspec.MsgspecError:
        return False
    return all(_meets(given.get(condition.attribute, ""), condition) for condition in conditions)


def _meets(value: Value, condition: "Condition") -> bool:
    """Numbers are compared as numbers, anything else folded; what has no value is only ``unset``."""
    if condition.comparison in ("set", "unset"):
        return (value == "") == (condition.comparison == "unset")
    if value == "":
        return False
    compare = _ORDER[condition.comparison]
    number, asked = _number(value), _number(condition.value)
    if number is not None and asked is not None:
        return compare(number, asked)
    return compare(fold(str(value)), fold(str(condition.value)))


def _number(value: Value) -> float | None:
    try:
        number = float(fold(value) if isinstance(value, str) else value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _layer_terms(query: "Query") -> tuple[list[str], list[Any]]:
    where: list[str] = []
    values: list[Any] = []
    if query.reviewer_id is not None:
        where.append("layer.reviewer_id = ? AND layer.kind = 'reviewer'")
        values.append(query.reviewer_id)
    if query.status is not None:
        where.append("layer.status = ?")
        values.append(query.status)
    return where, values


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
