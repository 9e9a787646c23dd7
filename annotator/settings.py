"""What a person may set, one frozen row each, and the small file of what differs from the defaults.

The file is TOML and sparse: a setting left at its default is not written, so a later version may choose a
better default. It may be edited by hand; what cannot be used is put aside with a warning.
"""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path

Value = str | int | float


@dataclass(frozen=True)
class Setting:
    """One thing that can be set."""

    id: str
    default: Value
    title: str
    """What the window calls it, in English; the window translates it."""
    choices: tuple[tuple[str, str], ...] = ()
    """For a choice: each value with its title."""
    minimum: float = 0
    maximum: float = 0
    step: float = 1
    unit: str = ""

    def refusal(self, value: object) -> str | None:
        """Why a value cannot be used, as a sentence, or ``None`` if it can."""
        if isinstance(self.default, str):
            return self._text_refusal(value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return f"{self.id} must be a number."
        if isinstance(self.default, int) and value != int(value):
            return f"{self.id} must be a whole number."
        if not self.minimum <= value <= self.maximum:
            return f"{self.id} must be from {self.minimum:g} to {self.maximum:g}."
        return None

    def _text_refusal(self, value: object) -> str | None:
        if not isinstance(value, str):
            return f"{self.id} must be text."
        allowed = [choice for choice, _ in self.choices]
        if allowed and value not in allowed:
            return f"{self.id} must be one of {', '.join(allowed)}."
        return None


SETTINGS = (
    Setting(
        "language",
        "system",
        "Language of the window",
        choices=(("system", "As the system"), ("en", "English"), ("ar", "العربية")),
    ),
    Setting(
        "theme",
        "system",
        "Colours",
        choices=(("system", "As the system"), ("light", "Light"), ("dark", "Dark")),
    ),
    Setting(
        "digits",
        "western",
        "Digits in counts",
        choices=(("western", "1 2 3"), ("arabic", "١ ٢ ٣")),
    ),
    Setting(
        "invisibles",
        "hidden",
        "Invisible characters",
        choices=(("hidden", "Hidden"), ("shown", "Shown as badges")),
    ),
    Setting(
        "proposals",
        "on",
        "Proposals",
        choices=(("on", "Made, and figures filled in"), ("off", "Not made")),
    ),
    Setting(
        "label_bar",
        "shown",
        "Labels beside what the mouse selects",
        choices=(("shown", "Shown"), ("hidden", "Hidden")),
    ),
    Setting(
        "backups",
        "on",
        "Backup when a project is opened",
        choices=(("on", "Made, if anything has changed"), ("off", "Not made")),
    ),
    Setting("font_family", "Noto Naskh Arabic", "Typeface of the article"),
    Setting("font_size", 17, "Size of the article", minimum=8, maximum=72, unit="pt"),
    Setting("line_height", 1.7, "Line height", minimum=1.0, maximum=3.0, step=0.1),
    Setting("measure", 68, "Longest line", minimum=30, maximum=160, step=2, unit="characters"),
)
"""Every setting, in the order the dialog shows them."""

BY_ID = {setting.id: setting for setting in SETTINGS}


def default_path() -> Path:
    """Where the settings of this person are kept."""
    return user_config_path("sanad", appauthor=False) / "settings.toml"


class Settings:
    """The values of all settings."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.warnings: list[str] = []
        """Sentences about what in the file could not be used."""
        self._values: dict[str, Value] = {}
        self._read()

    def value(self, setting_id: str) -> Value:
        """The value of a setting."""
        return self._values.get(setting_id, BY_ID[setting_id].default)

    def text(self, setting_id: str) -> str:
        """The value of a setting that is text or a choice."""
        return str(self.value(setting_id))

    def number(self, setting_id: str) -> float:
        """The value of a setting that is a number."""
        return float(self.value(setting_id))

    def set(self, setting_id: str, value: Value) -> None:
        """Change a setting and write the file.

        Raises:
            ValueError: the setting cannot have this value.
            OSError: the file cannot be written; the value holds until the program ends.
        """
        setting = BY_ID[setting_id]
        refusal = setting.refusal(value)
        if refusal:
            raise ValueError(refusal)
        self._values[setting_id] = value
        if value == setting.default:
            del self._values[setting_id]
        self._write()

    def _read(self) -> None:
        try:
            found = tomllib.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            self.warnings.append(f"{self.path} cannot be read, so every setting is at its default: {error}.")
            return
        for name, value in found.items():
            refusal = BY_ID[name].refusal(value) if name in BY_ID else f"{name} is not a setting."
            if refusal:
                self.warnings.append(f"{self.path}: {refusal}")
            else:
                self._values[name] = value

    def _write(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_name(self.path.name + ".new")
        beside.write_text("".join(self._lines()), encoding="utf-8", newline="\n")
        beside.replace(self.path)

    def _lines(self) -> Iterator[str]:
        for setting in SETTINGS:
            if setting.id in self._values:
                # A JSON string, escaped to ASCII, is a TOML string; so are JSON's numbers.
                yield f"{setting.id} = {json.dumps(self._values[setting.id])}\n"
