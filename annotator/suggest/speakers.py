"""Who makes a claim, by which words, how, and whether it denies: read from the sentences around it.

Offsets are code points, ranges half-open.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from annotator.core.conventions import ATTRIBUTION, BY_ACTOR, BY_OUTLET, CUE, MODE, NEGATED, POLARITY
from annotator.core.errors import Phrase
from annotator.core.records import Annotation, Span, Value
from annotator.core.schema import LabelSet
from annotator.core.spans import Ranged
from annotator.core.suggestions import Proposal
from annotator.suggest.attribution import Attributing, Attribution
from annotator.suggest.manner import Mode, is_negated, mode_of
from annotator.suggest.speech import Speech
from annotator.suggest.surroundings import Surroundings

SURE_ENOUGH: Final = 0.5
"""What is less likely than this is not proposed: a wrong speaker is worse than none."""


class ClaimReading(Struct, frozen=True, kw_only=True):
    """What the text around a claim says about it; empty where it does not tell."""

    attribution: Literal["", "actor", "outlet", "anonymous"] = ""
    source_ids: tuple[int, ...] = ()
    """The annotations of those who said it."""
    speaker: Span | None = None
    """Who said it, where these words are not annotated."""
    relay_ids: tuple[int, ...] = ()
    """The annotations of those who only passed it on: a newspaper that names whom it has it from."""
    cue: str = ""
    """The words that say that it is said, as written, without the conjunction before them."""
    mode: Mode | Literal[""] = ""
    is_negated: bool = False
    """Its own main clause denies something, or it is what the cue denies."""
    confidence: float = 0.0
    """In attribution, sources and speaker; from 0 to 1, from rules and not from frequencies."""
    reasons: tuple[Phrase, ...] = ()
    """Why, for a person to read."""


def propose(
    text: str,
    claim: Ranged,
    actors: Iterable[Annotation],
    claims: Iterable[Annotation],
    speech: Speech,
    said_by: Mapping[int, Sequence[int]] | None = None,
) -> ClaimReading:
    """Read who makes a claim.

    ``actors`` are the annotations that may be its sources, ``claims`` those that are claims, this one or not,
    all in any order; ``said_by`` are the sources of claims that have some, by their ids. Only the
    neighbourhood is read, however long the text is.
    """
    around = Surroundings(text, claim, actors, claims, said_by or {})
    found = Attributing(around, speech).attribution()
    negated = is_negated(around.text, around.claim, speech)
    denial = (Phrase("Its main clause is negated"),) if negated else ()
    if found.kind == BY_OUTLET:
        return ClaimReading(
            attribution=BY_OUTLET, is_negated=negated, confidence=found.sure, reasons=found.reasons + denial
        )
    cue = around.text[found.cue.start : found.cue.end] if found.cue is not None else ""
    if found.cue is not None and found.cue.form.kind == "deny" and not found.cue.negated:
        negated = not negated
        denial = (Phrase("“{cue}” denies it", cue=cue),) if negated else ()
    mode = mode_of(around.text, around.claim, around.pairs, around.actors)
    is_said = found.cue is not None or bool(found.kind)
    who = _who(found, around.shift)
    return replace(
        who,
        cue=cue,
        mode=mode if is_said or mode == "direct" else "",
        is_negated=negated,
        reasons=who.reasons + _passing_on(around, found if who.relay_ids else Attribution()) + denial,
    )


def _who(found: Attribution, shift: int) -> ClaimReading:
    """Who says it, if that is sure enough."""
    if found.sure < SURE_ENOUGH:
        return ClaimReading()
    words = found.subject.words
    return ClaimReading(
        attribution=found.kind,
        source_ids=tuple(actor.id for actor in found.subject.actors),
        speaker=Span(words.start + shift, words.end + shift) if words is not None else None,
        relay_ids=tuple(actor.id for actor in found.relays),
        confidence=found.sure,
        reasons=found.reasons,
    )


def _passing_on(around: Surroundings, found: Attribution) -> tuple[Phrase, ...]:
    """Who only passes it on, in words."""
    names = "، ".join(around.text[actor.start : actor.end] for actor in found.relays)
    return (Phrase("“{name}” passes it on", name=names),) if names else ()


def claim_attributes(reading: ClaimReading, label_set: LabelSet, label_id: int) -> dict[str, Value]:
    """The attribute values that the reading gives an annotation of a label.

    That an actor said it is only told where the actor is annotated: without one nobody knows yet.
    """
    values: dict[str, Value] = {CUE: reading.cue, MODE: reading.mode}
    if reading.attribution != BY_ACTOR or reading.source_ids:
        values[ATTRIBUTION] = reading.attribution
    if reading.is_negated:
        values[POLARITY] = NEGATED
    return label_set.fitting(label_id, {name: value for name, value in values.items() if value != ""})


def to_proposal(annotation: Annotation, reading: ClaimReading, label_set: LabelSet) -> Proposal:
    """What the reading adds to what the annotation of the claim says.

    An annotation that says who it is attributed to is told nothing else; whether it is linked to sources
    already, the caller knows.
    """
    values = claim_attributes(reading, label_set, annotation.label_id)
    given = annotation.attributes
    silent = given.get(ATTRIBUTION, BY_ACTOR) == BY_ACTOR
    return Proposal(
        annotation_id=annotation.id,
        attributes={name: value for name, value in values.items() if name not in given},
        source_ids=reading.source_ids if silent else (),
        speaker=reading.speaker if silent else None,
        relay_ids=reading.relay_ids,
        reasons=reading.reasons,
    )
