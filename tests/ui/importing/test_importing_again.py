"""Files that are dropped again, and files that spoil: what goes in, what does not, and what is told."""

import json
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.store import queries
from annotator.ui import writing
from tests.ui.importing.steps import ARABIC, bare, write
from tests.ui.importing.test_importing import cells

NOTHING_NEW = "Nothing new: all that is in it is there already."


@pytest.fixture
def annotated(tmp_path):
    """Writes a file of annotated articles."""

    def make(*words, name="a.jsonl", text=ARABIC, more=""):
        labels = [[text.index(word), text.index(word) + len(word), "location"] for word in words]
        line = json.dumps({"text": text, "label": labels}, ensure_ascii=False)
        return write(tmp_path, name, f"{line}\n{more}")

    return make


def go(dialog):
    """Agree with the keyboard alone."""
    dialog.go.setFocus()
    QTest.keyClick(dialog.go, Qt.Key.Key_Return)


def read(seen):
    """Note a report as it is read, and close it."""

    def look(dialog):
        seen.append((dialog.windowTitle(), cells(dialog)))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    return look


def steps(empty):
    return len(empty.workspace.project.history())


def test_an_annotated_file_that_is_dropped_again_is_there_already(drop, project, empty, answer, annotated):
    path = annotated("بغداد")
    answer(go)
    drop(path)
    before = steps(empty)
    answer(go)

    drop(path)

    assert project.marked == [("location", "بغداد")]
    assert "1 article was there already" in bare(empty.window.banner.sentence.text())
    assert "Undo" not in empty.window.banner.sentence.text()
    assert steps(empty) == before


def test_a_layer_that_differs_is_refused_with_the_way_out_which_works(
    drop, project, answer, annotated, empty
):
    answer(go)
    drop(annotated("بغداد"))
    before, seen = steps(empty), []
    answer(go)
    answer(read(seen))

    drop(annotated("الرئيس"))

    ((title, ((name, sentence),)),) = seen
    assert (title, name) == ("Nothing was added", "a.jsonl")
    assert sentence.endswith(
        "says something else, and stays as it is; import this one under another reviewer's name."
    )
    assert project.marked == [("location", "بغداد")]
    assert steps(empty) == before

    def rename(dialog):
        box = dialog.people[""]
        box.setFocus()
        box.lineEdit().selectAll()
        QTest.keyClicks(box.lineEdit(), "Second")
        go(dialog)

    answer(rename)
    answer(read(seen))
    drop(annotated("الرئيس"))

    assert seen[1] == (
        "Added",
        [("a.jsonl:1", "Annotations were added to this article, which has the same text.")],
    )
    assert sorted(project.marked) == [("location", "الرئيس"), ("location", "بغداد")]
    assert "Second" in project.reviewers


def test_who_annotated_is_asked_where_a_named_reviewer_may_have_a_layer(drop, project, answer, tmp_path):
    place = ARABIC.index("بغداد")
    value = {"start": place, "end": place + 5, "text": "بغداد", "labels": ["location"]}
    region = {"id": "r", "type": "labels", "from_name": "l", "to_name": "t", "value": value}
    task = {"id": 7, "data": {"text": ARABIC}}
    task["annotations"] = [{"completed_by": {"email": "سعاد"}, "result": [region]}]
    path, asked = write(tmp_path, "tasks.json", json.dumps([task], ensure_ascii=False)), []

    def look(dialog):
        asked.append(list(dialog.people))
        go(dialog)

    drop(path)
    answer(look)
    drop(path)

    assert asked == [["سعاد"]]
    assert project.marked == [("location", "بغداد")]


def test_of_several_files_the_report_names_those_with_nothing_new(drop, project, answer, annotated):
    answer(go)
    drop(annotated("بغداد"))
    seen = []
    answer(go)
    answer(read(seen))

    drop(annotated("بغداد"), annotated("نص", name="b.jsonl", text="نص آخر"))

    assert seen == [("Added", [("a.jsonl", NOTHING_NEW)])]
    assert len(project.texts) == 2


def test_where_nothing_goes_in_the_report_tells_repeats_and_refusals_apart(drop, answer, annotated, empty):
    answer(go)
    drop(annotated("بغداد"))
    before, seen = steps(empty), []
    answer(go)
    answer(read(seen))

    drop(annotated("بغداد"), annotated("نص", name="b.jsonl", text="نص آخر", more="{broken"))

    ((title, rows),) = seen
    assert (title, [name for name, _sentence in rows]) == ("Nothing was added", ["b.jsonl", "a.jsonl"])
    assert rows[1][1] == NOTHING_NEW
    assert steps(empty) == before


def test_a_spoilt_file_is_taken_back_alone_and_none_is_read_again(
    drop, project, empty, answer, annotated, monkeypatch, tmp_path
):
    times, opened, done, step = Counter(), writing.opened, [], writing.Writing.step

    def counted(path, choices):
        times[path.name] += 1
        return opened(path, choices)

    def told(self):
        done.append(step(self))
        return done[-1]

    monkeypatch.setattr(writing, "opened", counted)
    monkeypatch.setattr(writing.Writing, "step", told)
    monkeypatch.setattr("annotator.ui.slicing._SLICE", 0)
    texts = [write(tmp_path, f"{number}.txt", f"نص {number}") for number in range(5)]
    bad = [annotated(name=f"bad{number}.jsonl", text=f"سيئ {number}", more="{broken") for number in range(3)]
    before, seen = steps(empty), []
    answer(read(seen))

    drop(texts[0], bad[0], *texts[1:3], bad[1], *texts[3:], bad[2])

    assert project.texts == [f"نص {number}" for number in range(5)]
    ((title, rows),) = seen
    assert (title, [name for name, _sentence in rows]) == (
        "Some files were not added",
        [path.name for path in bad],
    )
    assert times == {path.name: 1 for path in (*texts, *bad)}
    assert done == sorted(done)
    assert steps(empty) == before + 1
    QTest.keyClick(empty.window.article, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert project.texts == []
    assert queries.document_count(empty.workspace.project.database) == 0


def test_a_drive_that_is_full_takes_all_of_it_back_and_the_window_goes_on(
    drop, project, empty, answer, tmp_path
):
    store = empty.workspace.project.database
    ((pages,),) = store.execute("PRAGMA page_count").fetchall()
    store.execute(f"PRAGMA max_page_count = {pages + 20}")
    before, lines = (
        steps(empty),
        [json.dumps({"text": f"{number} " * 2000, "label": []}) for number in range(100)],
    )
    big, small = write(tmp_path, "big.jsonl", "\n".join(lines)), write(tmp_path, "small.txt", "نص")

    drop(write(tmp_path, "first.txt", "نص أول"), big)

    assert "the drive is full" in bare(empty.window.banner.sentence.text())
    assert (project.texts, steps(empty)) == ([], before)
    drop(small)
    assert project.texts == ["نص"]
