"""Lint: what looks wrong in a layer. Nothing is refused for it; a person looks, and mends or dismisses."""

from typing import Literal

from msgspec import Struct

from annotator.core.records import Dismissal, Span

Severity = Literal["warning", "info"]


class Finding(Struct, frozen=True):
    """Something that looks wrong."""

    rule: str
    """The name of a row of :data:`RULES`."""
    severity: Severity
    annotation_id: int | None
    """Where to jump to; ``None`` if it is about no annotation."""
    span: Span
    subject: str
    """What it is about, from UUIDs and offsets: the same as long as that is the same."""
    values: dict[str, str]
    """What its sentence names."""
    dismissal: Dismissal | None = None
    """Why it may stand, if somebody has said so."""
