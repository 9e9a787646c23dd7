"""Zones: the paragraphs that are not body text."""

from collections.abc import Iterable, Iterator

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.edits.common import check_inside, layer_edit
from annotator.core.errors import UserError
from annotator.core.records import Layer, Span, Zone, ZoneKind
from annotator.text.passages import paragraph_at, paragraphs


def mark_zone(
    context: EditContext, layer: Layer, text: str, span: Span, kind: ZoneKind, zones: Iterable[Zone]
) -> Transaction:
    """Say what kind of zone the paragraphs are that a span touches, or if they are that, that they are none.

    Each paragraph is a zone of its own. What other zones say about these paragraphs ends, and what they say
    about others stays. ``zones`` are those of the layer; an empty span is a caret.

    Raises:
        UserError: the span lies outside the text, or in blank lines only.
    """
    check_inside(text, span)
    touched = _touched(text, span)
    if not touched:
        raise UserError("There are only blank lines there; put the caret in a paragraph first.")
    here = [zone for zone in zones if any(zone.span.overlaps(place) for place in touched)]
    marked = {zone.span for zone in here if zone.kind_id == kind.id}
    is_kind = all(any(found.contains(place) for found in marked) for place in touched)
    kept = set() if is_kind else marked.intersection(touched)
    gone = [zone for zone in here if zone.kind_id != kind.id or zone.span not in kept]
    changes = [Change(zone, None) for zone in gone]
    rests = {(rest, zone.kind_id): None for zone in gone for rest in _rests(text, zone.span, touched)}
    changes += [Change(None, _zone(context, layer, rest, kind_id)) for rest, kind_id in rests]
    if not is_kind:
        changes += [
            Change(None, _zone(context, layer, place, kind.id)) for place in touched if place not in kept
        ]
    subject = f"{kind.name}: {touched[0].quote(text)}"
    return layer_edit(context, layer, "unmark zone" if is_kind else "mark zone", changes, subject)


def _touched(text: str, span: Span) -> list[Span]:
    """The paragraphs a span has a part in that hold something."""
    if len(span) == 0:
        found = [Span(*paragraph_at(text, span.start))]
    else:
        found = [place for place in (Span(*found) for found in paragraphs(text)) if place.overlaps(span)]
    return [place for place in found if place.quote(text).strip()]


def _rests(text: str, zone: Span, touched: list[Span]) -> Iterator[Span]:
    """What of a zone lies in other paragraphs, one by one."""
    for start, end in paragraphs(text):
        rest = Span(max(start, zone.start), min(end, zone.end))
        if rest.start < rest.end and not any(rest.overlaps(place) for place in touched):
            yield rest


def _zone(context: EditContext, layer: Layer, span: Span, kind_id: int) -> Zone:
    return Zone(id=context.new_id(), layer_id=layer.id, start=span.start, end=span.end, kind_id=kind_id)
