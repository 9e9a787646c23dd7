"""A UIMA CAS in memory: feature structures by their ids, and what is known of their types.

It is read from XMI and from JSON CAS by :mod:`cas_xmi` and :mod:`cas_json`, and becomes bundles in
:mod:`cas_reading`; the other way round starts in :mod:`cas_writing`. Sanad has its own reader because the
names of types and features come from the file, and a library that makes classes of them runs what they say.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

ANNOTATION = "uima.tcas.Annotation"
DOCUMENT_ANNOTATION = "uima.tcas.DocumentAnnotation"
SOFA = "uima.cas.Sofa"
STRING = "uima.cas.String"
DOUBLE = "uima.cas.Double"
INTEGER = "uima.cas.Integer"
BOOLEAN = "uima.cas.Boolean"
TOP = "uima.cas.TOP"
INITIAL_VIEW = "_InitialView"

WHOLE_NUMBERS = frozenset(f"uima.cas.{name}" for name in ("Integer", "Long", "Short", "Byte"))
FRACTIONS = frozenset({"uima.cas.Float", DOUBLE})
_MAX_STEPS = 200
_WHOLE = re.compile(r"-?[0-9]{1,18}")


class Ref(Struct, frozen=True):
    """A feature's value that is another feature structure."""

    id: str


Feature = str | int | float | Ref | tuple["str | Ref", ...]


class Structure(NamedTuple):
    """A feature structure."""

    id: str
    type: str
    features: dict[str, Feature]


class Types:
    """Which type is a kind of which, and what its features hold."""

    def __init__(self) -> None:
        self.supertypes: dict[str, str] = {}
        self.features: dict[str, dict[str, str]] = {}
        self.range = lru_cache(maxsize=10_000)(self._range)
        self.is_a = lru_cache(maxsize=10_000)(self._is_a)

    def define(self, name: str, supertype: str, features: dict[str, str]) -> None:
        """Add a type; of one defined twice the features are put together."""
        self.supertypes[name] = supertype
        self.features.setdefault(name, {}).update(features)

    def _range(self, name: str, feature: str) -> str:
        """The type of a feature's values; empty if it is not known."""
        for kind in self._ancestry(name):
            if found := self.features.get(kind, {}).get(feature):
                return found
        return ""

    def _is_a(self, name: str, ancestor: str) -> bool:
        return ancestor in self._ancestry(name)

    def _ancestry(self, name: str) -> list[str]:
        found = [name]
        while len(found) < _MAX_STEPS and (above := self.supertypes.get(found[-1])):
            found.append(above)
        return found


class Cas(NamedTuple):
    """All a file holds."""

    types: Types
    structures: dict[str, Structure]
    texts: dict[str, tuple[str, str]]
    """Of each sofa by its id: name of the view, and text."""


def short(name: str) -> str:
    """The name of a type without its package."""
    return name.rpartition(".")[2]


def whole(value: object) -> int | None:
    """An offset or other whole number, written or as it is; ``None`` if it is none."""
    if type(value) is int:
        return value
    return int(value) if isinstance(value, str) and _WHOLE.fullmatch(value) else None
