"""Making and changing annotations."""

from annotator.core.records import Annotation, Label, Span
from annotator.text.graphemes import next_grapheme, previous_grapheme, trim
from annotator.text.words import next_word, previous_word
from annotator.ui.commands.group import CommandGroup
from annotator.ui.opened import OpenDocument


class AnnotateCommands(CommandGroup):
    """Making and changing annotations."""

    def tag(self, label: Label) -> None:
        """Tag the selected text; else relabel the selected annotation, or tag the word at the caret."""
        span = self.workspace.selection
        if span is None and self.workspace.annotation is not None:
            self.workspace.retag(label)
            return
        span = span or self._window.article.word_under_caret()
        opened = self.workspace.opened
        if span is None or opened is None:
            return
        start, end = trim(opened.text, span.start, span.end)
        self.workspace.tag(Span(start, end) if start < end else span, label)

    def delete(self) -> None:
        """Remove the selected annotation."""
        annotation = self.workspace.annotation
        if annotation is not None:
            self.workspace.untag([annotation])

    def note(self) -> None:
        """Go to the note of the selected annotation."""
        self._window.docks.show("inspector")
        self._window.inspector.focus_note()

    def next_annotation(self) -> None:
        """Select the annotation that follows."""
        self._step(forward=True)

    def previous_annotation(self) -> None:
        """Select the annotation before."""
        self._step(forward=False)

    def end_left(self) -> None:
        """Move the end of the selected annotation."""
        self._move_end(left=True, by_word=False)

    def end_right(self) -> None:
        """Move the end of the selected annotation."""
        self._move_end(left=False, by_word=False)

    def end_word_left(self) -> None:
        """Move the end of the selected annotation."""
        self._move_end(left=True, by_word=True)

    def end_word_right(self) -> None:
        """Move the end of the selected annotation."""
        self._move_end(left=False, by_word=True)

    def start_left(self) -> None:
        """Move the start of the selected annotation."""
        self._move_start(left=True, by_word=False)

    def start_right(self) -> None:
        """Move the start of the selected annotation."""
        self._move_start(left=False, by_word=False)

    def start_word_left(self) -> None:
        """Move the start of the selected annotation."""
        self._move_start(left=True, by_word=True)

    def start_word_right(self) -> None:
        """Move the start of the selected annotation."""
        self._move_start(left=False, by_word=True)

    def _step(self, *, forward: bool) -> None:
        opened = self.workspace.opened
        if opened is None or not opened.annotations:
            return
        ordered = opened.in_order()
        self.workspace.select(ordered[self._place(ordered, forward=forward)].id, reveal=True)

    def _place(self, ordered: list[Annotation], *, forward: bool) -> int:
        """Where the annotation stands that comes next; at the last one it begins again."""
        current = self.workspace.annotation
        if current is not None:
            return (ordered.index(current) + (1 if forward else -1)) % len(ordered)
        caret = self._window.article.caret()
        after = next((place for place, item in enumerate(ordered) if item.start >= caret), len(ordered))
        return (after if forward else after - 1) % len(ordered)

    def _target(self, *, left: bool) -> tuple[OpenDocument, Annotation, bool] | None:
        """What to move, and whether the way pressed leads on in the text."""
        opened, annotation = self.workspace.opened, self.workspace.annotation
        if opened is None or annotation is None:
            return None
        return opened, annotation, left == (opened.document.direction == "rtl")

    def _move_end(self, *, left: bool, by_word: bool) -> None:
        target = self._target(left=left)
        if target is None:
            return
        opened, annotation, onward = target
        end = _moved(opened.text, annotation.end, onward=onward, by_word=by_word)
        if end > annotation.start:
            self.workspace.move_boundary(annotation.id, Span(annotation.start, end))

    def _move_start(self, *, left: bool, by_word: bool) -> None:
        target = self._target(left=left)
        if target is None:
            return
        opened, annotation, onward = target
        start = _moved(opened.text, annotation.start, onward=onward, by_word=by_word)
        if start < annotation.end:
            self.workspace.move_boundary(annotation.id, Span(start, annotation.end))


def _moved(text: str, offset: int, *, onward: bool, by_word: bool) -> int:
    if by_word:
        return next_word(text, offset) if onward else previous_word(text, offset)
    return next_grapheme(text, offset) if onward else previous_grapheme(text, offset)
