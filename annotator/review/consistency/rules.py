"""The rules, each as what it makes of what the index knows under one key."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

import regex
from msgspec import Struct

from annotator.core.lint import Severity
from annotator.core.records import Dismissal
from annotator.review.consistency.facts import DocumentFacts, Loose, Mark

if TYPE_CHECKING:
    from annotator.review.consistency.index import Index

GroupKey = tuple[str, str]
"""The name of a rule, and what of its findings belong together: a form, a sentence, a document."""

_SLIP: Final = 0.2
"""Up to this share of all, another label looks like a slip and not like another meaning."""


class Row(Struct, frozen=True, gc=False):
    """One finding, in one layer. Offsets are code points."""

    document_id: int
    start: int
    end: int
    annotation_id: int = 0
    """What it is about, 0 if that is not annotated."""
    label_id: int = 0
    """The label of the annotation."""
    subject: str = ""
    """What a dismissal calls it: the same as long as that is the same."""
    dismissal: Dismissal | None = None
    target: tuple[int, int] | None = None
    """Where its boundaries would be as they are elsewhere."""


class Group(Struct, frozen=True, kw_only=True, gc=False):
    """Findings of one rule that belong together, and are mended and dismissed together."""

    key: GroupKey
    severity: Severity
    rows: tuple[Row, ...]
    """In the order of documents and text."""
    place: tuple[int, int, int]
    """A document, and where in it stands what they have in common, as most have it."""
    label_id: int = 0
    """The label that most have."""
    entity_id: int = 0
    """The entity that all of those mention, 0 if they do not agree."""
    counts: tuple[tuple[int, int], ...] = ()
    """How many have each label, most first."""

    @property
    def rule(self) -> str:
        """The name of its rule."""
        return self.key[0]

    @property
    def open(self) -> tuple[Row, ...]:
        """The rows that nobody has let stand."""
        return tuple(row for row in self.rows if row.dismissal is None)


class Rule(Struct, frozen=True):
    """One way in which documents may not be of a piece."""

    name: str
    dismissed_as: str
    """What dismissals call it; some are shared with lint and with suggestions."""
    derive: "Callable[[Index, GroupKey], Group | None]"


def ranked(counts: Counter[int]) -> tuple[tuple[int, int], ...]:
    """Labels with their counts, most first."""
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _is_slip(order: tuple[tuple[int, int], ...]) -> bool:
    """Whether labels but the first are few enough to be slips."""
    counts = [count for _, count in order]
    return sum(counts[1:]) <= _SLIP * sum(counts)


def _marks(index: "Index", form: str) -> Iterator[tuple[DocumentFacts, Mark]]:
    for document_id in index.holders.get(form, ()):
        facts = index.facts[document_id]
        for mark in facts.marks[form]:
            yield facts, mark


def _loose(index: "Index", form: str) -> Iterator[tuple[DocumentFacts, Loose]]:
    for document_id in index.loose_in.get(form, ()):
        facts = index.facts[document_id]
        for loose in facts.loose[form]:
            yield facts, loose


def _example(index: "Index", form: str, label_id: int, rows: list[Row]) -> tuple[int, int, int]:
    """Where the form stands under a label; in other reviewers' layers alone, where it is found."""
    for facts, mark in _marks(index, form):
        if mark.label_id == label_id:
            return facts.document_id, mark.start, mark.end
    return rows[0].document_id, rows[0].start, rows[0].end


# --- one string, several labels ---


def _labels(index: "Index", key: GroupKey) -> Group | None:
    form = key[1]
    counts = index.counts.get(form, Counter())
    if len(counts) < 2:  # one label agrees with itself
        return None
    order = ranked(counts)
    offered = [label_id for label_id, _ in order if not index.label_set.label_by_id[label_id].retired]
    if not offered:
        return None
    most = offered[0]
    rows = [
        _marked_row(facts, mark, "labels", f"{mark.start}:{mark.end}:{mark.label_id}")
        for facts, mark in _marks(index, form)
        if mark.label_id != most and most not in mark.beside
    ]
    if not rows:
        return None
    place = _example(index, form, most, rows)
    severity: Severity = "warning" if _is_slip(order) else "info"
    return Group(key=key, severity=severity, rows=tuple(rows), place=place, label_id=most, counts=order)


def _marked_row(
    facts: DocumentFacts, mark: Mark, rule: str, subject: str, target: tuple[int, int] | None = None
) -> Row:
    return Row(
        facts.document_id,
        mark.start,
        mark.end,
        mark.annotation_id,
        mark.label_id,
        subject,
        facts.dismissals.get((rule, subject)),
        target,
    )


# --- marked here, not marked there ---

_REJECTED: Final = "suggest:mention"
"""What a suggestion that was rejected is dismissed as: it is the same thing."""


def _unmarked(index: "Index", key: GroupKey) -> Group | None:
    form = key[1]
    counts = index.counts.get(form)
    if not counts:
        return None
    order = ranked(counts)
    most = order[0][0]
    if index.label_set.label_by_id[most].retired:
        return None
    rows = [
        _loose_row(facts, loose, most)
        for facts, loose in _loose(index, form)
        if not loose.over and most not in loose.inside
    ]
    if not rows:
        return None
    return Group(
        key=key,
        severity="warning" if _is_slip(order) and counts.total() >= len(rows) else "info",
        rows=tuple(rows),
        place=_example(index, form, most, rows),
        label_id=most,
        entity_id=_entity_of_all(index, form, most),
        counts=order,
    )


