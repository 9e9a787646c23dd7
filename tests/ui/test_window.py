import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from annotator.core.records import Span
from annotator.ui import theme
from annotator.ui.dialogs.cheat_sheet import CheatSheet
from annotator.ui.dialogs.palette import Palette, fit
from annotator.ui.models.annotations import Heading

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def key(window, *arguments):
    QTest.keyClick(window.focusWidget(), *arguments)


def open_row(window, row):
    window.workspace.open_document(window.documents.model.summary(row).document.id)


def names(window):
    model = window.documents.model
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_sample_opens_on_its_first_article_with_everything_about_it(start, sample):
    window = start(sample).window

    assert window.article.text.startswith("Skip to main content")
    assert window.documents.model.rowCount() == 5
    assert window.annotations.model.rowCount() == 112
    assert window.status_line.progress.text() == "1 of 5 done"
    assert window.status_line.saved.text() == "✓ Saved"
    assert "Reviewer: \u2068sample\u2069" in window.reviewer_button.text()


def test_the_filter_finds_by_name_and_by_status(qtbot, window):
    qtbot.keyClicks(window.documents.filter, "002")
    assert names(window) == ["مباحثات بين بغداد وواشنطن لرسم مستقبل قوات التحالف في العراق"]

    window.documents.filter.clear()
    window.documents.status.setCurrentIndex(3)
    assert len(names(window)) == 1

    qtbot.keyClicks(window.documents.filter, "nothing like it")
    assert window.documents.empty.isVisible()
    assert "filter" in window.documents.empty.text()


def test_an_article_without_a_title_goes_by_how_it_begins(qtbot, window, workspace):
    assert workspace.opened.document.title == ""
    assert names(window)[1].startswith("أيلاف من لندن: فيما تُعقد في واشنطن")
    assert "أيلاف من لندن: فيما تُعقد في واشنطن" in window.article_pane.title.text()
    assert window.article_pane.title.objectName() == ""

    window.documents.filter.setText("أيلاف من")  # QTest types only Latin letters
    assert len(names(window)) == 1

    window.documents.filter.clear()
    open_row(window, 0)
    assert window.article_pane.title.objectName() == "heading"


def test_a_title_too_long_for_the_head_is_cut_where_it_ends(window, workspace):
    open_row(window, 0)
    title = window.article_pane.title
    title.setText("إنهاء مهمة التحالف الدولي " * 20)
    window.resize(1000, 700)
    QApplication.processEvents()

    assert title.shown().startswith("إنهاء مهمة")
    assert title.shown().endswith("…")
    assert title.fontMetrics().horizontalAdvance(title.shown()) <= title.width()
    assert window.article_pane.finish.width() >= window.article_pane.finish.sizeHint().width()


def test_articles_follow_each_other_by_key(window, workspace):
    first = workspace.opened.document.position

    key(window, Qt.Key.Key_PageDown, CTRL)
    assert workspace.opened.document.position == first + 1

    key(window, Qt.Key.Key_Up, ALT)
    assert workspace.opened.document.position == first


def test_a_click_on_a_row_jumps_to_the_annotation(qtbot, window, workspace):
    open_row(window, 0)
    index = window.annotations.model.index(40)
    window.annotations.list.scrollTo(index)

    position = window.annotations.list.visualRect(index).center()
    qtbot.mouseClick(window.annotations.list.viewport(), Qt.MouseButton.LeftButton, pos=position)

    assert workspace.annotation == window.annotations.model.item(40)
    assert window.article.rectangles(workspace.annotation.span)


def test_annotations_are_grouped_by_label_with_counts(window):
    open_row(window, 0)
    window.annotations.order.setCurrentIndex(1)
    model = window.annotations.model

    headings = [item for row in range(model.rowCount()) if isinstance(item := model.item(row), Heading)]

    assert [(item.label.name, item.count) for item in headings] == [
        ("actor", 66),
        ("location", 14),
        ("figure", 6),
        ("claim", 26),
    ]
    model.toggle(0)
    assert model.rowCount() == 112 + 4 - 66


