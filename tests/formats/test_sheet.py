"""Tables of articles: CSV, TSV and Excel."""

import csv
import io
import re
import tracemalloc
import zipfile
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

from annotator.core.errors import UserError
from annotator.formats.article import UnclearEncodingError
from annotator.formats.columns import Column
from annotator.formats.format import Reading
from annotator.formats.registry import format_of
from annotator.formats.table.kind import SHEET, SheetReading, columns, read
from tests.formats.article_samples import ARTICLE, BOMB, archive

UUID = "73c339ba-622d-5eeb-85f3-0c739647045a"
ROWS = [
    ["المعرف", "العنوان", "النص", "المصدر", "التاريخ"],
    [UUID, "عنوان، «آخر»", ARTICLE, "إيلاف", "2024-01-27T10:00:00Z"],
    ["خبر 2", "", 'قال; الوزير, "نعم"\nسطر | ثان', "", "أمس"],
]


def written(tmp_path, rows=ROWS, delimiter=",", encoding="utf-8", name="أخبار.csv", before=""):
    path = tmp_path / name
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(rows)
    path.write_bytes((before + file.getvalue()).encode(encoding))
    return path


def book(tmp_path, rows=ROWS, name="أخبار.xlsx", first=()):
    made = Workbook()
    sheet = made.active
    if first:
        for row in first:
            sheet.append(row)
        sheet = made.create_sheet("أخبار")
    for row in rows:
        sheet.append(row)
    made.save(tmp_path / name)
    return tmp_path / name


def as_excel_has_it(path):
    """The workbook with the texts of its cells in a part of their own, which openpyxl never writes."""
    texts = []

    def moved(cell):
        texts.append(cell[2])
        return b'<c r="%b" t="s"><v>%d</v></c>' % (cell[1], len(texts) - 1)

    with zipfile.ZipFile(path) as kept:
        parts = {name: kept.read(name) for name in kept.namelist()}
    cells = re.compile(rb'<c r="(\w+)" t="inlineStr"><is>(.*?)</is></c>', re.DOTALL)
    parts["xl/worksheets/sheet1.xml"] = cells.sub(moved, parts["xl/worksheets/sheet1.xml"])
    parts["xl/sharedStrings.xml"] = b'<sst xmlns="%b">%b</sst>' % (
        SHEET_MAIN_NS.encode(),
        b"".join(b"<si>%b</si>" % text for text in texts),
    )
    told = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHARED_STRINGS}"/></Types>'
    types = parts["[Content_Types].xml"].replace(b"</Types>", told.encode())
    return archive(path, parts | {"[Content_Types].xml": types})


def documents(path, encoding=None, **options):
    return [item.document for item in read(path, Reading(SheetReading(**options), encoding=encoding))]


def test_each_row_is_an_article_and_its_columns_are_known_by_their_headings(tmp_path):
    path = written(tmp_path)
    first, second = documents(path)
    assert (first.uuid, first.name, first.title) == (UUID, "أخبار.csv:2", "عنوان، «آخر»")
    assert (first.text, first.source, first.published) == (ARTICLE, "إيلاف", "2024-01-27")
    assert (second.uuid, second.name, second.published) == ("", "خبر 2", "أمس")
    assert second.text == ROWS[2][2]
    assert first.bytes_sha256 == ""
    assert format_of(path) is SHEET


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
def test_the_separating_sign_and_the_encoding_are_found_out(tmp_path, delimiter, encoding):
    found = documents(written(tmp_path, delimiter=delimiter, encoding=encoding))
    assert [item.text for item in found] == [row[2] for row in ROWS[1:]]
    assert found[0].encoding == encoding


def test_a_first_line_that_names_the_sign_is_obeyed(tmp_path):
    rows = [["text", "a,b,c,d"], ["نص", "e,f,g,h"]]
    assert [item.text for item in documents(written(tmp_path, rows, ";", before="sep=;\r\n"))] == ["نص"]


def test_columns_may_be_chosen_by_heading_or_number_and_left_out(tmp_path):
    rows = [["أ", "ب", "text"], ["نص أول", "عنوان", "غير"]]
    (document,) = documents(written(tmp_path, rows), text="1", title="ب", id="-", heading="yes")
    assert (document.text, document.title, document.name) == ("نص أول", "عنوان", "أخبار.csv:2")


def test_a_table_without_headings_has_numbered_columns_and_the_longest_is_text(tmp_path):
    rows = [
        ["1", "قال وزير الدفاع إن القوات ستنسحب من البلاد في موعدها"],
        ["2", "وأضاف في بيان أن الجانبين اتفقا على ذلك"],
    ]
    path = written(tmp_path, rows)
    assert [item.text for item in documents(path)] == [row[1] for row in rows]
    assert columns(path) == (Column("1", "1"), Column("2", rows[0][1]))


