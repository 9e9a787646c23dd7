"""Making annotations and going from one to the next."""

from annotator.core.records import Annotation, Label
from annotator.core.suggestions import Suggestion
from annotator.ui.commands.group import CommandGroup
from annotator.ui.hand import Hand


class AnnotateCommands(CommandGroup):
    """Making annotations and going from one to the next."""

    @property
    def hand(self) -> Hand:
        """The label in the person's hand."""
        return self._window.hand

    def tag(self, label: Label) -> None:
        """Tag the selected text; else relabel the selected annotation, or tag the word at the caret.

        A label that the selected annotation has already is armed: its key twice, or held, takes it up.
        """
        self.hand.note(label)
        span, annotation = self.workspace.selection, self.workspace.annotation
        if span is None and annotation is not None:
            if annotation.label_id == label.id:
                self.hand.arm(label)
            else:
                self.workspace.retag(label)
            return
        span = span or self._window.article.word_under_caret()
        if span is not None:
            self.workspace.tag(span, label)
        else:
            self.remark(self.tr("There is no word here. Put the caret on one, or select some."))

    def repeat(self) -> None:
        """Tag with the label that was given last."""
        if self.hand.last is not None:
            self.tag(self.hand.last)
        else:
            self.remark(self.tr("No label has been given yet."))

    def toggle_armed(self, label: Label) -> None:
        """Paint with a label, or no longer."""
        if self.is_armed(label):
            self.hand.disarm()
        else:
            self.hand.arm(label)

    def is_armed(self, label: Label) -> bool:
        """Whether the mouse paints with a label."""
        return self.hand.armed == label

    def disarm(self) -> None:
        """Let the mouse select again."""
        self.hand.disarm()

    def delete(self) -> None:
        """Remove the selected annotation."""
        annotation = self.workspace.annotation
        if annotation is not None:
            self.workspace.untag([annotation])

    def note(self) -> None:
        """Go to the note of the selected annotation."""
        self._window.docks.show("inspector")
        self._window.inspector.focus_note()

    def cycle_cut(self) -> None:
        """Let the selection, or the selected annotation, begin after another proclitic of its first word."""
        if not self._window.article.cycle_cut():
            self.remark(self.tr("The first word has no و ف ب ل ك to leave out."))

    def walk_stack(self) -> None:
        """Select the next annotation around the one selected, or at the caret."""
        before = self.workspace.annotation
        following = self._window.article.walk_stack()
        if following is None:
            self.remark(self.tr("There is no annotation on this spot."))
        elif before is not None and following == before.id:
            self.remark(self.tr("This is the only annotation on this spot."))

    def next_annotation(self) -> None:
        """Select the annotation that follows."""
        self._go_on(forward=True)

    def previous_annotation(self) -> None:
        """Select the annotation before."""
        self._go_on(forward=False)

    def _go_on(self, *, forward: bool) -> None:
        """Go to the annotation or the suggestion that follows, or to the one before."""
        opened = self.workspace.opened
        stops: list[Annotation | Suggestion] = [*self.workspace.offered]
        if opened is not None:
            stops = sorted([*opened.in_order(), *stops], key=_by_place)
        if not stops:
            return
        stop = stops[self._place(stops, forward=forward)]
        if isinstance(stop, Annotation):
            self.workspace.select(stop.id, reveal=True)
        else:
            self._window.suggesting.go_to(stop)

    def _place(self, stops: list[Annotation | Suggestion], *, forward: bool) -> int:
        """Where the one stands that comes next; at the last one it begins again."""
        current = self._window.suggesting.current or self.workspace.annotation
        if current is not None and current in stops:
            return (stops.index(current) + (1 if forward else -1)) % len(stops)
        caret = self._window.article.caret()
        after = next((place for place, item in enumerate(stops) if item.span.start >= caret), len(stops))
        return (after if forward else after - 1) % len(stops)


def _by_place(stop: Annotation | Suggestion) -> tuple[int, int]:
    return (stop.span.start, -stop.span.end)
