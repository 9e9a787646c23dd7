"""The sample project: five seed articles, the first annotated, the same for everyone."""

import pytest

from annotator.core.errors import UserError
from annotator.exchange.exporting import export_project
from annotator.exchange.sample import REVIEWER, make_sample, own_sample, sample_folder
from annotator.resources import SEEDS
from annotator.store import queries
from annotator.store.project import Project


def test_the_sample_has_the_five_articles_verbatim_and_the_layer_on_the_first(tmp_path):
    make_sample(tmp_path / "s.sanad")
    with Project.open(tmp_path / "s.sanad") as project:
        database = project.database
        documents = queries.documents(database)
        files = sorted(SEEDS.glob("*.txt"))
        assert [item.name for item in documents] == [file.name for file in files]
        assert [queries.text(database, item.text_sha256).encode() for item in documents] == [
            file.read_bytes() for file in files
        ]
        assert all(item.bytes_sha256 == item.text_sha256 for item in documents)
        assert [reviewer.name for reviewer in queries.reviewers(database)] == [REVIEWER]
        summaries = queries.summaries(database, queries.reviewers(database)[0].id)
        assert [(item.status, item.annotations) for item in summaries] == [("done", 112), *[("new", 0)] * 4]
        assert len(queries.entities(database)) == 25


def test_an_article_has_the_title_source_and_date_that_it_states_itself(tmp_path):
    make_sample(tmp_path / "s.sanad")
    with Project.open(tmp_path / "s.sanad") as project:
        documents = queries.documents(project.database)
        texts = [queries.text(project.database, item.text_sha256) for item in documents]
    assert [bool(item.title) for item in documents] == [True, False, True, True, True]
    assert all(
        item.title in text and item.source in text for item, text in zip(documents, texts, strict=True)
    )
    assert [item.source for item in documents] == ["", "أيلاف", "إيلاف", "euronews", ""]
    assert [item.published for item in documents] == ["2024-01-27", "", "", "2024-01-27", ""]


def test_the_sample_exports_the_sample_line(tmp_path):
    make_sample(tmp_path / "s.sanad")
    with Project.open(tmp_path / "s.sanad") as project:
        export_project(project, tmp_path / "gold")
    assert (tmp_path / "gold" / "gold.jsonl").read_bytes() == (SEEDS / "gold" / "000.jsonl").read_bytes()


def test_every_copy_has_the_same_documents(tmp_path):
    found = []
    for name in ("a", "b"):
        make_sample(tmp_path / f"{name}.sanad")
        with Project.open(tmp_path / f"{name}.sanad") as project:
            found.append(queries.documents(project.database))
    assert found[0] == found[1]


def test_the_sample_does_not_overwrite_a_project(tmp_path):
    path = own_sample(tmp_path / "new" / "folder")
    before = path.read_bytes()
    assert own_sample(tmp_path / "new" / "folder") == path
    assert path.read_bytes() == before
    with pytest.raises(UserError, match="exists already"):
        make_sample(path)


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="cannot be made"):
        own_sample(tmp_path / "file" / "folder")


def test_the_folder_of_the_sample_can_be_chosen(tmp_path, monkeypatch):
    monkeypatch.setenv("SANAD_SAMPLE_DIR", str(tmp_path))
    assert sample_folder() == tmp_path
    monkeypatch.delenv("SANAD_SAMPLE_DIR")
    assert sample_folder().name == "sample"
