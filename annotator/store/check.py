"""Checking a project: that the file is whole, and that what it says makes sense.

SQLite's own check finds a broken page, not a changed letter or a quote that is not what its span covers. One
document is read at a time, and nothing is changed.
"""

import sqlite3
from collections.abc import Callable, Iterator
from hashlib import sha256

import sqlite_utils
from msgspec import Struct
from msgspec.structs import replace

from annotator.core.errors import Phrase
from annotator.core.schema import LabelSet
from annotator.store import queries
from annotator.store.document_rules import DOCUMENT_RULES
from annotator.store.project_rules import PROJECT_RULES
from annotator.store.rules import Article, Mark, Project, Rule, Severity, Subject

RULES: tuple[Rule, ...] = (*PROJECT_RULES, *DOCUMENT_RULES)
"""Every rule. A name is for machines and stays."""


class Finding(Struct, frozen=True):
    """Something that is not as it should be."""

    rule: str
    """The name of a row of :data:`RULES`."""
    severity: Severity
    document: str
    """The name of the document it is in; empty if it is in none."""
    subject: str
    """What it is about: a quote, a row, a name."""
    sentence: Phrase


def check(
    database: sqlite_utils.Database, progress: Callable[[int, int], None] | None = None
) -> list[Finding]:
    """Everything that is not as it should be; nothing if all is well.

    ``progress`` is told the documents looked at and those there are; what it raises ends the check.
    """
    return list(_findings(database, progress))


def _findings(
    database: sqlite_utils.Database, progress: Callable[[int, int], None] | None
) -> Iterator[Finding]:
    damage: list[str] = []
    label_set = _label_set(database)
    project = Project(database, label_set)
    for rule in PROJECT_RULES:
        try:
            yield from (_finding(rule, found) for found in rule.find(project))
        except sqlite3.DatabaseError as error:
            damage.append(str(error))
    try:
        count = queries.document_count(database)
        for number, article in enumerate(_articles(project)):
            if progress is not None:
                progress(number, count)
            for document_rule in DOCUMENT_RULES:
                for found in document_rule.find(article):
                    yield _finding(document_rule, replace(found, document=article.name))
    except sqlite3.DatabaseError as error:
        damage.append(str(error))
    for reason in dict.fromkeys(damage):
        yield _finding(PROJECT_RULES[0], Subject(reason))


def _finding(rule: Rule, found: Subject) -> Finding:
    sentence = Phrase(rule.sentence, document=found.document, subject=found.subject, **found.values)
    return Finding(rule.name, rule.severity, found.document, str(found.subject), sentence)


def _label_set(database: sqlite_utils.Database) -> LabelSet | None:
    try:
        return queries.label_set(database)
    except (sqlite3.DatabaseError, ValueError, IndexError):
        return None


def _articles(project: Project) -> Iterator[Article]:
    database = project.database
    for (row_id,) in database.execute("SELECT id FROM document ORDER BY position, id").fetchall():
        name, length, text_sha256, content = database.execute(
            "SELECT name, length, text_sha256, CAST(content AS BLOB)"
            " FROM document LEFT JOIN text ON text.sha256 = text_sha256 WHERE document.id = ?",
            (row_id,),
        ).fetchone()
        text = None
        if content is not None and sha256(content).hexdigest() == text_sha256:
            text = content.decode(errors="replace")
        annotations = database.execute(
            'SELECT start, "end", quote, label_id, attributes FROM annotation'
            ' JOIN layer ON layer.id = layer_id WHERE document_id = ? ORDER BY start, "end" DESC',
            (row_id,),
        )
        zones = database.execute(
            'SELECT start, "end" FROM zone JOIN layer ON layer.id = layer_id WHERE document_id = ?',
            (row_id,),
        )
        predictions = database.execute(
            'SELECT start, "end", quote, label_id, attributes FROM prediction WHERE document_id = ?',
            (row_id,),
        )
        yield Article(
            project,
            name,
            length,
            text,
            [Mark(*row) for row in annotations.fetchall()],
            [Mark(*row) for row in zones.fetchall()],
            [Mark(*row) for row in predictions.fetchall()],
        )
