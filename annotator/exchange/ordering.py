"""What a person orders of an export, what is shown of it beforehand, and what is told of it afterwards."""

from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from annotator.core.errors import UserError
from annotator.exchange.choosing import LeftOut, Selection
from annotator.exchange.dataset import Unfinished
from annotator.exchange.splitting import Splits
from annotator.formats.format import Format, Lost
from annotator.formats.losing import Loss
from annotator.formats.options import Options, choose
from annotator.formats.registry import format_named

__all__ = [
    "GOLD",
    "Count",
    "ExportReport",
    "LeftOut",
    "Makes",
    "Order",
    "Preview",
    "Selection",
    "Splits",
    "Unfinished",
]

GOLD = "gold"
Makes = Literal["file", "folder", "zip"]


class Order(Struct, frozen=True, kw_only=True):
    """What goes out, and as what.

    What it makes is a file, a folder or a zip archive, as :meth:`makes` says: gold, formats of many files and
    everything that is split make a folder; ``zipped`` puts that folder, or the one file, into an archive.
    """

    format: str = GOLD
    """Name of a format that is written."""
    options: dict[str, bool | int | str] = {}
    """Of that format; those not named have their defaults."""
    selection: Selection = Selection()
    splits: Splits | None = None
    """Into which parts the documents go; ``None``: they stay together."""
    zipped: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The order as plain values that JSON can hold, to be remembered."""
        plain: dict[str, Any] = msgspec.to_builtins(self)
        return plain

    @classmethod
    def from_dict(cls, plain: object) -> "Order":
        """The order that :meth:`to_dict` made.

        Raises:
            UserError: it is none, or names a format or an option that is not there.
        """
        try:
            order = msgspec.convert(plain, cls)
        except msgspec.ValidationError as error:
            raise UserError("The export that was kept cannot be read: {reason}.", reason=error) from error
        order.chosen()
        return order

    @property
    def kind(self) -> Format:
        """The format.

        Raises:
            UserError: there is none of that name, or Sanad does not write it.
        """
        kind = format_named(self.format)
        if kind.write is None:
            raise UserError(
                "Sanad reads “{format}” and does not write it; choose another format.", format=kind.name
            )
        return kind

    def chosen(self) -> Options:
        """The options, checked.

        Raises:
            UserError: there is no such format, no such option, or it cannot have that value.
        """
        return choose(self.kind.writing, self.options)

    @property
    def makes(self) -> Makes:
        """What comes into being."""
        if self.zipped:
            return "zip"
        kind = self.kind
        return "file" if kind.one_file and kind.name != GOLD and self.splits is None else "folder"

    def suffix(self) -> str:
        """What the target's name ends in, with the dot; empty for a folder."""
        makes = self.makes
        return ".zip" if makes == "zip" else self.kind.suffixes[0] if makes == "file" else ""


class ExportReport(Struct, frozen=True, kw_only=True):
    """What an export holds, and what it does not."""

    target: Path
    """The file, folder or archive that was written."""
    report: Path | None = None
    """The file beside the target that says all this; ``None`` if a ``manifest.json`` inside it does."""
    documents: int
    lines: int
    """Documents with one layer each, counted once for every layer."""
    annotations: int
    relations: int
    comparisons: int
    left_out: tuple[LeftOut, ...]
    """Documents that are not in it, with the reason."""
    unfinished: tuple[Unfinished, ...]
    """Layers that are in it although they are not done."""
    in_zones: int = 0
    """Annotations left out because they lie inside zones of the chosen kinds."""
    of_other_labels: int = 0
    """Annotations left out because they have none of the chosen labels."""
    lost: dict[Loss, int] = {}
    """What the format could not hold, and how many times."""
    uncounted: tuple[Loss, ...] = ()
    """What else it does not hold, of which no number is told."""
    examples: tuple[Lost, ...] = ()
    """The first of the things that were dropped or changed in form."""
    parts: dict[str, int] = {}
    """Documents in each part (``train``, ``dev``, ``test``); empty if it was not split. One with none has no
    file."""

    @property
    def without_file(self) -> tuple[str, ...]:
        """The parts for which no document was left."""
        return tuple(name for name, count in self.parts.items() if not count)

    @property
    def folder(self) -> Path:
        """The same as ``target``."""
        return self.target


class Count(Struct, frozen=True):
    """How much there is."""

    documents: int
    layers: int
    annotations: int


class Preview(Struct, frozen=True, kw_only=True):
    """What an order would make."""

    first_record: str
    """How the output begins: the first document that has annotations, cut short, as the format writes it.
    Empty if nothing goes out, or if the format is not text."""
    before: Count
    """What the project holds."""
    after: Count
    """What of it goes out."""
    losses: dict[Loss, int]
    """What the format will not hold, and how many times; ``losing.SENTENCES`` says each."""
    uncounted: tuple[Loss, ...] = ()
    """What else it will not hold, of which no number is told."""
    examples: tuple[Lost, ...] = ()
    parts: dict[str, int] = {}
    """Documents in each part, if it is split and all were looked at."""
    whole: bool = True
    """Whether all documents were looked at; not if it was cancelled."""
