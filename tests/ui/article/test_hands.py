"""Proclitics, armed labels, targets, relations, the bar of labels, menus: by hand, in the view."""

import itertools

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest

from annotator.core.records import Label, Span
from annotator.ui.article.label_bar import beside

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ALT, SHIFT = Modifier.AltModifier, Modifier.ShiftModifier
TEXT = (
    "قال مسؤول في وزارة الدفاع، أمس: إن نحو 2500 جندي في سوريا والعراق وللولايات المتحدة.\n"
    "وأضاف المسؤول شيئا آخر."
)
LABELS = [
    Label(
        id=number,
        name=name,
        titles={},
        colour=colour,
        colour_dark=colour,
        key=str(number),
        pattern="solid",
        position=number,
        retired=name == "old",
    )
    for number, name, colour in (
        (1, "actor", "#2f6fd8"),
        (2, "location", "#0b8a5c"),
        (3, "figure", "#d4501b"),
        (9, "old", "#000000"),
    )
]


@pytest.fixture
def shown(view, known):
    view.set_vocabulary(known)
    view.label_bar.set_labels(LABELS)
    view.show_document(TEXT, "rtl")
    return view


def quote(view):
    span = view.selection()
    return span and span.quote(TEXT)


def span_of(part):
    return Span(TEXT.index(part), TEXT.index(part) + len(part))


def image(view):
    return view.viewport().grab().toImage()


class TestProclitics:
    def test_every_selection_by_word_leaves_them_out(self, shown, hand):
        start = TEXT.index("والعراق")
        hand.drag(hand.place(start), hand.place(start + 5))
        assert quote(shown) == "العراق"
        point = hand.place(start + 3)
        QTest.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, point)
        hand.drop(point)
        assert quote(shown) == "العراق"
        shown.set_caret(start)
        hand.press(Key.Key_Left, SHIFT)
        assert quote(shown) == "العراق"
        shown.set_caret(start + 7)
        hand.press(Key.Key_Right, SHIFT)
        assert quote(shown) == "العراق"
        shown.set_caret(start + 4)
        hand.press(Key.Key_Space)
        assert quote(shown) == "العراق"
        assert shown.word_under_caret().quote(TEXT) == "العراق"

    def test_alt_takes_them_in(self, shown, hand):
        start = TEXT.index("والعراق")
        hand.drag(hand.place(start), hand.place(start + 6, after=True), ALT)
        assert quote(shown) == "والعراق"

    def test_a_project_may_take_words_whole(self, shown):
        shown.set_caret(TEXT.index("والعراق") + 2)
        shown.set_cutting(False)
        assert shown.word_under_caret().quote(TEXT) == "والعراق"
        shown.set_cutting(True)
        assert shown.word_under_caret().quote(TEXT) == "العراق"
        shown.set_vocabulary(None)
        assert shown.word_under_caret().quote(TEXT) == "والعراق"

    def test_the_cut_of_the_selection_is_cycled(self, shown):
        shown.select(Span(TEXT.index("وللولايات"), TEXT.index("وللولايات") + 9))
        seen = []
        for _ in range(3):
            assert shown.cycle_cut()
            seen.append(quote(shown))
        assert seen == ["للولايات", "لولايات", "وللولايات"]

    def test_the_cut_of_the_selected_annotation_is_cycled(self, shown, annotate, qtbot):
        shown.add_annotation(annotate(TEXT, "والعراق", id_=7))
        shown.select_annotation(7)
        with qtbot.waitSignal(shown.boundary_moved) as moved:
            assert shown.cycle_cut()
        annotation_id, span = moved.args[0]
        assert annotation_id == 7
        assert span.quote(TEXT) == "العراق"
        assert shown.span_of(7).quote(TEXT) == "والعراق"

    def test_there_may_be_nothing_to_cut(self, shown):
        assert not shown.cycle_cut()
        shown.select(span_of("أمس"))
        assert not shown.cycle_cut()
        assert quote(shown) == "أمس"

    def test_a_cut_is_seen(self, shown):
        shown.clearFocus()
        start = TEXT.index("والعراق")
        proclitic = shown.rectangles(Span(start, start + 1))[0].toAlignedRect()
        before = image(shown).copy(proclitic)
        shown.select(Span(start + 1, start + 7))
        assert image(shown).copy(proclitic) != before
        shown.set_caret(0)
        assert image(shown).copy(proclitic) == before

    def test_no_letter_changes_when_a_cut_is_drawn(self, shown):
        shown.clearFocus()
        before = shown.visible_lines(shown.viewport().rect())[0].leading
        shown.select(Span(TEXT.index("والعراق") + 1, TEXT.index("والعراق") + 7))
        image(shown)
        assert shown.visible_lines(shown.viewport().rect())[0].leading == before


