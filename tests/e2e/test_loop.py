"""From an article to gold: what a reviewer does with keys and mouse, and every byte that comes of it."""

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from annotator.cli import cli
from annotator.core.records import Span

pytest.importorskip("PySide6")
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
EXPECTED = Path(__file__).parents[1] / "data" / "e2e" / "001-expected.jsonl"
NAME = "001_a1fd4a0336cd2e0a.txt"
Key = Qt.Key
NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton
ACTOR, LOCATION, FIGURE, CLAIM = Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4


def comes(condition: Callable[[], bool], seconds: float = 5) -> bool:
    """Let the program go on until something has come true; whether it has."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        QTest.qWait(5)
    return condition()


class Hand:
    """A person at the keyboard and the mouse."""

    def __init__(self, window: Any) -> None:
        self.window = window
        self.view = window.article

    @property
    def opened(self) -> Any:
        return self.window.workspace.opened

    def quotes(self) -> list[str]:
        return [item.quote for item in self.opened.in_order()]

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        QApplication.processEvents()  # as between any two keys of a person

    def until(self, condition: Callable[[], bool]) -> None:
        assert comes(condition), "it did not happen"

    def find(self, quote: str, within: str = "") -> Span:
        """Where a quote stands, the first time or within a longer one."""
        text = self.view.text
        start = text.index(quote, text.index(within or quote))
        return Span(start, start + len(quote))

    def point(self, offset: int) -> QPoint:
        """Where to press for the caret to stand there; the wheel brings it into view."""
        self.press(Key.Key_Home, CTRL)
        half = self.view.viewport().height() / 2
        here = Span(max(offset - 1, 0), offset + 1)
        while not (boxes := self.view.rectangles(here)) or boxes[-1].bottom() > half:
            if not self._turn(-120):
                break
        return self._place(offset)

    def _place(self, offset: int) -> QPoint:
        for character in (offset, offset - 1):
            for box in self.view.rectangles(Span(character, character + 1)):
                for share in (0.2, 0.8):
                    found = QPointF(box.left() + share * box.width(), box.center().y())
                    if self.view.caret_at(found) == offset:
                        return found.toPoint()
        raise AssertionError(f"no place for the caret at {offset}")

    def _turn(self, angle: int) -> bool:
        """Turn the wheel; whether there was anything to scroll."""
        viewport, bar = self.view.viewport(), self.view.verticalScrollBar()
        middle, before = QPointF(viewport.rect().center()), bar.value()
        phase, held = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
        turned = QWheelEvent(
            middle, viewport.mapToGlobal(middle), QPoint(), QPoint(0, angle), held, NONE, phase, False
        )
        QApplication.sendEvent(viewport, turned)
        return bool(bar.value() != before)

    def click(self, offset: int) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, NONE, self.point(offset), 600)

    def double_click(self, quote: str, within: str = "") -> None:
        place = self.point(self.find(quote, within).start + 2)
        QTest.mouseClick(self.view.viewport(), LEFT, NONE, place, 600)
        QTest.mouseDClick(self.view.viewport(), LEFT, NONE, place)

    def drag(self, quote: str, within: str = "", modifiers: Qt.KeyboardModifier = ALT) -> None:
        """Drag over a quote; exactly over it, unless without Alt."""
        span = self.find(quote, within)
        begin = self.point(span.start)
        end = self._place(span.end)
        QTest.mousePress(self.view.viewport(), LEFT, modifiers, begin, 600)
        for place in ((begin + end) / 2, end):
            self._move(place, modifiers)
        QTest.mouseRelease(self.view.viewport(), LEFT, modifiers, end)
        assert self.view.selection() == span, self.view.selection().quote(self.view.text)

    def drag_end(self, quote: str) -> None:
        """Drag the handle at the end of the selected annotation, so that it covers a quote."""
        viewport, old = self.view.viewport(), self.window.workspace.annotation.span
        box = self.view.rectangles(Span(old.end - 1, old.end))[0]
        handle, end = box.bottomLeft().toPoint(), self._place(self.find(quote).end)
        QTest.mousePress(viewport, LEFT, ALT, handle, 600)
        self._move(end, ALT)
        QTest.mouseRelease(viewport, LEFT, ALT, end)

    def extend(self, quote: str, within: str = "") -> None:
        """Select a quote letter by letter, from a click at its start."""
        span = self.find(quote, within)
        self.click(span.start)
        while self.view.caret() < span.end:
            self.press(Key.Key_Left, ALT | SHIFT)
        assert self.view.selection() == span

    def _move(self, place: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        viewport, at = self.view.viewport(), QPointF(place)
        kind, held = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
        QApplication.sendEvent(
            viewport, QMouseEvent(kind, at, viewport.mapToGlobal(at), held, LEFT, modifiers)
        )


def label(hand: Hand) -> None:
    """Label the article: every way to select, to tag and to mend."""
    hand.drag("واشنطن")
    hand.press(LOCATION)
    hand.drag("قيادة العمليات المشتركة العراقية", modifiers=NONE)
    hand.press(ACTOR)
    hand.extend("وزارة الدفاع الأميركية")
    hand.press(ACTOR)

    claim = "الاجتماع سيتناول الشق التقني للعلاقة العسكرية بين الولايات المتحدة والعراق"
    hand.drag(claim)
    hand.press(CLAIM)
    hand.drag("الولايات المتحدة", claim)  # nested
    hand.press(ACTOR)
    hand.drag("العراق", claim)  # without the و before it
    hand.press(LOCATION)
    hand.press(ACTOR)  # after all

    hand.drag("المتحدث باسم وزارة الدفاع")
    hand.press(ACTOR)
    hand.drag_end("المتحدث باسم وزارة الدفاع الأميركية")
    assert hand.window.workspace.annotation.quote == "المتحدث باسم وزارة الدفاع الأميركية"
    hand.drag("جون كيربي،")
    hand.press(ACTOR)
    hand.press(Key.Key_Right, CTRL | SHIFT)  # its end, by a letter: the comma is no part of it
    hand.drag("الوجود العسكري الأميركي")
    hand.press(FIGURE)
    hand.press(Key.Key_Delete)

    hand.extend("2500 عسكريا")
    hand.press(FIGURE)
    hand.drag("حوالي 3500 جندي أجنبي")
    hand.press(FIGURE)
    hand.drag("3500 جندي أجنبي على الأراضي العراقيّة بينهم 2500 أميركي")  # crosses the one before
    hand.press(CLAIM)
    hand.drag("2500 أميركي", "3500 جندي أجنبي")
    hand.press(FIGURE)
    hand.double_click("العراق", "العراق وسوريا")
    hand.press(LOCATION)
    hand.drag("سوريا", "العراق وسوريا")
    hand.press(LOCATION)
    hand.drag("بغداد", "حليفتي بغداد")
    hand.press(ACTOR)
    hand.press(Key.Key_Escape)
    hand.press(Key.Key_Escape)
    hand.drag("بغداد", "حليفتي بغداد")  # two labels on one span
    hand.press(LOCATION)

    before = hand.quotes()
    hand.press(Key.Key_Z, CTRL)
    hand.press(Key.Key_Z, CTRL)
    assert len(hand.quotes()) == len(before) - 2
    hand.press(Key.Key_Z, CTRL | SHIFT)
    hand.press(Key.Key_Z, CTRL | SHIFT)
    assert hand.quotes() == before


def finish(hand: Hand) -> None:
    """Mark the article done, and insist where something looks wrong."""
    first = hand.opened.document.id

    def is_done() -> bool:
        return bool(hand.opened.document.id != first)

    for _ in range(3):
        hand.press(Key.Key_Return, CTRL)
        if comes(is_done, 1):
            return
    raise AssertionError("the article is not done")


def export(hand: Hand, folder: Path) -> None:
    """Export from the File menu, and read what the program says of it."""
    from annotator.ui.dialogs.report import ReportDialog
    from annotator.ui.export.dialog import ExportDialog

    reports = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ExportDialog):
            dialog.target.selectAll()
            QTest.keyClicks(dialog.target, str(folder))
            QTest.keyClick(dialog.target, Key.Key_Return)
        elif isinstance(dialog, ReportDialog):
            reports.append(dialog.windowTitle())
            QTest.keyClick(dialog, Key.Key_Escape)

    timer = QTimer(interval=20)
    timer.timeout.connect(answer)
    timer.start()
    hand.press(Key.Key_E, CTRL)
    hand.until(lambda: bool(reports))
    timer.stop()
    hand.window.activateWindow()
    assert QTest.qWaitForWindowActive(hand.window)
    assert reports == ["Exported"]


def state(hand: Hand) -> Any:
    """What must be the same after closing and opening again."""
    opened, window = hand.opened, hand.window
    return (
        opened.document.uuid,
        opened.layer,
        opened.in_order(),
        window.workspace.undoable(),
        hand.view.place(),
        window.status_line.progress.text(),
    )


def line_of(folder: Path) -> dict[str, Any]:
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").split("\n")
    (found,) = (line for line in map(json.loads, filter(None, lines)) if line["name"] == NAME)
    return dict(found)


def normalised(line: dict[str, Any]) -> str:
    """The line with its ids and times made the same in every run."""
    found = json.dumps(line, ensure_ascii=False)
    for number, item in enumerate(line["annotations"], 1):
        found = found.replace(item["id"], f"annotation {number}")
    return re.sub(r'"updated": "[^"]*"', '"updated": "a time"', found) + "\n"


def test_from_an_article_to_gold_and_back(sanad: Any, own_folders: Path) -> None:
    gold, kept = own_folders / "gold", []

    def first_day(window: Any) -> None:
        hand = Hand(window)
        hand.until(lambda: window.workspace.opened is not None)
        hand.press(Key.Key_Down, ALT)
        assert hand.opened.document.name == NAME
        label(hand)
        finish(hand)
        hand.press(Key.Key_Up, ALT)
        hand.click(hand.find("البيت الابيض").start)
        QTest.qWait(1)
        kept.append(state(hand))
        hand.press(Key.Key_Q, CTRL)

    def next_month(window: Any) -> None:
        hand = Hand(window)
        (recent,) = window.welcome.findChildren(QPushButton, "recent")
        QTest.mouseClick(recent, LEFT)
        hand.until(lambda: window.workspace.opened is not None)
        QTest.qWait(1)
        assert state(hand) == kept[0]
        export(hand, gold)
        hand.press(Key.Key_Q, CTRL)

    sanad("--try-sample", hand=first_day)
    sanad(hand=next_month)

    line = line_of(gold)
    assert len(line["annotations"]) >= 12
    assert all(line["text"][item["start"] : item["end"]] == item["quote"] for item in line["annotations"])
    assert normalised(line) == EXPECTED.read_text(encoding="utf-8")
    again = imported_and_exported(gold, own_folders)
    for name in ("gold.jsonl", "entities.jsonl", "scheme.json"):
        assert (again / name).read_bytes() == (gold / name).read_bytes(), name


def imported_and_exported(gold: Path, folder: Path) -> Path:
    """Import gold data into an empty project, from the command line, and export it."""
    again, project = folder / "again", folder / "again.sanad"
    for command in (
        ["new", str(project), str(gold / "gold.jsonl"), "--reviewer", "sample"],
        ["export", str(project), "-o", str(again)],
        ["check", str(project)],
    ):
        done = CliRunner().invoke(cli, command)
        assert done.exit_code == 0, done.output
    return again
