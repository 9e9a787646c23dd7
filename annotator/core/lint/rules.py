"""The rules of lint, each as what it finds."""

from collections import deque
from collections.abc import Iterator
from functools import partial
from itertools import takewhile

import regex

from annotator.core import conventions as names
from annotator.core.lint.findings import Facts, Found, Rule
from annotator.core.records import Annotation, Value, Zone
from annotator.core.spans import cross, overlap
from annotator.text.graphemes import trim


def _about(annotation: Annotation, *more: object, **values: object) -> Found:
    """A finding about an annotation; ``more`` is what else must stay the same for a dismissal to hold."""
    subject = " ".join([annotation.uuid, *map(str, more)])
    return Found(
        annotation, subject, {"quote": annotation.quote, **{key: str(value) for key, value in values.items()}}
    )


# --- claims ---


def _claims(facts: Facts) -> Iterator[tuple[Annotation, Value, bool]]:
    """What may have a source, what is said about that, and whether one is linked."""
    kind = facts.label_set.relation_type_by_name.get(names.ATTRIBUTED_TO)
    if kind is None:
        return
    linked = {link.source_id for link in facts.relations if link.type_id == kind.id}
    for annotation in facts.annotations:
        if annotation.label_id in kind.source_label_ids:
            attribution = annotation.attributes.get(names.ATTRIBUTION, "")
            yield annotation, attribution, annotation.id in linked


def _sourceless(facts: Facts) -> Iterator[Annotation]:
    for annotation, attribution, is_linked in _claims(facts):
        if not is_linked and attribution not in (names.BY_OUTLET, names.BY_NOBODY_NAMED):
            yield annotation


def _no_source(facts: Facts) -> Iterator[Found]:
    yield from map(_about, _sourceless(facts))


def _two_sources(facts: Facts) -> Iterator[Found]:
    for annotation, attribution, is_linked in _claims(facts):
        if is_linked and attribution in (names.BY_OUTLET, names.BY_NOBODY_NAMED):
            yield _about(annotation, attribution, attribution=attribution)


# --- attributes ---


def _missing(facts: Facts) -> Iterator[Found]:
    """Required attributes that are not there, unless another rule says so in better words."""
    told = {(annotation.id, names.ATTRIBUTION) for annotation in _sourceless(facts)}
    told |= {(annotation.id, names.OPERATOR) for annotation in _valueless(facts)}
    for annotation in facts.annotations:
        for attribute in facts.label_set.attributes_of(annotation.label_id):
            name = attribute.name
            given = annotation.attributes.get(name, "") != ""
            if attribute.required and not given and (annotation.id, name) not in told:
                yield _about(annotation, name, attribute=name)


def _valueless(facts: Facts) -> Iterator[Annotation]:
    for annotation in facts.annotations:
        values = annotation.attributes
        if not {names.VALUE, names.OPERATOR} <= facts.defined.get(annotation.label_id, frozenset()):
            continue
        if values.get(names.OPERATOR) != names.VAGUE and not any(name in values for name in names.NUMBERS):
            yield annotation


def _no_value(facts: Facts) -> Iterator[Found]:
    yield from map(_about, _valueless(facts))


def _no_unit(facts: Facts) -> Iterator[Found]:
    """Figures that have a number, and of what is said neither as a unit nor in words."""
    told = {names.UNIT, names.COUNTED}
    for annotation in facts.annotations:
        values = annotation.attributes
        asked = told <= facts.defined.get(annotation.label_id, frozenset())
        if asked and any(name in values for name in names.NUMBERS) and not any(map(values.get, told)):
            yield _about(annotation)


def _half_ranges(facts: Facts) -> Iterator[Found]:
    valueless = {annotation.id for annotation in _valueless(facts)}
    for annotation in facts.annotations:
        values = annotation.attributes
        has_both = names.MINIMUM in values and names.MAXIMUM in values
        if values.get(names.OPERATOR) == names.RANGE and not has_both and annotation.id not in valueless:
            yield _about(annotation)


def _reversed_bounds(facts: Facts) -> Iterator[Found]:
    for annotation in facts.annotations:
        least = annotation.attributes.get(names.MINIMUM)
        most = annotation.attributes.get(names.MAXIMUM)
        if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
            yield _about(annotation, least, most, least=least, most=most)


# --- spans ---

_STOPS = ".,،؛;:…"
_EDGE_STOP = regex.compile(rf"^[{_STOPS}؟?!/–—-]+(?!\p{{N}})|(?<!\b\p{{L}})(?:[{_STOPS}/–—-]+)$")


def _padded(facts: Facts) -> Iterator[Found]:
    for annotation in facts.annotations:
        here = (annotation.start, annotation.end)
        if trim(facts.text, *here) != here:
            yield _about(annotation, *here)


def _punctuated(facts: Facts) -> Iterator[Found]:
    for annotation in facts.annotations:
        stop = _EDGE_STOP.search(annotation.quote)
        if stop and stop.group() != annotation.quote:
            yield _about(annotation, annotation.start, annotation.end, mark=stop.group())


