"""Language, colours, digits and other settings, which take effect at once."""

import pytest
from PySide6.QtCore import QPoint, Qt

from annotator.ui import theme
from tests.ui.steps import open_row


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
