"""The settings as the window hears them change."""

import logging

from PySide6.QtCore import QObject, Signal

from annotator.settings import Settings, Value

log = logging.getLogger(__name__)


class Preferences(QObject):
    """Settings that tell when one of them changes."""

    changed = Signal(object)
    """The id of the setting."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        for warning in settings.warnings:
            log.warning("%s", warning)

    def text(self, setting_id: str) -> str:
        """The value of a setting that is text or a choice."""
        return self.settings.text(setting_id)

    def number(self, setting_id: str) -> float:
        """The value of a setting that is a number."""
        return self.settings.number(setting_id)

    def set(self, setting_id: str, value: Value) -> None:
        """Change a setting; a file that cannot be written costs only the memory of it."""
        if self.settings.value(setting_id) == value:
            return
        try:
            self.settings.set(setting_id, value)
        except OSError as error:
            log.warning("The settings could not be written: %s", error)
        self.changed.emit(setting_id)
