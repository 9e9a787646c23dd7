"""The board by its keys: what it shows, what a person says of it, and that it follows the project."""

import csv

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.errors import UserError
from annotator.core.label_edits import delete_label
from annotator.store import comparing, queries
from annotator.store.relabelling import carry_out
from annotator.ui.board import feed

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
TROOPS = "جندي"


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifier)


def quotes(board):
    return [figure.annotation.quote for figure in board.figures.model.rows()]


def choose(board, *values):
    """Select figures of the group by their values, as one does with Ctrl and clicks."""
    rows = board.figures.model.rows()
    ids = [row.id for row in rows if row.annotation.attributes["value"] in values]
    board.figures.table.select_ids(ids)
    return ids


def verdicts(board):
    database = board.figures._workspace.project.database
    return sorted(item.verdict for item in comparing.comparisons(database))


def groups(board):
    return [row.title.strip("\u2068\u2069") for row in board.figures.groups.model.rows]


def test_ctrl_shift_b_shows_figures_of_several_articles_by_what_they_count(sanad, board):
    assert groups(board)[0] == TROOPS
    assert quotes(board) == ["2500 أميركي", "2500 جندي", "2500 جندي", "حوالي 3500 جندي أجنبي"]
    assert "3 article" in board.figures.groups.model.rows[0].below
    assert board.figures.groups.model.rows[0].aside == "\u20662,500–3,500\u2069"
    assert sanad.window.action_set["board"].key_names() == "\u2066Ctrl+Shift+B\u2069"


@pytest.mark.parametrize(
    ("key", "verdict"),
    [
        ("=", "agreement"), ("a", "agreement"), ("!", "conflict"), ("c", "conflict"),
        ("/", "scope"), ("s", "scope"),
    ],
)  # fmt: skip
def test_a_key_says_of_each_pair_selected_what_it_is(board, key, verdict):
    choose(board, 2500)
    QTest.keyClicks(board.figures.table, key)
    assert verdicts(board) == [verdict] * 3
    assert board.figures.model.index(0, 1).data()[1:] == "2"


def test_the_keys_work_by_their_place_on_an_arabic_keyboard(board):
    choose(board, 2500, 3500)
    press_place(board.figures.table, "ش", 30)  # where A is
    assert verdicts(board) == ["agreement"] * 6


def press_place(widget, text, code):
    """Press the key at a place, as evdev numbers it, which types something else."""
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, ord(text), none, code + 8, 0, 0, text)
    QApplication.sendEvent(widget, event)


def test_a_verdict_is_one_step_that_undo_takes_back_and_the_history_names(board, sanad):
    choose(board, 2500, 3500)
    press(board.figures.table, Qt.Key.Key_C)
    step = sanad.workspace.undoable()
    assert (step.name, step.subject) == ("mark conflict", "4")
    QTest.keyClick(board, Qt.Key.Key_Z, CTRL)
    assert verdicts(board) == []
    QTest.keyClick(board, Qt.Key.Key_Z, CTRL | SHIFT)
    assert verdicts(board) == ["conflict"] * 6


def test_backspace_takes_back_what_was_said_of_those_selected(board):
    choose(board, 2500)
    press(board.figures.table, Qt.Key.Key_A)
    choose(board, 2500, 3500)
    press(board.figures.table, Qt.Key.Key_S)
    assert verdicts(board) == ["scope"] * 6
    choose(board, 2500)
    press(board.figures.table, Qt.Key.Key_Backspace)
    assert verdicts(board) == ["scope"] * 3


def test_one_alone_cannot_be_compared_and_the_board_says_so(board):
    choose(board, 3500)
    press(board.figures.table, Qt.Key.Key_A)
    assert "two or more" in board.problem.text()
    assert board.problem.isVisible()
    assert verdicts(board) == []
    choose(board, 2500)
    press(board.figures.table, Qt.Key.Key_A)
    assert not board.problem.isVisible()


