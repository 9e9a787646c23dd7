"""Finding a reviewer by name."""

import sqlite_utils

from annotator.core.errors import UserError
from annotator.store import queries


def reviewer_id(database: sqlite_utils.Database, name: str | None) -> int:
    """The row id of the reviewer with a name; without one, of the first.

    Raises:
        UserError: there is no such reviewer.
    """
    known = {item.name: item.id for item in queries.reviewers(database)}
    if name is None:
        return next(iter(known.values()))
    if name not in known:
        raise UserError(
            "There is no reviewer “{name}” in this project; there are: {known}.",
            name=name,
            known=", ".join(known),
        )
    return known[name]
