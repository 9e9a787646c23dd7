"""A label set as the codes of REFI-QDA: a tree; the kinds of zones stand below a code of their own."""

import re
from dataclasses import dataclass, field

from annotator.core.schema import SchemeDefinition
from annotator.formats.refi_qda.names import LEVELS, ZONES_GUID, element, guid_of, text_element

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_ZONES = "Zones"


@dataclass
class _Code:
    guid: str
    name: str
    codable: bool = False
    colour: str = ""
    description: str = ""
    below: dict[str, "_Code"] = field(default_factory=dict)

    def written(self) -> str:
        inside = [text_element("Description", self.description)] if self.description else []
        inside += [code.written() for code in self.below.values()]
        return element(
            "Code",
            inside,
            guid=self.guid,
            name=self.name,
            isCodable="true" if self.codable else "false",
            color=self.colour if _COLOUR.fullmatch(self.colour) else None,
        )


class Codes:
    """The codes of a label set, and of labels that are used without standing in it."""

    def __init__(self, scheme: SchemeDefinition) -> None:
        self._top: dict[str, _Code] = {}
        self._labels: dict[str, _Code] = {}
        self._zones = _Code(ZONES_GUID, _ZONES)
        for label in scheme.labels:
            code = self._label(label.name)
            code.colour, code.description = label.colour, label.description
        for zone in scheme.zones:
            self.zone(zone.name)

    def label(self, name: str) -> str:
        """The GUID of a label's code."""
        return self._label(name).guid

    def zone(self, kind: str) -> str:
        """The GUID of a zone kind's code."""
        code = self._zones.below.setdefault(kind, _Code(guid_of("zone", kind), kind, codable=True))
        return code.guid

    def written(self) -> str:
        """The element Codes; empty if there is none."""
        codes = [code.written() for code in self._top.values()]
        if self._zones.below:
            codes.append(self._zones.written())
        return element("Codes", codes) if codes else ""

    def _label(self, name: str) -> _Code:
        code = self._labels.get(name)
        if code is None:
            code = self._labels[name] = self._below(self._top, _levels(name))
            code.codable = True
        return code

    def _below(self, codes: dict[str, _Code], levels: list[str]) -> _Code:
        path = ""
        for level in levels:
            path = f"{path}{LEVELS}{level}" if path else level
            code = codes.setdefault(level, _Code(guid_of("label", path), level))
            codes = code.below
        return code


def _levels(name: str) -> list[str]:
    levels = name.split(LEVELS)
    return levels if all(level.strip() for level in levels) else [name]