def test_a_note_is_written_with_n_and_kept_with_enter(board):
    choose(board, 3500)
    press(board.figures.table, Qt.Key.Key_N)
    assert "first" in board.problem.text()
    choose(board, 2500, 3500)
    press(board.figures.table, Qt.Key.Key_S)
    press(board.figures.table, Qt.Key.Key_N)
    assert board.figures.bar.note.hasFocus()
    QTest.keyClicks(board.figures.bar.note, "all foreigners")
    press(board.figures.bar.note, Qt.Key.Key_Return)
    assert board.figures.table.hasFocus()
    assert {item.note for item in board.feed.comparisons.values()} == {"all foreigners"}
    press(board.figures.table, Qt.Key.Key_N)
    QTest.keyClicks(board.figures.bar.note, "other")
    press(board.figures.bar.note, Qt.Key.Key_Escape)
    assert board.figures.bar.note.text() == "all foreigners"


def test_u_gives_those_selected_a_unit_and_so_another_group_in_one_step(board, sanad):
    choose(board, 2500)
    press(board.figures.table, Qt.Key.Key_U)
    assert board.figures.bar.unit.hasFocus()
    QTest.keyClicks(board.figures.bar.unit, "soldier(US)")
    press(board.figures.bar.unit, Qt.Key.Key_Return)
    assert board.figures.table.hasFocus()
    assert len(quotes(board)) == 5
    assert len(board.figures.figures()) == 3
    assert sanad.workspace.undoable().subject == "unit: soldier(US) · 3"
    sanad.workspace.undo()
    assert sanad.workspace.annotation.quote in ("2500 أميركي", "2500 جندي")  # shown in its own article
    assert board.figures.groups.model.rows[0].below.startswith("4 ")
    choose(board, 900)
    press(board.figures.table, Qt.Key.Key_U)
    press(board.figures.bar.unit, Qt.Key.Key_Escape)
    assert board.figures.bar.unit.text() == "soldier(US)"


def test_the_hint_says_what_the_numbers_suggest_until_a_person_says_more(board):
    choose(board, 2500)
    assert "may agree" in board.figures.bar.remark.text()
    choose(board, 2500, 3500)
    assert "may conflict" in board.figures.bar.remark.text()
    press(board.figures.table, Qt.Key.Key_S)
    assert "different scope (6)" in board.figures.bar.remark.text()
    assert "may" not in board.figures.bar.remark.text()


def test_enter_shows_the_figure_in_its_article(board, sanad):
    (row_id,) = choose(board, 3500)
    press(board.figures.table, Qt.Key.Key_Return)
    assert sanad.workspace.opened.document.name.startswith("001")
    assert sanad.workspace.annotation_id == row_id
    assert sanad.window.focusWidget() is sanad.window.article


def test_digits_sort_by_a_column_and_again_the_other_way_round(board):
    choose(board, 3500)
    press(board.figures.table, Qt.Key.Key_1)
    assert quotes(board)[0] == "حوالي 3500 جندي أجنبي"
    assert [figure.annotation.quote for figure in board.figures.figures()] == ["حوالي 3500 جندي أجنبي"]
    press(board.figures.table, Qt.Key.Key_7)
    assert [figure.article.published for figure in board.figures.model.rows()] == ["2024-01-27", "", "", ""]


def test_several_groups_are_looked_at_together(board):
    side = board.figures.groups.list
    side.setFocus()
    press(side, Qt.Key.Key_Down, SHIFT)
    assert len(board.figures.groups.chosen_keys()) == 2
    assert len(quotes(board)) == 6


def test_the_groups_are_filtered_by_what_is_typed_folded(board):
    board.figures.groups.field.setText("جندى")
    assert groups(board) == [TROOPS]
    board.figures.groups.field.clear()
    assert len(groups(board)) > 1


