"""Saying which paragraphs are not body text."""

from annotator.core import edits
from annotator.core.records import Span, ZoneKind
from annotator.ui.commands.group import CommandGroup


class ZoneCommands(CommandGroup):
    """Zones on the paragraphs of the selection, of the selected annotation, or of the caret."""

    def mark_zone(self, kind: ZoneKind) -> None:
        """Mark the paragraphs as a kind of zone; if they are that already, as body text again."""
        span = self._paragraphs()
        self.workspace.perform(
            lambda context, opened: edits.mark_zone(
                context, opened.layer, opened.text, span, kind, opened.zones
            )
        )

    def in_zone(self, kind: ZoneKind) -> bool:
        """Whether the place is in a zone of a kind."""
        opened, span = self.workspace.opened, self._paragraphs()
        return opened is not None and any(
            zone.kind_id == kind.id and zone.start <= span.start <= zone.end for zone in opened.zones
        )

    def _paragraphs(self) -> Span:
        annotation = self.workspace.annotation
        caret = self._window.article.caret()
        return self.workspace.selection or (annotation.span if annotation is not None else Span(caret, caret))
