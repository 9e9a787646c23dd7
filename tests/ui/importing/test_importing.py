"""Files into the project, from the drop to the report: nothing is asked that is not in doubt."""

import json
import zipfile

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from annotator.exchange.importing import Importer
from annotator.ui import slicing
from annotator.ui.dialogs.reading import ReadingDialog
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.dialogs.taking_in import TakingInDialog
from tests.ui.importing.steps import ARABIC, agree, bare, choose, press, write


def cells(dialog: ReportDialog):
    rows = range(dialog.table.rowCount())
    return [tuple(bare(dialog.table.item(row, column).text()) for column in (0, 1)) for row in rows]


def test_ten_plain_texts_go_in_without_a_question(drop, project, empty, tmp_path):
    drop(*[write(tmp_path, f"{number}.txt", ARABIC + " " * number) for number in range(10)])

    assert len(project.texts) == 10
    assert empty.window.banner.sentence.text().startswith("10 article")


def test_an_archive_gives_its_files_and_names_those_that_cannot_be_read(drop, project, answer, tmp_path):
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("a/one.txt", ARABIC)
        archive.writestr("picture.png", b"\x89PNG\r\n\x1a\n\0\0")
    seen = []
    answer(lambda dialog: seen.extend(cells(dialog)))

    drop(tmp_path / "all.zip")

    assert project.texts == [ARABIC]
    assert [name for name, _ in seen] == ["all.zip/picture.png"]


def test_names_of_another_tool_become_ours_new_ones_or_nothing(drop, project, empty, answer, doccano):
    named = ("الرئيس الأميركي", "PERSON"), ("بغداد", "LOC"), ("يوم الثلاثاء", "DATE"), ("نحو", "NOISE")
    shown = {}

    def decide(dialog: TakingInDialog):
        shown.update({name: bare(box.currentText()) for name, box in dialog.names.labels.items()})
        choose(dialog.names.labels["NOISE"], "Leave out")
        choose(dialog.names.labels["LOC"], "Actor")
        agree(dialog)

    answer(decide)
    seen = []
    answer(lambda dialog: seen.extend(cells(dialog)))
    drop(doccano(*named))

    assert shown == {"PERSON": "Actor", "LOC": "Location", "DATE": "New: DATE", "NOISE": "New: NOISE"}
    assert project.marked == [("actor", "الرئيس الأميركي"), ("actor", "بغداد"), ("DATE", "يوم الثلاثاء")]
    assert seen == [("NOISE", "1 annotation of this label left out, as chosen.")]
    empty.window.action_set["undo"].trigger()
    assert project.texts == []
    assert "DATE" not in project.labels.label_by_name


def test_what_was_chosen_for_names_is_proposed_again(drop, answer, doccano):
    def leave_out(dialog: TakingInDialog):
        choose(dialog.names.labels["NOISE"], "Leave out")
        agree(dialog)

    answer(leave_out)
    answer(lambda dialog: None)  # the report
    drop(doccano(("نحو", "NOISE")))
    again = []

    def look(dialog: TakingInDialog):
        again.append(dialog.names.labels["NOISE"].currentText())
        dialog.reject()

    answer(look)
    drop(doccano(("جندي", "NOISE"), name="other.jsonl", text=ARABIC + " "))

    assert again == ["Leave out"]


def test_the_report_names_whose_annotations_came_along(drop, empty, project, answer, doccano):
    def name_them(dialog: TakingInDialog):
        box = dialog.people[""]
        box.setFocus()
        box.lineEdit().selectAll()
        QTest.keyClicks(box.lineEdit(), "Huda")
        agree(dialog)

    answer(name_them)
    drop(doccano(("بغداد", "location")))

    assert "1 annotation came along, by Huda." in bare(empty.window.banner.sentence.text())
    assert "Huda" in project.reviewers


def test_annotations_of_nobody_in_particular_are_of_whoever_imports_each_time(
    drop, project, empty, answer, doccano
):
    answer(agree)
    drop(doccano(("بغداد", "location")))
    assert empty.workspace.reviewer.name in bare(empty.window.banner.sentence.text())
    empty.workspace.add_reviewer("Huda")
    shown = []

    def look(dialog: TakingInDialog):
        shown.append(dialog.people[""].currentText())
        dialog.reject()

    answer(look)
    drop(doccano(("نحو", "location"), name="b.jsonl", text=ARABIC + " "))
    assert shown == ["Huda"]


def test_things_that_cannot_be_used_are_listed_beforehand_and_left_out(drop, project, answer, doccano):
    bad = {"id": 9, "start_offset": 5, "end_offset": 5000, "label": "location"}
    seen = []
    answer(agree)
    answer(lambda dialog: seen.extend(cells(dialog)))

    drop(doccano(("بغداد", "location"), extra=[bad]))

    assert project.marked == [("location", "بغداد")]
    assert len(seen) == 1
    assert "5000" in seen[0][1]


def test_a_file_with_something_that_cannot_be_used_may_be_left_out_whole(
    drop, project, answer, doccano, tmp_path
):
    bad = {"id": 9, "start_offset": 5, "end_offset": 5000, "label": "location"}
    good = write(tmp_path, "good.txt", "نص آخر")

    def leave_out_the_file(dialog: TakingInDialog):
        QTest.keyClick(dialog._faults.buttons()[1], Qt.Key.Key_Space)
        agree(dialog)

    seen = []
    answer(leave_out_the_file)
    answer(lambda dialog: seen.extend(cells(dialog)))
    drop(doccano(("بغداد", "location"), extra=[bad]), good)

    assert project.texts == ["نص آخر"]
    assert [name for name, _ in seen] == ["admin.jsonl"]