def test_the_board_follows_what_is_marked_and_what_is_undone(board, sanad, tag):
    tag(sanad.workspace, "003", "أكثر من 150", {"value": 150, "op": ">", "counted": "هجمات"})
    assert "هجوم" in groups(board)
    sanad.workspace.undo()
    assert "هجوم" not in groups(board)


def test_a_figure_that_goes_takes_what_was_said_of_it_along_and_brings_it_back(board, sanad):
    (row_id,) = choose(board, 3500)
    choose(board, 2500, 3500)
    press(board.figures.table, Qt.Key.Key_S)
    figure = board.feed.board.figures[row_id]
    sanad.workspace.open_document(figure.article.document_id)
    sanad.workspace.untag([figure.annotation])
    assert len(quotes(board)) == 3
    assert verdicts(board) == ["scope"] * 3
    sanad.workspace.undo()
    assert len(quotes(board)) == 4
    assert verdicts(board) == ["scope"] * 6


def test_after_the_label_set_changed_all_is_read_again(board, sanad, qtbot):
    project = sanad.workspace.project
    carry_out(project, 1, delete_label(project.label_set, project.label_set.label_by_name["figure"]))
    qtbot.waitUntil(lambda: not board.feed.loading)
    assert groups(board) == []
    assert board.figures.empty.isVisible()


def test_another_reviewer_has_a_board_of_their_own(board, sanad, qtbot):
    sanad.workspace.add_reviewer("آخر")
    qtbot.waitUntil(lambda: not board.feed.loading)
    assert groups(board) == []
    assert board.figures.empty.isVisible()
    assert not board.save.isEnabled()
    assert "آخر" in board.state.text()
    sanad.workspace.be(queries.reviewers(sanad.workspace.project.database)[0])
    qtbot.waitUntil(lambda: not board.feed.loading and bool(groups(board)))
    assert groups(board)[0] == TROOPS


def test_claims_stand_under_who_made_them_and_enter_goes_there(board, sanad):
    board.tabs.setCurrentWidget(board.claims)
    titles = [row.title.strip("\u2068\u2069") for row in board.claims.speakers.model.rows]
    assert titles[0] == "الحكومة العراقية"
    assert titles[-1] == "the outlet"
    assert board.claims.detail.text() == board.claims.model.rows()[0].annotation.quote
    assert "الحكومة العراقية" in board.claims.said_by.text()
    board.claims.table.setFocus()
    press(board.claims.table, Qt.Key.Key_Return)
    assert sanad.workspace.annotation.quote == board.claims.model.rows()[0].annotation.quote


def test_the_plot_is_walked_with_the_arrows_and_clicked(board):
    plot = board.figures.plot
    plot.setFocus()
    press(plot, Qt.Key.Key_Down)
    first = [figure.annotation.quote for figure in board.figures.figures()]
    press(plot, Qt.Key.Key_Down, SHIFT)
    assert len(first) == 1
    assert len(board.figures.figures()) == 2
    press(plot, Qt.Key.Key_A)
    assert verdicts(board) == ["agreement"]
    target = next(row for row in board.figures.model.rows() if row.annotation.attributes["value"] == 3500)
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=plot.spot(target.id))
    assert [figure.id for figure in board.figures.figures()] == [target.id]
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, plot.height() - 3))
    assert [figure.id for figure in board.figures.figures()] == [target.id]


