"""What lies on the text: annotations, zones, what is selected and hovered. State only; code points."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from annotator.core.records import Annotation, Span
from annotator.core.spans import covering, innermost_first, inside_another, lanes
from annotator.ui.article.index import SpanIndex
from annotator.ui.article.styles import UNKNOWN_LABEL, LabelStyle
from annotator.ui.article.suggested import Suggested


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation as it is to be drawn."""

    id: int
    span: Span
    style: LabelStyle
    lane: int | None
    """Its lane under the line, 0 nearest the text; None if it only tints the text."""
    lanes: int
    """How many lanes the stack it belongs to has."""
    selected: bool
    hovered: bool
    offered: bool | None = None
    """While a target is being picked: whether it may be picked."""

    @property
    def tinted(self) -> bool:
        """Whether its label washes the text's background."""
        return self.style.pattern == "tint"


@dataclass(frozen=True, slots=True)
class ZoneMark:
    """One zone as it is to be drawn."""

    span: Span
    kind: str
    title: str


def joined_zones(zones: Iterable[ZoneMark], text: str) -> list[ZoneMark]:
    """The zones in order, those of one kind with nothing but blanks between them as one."""
    result: list[ZoneMark] = []
    for zone in sorted(zones, key=_by_place):
        last = result[-1] if result else None
        if last and last.kind == zone.kind and not text[last.span.end : zone.span.start].strip():
            end = max(last.span.end, zone.span.end)
            result[-1] = ZoneMark(Span(last.span.start, end), zone.kind, zone.title)
        else:
            result.append(zone)
    return result


def _by_place(zone: ZoneMark) -> Span:
    return zone.span


class Link(NamedTuple):
    """A relation, by the ids of what it links."""

    source: int
    target: int
    title: str = ""
    """What the screen calls its type."""


