"""Lint: what looks wrong in a layer. Nothing is refused for it; a person looks, and mends or dismisses."""

from collections.abc import Collection, Iterable
from typing import Final

from annotator.core.lint.findings import Facts, Finding, Found, Rule, Severity
from annotator.core.lint.rules import RULES
from annotator.core.records import Annotation, Comment, Dismissal, Relation, Span, Zone
from annotator.core.schema import LabelSet

__all__ = ["DEFAULT", "RULES", "Finding", "Rule", "Severity", "findings", "sentence"]

DEFAULT: Final = frozenset(rule.name for rule in RULES if rule.by_default)
"""The rules that are asked unless a person says otherwise."""

_BY_NAME: Final = {rule.name: rule for rule in RULES}
_ORDER: Final = {rule.name: place for place, rule in enumerate(RULES)}


def findings(
    text: str,
    annotations: Iterable[Annotation],
    relations: Iterable[Relation],
    zones: Iterable[Zone],
    label_set: LabelSet,
    dismissals: Iterable[Dismissal] = (),
    comments: Iterable[Comment] = (),
    rules: Collection[str] = DEFAULT,
) -> list[Finding]:
    """What looks wrong in a layer, in text order; the same layer gives the same list.

    ``comments`` are those of the document; on annotations of other layers they are passed over. A finding
    that was dismissed is in the list, with its dismissal.
    """
    facts = Facts(text, annotations, relations, zones, label_set, comments)
    dismissed = {(item.rule, item.subject): item for item in dismissals}
    found = [
        _finding(rule, item, dismissed) for rule in RULES if rule.name in rules for item in rule.find(facts)
    ]
    return sorted(found, key=lambda item: (item.span, _ORDER[item.rule], item.subject))


def sentence(finding: Finding) -> str:
    """What is wrong, in English."""
    return _BY_NAME[finding.rule].sentence.format(**finding.values)


def _finding(rule: Rule, found: Found, dismissed: dict[tuple[str, str], Dismissal]) -> Finding:
    annotation = found.annotation
    return Finding(
        rule.name,
        rule.severity,
        None if annotation is None else annotation.id,
        Span(0, 0) if annotation is None else annotation.span,
        found.subject,
        found.values,
        dismissed.get((rule.name, found.subject)),
    )
