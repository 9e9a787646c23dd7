"""Articles for the tests of the search."""

from hashlib import sha256

from annotator.core.change import Change, Transaction
from annotator.core.records import Document
from annotator.store import queries
from annotator.store.project import Project


def add(project: Project, *texts: str) -> None:
    """Documents with these texts."""
    context = project.context(1)
    last = queries.last_position(project.database)
    documents = [
        Document(
            id=context.new_id(),
            uuid=context.new_uuid(),
            name=f"{number}.txt",
            position=number,
            text_sha256=sha256(text.encode()).hexdigest(),
            length=len(text),
        )
        for number, text in enumerate(texts, last + 1)
    ]
    changes = tuple(Change(None, document) for document in documents)
    project.apply(Transaction("import", changes, 1, context.at, ""), texts)
