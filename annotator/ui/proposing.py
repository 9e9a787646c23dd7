"""What the selected annotation could say besides what it says: proposed, and accepted by key or click."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor

from annotator.core import edits
from annotator.core.errors import UserError
from annotator.core.suggestions import Proposal
from annotator.suggest.proposing import propose
from annotator.ui import phrases
from annotator.ui.article.picture import Ghost
from annotator.ui.knowing import Knowing
from annotator.ui.panels.chip import colour_of
from annotator.ui.panels.proposal import ProposalSection
from annotator.ui.proposal_parts import Part, parts_of, speakers_label

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

_PAUSE = 25
"""Milliseconds: what the person did is painted first, and who walks on quickly waits for nothing."""


class Proposing(QObject):
    """The proposal for the selected annotation."""

    changed = Signal()
    """Something else is proposed, or nothing."""

    def __init__(self, window: "MainWindow", knowing: Knowing) -> None:
        super().__init__(window)
        self._workspace = window.workspace
        self._preferences = window.preferences
        self._view = window.article
        self._knowing = knowing
        self._proposal: Proposal | None = None
        self._stale = True
        self._lit = False
        self.section = ProposalSection()
        """What the inspector shows of it."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._show)
        self.section.accepted.connect(self._accept_told)
        self.section.part_accepted.connect(self._accept_told)
        self.section.pointed.connect(self._point)
        workspace = self._workspace
        for signal in (
            workspace.picked,
            workspace.changed,
            workspace.document_changed,
            workspace.busy_changed,
            workspace.label_set_changed,
            knowing.changed,
        ):
            signal.connect(self._forget)
        self._preferences.changed.connect(self._on_setting)
        self._on_setting("proposals")

    @property
    def on(self) -> bool:
        """Whether the person wants proposals."""
        return self._preferences.text("proposals") == "on"

    @property
    def proposal(self) -> Proposal | None:
        """What is proposed for the selected annotation now."""
        if self._stale:
            self._stale = False
            self._proposal = self._made() if self.on else None
        return self._proposal

    def accept(self, part: Part | None = None) -> None:
        """Let the annotation say what is proposed, all of it or one part.

        Raises:
            UserError: nothing is proposed, or it may not be any more.
        """
        workspace, proposal = self._workspace, part.proposal if part is not None else self.proposal
        annotation = workspace.annotation
        if proposal is None or annotation is None or proposal.annotation_id != annotation.id:
            raise UserError("Nothing is proposed for this that it does not say already.")
        entities = list(workspace.entities.values())
        workspace.perform(
            lambda context, opened: edits.accept_proposal(
                context,
                opened.layer,
                opened.text,
                opened.annotations[annotation.id],
                proposal,
                workspace.label_set,
                opened.annotations,
                opened.relations.values(),
                entities,
            )
        )

    def why_nothing(self) -> str:
        """Why there is nothing to accept."""
        if not self.on:
            return self.tr("Proposals are switched off in the settings.")
        return self.tr("Nothing is proposed for this annotation.")

    def _made(self) -> Proposal | None:
        workspace = self._workspace
        opened, annotation = workspace.opened, workspace.annotation
        if opened is None or annotation is None or not workspace.editable:
            return None
        found = propose(
            annotation,
            text=opened.text,
            annotations=opened.annotations,
            relations=opened.relations.values(),
            label_set=workspace.label_set,
            known=self._knowing.known,
        )
        rest = edits.remaining(found, annotation, workspace.label_set, opened.relations.values())
        return None if rest.is_empty else rest

    # ---- what is shown -------------------------------------------------------------------------

    def _forget(self) -> None:
        """What was proposed is out of date; the key takes what is right now, what is seen follows."""
        self._stale = True
        self._soon.start()

    def _show(self) -> None:
        proposal = self.proposal
        parts = parts_of(proposal, self._workspace) if proposal is not None else []
        reasons = [phrases.sentence_of(reason) for reason in proposal.reasons] if proposal is not None else []
        self.section.show_parts(parts, reasons)
        self._light(proposal)
        self.changed.emit()

    def _light(self, proposal: Proposal | None) -> None:
        """Light up in the article who is proposed to have said it, or else to have passed it on."""
        words = proposal.speaker if proposal is not None else None
        ids = proposal.source_ids if proposal is not None else ()
        if proposal is not None and words is None:
            ids = ids or proposal.relay_ids
        if not ids and words is None and not self._lit:
            return  # what is lit up is the pointer's
        self._lit = bool(ids) or words is not None
        self._view.hover(ids[0] if ids else None)
        label = speakers_label(self._workspace)
        colour = QColor(colour_of(label)) if label is not None else self._view.paper.caret
        self._view.show_ghost(None if words is None else Ghost(words, colour))

    def _point(self, part: Part | None) -> None:
        named = part is not None and (
            part.proposal.source_ids or part.proposal.speaker or part.proposal.relay_ids
        )
        if part is None or named:
            self._light(part.proposal if part is not None else self._proposal)

    def _accept_told(self, part: object = None) -> None:
        """A click: what may not be is told."""
        try:
            self.accept(part if isinstance(part, Part) else None)
        except UserError as error:
            self._workspace.refused.emit(error)

    def _on_setting(self, setting_id: str) -> None:
        if setting_id == "proposals":
            self._workspace.filling.reader = self._knowing.read_figure if self.on else None
            self._forget()
