"""The records of a project. All are frozen; a change makes a new one.

Row ids are integers, unique in the whole project file (one counter serves all types) and handed out before
the edit is built. UUIDs name the same thing across files. All offsets are code points, half-open.
"""

from typing import Literal

from msgspec import Struct

Value = str | int | float
"""A value of an attribute. Dates are ISO 8601 strings."""

Direction = Literal["rtl", "ltr"]
Status = Literal["new", "started", "done"]
LayerKind = Literal["reviewer", "adjudicated"]
Origin = Literal["manual", "suggested", "imported", "propagated"]
Verdict = Literal["agreement", "conflict", "scope"]
"""What two annotations are to each other; ``scope``: they speak of different things, so neither."""
AttributeType = Literal["choice", "number", "text", "date"]
LinePattern = Literal["solid", "dashed", "dotted", "double", "tint"]
Proclitics = Literal["cut", "whole"]
"""Where a word taken as a whole begins: after the proclitics written onto it, or with them."""


class Span(Struct, frozen=True, order=True):
    """A half-open range of code points ``[start, end)`` of one document's text."""

    start: int
    end: int

    def __len__(self) -> int:
        """The number of code points."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether every code point of the other lies in this one."""
        return self.start <= other.start and other.end <= self.end

    def quote(self, text: str) -> str:
        """The code points of ``text`` this span covers."""
        return text[self.start : self.end]


class Record(Struct, frozen=True, kw_only=True, tag_field="record", tag=True, forbid_unknown_fields=True):
    """A row of the project file."""

    id: int


class Reviewer(Record, frozen=True, kw_only=True):
    """A person who annotates. Names are unique in a project."""

    uuid: str
    name: str


class Document(Record, frozen=True, kw_only=True):
    """One article. Its text is stored apart, under its SHA-256, and never changes."""

    uuid: str
    name: str
    position: int
    """Place in the list of documents; gaps are allowed."""
    text_sha256: str
    """SHA-256 of the text in UTF-8, lower-case hexadecimal."""
    length: int
    """Code points of the text."""
    title: str = ""
    source: str = ""
    published: str = ""
    language: str = "ar"
    direction: Direction = "rtl"
    encoding: str = "utf-8"
    """Encoding of the file the text came from."""
    bytes_sha256: str = ""
    """SHA-256 of that file's bytes; empty if the text did not come from a file of its own."""


class Scheme(Record, frozen=True, kw_only=True):
    """The label set as a whole. A project has exactly one; each edit of it raises the version."""

    name: str
    version: int
    proclitics: Proclitics = "cut"
    """The project's policy for words that carry proclitics."""


class Label(Record, frozen=True, kw_only=True):
    """A class of spans: actor, location, figure, claim and what else a project needs."""

    name: str
    """What gold data calls it; unique."""
    titles: dict[str, str]
    """What the screen calls it, by language code."""
    colour: str
    """``#rrggbb`` on light paper."""
    colour_dark: str
    """``#rrggbb`` on dark paper."""
    key: str
    """The key that tags, ``1`` to ``9`` or a Latin letter; may be empty."""
    pattern: LinePattern
    """How its spans are drawn; ``tint`` washes the text's background, the others draw a lane under it."""
    position: int
    description: str = ""
    retired: bool = False
    has_entities: bool = False
    """Whether its annotations are mentions of entities."""

    def title(self, language: str) -> str:
        """What the screen calls it in a language; the name where no title is given."""
        return self.titles.get(language) or self.titles.get("en") or self.name


class Attribute(Record, frozen=True, kw_only=True):
    """The definition of a typed value that annotations of one label may carry."""

    label_id: int
    name: str
    titles: dict[str, str]
    type: AttributeType
    choices: tuple[str, ...] = ()
    """The values a ``choice`` may take; empty means free."""
    position: int = 0
    required: bool = False
    """Whether an annotation without it is unfinished. Nothing is refused for that; lint tells."""

    def title(self, language: str) -> str:
        """What the screen calls it in a language; the name where no title is given."""
        return self.titles.get(language) or self.titles.get("en") or self.name


class RelationType(Record, frozen=True, kw_only=True):
    """A kind of link, and which labels it may link."""

    name: str
    titles: dict[str, str]
    source_label_ids: tuple[int, ...]
    """Labels a link of this type may start from; empty means any."""
    target_label_ids: tuple[int, ...]
    """Labels a link of this type may lead to; empty means any."""
    position: int = 0

    def title(self, language: str) -> str:
        """What the screen calls it in a language; the name where no title is given."""
        return self.titles.get(language) or self.titles.get("en") or self.name


