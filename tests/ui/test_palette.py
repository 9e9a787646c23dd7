"""Finding an action: the palette and the cheat sheet."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.ui import theme
from annotator.ui.dialogs.cheat_sheet import CheatSheet
from annotator.ui.dialogs.palette import Palette, fit
from tests.ui.steps import CTRL, SHIFT, key


def test_the_palette_lists_every_action_and_finds_it_in_both_languages(window):
    palette = Palette(window.action_set.all(), window)
    listed = [palette.list.item(row).text() for row in range(palette.list.count())]
    assert len(listed) == len(window.action_set.all()) - 1  # itself

    palette.field.setText("تصدير")
    assert palette.list.item(0).text().startswith("Export…")
    palette.field.setText("expo")
    assert palette.list.item(0).text().startswith("Export…")
    palette.deleteLater()


def test_the_palette_runs_what_is_chosen(qtbot, window, answer):
    def choose(dialog):
        qtbot.keyClicks(dialog.field, "dark colours")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    answer(choose)
    key(window, Qt.Key.Key_K, CTRL)

    assert theme.colours().dark


def test_letters_fit_a_name_in_order_and_starts_of_words_best():
    assert fit("xz", "Export gold") is None
    assert fit("eg", "Export gold") > fit("eg", "Merge")
    assert fit("", "anything") == 0


def test_the_cheat_sheet_lists_every_action(window):
    sheet = CheatSheet(window.action_set.all(), window)

    assert {action.title() for action in window.action_set.all()} <= set(sheet.rows)
    sheet.deleteLater()


def test_a_question_mark_opens_the_cheat_sheet(window, answer):
    seen = []
    answer(seen.append)

    key(window, Qt.Key.Key_Question, SHIFT)

    assert isinstance(seen[0], CheatSheet)
