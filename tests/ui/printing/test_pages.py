"""An annotated article on pages: all its lines once, in order; letters, lanes and tints as in the window."""

import sys

import pypdfium2
import pytest
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.store import queries
from annotator.store.project import Project
from annotator.ui.printing.pages import Pages, write_pdf
from annotator.ui.printing.printed import Printed, printed

WIDTH, HEIGHT = 640, 900


@pytest.fixture
def article(dressed, sample_file):
    with Project.open(sample_file, read_only=True) as project:
        documents = queries.documents(project.database)
        return printed(project, documents[0], queries.reviewers(project.database)[0].id)


def lines_of(pages):
    return [line for page in pages._pages for line in page]


def test_every_line_with_letters_is_on_one_page_in_order(article):
    pages = Pages(article, (WIDTH, HEIGHT))
    written = [line.start for line in lines_of(pages) if line.end > line.start]
    assert written == [line.start for line in pages._sheet.lines() if line.end > line.start]
    assert pages.count > 1


def test_lines_stay_on_their_page(article):
    pages = Pages(article, (WIDTH, HEIGHT))
    for number, page in enumerate(pages._pages):
        height = page[-1].baseline - page[0].baseline + pages._sheet.metrics.pitch
        assert height + (pages._head.height if number == 0 else 0) <= HEIGHT
        assert page[0].end > page[0].start


def test_lines_fit_the_width_whatever_the_window_is_like(article):
    pages = Pages(article, (400, HEIGHT))
    left, right = pages._sheet.column()
    assert right - left == 400
    edges = [edge for line in lines_of(pages) for edge in (*line.leading, *line.trailing)]
    assert left - 1 <= min(edges)
    assert max(edges) <= right + 1


def test_a_pdf_has_a_page_for_each_and_its_letters_can_be_found(article, tmp_path):
    path = tmp_path / "خبر.pdf"
    count = write_pdf([article, article], path)
    pdf = pypdfium2.PdfDocument(path)
    assert len(pdf) == count
    text = pdf[0].get_textpage().get_text_bounded()
    assert "2024-01-27" in text
    pdf.close()


def test_the_first_page_shows_the_legend_and_what_is_annotated(article, tmp_path):
    write_pdf([article], tmp_path / "a.pdf")
    pdf = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    picture = pdf[0].render(scale=2).to_pil().convert("RGB")
    pdf.close()
    colours = {colour for _, colour in picture.getcolors(1 << 20)}
    for label, _ in article.counts:
        if label.pattern != "tint":
            wanted = tuple(int(label.colour[at : at + 2], 16) for at in (1, 3, 5))
            assert wanted in colours, label.name


def test_an_article_nobody_annotated_and_an_empty_head_are_printed_too(article, tmp_path):
    bare = Printed(
        replace(article.document, title="", published=""), article.text, (), (), "", article.label_set
    )
    assert write_pdf([bare], tmp_path / "a.pdf") >= 1
    assert bare.counts == []


def test_a_place_that_cannot_be_written_is_told(article, tmp_path):
    with pytest.raises(UserError, match="cannot be written"):
        write_pdf([article], tmp_path / "nowhere" / "a.pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit")
def test_a_disk_that_is_full_is_told_and_what_was_there_stays(article, tmp_path):
    import resource

    (tmp_path / "a.pdf").write_bytes(b"before")
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, most[1]))
    try:
        with pytest.raises(UserError, match="cannot be written"):
            write_pdf([article], tmp_path / "a.pdf")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    assert [path.read_bytes() for path in tmp_path.glob("*.*")] == [b"before"]


def test_what_goes_wrong_on_the_way_leaves_no_half_file(article, tmp_path):
    def articles():
        yield article
        raise UserError("The text is damaged.")

    with pytest.raises(UserError, match="damaged"):
        write_pdf(articles(), tmp_path / "a.pdf")
    assert list(tmp_path.glob("*.*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes")
def test_others_may_read_the_file_as_they_may_any_other(article, tmp_path):
    (tmp_path / "other").touch()
    write_pdf([article], tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_text_from_left_to_right_begins_on_the_left(article):
    english = Printed(
        replace(article.document, direction="ltr"), "One line of text.\n" * 3, (), (), "", article.label_set
    )
    pages = Pages(english, (WIDTH, HEIGHT))
    first = lines_of(pages)[0]
    assert min(first.leading) == pytest.approx(pages._sheet.column()[0], abs=1)
