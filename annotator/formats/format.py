"""What a format is: how its files are known, read and written, and what it cannot hold."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Generic, NamedTuple

from msgspec import Struct

from annotator.core.errors import Phrase, UserError
from annotator.core.schema import SchemeDefinition
from annotator.formats.bundle import Bundle
from annotator.formats.losing import Loss
from annotator.formats.options import O, Options

MAX_LISTED = 1000
"""How many faults or losses are kept with their words; all are counted."""


class Reading(Generic[O]):
    """How a file is to be read, and what was wrong in it."""

    def __init__(self, options: O, *, encoding: str | None = None, skip: bool = False) -> None:
        self.options = options
        self.encoding = encoding
        """Of the text, as a person chose; ``None`` to detect it."""
        self.faults: list[UserError] = []
        """The first of them, if faults are skipped."""
        self.fault_count = 0
        self._skip = skip

    def fault(self, error: UserError) -> None:
        """Tell that one annotation, relation or row cannot be used; it is left out.

        Raises:
            UserError: that very error, if the person wants to stop at the first fault.
        """
        if not self._skip:
            error.skippable = True
            raise error
        self.fault_count += 1
        if len(self.faults) < MAX_LISTED:
            self.faults.append(error)


class Lost(NamedTuple):
    """One thing that did not go out, or not as it was."""

    loss: Loss
    document: str
    """Its name."""
    what: Phrase


class Writing(Generic[O]):
    """How files are to be written, and what got lost on the way."""

    def __init__(self, options: O, scheme: SchemeDefinition, *, several_layers: bool = False) -> None:
        self.options = options
        self.scheme = scheme
        """The label set, for formats that write it along."""
        self.several_layers = several_layers
        """Whether a document may come with more than one layer, one bundle after the other."""
        self.losses: list[Lost] = []
        self.loss_counts: Counter[Loss] = Counter()

    def lost(self, loss: Loss, document: str, what: Phrase) -> None:
        """Tell that a thing was dropped or changed in form; it is listed afterwards."""
        self.loss_counts[loss] += 1
        if len(self.losses) < MAX_LISTED:
            self.losses.append(Lost(loss, document, what))


class Part(NamedTuple):
    """Some bytes of a file that is being written; parts of one file follow one another."""

    name: str
    """The file's path inside the target, with ``/``; empty if the format writes a single file."""
    data: bytes


Reader = Callable[[Path, Reading[Any]], Iterator[Bundle]]
"""Reads a file, giving out bundles as they are asked for; raises UserError naming file and place."""

Writer = Callable[[Iterable[Bundle], Writing[Any]], Iterator[Part]]
"""Turns bundles into the parts of one file or of many, holding no more than one document in memory."""


def _nothing(_path: Path) -> tuple[Path, ...]:
    return ()


def _as_it_is(bundle: Bundle, _writing: Writing[Any]) -> Bundle:
    return bundle


def _all_of_it(bundle: Bundle, _options: Any) -> Bundle:  # noqa: ANN401  # the options of any format
    return bundle


def _no_more(_options: Any) -> frozenset[Loss]:  # noqa: ANN401  # the options of any format
    return frozenset()


class Format(Struct, frozen=True, kw_only=True):
    """A kind of file that articles or annotations come in or go out in."""

    name: str
    """What the command line calls it."""
    title: Phrase
    """What people call it."""
    suffixes: tuple[str, ...]
    """Lower case, with the dot. Formats may share one; then ``claims`` tells them apart."""
    claims: Callable[[Path, bytes], bool] | None = None
    """Whether a file is of this format, by its name and its first 4096 bytes; by default its suffix says."""
    companions: Callable[[Path], tuple[Path, ...]] = _nothing
    """Files that belong to a file of this format and are read with it, so they are not imported again."""
    read: Reader | None = None
    """``None`` if Sanad does not read it."""
    write: Writer | None = None
    """``None`` if Sanad does not write it."""
    shape: Callable[[Bundle, Writing[Any]], Bundle] = _as_it_is
    """Makes the losses of form (``losing.OF_FORM``): the bundle as the format can hold it. ``write`` calls it
    on each bundle; that it is a function of its own lets tests say what is lost, and nothing else."""
    unwritten: Callable[[Bundle, Any], Bundle] = _all_of_it
    """The bundle without what a file with such options holds elsewhere than in its place, as an attribute in
    that of the label. What is lost is counted in the rest."""
    one_file: bool = True
    """Whether it writes one file; else a folder of them."""
    reading: type[Options] = Options
    """What may be chosen when it is read."""
    writing: type[Options] = Options
    """What may be chosen when it is written."""
    loses: frozenset[Loss] = frozenset()
    """What a project holds and a file of this format does not, whatever else its options say."""
    lost_with: Callable[[Any], frozenset[Loss]] = _no_more
    """What more a file with such options does not hold."""
    kept_with: Callable[[Any], frozenset[Loss]] = _no_more
    """Which of these a file holds after all with such options, in fields of Sanad's own."""
    kept_aside: frozenset[Loss] = frozenset()
    """What a file holds only in fields of Sanad's own, which other tools ignore and may drop."""
    articles_only: bool = False
    """Whether it brings texts alone, with no annotations."""
    extra: str = ""
    """The optional extra of the package it needs; empty if it needs none."""

    def loses_with(self, options: Options) -> frozenset[Loss]:
        """What a file made with these options does not hold."""
        return (self.loses | self.lost_with(options)) - self.kept_with(options)

    def aside_with(self, options: Options) -> frozenset[Loss]:
        """What a file made with these options holds only in fields of Sanad's own."""
        return (self.kept_aside | self.kept_with(options)) - self.lost_with(options)


def needs(extra: str, title: Phrase) -> UserError:
    """What to say where the library of an optional extra is missing."""
    return UserError(
        "For {title} another library is needed; install it with: pip install 'sanad[{extra}]'.",
        title=title,
        extra=extra,
    )
