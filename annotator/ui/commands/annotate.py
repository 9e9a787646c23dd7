"""Making annotations and going from one to the next."""

from annotator.core.records import Annotation, Label
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
        self._step(forward=True)

    def previous_annotation(self) -> None:
        """Select the annotation before."""
        self._step(forward=False)

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
