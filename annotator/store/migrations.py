"""The versions of the project file, and the way from each to the next.

A migration is a function of :data:`MIGRATIONS`; all that are needed run in one transaction together with the
new version number, after a backup has been made beside the project.
"""

from collections.abc import Callable

import sqlite_utils

from annotator.store.tables import create_statements

APPLICATION_ID = 0x53414E44
""""SAND" in the header of every project file (SQLite's ``application_id``)."""

VERSION = 1
"""The version of project file this program writes (SQLite's ``user_version``)."""

MIGRATIONS: dict[int, Callable[[sqlite_utils.Database], None]] = {}
"""By the version each starts from. Empty before the first release: there is no older file."""


def create_schema(database: sqlite_utils.Database) -> None:
    """Turn an empty database into an empty project of the newest version, within the caller's transaction."""
    for statement in create_statements():
        database.execute(statement)
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {VERSION}")


def migrate(database: sqlite_utils.Database, version: int) -> None:
    """Bring a project of an older version to the newest, within the caller's transaction.

    A migration that rebuilds a table leaves its SQL as :mod:`annotator.store.tables` has it.
    """
    for start in range(version, VERSION):
        MIGRATIONS[start](database)
    broken = database.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise ValueError(f"after the migration a row of {broken[0]} refers to one that is not there")
    database.execute(f"PRAGMA user_version = {VERSION}")
