"""What readers said of how they read, summed: a sentence for each file, not for each of its records."""

from typing import cast

import msgspec
from msgspec import Struct

from annotator.core.errors import PLACED, Worded, placed
from annotator.formats.bundle import Bundle
from annotator.formats.format import MAX_LISTED


class _Note(Struct):
    place: str
    """Where it was said first."""
    count: int = 1


class Notes(Struct):
    """Sentences, with the place of the first of those that are equal, and how many more there are."""

    count: int = 0
    """How many different ones there are; beyond those that are listed, equal ones count each."""
    told: dict[tuple[str, Worded], _Note] = msgspec.field(default_factory=dict)
    """By file and sentence."""

    @property
    def sentences(self) -> list[Worded]:
        """The first of them, to be shown."""
        return [_sentence(said, note) for (_file, said), note in self.told.items()]

    def add(self, bundle: Bundle) -> None:
        """Note what was said of a bundle."""
        file = bundle.place.rpartition(", ")[0] or bundle.place
        for warning in bundle.warnings:
            said = _said_of(bundle.place, warning)
            self._add((file, said), _Note("" if said is warning else bundle.place))

    def take(self, other: "Notes") -> None:
        """Note all that others have."""
        self.count += other.count - len(other.told)
        for key, note in other.told.items():
            self._add(key, _Note(note.place, note.count))

    def _add(self, key: tuple[str, Worded], note: _Note) -> None:
        known = self.told.get(key)
        if known is not None:
            known.count += note.count
            return
        self.count += 1
        if len(self.told) < MAX_LISTED:
            self.told[key] = note


def _said_of(place: str, warning: Worded) -> Worded:
    """A warning about a place without that; any other as it is."""
    if warning.key == PLACED and warning.values["place"] == place:
        return cast("Worded", warning.values["said"])
    return warning


def _sentence(said: Worded, note: _Note) -> Worded:
    more = note.count - 1
    if note.place and more:
        return Worded("{place} and {count:,} more like it: {said}", place=note.place, count=more, said=said)
    if note.place:
        return placed(note.place, said)
    return Worded("{said} ({count:,} times)", said=said, count=note.count) if more else said
