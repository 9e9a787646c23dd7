"""Where the person was: recent projects, the place in each, the window's shape. Apart from the settings.

Losing this file loses nothing but convenience, so whatever cannot be read counts as absent.
"""

import json
from pathlib import Path
from typing import Any

from platformdirs import user_state_path
from PySide6.QtCore import QByteArray, QSettings

_RECENT = 12


def default_path() -> Path:
    """Where the state of this person's sessions is kept."""
    return user_state_path("sanad", appauthor=False) / "session.ini"


class Session:
    """The state file."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    def recent(self) -> list[Path]:
        """The projects opened last, newest first."""
        found = self._read("recent", [])
        return [Path(item) for item in found if isinstance(item, str)] if isinstance(found, list) else []

    def remember(self, path: Path, uuid: str) -> None:
        """Put a project at the head of the recent ones."""
        others = [str(other) for other in self.recent() if other != path]
        recent = [str(path), *others][:_RECENT]
        self._write("uuids", {other: self.uuid_of(Path(other)) for other in recent} | {str(path): uuid})
        self._write("recent", recent)

    def uuid_of(self, path: Path) -> str:
        """The UUID of a recent project, which its backups go by even when it cannot be opened; or nothing."""
        found = self._read("uuids", {})
        uuid = found.get(str(path), "") if isinstance(found, dict) else ""
        return uuid if isinstance(uuid, str) else ""

    def forget(self, path: Path) -> None:
        """Take a project off the list of recent ones."""
        self._write("recent", [str(other) for other in self.recent() if other != path])

    def project(self, uuid: str) -> dict[str, Any]:
        """What is remembered about a project: ``reviewer`` and ``document`` uuids, ``places`` by document."""
        found = self._read(f"projects/{uuid}", {})
        return found if isinstance(found, dict) else {}

    def keep_project(self, uuid: str, state: dict[str, Any]) -> None:
        """Remember something about a project."""
        self._write(f"projects/{uuid}", state)

    def bytes(self, key: str) -> QByteArray:
        """The window's geometry, or its docks' state."""
        found = self._file.value(f"window/{key}")
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep_bytes(self, key: str, value: QByteArray) -> None:
        """Remember the window's geometry, or its docks' state."""
        self._file.setValue(f"window/{key}", value)

    def text(self, key: str) -> str:
        """A remembered text, such as the folder last exported to; empty if there is none."""
        found = self._read(f"texts/{key}", "")
        return found if isinstance(found, str) else ""

    def keep_text(self, key: str, value: str) -> None:
        """Remember a text."""
        self._write(f"texts/{key}", value)

    def flush(self) -> None:
        """Write what has been remembered to disk."""
        self._file.sync()

    def _read(self, key: str, default: object) -> object:
        stored = self._file.value(key)
        if not isinstance(stored, str):
            return default
        try:
            return json.loads(stored)
        except ValueError:
            return default

    def _write(self, key: str, value: object) -> None:
        self._file.setValue(key, json.dumps(value))
