"""OpenDocument texts as articles."""

import pytest

from annotator.core.errors import UserError
from annotator.formats.format import Reading
from annotator.formats.open_document import OPEN_DOCUMENT, OpenDocumentReading, read
from annotator.formats.registry import format_of
from tests.formats.article_samples import BOMB, LINES, ODF, archive, odt

META = "<dc:title>عنوان</dc:title><meta:creation-date>2024-01-27T10:00:00</meta:creation-date>"


def text_of(path, **options):
    (bundle,) = read(path, Reading(OpenDocumentReading(**options)))
    return bundle.document.text


def test_the_paragraphs_of_a_document_are_the_lines_of_its_article(tmp_path):
    body = f"<text:h>{LINES[0]}</text:h>" + "".join(f"<text:p>{line}</text:p>" for line in LINES[1:])
    path = odt(tmp_path / "خبر.odt", body, META)
    (bundle,) = read(path, Reading(OpenDocumentReading()))
    assert bundle.document.text == "\n".join(line.rstrip(" ") for line in LINES)
    assert (bundle.document.title, bundle.document.published) == ("عنوان", "2024-01-27")
    assert format_of(path) is OPEN_DOCUMENT


def test_blanks_written_as_elements_are_all_there_and_others_are_one(tmp_path):
    body = "<text:p>  أ\n  ب<text:s text:c='3'/>ج<text:tab/>د<text:line-break/>"
    body += "ه<text:span> و </text:span> ز</text:p>"
    assert text_of(odt(tmp_path / "a.odt", body)) == "أ ب   ج\tد\nه و ز"


def test_what_was_deleted_under_tracked_changes_is_out(tmp_path):
    deleted = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>قديم</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    body = deleted + "<text:p>قال <text:change-start/>جديد<text:change-end/></text:p>"
    assert text_of(odt(tmp_path / "a.odt", body)) == "قال جديد"


def test_tables_and_lists_stand_where_they_are(tmp_path):
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>".format
    table = f"<table:table><table:table-row>{cell('أ')}{cell('ب')}</table:table-row></table:table>"
    items = (
        "<text:list><text:list-item><text:p>ج</text:p></text:list-item>"
        "<text:list-item><text:p>د</text:p></text:list-item></text:list>"
    )
    assert text_of(odt(tmp_path / "a.odt", "<text:p>قبل</text:p>" + table + items)) == "قبل\nأ\tب\nج\nد"


@pytest.mark.parametrize(("notes", "expected"), [(True, "قال[1].\n[1] مصدر"), (False, "قال.")])
def test_notes_follow_the_text_unless_they_are_not_wanted(tmp_path, notes, expected):
    note = (
        "<text:note><text:note-citation>١</text:note-citation>"
        "<text:note-body><text:p>مصدر</text:p></text:note-body></text:note>"
    )
    comment = "<office:annotation><text:p>تعليق</text:p></office:annotation>"
    assert text_of(odt(tmp_path / "a.odt", f"<text:p>قال{note}{comment}.</text:p>"), notes=notes) == expected


def test_a_document_in_one_file_is_read_as_well(tmp_path):
    path = tmp_path / "a.fodt"
    path.write_text(
        f"<office:document {ODF}><office:meta>{META}</office:meta><office:body><office:text>"
        "<text:p>نص</text:p>"
        "</office:text></office:body></office:document>",
        encoding="utf-8",
    )
    (bundle,) = OPEN_DOCUMENT.read(path, Reading(OpenDocumentReading()))
    assert (bundle.document.text, bundle.document.title) == ("نص", "عنوان")


def test_a_locked_document_is_refused(tmp_path):
    manifest = "<manifest><file-entry><x:encryption-data xmlns:x='y'/></file-entry></manifest>"
    with pytest.raises(UserError, match="locked with a password"):
        text_of(odt(tmp_path / "a.odt", "<text:p>x</text:p>", **{"META-INF/manifest.xml": manifest}))


@pytest.mark.parametrize(
    "content",
    [f"{BOMB}<x>&b;</x>", "<x", "<x/>", "", f"<x {ODF}><office:text/></x>", "<x>" * 600 + "</x>" * 600, "\0"],
)
def test_a_hostile_or_broken_document_is_refused(tmp_path, content):
    with pytest.raises(UserError, match=r"^a\.f?odt"):
        text_of(archive(tmp_path / "a.odt", {"content.xml": content}))
    (tmp_path / "a.fodt").write_text(content)
    with pytest.raises(UserError, match=r"^a\.f?odt"):
        text_of(tmp_path / "a.fodt")
