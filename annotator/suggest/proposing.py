"""What one annotation could say besides what it says: a figure its values, a claim who said it, a name whose.

Only proposed: nothing here changes anything, and what a person has said is never proposed against.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from annotator.core.conventions import ATTRIBUTED_TO, RELAYED_BY
from annotator.core.errors import Phrase
from annotator.core.records import Annotation, Relation, RelationType
from annotator.core.schema import LabelSet
from annotator.core.suggestions import Proposal
from annotator.suggest import speakers
from annotator.suggest.entities import EntityIndex, entity_proposal
from annotator.suggest.history import History
from annotator.suggest.prefilling import Reader, filled, is_figure
from annotator.suggest.speech import Speech


class Known(Struct, frozen=True):
    """What is known besides the article: the word lists, ready for use, and the project so far."""

    read: Reader
    speech: Speech
    index: EntityIndex
    history: History


def propose(
    annotation: Annotation,
    *,
    text: str,
    annotations: Mapping[int, Annotation],
    relations: Iterable[Relation],
    label_set: LabelSet,
    known: Known,
) -> Proposal:
    """What an annotation could say; empty where there is nothing to propose.

    ``annotations``, by id, and ``relations`` are those of its layer. What it says already may be among what
    is proposed: ``edits.remaining`` takes that out.
    """
    said_by = label_set.relation_type_by_name.get(ATTRIBUTED_TO)
    if is_figure(annotation.label_id, label_set):
        return _of_figure(annotation, label_set, known)
    if said_by is not None and annotation.label_id in said_by.source_label_ids:
        return _of_claim(annotation, text, annotations, relations, said_by, label_set, known)
    if label_set.label_by_id[annotation.label_id].has_entities:
        return entity_proposal(annotation, text, known.index, known.history, label_set)
    return Proposal(annotation_id=annotation.id)


def _of_figure(annotation: Annotation, label_set: LabelSet, known: Known) -> Proposal:
    values = filled(annotation.quote, annotation.label_id, label_set, known.read)
    reasons = (Phrase("read from its words"),) if values else ()
    return Proposal(annotation_id=annotation.id, attributes=values, reasons=reasons)


def _of_claim(
    claim: Annotation,
    text: str,
    annotations: Mapping[int, Annotation],
    relations: Iterable[Relation],
    said_by: RelationType,
    label_set: LabelSet,
    known: Known,
) -> Proposal:
    sources: dict[int, list[int]] = {}
    for link in relations:
        if link.type_id == said_by.id:
            sources.setdefault(link.source_id, []).append(link.target_id)
    everyone = annotations.values()
    reading = speakers.propose(
        text,
        claim,
        [
            item
            for item in everyone
            if item.id != claim.id and label_set.may_relate(said_by, claim.label_id, item.label_id)
        ],
        [item for item in everyone if item.label_id in said_by.source_label_ids],
        known.speech,
        sources,
    )
    found = speakers.to_proposal(claim, reading, label_set)
    relayed_by = label_set.relation_type_by_name.get(RELAYED_BY)
    if relayed_by is None:
        return replace(found, relay_ids=())
    allowed = (
        row_id
        for row_id in found.relay_ids
        if label_set.may_relate(relayed_by, claim.label_id, annotations[row_id].label_id)
    )
    return replace(found, relay_ids=tuple(allowed))
