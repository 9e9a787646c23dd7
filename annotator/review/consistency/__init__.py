"""Consistency: what is not of a piece over all documents of a project. Nothing is refused for it.

A person looks, mends, or lets it stand for a reason; rules only say where to look.
"""

from annotator.review.consistency.facts import LINT, DocumentFacts, Reading, examine
from annotator.review.consistency.fixes import (
    MENDED,
    LayerState,
    Project,
    by_document,
    dismiss,
    mend,
    undismiss,
)
from annotator.review.consistency.forms import Words, tokens
from annotator.review.consistency.index import Index
from annotator.review.consistency.rules import RULES, Group, GroupKey, Row, Rule

__all__ = [
    "LINT",
    "MENDED",
    "RULES",
    "DocumentFacts",
    "Group",
    "GroupKey",
    "Index",
    "LayerState",
    "Project",
    "Reading",
    "Row",
    "Rule",
    "Words",
    "by_document",
    "dismiss",
    "examine",
    "mend",
    "tokens",
    "undismiss",
]
