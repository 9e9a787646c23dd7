"""What a project tells of its changes, and to whom."""

from collections.abc import Callable
from contextlib import suppress

from msgspec import Struct

from annotator.core.change import Transaction


class Bulk(Struct, frozen=True):
    """Told instead of a transaction when too much changed to list: read again what is shown."""

    name: str
    subject: str


Event = Transaction | Bulk
Listener = Callable[[Event], None]


class Listeners:
    """Functions that are called after each change."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def add(self, listener: Listener) -> Callable[[], None]:
        """Call a function after each change from now on; returns what ends that."""
        self._listeners.append(listener)

        def remove() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return remove

    def tell(self, event: Event) -> None:
        """Tell every listener, whatever another does; then let the first error out."""
        errors = []
        for listener in tuple(self._listeners):
            try:
                listener(event)
            except Exception as error:  # noqa: BLE001  # raised below
                errors.append(error)
        if errors:
            raise errors[0]