def test_the_inspector_shows_the_selected_annotation(window, workspace):
    open_row(window, 0)
    figure = next(item for item in workspace.opened.in_order() if item.attributes.get("value") == 2500)

    workspace.select(figure.id)

    assert window.inspector.quote.text() == f"\u2068{figure.quote}\u2069"
    assert window.inspector.offsets.text() == f"\u2066{figure.start}–{figure.end}\u2069"
    assert window.inspector.first_field().text() == "2500"
    assert window.status_line.labels.text() == "\u2068Figure\u2069 in \u2068Claim\u2069"


def test_a_value_typed_into_the_inspector_is_kept(window, workspace):
    open_row(window, 0)
    figure = next(item for item in workspace.opened.in_order() if item.attributes.get("value") == 2500)
    workspace.select(figure.id)
    field = window.inspector.first_field()
    field.setFocus()
    field.selectAll()

    field.insert("٣٠٠٠")
    key(window, Qt.Key.Key_Return)

    assert workspace.annotation.attributes["value"] == 3000


def test_a_value_that_is_no_number_is_refused_in_words(qtbot, window, workspace):
    open_row(window, 0)
    figure = next(item for item in workspace.opened.in_order() if item.attributes.get("value") == 2500)
    workspace.select(figure.id)
    field = window.inspector.first_field()
    field.setFocus()

    qtbot.keyClicks(field, "x")
    key(window, Qt.Key.Key_Return)

    assert "is not a number" in field.message.text()
    assert workspace.annotation.attributes["value"] == 2500


def test_a_note_is_kept_when_the_focus_leaves_it(qtbot, window, workspace):
    window.article.select(Span(0, 6))
    key(window, Qt.Key.Key_1)
    key(window, Qt.Key.Key_N)

    qtbot.keyClicks(window.inspector.note, "sure?")
    window.article.setFocus()

    assert workspace.annotation.note == "sure?"


def test_a_note_belongs_to_the_annotation_it_was_typed_for(qtbot, window, workspace):
    open_row(window, 0)
    first, second = workspace.opened.in_order()[:2]
    workspace.select(first.id)
    window.inspector.focus_note()
    qtbot.keyClicks(window.inspector.note, "mine")

    workspace.select(second.id)

    assert workspace.opened.annotations[first.id].note == "mine"
    assert workspace.opened.annotations[second.id].note == ""
    assert window.inspector.note.toPlainText() == ""


def test_panels_hide_and_their_state_returns(start, sample):
    sanad = start(sample)
    sanad.window.article.setFocus()
    key(sanad.window, Qt.Key.Key_F2)
    assert not sanad.window.docks["documents"].isVisible()
    assert not sanad.window.action_set["documents-panel"].isChecked()
    sanad.window.close()
    sanad.close()

    again = start(sample)

    assert not again.window.docks["documents"].isVisible()
    assert again.window.docks["inspector"].isVisible()
    again.window.action_set["documents-panel"].trigger()
    assert again.window.docks["documents"].isVisible()


def test_f6_goes_round_the_panes(window):
    seen = []
    for _ in range(4):
        key(window, Qt.Key.Key_F6)
        seen.append(window.focusWidget())

    assert window.documents.list in seen
    assert window.annotations.list in seen or len(set(seen)) > 1
    assert window.article in seen


def test_the_palette_lists_every_action_and_finds_it_in_both_languages(window):
    palette = Palette(window.action_set.all(), window)
    listed = [palette.list.item(row).text() for row in range(palette.list.count())]
    assert len(listed) == len(window.action_set.all()) - 1  # itself

    palette.field.setText("تصدير")
    assert palette.list.item(0).text().startswith("Export gold data…")
    palette.field.setText("exgo")
    assert palette.list.item(0).text().startswith("Export gold data…")
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


def test_every_menu_shows_every_action(window):
    menus = [action.menu() for action in window.menuBar().actions()]
    menus += [action.menu() for menu in menus for action in menu.actions() if action.menu()]
    shown = {action for menu in menus for action in menu.actions() if action.objectName()}

    assert {action.objectName() for action in shown} == {item.row.id for item in window.action_set.all()}


def test_no_key_has_two_meanings_in_one_place(window):
    taken: dict[str, str] = {}
    for action in window.action_set.all():
        for sequence in action.shortcuts():
            text = sequence.toString()
            assert text not in taken, (text, taken.get(text), action.row.id)
            taken[text] = action.row.id


