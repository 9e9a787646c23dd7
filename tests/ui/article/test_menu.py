"""What the menu is about."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QGuiApplication

from tests.ui.article.sample import TEXT, span_of


class TestMenu:
    def ask(self, view, point, reason=QContextMenuEvent.Reason.Mouse):
        event = QContextMenuEvent(reason, point, view.viewport().mapToGlobal(point))
        QGuiApplication.sendEvent(view.viewport(), event)

    def test_on_a_word_it_is_about_the_word(self, shown, hand, qtbot):
        point = hand.on("العراق")
        with qtbot.waitSignal(shown.menu_asked) as asked:
            self.ask(shown, point)
        assert asked.args == [shown.viewport().mapToGlobal(point), span_of("العراق"), None]
        assert shown.word_under_caret() == span_of("العراق")

    def test_on_the_selection_it_is_about_the_selection(self, shown, hand, qtbot):
        shown.select(span_of("مسؤول في وزارة"))
        with qtbot.waitSignal(shown.menu_asked) as asked:
            self.ask(shown, hand.on("وزارة"))
        assert asked.args[1:] == [span_of("مسؤول في وزارة"), None]
        assert shown.selection() == span_of("مسؤول في وزارة")

    def test_on_an_annotation_it_picks_it(self, shown, hand, annotate, qtbot):
        shown.add_annotation(annotate(TEXT, "وزارة الدفاع", 1, 7))
        with qtbot.waitSignals([shown.menu_asked, shown.annotation_picked]):
            self.ask(shown, hand.on("الدفاع"))
        assert shown.selected_annotation() == 7
        with qtbot.waitSignal(shown.menu_asked) as asked:
            self.ask(shown, hand.on("سوريا"))
        assert asked.args[2] is None
        assert shown.selected_annotation() is None

    def test_by_key_it_is_about_what_is_selected(self, shown, qtbot):
        shown.set_caret(TEXT.index("العراق") + 2)
        with qtbot.waitSignal(shown.menu_asked) as asked:
            self.ask(shown, QPoint(1, 1), QContextMenuEvent.Reason.Keyboard)
        assert asked.args[1:] == [span_of("العراق"), None]