class TestArmed:
    @pytest.fixture
    def armed(self, shown):
        shown.arm(2)
        return shown

    def test_a_drag_paints(self, armed, hand, qtbot):
        start = TEXT.index("والعراق")
        with qtbot.waitSignal(armed.painted) as painted:
            hand.drag(hand.place(start + 1), hand.place(TEXT.index("المتحدة") + 3))
        assert painted.args[0].quote(TEXT) == "العراق وللولايات المتحدة"
        assert armed.selection() is None
        assert armed.armed() == 2

    def test_a_click_paints_the_word(self, armed, hand, qtbot):
        with qtbot.waitSignal(armed.painted) as painted:
            hand.click(hand.on("العراق"))
        assert painted.args[0].quote(TEXT) == "العراق"

    def test_a_click_beside_words_and_a_drag_over_blanks_paint_nothing(self, armed, hand, qtbot):
        with qtbot.assertNotEmitted(armed.painted):
            hand.click(hand.place(TEXT.index("،")))
            hand.click(QPoint(armed.viewport().width() // 2, armed.viewport().height() - 20))
            armed.show_document("قال        ثم", "rtl")
            hand.drag(hand.place(4), hand.place(9), ALT)
            hand.drag(hand.place(4), hand.place(9))

    def test_a_double_click_paints_once(self, armed, hand):
        painted = []
        armed.painted.connect(painted.append)
        point = hand.on("العراق")
        hand.click(point)
        QTest.mouseDClick(armed.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, point)
        hand.drop(point)
        assert len(painted) == 1

    def test_the_pointer_and_the_word_under_it_show_the_label(self, armed, hand):
        assert armed.viewport().cursor().shape() == Qt.CursorShape.BitmapCursor
        plain = image(armed)
        hand.hover(hand.on("العراق"))
        assert image(armed) != plain
        hand.hover(QPoint(armed.viewport().width() // 2, armed.viewport().height() - 20))
        assert image(armed) == plain

    def test_escape_disarms(self, armed, hand, qtbot):
        with qtbot.waitSignal(armed.disarmed):
            hand.press(Key.Key_Escape)
        assert armed.armed() is None
        assert armed.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor
        hand.drag(hand.on("قال"), hand.on("وزارة"))
        assert armed.selection() is not None

    def test_escape_in_a_drag_takes_back_the_drag_only(self, armed, hand, qtbot):
        with qtbot.assertNotEmitted(armed.painted), qtbot.assertNotEmitted(armed.disarmed):
            hand.grab(hand.on("قال"))
            hand.move(hand.on("وزارة"))
            hand.press(Key.Key_Escape)
            hand.drop(hand.on("وزارة"))
        assert armed.armed() == 2

    def test_arming_by_the_window_says_nothing(self, armed, qtbot):
        with qtbot.assertNotEmitted(armed.disarmed):
            armed.arm(None)
            armed.arm(77)
        assert armed.armed() == 77


class TestTargets:
    @pytest.fixture
    def picking(self, shown, annotate):
        shown.set_annotations(
            [
                annotate(TEXT, "مسؤول في وزارة الدفاع", 1, 1),
                annotate(TEXT, "وزارة الدفاع", 1, 2),
                annotate(TEXT, "2500", 3, 3),
            ]
        )
        self.plain = image(shown)
        shown.pick_target({1, 3}.__contains__)
        return shown

    def test_those_allowed_are_lit_and_the_others_stand_back(self, picking):
        assert picking.is_picking()
        assert image(picking) != self.plain
        picking.end_picking(None)
        assert image(picking) == self.plain

    def test_a_click_picks_the_innermost_that_is_allowed(self, picking, hand, qtbot):
        with qtbot.assertNotEmitted(picking.annotation_picked), qtbot.waitSignal(picking.target_picked) as on:
            hand.click(hand.on("الدفاع"))
        assert on.args == [1]
        assert not picking.is_picking()

    def test_hover_lights_what_may_be_picked(self, picking, hand):
        hovered = []
        picking.annotation_hovered.connect(hovered.append)
        hand.hover(hand.on("الدفاع"))
        assert hovered == [1]
        assert picking.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
        hand.hover(hand.on("سوريا"))
        assert hovered == [1, None]
        assert picking.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor

    @pytest.mark.parametrize("how", ["escape", "elsewhere", "document", "again"])
    def test_it_is_given_up(self, picking, hand, qtbot, how):
        ways = {
            "escape": lambda: hand.press(Key.Key_Escape),
            "elsewhere": lambda: hand.click(hand.on("سوريا")),
            "document": lambda: picking.show_document("قال", "rtl"),
            "again": lambda: picking.pick_target({2}.__contains__),
        }
        with qtbot.waitSignal(picking.target_picked) as picked:
            ways[how]()
        assert picked.args == [None]
        assert picking.is_picking() == (how == "again")

    def test_nothing_is_selected_meanwhile(self, picking, hand):
        hand.drag(hand.on("سوريا"), hand.on("العراق"))
        assert picking.selection() is None


class TestRelations:
    @pytest.fixture
    def linked(self, shown, annotate):
        shown.set_annotations(
            [annotate(TEXT, "مسؤول", 1, 1), annotate(TEXT, "العراق", 2, 2), annotate(TEXT, "شيئا", 4, 3)]
        )
        shown.set_links([(3, 1, "said by"), (2, 1, "in")])
        return shown

    def middle_of(self, view, number):
        return view._arcs()[number].path().pointAtPercent(0.5).toPoint()

    def test_they_show_on_selection_and_under_the_pointer(self, linked):
        plain = image(linked)
        linked.hover(3)
        hovered = [(arc.link, arc.title, arc.strong) for arc in linked._arcs()]
        assert hovered == [((3, 1), "", False)]
        linked.hover(None)
        linked.select_annotation(1)
        assert [(arc.link, arc.title) for arc in linked._arcs()] == [((3, 1), "said by"), ((2, 1), "in")]
        assert image(linked) != plain
        linked.select_annotation(None)
        assert image(linked) == plain

    def test_a_click_on_an_arc_picks_the_relation(self, linked, hand, qtbot):
        linked.select_annotation(1)
        for number, link in enumerate([(3, 1), (2, 1)]):
            with (
                qtbot.waitSignal(linked.link_picked) as picked,
                qtbot.assertNotEmitted(linked.annotation_picked),
            ):
                hand.click(self.middle_of(linked, number))
            assert picked.args == [link]
            assert linked.selected_annotation() == 1

    def test_arcs_end_between_the_lines(self, linked):
        linked.select_annotation(1)
        for arc, (source, target) in zip(linked._arcs(), ((3, 1), (2, 1)), strict=True):
            for point, span in ((arc.source, source), (arc.target, target)):
                boxes = linked.rectangles(linked.span_of(span))
                assert any(box.left() <= point.x() <= box.right() for box in boxes)
                assert not any(box.top() < point.y() < box.bottom() for box in boxes)

    def test_links_without_a_title_are_links(self, linked):
        linked.set_links([(3, 1)])
        linked.select_annotation(3)
        assert [arc.link for arc in linked._arcs()] == [(3, 1)]
        linked.remove_annotation(1)
        assert linked._arcs() == []


class TestHandles:
    @pytest.fixture
    def chosen(self, shown, annotate):
        shown.add_annotation(annotate(TEXT, "وزارة الدفاع", 1, 7))
        shown.select_annotation(7)
        return shown

    def end(self, view):
        handle = view._handles()[1]
        return handle.p1().toPoint()

    def test_the_span_is_shown_where_it_would_be(self, chosen, hand, qtbot):
        plain = image(chosen)
        hand.grab(self.end(chosen))
        hand.move(hand.on("أمس"))
        assert image(chosen) != plain
        assert chosen.span_of(7).quote(TEXT) == "وزارة الدفاع"
        with qtbot.waitSignal(chosen.boundary_dragged) as dragged:
            hand.drop(hand.on("أمس"))
        assert dragged.args[0][1].quote(TEXT) in {"وزارة الدفاع، أمس", "وزارة الدفاع"}

    def test_alt_moves_by_letters(self, chosen, hand, qtbot):
        with qtbot.waitSignal(chosen.boundary_dragged) as dragged:
            hand.drag(self.end(chosen), hand.place(TEXT.index("الدفاع") + 3, after=True), ALT)
        assert dragged.args[0] == (7, Span(TEXT.index("وزارة"), TEXT.index("الدفاع") + 4))

    def test_an_end_never_passes_the_other(self, chosen, hand, qtbot):
        with qtbot.waitSignal(chosen.boundary_dragged) as dragged:
            hand.drag(self.end(chosen), hand.on("قال"))
        assert dragged.args[0][1].quote(TEXT) == "وزارة"

    def test_escape_takes_it_back(self, chosen, hand, qtbot):
        plain = image(chosen)
        with (
            qtbot.assertNotEmitted(chosen.boundary_dragged),
            qtbot.assertNotEmitted(chosen.annotation_picked),
        ):
            hand.grab(self.end(chosen))
            hand.move(hand.on("سوريا"))
            hand.press(Key.Key_Escape)
            hand.drop(hand.on("سوريا"))
        assert chosen.selected_annotation() == 7
        hand.hover(hand.on("سوريا"))
        assert image(chosen) == plain

    def test_an_annotation_that_goes_away_meanwhile_is_let_go(self, chosen, hand, qtbot):
        with qtbot.assertNotEmitted(chosen.boundary_dragged):
            hand.grab(self.end(chosen))
            hand.move(hand.on("سوريا"))
            chosen.remove_annotation(7)
            hand.move(hand.on("أمس"))
            hand.drop(hand.on("أمس"))


class TestLabelBar:
    def select(self, view, hand, first="مسؤول", last="وزارة"):
        hand.drag(hand.on(first), hand.on(last))
        assert view.selection() is not None

    def test_it_comes_up_beside_a_selection_by_mouse(self, shown, hand):
        self.select(shown, hand)
        bar = shown.label_bar
        assert bar.isVisible()
        assert [chip.label.name for chip in bar.chips] == ["actor", "location", "figure"]
        origin = shown.viewport().pos()
        for box in shown.rectangles(shown.selection()):
            assert not bar.geometry().intersects(box.toAlignedRect().translated(origin))
        assert shown.rect().contains(bar.geometry())

    def test_a_chip_is_chosen_without_taking_the_focus(self, shown, hand, qtbot):
        qtbot.waitUntil(shown.hasFocus)
        self.select(shown, hand)
        selection = shown.selection()
        with qtbot.waitSignal(shown.label_bar.label_chosen) as chosen:
            qtbot.mouseClick(shown.label_bar.chips[1], Qt.MouseButton.LeftButton)
        assert chosen.args == [2]
        assert shown.hasFocus()
        assert shown.selection() == selection
        assert not shown.label_bar.isVisible()

    @pytest.mark.parametrize("how", ["escape", "typing", "scrolling", "resizing", "pressing", "document"])
    def test_it_goes_away(self, shown, hand, how):
        shown.show_document("\n".join([TEXT] * 30), "rtl")
        hand.drag(hand.on("مسؤول"), hand.on("وزارة"))
        assert shown.label_bar.isVisible()
        ways = {
            "escape": lambda: hand.press(Key.Key_Escape),
            "typing": lambda: hand.press(Key.Key_X),
            "scrolling": lambda: shown.verticalScrollBar().setValue(40),
            "resizing": lambda: shown.resize(700, 500),
            "pressing": lambda: hand.grab(hand.on("قال")),
            "document": lambda: shown.show_document(TEXT, "rtl"),
        }
        ways[how]()
        assert not shown.label_bar.isVisible()

    def test_keys_do_not_bring_it_up(self, shown, hand):
        hand.press(Key.Key_Left, SHIFT)
        assert shown.selection() is not None
        assert not shown.label_bar.isVisible()

    def test_it_may_be_switched_off(self, shown, hand):
        shown.set_label_bar(False)
        self.select(shown, hand)
        assert not shown.label_bar.isVisible()
        shown.set_label_bar(True)
        self.select(shown, hand)
        assert shown.label_bar.isVisible()

    def test_without_labels_there_is_no_bar(self, shown, hand):
        shown.label_bar.set_labels([])
        self.select(shown, hand)
        assert not shown.label_bar.isVisible()

    def test_it_never_lies_over_the_selection(self):
        room, size = QRect(0, 0, 400, 300), QSize(180, 40)
        for top, height, x in itertools.product(range(0, 300, 20), (20, 45, 120, 300), (0, 200, 399)):
            lines = [QRect(50, y, 200, 20) for y in range(top, min(top + height, 300), 22)]
            place = beside(size, lines, QPoint(x, top + 10), room)
            if place is not None:
                assert room.contains(QRect(place, size))
                # Its shadow may.
                inner = QRect(place, size).adjusted(5, 5, -5, -5)
                assert not any(inner.intersects(line) for line in lines)

    def test_many_labels_take_several_rows(self, shown, hand):
        many = [
            Label(**{f: getattr(LABELS[0], f) for f in LABELS[0].__struct_fields__} | {"id": i})
            for i in range(30)
        ]
        shown.label_bar.set_labels(many)
        self.select(shown, hand)
        bar = shown.label_bar
        assert bar.width() <= shown.width()
        assert len({chip.y() for chip in bar.chips}) > 1


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


class TestStack:
    def test_it_is_walked_around_and_around(self, shown, annotate):
        shown.set_annotations(
            [
                annotate(TEXT, "مسؤول في وزارة الدفاع، أمس", 4, 1),
                annotate(TEXT, "مسؤول في وزارة الدفاع", 1, 2),
                annotate(TEXT, "وزارة الدفاع", 1, 3),
            ]
        )
        shown.select_annotation(3)
        assert [shown.walk_stack() for _ in range(4)] == [2, 1, 3, 2]
        assert shown.selected_annotation() == 2

    def test_it_begins_at_the_caret_or_where_the_mouse_was(self, shown, hand, annotate):
        shown.set_annotations(
            [annotate(TEXT, "مسؤول في وزارة الدفاع", 1, 2), annotate(TEXT, "وزارة الدفاع", 1, 3)]
        )
        shown.set_caret(TEXT.index("مسؤول") + 1)
        assert shown.walk_stack() == 2
        hand.click(hand.on("الدفاع"))
        assert shown.selected_annotation() == 3
        assert shown.walk_stack() == 2
        assert shown.walk_stack() == 3

    def test_where_nothing_is_nothing_is_picked(self, shown, qtbot):
        with qtbot.assertNotEmitted(shown.annotation_picked):
            assert shown.walk_stack() is None
