"""The order in which Tab goes through the window: pane by pane, in each as one reads.

Qt's own order is that in which widgets were made, and forms are made again all the time.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QDockWidget, QScrollArea, QWidget

from annotator.ui import phrases


def go_on(window: QWidget, panes: Sequence[QWidget], *, forward: bool) -> bool:
    """Move the focus to the control after or before the one that has it; whether there is one."""
    order = in_order(window, panes)
    focus = window.focusWidget()
    if not order:
        return False
    start = -1 if forward else len(order)
    at = next((place for place, widget in enumerate(order) if widget is focus), start)
    target = order[(at + (1 if forward else -1)) % len(order)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    _bring_into_view(target)
    return True


def in_order(window: QWidget, panes: Sequence[QWidget]) -> list[QWidget]:
    """Everything Tab stops at."""
    by_pane: list[list[QWidget]] = [[] for _ in range(len(panes) + 1)]
    for widget in window.findChildren(QWidget):
        if _is_stop(widget, window):
            pane = next((place for place, pane in enumerate(panes) if _is_in(widget, pane)), len(panes))
            by_pane[pane].append(widget)
    return [widget for widgets in by_pane for widget in _as_read(widgets, window)]


def _is_in(widget: QWidget, pane: QWidget) -> bool:
    return widget is pane or pane.isAncestorOf(widget)


def _is_stop(widget: QWidget, window: QWidget) -> bool:
    policy = Qt.FocusPolicy.TabFocus
    return (
        widget.focusPolicy() & policy == policy
        and widget.isEnabled()
        and widget.isVisible()
        and widget.window() is window
        and widget.focusProxy() is None
        and not _stands_for_another(widget)
        and not _is_behind(widget, window)
    )


def _stands_for_another(widget: QWidget) -> bool:
    """Whether its parent takes the focus and hands it on, as a spin box does to its field."""
    parent = widget.parentWidget()
    return parent is not None and parent.focusProxy() is widget


def _is_behind(widget: QWidget, window: QWidget) -> bool:
    """Whether it is in a dock behind another."""
    parent: QWidget | None = widget
    while parent is not None and parent is not window:
        if isinstance(parent, QDockWidget):
            return parent.visibleRegion().isEmpty()
        parent = parent.parentWidget()
    return False


def _as_read(widgets: Iterable[QWidget], window: QWidget) -> list[QWidget]:
    """Line by line; what stands beside each other from the start of the line."""
    placed = sorted(((_place(widget, window), widget) for widget in widgets), key=_top)
    lines: list[list[tuple[QRect, QWidget]]] = []
    for box, widget in placed:
        if lines and box.center().y() < lines[-1][0][0].bottom():
            lines[-1].append((box, widget))
        else:
            lines.append([(box, widget)])
    mirrored = phrases.mirrored()
    return [
        widget
        for line in lines
        for _, widget in sorted(line, key=_right_edge if mirrored else _left_edge, reverse=mirrored)
    ]


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _top(placed: tuple[QRect, QWidget]) -> int:
    return placed[0].top()


def _left_edge(placed: tuple[QRect, QWidget]) -> int:
    return placed[0].left()


def _right_edge(placed: tuple[QRect, QWidget]) -> int:
    return placed[0].right()


def _bring_into_view(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
