"""Word documents as articles."""

import pytest

from annotator.core.errors import UserError
from annotator.formats.format import Reading
from annotator.formats.registry import format_of
from annotator.formats.word import OLD_OFFICE, WORD, WordReading, read
from tests.formats.article_samples import BOMB, LINES, W, archive, docx, paragraph, run

CORE = """<cp:coreProperties
 xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
 <dc:title>عنوان  الخبر</dc:title>
 <dcterms:created>2024-01-27T10:00:00Z</dcterms:created></cp:coreProperties>"""


def text_of(path, **options):
    (bundle,) = read(path, Reading(WordReading(**options)))
    assert bundle.layer is None
    return bundle.document.text


def test_the_paragraphs_of_a_document_are_the_lines_of_its_article(tmp_path):
    path = docx(tmp_path / "خبر.docx", "".join(map(paragraph, LINES)), core=CORE)
    (bundle,) = WORD.read(path, Reading(WordReading()))
    assert bundle.document.text == "\n".join(LINES)
    assert (bundle.document.title, bundle.document.published) == ("عنوان الخبر", "2024-01-27")
    assert bundle.document.name == "خبر.docx"
    assert len(bundle.document.bytes_sha256) == 64
    assert format_of(path) is WORD


def test_what_was_inserted_is_in_and_what_was_deleted_is_out(tmp_path):
    body = paragraph(
        "قال ", f"<w:ins>{run('وزير ')}</w:ins>", f"<w:del>{run('سفير ', 'delText')}</w:del>", "الدفاع"
    )
    assert text_of(docx(tmp_path / "a.docx", body)) == "قال وزير الدفاع"


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(tmp_path):
    body = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('قال ')}</w:p>" + paragraph("الوزير")
    assert text_of(docx(tmp_path / "a.docx", body)) == "قال الوزير"


def test_tables_stand_where_they_are_with_a_tab_between_cells(tmp_path):
    cell = "<w:tc>{}</w:tc>".format
    first = f"<w:tr>{cell(paragraph('أ'))}{cell(paragraph('ب'))}</w:tr>"
    table = f"<w:tbl>{first}<w:tr>{cell(paragraph('ج'))}</w:tr></w:tbl>"
    body = paragraph("قبل") + table + paragraph("بعد")
    assert text_of(docx(tmp_path / "a.docx", body)) == "قبل\nأ\tب\nج\nبعد"


def test_breaks_tabs_and_empty_paragraphs_stay(tmp_path):
    body = (
        paragraph("أ", "<w:r><w:br/></w:r>", "ب", "<w:r><w:tab/></w:r>", "ج")
        + paragraph()
        + paragraph("د\u00a0")
    )
    assert text_of(docx(tmp_path / "a.docx", body)) == "أ\nب\tج\n\nد\u00a0"


@pytest.mark.parametrize(("notes", "expected"), [(True, "قال[1].\n[1] مصدر"), (False, "قال.")])
def test_notes_follow_the_text_unless_they_are_not_wanted(tmp_path, notes, expected):
    body = paragraph("قال", '<w:r><w:footnoteReference w:id="7"/></w:r>', ".")
    path = docx(tmp_path / "a.docx", body, footnotes=f'<w:footnote w:id="7">{paragraph("مصدر")}</w:footnote>')
    assert text_of(path, notes=notes) == expected


def test_an_old_or_locked_document_is_refused_and_told_what_to_do(tmp_path):
    path = tmp_path / "a.doc"
    path.write_bytes(OLD_OFFICE + b"\0" * 100)
    assert format_of(path) is WORD
    with pytest.raises(UserError, match=r"a\.doc is an old Word document, or locked.*save it as"):
        text_of(path)


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": f"{BOMB}<w:document {W}>&b;</w:document>"},
        {"word/document.xml": "<w:document"},
        {"word/document.xml": f"<w:document {W}/>"},
        {"word/document.xml": "<x>" * 400 + "</x>" * 400},
        {"word/other.xml": "<x/>"},
        {"content.xml": "<x/>"},
        {"../word/document.xml": "<x/>"},
        {},
    ],
)
def test_a_hostile_or_broken_document_is_refused(tmp_path, parts):
    with pytest.raises(UserError, match=r"^a\.docx"):
        text_of(archive(tmp_path / "a.docx", parts))


def test_a_damaged_archive_is_refused(tmp_path):
    data = docx(tmp_path / "a.docx", paragraph("نص" * 500)).read_bytes()
    for cut in range(0, len(data), 97):
        (tmp_path / "b.docx").write_bytes(data[:cut] + b"?" + data[cut + 1 :])
        try:
            text_of(tmp_path / "b.docx")
        except UserError as error:
            assert str(error).startswith("b.docx")  # noqa: PT017
