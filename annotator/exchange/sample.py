"""The sample project: the five seed articles, the first of them annotated."""

from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from msgspec.structs import replace

from annotator.exchange.importer import Importer
from annotator.exchange.importing import read_file
from annotator.formats.bundle import Bundle
from annotator.formats.scheme import read_scheme
from annotator.resources import RESOURCES, SEEDS
from annotator.store.project import Project
from annotator.store.queries import reviewers

REVIEWER = "sample"
"""The one whose layer article 000 carries, and whom the project belongs to."""


def make_sample(path: Path) -> None:
    """Make the reader's own copy of the sample as a new project.

    Raises:
        UserError: something is at ``path`` already, or it cannot be written.
    """
    definition = read_scheme(RESOURCES / "schemes" / "standard.json")
    (gold,) = read_file(SEEDS / "gold" / "000.jsonl")
    with Project.create(path, definition, REVIEWER) as project:
        reviewer = reviewers(project.database)[0]
        importer = Importer(project, reviewer.id)
        with project.bulk("import", path.name, reviewer.id):
            for file in sorted(SEEDS.glob("*.txt")):
                (article,) = read_file(file)
                importer.add(_known(article, gold))


def _known(article: Bundle, gold: Bundle) -> Bundle:
    """An article as the gold line knows it, or under a UUID that every copy of the sample shares."""
    document = article.document
    if document.text_sha256 != gold.document.text_sha256:
        uuid = str(uuid5(NAMESPACE_URL, f"sanad:sample:{document.text_sha256}"))
        return replace(article, document=replace(document, uuid=uuid))
    known = replace(gold.document, encoding=document.encoding, bytes_sha256=document.bytes_sha256)
    return replace(gold, document=known)