def test_every_widget_one_can_reach_has_a_name(window):
    open_row(window, 0)
    window.workspace.select(window.workspace.opened.in_order()[5].id)
    nameless = [
        widget
        for widget in window.findChildren(object)
        if hasattr(widget, "focusPolicy")
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and not (hasattr(widget, "text") and widget.text())
        and not isinstance(widget.parent(), QLineEdit)
    ]

    assert [type(widget).__name__ for widget in nameless] == []


def test_the_arabic_window_is_mirrored_and_in_arabic(start, sample):
    window = start(sample, language="ar").window

    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert window.docks["documents"].x() > window.article.mapTo(window, QPoint(0, 0)).x()
    assert window.docks["inspector"].x() < window.article.mapTo(window, QPoint(0, 0)).x()
    assert window.menuBar().actions()[0].text() == "ملف"
    assert window.tool_row.chips[0].text() == "جهة"
    assert window.status_line.progress.text() == "أُنجز 1 من 5"


def test_the_language_changes_while_the_window_is_open(qtbot, sanad):
    document = sanad.workspace.opened.document
    before = sanad.window

    sanad.window.action_set["arabic"].trigger()
    qtbot.waitUntil(lambda: sanad.window is not before)

    assert sanad.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert sanad.workspace.opened.document == document
    assert sanad.window.article.text.startswith("قراؤنا")
    assert sanad.window.isVisible()


def test_dark_colours_apply_at_once(window):
    window.action_set["dark"].trigger()

    assert window.palette().window().color().lightness() < 60
    assert window.article.paper.dark
    assert window.action_set["dark"].isChecked()


def test_counts_may_have_arabic_digits_but_offsets_do_not(qtbot, sanad):
    before = sanad.window
    sanad.preferences.set("digits", "arabic")
    qtbot.waitUntil(lambda: sanad.window is not before)
    window = sanad.window
    open_row(window, 0)
    sanad.workspace.select(sanad.workspace.opened.in_order()[0].id)

    assert window.status_line.progress.text() == "١ of ٥ done"
    assert "٢" not in window.inspector.offsets.text()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_text_stands_out_from_what_is_behind_it(colours):
    chosen = theme.LIGHT if colours == "light" else theme.DARK

    for ink in (chosen.ink, chosen.muted, chosen.done, chosen.accent):
        for ground in (chosen.desk, chosen.paper):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(chosen.on_accent, chosen.accent) >= 4.5
    assert contrast(chosen.on_warning, chosen.warning) >= 4.5


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_damaged_text_is_told_and_the_article_that_is_open_stays(window, workspace, monkeypatch):
    before = workspace.opened.document
    target = window.documents.model.summary(0).document
    database = workspace.project.database
    database.execute("UPDATE text SET content = content || 'x' WHERE sha256 = ?", (target.text_sha256,))

    window.documents.open_neighbour(-1)

    assert "damaged" in window.banner.sentence.text()
    assert workspace.opened.document == before


def test_relations_of_the_sample_are_shown_and_can_be_followed(qtbot, window, workspace):
    open_row(window, 0)
    link = next(iter(workspace.opened.relations.values()))
    workspace.select(link.source_id)
    button = next(
        item
        for item in window.inspector.findChildren(QPushButton, "link")
        if "Said by" in item.accessibleName()
    )

    button.click()

    assert workspace.annotation_id == link.target_id


def test_invisible_characters_can_be_shown(window):
    window.action_set["invisibles"].trigger()

    assert window.article.shows_invisibles()
    assert window.action_set["invisibles"].isChecked()


def test_settings_take_effect_at_once_and_can_be_restored(qtbot, window):
    from annotator.ui.dialogs.settings import SettingsDialog

    dialog = SettingsDialog(window.preferences, window)
    dialog.fields["font_size"].setValue(24)
    assert window.article.reading().size == 24

    dialog._restore()

    assert window.article.reading().size == 17
    assert dialog.fields["font_size"].value() == 17
    dialog.deleteLater()


def test_the_settings_stay_open_through_a_change_of_language(qtbot, sanad):
    from annotator.ui.dialogs.settings import SettingsDialog

    before = sanad.window
    before.show_settings()
    sanad.preferences.set("language", "ar")
    qtbot.waitUntil(lambda: sanad.window is not before)

    dialog = sanad.window.findChild(SettingsDialog)
    assert dialog.isVisible()
    assert dialog.windowTitle() == "الإعدادات"
    dialog.close()
