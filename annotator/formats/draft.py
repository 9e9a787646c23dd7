"""A bundle in the making: spans proved, ids kept apart, relations with both ends, faults with their place."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from annotator.core.errors import Phrase, UserError, Worded, placed
from annotator.core.records import LayerKind, Status, Value
from annotator.formats.anchoring import Anchor, Anchored, Searches, Unit, WrongTextError
from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleDocument,
    BundleLayer,
    BundlePrediction,
    BundleRelation,
    BundleZone,
)
from annotator.formats.format import Reading
from annotator.formats.json_lines import shown
from annotator.formats.json_records import Record
from annotator.formats.values import attribute_value, clean, identifier, whole

MAX_ITEMS = 200_000
"""Annotations or relations of one document."""

_LEFT_OUT = "{count} relations were left out with the annotations they link."
_MOVED = "{count} spans did not stand where the file says; their text was found elsewhere."
_CHANGED = "{count} values were no text or number and have been written as text."


class _Link(NamedTuple):
    """A relation as the file has it."""

    place: str
    uuid: object
    kind: object
    source: str | None
    target: str | None


class Draft:
    """What a file says of one text, as far as it holds, in one person's name.

    Each thing may have a place of its own for messages; else it is that of the draft.
    """

    def __init__(
        self,
        text: str,
        reading: Reading[Any],
        *,
        place: str = "",
        unit: Unit = "code point",
        anchor: Anchor | None = None,
    ) -> None:
        self.text = text
        self.place = place
        self.searches = Searches(text)
        self.told: list[Worded] = []
        """What a person should know, as sentences."""
        self.predictions: list[BundlePrediction] = []
        self._anchor = anchor or Anchor(text, unit)  # drafts of one text may share it
        self._reading = reading
        self._annotations: dict[str, BundleAnnotation] = {}
        self._links: list[_Link] = []
        self._zones: list[BundleZone] = []
        self._left_out: set[str] = set()
        self._reduced: dict[str, int] = {}
        self._tried: dict[str, int] = {}

    def annotate(
        self,
        start: object,
        end: object,
        label: object,
        *,
        uuid: object = None,
        quote: object = None,
        attributes: Mapping[str, object] | None = None,
        place: str = "",
        **more: Any,  # noqa: ANN401  # the other fields of a BundleAnnotation
    ) -> str | None:
        """Take in an annotation; its id, or ``None`` if it has a fault."""
        place = place or self.place
        try:
            anchored = self._anchored(start, end, quote, place)
            name = self._named(label, Phrase("a span without a label"), place)
            key = self._id(uuid, self._annotations, Phrase("annotation"), place)
        except WrongTextError:
            raise
        except UserError as error:
            self._reading.fault(error)
            return None
        self._annotations[key] = BundleAnnotation(
            uuid=key,
            start=anchored.start,
            end=anchored.end,
            label=name,
            quote=self.text[anchored.start : anchored.end],
            attributes=self._values(attributes or {}),
            **more,
        )
        return key

    def annotate_all(self, label: object) -> None:
        """Take in an annotation of the whole text."""
        self.annotate(0, self._anchor.to_unit(len(self.text)), label)

    def predict(
        self,
        start: object,
        end: object,
        label: object,
        *,
        quote: object = None,
        attributes: Mapping[str, object] | None = None,
        score: object = None,
        source: str = "",
    ) -> None:
        """Take in what a machine says."""
        try:
            anchored = self._anchored(start, end, quote, self.place)
            name = self._named(label, Phrase("a span without a label"), self.place)
        except WrongTextError:
            raise
        except UserError as error:
            self._reading.fault(error)
            return
        self.predictions.append(
            BundlePrediction(
                start=anchored.start,
                end=anchored.end,
                label=name,
                quote=self.text[anchored.start : anchored.end],
                attributes=self._values(attributes or {}),
                score=_score(score),
                source=source,
            )
        )

    def relate(
        self, source: str | None, target: str | None, kind: object, *, uuid: object = None, place: str = ""
    ) -> None:
        """Take in a relation between two annotations by their ids; they may come later."""
        place = place or self.place
        if len(self._links) >= MAX_ITEMS:
            error = UserError(
                "{place} holds more than {limit} relations.", place=place, limit=f"{MAX_ITEMS:,}"
            )
            self._reading.fault(error)
            return
        self._links.append(_Link(place, uuid, kind, source and clean(source), target and clean(target)))

    def leave_out(self, uuid: str) -> None:
        """Note that an annotation is there which nobody wants; its relations are left out with it."""
        self._left_out.add(clean(uuid))

    def zone(self, start: object, end: object, kind: str, *, place: str = "") -> None:
        """Take in a part of the document that is not body text."""
        try:
            found = self._anchor.span(start, end, None, place or self.place)
        except UserError as error:
            self._reading.fault(error)
            return
        self._zones.append(BundleZone(start=found.start, end=found.end, kind=clean(kind)))

    def fault(self, error: UserError) -> None:
        """Tell that something cannot be used."""
        self._reading.fault(error)

    def warn(self, sentence: str, **values: object) -> None:
        """Something to know about how it was read."""
        self.told.append(self._sentence(sentence, **values))

    def reduced(self, sentence: str) -> None:
        """Tell that a thing is kept in a simpler form; ``sentence`` has ``{count}`` for how often."""
        self._reduced[sentence] = self._reduced.get(sentence, 0) + 1

    @property
    def annotations(self) -> tuple[BundleAnnotation, ...]:
        """In the order of the file."""
        return tuple(self._annotations.values())

    @property
    def zones(self) -> tuple[BundleZone, ...]:
        """In the order of the file."""
        return tuple(self._zones)

    @property
    def warnings(self) -> tuple[Worded, ...]:
        """What a person should know of it, as sentences."""
        counted = (self._sentence(sentence, count=count) for sentence, count in self._reduced.items())
        return (*self.told, *counted)

    def relations(self) -> tuple[BundleRelation, ...]:
        """The relations both ends of which were kept; to be asked once, when all annotations are in."""
        kept: dict[str, BundleRelation] = {}
        for link in self._links:
            if {link.source, link.target} & self._left_out:
                self.reduced(_LEFT_OUT)
                continue
            try:
                name = self._named(link.kind, Phrase("a relation without a type"), link.place)
                source, target = self._ends(link, name)
                key = self._id(link.uuid, kept, Phrase("relation"), link.place)
            except UserError as error:
                self._reading.fault(error)
                continue
            kept[key] = BundleRelation(uuid=key, type=name, source=source, target=target)
        return tuple(kept.values())

    def bundle(
        self,
        document: BundleDocument,
        record: Record,
        *,
        reviewer: str = "",
        kind: LayerKind = "reviewer",
        status: Status = "started",
        updated: str = "",
        layer: bool | None = None,
    ) -> Bundle:
        """The bundle; with a layer if there is one, or where that is not said, if there are annotations."""
        wanted = bool(self._annotations) if layer is None else layer
        made = BundleLayer(
            kind=kind,
            reviewers=(reviewer,),
            status=status,
            updated=updated,
            annotations=self.annotations,
            relations=self.relations(),
        )
        return Bundle(
            document=document,
            layer=made if wanted else None,
            predictions=tuple(self.predictions),
            warnings=self.warnings,
            place=record.place,
            size=record.size,
        )

    def _sentence(self, sentence: str, **values: object) -> Worded:
        said = Worded(sentence, **values)
        return placed(self.place, said) if self.place else said

    def _anchored(self, start: object, end: object, quote: object, place: str) -> Anchored:
        """Where a span stands; UserError where it stands nowhere."""
        if len(self._annotations) + len(self.predictions) >= MAX_ITEMS:
            raise UserError(
                "{place} holds more than {limit} annotations.", place=place, limit=f"{MAX_ITEMS:,}"
            )
        known = quote if isinstance(quote, str) and quote else None
        try:
            found = self._anchor.span(whole(start), whole(end), known, place)
        except UserError:
            if known:
                self.searches.count(place)
            raise
        if found.moved:
            self.reduced(_MOVED)
            self.searches.count(place)
        return found

    def _named(self, name: object, what: Phrase, place: str) -> str:
        """A label or a type as a text; UserError where it has none."""
        if (found := clean(identifier(name))).strip():
            return found
        raise UserError("{place}: there is {what}; name it.", place=place, what=what)

    def _values(self, found: Mapping[str, object]) -> dict[str, Value]:
        """Values as attributes have them, those that are none left out."""
        values: dict[str, Value] = {}
        for name, given in found.items():
            value, changed = attribute_value(given)
            if changed:
                self.reduced(_CHANGED)
            if value is not None:
                values[clean(str(name))] = clean(value) if isinstance(value, str) else value
        return values

    def _id(self, found: object, taken: Mapping[str, object], what: Phrase, place: str) -> str:
        if key := clean(identifier(found)):
            if key in taken:
                raise UserError(
                    "{place}: the {what} {id} stands there twice.", place=place, what=what, id=shown(key)
                )
            return key
        number = max(len(taken), self._tried.get(what.key, 0)) + 1  # not over and over what was taken before
        while str(number) in taken:
            number += 1
        self._tried[what.key] = number
        return str(number)

    def _ends(self, link: _Link, kind: str) -> tuple[str, str]:
        for end in (link.source, link.target):
            if end is None or end not in self._annotations:
                raise UserError(
                    "{place}: a relation “{type}” links annotation {end}, which is not there.",
                    place=link.place,
                    type=shown(kind),
                    end=shown(end) if end else "?",
                )
        if link.source == link.target:
            raise UserError(
                "{place}: a relation “{type}” links annotation {end} with itself.",
                place=link.place,
                type=shown(kind),
                end=shown(link.source),
            )
        return str(link.source), str(link.target)


def _score(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 <= value <= 1 else None
