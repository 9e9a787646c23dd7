"""What happens to a project, as values.

A :class:`Transaction` is the undo step, the audit row and the event that every view hears.
Precedents: ProseMirror's ``Step`` (a change is a value that can be inverted), Anki's ``OpChanges``.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

from msgspec import Struct

from annotator.core.records import AnyRecord, Record

R = TypeVar("R", bound=Record)


class Change(Struct, frozen=True):
    """One record added (no ``before``), removed (no ``after``) or replaced."""

    before: AnyRecord | None
    after: AnyRecord | None

    @property
    def record(self) -> AnyRecord:
        """The record as it is after the change, or as it was if the change removes it."""
        record = self.after if self.after is not None else self.before
        if record is None:
            raise ValueError("a change needs a record before or after")
        return record

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.after, self.before)


class Transaction(Struct, frozen=True):
    """Changes that happen together or not at all, with their name, author and time."""

    name: str
    """What was done, a word of :data:`annotator.core.edits.NAMES`; the window translates it."""
    changes: tuple[Change, ...]
    reviewer_id: int
    at: str
    """ISO 8601 in UTC."""
    subject: str = ""
    """What it was done to, for people: a quote, a document's name, a count."""

    def inverse(self) -> "Transaction":
        """The transaction that takes this one back."""
        changes = tuple(change.inverse() for change in reversed(self.changes))
        return Transaction(self.name, changes, self.reviewer_id, self.at, self.subject)

    def of(self, kind: type[R]) -> Iterator[tuple[R | None, R | None]]:
        """The changes to one type of record, as (before, after)."""
        for change in self.changes:
            if isinstance(change.record, kind):
                yield change.before, change.after  # type: ignore[misc]  # a change never mixes types


class EditContext(Struct, frozen=True):
    """What an edit needs from outside the core: who, when, and fresh identities."""

    reviewer_id: int
    at: str
    """ISO 8601 in UTC."""
    new_id: Callable[[], int]
    new_uuid: Callable[[], str]
