import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QTabBar

from annotator.ui.docks import Docks
from annotator.ui.session import Session


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    made.setCentralWidget(QLabel("article"))
    qtbot.addWidget(made)
    return made


def test_no_row_of_tabs_is_seen_until_two_panels_share_a_place(qtbot, tmp_path, window):
    docks = Docks(window, Session(tmp_path / "session.ini"))
    for name in ("documents", "inspector", "annotations"):
        docks.add(name, name, QLabel(name), "start")
    for name in ("one", "two", "three"):
        docks.add(name, name, QLabel(name), "bottom", hidden=True)
    window.resize(900, 700)
    docks.lay_out()
    with qtbot.waitExposed(window):
        window.show()
    assert seen(window) == []

    docks.show("two")
    assert seen(window) == []

    docks.show("three")
    qtbot.waitUntil(lambda: seen(window) == [["two", "three"]])


def seen(window):
    """The tabs of each row of them that can be seen."""
    bars = window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    inside = [bar for bar in bars if bar.isVisible() and bar.geometry().intersects(window.rect())]
    return [[bar.tabText(place) for place in range(bar.count())] for bar in inside]
