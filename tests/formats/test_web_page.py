"""Web pages as articles."""

from contextlib import suppress
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.formats.article import UnclearEncodingError
from annotator.formats.format import Reading
from annotator.formats.registry import format_of
from annotator.formats.web_page import content as web_content
from annotator.formats.web_page.kind import WEB_PAGE, WebReading, read
from tests.formats.article_samples import LINES

TITLE, BODY = LINES[0], LINES[4:]
PAGE = f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head>{{meta}}<title>{TITLE} - موقع الأخبار</title>
<script>var a = "<p>";</script></head><body>
<header><a>الرئيسية</a><h1>{TITLE}</h1></header><nav><ul><li>سياسة</li><li>رياضة</li></ul></nav>
<main><article>{"".join(f"<p>{line}</p>" for line in BODY)}<aside>اقرأ أيضا</aside></article>
<div>شارك</div></main><footer>جميع الحقوق محفوظة</footer></body></html>"""
ARTICLE = "\n\n".join(" ".join(line.split(" ")).strip() for line in (TITLE, *BODY))


@pytest.fixture(params=["trafilatura", "elements"])
def judge(request, monkeypatch):
    """Both ways to find the article: with the extra and without."""
    if request.param == "trafilatura":
        pytest.importorskip("trafilatura")
    else:
        monkeypatch.setattr(web_content, "_judged", lambda *_: None)


def written(tmp_path, html=PAGE, meta="", encoding="utf-8", name="خبر.html"):
    path = tmp_path / name
    path.write_bytes(html.replace("{meta}", meta).encode(encoding))
    return path


def read_one(path, boilerplate="out", encoding=None):
    (bundle,) = read(path, Reading(WebReading(boilerplate), encoding=encoding))
    return bundle


def squeezed(text):
    return " ".join(text.split())


def test_the_article_is_what_is_left_without_menus_and_footers(tmp_path, judge):
    bundle = read_one(written(tmp_path))
    assert squeezed(bundle.document.text) == squeezed(ARTICLE)
    assert bundle.document.text.count("\n\n") == len(BODY)
    assert bundle.layer is None
    assert bundle.document.title == TITLE


def test_what_is_not_the_article_may_be_kept_and_marked_as_zones(tmp_path, judge):
    bundle = read_one(written(tmp_path), "marked")
    text, zones = bundle.document.text, bundle.layer.zones
    marked = [text[zone.start : zone.end] for zone in zones]
    assert marked == ["الرئيسية", "سياسة\nرياضة", "اقرأ أيضا\n\nشارك\n\nجميع الحقوق محفوظة"]
    assert {zone.kind for zone in zones} == {"boilerplate"}
    assert (bundle.layer.reviewers, bundle.layer.status) == (("",), "new")


def test_the_whole_page_may_be_kept(tmp_path):
    bundle = read_one(written(tmp_path), "kept")
    assert bundle.document.text.startswith("الرئيسية\n\n" + TITLE[:10])
    assert bundle.document.text.endswith("جميع الحقوق محفوظة")
    assert bundle.layer is None


@pytest.mark.parametrize(
    ("declared", "encoding", "found"),
    [
        ('<meta charset="windows-1256">', "windows-1256", "windows-1256"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">',
            "windows-1256",
            "windows-1256",
        ),
        ('<meta charset="iso-8859-6">', "iso-8859-6", "iso-8859-6"),
        ("", "windows-1256", "windows-1256"),
        ("<meta charset=iso-8859-1>", "windows-1256", "windows-1256"),
        ("<meta charset=nonsense>", "windows-1256", "windows-1256"),
        ("<meta charset=hex>", "windows-1256", "windows-1256"),
        ("<meta charset=utf-8>", "windows-1256", "windows-1256"),
        ("<meta charset=windows-1256>", "utf-8", "utf-8"),
        ("<meta charset=windows-1256>", "utf-8-sig", "utf-8-sig"),
        ("", "utf-16", "utf-16"),
    ],
)
def test_arabic_comes_right_in_whatever_encoding(tmp_path, declared, encoding, found):
    html = "".join(letter for letter in PAGE if letter not in "–•«»")
    bundle = read_one(written(tmp_path, html, declared, encoding))
    assert BODY[-1][:40] in bundle.document.text
    assert bundle.document.encoding == found


def test_an_encoding_that_cannot_be_told_is_asked_for(tmp_path):
    path = written(tmp_path, "<p>قال</p>", encoding="windows-1256")
    with pytest.raises(UnclearEncodingError, match=r"^خبر\.html") as caught:
        read_one(path)
    assert "windows-1256" in {choice.encoding for choice in caught.value.choices}
    assert read_one(path, encoding="windows-1256").document.text == "قال"


@pytest.mark.parametrize(
    ("meta", "title", "source", "published"),
    [
        (
            (
                '<meta property="og:title" content="عنوان &quot;آخر&quot;">'
                ""
                '<link rel="canonical" href="https://a.example/?x=1&amp;y=2">'
                '<meta property="article:published_time" content="2024-01-27T10:00:00+03:00">'
            ),
            *('عنوان "آخر"', "https://a.example/?x=1&y=2", "2024-01-27"),
        ),
        (
            (
                '<meta property="og:url" content="https://b.example"><link rel=canonical href="/relative">'
                '<script type="application/ld+json">[{"x": []}, {"datePublished": "2023-12-31"}]</script>'
            ),
            *(TITLE, "https://b.example", "2023-12-31"),
        ),
        ('<time datetime="2020-02-03 11:00">', TITLE, "", "2020-02-03"),
        (
            '<meta name="date" content="yesterday"><script type="application/ld+json">{</script>',
            TITLE,
            "",
            "",
        ),
        (f'<script type="application/ld+json">{"[" * 100_000}</script>', TITLE, "", ""),
    ],
)
def test_title_address_and_day_are_taken_from_the_page(tmp_path, meta, title, source, published):
    html = PAGE.replace(f"<h1>{TITLE}</h1>", "").replace("<article>", f"<article><h1>{TITLE}</h1>")
    found = read_one(written(tmp_path, html, meta)).document
    if "og:title" not in meta:
        assert squeezed(found.title) == squeezed(title)
    else:
        assert found.title == title
    assert (found.source, found.published) == (source, published)


@pytest.mark.parametrize(
    ("html", "language", "direction"),
    [
        ("<html lang='fa-IR'><p>وزیر دفاع گفت</p>", "fa", "rtl"),
        ("<html lang='en-US'><p>قال وزير الدفاع</p>", "ar", "rtl"),
        ("<html lang='en'><p>The minister said</p>", "en", "ltr"),
        ("<html lang='ar'><p>The minister said</p>", "ar", "rtl"),
        ("<html><p>The minister said</p>", "ar", "rtl"),
    ],
)
def test_the_language_a_page_names_is_believed_if_its_letters_agree(tmp_path, html, language, direction):
    document = read_one(written(tmp_path, html)).document
    assert (document.language, document.direction) == (language, direction)


def test_a_heading_inside_the_article_stays_whoever_judges(tmp_path, monkeypatch):
    trafilatura = pytest.importorskip("trafilatura")
    first, second = "قال وزير الدفاع إن القوات تنسحب", "وأضاف أن الموعد لم يتغير بعد"
    monkeypatch.setattr(trafilatura, "extract", lambda *_, **__: f"{first}\n{second}")
    html = f"<h2>قبل</h2><p>{first}</p><p>اقرأ أيضا</p><h2>الموعد</h2><p>{second}</p><h2>بعد</h2>"
    assert read_one(written(tmp_path, html)).document.text == f"{first}\n\nالموعد\n\n{second}"


def test_when_the_judge_fails_the_pages_own_elements_serve(tmp_path, monkeypatch):
    trafilatura = pytest.importorskip("trafilatura")
    monkeypatch.setattr(trafilatura, "extract", lambda *_, **__: 1 / 0)
    html = "<nav>قائمة</nav><article>قال وزير الدفاع</article>"
    assert read_one(written(tmp_path, html)).document.text == "قال وزير الدفاع"


def test_of_several_articles_on_a_page_the_longest_is_taken(tmp_path, monkeypatch):
    monkeypatch.setattr(web_content, "_judged", lambda *_: None)
    html = "<main><article>قصير</article><article>هذا هو المقال الطويل</article><article>آخر</article></main>"
    assert read_one(written(tmp_path, html)).document.text == "هذا هو المقال الطويل"


def test_a_page_without_any_article_of_its_own_is_taken_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(web_content, "_judged", lambda *_: None)
    assert read_one(written(tmp_path, "<form><div>نص</div></form>")).document.text == "نص"
    assert read_one(written(tmp_path, "<nav>نص</nav>")).document.text == "نص"


def archived(html, charset="windows-1256"):
    message = MIMEMultipart("related")
    message["Subject"] = "موضوع"
    message["Snapshot-Content-Location"] = "https://example.org/snapshot"
    part = MIMEText(html, "html", charset)
    part["Content-Location"] = "https://example.org/page"
    message.attach(part)
    message.attach(MIMEImage(b"\x89PNG", "png"))
    return message.as_bytes()


def test_a_web_archive_holds_the_page_and_its_address(tmp_path):
    path = tmp_path / "خبر.mhtml"
    path.write_bytes(archived("<article><p>قال وزير الدفاع</p></article>"))
    bundle = read_one(path)
    assert bundle.document.text == "قال وزير الدفاع"
    assert (bundle.document.title, bundle.document.source) == ("موضوع", "https://example.org/page")
    assert bundle.document.encoding == "windows-1256"
    assert format_of(path) is WEB_PAGE


@pytest.mark.parametrize(
    "data", [b"", b"x", b"MIME-Version: 1.0\n\n", b"Content-Type: text/html\n\n", b"\xff\xfe\0"]
)
@pytest.mark.parametrize("name", ["a.mht", "a.html"])
def test_a_file_without_a_page_is_refused_or_read_as_it_stands(tmp_path, data, name):
    (tmp_path / name).write_bytes(data)
    try:
        assert read_one(tmp_path / name).document.text.strip()
    except UserError as error:
        assert str(error).startswith(name)  # noqa: PT017


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_a_page_or_refused_with_a_sentence(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("any")
    for name, head in (
        ("a.html", b"<p>"),
        ("a.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"),
    ):
        (folder / name).write_bytes(head + data)
        with suppress(UserError):
            read_one(folder / name)
