"""What all edits of a label set share: the version they raise, and the names they check."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.edits.common import project_edit
from annotator.core.errors import UserError
from annotator.core.records import Label, RelationType, Scheme
from annotator.core.schema import LabelSet

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_KEY = re.compile(r"[1-9A-Za-z]")


def label_set_edit(
    context: EditContext, label_set: LabelSet, name: str, changes: Iterable[Change], subject: str
) -> Transaction:
    """A transaction on the label set; what is annotated from then on carries its new version."""
    return project_edit(context, name, [raised(label_set), *changes], subject)


def raised(label_set: LabelSet) -> Change:
    """The label set's version goes up by one."""
    return Change(label_set.scheme, next_scheme(label_set))


def next_scheme(label_set: LabelSet) -> Scheme:
    """The scheme with the version the label set has after this edit."""
    return replace(label_set.scheme, version=label_set.scheme.version + 1)


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name without blanks around it.

    Raises:
        UserError: it is empty or taken.
    """
    name = name.strip()
    if not name:
        raise UserError("A name is needed; type one.")
    if name in taken:
        raise UserError("The label set has “{name}” already; choose another name.", name=name)
    return name


def check_colour(colour: str) -> str:
    """The colour, if it is one.

    Raises:
        UserError: it is not ``#rrggbb``.
    """
    if not _COLOUR.fullmatch(colour):
        raise UserError("“{colour}” is no colour; write it as #rrggbb.", colour=colour)
    return colour


def free_key(key: str, label_set: LabelSet, besides: Label | None = None) -> str:
    """The key, if no other label has it; empty means none.

    Raises:
        UserError: it is neither a digit from 1 to 9 nor a Latin letter, or another label has it.
    """
    if key and not _KEY.fullmatch(key):
        raise UserError("“{key}” cannot be a label's key; choose 1 to 9 or a Latin letter.", key=key)
    for label in label_set.labels:
        if key and label.key.lower() == key.lower() and (besides is None or label.id != besides.id):
            raise UserError("“{key}” is the key of {label}; choose another key.", key=key, label=label.name)
    return key


def next_position(items: Iterable[Label]) -> int:
    """The position after all of these."""
    return max((item.position for item in items), default=-1) + 1


def with_ends(kind: RelationType, sources: tuple[int, ...], targets: tuple[int, ...]) -> list[Change]:
    """The change that gives a relation type other ends, if they are others."""
    changed = replace(kind, source_label_ids=sources, target_label_ids=targets)
    return [Change(kind, changed)] if changed != kind else []