def test_the_table_is_saved_for_spreadsheets_beside_the_work(board, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr("annotator.ui.board.window.ask_target", lambda *_asked: tmp_path / "figures")
    board.save.click()
    assert not board.save.isEnabled()
    qtbot.waitUntil(board.save.isEnabled)
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 10
    assert "figures.csv" in board.state.text()
    board.tabs.setCurrentWidget(board.claims)
    board.save_csv(tmp_path / "claims.csv")
    qtbot.waitUntil(board.save.isEnabled)
    assert (tmp_path / "claims.csv").read_text(encoding="utf-8-sig").startswith("said_by,speaker_kind,claim")
    board.save_csv(tmp_path / "none" / "claims.csv")
    qtbot.waitUntil(board.problem.isVisible)
    assert "cannot be written" in board.problem.text()


def test_what_can_be_focused_has_a_name(board):
    page = board.figures
    for widget in (
        page.table, page.plot, page.groups.list, page.groups.field, page.bar.note, page.bar.agree,
        page.bar.conflict, page.bar.scope, board.claims.table, board.claims.speakers.list,
    ):  # fmt: skip
        assert widget.accessibleName()
    assert "4 " in page.plot.accessibleDescription()
    assert page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Value: ")


def test_the_board_closes_with_its_project_and_with_its_window(board, sanad):
    sanad.workspace.close_project()
    assert not board.isVisible()


def test_a_closed_board_reads_nothing_until_it_is_shown_again(board, sanad, tag, show):
    board.close()
    assert not board.feed.loading
    tag(sanad.workspace, "003", "أكثر من 150", {"value": 150, "op": ">", "counted": "هجمات"})
    assert "هجوم" not in groups(board)
    assert "هجوم" in groups(show(sanad))


def test_a_read_only_project_can_be_looked_at_and_nothing_said(board, sanad):
    choose(board, 2500)
    sanad.workspace.set_busy(True)
    choose(board, 2500)
    assert not board.figures.bar.agree.isEnabled()
    press(board.figures.table, Qt.Key.Key_A)
    assert "still running" in board.problem.text()
    sanad.workspace.set_busy(False)


def test_of_very_many_figures_the_first_are_shown_and_the_board_says_so(board, monkeypatch):
    monkeypatch.setattr("annotator.ui.board.figures_page.MOST", 3)
    board.refresh()
    assert len(quotes(board)) == 3
    assert board.figures.limit.isVisible()
    assert "first 3 of 4" in board.figures.limit.text()


def test_the_plot_says_so_where_no_figure_has_a_number(board, sanad, tag):
    tag(sanad.workspace, "002", "أوستن", {"op": "vague", "unit": "zzz"})
    board.figures.groups.choose(["zzz"])
    assert len(quotes(board)) == 1
    assert "1 without a number" in board.figures.plot.accessibleDescription()
    assert not board.figures.plot.grab().isNull()


def test_what_is_compared_while_the_board_is_read_stays_on_it(board, monkeypatch):
    held = []
    with monkeypatch.context() as patched:
        patched.setattr(board.feed._tasks, "start", lambda task, work: held.append((task, work)))
        board.feed._load()
    ((task, work),) = held
    found = work(task)  # read before the verdict, and heard of after it
    choose(board, 2500)
    press(board.figures.table, Qt.Key.Key_Equal)
    task.succeeded.emit(found)
    task.leave()
    task.ended.emit(task)
    assert not board.feed.loading
    assert len(board.feed.comparisons) == 3
    assert board.figures.model.data(board.figures.model.index(0, 1)) == "=2"


def test_figures_of_many_articles_are_followed_to_their_new_group(board, monkeypatch, qtbot):
    monkeypatch.setattr(feed, "_FEW", 1)
    ids = choose(board, 2500)
    board.figures.give_unit("soldier(US)")
    qtbot.waitUntil(lambda: not board.feed.loading)
    assert board.figures.groups.chosen_keys() == [board.feed.board.figures[ids[0]].key]
    assert len(quotes(board)) == 5
    assert sorted(figure.id for figure in board.figures.figures()) == sorted(ids)


def test_a_project_that_cannot_be_read_any_more_is_told_and_nothing_breaks(board, monkeypatch, qtbot):
    def refuse(*_arguments):
        raise UserError("No project is open; open one first.")

    monkeypatch.setattr(feed, "all_contents", refuse)
    board.feed._load()
    qtbot.waitUntil(lambda: not board.feed.loading)
    assert board.problem.isVisible()
    assert groups(board)[0] == TROOPS