def _entity_of_all(index: "Index", form: str, label_id: int) -> int:
    """The entity that all of a form under a label mention, 0 if they do not agree."""
    found: int | None = None
    for _, mark in _marks(index, form):
        if mark.label_id == label_id:
            if mark.entity_id is None or found not in (None, mark.entity_id):
                return 0
            found = mark.entity_id
    return found or 0


def _loose_row(facts: DocumentFacts, loose: Loose, label_id: int) -> Row:
    subject = f"{label_id}:{loose.start}:{loose.end}"
    dismissal = facts.dismissals.get((_REJECTED, subject))
    return Row(facts.document_id, loose.start, loose.end, subject=subject, dismissal=dismissal)


# --- the same, with and without proclitic, title, article, quotation marks ---

_PROCLITICS_ALONE = regex.compile("[وف]?[بلك]?")


def _boundaries(index: "Index", key: GroupKey) -> Group | None:
    form = key[1]
    rows = [*_dressed(index, form), *_cut_otherwise(index, form)]
    if not rows:
        return None
    rows.sort(key=lambda row: (row.document_id, row.start, row.annotation_id))
    order = ranked(index.counts[form])
    place = _example(index, form, order[0][0], rows)
    return Group(
        key=key, severity="warning", rows=tuple(rows), place=place, label_id=order[0][0], counts=order
    )


def _dressed(index: "Index", form: str) -> Iterator[Row]:
    """What has quotation marks or punctuation around it, where most have not."""
    holders = [index.facts[document_id] for document_id in index.dressed_in.get(form, ())]
    dressed = [(facts, mark) for facts in holders for mark in facts.marks[form] if not mark.is_bare]
    if len(dressed) * 2 > index.counts.get(form, Counter()).total():
        return
    for facts, mark in dressed:
        yield _boundary_row(facts, mark, (mark.start, mark.end))


def _cut_otherwise(index: "Index", form: str) -> Iterator[Row]:
    """What stands where this form would be, and is the rarer of the two."""
    for facts, loose in _loose(index, form):
        own = index.counts.get(form, Counter())[loose.over_label_id]
        other = index.counts.get(loose.over_form, Counter())[loose.over_label_id]
        if loose.over and own and (own > other or (own == other and _is_better(form, loose.over_form))):
            for mark in facts.marks.get(loose.over_form, ()):
                if mark.annotation_id == loose.over:
                    yield _boundary_row(facts, mark, (loose.start, loose.end))


def _is_better(form: str, other: str) -> bool:
    """Of two forms as common: the one without proclitics, with its article, with its title."""
    longer, shorter = sorted((form, other), key=len, reverse=True)
    extra = longer[: len(longer) - len(shorter)]
    return (form == shorter) == (_PROCLITICS_ALONE.fullmatch(extra) is not None)


def _boundary_row(facts: DocumentFacts, mark: Mark, target: tuple[int, int]) -> Row:
    return _marked_row(facts, mark, "boundaries", f"{mark.start}:{mark.end}:{target[0]}:{target[1]}", target)


# --- a sentence that stands twice ---


def _twins(index: "Index", key: GroupKey) -> Group | None:
    sentence_key = int(key[1])
    told = index.sentences(sentence_key)
    alike = Counter(sentence.signature for _, sentence in told)
    if len(alike) < 2:  # all are annotated alike
        return None
    document_id, model = min(
        told,
        key=lambda item: (-item[1].marks, -alike[item[1].signature], item[0], item[1].start),
    )
    rows = [
        _twin_row(index.facts[number], sentence.start, sentence.end, f"{key[1]}:{sentence.start}")
        for number, sentence in told
        if sentence.signature != model.signature
    ]
    place = document_id, model.start, model.end
    return Group(key=key, severity="warning", rows=tuple(rows), place=place)


def _twin_row(facts: DocumentFacts, start: int, end: int, subject: str) -> Row:
    dismissal = facts.dismissals.get(("twins", subject))
    return Row(facts.document_id, start, end, subject=subject, dismissal=dismissal)


# --- what lint finds, in all documents ---


def _problems(index: "Index", key: GroupKey) -> Group | None:
    rule, document_id = key[0], int(key[1])
    facts = index.facts.get(document_id)
    problems = facts.problems.get(rule, ()) if facts is not None else ()
    if facts is None or not problems:
        return None
    rows = [
        Row(
            document_id,
            item.start,
            item.end,
            item.annotation_id,
            item.label_id,
            item.subject,
            facts.dismissals.get((rule, item.subject)),
        )
        for item in problems
    ]
    severity: Severity = "info" if rule == "no unit" else "warning"
    return Group(key=key, severity=severity, rows=tuple(rows), place=(document_id, 0, 0))


RULES = (
    Rule("labels", "labels", _labels),
    Rule("boundaries", "boundaries", _boundaries),
    Rule("unmarked", _REJECTED, _unmarked),
    Rule("twins", "twins", _twins),
    Rule("no value", "no value", _problems),
    Rule("no unit", "no unit", _problems),
    Rule("no source", "no source", _problems),
)
"""Every rule, in the order in which they are shown."""

OF_FORMS: Final = ("labels", "boundaries", "unmarked")
"""The rules whose keys are forms."""