def test_the_columns_are_shown_with_what_their_first_row_holds(tmp_path):
    shown = columns(written(tmp_path))
    assert [column.name for column in shown] == ROWS[0]
    assert shown[1].example == "عنوان، «آخر»"
    assert len(shown[2].example) == 120
    assert columns(book(tmp_path)) == shown


def test_a_row_without_text_is_a_fault_and_an_empty_row_is_none(tmp_path):
    path = written(tmp_path, [["id", "text"], ["1", "أول"], ["", ""], ["2", " "], ["3"], ["4", "رابع"]])
    with pytest.raises(UserError, match=r"^أخبار\.csv, row 4 holds no text"):
        documents(path)
    reading = Reading(SheetReading(), skip=True)
    assert [item.document.text for item in read(path, reading)] == ["أول", "رابع"]
    assert [str(fault) for fault in reading.faults] == [
        "أخبار.csv, row 4 holds no text.",
        "أخبار.csv, row 5 holds no text.",
    ]


def test_a_column_that_is_not_there_is_told_with_those_that_are(tmp_path):
    with pytest.raises(UserError, match=r"there is no “x”; there are: المعرف, العنوان, النص"):
        documents(written(tmp_path), text="x")
    with pytest.raises(UserError, match=r"say which of these holds the text: id, n"):
        documents(written(tmp_path, [["id", "n"], ["1", "2"]]))


def test_an_encoding_that_cannot_be_told_is_asked_for(tmp_path):
    path = written(tmp_path, [["text"], ["قال"]], encoding="windows-1256")
    with pytest.raises(UnclearEncodingError):
        documents(path)
    assert documents(path, "windows-1256")[0].text == "قال"


def test_a_workbook_is_read_with_its_dates_and_numbers(tmp_path):
    rows = [["text", "date", "id"], ["قال", datetime(2024, 1, 27), 7], [None, None, None], ["ثان", "x", 2.5]]  # noqa: DTZ001
    path = book(tmp_path, rows)
    first, second = documents(path)
    assert (first.text, first.published, first.name) == ("قال", "2024-01-27", "7")
    assert (second.name, second.published) == ("2.5", "x")
    assert format_of(path) is SHEET


@pytest.mark.parametrize("shared", [False, True], ids=["texts in the cells", "shared texts"])
def test_a_workbook_is_read_in_the_room_of_a_few_of_its_rows(tmp_path, shared):
    path = book(tmp_path, [["id", "text"], *([str(number), ARTICLE * 4] for number in range(200))])
    if shared:
        as_excel_has_it(path)
    documents(book(tmp_path, name="ب.xlsx"))  # what is loaded once is loaded
    tracemalloc.start()
    lengths = [len(item.document.text) for item in read(path, Reading(SheetReading()))]
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(lengths) == 200
    assert peak < 2 * sum(lengths)  # what the texts alone take, two bytes a character


def test_rows_and_cells_keep_their_places_where_a_workbook_leaves_some_out(tmp_path):
    path = tmp_path / "أخبار.xlsx"
    made = Workbook()
    made.active["B3"], made.active["D3"], made.active["D7"] = "id", "text", "قال"
    made.save(path)
    assert [(item.name, item.text) for item in documents(path)] == [("أخبار.xlsx:7", "قال")]


def test_a_workbook_whose_cells_share_their_texts_is_read_as_another(tmp_path):
    rows = [*ROWS, ["خبر 3", "", ROWS[1][2], "إيلاف", ""]]
    plain = documents(book(tmp_path, rows))
    assert documents(as_excel_has_it(tmp_path / "أخبار.xlsx")) == plain


def test_a_cell_that_names_a_text_that_is_not_there_is_no_workbook(tmp_path):
    path = as_excel_has_it(book(tmp_path, name="a.xlsx"))
    with zipfile.ZipFile(path) as kept:
        parts = {name: kept.read(name) for name in kept.namelist()}
    parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace(b"si>", b"no>")
    with pytest.raises(UserError, match=r"^a\.xlsx is no Excel workbook"):
        documents(archive(path, parts))


