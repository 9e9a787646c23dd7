"""Annotations and relations as a reader meets them: each proved before it is kept, with its place if not."""

from hashlib import sha256
from typing import Any

from annotator.core.errors import UserError
from annotator.core.records import Value
from annotator.formats.anchoring import Anchor, Unit
from annotator.formats.bundle import BundleAnnotation, BundleRelation, BundleZone
from annotator.formats.format import Reading
from annotator.formats.json_lines import shown
from annotator.formats.plain_text import MAX_BYTES
from annotator.formats.values import attribute_value

MAX_SEARCHED = 2_000_000_000
"""Characters, in one document."""

_LEFT_OUT = "{count} relations were left out with the annotations they link."


class WrongTextError(UserError):
    """Too little of what a file says stands in its text; there is no use in going on."""


class Searches:
    """Counts how often all of a text was looked through for a quote; that cannot be done without end."""

    def __init__(self, text: str) -> None:
        self._length, self._searched = len(text), 0

    def count(self, place: str) -> None:
        """Note one more.

        Raises:
            WrongTextError: it is enough.
        """
        self._searched += self._length
        if self._searched > MAX_SEARCHED:
            raise WrongTextError(
                "{place}: too many spans do not stand where the file says; is this the right text?",
                place=place,
            )


class Collected:
    """What a file says about one text, as far as it holds."""

    def __init__(self, text: str, unit: Unit, reading: Reading[Any]) -> None:
        self._text = text
        self._anchor = Anchor(text, unit)
        self.searches = Searches(text)
        self._reading = reading
        self._annotations: dict[str, BundleAnnotation] = {}
        self._links: list[tuple[str, BundleRelation]] = []
        self._zones: list[BundleZone] = []
        self._moved = 0
        self._left_out: set[str] = set()
        self._reduced: dict[str, int] = {}

    def annotation(
        self,
        place: str,
        key: str,
        span: tuple[object, object],
        label: str,
        *,
        quote: str | None = None,
        attributes: dict[str, Value] | None = None,
        **more: Any,  # noqa: ANN401  # the other fields of a BundleAnnotation
    ) -> bool:
        """Keep an annotation; whether it could be. ``key`` is its id in the file, empty if it has none."""
        try:
            uuid = self._new_id(place, key, label)
            found = self._anchor.span(*span, quote, place)
        except UserError as error:
            if quote:
                self.searches.count(place)
            self._reading.fault(error)
            return False
        if found.moved:
            self.searches.count(place)
            self._moved += 1
        self._annotations[uuid] = BundleAnnotation(
            uuid=uuid,
            start=found.start,
            end=found.end,
            label=clean(label),
            quote=self._text[found.start : found.end],
            attributes={clean(name): _value(value) for name, value in (attributes or {}).items()},
            **more,
        )
        return True

    def relation(self, place: str, key: str, kind: str, source: str, target: str) -> None:
        """Note a relation between two annotations by their keys, which may come later."""
        link = BundleRelation(uuid=clean(key), type=clean(kind), source=clean(source), target=clean(target))
        self._links.append((place, link))

    def left_out(self, key: str) -> None:
        """Note that an annotation is there which nobody wants; its relations are left out with it."""
        self._left_out.add(clean(key))

    def zone(self, place: str, span: tuple[object, object], kind: str) -> None:
        """Keep a part of the document that is not body text."""
        try:
            found = self._anchor.span(*span, None, place)
        except UserError as error:
            self._reading.fault(error)
            return
        self._zones.append(BundleZone(start=found.start, end=found.end, kind=clean(kind)))

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
    def warnings(self) -> tuple[str, ...]:
        """What a person should know of it, as sentences."""
        told = [sentence.format(count=count) for sentence, count in self._reduced.items()]
        if self._moved:
            told.append(
                f"{self._moved} spans did not fit their words as counted, and were found by their words."
            )
        return tuple(told)

    def relations(self) -> tuple[BundleRelation, ...]:
        """The relations both ends of which were kept; to be asked once, when all annotations are in."""
        kept: dict[str, BundleRelation] = {}
        for place, link in self._links:
            if {link.source, link.target} & self._left_out:
                self.reduced(_LEFT_OUT)
                continue
            number = len(kept) + 1
            while not link.uuid and str(number) in kept:
                number += 1
            uuid = link.uuid or str(number)
            try:
                self._prove(place, link, repeated=uuid in kept)
            except UserError as error:
                self._reading.fault(error)
                continue
            kept[uuid] = BundleRelation(uuid=uuid, type=link.type, source=link.source, target=link.target)
        return tuple(kept.values())

    def _new_id(self, place: str, key: str, label: str) -> str:
        if not label.strip():
            raise UserError("{place}: an annotation has no label.", place=place)
        uuid = clean(key) or str(len(self._annotations) + 1)
        if uuid in self._annotations:
            raise UserError("{place}: the annotation {id} stands there twice.", place=place, id=shown(uuid))
        return uuid

    def _prove(self, place: str, link: BundleRelation, *, repeated: bool) -> None:
        if not link.type.strip():
            raise UserError("{place}: a relation has no type.", place=place)
        if repeated:
            raise UserError(
                "{place}: the relation {id} stands there twice.", place=place, id=shown(link.uuid)
            )
        for end in (link.source, link.target):
            if end not in self._annotations:
                raise UserError(
                    "{place}: a relation “{type}” links annotation {end}, which is not there.",
                    place=place,
                    type=shown(link.type),
                    end=shown(end) or "—",
                )
        if link.source == link.target:
            raise UserError(
                "{place}: a relation “{type}” links annotation {end} with itself.",
                place=place,
                type=shown(link.type),
                end=shown(link.source),
            )


def proved_text(place: str, text: str) -> str:
    """The text of an article, if a project can hold it.

    Raises:
        UserError: it is blank, too long, or has a character no text may have.
    """
    if not text.strip():
        raise UserError("{place} holds no text to annotate.", place=place)
    if len(text) > MAX_BYTES:
        raise UserError("{place}: the text is longer than {limit} characters.", place=place, limit=MAX_BYTES)
    if text != clean(text):
        raise UserError(
            "{place}: the text has a character that no text may have (NUL, or half a character).", place=place
        )
    return text


def hashed(text: str) -> str:
    """The SHA-256 of a text in UTF-8."""
    return sha256(text.encode()).hexdigest()


def clean(text: str) -> str:
    """A name or value from a file, less what no text may have."""
    return text.encode("utf-8", "ignore").decode().replace("\0", "")


def _value(value: Value) -> Value:
    """A value as a project can hold it; what is no number anybody could compute with becomes text."""
    taken = attribute_value(value).value
    return clean(taken) if isinstance(taken, str) else value
