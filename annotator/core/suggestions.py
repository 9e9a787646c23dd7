"""What a machine proposes. It becomes part of a layer only when a person accepts it.

All offsets are code points, half-open.
"""

from typing import Literal

from msgspec import Struct

from annotator.core.errors import Phrase
from annotator.core.records import Span, Value

SuggestionKind = Literal["figure", "mention", "prediction"]
"""What found it: a figure that nobody has marked, words that are marked elsewhere, or a machine elsewhere."""


class Suggestion(Struct, frozen=True, kw_only=True):
    """A span of one document that could be annotated."""

    kind: SuggestionKind
    document_id: int
    label_id: int
    span: Span
    quote: str
    attributes: dict[str, Value] = {}
    entity_id: int | None = None
    confidence: float
    """0 to 1; see where it is made for what it means there."""
    reason: Phrase
    """Why it is proposed, for a person to read."""

    @property
    def subject(self) -> str:
        """What a dismissal calls it: the same as long as it proposes the same label on the same span."""
        return f"{self.label_id}:{self.span.start}:{self.span.end}"

    @property
    def rule(self) -> str:
        """What a dismissal calls the rule that made it."""
        return f"suggest:{self.kind}"


class Proposal(Struct, frozen=True, kw_only=True):
    """What one annotation could say besides what it says; never in place of something a person gave it."""

    annotation_id: int
    attributes: dict[str, Value] = {}
    """Values for attributes it has none for."""
    entity_id: int | None = None
    """The entity it may be a mention of."""
    entity_name: str = ""
    """The name of an entity still to be made, where none fits."""
    source_ids: tuple[int, ...] = ()
    """Of a claim: the annotations of those who may have said it."""
    speaker: Span | None = None
    """Of a claim: who may have said it, where these words are not annotated yet."""
    relay_ids: tuple[int, ...] = ()
    """Of a claim: the annotations of those who may only have passed it on."""
    reasons: tuple[Phrase, ...] = ()
    """Why, for a person to read, where that is not plain from what is proposed."""

    @property
    def is_empty(self) -> bool:
        """Whether it proposes nothing."""
        entity = self.entity_id is not None or self.entity_name
        return not (self.attributes or entity or self.source_ids or self.speaker or self.relay_ids)
