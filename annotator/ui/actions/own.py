"""Rows made from the label set of the open project: its labels and kinds of zones, by their keys."""

from collections.abc import Iterator

from annotator.core.records import Label, ZoneKind
from annotator.core.schema import LabelSet
from annotator.ui import phrases
from annotator.ui.actions.row import Action, editable
from annotator.ui.commands import Commands
from annotator.ui.workspace import Workspace

_ZONE_KEYS = 9


class _Tag:
    def __init__(self, label: Label) -> None:
        self._label = label

    def run(self, commands: Commands) -> None:
        """Tag with the label."""
        commands.tag(self._label)


class _Arm:
    def __init__(self, label: Label) -> None:
        self._label = label

    def run(self, commands: Commands) -> None:
        """Paint with the label, or no longer."""
        commands.toggle_armed(self._label)

    def is_on(self, commands: Commands) -> bool:
        """Whether the mouse paints with the label."""
        return commands.is_armed(self._label)


class _Zone:
    def __init__(self, kind: ZoneKind) -> None:
        self._kind = kind

    def run(self, commands: Commands) -> None:
        """Mark the paragraphs."""
        commands.mark_zone(self._kind)

    def is_on(self, commands: Commands) -> bool:
        """Whether the paragraphs are a zone of the kind."""
        return commands.in_zone(self._kind)


def tag_rows(workspace: Workspace) -> Iterator[Action]:
    """What the key of each label does."""
    for label in workspace.labels:
        yield Action(
            f"tag-{label.name}",
            "annotate",
            label.title(phrases.language()),
            _Tag(label).run,
            (label.key.upper(),) if label.key else (),
            editable,
            scope="article",
            context="",
        )


def arm_rows(workspace: Workspace) -> Iterator[Action]:
    """Painting with each label: its key with Shift."""
    for label in workspace.labels:
        arm = _Arm(label)
        yield Action(
            f"arm-{label.name}",
            "paint",
            label.title(phrases.language()),
            arm.run,
            (f"Shift+{label.key.upper()}",) if label.key else (),
            editable,
            scope="article",
            checked=arm.is_on,
            context="",
        )


def zone_rows(label_set: LabelSet) -> Iterator[Action]:
    """What the paragraphs at the caret are: the kinds of zones in order, Alt with 1 to 9."""
    for number, kind in enumerate(label_set.zone_kinds, start=1):
        zone = _Zone(kind)
        yield Action(
            f"zone-{kind.name}",
            "zones",
            kind.title(phrases.language()),
            zone.run,
            (f"Alt+{number}",) if number <= _ZONE_KEYS else (),
            editable,
            scope="article",
            checked=zone.is_on,
            context="",
        )