class ZoneKind(Record, frozen=True, kw_only=True):
    """A kind of zone: headline, caption, boilerplate, other article."""

    name: str
    titles: dict[str, str]
    position: int = 0

    def title(self, language: str) -> str:
        """What the screen calls it in a language; the name where no title is given."""
        return self.titles.get(language) or self.titles.get("en") or self.name


class Layer(Record, frozen=True, kw_only=True):
    """What one reviewer (or adjudication) said about one document. A layer has one writer."""

    document_id: int
    reviewer_id: int
    """The one who writes it."""
    kind: LayerKind = "reviewer"
    status: Status = "new"
    updated: str = ""
    """When it last changed, ISO 8601 in UTC; empty as long as it is not in the project file."""
    contributors: tuple[int, ...] = ()
    """Of an adjudicated layer: the other reviewers it was made from."""


class Annotation(Record, frozen=True, kw_only=True):
    """One label on one span in one layer. Annotations may nest, coincide and cross."""

    uuid: str
    layer_id: int
    label_id: int
    start: int
    end: int
    quote: str
    """``text[start:end]``, kept to prove the offsets."""
    attributes: dict[str, Value] = {}
    entity_id: int | None = None
    note: str = ""
    reviewer_id: int
    """Who made it."""
    origin: Origin = "manual"
    scheme_version: int = 1
    """Version of the label set it was made under."""

    @property
    def span(self) -> Span:
        """The range it covers."""
        return Span(self.start, self.end)


class Relation(Record, frozen=True, kw_only=True):
    """A typed link between two annotations of one layer."""

    uuid: str
    layer_id: int
    type_id: int
    source_id: int
    target_id: int


class Zone(Record, frozen=True, kw_only=True):
    """A part of the document that is not body text: a headline, a caption, boilerplate."""

    layer_id: int
    start: int
    end: int
    kind_id: int

    @property
    def span(self) -> Span:
        """The range it covers."""
        return Span(self.start, self.end)


class Entity(Record, frozen=True, kw_only=True):
    """The real-world actor or location that mentions share."""

    uuid: str
    label_id: int
    name: str
    aliases: tuple[str, ...] = ()


class Comment(Record, frozen=True, kw_only=True):
    """What a reviewer has to say about a document, or about one annotation in it, to the others."""

    uuid: str
    document_id: int
    annotation_id: int | None = None
    reviewer_id: int
    at: str
    """When it was written, ISO 8601 in UTC."""
    text: str
    resolved: bool = False


class Dismissal(Record, frozen=True, kw_only=True):
    """A finding of lint that the writer of a layer has looked at and lets stand, with the reason."""

    layer_id: int
    rule: str
    subject: str
    """What the finding is about, as ``Finding.subject`` says: the same as long as that is the same."""
    reason: str
    reviewer_id: int
    at: str
    """ISO 8601 in UTC."""


class Comparison(Record, frozen=True, kw_only=True):
    """What a reviewer holds of two annotations of theirs, in whatever documents: the figures agree, or not.

    It says the same of both, so which is source and which target means nothing; a pair has one at most.
    """

    uuid: str
    source_id: int
    """The annotation with the smaller row id."""
    target_id: int
    verdict: Verdict
    note: str = ""
    reviewer_id: int
    at: str
    """When the verdict was given, ISO 8601 in UTC."""

    @property
    def pair(self) -> tuple[int, int]:
        """The row ids of the two annotations, the smaller first."""
        return self.source_id, self.target_id


class Prediction(Record, frozen=True, kw_only=True):
    """What a machine elsewhere holds a span of a document to be: a suggestion until a person accepts it."""

    uuid: str
    document_id: int
    label_id: int
    start: int
    end: int
    quote: str
    """``text[start:end]``, kept to prove the offsets."""
    attributes: dict[str, Value] = {}
    score: float | None = None
    """How sure the machine was, from 0 to 1; ``None`` if nobody knows."""
    source: str = ""
    """Which machine: name and version of a model."""

    @property
    def span(self) -> Span:
        """The range it covers."""
        return Span(self.start, self.end)


AnyRecord = (
    Reviewer
    | Document
    | Scheme
    | Label
    | Attribute
    | RelationType
    | ZoneKind
    | Layer
    | Annotation
    | Relation
    | Zone
    | Entity
    | Comment
    | Dismissal
    | Comparison
    | Prediction
)
"""Every record type, for the history's decoder."""
