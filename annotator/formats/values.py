"""Values from anywhere: as values an attribute may have, as names, as offsets."""

import math
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from annotator.core.records import Status, Value
from annotator.formats.json_lines import shown

MAX_INTEGER = 2**63 - 1
"""What SQLite holds."""

_MANY_BITS = 4096
_MAX_DIGITS = 9
_MAX_OFFSET = 10**9
_FIRST_YEAR = 1900


class Taken(NamedTuple):
    """A value as it was taken in."""

    value: Value | None
    """``None`` if there was none."""
    changed: bool = False
    """Whether it lost its form: a list joined to one text, or an object written as JSON."""


def attribute_value(value: object) -> Taken:
    """A value as text or number: truth as ``true`` and ``false``, a list of several joined by semicolons."""
    if value is None or isinstance(value, str):
        return Taken(value)
    if isinstance(value, bool):
        return Taken("true" if value else "false")
    if isinstance(value, int):
        return Taken(value) if abs(value) <= MAX_INTEGER else Taken(_digits(value), changed=True)
    if isinstance(value, float):
        return Taken(value) if math.isfinite(value) else Taken(str(value), changed=True)
    if isinstance(value, list):
        return _joined(value)
    if isinstance(value, dict):
        return Taken(msgspec.json.encode(value).decode(), changed=True) if value else Taken(None)
    return Taken(str(value), changed=True)


def status_of(value: object) -> Status:
    """How far a layer is, as Sanad writes it; begun, where it says nothing else."""
    return "done" if value == "done" else "new" if value == "new" else "started"


def moment(value: object) -> str:
    """A time in UTC to the second, of ISO 8601 with a zone or of seconds since 1970; empty if it is none."""
    try:
        if isinstance(value, str):
            at = datetime.fromisoformat(value)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            at = datetime.fromtimestamp(value, UTC)
        else:
            return ""
        return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z" if at.tzinfo and at.year >= _FIRST_YEAR else ""
    except (ValueError, OverflowError, OSError):
        return ""


def is_uuid(text: str) -> bool:
    """Whether a text is a UUID as Sanad writes it: in lower case, with hyphens."""
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _joined(values: list[object]) -> Taken:
    taken = [attribute_value(item) for item in values]
    known = [item.value for item in taken if item.value is not None]
    if len(known) <= 1:
        return Taken(known[0] if known else None, any(item.changed for item in taken))
    return Taken("; ".join(str(value) for value in known), changed=True)


def _digits(value: int) -> str:
    return str(value) if value.bit_length() < _MANY_BITS else "…"  # Python refuses to write out more


def clean(text: str) -> str:
    """A name or value from a file, less what no text may have."""
    return text.encode("utf-8", "ignore").decode().replace("\0", "")


def listed(value: object) -> list[Any]:
    """A list, or none where there is another thing."""
    return value if isinstance(value, list) else []


def mapped(value: object) -> dict[str, Any]:
    """An object, or an empty one where there is another thing."""
    return value if isinstance(value, dict) else {}


def identifier(value: object) -> str:
    """An id or a name as a text; empty where it is neither text nor number."""
    if isinstance(value, str):
        return value
    return shown(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def whole(offset: object) -> object:
    """An offset as a number, also where a tool wrote it as a text or with a decimal point."""
    if isinstance(offset, float) and offset.is_integer() and abs(offset) < _MAX_OFFSET:
        return int(offset)
    if isinstance(offset, str) and len(offset) <= _MAX_DIGITS and offset.isascii() and offset.isdigit():
        return int(offset)
    return offset
