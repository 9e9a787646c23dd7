"""A project with the standard label set, and small bundles for it."""

import itertools
from hashlib import sha256

import pytest

from annotator.exchange.importing import import_files
from annotator.formats.bundle import BundleAnnotation, BundleDocument, BundleLayer, BundleRelation, BundleZone
from annotator.formats.gold import write_comparisons, write_entities, write_line
from annotator.formats.scheme import read_scheme
from annotator.resources import RESOURCES
from annotator.store import queries
from annotator.store.project import Project

TEXT = "قال وزير الدفاع إن 2500 جندي وصلوا 😀 أمس.\r\n\u00a0وأضاف…"


@pytest.fixture
def definition():
    return read_scheme(RESOURCES / "schemes" / "standard.json")


@pytest.fixture
def project(tmp_path, definition):
    with Project.create(tmp_path / "p.sanad", definition, "ع") as opened:
        yield opened


@pytest.fixture
def reviewer_id(project):
    return queries.reviewers(project.database)[0].id


@pytest.fixture
def bring(project, reviewer_id):
    """Imports files into the project."""
    return lambda *paths, **options: import_files(project, reviewer_id, paths, **options)


@pytest.fixture
def document():
    """Makes documents, by default each with a UUID of its own."""
    numbers = itertools.count(1)

    def make(text=TEXT, **changes):
        uuid = f"00000000-0000-4000-8000-{next(numbers):012x}"
        digest = sha256(text.encode()).hexdigest()
        return BundleDocument(
            **{"uuid": uuid, "name": "a.txt", "text": text, "text_sha256": digest} | changes
        )

    return make


@pytest.fixture
def layer():
    """Makes layers with an actor, a figure that says how many, a relation and a zone; ids never repeat."""
    numbers = itertools.count(1)

    def fresh():
        return f"11111111-0000-4000-8000-{next(numbers):012x}"

    def make(reviewer="ع", text=TEXT, actor=None, figure=None, **changes):
        number = text.index("2500")
        minister = {"uuid": fresh(), "label": "actor", "start": 4, "end": 15, "attributes": {"role": "وزير"}}
        soldiers = {"uuid": fresh(), "label": "figure", "start": number, "end": number + 4}
        annotations = [minister | (actor or {}), soldiers | {"attributes": {"value": 2500}} | (figure or {})]
        made = tuple(
            BundleAnnotation(quote=text[item["start"] : item["end"]], **item) for item in annotations
        )
        link = BundleRelation(uuid=fresh(), type="same_as", source=made[1].uuid, target=made[0].uuid)
        zone = BundleZone(start=0, end=3, kind="headline")
        given = {"reviewers": (reviewer,), "updated": "2026-11-21T18:00:00Z", "status": "done"}
        given |= {"annotations": made, "relations": (link,), "zones": (zone,)}
        return BundleLayer(**given | changes)

    return make


@pytest.fixture
def gold_file(tmp_path):
    """Writes documents with layers to a gold file, and entities beside it."""

    def write(*pairs, entities=(), comparisons=(), folder="gold"):
        path = tmp_path / folder / "gold.jsonl"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"".join(write_line(*pair) for pair in pairs))
        if entities:
            path.with_name("entities.jsonl").write_bytes(b"".join(write_entities(entities)))
        if comparisons:
            path.with_name("comparisons.jsonl").write_bytes(b"".join(write_comparisons(comparisons)))
        return path

    return write


@pytest.fixture
def articles(tmp_path):
    """Writes articles to files, by name."""

    def write(**texts):
        paths = []
        for name, text in texts.items():
            paths.append(tmp_path / f"{name}.txt")
            paths[-1].write_bytes(text if isinstance(text, bytes) else text.encode())
        return paths

    return write
