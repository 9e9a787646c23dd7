"""Where the program finds the data it ships: ``resources/`` and ``seeds/``.

In a checkout both stand beside the package; in an installed wheel they are inside it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "_data"
_BASE = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent

RESOURCES = _BASE / "resources"
SEEDS = _BASE / "seeds"
