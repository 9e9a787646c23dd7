"""How files are to be read is asked where it is in doubt: columns, kinds, what is boilerplate."""

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.ui.dialogs.encodings import EncodingDialog
from annotator.ui.dialogs.reading import ReadingDialog
from tests.ui.importing.steps import ARABIC, WORD, agree, bare, choose, write


def test_the_columns_of_a_table_are_proposed_with_what_stands_in_them(drop, project, answer, tmp_path):
    path = write(tmp_path, "مقالات.csv", f"المعرف,العنوان,النص\n17,وصول,{ARABIC}\n18,عودة,{ARABIC} ثم\n")
    shown = {}

    def look(dialog: ReadingDialog):
        fields = dialog.cards[0].form.fields
        shown.update({name: bare(fields[name].currentText()) for name in ("text", "title", "source")})
        agree(dialog)

    answer(look)
    drop(path)

    assert shown["text"].startswith("النص")
    assert "قال الرئيس" in shown["text"]
    assert shown["source"] == "None"
    assert project.texts == [ARABIC, f"{ARABIC} ثم"]
    assert project.titles == ["وصول", "عودة"]


def test_another_column_may_be_the_text(drop, project, answer, tmp_path):
    path = write(tmp_path, "a.csv", "title,text,summary\nT,Long enough a text,Short one\n")

    def take_the_summary(dialog: ReadingDialog):
        QTest.keyClick(dialog.cards[0].form.fields["text"], Qt.Key.Key_End)
        agree(dialog)

    answer(take_the_summary)
    drop(path)

    assert project.texts == ["Short one"]


def test_with_another_separator_a_table_offers_other_columns(drop, project, answer, tmp_path, qtbot):
    path = write(tmp_path, "a.csv", "title;text, more\nT;Some words, and more\n")

    def separate(dialog: ReadingDialog):
        card = dialog.cards[0]
        choose(card.form.fields["delimiter"], "Comma")
        qtbot.waitUntil(lambda: not card.waits)
        assert card.form.fields["text"].count() == 2
        choose(card.form.fields["delimiter"], "Semicolon")
        qtbot.waitUntil(lambda: not card.waits)
        QTest.keyClick(card.form.fields["text"], Qt.Key.Key_End)
        agree(dialog)

    answer(separate)
    drop(path)

    assert project.texts == ["Some words, and more"]


def test_the_encoding_of_a_table_is_asked_before_its_columns(drop, project, answer, tmp_path):
    path = write(tmp_path, "a.csv", f"text,title\n{WORD},ن\n", "cp1256")
    chosen = []

    def choose_reading(dialog: EncodingDialog):
        button = dialog.groups[path].buttons()[0]
        chosen.append(button.property("encoding"))
        QTest.keyClick(button, Qt.Key.Key_Space)
        dialog.accept()

    def look(dialog: ReadingDialog):
        assert WORD.encode("cp1256").decode(chosen[0]) in dialog.cards[0].form.fields["text"].currentText()
        agree(dialog)

    answer(choose_reading)
    answer(look)
    drop(path)

    assert project.texts == [WORD.encode("cp1256").decode(chosen[0])]


def test_a_table_that_cannot_be_read_is_told_why_and_left_out(drop, project, answer, tmp_path, qtbot):
    bad = write(tmp_path, "a.xlsx", "PK no workbook")
    good = write(tmp_path, "b.csv", f"text\n{ARABIC}\n")
    shown = []

    def look(dialog: ReadingDialog):
        card, other = dialog.cards
        shown.append((bare(card.problem.text()), card.problem.isVisible(), card.form.fields, card.chosen()))
        assert not other.problem.isVisible()
        assert other.form.fields
        card.kind.setFocus()
        choose(card.kind, "Table of articles (CSV, TSV, Excel)")
        qtbot.waitUntil(lambda: not card.waits)
        shown.append((bare(card.problem.text()), card.problem.isVisible(), card.form.fields))
        QTest.keyClick(card.kind, Qt.Key.Key_End)
        agree(dialog)

    answer(look)
    drop(bad, good)

    why = "a.xlsx is no ZIP archive, or is damaged."
    assert shown == [(why, True, {}, None), (why, True, {})]
    assert project.texts == [ARABIC]


