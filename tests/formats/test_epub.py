"""Books in EPUB as articles."""

import pytest

from annotator.core.errors import UserError
from annotator.formats.epub import EPUB, EpubReading, read
from annotator.formats.format import Reading
from annotator.formats.registry import format_of
from tests.formats.article_samples import BOMB, archive, epub

ABOUT = "<dc:title>كتاب</dc:title><dc:date>2024-01-27</dc:date><dc:source>https://example.org</dc:source>"
FIRST = (
    "<html><head><title/><style>p{}</style></head><body><h1>الأول</h1><p>نص&#160;أ &amp; ب</p></body></html>"
)
SECOND = "<?xml version='1.0'?><html><body><nav/><p>نص ثان<br/>سطر</p></body></html>"


def test_a_book_is_one_article_with_its_chapters_in_order_of_reading(tmp_path):
    path = epub(tmp_path / "كتاب.epub", [FIRST, "<html/>", SECOND], ABOUT)
    (bundle,) = read(path, Reading(EpubReading()))
    assert bundle.document.text == "الأول\n\nنص\u00a0أ & ب\n\nنص ثان\nسطر"
    assert (bundle.document.title, bundle.document.source) == ("كتاب", "https://example.org")
    assert bundle.document.published == "2024-01-27"
    assert format_of(path) is EPUB


def test_each_chapter_may_be_an_article(tmp_path):
    path = epub(tmp_path / "كتاب.epub", [FIRST, "<html/>", SECOND], ABOUT)
    first, second = (bundle.document for bundle in read(path, Reading(EpubReading("chapters"))))
    assert (first.name, first.title) == ("كتاب 001", "الأول")
    assert (second.name, second.title, second.text) == ("كتاب 002", "كتاب", "نص ثان\nسطر")


def test_a_book_locked_against_copying_is_refused_but_not_for_its_fonts(tmp_path):
    lock = "<encryption><CipherReference URI='{}'/></encryption>".format
    path = epub(tmp_path / "a.epub", [FIRST], **{"META-INF/encryption.xml": lock("OEBPS/font.otf")})
    assert len(list(read(path, Reading(EpubReading())))) == 1
    path = epub(tmp_path / "b.epub", [FIRST], **{"META-INF/encryption.xml": lock("OEBPS/text/c%200.xhtml")})
    with pytest.raises(UserError, match=r"b\.epub is locked against copying"):
        list(read(path, Reading(EpubReading())))


@pytest.mark.parametrize("how", ["book", "chapters"])
@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"META-INF/container.xml": f"{BOMB}<x>&b;</x>"},
        {"META-INF/container.xml": "<container/>"},
        {"META-INF/container.xml": "<x><rootfile full-path='none'/></x>"},
        {"META-INF/container.xml": "<x><rootfile full-path='a'/></x>", "a": "<package/>"},
        {
            "META-INF/container.xml": "<x><rootfile full-path='a'/></x>",
            "a": "<package><item id='i' href='../../x'/><itemref idref='i'/></package>",
        },
        {
            "META-INF/container.xml": "<x><rootfile full-path='a'/></x>",
            "a": "<package><item id='i' href='b'/><itemref idref='i'/></package>",
            "b": "<p></p>",
        },
    ],
)
def test_a_hostile_or_broken_book_is_refused(tmp_path, parts, how):
    path = archive(tmp_path / "a.epub", parts)
    with pytest.raises(UserError, match=r"^a\.epub"):
        list(read(path, Reading(EpubReading(how))))
