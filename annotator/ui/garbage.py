"""Times at which Python is not to look for garbage.

It looks in whatever thread happens to make an object too many. What it finds may be widgets, which Qt allows
to go in the main thread only.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_held_back = 0
"""How many have asked for it."""


@contextmanager
def none_collected() -> Iterator[None]:
    """Let no garbage be collected in the meantime, in any thread."""
    hold_back()
    try:
        yield
    finally:
        let_go()


def hold_back() -> None:
    """Let no garbage be collected until :func:`let_go`; for the main thread, before another one works."""
    global _held_back  # noqa: PLW0603  # one collector, one count
    _held_back += 1
    gc.disable()


def let_go() -> None:
    """Let garbage be collected again, once all who held it back let go."""
    global _held_back  # noqa: PLW0603
    _held_back -= 1
    if not _held_back:
        gc.enable()
