"""What a line of gold JSONL and of the files beside it looks like, as structs that JSON is decoded into.

``resources/schemas/gold-1.schema.json`` says the same for other programs.
"""

from typing import Literal

from msgspec import Struct

from annotator.formats.bundle import (
    BundleAnnotation,
    BundleComparison,
    BundleEntity,
    BundleRelation,
    BundleZone,
)

NAME = "sanad-gold"
VERSION = 1
OFFSET_UNIT = "unicode_code_point"


class Strict(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A key this version does not know would be lost on the next export, so it is refused."""


class Annotation(BundleAnnotation, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One annotation."""

    word_start: int | None = None
    """Computed from the text on export, so what a file says is not kept."""
    word_end: int | None = None


class Relation(BundleRelation, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One relation."""


class Zone(BundleZone, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One zone."""


class Entity(BundleEntity, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of ``entities.jsonl``."""


class Comparison(BundleComparison, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of ``comparisons.jsonl``."""


class Metadata(Strict, frozen=True, kw_only=True):
    """What is known about the article."""

    title: str = ""
    source: str = ""
    published: str = ""
    language: str = "ar"


class Layer(Strict, frozen=True, kw_only=True):
    """Whose line it is."""

    kind: Literal["reviewer", "adjudicated"]
    reviewers: tuple[str, ...]
    status: Literal["new", "started", "done"] = "started"
    updated: str = ""


class Line(Strict, frozen=True, kw_only=True):
    """A line of gold data."""

    format: str
    version: int
    id: str
    name: str
    text: str
    text_sha256: str
    offset_unit: str
    metadata: Metadata = Metadata()
    layer: Layer
    annotations: tuple[Annotation, ...]
    relations: tuple[Relation, ...] = ()
    zones: tuple[Zone, ...] = ()


class Head(Struct, frozen=True, kw_only=True):
    """What says whether a line is gold at all, and of which version."""

    format: object = None
    version: object = None
