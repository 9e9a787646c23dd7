"""PDFs as articles: the order of the letters comes from their places."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QPageSize, QPdfWriter, QTextDocument

from annotator.core.errors import UserError
from annotator.formats.format import Reading
from annotator.formats.pdf.kind import PDF, PdfReading, read
from annotator.formats.registry import format_of
from annotator.resources import RESOURCES
from tests.formats.pdf_samples import as_drawn, pdf

LINE = "قال وزير الدفاع إن 2500 جندي (أميركي) وصلوا، إلى بغداد يوم 27/1."
FORMS = str.maketrans("الوزيرقدفع", "ﺍﻟﻭﺯﻳﺭﻗﺩﻓﻋ")


def written(tmp_path, data, name="خبر.pdf"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def read_one(path, **options):
    (bundle,) = read(path, Reading(PdfReading(**options)))
    return bundle


def test_arabic_drawn_from_the_left_reads_as_it_was_written(tmp_path):
    path = written(tmp_path, pdf([as_drawn(LINE)], title="عنوان"))
    bundle = read_one(path)
    assert bundle.document.text == LINE
    assert (bundle.document.title, bundle.document.published) == ("عنوان", "2024-01-27")
    assert len(bundle.document.bytes_sha256) == 64
    assert format_of(path) is PDF


def test_arabic_drawn_letter_by_letter_from_the_right_reads_the_same(tmp_path):
    assert read_one(written(tmp_path, pdf([as_drawn(LINE)[::-1]], from_right=True))).document.text == LINE


def test_presentation_forms_become_the_letters_they_are_forms_of(tmp_path):
    drawn = as_drawn(LINE.translate(FORMS))
    assert drawn != as_drawn(LINE)
    assert read_one(written(tmp_path, pdf([drawn]))).document.text == LINE


def test_a_person_is_told_to_compare_the_text_with_the_pages(tmp_path):
    (warning,) = read_one(written(tmp_path, pdf([as_drawn(LINE)]))).warnings
    assert "compare it with the pages" in warning


def test_arabic_that_reads_backwards_on_the_page_is_turned_round_with_a_warning_or_refused(tmp_path):
    line = f"{LINE} الولايات المتحدة الأميركية"
    path = written(tmp_path, pdf([line]))
    bundle = read_one(path)
    assert bundle.document.text == line
    assert any("turned round" in warning for warning in bundle.warnings)
    with pytest.raises(UserError, match=r"^خبر\.pdf holds Arabic that reads backwards"):
        read_one(path, backwards="refuse")


def test_latin_words_in_arabic_stay_in_order(tmp_path):
    line = "تاريخ النشر: 27th, January 2024 GMT في بغداد"
    head, tail = "تاريخ النشر: ", " في بغداد"
    drawn = tail[::-1] + "27th, January 2024 GMT" + head[::-1]
    assert read_one(written(tmp_path, pdf([drawn]))).document.text == line


def test_a_text_in_latin_letters_stays_as_it_is(tmp_path):
    assert (
        read_one(written(tmp_path, pdf(["The minister (of 5) said:"]))).document.text
        == "The minister (of 5) said:"
    )


@pytest.mark.parametrize(("how", "between"), [("join", " "), ("keep", "\n")])
def test_the_lines_of_a_paragraph_are_joined_unless_they_are_to_stay(tmp_path, how, between):
    full, short = "قال وزير الدفاع في بغداد", "أمس"
    gap = " " * (len(full) - len(short))
    path = written(tmp_path, pdf([full[::-1], gap + short[::-1], full[::-1]]))
    assert read_one(path, lines=how).document.text == f"{full}{between}{short}\n{full}"


def test_a_word_divided_by_a_soft_hyphen_is_whole_again(tmp_path):
    path = written(tmp_path, pdf(["the minis\u00ad", "ter spoke"]))
    assert read_one(path).document.text == "the minister spoke"


def test_what_qt_prints_comes_back_word_by_word(tmp_path, qapp):
    lines = [
        f"{number} وزير «الدفاع» قال في بغداد: نُشر تقريرٌ عن 2500 جندي (و 12.5 %)" for number in range(40)
    ]
    assert QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / "NotoNaskhArabic-Regular.ttf")) >= 0
    printed = QTextDocument()
    printed.setDefaultFont(QFont("Noto Naskh Arabic", 12))
    options = printed.defaultTextOption()
    options.setTextDirection(Qt.LayoutDirection.RightToLeft)
    printed.setDefaultTextOption(options)
    printed.setPlainText("\n".join(lines))
    writer = QPdfWriter(str(tmp_path / "a.pdf"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printed.print_(writer)
    text = read_one(tmp_path / "a.pdf", lines="keep").document.text
    found = [line for line in text.split("\n") if "وزير" in line]
    assert found == lines


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (pdf([]), "no text; run text recognition"),
        (pdf(["قال"], named=False), "no text|does not say which letters"),
        (pdf(["قال"], locked=True), "locked with a password"),
        (pdf(["قال"], pages=5001), "more than 5000 pages"),
        (b"%PDF-1.7 nothing", "no PDF, or is damaged"),
        (b"nothing", "no PDF, or is damaged"),
        (b"", "is empty"),
    ],
)
def test_a_file_without_usable_text_is_refused_with_the_reason(tmp_path, data, problem):
    with pytest.raises(UserError, match=rf"^خبر\.pdf.*({problem})"):
        read_one(written(tmp_path, data))


def test_damaged_files_are_read_or_refused_with_a_sentence(tmp_path):
    chance = random.Random(5)
    whole = pdf([as_drawn(LINE)], title="عنوان")
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read_one(written(tmp_path, data[: chance.randrange(1, len(data) * 2)]))
        except UserError as error:
            assert str(error).startswith("خبر.pdf")  # noqa: PT017
