"""A long text is laid out ahead of the reader without holding anything up."""

import itertools

from PySide6.QtCore import QEvent, QObject

PARAGRAPH = "قال مسؤول في وزارة الدفاع، أمس: إن نحو 2500 جندي أميركي هناك. " * 6


def last_lines(view):
    """The lines of the last paragraph, 0 until it is laid out; asking for the size would do that."""
    return view.document().lastBlock().layout().lineCount()


class Watcher(QObject):
    """Notes how far the text is laid out at each tick, before the tick is followed."""

    def __init__(self, view):
        super().__init__()
        self.view = view
        self.reached = []
        view.document().documentLayout().installEventFilter(self)

    def eventFilter(self, _layout, event):  # noqa: N802
        if event.type() == QEvent.Type.Timer:
            self.reached.append(self.frontier())
        return False

    def frontier(self):
        block, position = self.view.document().begin(), 0
        while block.isValid() and block.layout().lineCount():
            position = block.position()
            block = block.next()
        return position


def test_a_long_text_is_laid_out_to_its_end_in_even_portions(view, qtbot):
    view.show_document("\n\n".join([PARAGRAPH] * 400), "rtl")
    watcher = Watcher(view)
    assert last_lines(view) == 0
    qtbot.waitUntil(lambda: last_lines(view) > 0, timeout=20_000)
    steps = [after - before for before, after in itertools.pairwise(watcher.reached)]
    assert len([step for step in steps if step]) > 5
    assert max(steps) < 25_000


def test_what_is_laid_out_in_portions_is_what_it_is_in_one_go(view, qtbot):
    view.show_document("\n\n".join([PARAGRAPH] * 200), "rtl")
    qtbot.waitUntil(lambda: last_lines(view) > 0, timeout=20_000)
    in_portions = view.document().documentLayout().documentSize()
    view.show_document(view.text, "rtl")
    assert view.document().documentLayout().documentSize() == in_portions


def test_lines_that_are_broken_anew_are_laid_out_again(view, qtbot):
    view.show_document("\n\n".join([PARAGRAPH] * 200), "rtl")
    qtbot.waitUntil(lambda: last_lines(view) > 0, timeout=20_000)
    before = last_lines(view)
    view.set_zoom(2.0)
    qtbot.waitUntil(lambda: last_lines(view) > before, timeout=20_000)


def test_it_rests_when_all_is_laid_out(view, qtbot):
    view.show_document("\n\n".join([PARAGRAPH] * 100), "rtl")
    qtbot.waitUntil(lambda: view.document().lastBlock().layout().lineCount() > 0, timeout=20_000)
    qtbot.wait(100)
    watcher = Watcher(view)
    qtbot.wait(100)
    assert watcher.reached == []
