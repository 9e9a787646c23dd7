"""A proposal in words, one part for each thing a person may take by itself."""

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from annotator.core.conventions import ATTRIBUTION, MAXIMUM, MINIMUM, NUMBERS, OPERATOR, VALUE
from annotator.core.records import Label, Value
from annotator.core.suggestions import Proposal
from annotator.ui import phrases
from annotator.ui.panels import values
from annotator.ui.panels.chip import colour_of
from annotator.ui.workspace import Workspace

_SHOWN = 48
"""Characters of a name or a value; the article and the tooltip show the rest."""
_NUMBER = (VALUE, MINIMUM, MAXIMUM, OPERATOR)


class Part(Struct, frozen=True):
    """One thing that is proposed."""

    title: str
    """What it is about."""
    text: str
    proposal: Proposal
    """It alone."""
    colour: str = ""
    """Of the label of whom or what it names."""
    whole: str = ""
    """The text at its full length."""


def parts_of(proposal: Proposal, workspace: Workspace) -> list[Part]:
    """What a proposal proposes: who said it, the entity, then the values in the order of the form."""
    alone = replace(
        proposal,
        attributes={},
        entity_id=None,
        entity_name="",
        source_ids=(),
        speaker=None,
        relay_ids=(),
        reasons=(),
    )
    annotation = workspace.annotation
    if annotation is None:
        return []
    found = [
        _source(proposal, alone, workspace),
        _relay(proposal, alone, workspace),
        _entity(proposal, alone, workspace),
    ]
    attributes = dict(proposal.attributes)
    if found[0] is not None:
        attributes.pop(ATTRIBUTION, None)  # it goes with the one who said it
    if any(name in attributes for name in NUMBERS):
        number = {name: value for name, value in attributes.items() if name in _NUMBER}
        found.append(Part(_said("Value"), values.reading_of(number), replace(alone, attributes=number)))
        attributes = {name: value for name, value in attributes.items() if name not in _NUMBER}
    for attribute in workspace.label_set.attributes_of(annotation.label_id):
        if attribute.name in attributes:
            value = attributes[attribute.name]
            shown = _face(value, is_choice=bool(attribute.choices))
            only = replace(alone, attributes={attribute.name: value})
            found.append(Part(attribute.title(phrases.language()), shown, only, whole=str(value)))
    return [part for part in found if part is not None]


def _source(proposal: Proposal, alone: Proposal, workspace: Workspace) -> Part | None:
    opened = workspace.opened
    if opened is None or not (proposal.source_ids or proposal.speaker):
        return None
    there = [opened.annotations[row] for row in proposal.source_ids if row in opened.annotations]
    names = [item.quote for item in there]
    if proposal.speaker is not None:
        names.append(proposal.speaker.quote(opened.text))
    labels = workspace.label_set.label_by_id
    label = labels[there[0].label_id] if there else speakers_label(workspace)
    said = {name: value for name, value in proposal.attributes.items() if name == ATTRIBUTION}
    only = replace(alone, source_ids=proposal.source_ids, speaker=proposal.speaker, attributes=said)
    shown = "، ".join(phrases.isolated(phrases.shortened(name, _SHOWN)) for name in names)
    if not there:
        shown = QCoreApplication.translate("Proposal", "{name} (new)").format(name=shown)
    shown = QCoreApplication.translate("Proposal", "said by {name}").format(name=shown)
    return Part(_said("Said by"), shown, only, _colour(label), "، ".join(names))


def _relay(proposal: Proposal, alone: Proposal, workspace: Workspace) -> Part | None:
    opened = workspace.opened
    there = (
        [opened.annotations[row] for row in proposal.relay_ids if row in opened.annotations] if opened else []
    )
    if not there:
        return None
    shown = "، ".join(phrases.isolated(phrases.shortened(item.quote, _SHOWN)) for item in there)
    shown = QCoreApplication.translate("Proposal", "relayed by {name}").format(name=shown)
    label = workspace.label_set.label_by_id[there[0].label_id]
    only = replace(alone, relay_ids=proposal.relay_ids)
    return Part(_said("Relayed by"), shown, only, _colour(label), "، ".join(item.quote for item in there))


def _entity(proposal: Proposal, alone: Proposal, workspace: Workspace) -> Part | None:
    entity = workspace.entity(proposal.entity_id)
    labels = workspace.label_set.label_by_id
    annotation = workspace.annotation
    label = labels.get(annotation.label_id) if annotation is not None else None
    if entity is not None:
        shown = phrases.isolated(phrases.shortened(entity.name, _SHOWN))
        return Part(_said("Entity"), shown, replace(alone, entity_id=entity.id), _colour(label), entity.name)
    if not proposal.entity_name:
        return None
    shown = QCoreApplication.translate("Proposal", "{name} (new)").format(
        name=phrases.isolated(phrases.shortened(proposal.entity_name, _SHOWN))
    )
    only = replace(alone, entity_name=proposal.entity_name)
    return Part(_said("Entity"), shown, only, _colour(label), proposal.entity_name)


def speakers_label(workspace: Workspace) -> Label | None:
    """The label words get that a claim is attributed to: the first in use that names entities."""
    return next((label for label in workspace.labels if label.has_entities), None)


def _face(value: Value, *, is_choice: bool) -> str:
    if is_choice:
        return values.face(str(value))
    return phrases.isolated(phrases.shortened(values.in_logical_order(str(value)), _SHOWN))


def _colour(label: Label | None) -> str:
    return colour_of(label) if label is not None else ""


def _said(title: str) -> str:
    return QCoreApplication.translate("Proposal", title)


TITLES = (
    phrases.QT_TRANSLATE_NOOP("Proposal", "Said by"),
    phrases.QT_TRANSLATE_NOOP("Proposal", "Relayed by"),
    phrases.QT_TRANSLATE_NOOP("Proposal", "Entity"),
    phrases.QT_TRANSLATE_NOOP("Proposal", "Value"),
)
