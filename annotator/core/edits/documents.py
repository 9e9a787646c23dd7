"""Documents and the people who annotate them."""

from collections.abc import Iterable

from msgspec.structs import replace

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.edits.common import layer_edit
from annotator.core.errors import UserError
from annotator.core.records import Direction, Document, Layer, Reviewer, Status


def set_status(context: EditContext, layer: Layer, status: Status, name: str) -> Transaction:
    """Say how far a layer is; ``name`` is the document's."""
    return layer_edit(context, layer, "set status", [], f"{name}: {status}", status)


def set_direction(context: EditContext, document: Document, direction: Direction) -> Transaction:
    """Say in which base direction a document is read."""
    change = Change(document, replace(document, direction=direction))
    return Transaction("set direction", (change,), context.reviewer_id, context.at, document.name)


def add_reviewer(context: EditContext, name: str, reviewers: Iterable[Reviewer]) -> Transaction:
    """Add a person to the project.

    Raises:
        UserError: the name is empty or taken.
    """
    name = name.strip()
    if not name:
        raise UserError("A reviewer needs a name; type one.")
    if any(reviewer.name == name for reviewer in reviewers):
        raise UserError("There is already a reviewer named “{name}”; choose another name.", name=name)
    reviewer = Reviewer(id=context.new_id(), uuid=context.new_uuid(), name=name)
    return Transaction("add reviewer", (Change(None, reviewer),), context.reviewer_id, context.at, name)
