"""Taking what is proposed, as far as it is what the gold says and costs less than doing it by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtTest import QTest

from annotator.core.conventions import ATTRIBUTED_TO, RELAYED_BY
from annotator.core.records import Span
from annotator.core.suggestions import Proposal
from annotator.formats.bundle import BundleAnnotation, BundleLayer
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.proposal import PartButton
from tests.replay.hand import Hand

_LOOK = 40
"""Milliseconds until what is proposed can be seen."""
_WORTH_CLEARING = 2
"""So many right parts pay for taking a wrong value away again by keys."""


class Worth(Enum):
    """What a part of a proposal is worth."""

    RIGHT = 1
    """It is what the gold says."""
    OTHER = 2
    """The gold says another value here, which has to be given in any case; or it says nothing ever."""
    SURPLUS = 3
    """A value the gold does not have: it would have to be taken away again."""
    SPOILING = 4
    """Another speaker or entity than the gold's."""


@dataclass
class Accepting:
    """A person who looks at what is proposed before they do it by hand."""

    window: MainWindow
    hand: Hand
    layer: BundleLayer
    entity_names: dict[str, str]
    made: dict[str, int]
    """Row ids, by the gold annotation's id; what accepting makes is added."""
    mouse: bool

    def __post_init__(self) -> None:
        self.workspace = self.window.workspace
        self.used = attributes_used(self.layer)
        self._by_uuid = {item.uuid: item for item in self.layer.annotations}

    def take(self, gold: BundleAnnotation, back_to_article: Callable[[], None]) -> None:
        """Take for the selected annotation what is right of the proposal, if there is any."""
        QTest.qWait(_LOOK)
        buttons = list(self.window.proposing.section.parts)
        worth = [self._worth(button.part.proposal, gold) for button in buttons]
        right = worth.count(Worth.RIGHT)
        if not right:
            return
        with self.hand.doing("accept"):
            if self._pays(worth, right):
                back_to_article()
                self.hand.chord("Y")
            elif self.mouse:
                while (button := self._first_right(gold)) is not None:
                    self.hand.click(button, button.rect().center())
        self._note_speakers(gold)

    def _pays(self, worth: list[Worth], right: int) -> bool:
        """Whether taking all and mending the rest is less than taking the right parts one by one."""
        if Worth.SPOILING in worth:
            return False
        surplus = worth.count(Worth.SURPLUS)
        return not surplus or (not self.mouse and right >= _WORTH_CLEARING * surplus)

    def _first_right(self, gold: BundleAnnotation) -> PartButton | None:
        QTest.qWait(_LOOK)
        for button in self.window.proposing.section.parts:
            seen = button.visibleRegion().contains(button.rect().center())
            if seen and self._worth(button.part.proposal, gold) is Worth.RIGHT:
                return button
        return None

    def _worth(self, part: Proposal, gold: BundleAnnotation) -> Worth:
        if part.source_ids or part.speaker is not None:
            return Worth.RIGHT if self._is_said_by(part, gold) else Worth.SPOILING
        if part.relay_ids:
            relays = {self.made.get(target.uuid) for target in self._linked(gold, RELAYED_BY)}
            return Worth.RIGHT if relays.issuperset(part.relay_ids) else Worth.SPOILING
        if part.entity_id is not None or part.entity_name:
            return Worth.RIGHT if self._is_mention(part, gold) else Worth.SPOILING
        wanted = {name: gold.attributes.get(name) for name in part.attributes}
        if wanted == part.attributes:
            return Worth.RIGHT
        missing = [name for name, value in wanted.items() if value is None]
        return Worth.SURPLUS if self.used[gold.label].intersection(missing) else Worth.OTHER

    def _is_said_by(self, part: Proposal, gold: BundleAnnotation) -> bool:
        targets = self._linked(gold, ATTRIBUTED_TO)
        ids = {self.made.get(target.uuid) for target in targets}
        spans = {Span(target.start, target.end) for target in targets if target.uuid not in self.made}
        known = all(row_id in ids for row_id in part.source_ids)
        return known and (part.speaker is None or part.speaker in spans)

    def _is_mention(self, part: Proposal, gold: BundleAnnotation) -> bool:
        entity = self.workspace.entity(part.entity_id)
        name = entity.name if entity is not None else part.entity_name
        return gold.entity is not None and self.entity_names[gold.entity] == name

    def _linked(self, gold: BundleAnnotation, kind: str) -> list[BundleAnnotation]:
        """What a gold annotation is linked to by one type of relation."""
        return [
            self._by_uuid[link.target]
            for link in self.layer.relations
            if (link.source, link.type) == (gold.uuid, kind)
        ]

    def _note_speakers(self, gold: BundleAnnotation) -> None:
        """Speakers that were annotated with the claim."""
        there = {item.span: item.id for item in self.workspace.opened.annotations.values()}
        for target in self._linked(gold, ATTRIBUTED_TO):
            row_id = there.get(Span(target.start, target.end))
            if target.uuid not in self.made and row_id is not None and row_id not in self.made.values():
                self.made[target.uuid] = row_id


def attributes_used(layer: BundleLayer) -> dict[str, set[str]]:
    """The attributes that a layer gives any annotation of each label.

    What a gold never says of a label, such as a new attribute, is neither right nor wrong.
    """
    used: dict[str, set[str]] = {}
    for item in layer.annotations:
        used.setdefault(item.label, set()).update(item.attributes)
    return used
