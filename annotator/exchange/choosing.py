"""What of a project goes out: which documents, which layers of them, which annotations.

Relations follow what is left: one goes out if both its ends do; comparisons and entities likewise.
"""

from typing import Literal

from msgspec import Struct

from annotator.core.records import Status

Layers = Literal["all", "reviewers", "adjudicated", "best"]
"""Everybody's; reviewers'; adjudicated ones; or of each document the adjudicated one, else the reviewers'."""
Empty = Literal["none", "begun", "all"]
"""What goes out without an annotation: nothing; layers that are begun; documents without a layer as well."""


class Selection(Struct, frozen=True, kw_only=True):
    """What a person chooses to go out. By default that is every layer there is."""

    statuses: tuple[Status, ...] = ()
    """Layers go out that have one of these; empty: whatever they have."""
    layers: Layers = "all"
    reviewers: tuple[str, ...] = ()
    """With ``reviewers`` and ``best``: names of those whose layers go out; empty: everybody's."""
    labels: tuple[str, ...] = ()
    """Names of the labels whose annotations go out; empty: all."""
    without_zones: tuple[str, ...] = ()
    """Kinds of zones; annotations inside them are left out. The zones themselves stay."""
    empty: Empty = "begun"

    @property
    def everything(self) -> bool:
        """Whether nothing is left out by choice, but for documents that nobody has begun."""
        return self == Selection() or self == Selection(empty="all")