def test_back_leads_to_how_the_files_are_read(drop, project, answer, tmp_path):
    record = {"data": {"text": "نص", "body": ARABIC}, "annotations": [{"id": 1, "result": [LABELLED]}]}
    path = write(tmp_path, "tasks.json", json.dumps([record], ensure_ascii=False))

    def go_back(dialog: TakingInDialog):
        press(next(item for item in dialog.buttons.buttons() if item.text() == "Back"))

    def choose_field(dialog: ReadingDialog):
        QTest.keyClicks(dialog.cards[0].form.fields["text"], "body")
        agree(dialog)

    answer(go_back)
    told = []
    answer(choose_field)
    answer(agree)
    answer(lambda report: told.append(report.table.item(0, 1).text()))
    drop(path)

    assert project.texts == [ARABIC]
    assert "an article has no place for “text”" in bare(told[0])


LABELLED = {
    "id": "a",
    "type": "labels",
    "from_name": "label",
    "to_name": "text",
    "value": {"start": 0, "end": 2, "text": "قا", "labels": ["WORD"]},
}


@pytest.mark.parametrize("kind", [ReadingDialog, TakingInDialog])
def test_cancel_in_any_dialog_leaves_the_project_as_it_was(drop, project, answer, doccano, tmp_path, kind):
    files = {ReadingDialog: write(tmp_path, "a.csv", "text\nSome\n"), TakingInDialog: doccano(("نحو", "X"))}

    def think_better_of_it(dialog):
        assert isinstance(dialog, kind)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    answer(think_better_of_it)
    drop(files[kind])

    assert project.texts == []


def test_articles_that_are_there_already_are_asked_about_in_the_same_sheet(
    drop, project, answer, doccano, tmp_path
):
    drop(write(tmp_path, "one.txt"))

    def add_again(dialog: TakingInDialog):
        QTest.keyClick(dialog._repeated.buttons()[1], Qt.Key.Key_Space)
        agree(dialog)

    listed = []
    answer(agree)
    answer(lambda dialog: listed.extend(cells(dialog)))
    drop(doccano(("بغداد", "LOC")))
    assert project.texts == [ARABIC]
    assert project.marked == [("location", "بغداد")]
    assert listed == [("one.txt", "Annotations were added to this article, which has the same text.")]
    answer(add_again)
    drop(doccano(("نحو", "LOC"), name="b.jsonl"))
    assert project.texts == [ARABIC, ARABIC]


def test_predictions_of_machines_become_suggestions(drop, project, empty, answer, tmp_path):
    place = ARABIC.index("بغداد")
    found = {**LABELLED, "value": {"start": place, "end": place + 5, "text": "بغداد", "labels": ["LOC"]}}
    task = {
        "data": {"text": ARABIC},
        "predictions": [{"model_version": "m1", "score": 0.9, "result": [found]}],
    }
    answer(agree)

    drop(write(tmp_path, "tasks.json", json.dumps([task], ensure_ascii=False)))

    assert project.marked == []
    assert "1 annotation of a machine came along as a suggestion" in empty.window.banner.sentence.text()


@pytest.mark.usefixtures("answer")
def test_a_bad_archive_is_listed_and_the_other_files_go_in(drop, project, answer, tmp_path):
    good = write(tmp_path, "good.txt", ARABIC)
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("../evil.txt", "x")
    seen = []
    answer(lambda dialog: seen.extend(cells(dialog)))

    drop(tmp_path / "bad.zip", good)

    assert project.texts == [ARABIC]
    assert [name for name, _ in seen] == ["bad.zip"]


def test_an_import_that_is_given_up_leaves_nothing(drop, empty, project, tmp_path, monkeypatch):
    added, add = [], Importer.add

    def give_up_at_the_third(importer, bundle):
        added.append(bundle)
        if len(added) == 3:
            QTimer.singleShot(0, empty.window.imports.stop)
        return add(importer, bundle)

    monkeypatch.setattr(slicing, "_SLICE", 0)  # the window answers after each article
    monkeypatch.setattr(Importer, "add", give_up_at_the_third)

    drop(*[write(tmp_path, f"{number}.txt", f"{ARABIC} {number}") for number in range(50)])

    assert 3 <= len(added) < 50
    assert project.texts == []
    assert not empty.workspace.busy


def test_a_file_that_ends_badly_is_taken_back_whole_and_the_others_go_in(drop, project, answer, tmp_path):
    good = write(tmp_path, "good.txt", "نص آخر")
    lines = [json.dumps({"text": f"نص {number}", "label": []}, ensure_ascii=False) for number in range(3)]
    bad = write(tmp_path, "bad.jsonl", "\n".join([*lines, "{broken"]) + "\n")
    seen = []
    answer(lambda dialog: seen.extend(cells(dialog)))

    drop(bad, good)

    assert project.texts == ["نص آخر"]
    assert [name for name, _ in seen] == ["bad.jsonl"]


def test_the_sheet_fits_a_small_screen_however_many_names_there_are(drop, answer, doccano):
    words = [(ARABIC[:end], f"label {end}") for end in range(1, 60)]

    def measure(dialog: TakingInDialog):
        assert dialog.width() <= 1024
        assert dialog.height() <= 700
        assert dialog.minimumSizeHint().height() <= 700
        dialog.reject()

    answer(measure)
    drop(doccano(*words))
