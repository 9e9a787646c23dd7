"""What formats exchange: one document with at most one layer, free of any project's row ids.

Things are linked by UUID or by name. A :class:`Bundle` knows neither the project it comes from nor the one it
goes to; ``annotator.exchange`` introduces them. Offsets are code points, half-open.
"""

import msgspec
from msgspec import Struct

from annotator.core.errors import Worded
from annotator.core.records import Direction, LayerKind, Origin, Status, Value, Verdict


class BundleDocument(Struct, frozen=True, kw_only=True):
    """One article."""

    uuid: str
    """Empty where the format knows none, as with plain text."""
    name: str
    text: str
    text_sha256: str
    """SHA-256 of the text in UTF-8; whoever makes the bundle has computed it from the text."""
    title: str = ""
    source: str = ""
    published: str = ""
    language: str = "ar"
    direction: Direction = "rtl"
    encoding: str = "utf-8"
    """Encoding of the file the text came from."""
    bytes_sha256: str = ""
    """SHA-256 of that file's bytes; empty if the text did not come from a file of its own."""


# The structs below, down to the comparison, carry the field names of gold JSONL where those differ ("id",
# "from", "to"), so that gold, the one format that holds all there is, is decoded straight into them.


class BundleAnnotation(Struct, frozen=True, kw_only=True):
    """One label on one span."""

    uuid: str = msgspec.field(name="id")
    """Unique in the bundle. Where it is no UUID, whoever takes the bundle in gives the annotation one."""
    start: int
    end: int
    label: str
    quote: str
    attributes: dict[str, Value] = {}
    entity: str | None = None
    """UUID of the entity it mentions."""
    note: str = ""
    reviewer: str = ""
    """Name of who made it; empty means the layer's own reviewer."""
    origin: Origin = "imported"
    scheme_version: int = 1


class BundleRelation(Struct, frozen=True, kw_only=True):
    """A typed link between two annotations of the same layer."""

    uuid: str = msgspec.field(name="id")
    type: str
    source: str = msgspec.field(name="from")
    """UUID of the annotation it starts from."""
    target: str = msgspec.field(name="to")
    """UUID of the annotation it leads to."""


class BundleZone(Struct, frozen=True, kw_only=True):
    """A part of the document that is not body text."""

    start: int
    end: int
    kind: str


class BundleEntity(Struct, frozen=True, kw_only=True):
    """A real-world actor or location."""

    uuid: str = msgspec.field(name="id")
    label: str = msgspec.field(name="kind")
    """Name of the label its mentions carry."""
    name: str
    aliases: tuple[str, ...] = ()


class BundleComparison(Struct, frozen=True, kw_only=True):
    """What a reviewer holds of two annotations, in whatever documents."""

    uuid: str = msgspec.field(name="id")
    verdict: Verdict
    annotations: tuple[str, str]
    """UUIDs of the two; it says the same of both."""
    note: str = ""
    reviewer: str
    """Name of who said it."""
    at: str = ""
    """ISO 8601 in UTC; empty if the file does not say."""


class BundlePrediction(Struct, frozen=True, kw_only=True):
    """What a machine holds a span to be. It becomes a suggestion, never an annotation."""

    start: int
    end: int
    label: str
    quote: str
    attributes: dict[str, Value] = {}
    score: float | None = None
    """How sure the machine is, from 0 to 1; ``None`` if the file does not say."""
    source: str = ""
    """Which machine: name and version of a model."""


class BundleLayer(Struct, frozen=True, kw_only=True):
    """What one reviewer, or adjudication, said about the document."""

    kind: LayerKind = "reviewer"
    reviewers: tuple[str, ...]
    """Names: first the one who writes the layer (empty if the file does not say: whoever imports it), then
    those an adjudicated layer was made from."""
    status: Status = "started"
    updated: str = ""
    """When it last changed, ISO 8601 in UTC; empty if the file does not say."""
    annotations: tuple[BundleAnnotation, ...] = ()
    relations: tuple[BundleRelation, ...] = ()
    zones: tuple[BundleZone, ...] = ()


class Bundle(Struct, frozen=True, kw_only=True):
    """One document, at most one layer, and the entities that come along."""

    document: BundleDocument
    layer: BundleLayer | None = None
    entities: tuple[BundleEntity, ...] = ()
    """A format that keeps entities apart brings all of them with its first bundle."""
    comparisons: tuple[BundleComparison, ...] = ()
    """As with entities; the annotations may be in any bundle, or in none."""
    predictions: tuple[BundlePrediction, ...] = ()
    """Of machines, about this document."""
    warnings: tuple[Worded, ...] = ()
    """What a person should know about how the file was read, as sentences."""
    place: str = ""
    """Where it was read, for messages: ``gold.jsonl, line 3``."""
    size: int = 0
    """Bytes it took in its file, for progress."""
