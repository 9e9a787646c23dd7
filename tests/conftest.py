"""What tests share: a project and what goes into it, and the rule that a warning in the log is a failure."""

import logging
import os
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from annotator.core import edits
from annotator.core.change import Change, EditContext, Transaction
from annotator.core.records import Annotation, Document, Layer, Reviewer, Span
from annotator.core.schema import SchemeDefinition, read_definition
from annotator.resources import RESOURCES
from annotator.store import queries
from annotator.store.project import Project
from annotator.store.tables import SCHEMA

settings.register_profile(
    "sanad",
    deadline=None,  # machines differ, and some are shared
    max_examples=300 if os.environ.get("SANAD_THOROUGH") else 50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("sanad")

ARABIC = "قال مسؤول إن نحو 2500 جندي أميركي سيغادرون بغداد، وأضاف: «لا مفاوضات» مع F-16 ولا لا."
"""A text with a number, Latin letters, quotation marks, brackets to mirror and a lam-alef."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--thorough", action="store_true", help="run the tests marked thorough too")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "thorough: takes a minute or more; runs with --thorough")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--thorough"):
        skip = pytest.mark.skip(reason="takes long; run with --thorough")
        for item in items:
            if item.get_closest_marker("thorough"):
                item.add_marker(skip)


@pytest.fixture(scope="session")
def qapp(qapp: Any) -> Any:
    """The application in the program's look, which it keeps from test to test.

    Were its style sheet taken away between two tests, Qt would lose sight of a widget that was never shown
    and waits for the garbage collector: under the next sheet it would leave a pointer for Qt to crash on.
    """
    from annotator.ui import theme
    from annotator.ui.app import make_application

    make_application()
    theme.apply(qapp, theme.LIGHT)
    return qapp


@pytest.fixture
def dressed(qapp: Any) -> Iterator[Any]:
    """The application for a test that starts the program, and afterwards as it was."""
    from annotator.ui import phrases, theme, translation

    font, direction = qapp.font(), qapp.layoutDirection()
    yield qapp
    translation.install(qapp, "en")
    phrases.use_digits("western")
    theme.apply(qapp, theme.LIGHT)
    qapp.setFont(font)
    qapp.setLayoutDirection(direction)


@pytest.fixture(autouse=True)
def no_warnings_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that leaves a warning in the log; one that expects it clears ``caplog``."""
    yield
    logged = [
        record.getMessage()
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING
    ]
    if logged:
        pytest.fail(f"logged: {logged}")


@pytest.fixture(scope="session")
def definition() -> SchemeDefinition:
    """The standard label set."""
    return read_definition((RESOURCES / "schemes" / "standard.json").read_bytes())


@pytest.fixture
def make_project(tmp_path: Path, definition: SchemeDefinition) -> Iterator[Callable[..., Project]]:
    """Makes projects; all are closed after the test."""
    made: list[Project] = []

    def make(name: str = "project.sanad", reviewer: str = "مراجع") -> Project:
        project = Project.create(tmp_path / name, definition, reviewer)
        made.append(project)
        return project

    yield make
    for project in made:
        project.close()


@pytest.fixture
def project(make_project: Callable[..., Project]) -> Project:
    """An open project with the standard label set, one reviewer and no document."""
    return make_project()


@pytest.fixture
def reviewer(project: Project) -> Reviewer:
    """The reviewer of ``project``."""
    return queries.reviewers(project.database)[0]


class Desk:
    """One reviewer at work on a project: what a window does, in one line each."""

    def __init__(self, project: Project, reviewer_id: int = 1) -> None:
        self.project = project
        self.reviewer_id = reviewer_id

    def add(self, text: str = ARABIC, name: str = "article.txt") -> Document:
        """Add a document."""
        context = self.project.context(self.reviewer_id)
        document = Document(
            id=context.new_id(),
            uuid=context.new_uuid(),
            name=name,
            position=queries.last_position(self.project.database) + 1,
            text_sha256=sha256(text.encode()).hexdigest(),
            length=len(text),
        )
        self.project.apply(
            Transaction("import", (Change(None, document),), self.reviewer_id, context.at, name), [text]
        )
        return document

    def join(self, name: str) -> "Desk":
        """Add a reviewer, and sit them down."""
        context = self.project.context(self.reviewer_id)
        self.project.apply(edits.add_reviewer(context, name, queries.reviewers(self.project.database)))
        return Desk(self.project, queries.reviewers(self.project.database)[-1].id)

    def layer(self, document: Document) -> Layer:
        """The reviewer's layer of a document as it is now, or a new one."""
        found = queries.layer(self.project.database, document.id, self.reviewer_id)
        return found or edits.new_layer(self.context, document)

    def tag(self, document: Document, start: int, end: int, label: str = "actor") -> Annotation:
        """Tag a span."""
        text = queries.text(self.project.database, document.text_sha256)
        labels = self.project.label_set.label_by_name
        transaction = edits.tag(self.context, self.layer(document), text, Span(start, end), labels[label], 1)
        self.project.apply(transaction)
        return next(after for _before, after in transaction.of(Annotation) if after)

    def annotations(self, document: Document) -> list[Annotation]:
        """The annotations in the reviewer's layer."""
        return queries.annotations(self.project.database, self.layer(document).id)

    @property
    def context(self) -> EditContext:
        """What the reviewer's next edit needs."""
        return self.project.context(self.reviewer_id)


@pytest.fixture
def desk(project: Project, reviewer: Reviewer) -> Desk:
    """The reviewer of ``project`` at work."""
    return Desk(project, reviewer.id)


@pytest.fixture
def desk_at() -> type[Desk]:
    """Sits a reviewer (by row id; the first is 1) down at any project."""
    return Desk


_NOT_DUMPED = {"history", "history_part", "text"}


@pytest.fixture
def dump() -> Callable[[Project], dict[str, list[Any]]]:
    """Gives every row of a project but its history, texts, and counters."""

    def dump_of(project: Project) -> dict[str, list[Any]]:
        tables = sorted(set(SCHEMA) - _NOT_DUMPED)
        rows = {
            table: project.database.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
            for table in tables
        }
        rows["project"] = project.database.execute("SELECT uuid, created FROM project").fetchall()
        return rows

    return dump_of
