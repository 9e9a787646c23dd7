"""Searching all articles of a project: the folded full-text index, and what is asked of it.

Offsets are code points of the original text, half-open.
"""

from typing import Literal

from msgspec import Struct

from annotator.core.records import Span, Status, Value
from annotator.text.folding import SEARCH, Fold

Mode = Literal["folded", "exact", "regex"]
Comparison = Literal["=", "!=", "<", "<=", ">", ">=", "set", "unset"]

CONTEXT = 60
"""Code points of context a hit comes with, on each side."""


class Condition(Struct, frozen=True):
    """What an attribute of an annotation must be; ``set`` and ``unset`` take no value."""

    attribute: str
    comparison: Comparison
    value: Value = ""


class Query(Struct, frozen=True, kw_only=True):
    """What to look for. Without a needle, every annotation that fits the filters is a hit."""

    needle: str = ""
    mode: Mode = "folded"
    folds: Fold = SEARCH
    """What ``folded`` makes equal."""
    whole_word: bool = False
    """Only at word boundaries, with optional proclitics."""
    label_ids: tuple[int, ...] = ()
    """Only in annotations of these labels; none means everywhere."""
    reviewer_id: int | None = None
    """Only in this reviewer's layers (for filters that look at annotations and status)."""
    status: Status | None = None
    entity_id: int | None = None
    conditions: tuple[Condition, ...] = ()
    document_id: int | None = None
    """Only in this document."""


class Hit(Struct, frozen=True, kw_only=True):
    """One place where something was found, with its context as it is written."""

    document_id: int
    span: Span
    quote: str
    before: str
    """Up to :data:`CONTEXT` code points before it, cut at paragraphs."""
    after: str
    annotation_id: int | None = None
    """The annotation it lies in, where the query asked for one."""
