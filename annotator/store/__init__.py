"""The project file: one SQLite database, changed by one function, :meth:`Project.apply`."""

import importlib
import sys

_HEAVY = ("numpy", "pandas")


def _import_alone() -> None:
    """Import sqlite-utils without numpy and pandas.

    It loads them where they are installed, which takes half a second, for kinds of values we do not have.
    """
    hidden = [] if "sqlite_utils" in sys.modules else [name for name in _HEAVY if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]  # what makes an import fail
    try:
        importlib.import_module("sqlite_utils")
    finally:
        for name in hidden:
            del sys.modules[name]


_import_alone()
