"""Moving the boundaries of the selected annotation or of the selection."""

from annotator.core.records import Span
from annotator.text.graphemes import next_grapheme, previous_grapheme
from annotator.text.words import next_word, previous_word, word_at
from annotator.ui.article.snapping import Snapping
from annotator.ui.commands.group import CommandGroup


class EdgeCommands(CommandGroup):
    """Moving the boundaries: each edge by its side of the screen, or the end in the direction pressed."""

    def left_out(self) -> None:
        """Push the left edge outward."""
        self._push(left=True, outward=True)

    def left_in(self) -> None:
        """Draw the left edge in."""
        self._push(left=True, outward=False)

    def right_out(self) -> None:
        """Push the right edge outward."""
        self._push(left=False, outward=True)

    def right_in(self) -> None:
        """Draw the right edge in."""
        self._push(left=False, outward=False)

    def left_out_word(self) -> None:
        """Push the left edge outward by a word."""
        self._push(left=True, outward=True, by_word=True)

    def left_in_word(self) -> None:
        """Draw the left edge in by a word."""
        self._push(left=True, outward=False, by_word=True)

    def right_out_word(self) -> None:
        """Push the right edge outward by a word."""
        self._push(left=False, outward=True, by_word=True)

    def right_in_word(self) -> None:
        """Draw the right edge in by a word."""
        self._push(left=False, outward=False, by_word=True)

    def end_left(self) -> None:
        """Move the end to the left."""
        self._push(left=self._end_is_left(), outward=self._end_is_left())

    def end_right(self) -> None:
        """Move the end to the right."""
        self._push(left=self._end_is_left(), outward=not self._end_is_left())

    def _end_is_left(self) -> bool:
        opened = self.workspace.opened
        return opened is not None and opened.document.direction == "rtl"

    def _push(self, *, left: bool, outward: bool, by_word: bool = False) -> None:
        opened, annotation, selection = (
            self.workspace.opened,
            self.workspace.annotation,
            self.workspace.selection,
        )
        span = selection or (annotation.span if annotation is not None else None)
        if opened is None or span is None:
            return
        at_start = left != self._end_is_left()
        article = self._window.article
        if by_word:
            moved = pushed_by_word(opened.text, span, article.snapping, at_start=at_start, outward=outward)
        else:
            moved = pushed(opened.text, span, at_start=at_start, outward=outward)
        if not len(moved) or moved == span:
            self.remark(self.tr("This edge cannot go any further."))
            return
        if selection is not None:
            article.select(moved, reveal=False)
        elif annotation is not None:
            self.workspace.move_boundary(annotation.id, moved)


def pushed(text: str, span: Span, *, at_start: bool, outward: bool) -> Span:
    """The span with one edge a grapheme further out or in; empty if nothing would be left."""
    move = previous_grapheme if at_start == outward else next_grapheme
    if at_start:
        return _from(move(text, span.start), span.end)
    return _from(span.start, move(text, span.end))


def pushed_by_word(text: str, span: Span, snapping: Snapping, *, at_start: bool, outward: bool) -> Span:
    """The span with one edge a word further out or in; a new first word goes without its proclitic."""
    if at_start:
        return _from(_next_start(text, span, snapping, outward=outward), span.end)
    if outward:
        return _from(span.start, next_word(text, span.end))
    return _from(span.start, _end_before(text, span.end))


def _from(start: int, end: int) -> Span:
    return Span(start, max(start, end))


def _next_start(text: str, span: Span, snapping: Snapping, *, outward: bool) -> int:
    start = previous_word(text, span.start)
    if not outward:
        first = word_at(text, span.start)
        start = previous_word(text, next_word(text, first[1] if first else span.start))
    word = word_at(text, start)
    cut = snapping.cut(text, Span(*word)).start if word else start
    return start if outward and cut >= span.start else cut


def _end_before(text: str, end: int) -> int:
    """The last end of a word before an offset, or the start of the text."""
    start = previous_word(text, end)
    word = word_at(text, start)
    if word and word[1] < end:
        return word[1]
    before = word_at(text, previous_word(text, start))
    return before[1] if before and before[1] <= start else 0