def in_the_sheet(path, old, new):
    """A workbook with something else in its sheet."""
    with zipfile.ZipFile(path) as kept:
        parts = {name: kept.read(name) for name in kept.namelist()}
    part = "xl/worksheets/sheet1.xml"
    return archive(path.with_name("a.xlsx"), parts | {part: parts[part].replace(old, new)})


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        (b"<c/>" * 20_000, r"^a\.xlsx, row 9: there are more than 16384 columns\."),
        (b"<c/>" * 400_000, r"^a\.xlsx, xl/worksheets/sheet1\.xml, row unpacks to more than 1 MB"),
    ],
)
def test_a_row_that_is_no_row_of_a_table_is_refused_before_it_fills_memory(
    tmp_path, monkeypatch, row, refusal
):
    monkeypatch.setattr("annotator.formats.table.workbook._MAX_PART_BYTES", 2**20)
    path = in_the_sheet(book(tmp_path), b"</sheetData>", b'<row r="9">%b</row></sheetData>' % row)
    documents(book(tmp_path))  # what is loaded once is loaded
    tracemalloc.start()
    with pytest.raises(UserError, match=refusal):
        documents(path)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 60 * 2**20


def test_a_text_that_cells_share_may_not_fill_memory_either(tmp_path, monkeypatch):
    monkeypatch.setattr("annotator.formats.table.workbook._MAX_PART_BYTES", 2**14)
    path = as_excel_has_it(book(tmp_path, [["text"], ["a" * 2**14]], name="a.xlsx"))
    with pytest.raises(UserError, match=r"^a\.xlsx, xl/sharedStrings\.xml, si unpacks to more than"):
        documents(path)


def test_many_rows_and_texts_may_be_longer_than_one(tmp_path, monkeypatch):
    monkeypatch.setattr("annotator.formats.table.workbook._MAX_PART_BYTES", 2**18)
    rows = [
        ["text", "id"],
        *(["".join(map(str, range(number, number + 900))), str(number)] for number in range(300)),
    ]
    assert len(documents(book(tmp_path, rows))) == 300
    assert len(documents(as_excel_has_it(tmp_path / "أخبار.xlsx"))) == 300


def test_a_workbook_is_let_go_of_while_its_refusal_is_kept(tmp_path, monkeypatch):
    opened = []
    whole = zipfile.ZipFile.open

    def remembered(file, *given, **more):
        opened.append(whole(file, *given, **more))
        return opened[-1]

    monkeypatch.setattr("zipfile.ZipFile.open", remembered)
    rows = [["text"], *([f"{number}" * 2000] for number in range(200))]
    path = in_the_sheet(as_excel_has_it(book(tmp_path, rows)), b'<row r="9">', b'<row r="9"><c')
    with pytest.raises(UserError, match="well-formed") as refused:
        documents(path)
    assert opened
    assert all(part.closed for part in opened), refused.value


@pytest.mark.parametrize("sheet", ["أخبار", "2"])
def test_another_sheet_may_be_chosen(tmp_path, sheet):
    path = book(tmp_path, first=[["text"], ["غير"]])
    assert documents(path)[0].text == "غير"
    assert documents(path, sheet=sheet)[0].text == ARTICLE
    with pytest.raises(UserError, match=r"has no sheet “9”; there are: Sheet, أخبار"):
        documents(path, sheet="9")


def test_of_a_formula_the_value_last_shown_is_taken(tmp_path):
    cell = '<c r="A1" t="str"><f>CONCAT("a")</f><v>قال</v></c>'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    path = archive(
        tmp_path / "a.xlsx",
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Override'
            f' PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1"'
            f' Type="{rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rels}"><sheets>'
            '<sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="r1" Type="{rels}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><dimension ref="A1:XFD1048576"/>'
            f'<sheetData><row r="1">{cell}</row>'
            '<row r="900000000000"><c r="A2"/></row></sheetData></worksheet>',
        },
    )
    assert [item.text for item in documents(path, text="1", heading="no")] == ["قال"]


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"xl/workbook.xml": f"{BOMB}<x>&b;</x>"},
        {"xl/sharedStrings.xml": f"{BOMB}<sst><si><t>&b;</t></si></sst>"},
        {"../x.xml": "<x/>"},
        {"xl/workbook.xml": "<"},
    ],
)
def test_a_hostile_or_broken_workbook_is_refused(tmp_path, parts):
    with pytest.raises(UserError, match=r"^a\.xlsx"):
        documents(archive(tmp_path / "a.xlsx", parts))


def test_an_old_or_locked_workbook_is_refused_and_told_what_to_do(tmp_path):
    path = tmp_path / "a.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert format_of(path) is SHEET
    with pytest.raises(UserError, match=r"save it as \.xlsx"):
        documents(path)


@given(
    st.one_of(
        st.binary(max_size=200), st.text(st.sampled_from('a,;\t|"\n\r نص\0'), max_size=200).map(str.encode)
    )
)
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_a_table_or_refused_with_a_sentence(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "a.csv"
    path.write_bytes(data)
    for encoding in (None, "utf-8"):
        try:
            documents(path, encoding)
        except UserError as error:
            assert "a.csv" in str(error)  # noqa: PT017
