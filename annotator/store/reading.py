"""Reading a project from a worker, beside the window that writes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlite_utils

from annotator.store.connecting import connect
from annotator.store.failures import NOT_OPENED, explained


@contextmanager
def reading(path: Path) -> Iterator[sqlite_utils.Database]:
    """A read-only connection of the worker's own to a project that is open in this process.

    It sees what is committed. A statement that is not read to its end holds up the next tag, so each is
    fetched whole, and asks for no more than a few milliseconds' worth.

    Raises:
        UserError: the file cannot be read any more.
    """
    with explained(NOT_OPENED, path):
        connection = connect(path, read_only=True)
    try:
        yield sqlite_utils.Database(connection, execute_plugins=False)
    finally:
        connection.close()
