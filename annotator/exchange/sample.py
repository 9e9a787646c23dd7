"""The sample project: the five seed articles, the first of them annotated."""

import json
import os
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from msgspec.structs import replace
from platformdirs import user_data_path

from annotator.core.errors import UserError, why
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
        with project.bulk("import", path.name, reviewer.id, fixed=True):
            for file in sorted(SEEDS.glob("*.txt")):
                (article,) = read_file(file)
                importer.add(_known(article, gold))


def _known(article: Bundle, gold: Bundle) -> Bundle:
    """An article as the gold line knows it, or with what it says of itself, under one UUID in every copy."""
    document = article.document
    if document.text_sha256 != gold.document.text_sha256:
        uuid = str(uuid5(NAMESPACE_URL, f"sanad:sample:{document.text_sha256}"))
        facts = json.loads((SEEDS / "articles.json").read_bytes()).get(document.name, {})
        return replace(article, document=replace(document, uuid=uuid, **facts))
    known = replace(gold.document, encoding=document.encoding, bytes_sha256=document.bytes_sha256)
    return replace(gold, document=known)


def own_sample(folder: Path) -> Path:
    """The sample project in a person's folder, made there the first time.

    Raises:
        UserError: the folder cannot be written.
    """
    path = folder / "sample.sanad"
    if not path.exists():
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                "The folder “{folder}” for the sample cannot be made: {reason}.",
                folder=folder,
                reason=why(error),
            ) from error
        make_sample(path)
    return path


def sample_folder() -> Path:
    """Where a person's copy of the sample is kept: ``$SANAD_SAMPLE_DIR``, or a folder among their data."""
    chosen = os.environ.get("SANAD_SAMPLE_DIR")
    return Path(chosen) if chosen else user_data_path("sanad", appauthor=False) / "sample"
