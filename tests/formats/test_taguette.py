"""Projects of Taguette are read, with their highlights where a reader of its pages sees them."""

import sqlite3
from pathlib import Path

import pytest

from annotator.core.errors import UserError
from annotator.formats.format import Reading
from annotator.formats.registry import format_of
from annotator.formats.taguette.kind import TAGUETTE, TaguetteReading
from tests.formats.taguette_project import SCHEMA, Making

HTML = "<h1>عنوان</h1><p>قال <strong>الوزير</strong> 😀 &amp; انصرف.</p>\n\n<p>سطر<br>ثان</p>"
TEXT = "عنوان\nقال الوزير 😀 & انصرف.\n\n\nسطر\nثان"
SAMPLE = Path(__file__).parent.parent / "data" / "formats" / "taguette" / "000.sqlite3"


@pytest.fixture
def making(tmp_path):
    """A project in the making with one document and two tags."""
    made = Making(tmp_path / "p.sqlite3")
    made.document(HTML)
    made.tag("أشخاص.وزير")
    made.tag("أفعال")
    yield made
    made.connection.close()


def read(path, *, skip=False, **options):
    reading = Reading(TaguetteReading(**options), skip=skip)
    return list(TAGUETTE.read(path, reading)), [str(item) for item in reading.faults]


def place(word, html="عنوانقال الوزير 😀 & انصرف.\n\nسطرثان"):
    """Where Taguette has a word: bytes of the text without tags."""
    start = html.encode().index(word.encode())
    return start, start + len(word.encode())


def spans(bundle):
    return [(item.uuid, item.label, item.quote) for item in bundle.layer.annotations]


def test_the_text_of_a_page_with_its_paragraphs_apart(making):
    (bundle,), _ = read(making.done())
    assert (bundle.document.text, bundle.document.name) == (TEXT, "خبر.html")
    assert (bundle.document.direction, bundle.layer) == ("rtl", None)


def test_highlights_count_bytes_of_the_text_without_tags(making):
    making.highlight(1, *place("الوزير"), "<p><strong>الوزير</strong></p>", 1)
    making.highlight(1, *place("& انصرف"), "<p>&amp; انصرف</p>", 2)
    making.highlight(1, *place("ثان"), "<p>ثان</p>", 2)
    (bundle,), _ = read(making.done())
    assert spans(bundle) == [("1", "أشخاص.وزير", "الوزير"), ("2", "أفعال", "& انصرف"), ("3", "أفعال", "ثان")]
    assert bundle.warnings == ()


def test_a_highlight_over_paragraphs_takes_the_line_breaks_between_them(making):
    making.highlight(1, place("عنوان")[0], place("قال")[1], "<h1>عنوان</h1><p>قال</p>", 1)
    (bundle,), _ = read(making.done())
    assert spans(bundle) == [("1", "أشخاص.وزير", "عنوان\nقال")]


def test_line_breaks_that_were_put_in_stay_outside(making):
    making.highlight(1, *place("عنوان"), "<h1>عنوان</h1>", 1)
    making.highlight(1, *place("قال "), "<p>قال </p>", 1)
    (bundle,), _ = read(making.done())
    assert [item[2] for item in spans(bundle)] == ["عنوان", "قال "]


def test_a_highlight_with_two_tags_becomes_two_annotations(making):
    making.highlight(1, *place("الوزير"), "الوزير", 1, 2)
    (bundle,), _ = read(making.done())
    assert spans(bundle) == [("1-1", "أشخاص.وزير", "الوزير"), ("1-2", "أفعال", "الوزير")]


def test_a_highlight_without_a_tag_is_left_out_and_told(making):
    making.highlight(1, *place("الوزير"), "الوزير")
    (bundle,), _ = read(making.done())
    assert bundle.layer is None
    assert bundle.warnings == ("p.sqlite3, document “خبر.html”: left out 1 highlights that have no tag.",)


def test_each_user_has_a_layer_and_the_only_one_no_name(making):
    making.highlight(1, *place("الوزير"), "الوزير", 1, user="admin")
    making.connection.commit()
    (bundle,), _ = read(making.path)
    assert bundle.layer.reviewers == ("",)
    making.highlight(1, *place("سطر"), "سطر", 1, user="سعاد")
    bundles, _ = read(making.done())
    assert [item.layer.reviewers for item in bundles] == [("admin",), ("سعاد",)]


def test_a_highlight_that_stands_elsewhere_is_found_by_its_words(making):
    making.highlight(1, 0, 4, "<p>الوزير</p>", 1)
    (bundle,), _ = read(making.done())
    assert spans(bundle) == [("1", "أشخاص.وزير", "الوزير")]
    assert "1 spans did not stand where the file says" in bundle.warnings[0]


