"""The way by Tab and F6 to everything, and what a screen reader is told."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.ui.keyboard.steps import NONE, SHIFT, Key, select


def test_f6_reaches_every_pane_that_is_shown(window, workspace):
    workspace.open_document(window.documents.model.summary(0).document.id)
    for name in ("comments-panel", "history-panel"):
        window.action_set[name].trigger()
    window.docks.show("history")
    seen = []
    for _ in range(12):
        QTest.keyClick(window.focusWidget(), Key.Key_F6)
        seen.append(window.focusWidget())

    for pane in (window.tool_row, window.documents, window.article, window.annotations, window.history):
        assert any(pane is widget or pane.isAncestorOf(widget) for widget in seen), pane


def test_tab_reaches_every_control_and_each_has_a_name(window, workspace):
    """Tab in the article goes from annotation to annotation, so F6 leads out of it."""
    workspace.open_document(window.documents.model.summary(0).document.id)
    workspace.select(workspace.opened.in_order()[5].id)
    window.action_set["comments-panel"].trigger()
    window.action_set["find"].trigger()
    reached = walk(window)

    missing = [widget for widget in controls(window) if widget not in reached]
    assert [described(widget) for widget in missing] == []
    assert [described(widget) for widget in reached if not name_of(widget)] == []


def walk(window):
    """Everything Tab and Shift+Tab come by, from each pane F6 leads to."""
    reached: list[QWidget] = []
    for _ in range(10):
        QTest.keyClick(window.focusWidget(), Key.Key_F6)
        start = window.focusWidget()
        for key, modifiers in ((Key.Key_Tab, NONE), (Key.Key_Backtab, SHIFT)):
            start.setFocus()
            seen: list[QWidget] = []
            while (widget := window.focusWidget()) not in seen:
                seen.append(widget)
                if widget in (window.article, window.annotations.list):
                    break
                QTest.keyClick(widget, key, modifiers)
            reached += [widget for widget in seen if widget not in reached]
        start.setFocus()
    return reached


def controls(window):
    """What can have the focus by Tab; the field of a spin box stands for it."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and not widget.visibleRegion().isEmpty()
        and widget.focusProxy() is None
        and not (isinstance(widget, QLineEdit) and widget.parent().focusProxy() is widget)
    ]


def name_of(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def described(widget):
    return f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"


def test_a_screen_reader_is_told_caret_and_selection(window):
    interface = QAccessible.queryAccessibleInterface(window.article)
    assert interface.text(QAccessible.Text.Name) == "Article"
    text = interface.textInterface()

    select(window, "واشنطن")

    start = window.article.text.index("واشنطن")
    assert text.selectionCount() == 1
    window.article.set_caret(start)
    assert text.cursorPosition() == start
    assert text.text(start, start + 6) == "واشنطن"
