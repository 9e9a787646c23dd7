"""A plan: an edit of the label set that changes annotations with it, maybe very many.

It is carried out by :func:`annotator.store.relabelling.carry_out`, as one undo step.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from msgspec import Struct

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.edits.common import project_edit
from annotator.core.records import AnyRecord

BATCH = 500
"""How many changed records one transaction of a plan holds at most, besides the label set's own."""


class Reach(Struct, frozen=True, kw_only=True):
    """Which records a plan is about; nothing chosen means none of that type."""

    label_ids: tuple[int, ...] = ()
    """Annotations and predictions of these labels …"""
    annotation_ids: tuple[int, ...] | None = None
    """… if it is given, of these annotations only …"""
    attribute: str | None = None
    """… if it is given, only those that carry this attribute …"""
    value: str | None = None
    """… and if it is given, only with this value."""
    with_attached: bool = False
    """Whether the relations that touch those annotations, and what is said on them, are in it."""
    with_entities: bool = False
    """Whether the entities of the labels are in it, and what mentions them."""
    relation_type_ids: tuple[int, ...] = ()
    """Relations of these types."""
    zone_kind_ids: tuple[int, ...] = ()
    """Zones of these kinds."""


class Plan(Struct, frozen=True, kw_only=True):
    """What becomes of the label set, and of the records within reach."""

    name: str
    subject: str
    changes: tuple[Change, ...]
    """Those of the label set itself; its version goes up by one."""
    reach: Reach
    turn: Callable[[AnyRecord], Iterable[Change]]
    """The changes that a record within reach comes to."""
    confirmed: int | None = None
    """How many annotations a person has agreed to change; with another number it is not carried out."""

    def transactions(self, context: EditContext, records: Iterable[AnyRecord]) -> Iterator[Transaction]:
        """The plan as transactions, made as they are asked for; the first one changes the label set."""
        changes = chain.from_iterable(map(self.turn, records))
        part = [*self.changes, *islice(changes, BATCH)]
        while part:
            yield project_edit(context, self.name, part, self.subject)
            part = list(islice(changes, BATCH))
