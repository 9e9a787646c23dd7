"""What a rule about a project is, and what it sees."""

import json
from collections.abc import Callable, Iterator
from typing import Any, Literal

import sqlite_utils
from msgspec import Struct

from annotator.core.errors import Phrase
from annotator.core.schema import LabelSet

Severity = Literal["error", "warning"]


class Subject(Struct, frozen=True):
    """What a rule has found something about, and the values its sentence needs."""

    subject: str | Phrase
    document: str = ""
    values: dict[str, object] = {}


class Project(Struct, frozen=True):
    """What the rules see of a project: its database, and its label set if that can be read."""

    database: sqlite_utils.Database
    label_set: LabelSet | None

    def rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one at a time."""
        yield from self.database.execute(sql)


class Article(Struct, frozen=True):
    """What the rules see of a document."""

    project: Project
    name: str
    length: int
    text: str | None
    """``None`` if it is missing or not what its hash says."""
    annotations: list["Mark"]
    zones: list["Mark"]
    predictions: list["Mark"]


class Mark(Struct, frozen=True):
    """An annotation, a zone or a prediction, as it stands in the file."""

    start: int
    end: int
    quote: str = ""
    label_id: int = 0
    attributes: str = "{}"

    def about(self, **values: object) -> Subject:
        """A finding about it."""
        where = f"{self.start}–{self.end}"
        if not self.quote:
            return Subject(where, values=values)
        quoted = Phrase("“{quote}” at {where}", quote=shortened(self.quote), where=where)
        return Subject(quoted, values=values)

    def fits(self, text: str) -> bool:
        """Whether it lies in the text and is not empty."""
        return 0 <= self.start < self.end <= len(text)


class Rule(Struct, frozen=True):
    """One thing that must hold. Its finder gives what it does not hold for."""

    name: str
    severity: Severity
    sentence: str
    """May name ``{document}``, ``{subject}`` and the values that the finder gives."""


class ProjectRule(Rule, frozen=True):
    """A rule about the project as a whole."""

    find: Callable[[Project], Iterator[Subject]]


class DocumentRule(Rule, frozen=True):
    """A rule about one document at a time."""

    find: Callable[[Article], Iterator[Subject]]


def decoded(stored: str) -> object:
    """JSON from the file, or ``None`` if it is none."""
    try:
        return json.loads(stored)
    except ValueError:
        return None


def shortened(text: str) -> str:
    """Text on one line, cut if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
