"""``sanad print``: a PDF file of annotated articles, without a window."""

import pypdfium2
import pytest
from click.testing import CliRunner

from annotator.cli import cli
from annotator.exchange.sample import make_sample


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "sample.sanad"
    make_sample(path)
    return path


def run(*arguments):
    return CliRunner().invoke(cli, [str(item) for item in arguments])


def pages(path):
    pdf = pypdfium2.PdfDocument(path)
    count = len(pdf)
    pdf.close()
    return count


def test_all_articles_are_written_or_those_named(project, tmp_path, qapp):
    done = run("print", project, "-o", tmp_path / "all.pdf")
    assert done.exit_code == 0, done.output
    assert f"{pages(tmp_path / 'all.pdf')} pages" in done.output
    assert (
        run("print", project, "-o", tmp_path / "one.pdf", "--article", "000_bcd96522789c3fe7.txt").exit_code
        == 0
    )
    assert 0 < pages(tmp_path / "one.pdf") < pages(tmp_path / "all.pdf")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--article", "nothing"), "There is no article “nothing”"),
        (("--reviewer", "nobody"), "There is no reviewer “nobody”"),
    ],
)
def test_what_is_not_there_is_told_and_nothing_is_written(project, tmp_path, arguments, told):
    done = run("print", project, "-o", tmp_path / "a.pdf", *arguments)
    assert done.exit_code == 2
    assert told in done.output
    assert not (tmp_path / "a.pdf").exists()


def test_a_project_is_never_replaced(project, tmp_path):
    before = project.read_bytes()
    (tmp_path / "link.pdf").hardlink_to(project)
    for path in (project, tmp_path / "link.pdf"):
        done = run("print", project, "-o", path)
        assert done.exit_code == 2
        assert "is a project" in done.output
    assert project.read_bytes() == before
