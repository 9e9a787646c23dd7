"""The cheapest ways to select a span, found without touching the window: pure functions over the text.

They use the very functions the window uses, so a plan holds as long as the window does what it says. Code
points throughout.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from annotator.core.records import Span
from annotator.text.graphemes import next_grapheme, previous_grapheme
from annotator.text.words import next_word, previous_word, word_at
from annotator.ui.article.growth import Growth
from annotator.ui.article.selection import Unit, dragged, moved
from annotator.ui.article.snapping import Snapping, next_cut
from annotator.ui.commands.edges import pushed, pushed_by_word

_MOST_CORRECTIONS = 12
_MOST_GROWTH = 8
_FAR = 4000
"""Places the keyboard search looks at before it gives up."""


@dataclass(frozen=True)
class MousePlan:
    """A click on a word, or a drag from one offset to another; then keys that correct what it took."""

    start: int
    end: int
    takes: Span
    exact: bool = False
    keys: tuple[str, ...] = ()

    @property
    def clicks(self) -> bool:
        """Whether it is a click."""
        return self.start == self.end

    @property
    def cost(self) -> int:
        """Its actions."""
        return 1 + self.exact + len(self.keys)


@dataclass(frozen=True)
class KeyPlan:
    """Keys from where the caret is. Without a selection at the end, the word at the caret is meant."""

    keys: tuple[str, ...]

    @property
    def cost(self) -> int:
        """Its actions."""
        return len(self.keys)


@dataclass
class Planner:
    """Plans for one text."""

    text: str
    direction: str
    snapping: Snapping
    _neighbours: Callable[[int], tuple[tuple[str, int], ...]] = field(init=False)

    def __post_init__(self) -> None:
        self._neighbours = lru_cache(maxsize=None)(self._moves)

    # ---- mouse ---------------------------------------------------------------------------------

    def by_mouse(self, wanted: Span, *, most: int = 40) -> Iterator[MousePlan]:
        """Drags and clicks that lead to a span, the cheapest first."""
        drags = list(self._drags(wanted))
        plans = [
            MousePlan(start, end, wanted, exact)
            for start, end, exact in drags
            if dragged(self.text, start, end, self.snapping, exact=exact) == wanted
        ]
        if not any(plan.cost == 1 for plan in plans):
            corrected = (self._drag(start, end, wanted, exact=exact) for start, end, exact in drags)
            plans += [plan for plan in corrected if plan is not None]
        word = self.snapping.word(self.text, wanted.start)
        for offset in range(wanted.start, min(wanted.end, wanted.start + 20)):
            keys = self.corrections(word, wanted) if word and word.start <= offset < word.end else None
            if word and keys == ():
                plans.append(MousePlan(offset, offset, word))
                break
        plans.sort(key=lambda plan: (plan.cost, not plan.clicks))
        yield from plans[:most]

    def _drags(self, wanted: Span) -> Iterator[tuple[int, int, bool]]:
        starts, ends = self._near(wanted.start), self._near(wanted.end)
        for start in starts:
            for end in ends:
                if start < end:
                    yield start, end, False
        yield wanted.start, wanted.end, True

    def _near(self, offset: int) -> list[int]:
        """Offsets one may grab for an edge: the edge, and graphemes around it in its word and beside it."""
        found = [offset]
        for step in (next_grapheme, previous_grapheme):
            place = offset
            for _ in range(3):
                place = step(self.text, place)
                found.append(place)
        return list(dict.fromkeys(found))

    def _drag(self, start: int, end: int, wanted: Span, *, exact: bool) -> MousePlan | None:
        took = dragged(self.text, start, end, self.snapping, exact=exact)
        keys = self.corrections(took, wanted) if len(took) else None
        return None if keys is None else MousePlan(start, end, took, exact, keys)

    # ---- corrections ---------------------------------------------------------------------------

    def corrections(self, span: Span, wanted: Span) -> tuple[str, ...] | None:
        """The fewest keys that turn one span into another; None if it takes too many."""
        if span == wanted:
            return ()
        return _corrections(self.text, self.direction, self.snapping, span, wanted)

    # ---- keyboard ------------------------------------------------------------------------------

    def by_keys(self, wanted: Span, caret: int, *, free: bool) -> KeyPlan | None:
        """The fewest keys that select a span, from a caret; ``free`` when no annotation is selected."""
        paths = self._paths(caret, wanted)
        plans = [
            KeyPlan(keys)
            for keys in (*self._by_word(wanted, paths, free=free), *self._by_growth(wanted, paths))
        ]
        for anchor in self._anchors(wanted):
            if anchor in paths:
                apart = free or bool(paths[anchor])
                plans += [
                    KeyPlan(paths[anchor] + (() if apart or not _moves_end(keys[0]) else ("Esc",)) + keys)
                    for keys in self._by_extension(anchor, wanted)
                ]
        return min(plans, key=lambda plan: plan.cost, default=None)

    def _anchors(self, wanted: Span) -> list[int]:
        text = self.text
        last = previous_word(text, wanted.end)
        around = [word_at(text, wanted.start), word_at(text, last)]
        found = [wanted.start, wanted.end, next_word(text, wanted.start), last]
        found += [edge for word in around if word for edge in word]
        found += [previous_word(text, wanted.start), self._end_before(wanted.start)]
        following = next_word(text, wanted.end)
        found += [following, previous_word(text, following)]
        return list(dict.fromkeys(found))

    def _end_before(self, offset: int) -> int:
        word = word_at(self.text, previous_word(self.text, offset))
        return word[1] if word and word[1] <= offset else 0

    def _by_word(
        self, wanted: Span, paths: dict[int, tuple[str, ...]], *, free: bool
    ) -> Iterator[tuple[str, ...]]:
        for place in range(wanted.start, wanted.end + 1):
            path = paths.get(place)
            if path is not None and (path or free) and self.snapping.word(self.text, place) == wanted:
                yield path

    def _by_growth(self, wanted: Span, paths: dict[int, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
        inside = [place for place in paths if wanted.start <= place <= wanted.end]
        for place in sorted(inside, key=lambda place: len(paths[place]))[:6]:
            growth, span = Growth(), Span(place, place)
            for count in range(1, _MOST_GROWTH):
                span = growth.larger(self.text, span, self.snapping)
                keys = self.corrections(span, wanted)
                if keys is not None:
                    yield paths[place] + ("Space",) * count + keys

    def _by_extension(self, anchor: int, wanted: Span) -> Iterator[tuple[str, ...]]:
        """Keys with Shift from an anchor, breadth first, until what is selected can be corrected."""
        best: tuple[str, ...] | None = None
        seen, queue = {anchor}, deque([(anchor, ())])
        while queue:
            place, keys = queue.popleft()
            if best is not None and len(keys) >= len(best):
                break
            for name, there in self._neighbours(place):
                if there in seen or not wanted.start - 60 <= there <= wanted.end + 60:
                    continue
                seen.add(there)
                took = (*keys, f"Shift+{name}")
                exact = name.startswith("Alt+")
                span = dragged(self.text, anchor, there, self.snapping, exact=exact)
                rest = self.corrections(span, wanted) if len(span) else None
                if rest is not None and (best is None or len(took) + len(rest) < len(best)):
                    best = took + rest
                queue.append((there, took))
        if best is not None:
            yield best

    def _paths(self, caret: int, wanted: Span) -> dict[int, tuple[str, ...]]:
        """The fewest keys to places near the span, breadth first."""
        paths: dict[int, tuple[str, ...]] = {caret: ()}
        goals = {anchor for anchor in self._anchors(wanted) if anchor != caret}
        queue = deque([caret])
        while queue and goals and len(paths) < _FAR:
            place = queue.popleft()
            for name, there in self._neighbours(place):
                if there not in paths:
                    paths[there] = (*paths[place], name)
                    goals.discard(there)
                    queue.append(there)
        return paths

    def _moves(self, place: int) -> tuple[tuple[str, int], ...]:
        onward, back = ("Left", "Right") if self.direction == "rtl" else ("Right", "Left")
        units: list[tuple[str, str, Unit]] = [
            (onward, back, "word"),
            (f"Ctrl+{onward}", f"Ctrl+{back}", "sentence"),
            ("Ctrl+Down", "Ctrl+Up", "paragraph"),
            (f"Alt+{onward}", f"Alt+{back}", "grapheme"),
        ]
        moves = []
        for ahead, behind, unit in units:
            moves.append((ahead, moved(self.text, place, unit, forward=True)))
            moves.append((behind, moved(self.text, place, unit, forward=False)))
        return (*moves, ("Ctrl+Home", 0), ("Ctrl+End", len(self.text)))


def _moves_end(key: str) -> bool:
    """Whether a key moves the end of the selected annotation instead, if one is selected."""
    return key in ("Shift+Ctrl+Left", "Shift+Ctrl+Right")


def _corrections(
    text: str, direction: str, snapping: Snapping, span: Span, wanted: Span
) -> tuple[str, ...] | None:
    """The start by C or by brackets, the end by brackets: each the fewest keys, one after the other."""
    if abs(span.start - wanted.start) > 60 or abs(span.end - wanted.end) > 60:
        return None
    ending = _edge(text, direction, snapping, span, wanted, at_start=False)
    if ending is None:
        return None
    begun = _edge(text, direction, snapping, Span(span.start, wanted.end), wanted, at_start=True)
    return None if begun is None else ending + begun


@lru_cache(maxsize=100_000)
def _edge(
    text: str, direction: str, snapping: Snapping, span: Span, wanted: Span, *, at_start: bool
) -> tuple[str, ...] | None:
    side = "]" if at_start == (direction == "rtl") else "["
    seen: dict[Span, tuple[str, ...]] = {span: ()}
    queue = deque([span])
    while queue:
        here = queue.popleft()
        keys = seen[here]
        if here == wanted or (not at_start and here.end == wanted.end):
            return keys
        if len(keys) >= _MOST_CORRECTIONS:
            continue
        for outward in (True, False):
            shift = "" if outward else "Shift+"
            letter = pushed(text, here, at_start=at_start, outward=outward)
            word = pushed_by_word(text, here, snapping, at_start=at_start, outward=outward)
            for name, there in ((f"{shift}{side}", letter), (f"Ctrl+{shift}{side}", word)):
                if len(there) and there not in seen:
                    seen[there] = (*keys, name)
                    queue.append(there)
        if at_start:
            there = next_cut(text, here)
            if there not in seen:
                seen[there] = (*keys, "C")
                queue.append(there)
    return None
