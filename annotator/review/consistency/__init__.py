"""Consistency: what is not of a piece over all documents of a project. Nothing is refused for it.

A person looks, mends, or lets it stand for a reason; rules only say where to look.
"""

from annotator.review.consistency.facts import LINT, DocumentFacts, Reading, examine
from annotator.review.consistency.forms import Words
from annotator.review.consistency.index import Index
from annotator.review.consistency.rules import RULES, Group, GroupKey, Row, Rule

__all__ = [
    "LINT",
    "RULES",
    "DocumentFacts",
    "Group",
    "GroupKey",
    "Index",
    "Reading",
    "Row",
    "Rule",
    "Words",
    "examine",
]