def test_while_a_sheet_is_chosen_that_is_not_there_the_form_stays_and_says_so(answer, drop, tmp_path, qtbot):
    book = Workbook()
    book.active.append(["text", "title"])
    book.active.append([ARABIC, "ن"])
    book.create_sheet("ب").append(["body"])
    book.save(tmp_path / "a.xlsx")
    shown = []

    def look(dialog: ReadingDialog):
        card = dialog.cards[0]
        for sheet in ("x", "ب"):
            card.form.fields["sheet"].setText(sheet)
            qtbot.waitUntil(lambda: not card.waits)
            shown.append((bare(card.problem.text()), card.form.fields["text"].count()))
        dialog.reject()

    answer(look)
    drop(tmp_path / "a.xlsx")

    assert shown == [("a.xlsx has no sheet “x”; there are: Sheet, ب.", 2), ("", 1)]


def test_a_file_of_an_unknown_kind_is_asked_about_and_may_be_left_out(drop, project, answer, tmp_path):
    path = write(tmp_path, "notes.dat")

    def leave_out(dialog: ReadingDialog):
        QTest.keyClick(dialog.cards[0].kind, Qt.Key.Key_End)
        agree(dialog)

    answer(leave_out)
    drop(path)
    assert project.texts == []
    answer(agree)
    drop(path)
    assert project.texts == [ARABIC]


def test_the_boilerplate_of_a_web_page_may_become_zones(drop, project, answer, empty, tmp_path):
    body = f"<nav>قائمة الأخبار</nav><article><h1>خبر</h1><p>{ARABIC * 4}</p></article>"
    path = write(tmp_path, "a.html", f"<html><head><title>خبر</title></head><body>{body}</body></html>")

    def mark(dialog: ReadingDialog):
        QTest.keyClick(dialog.cards[0].form.fields["boilerplate"], Qt.Key.Key_Down)
        agree(dialog)

    answer(mark)
    drop(path)

    assert "قائمة الأخبار" in project.texts[0]
    assert empty.workspace.project.database["zone"].count == 1


def test_tab_goes_from_the_kind_of_file_through_its_options(drop, answer, qtbot, tmp_path):
    path = write(tmp_path, "a.csv", "text\nSome\n")
    seen = []

    def look(dialog: ReadingDialog):
        card = dialog.cards[0]
        QTest.keyClick(card.kind, Qt.Key.Key_Up)
        QTest.keyClick(card.kind, Qt.Key.Key_Down)
        # A layout shows what was put into it only when events are handled.
        qtbot.waitUntil(lambda: not card.waits and card.form.isVisible())
        card.kind.setFocus()
        for _ in card.form.fields:
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
            seen.append(dialog.focusWidget())
        assert seen == list(card.form.fields.values())
        dialog.reject()

    answer(look)
    drop(path)
    assert seen


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_questions_about_a_table_fit_a_small_screen_in_both_languages(
    start, make_project, answer, qtbot, tmp_path, language
):
    project = make_project()
    project.close()
    window = start(project.path, language=language).window
    body = ",".join(f"column {number} with a long name" for number in range(40))
    path = write(tmp_path, "a.csv", f"{body}\n{','.join(['words'] * 40)}\n")
    seen = []

    def measure(dialog: ReadingDialog):
        card = dialog.cards[0]
        seen.append(dialog.width() <= 1024 and dialog.height() <= 700)
        seen.append(card.width() >= card.minimumSizeHint().width())
        dialog.reject()

    answer(measure)
    window.imports.add([path])
    qtbot.waitUntil(lambda: bool(seen))

    assert seen == [True, True]