def _half_quotations(facts: Facts) -> Iterator[Found]:
    for annotation in facts.annotations:
        mark = facts.unpaired(annotation.span)
        if mark:
            yield _about(annotation, annotation.start, annotation.end, mark=mark)


def _repeated(facts: Facts) -> Iterator[Found]:
    seen: dict[tuple[int, int, int], Annotation] = {}
    for annotation in facts.annotations:
        key = (annotation.start, annotation.end, annotation.label_id)
        first = seen.setdefault(key, annotation)
        if first is not annotation:
            label = facts.label_set.label_by_id[annotation.label_id].name
            yield _about(annotation, first.uuid, label=label)


def _crossing(facts: Facts) -> Iterator[Found]:
    open_spans: list[Annotation] = []
    for annotation in facts.annotations:
        open_spans = [other for other in open_spans if other.end > annotation.start]
        for other in open_spans:
            if cross(other, annotation):
                yield _about(annotation, other.uuid, other=other.quote)
        open_spans.append(annotation)


def _outside_the_article(facts: Facts) -> Iterator[Found]:
    kinds = facts.label_set.zone_kind_by_id
    zones = deque(zone for zone in facts.zones if kinds[zone.kind_id].name in names.NOT_THE_ARTICLE)
    for annotation in facts.annotations:
        while zones and zones[0].end <= annotation.start:
            zones.popleft()  # both come by their starts: no later annotation reaches back to it
        near = takewhile(partial(_starts_before, annotation.end), zones)
        zone = next((zone for zone in near if overlap(zone, annotation)), None)
        if zone is not None:
            kind = kinds[zone.kind_id].name
            yield _about(annotation, kind, zone=kind)


def _starts_before(end: int, zone: Zone) -> bool:
    return zone.start < end


# --- the label set, entities, comments ---


def _unforeseen_relations(facts: Facts) -> Iterator[Found]:
    labels = facts.label_set
    for link in facts.relations:
        kind = labels.relation_type_by_id[link.type_id]
        source, target = facts.by_id[link.source_id], facts.by_id[link.target_id]
        if not labels.may_relate(kind, source.label_id, target.label_id):
            ends = [labels.label_by_id[item.label_id].name for item in (source, target)]
            found = _about(source, link.uuid, *ends, kind=kind.name, source=ends[0], target=ends[1])
            yield found


def _retired(facts: Facts) -> Iterator[Found]:
    for annotation in facts.annotations:
        label = facts.label_set.label_by_id[annotation.label_id]
        if label.retired:
            yield _about(annotation, label=label.name)


def _no_entity(facts: Facts) -> Iterator[Found]:
    for annotation in facts.annotations:
        if annotation.entity_id is None and facts.label_set.label_by_id[annotation.label_id].has_entities:
            yield _about(annotation)


def _open_comments(facts: Facts) -> Iterator[Found]:
    for comment in facts.comments:
        annotation = facts.by_id.get(comment.annotation_id or 0)
        is_of_another_layer = comment.annotation_id is not None and annotation is None
        if not comment.resolved and not is_of_another_layer:
            yield Found(annotation, comment.uuid, {"comment": comment.text})


RULES = (
    Rule("no source", "warning", "It is not said who says “{quote}”.", _no_source),
    Rule(
        "two sources", "warning", "“{quote}” has a source, and is said by “{attribution}” too.", _two_sources
    ),
    Rule("missing", "warning", "“{quote}” has no “{attribute}”.", _missing),
    Rule("no value", "warning", "The figure “{quote}” has no value.", _no_value),
    Rule(
        "no unit", "info", "It is not said what the figure “{quote}” counts.", _no_unit, by_default=False
    ),
    Rule("half range", "warning", "The range “{quote}” has one bound only.", _half_ranges),
    Rule(
        "bounds", "warning", "“{quote}” is at least {least} and at most {most}, which is less.",
        _reversed_bounds,
    ),
    Rule("spaces", "warning", "“{quote}” begins or ends with a space.", _padded),
    Rule("punctuation", "warning", "“{quote}” begins or ends with “{mark}”.", _punctuated),
    Rule("half quotation", "warning", "“{quote}” holds “{mark}” without its partner.", _half_quotations),
    Rule("repeated", "warning", "“{quote}” is annotated twice as “{label}”.", _repeated),
    Rule("crossing", "info", "“{quote}” and “{other}” overlap in part.", _crossing),
    Rule("zone", "warning", "“{quote}” lies in a part marked as “{zone}”.", _outside_the_article),
    Rule(
        "relation", "warning",
        "“{kind}” links “{quote}”, which is “{source}”, to “{target}”; the label set does not foresee that.",
        _unforeseen_relations,
    ),
    Rule("retired label", "warning", "“{quote}” has the label “{label}”, which is retired.", _retired),
    Rule("no entity", "info", "“{quote}” is linked to no entity.", _no_entity, by_default=False),
    Rule("open comment", "info", "A comment is open: “{comment}”.", _open_comments),
)  # fmt: skip
"""Every rule, in the order in which findings about one span are told."""
