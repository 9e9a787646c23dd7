"""Selecting a span in the article and putting a label on it, the cheapest way that works."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF

from annotator.core.records import Label, Span
from annotator.ui.main_window import MainWindow
from tests.replay import pointing
from tests.replay.forms import CannotBeMadeError, Inspector
from tests.replay.hand import ALT, NONE, SHIFT, Hand
from tests.replay.planning import KeyPlan, MousePlan, Planner

_WORTH_ARMING = {False: 3, True: 6}
"""So many annotations of one label in a row pay for taking the label up and putting it away: fewer where the
hand stays in the article, more where a form is filled in after each."""


@dataclass
class Marker:
    """A hand that marks spans in the article of one window."""

    window: MainWindow
    hand: Hand
    inspector: Inspector
    planner: Planner
    mouse: bool
    filled: set[str]
    """The names of the labels whose form is filled in."""
    surprises: list[str] = field(default_factory=list)
    """Where the window did something else than was planned."""
    corrected: list[tuple[str, str, str]] = field(default_factory=list)
    """Selections that took more than one action: label, quote, keys."""

    def __post_init__(self) -> None:
        self.workspace, self.view = self.window.workspace, self.window.article
        self.text = self.planner.text

    def put(self, wanted: Span, label: Label, run_length: int) -> None:
        """Select a span and give it a label; ``run_length`` spans from here on get the same one."""
        before = len(self.hand.actions)
        for plan in self._plans(wanted):
            if self._try(plan, wanted, label, run_length):
                chosen = [action for action in self.hand.actions[before:] if action.what == "selection"]
                if len(chosen) > 1:
                    quote = " ".join(wanted.quote(self.text).split())
                    self.corrected.append((label.name, quote, _keys_of(plan)))
                return
            del self.hand.actions[before:]
            with self.hand.trying():
                self.clear()
            self.surprises.append(f"{wanted.start}–{wanted.end}: {plan}")
        raise CannotBeMadeError("no way to select it was found")

    def _plans(self, wanted: Span) -> list[MousePlan | KeyPlan]:
        plans: list[MousePlan | KeyPlan] = list(self.planner.by_mouse(wanted)) if self.mouse else []
        if not plans or plans[0].cost > 1 or not self.bring_into_view(wanted):
            free = self.workspace.annotation is None
            by_keys = self.planner.by_keys(wanted, self.view.caret(), free=free)
            if by_keys is not None:
                plans.append(by_keys)
        return sorted(plans, key=lambda plan: plan.cost + (isinstance(plan, KeyPlan) and not self._at_text()))

    def _at_text(self) -> bool:
        return self.view.hasFocus()

    def bring_into_view(self, wanted: Span) -> bool:
        """Scroll to a span; whether all of it is in view then."""
        for _ in range(200):
            if pointing.in_view(self.view, wanted):
                return True
            pixels = pointing.distance(self.view, wanted)
            if pixels == 0:
                return False
            screen = self.view.viewport().height()
            with self.hand.doing("scroll", ""):
                self.hand.wheel(self.view.viewport(), min(max(pixels, -screen), screen))
        return False

    def _try(self, plan: MousePlan | KeyPlan, wanted: Span, label: Label, run_length: int) -> bool:
        if isinstance(plan, KeyPlan):
            self.inspector.back_to_article()
            for key in plan.keys:
                self.hand.chord(key)
            return self._is_selected(wanted) and self._press_label(label)
        painting = self._take_up(label, run_length)
        if not self._point(plan, wanted, painting=painting):
            return False
        if not painting and not self._is_selected(plan.takes):
            return False  # keys would move what is selected instead
        for key in plan.keys:
            self.hand.chord(key)
        if painting:
            return self._is_tagged(wanted, label)
        return self._is_selected(wanted) and self._press_label(label)

    def _take_up(self, label: Label, run_length: int) -> bool:
        """Arm the label if that pays; whether it is armed. Another one is put away."""
        armed = self.view.armed()
        if armed != label.id:
            pays = bool(label.key) and run_length >= _WORTH_ARMING[self._fills_forms(label)]
            with self.hand.doing("label"):
                if pays or armed is not None:
                    self.inspector.back_to_article()
                if pays:
                    self.hand.chord(f"Shift+{label.key.upper()}")
                elif armed is not None:
                    self.hand.chord("Esc")
        return self.view.armed() == label.id

    def _fills_forms(self, label: Label) -> bool:
        return label.name in self.filled

    def _point(self, plan: MousePlan, wanted: Span, *, painting: bool) -> bool:
        port = self.view.viewport()
        if plan.clicks:
            for point in pointing.inside(self.view, plan.takes):
                if (
                    self._is_free(point, painting=painting)
                    and self.view.word_at_point(QPointF(point)) == plan.takes
                ):
                    self.hand.click(port, point)
                    return True
            return False
        if not pointing.in_view(self.view, wanted):
            return not painting and self._click_and_extend(plan)
        starts = [
            point
            for point in pointing.edges(self.view, plan.start)
            if self._has_no_handle(point, painting=painting)
        ]
        end = next(pointing.edges(self.view, plan.end), None)
        start = next((point for point in starts if end and (point - end).manhattanLength() > 12), None)
        if start is None or end is None:
            return False
        self.hand.drag(port, start, end, ALT if plan.exact else NONE)
        return True

    def _click_and_extend(self, plan: MousePlan) -> bool:
        """What is taller than the view: a click at its start, and with Shift one at its end."""
        port = self.view.viewport()
        self.bring_into_view(Span(plan.start, plan.start + 1))
        start = next(pointing.edges(self.view, plan.start), None)
        if start is None:
            return False
        self.hand.click(port, start)
        self.bring_into_view(Span(max(plan.end - 1, plan.start), plan.end))
        end = next(pointing.edges(self.view, plan.end), None)
        if end is None:
            return False
        self.hand.click(port, end, SHIFT | ALT if plan.exact else SHIFT)
        return True

    def _is_free(self, point: QPoint, *, painting: bool) -> bool:
        """Whether a click takes the word and not what lies on it."""
        place = QPointF(point)
        return painting or (
            not (self.view.annotations_at(place) or self.view.link_at(place))
            and (self._has_no_handle(point, painting=False))
        )

    def _has_no_handle(self, point: QPoint, *, painting: bool) -> bool:
        return painting or self.view.handle_at(QPointF(point)) is None

    def _is_selected(self, wanted: Span) -> bool:
        if self.workspace.selection is not None:
            return self.workspace.selection == wanted
        return self.workspace.annotation is None and self.view.word_under_caret() == wanted

    def _is_tagged(self, wanted: Span, label: Label) -> bool:
        annotation = self.workspace.annotation
        return annotation is not None and (annotation.span, annotation.label_id) == (wanted, label.id)

    def _press_label(self, label: Label) -> bool:
        with self.hand.doing("label"):
            if label.key:
                self.hand.chord(label.key.upper())
            else:
                chip = next((each for each in self.view.label_bar.chips if each.label.id == label.id), None)
                if chip is None or not chip.isVisible():
                    raise CannotBeMadeError(f"the label “{label.name}” has no key and its chip is not there")
                self.hand.click(chip, chip.rect().center())
        return True

    def clear(self) -> None:
        """Put away whatever is half done."""
        for _ in range(6):
            if self.view.hasFocus() and self.view.selection() is None and self.workspace.annotation is None:
                return
            self.hand.chord("Esc")

    def select(self, annotation_id: int) -> None:
        """Select an annotation that is there already."""
        if self.workspace.annotation_id == annotation_id:
            return
        before = len(self.hand.actions)
        opened = self.workspace.opened
        order = [item.id for item in opened.in_order()]
        here = order.index(self.workspace.annotation_id) if self.workspace.annotation_id in order else 0
        steps = order.index(annotation_id) - here
        if self.mouse and (abs(steps) + (not self._at_text()) > 1) and self._click_on(annotation_id):
            return
        del self.hand.actions[before:]
        self.inspector.back_to_article()
        for _ in range(len(order)):
            if self.workspace.annotation_id == annotation_id:
                return
            self.hand.chord("Tab" if steps > 0 else "Shift+Backtab")
        raise CannotBeMadeError("it cannot be selected again")

    def _click_on(self, annotation_id: int) -> bool:
        if self.view.armed() is not None:
            self.inspector.back_to_article()
            self.hand.chord("Esc")
        span = self.view.span_of(annotation_id)
        self.bring_into_view(span)
        point = pointing.on_annotation(self.view, annotation_id)
        if point is None or not self._has_no_handle(point, painting=False):
            return False
        self.hand.click(self.view.viewport(), point)
        return self.workspace.annotation_id == annotation_id


def _keys_of(plan: MousePlan | KeyPlan) -> str:
    if isinstance(plan, KeyPlan):
        return " ".join(plan.keys)
    return " ".join(("Alt+drag" if plan.exact else "click" if plan.clicks else "drag", *plan.keys))
