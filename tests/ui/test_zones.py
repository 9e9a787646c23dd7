import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from annotator.core.records import Span
from annotator.store import queries

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def caret(window):
    """Put the caret on a word, with nothing selected."""

    def put(quote):
        window.workspace.select(None)
        window.article.set_caret(window.article.text.index(quote))

    return put


def zones(workspace):
    kinds = workspace.label_set.zone_kind_by_id
    stored = queries.zones(workspace.project.database, workspace.opened.layer.id)
    assert sorted(stored, key=lambda zone: zone.start) == sorted(
        workspace.opened.zones, key=lambda zone: zone.start
    )
    return [kinds[zone.kind_id].name for zone in stored]


def test_alt_with_a_digit_says_what_the_paragraph_at_the_caret_is(window, workspace, caret):
    caret("واشنطن")

    QTest.keyClick(window.article, Qt.Key.Key_3, ALT)

    assert zones(workspace) == ["boilerplate"]
    place = workspace.opened.zones[0].span
    assert "واشنطن" in place.quote(window.article.text)
    assert "\n" not in place.quote(window.article.text).strip()


def test_the_same_key_again_makes_it_body_text(window, workspace, caret):
    caret("واشنطن")
    QTest.keyClick(window.article, Qt.Key.Key_2, ALT)

    QTest.keyClick(window.article, Qt.Key.Key_2, ALT)

    assert zones(workspace) == []


def test_all_paragraphs_of_the_selection_are_marked(window, workspace):
    window.article.select(Span(0, len(window.article.text)))

    QTest.keyClick(window.article, Qt.Key.Key_4, ALT)

    assert set(zones(workspace)) == {"other_article"}
    assert len(zones(workspace)) > 5
    QTest.keyClick(window.article, Qt.Key.Key_Z, CTRL)
    assert zones(workspace) == []


def test_the_place_of_the_key_counts_on_an_arabic_layout(window, workspace, caret):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QGuiApplication, QKeyEvent

    caret("واشنطن")
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, ALT, 10, 0, 0, "١")

    QGuiApplication.sendEvent(window.article, event)

    assert zones(workspace) == ["headline"]


def test_menu_and_tool_row_offer_the_zones_and_show_what_the_paragraph_is(window, workspace, caret):
    caret("واشنطن")
    QTest.keyClick(window.article, Qt.Key.Key_1, ALT)

    menu = window.action_set.menu("zones")
    shown = [(action.text().split("\t")[0], action.isChecked()) for action in menu.actions()]
    assert shown == [("Headline", True), ("Caption", False), ("Boilerplate", False), ("Other article", False)]
    assert window.tool_row.zones.menu().actions() == menu.actions()

    window.article.set_caret(len(window.article.text))
    window.tool_row.zones.menu().aboutToShow.emit()
    assert not window.action_set["zone-headline"].isChecked()


def test_what_lies_in_a_zone_is_not_counted_as_body_text(window, workspace, caret):
    caret("واشنطن")
    QTest.keyClick(window.article, Qt.Key.Key_1)
    caret("الخميس")
    QTest.keyClick(window.article, Qt.Key.Key_2)
    assert window.annotations.counts.text() == "Actor\N{NO-BREAK SPACE}1 · Location\N{NO-BREAK SPACE}1"

    caret("واشنطن")
    QTest.keyClick(window.article, Qt.Key.Key_2, ALT)

    assert (
        window.annotations.counts.text()
        == "Location\N{NO-BREAK SPACE}1 · 1\N{NO-BREAK SPACE}in\N{NO-BREAK SPACE}zones"
    )


def test_the_head_tells_the_paragraph_and_the_zone(window, workspace, caret):
    pane = window.article_pane
    caret("واشنطن")
    before = pane.paragraphs.text()
    count = int(before.split("/")[1].split()[0])

    QTest.keyClick(window.article, Qt.Key.Key_2, ALT)

    assert pane.paragraphs.text().startswith("\u2068Caption\u2069 · ")
    assert int(pane.paragraphs.text().split("·")[1].split()[0]) == count - 1


def test_a_blank_line_is_no_paragraph(window, workspace):
    window.article.set_caret(window.article.text.index("\n\n") + 1)

    QTest.keyClick(window.article, Qt.Key.Key_1, ALT)

    assert zones(workspace) == []
    assert "blank lines" in window.banner.sentence.text()


def test_the_menu_of_the_text_offers_labels_and_zones(window, workspace, caret):
    caret("واشنطن")
    window.article_menu.fill(window.article.word_under_caret(), None)
    menu = window.article_menu.menu
    texts = [action.text().split("\t")[0] for action in menu.actions()]

    assert texts[:4] == ["Actor", "Location", "Figure", "Claim"]
    assert "Zones" in texts
    menu.actions()[1].trigger()
    assert workspace.annotation.quote == "واشنطن"

    window.article_menu.fill(workspace.annotation.span, workspace.annotation_id)
    texts = [action.text().split("\t")[0] for action in menu.actions()]
    assert "Delete the annotation" in texts


def test_the_menu_comes_up_by_key(window, workspace, caret, qtbot):
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QContextMenuEvent, QGuiApplication

    caret("واشنطن")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QGuiApplication.sendEvent(window.article.viewport(), event)

    menu = window.article_menu.menu
    assert isinstance(menu, QMenu)
    qtbot.waitUntil(menu.isVisible)
    menu.close()