@pytest.mark.parametrize(
    ("start", "end", "snippet"), [(0, 4, "لا يوجد"), (1, 3, ""), (-4, 4, ""), (0, 10**6, ""), (4, 4, "")]
)
def test_a_highlight_that_stands_nowhere_is_a_fault(making, start, end, snippet):
    making.highlight(1, start, end, snippet, 1)
    making.highlight(1, *place("سطر"), "سطر", 2)
    path = making.done()
    (bundle,), faults = read(path, skip=True)
    assert [item[2] for item in spans(bundle)] == ["سطر"]
    assert faults[0].startswith("p.sqlite3, document “خبر.html”, highlight 1: ")
    with pytest.raises(UserError, match="highlight 1"):
        read(path)


def test_documents_and_their_highlights_come_in_order(making):
    making.document("<p>a</p>", name="b", direction="LEFT_TO_RIGHT")
    making.document("<p>ثالث</p>", name="ج")
    making.highlight(3, 0, 8, "ثالث", 1)
    making.highlight(99, 0, 8, "x", 1)
    bundles, _ = read(making.done())
    assert [(item.document.name, item.document.direction) for item in bundles] == [
        ("خبر.html", "rtl"),
        ("b", "ltr"),
        ("ج", "rtl"),
    ]
    assert [item.layer is None for item in bundles] == [True, True, False]


def test_one_project_of_several_may_be_chosen(making):
    making.connection.execute("INSERT INTO projects VALUES (2, 'other', '', '')")
    making.document("<p>x</p>", name="x", project=2)
    path = making.done()
    assert len(read(path)[0]) == 2
    assert [item.document.name for item in read(path, project="other")[0]] == ["x"]
    with pytest.raises(UserError, match="no project “none”; it has: مشروع, other"):
        read(path, project="none")


def test_old_projects_know_no_direction(tmp_path):
    schema = SCHEMA.replace("text_direction VARCHAR(13) NOT NULL, ", "")
    making = Making(tmp_path / "old.sqlite3", schema)
    making.connection.execute(
        "INSERT INTO documents VALUES (1, 'a', '', 'a', '', 1, '<p>نص</p>')",
    )
    (bundle,), _ = read(making.done())
    assert (bundle.document.text, bundle.document.direction) == ("نص", "rtl")


def test_a_document_that_is_no_text_is_a_fault(making):
    making.document(b"\xff\xfe", name="x")
    making.document("<p> </p>", name="y")
    bundles, faults = read(making.done(), skip=True)
    assert len(bundles) == 1
    assert ["is not UTF-8" in faults[0], "“y”" in faults[1]] == [True, True]


@pytest.mark.parametrize("statement", ["CREATE VIEW tags AS SELECT 1 AS id, 'x' AS path", ""])
def test_a_table_that_is_missing_or_a_view_is_refused(tmp_path, statement):
    path = tmp_path / "p.sqlite3"
    schema = SCHEMA.replace("CREATE TABLE tags (", "CREATE TABLE other (")
    Making(path, f"{schema};{statement}").done()
    with pytest.raises(UserError, match="lacks the table “tags”"):
        read(path)


def test_another_sqlite_file_is_refused(tmp_path):
    path = tmp_path / "x.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE a (b)")
    connection.close()
    with pytest.raises(UserError, match="no project of Taguette"):
        read(path)


def test_a_file_in_use_is_refused(making, tmp_path):
    path = making.done()
    (tmp_path / "p.sqlite3-journal").write_bytes(b"x")
    with pytest.raises(UserError, match="is in use"):
        read(path)


def test_a_damaged_file_is_refused(making):
    path = making.done()
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    with pytest.raises(UserError, match="damaged"):
        read(path)


def test_columns_that_compute_are_not_asked(tmp_path):
    column = "path TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL"
    schema = SCHEMA.replace("path VARCHAR(200) NOT NULL", column).replace(", path)", ")")
    path = Making(tmp_path / "p.sqlite3", schema).done()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO tags (project_id, description) VALUES (1, '')")
    connection.close()
    with pytest.raises(UserError, match="damaged"):
        read(path)


def test_reading_leaves_no_trace(making):
    path = making.done()
    before = path.read_bytes()
    read(path)
    assert [item.name for item in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == before


def test_the_sample_is_known_and_read():
    assert format_of(SAMPLE) is TAGUETTE
    (bundle,), _ = read(SAMPLE)
    assert len(bundle.layer.annotations) > 10
    assert bundle.warnings == ()