class Passages:
    """Ranges of text without anything else, found by place."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self.spans = list(spans)
        self._index = SpanIndex()
        for number, span in enumerate(self.spans):
            self._index.add(number, span)

    def within(self, span: Span) -> list[Span]:
        """Those that have a part in a range, in order."""
        return sorted(self._index.overlapping(span).values())


class Scene:
    """The annotations and zones on one text, found by place."""

    def __init__(self) -> None:
        self.annotations: dict[int, Annotation] = {}
        self.styles: dict[int, LabelStyle] = {}
        self.zones: list[ZoneMark] = []
        self.links: dict[int, list[Link]] = {}
        """The relations of each annotation."""
        self.selected: int | None = None
        self.hovered: int | None = None
        self.commented: frozenset[int] = frozenset()
        """The annotations with a dot in the margin."""
        self.allowed: Callable[[int], bool] | None = None
        """While a target is being picked: which annotations may be."""
        self.hits = Passages()
        self.hit: Span | None = None
        """The current one of the hits."""
        self.findings = Passages()
        self.suggested = Suggested()
        self.suggestion: Span | None = None
        """The suggestion the hand is at."""
        self._laned = SpanIndex()
        self._tints = SpanIndex()

    def clear(self) -> None:
        """Forget the annotations and zones; keep the styles."""
        self.zones = []
        self.links = {}
        self.commented = frozenset()
        self.allowed = None
        self.hits, self.hit, self.findings = Passages(), None, Passages()
        self.suggested, self.suggestion = Suggested(), None
        self.set_annotations(())

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Put these annotations in place of all others."""
        self.annotations.clear()
        self._laned.clear()
        self._tints.clear()
        for annotation in annotations:
            self.add(annotation)
        self.selected = self.selected if self.selected in self.annotations else None
        self.hovered = None

    def set_styles(self, styles: dict[int, LabelStyle]) -> None:
        """Change how labels are drawn."""
        self.styles = dict(styles)
        self.set_annotations(list(self.annotations.values()))

    def add(self, annotation: Annotation) -> None:
        """Add an annotation, in place of the one of the same id."""
        self.remove(annotation.id)
        self.annotations[annotation.id] = annotation
        self._index_of(annotation).add(annotation.id, annotation.span)

    def remove(self, annotation_id: int) -> Annotation | None:
        """Take an annotation out; None if there is none of that id."""
        annotation = self.annotations.pop(annotation_id, None)
        if annotation is not None:
            self._index_of(annotation).remove(annotation_id)
        return annotation

    def span_of(self, annotation_id: int | None) -> Span | None:
        """The span of an annotation, if there is one of that id."""
        annotation = None if annotation_id is None else self.annotations.get(annotation_id)
        return annotation.span if annotation else None

    def stack_at(self, offset: int) -> list[int]:
        """The annotations on the code point at an offset, the innermost first; only those on offer."""
        here = Span(offset, offset + 1)
        found = self._tints.overlapping(here) | self._laned.overlapping(here)
        return [i for i in innermost_first(found, found) if self.allowed is None or self.allowed(i)]

    def affected_by(self, span: Span) -> Span:
        """The range in which lanes may change when an annotation on a span comes or goes."""
        return (
            covering([span, *self._laned.chained(span).values(), *self._tints.chained(span).values()]) or span
        )

    def marks(self, span: Span) -> list[Mark]:
        """The annotations in a range, the outer before the inner, tints before lanes."""
        tints = self._tints.chained(span)
        crowded = inside_another(tints)
        laned = self._laned.chained(span) | {i: tints[i] for i in crowded}
        lane_of = lanes(laned)
        depth = _depths(laned, lane_of)
        ids = [i for i in tints if i not in crowded] + list(laned)
        visible = [i for i in ids if (tints.get(i) or laned[i]).overlaps(span)]
        visible.sort(key=lambda i: (i not in tints, *_outer_first(self.annotations[i])))
        return [self._mark(self.annotations[i], lane_of.get(i), depth.get(i, 0)) for i in visible]

    def zones_in(self, span: Span) -> list[ZoneMark]:
        """The zones in a range."""
        return [zone for zone in self.zones if zone.span.overlaps(span)]

    def set_links(self, links: Iterable[Link]) -> None:
        """Put these relations in place of all others."""
        self.links = {}
        for link in links:
            for end in {link[0], link[1]}:
                self.links.setdefault(end, []).append(link)

    def active_links(self) -> list[Link]:
        """The relations of the selected annotation, then of the hovered one, whose ends are both shown."""
        chosen = [link for end in (self.selected, self.hovered) if end for link in self.links.get(end, ())]
        shown = self.annotations
        return [link for link in dict.fromkeys(chosen) if link[0] in shown and link[1] in shown]

    def commented_in(self, span: Span) -> list[Annotation]:
        """The annotations with a dot that begin in a range."""
        if not self.commented:
            return []
        found = self._tints.overlapping(span) | self._laned.overlapping(span)
        return [self.annotations[i] for i in found if i in self.commented and found[i].start >= span.start]

    def style_of(self, annotation: Annotation) -> LabelStyle:
        """How an annotation's label is drawn."""
        return self.style_of_label(annotation.label_id)

    def style_of_label(self, label_id: int) -> LabelStyle:
        """How a label is drawn, by its row id."""
        return self.styles.get(label_id, UNKNOWN_LABEL)

    def _index_of(self, annotation: Annotation) -> SpanIndex:
        return self._tints if self.style_of(annotation).pattern == "tint" else self._laned

    def _mark(self, annotation: Annotation, lane: int | None, depth: int) -> Mark:
        chosen, under = annotation.id == self.selected, annotation.id == self.hovered
        offered = None if self.allowed is None else self.allowed(annotation.id)
        style = self.style_of(annotation)
        return Mark(annotation.id, annotation.span, style, lane, depth, chosen, under, offered)


def _outer_first(annotation: Annotation) -> tuple[int, int, int]:
    return annotation.start, -annotation.end, annotation.id


def _depths(spans: dict[int, Span], lane_of: dict[int, int]) -> dict[int, int]:
    """How many lanes are in use in the chain of overlaps each span belongs to."""
    result: dict[int, int] = {}
    chain: list[int] = []
    reached = -1
    for i in sorted(spans, key=lambda i: (spans[i].start, -spans[i].end, i)):
        if spans[i].start >= reached:
            chain = []
        chain.append(i)
        reached = max(reached, spans[i].end)
        deepest = max(lane_of[i] + 1, result.get(chain[0], 0))
        result.update(dict.fromkeys(chain, deepest) if deepest != result.get(chain[0]) else {i: deepest})
    return result
